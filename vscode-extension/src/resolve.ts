// Which Python runs the server: the first of several candidates that is Python 3.10 or later. Pure:
// what asks a candidate for its version is handed in.

/** Where a candidate comes from; each is tried in this order. */
export type Origin = 'setting' | 'python-extension' | 'path';

export interface Candidate {
  origin: Origin;
  command: string;
  /** What stands before everything else: `py -3`. */
  args: readonly string[];
}

/** What a candidate answered when it was asked for its version. */
export type Answer =
  | { kind: 'python'; version: readonly [number, number, number]; executable: string }
  | { kind: 'missing' }
  | { kind: 'store-stub' }
  | { kind: 'timeout' }
  | { kind: 'failed'; detail: string };

export interface Python {
  command: string;
  args: readonly string[];
  version: string;
  origin: Origin;
}

/** A candidate that was not taken, and why; a key of texts.ts. */
export interface Rejected {
  candidate: Candidate;
  reason: 'missing' | 'store-stub' | 'timeout' | 'failed' | 'too-old';
  detail: string;
}

export interface Resolution {
  python: Python | undefined;
  rejected: readonly Rejected[];
}

export const LEAST: readonly [number, number] = [3, 10];
const NEWEST_NAMED = 15;

/** The commands that a Python is usually found by. */
export function pathCandidates(windows: boolean): Candidate[] {
  const onPath = (command: string, ...args: string[]): Candidate => ({ origin: 'path', command, args });
  if (windows) {
    return [onPath('py', '-3'), onPath('python3'), onPath('python')];
  }
  // Systems whose python3 is too old often have a newer one beside it.
  const named = [];
  for (let minor = NEWEST_NAMED; minor >= LEAST[1]; minor -= 1) {
    named.push(onPath(`python3.${minor}`));
  }
  return [onPath('python3'), onPath('python'), ...named];
}

/** The first candidate that will do, and why those before it did not. */
export async function resolvePython(
  candidates: Iterable<Candidate>,
  ask: (candidate: Candidate) => Promise<Answer>,
): Promise<Resolution> {
  const rejected: Rejected[] = [];
  for (const candidate of candidates) {
    const answer = await ask(candidate);
    if (answer.kind !== 'python') {
      rejected.push({ candidate, reason: answer.kind, detail: answer.kind === 'failed' ? answer.detail : '' });
    } else if (!isRecent(answer.version)) {
      rejected.push({ candidate, reason: 'too-old', detail: answer.version.join('.') });
    } else {
      const { command, args, origin } = candidate;
      return { python: { command, args, origin, version: answer.version.join('.') }, rejected };
    }
  }
  return { python: undefined, rejected };
}

function isRecent([major, minor]: readonly [number, number, number]): boolean {
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

/** What a program printed when it was asked for its version and its place. */
export function readAnswer(outcome: { code: number | null; stdout: string; stderr: string }): Answer {
  const match = /^(\d+)\.(\d+)\.(\d+)\n(.*)/.exec(outcome.stdout.replaceAll('\r\n', '\n'));
  if (match) {
    const [, major, minor, micro, executable] = match;
    return { kind: 'python', version: [Number(major), Number(minor), Number(micro)], executable: executable ?? '' };
  }
  if (outcome.code === STORE_STUB_STATUS || outcome.stderr.includes('Microsoft Store')) {
    return { kind: 'store-stub' };
  }
  return { kind: 'failed', detail: lastLine(outcome.stderr) || `exit status ${outcome.code}` };
}

// Windows ships a `python` that only opens the shop; without a terminal it ends with this.
const STORE_STUB_STATUS = 9009;

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

/** A path as people write it in settings: ~, ${workspaceFolder}, ${env:NAME}, relative to a folder. */
export function expandPath(
  written: string,
  around: { home: string; folder: string | undefined; env: Readonly<Record<string, string | undefined>> },
  isAbsolute: (path: string) => boolean,
  join: (...parts: string[]) => string,
): string {
  let path = written.trim().replace(/^~(?=[\\/]|$)/, () => around.home);
  path = path.replaceAll('${workspaceFolder}', () => around.folder ?? '');
  path = path.replace(/\$\{env:([^}]+)\}/g, (_, name: string) => around.env[name] ?? '');
  const isBare = !/[\\/]/.test(path);
  return isBare || isAbsolute(path) || around.folder === undefined ? path : join(around.folder, path);
}
