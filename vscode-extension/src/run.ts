// The program run for one command: its own words, good or bad, are what a person is shown.

import { spawn } from 'node:child_process';
import type { Executable } from 'vscode-languageclient/node';

export interface Outcome {
  /** The exit status; null where it was ended. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Run it to its end. `input` is written to its standard input. */
export function run(program: Executable, args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program.command, [...(program.args ?? []), ...args], {
      cwd: program.options?.cwd,
      windowsHide: true,
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
    }
    child.on('error', (error) => resolve({ code: null, stdout: '', stderr: error.message }));
    child.on('close', (code) => resolve({ code, ...output }));
    child.stdin.on('error', () => undefined); // it may end without reading to the end
    child.stdin.end(input);
  });
}

const USAGE_ERROR = 2;

/** Why it did not do what it was asked to do; "" if it did. Findings (status 1) are no failure. */
export function failure(outcome: Outcome): string {
  return outcome.code === null || outcome.code >= USAGE_ERROR ? outcome.stderr.trim() || `exit status ${outcome.code}` : '';
}
