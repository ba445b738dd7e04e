import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { test } from 'node:test';
import { type Answer, type Candidate, expandPath, pathCandidates, readAnswer, resolvePython } from '../src/resolve';

const named = (command: string, ...args: string[]): Candidate => ({ origin: 'path', command, args });
const python = (major: number, minor: number): Answer => ({ kind: 'python', version: [major, minor, 1], executable: '/p' });

/** Candidates that answer as listed; others are not there. */
function asker(answers: Record<string, Answer>) {
  const asked: string[] = [];
  const ask = async ({ command }: Candidate): Promise<Answer> => {
    asked.push(command);
    return answers[command] ?? { kind: 'missing' };
  };
  return { ask, asked };
}

test('the first that is recent enough is taken, and nothing after it is asked', async () => {
  const { ask, asked } = asker({ old: python(3, 9), good: python(3, 10), newer: python(3, 14) });
  const found = await resolvePython([named('none'), named('old'), named('good', '-3'), named('newer')], ask);
  assert.deepEqual(found.python, { command: 'good', args: ['-3'], origin: 'path', version: '3.10.1' });
  assert.deepEqual(asked, ['none', 'old', 'good']);
});

test('each that is not taken has its reason', async () => {
  const { ask } = asker({
    stub: { kind: 'store-stub' },
    slow: { kind: 'timeout' },
    broken: { kind: 'failed', detail: 'no encodings' },
    two: python(2, 7),
  });
  const names = ['none', 'stub', 'slow', 'broken', 'two'];
  const { python: found, rejected } = await resolvePython(names.map((name) => named(name)), ask);
  assert.equal(found, undefined);
  assert.deepEqual(
    rejected.map(({ reason, detail }) => [reason, detail]),
    [['missing', ''], ['store-stub', ''], ['timeout', ''], ['failed', 'no encodings'], ['too-old', '2.7.1']],
  );
});

test('Python 4 would be recent enough', async () => {
  const { ask } = asker({ python: python(4, 0) });
  assert.equal((await resolvePython([named('python')], ask)).python?.version, '4.0.1');
});

test('the launcher comes first on Windows; elsewhere a newer name beside an old python3 is found', () => {
  const commands = (windows: boolean) => pathCandidates(windows).map(({ command, args }) => [command, ...args].join(' '));
  assert.deepEqual(commands(true), ['py -3', 'python3', 'python']);
  const elsewhere = commands(false);
  assert.deepEqual(elsewhere.slice(0, 2), ['python3', 'python']);
  assert.ok(elsewhere.includes('python3.10') && elsewhere.includes('python3.14') && !elsewhere.includes('python3.9'));
});

test('an answer is read whatever its line ends, blanks and Chinese included', () => {
  const answer = readAnswer({ code: 0, stdout: '3.12.4\r\nC:\\程序 文件\\python.exe\r\n', stderr: '' });
  assert.deepEqual(answer, { kind: 'python', version: [3, 12, 4], executable: 'C:\\程序 文件\\python.exe' });
});

test('the placeholder of the Windows shop is known by its status or its words', () => {
  const words = 'Python was not found; run without arguments to install from the Microsoft Store';
  assert.equal(readAnswer({ code: 9009, stdout: '', stderr: '' }).kind, 'store-stub');
  assert.equal(readAnswer({ code: 1, stdout: '', stderr: words }).kind, 'store-stub');
});

test('a Python that fails says why with its last words', () => {
  const answer = readAnswer({ code: 1, stdout: '', stderr: 'Traceback\nModuleNotFoundError: encodings\n' });
  assert.deepEqual(answer, { kind: 'failed', detail: 'ModuleNotFoundError: encodings' });
  assert.deepEqual(readAnswer({ code: 3, stdout: '', stderr: '' }), { kind: 'failed', detail: 'exit status 3' });
});

test('paths of settings: home, folder, environment, relative', () => {
  const around = { home: '/home/王', folder: '/work/年报', env: { PY: '/opt/py$&' } };
  const expand = (written: string) => expandPath(written, around, posix.isAbsolute, posix.join);
  assert.equal(expand(' ~/bin/python '), '/home/王/bin/python');
  assert.equal(expand('${workspaceFolder}/.venv/bin/python'), '/work/年报/.venv/bin/python');
  assert.equal(expand('${env:PY}/bin/python'), '/opt/py$&/bin/python');
  assert.equal(expand('.venv/bin/python'), '/work/年报/.venv/bin/python');
  assert.equal(expand('python3.12'), 'python3.12');
  const windows = { home: 'C:\\Users\\王', folder: 'D:\\年报', env: {} };
  assert.equal(expandPath('.venv\\Scripts\\python.exe', windows, win32.isAbsolute, win32.join), 'D:\\年报\\.venv\\Scripts\\python.exe');
  assert.equal(expandPath('a/python', { ...around, folder: undefined }, posix.isAbsolute, posix.join), 'a/python');
});
