// What we need to know when something does not work, to be pasted into a report of the fault.

import { release } from 'node:os';
import * as vscode from 'vscode';
import { run } from './run';
import type { Session } from './session';
import { language, SECTION, settingsFor } from './settings';

const KEPT = 200; // of the program's words

export async function diagnosticInformation(context: vscode.ExtensionContext, session: Session): Promise<string> {
  const { version } = context.extension.packageJSON as { version: string };
  const program = await session.program();
  const outcome = program && (await run(program, ['--version']));
  const folders = vscode.workspace.workspaceFolders?.length ?? 0;
  // Neither paths of reports nor their names: nobody should have to read it before it is sent.
  const lines = [
    `gpar-lint (VS Code) ${version}`,
    `program: ${outcome ? (outcome.stdout || outcome.stderr).trim().slice(0, KEPT) : '—'}`,
    `python: ${session.python ? `${session.python.version} (${session.python.origin})` : '—'}`,
    `state: ${session.state}`,
    `editor: ${vscode.env.appName} ${vscode.version}, ${vscode.env.language}${vscode.env.remoteName ? `, ${vscode.env.remoteName}` : ''}`,
    `system: ${process.platform} ${process.arch} ${release()}`,
    `workspace: ${folders} folder(s), ${vscode.workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    `settings: ${JSON.stringify(plainSettings())}`,
    ...session.tries.map((line) => `- ${line}`),
  ];
  return ['```', ...lines, '```', ''].join('\n');
}

function plainSettings(): Record<string, unknown> {
  const { enable, importStrategy, lang, interpreter } = settingsFor(undefined);
  return { enable, importStrategy, lang: lang === 'auto' ? `auto (${language()})` : lang, [`${SECTION}.interpreter`]: interpreter };
}
