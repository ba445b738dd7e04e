// Waiting for what is shown, generously: a loaded machine is slow, not wrong.
import { setTimeout as pause } from "node:timers/promises";

export const PATIENCE = Number(process.env.E2E_PATIENCE ?? 60_000);

/** What `look` gives once it gives something true; an error that says what was awaited. */
export async function until(what, look, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      last = await look();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) break;
    await pause(50);
  }
  const shown = last instanceof Error ? last.stack : JSON.stringify(last);
  throw new Error(`还没有等到：${what}。最后看到：${shown}`);
}

/** That something stays as it is for a while: what must not appear has had time to. */
export async function stays(what, look, time) {
  const end = Date.now() + time;
  while (Date.now() < end) {
    if (!(await look())) throw new Error(`没有保持：${what}`);
    await pause(100);
  }
}

/** What `look` gives once it gives the same twice: something that was moving stands still. */
export async function settled(what, look) {
  let before;
  return until(what, async () => {
    const now = await look();
    const still = now && JSON.stringify(now) === JSON.stringify(before);
    before = now;
    return still && now;
  });
}
