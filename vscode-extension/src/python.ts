// The candidates for Python on this machine, and how each is asked for its version.

import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { type Answer, type Candidate, expandPath, pathCandidates, readAnswer } from './resolve';
import type { Settings } from './settings';

const TIME_LIMIT = 3000; // milliseconds
// Isolated (-I): nothing in the folder it runs in is imported. UTF-8, whatever the system speaks.
export const FLAGS = ['-I', '-X', 'utf8'] as const;
const QUESTION = 'import sys; print("%d.%d.%d" % sys.version_info[:3]); print(sys.executable)';

/** What is to be tried, in order. In a workspace that is not trusted nothing that it names is run. */
export async function candidatesFor(settings: Settings, resource: vscode.Uri | undefined): Promise<Candidate[]> {
  const found: Candidate[] = [];
  if (vscode.workspace.isTrusted) {
    if (settings.interpreter) {
      found.push({ origin: 'setting', command: expanded(settings.interpreter, resource), args: [] });
    }
    const chosen = await chosenInPythonExtension(resource);
    if (chosen) {
      found.push({ origin: 'python-extension', command: chosen, args: [] });
    }
  } else if (settings.userInterpreter) {
    found.push({ origin: 'setting', command: expanded(settings.userInterpreter, undefined), args: [] });
  }
  return [...found, ...pathCandidates(process.platform === 'win32')];
}

/** Ask a candidate for its version. `folder` is a place where nobody can have put a program. */
export function askFor(folder: string): (candidate: Candidate) => Promise<Answer> {
  return (candidate) =>
    new Promise((resolve) => {
      const args = [...candidate.args, ...FLAGS, '-c', QUESTION];
      const options = { cwd: folder, timeout: TIME_LIMIT, encoding: 'utf8', windowsHide: true } as const;
      execFile(candidate.command, args, options, (error, stdout, stderr) => {
        if (error && (error.code === 'ENOENT' || error.code === 'EACCES')) {
          resolve({ kind: 'missing' });
        } else if (error?.killed) {
          resolve({ kind: 'timeout' });
        } else {
          resolve(readAnswer({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }));
        }
      });
    });
}

function expanded(written: string, resource: vscode.Uri | undefined): string {
  const folders = vscode.workspace.workspaceFolders;
  const folder = (resource && vscode.workspace.getWorkspaceFolder(resource)) ?? folders?.[0];
  const around = { home: homedir(), folder: folder?.uri.fsPath, env: process.env };
  return expandPath(written, around, isAbsolute, join);
}

interface PythonApi {
  environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    resolveEnvironment(path: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
  };
}

/** The interpreter chosen in Microsoft's Python extension, where that is installed. */
async function chosenInPythonExtension(resource: vscode.Uri | undefined): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>('ms-python.python');
  if (!extension) {
    return undefined;
  }
  try {
    const { environments } = extension.isActive ? extension.exports : await extension.activate();
    const path = environments?.getActiveEnvironmentPath(resource);
    const environment = path && (await environments?.resolveEnvironment(path));
    return environment?.executable.uri?.fsPath;
  } catch {
    return undefined; // another extension's fault is no reason not to go on
  }
}
