import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RestartPolicy } from '../src/restart';

function policyAt() {
  const clock = { now: 0 };
  return { clock, policy: new RestartPolicy(() => clock.now) };
}

test('each crash costs a longer pause; the sixth within three minutes is the last', () => {
  const { clock, policy } = policyAt();
  const pauses = Array.from({ length: 6 }, () => {
    clock.now += 10_000;
    return policy.crashed();
  });
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 8000, undefined]);
});

test('a server that crashes now and then is always started again', () => {
  const { clock, policy } = policyAt();
  for (let crash = 0; crash < 20; crash += 1) {
    clock.now += 3 * 60_000;
    assert.equal(policy.crashed(), 1000);
  }
});

test('a person who restarts it begins anew', () => {
  const { policy } = policyAt();
  for (let crash = 0; crash < 6; crash += 1) {
    policy.crashed();
  }
  policy.forget();
  assert.equal(policy.crashed(), 1000);
});
