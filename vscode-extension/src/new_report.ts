// A blank report, for an agency and a year.

import { homedir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import * as vscode from 'vscode';
import { isOffice } from './projection';
import { failure, run } from './run';
import type { Session } from './session';
import { language } from './settings';
import { complain, languageOptions, offerFile } from './subject';
import { say } from './texts';

const FORMATS = ['docx', 'md', 'txt'] as const;

/** A blank report: whose, on which year, in which form, and where to. */
export async function newReport(session: Session): Promise<void> {
  const words = language();
  const agency = await vscode.window.showInputBox({ prompt: say(words, 'new-agency'), ignoreFocusOut: true });
  if (!agency?.trim()) {
    return;
  }
  const year = await vscode.window.showInputBox({
    prompt: say(words, 'new-year'),
    value: String(new Date().getFullYear() - 1), // reports are written in the January after
    validateInput: (value) => (/^20\d\d$/.test(value) ? undefined : say(words, 'new-year-wrong')),
    ignoreFocusOut: true,
  });
  const picks = FORMATS.map((format) => ({ label: say(words, `new-${format}`), format }));
  const picked = year && (await vscode.window.showQuickPick(picks, { placeHolder: say(words, 'new-format') }));
  if (!year || !picked) {
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? activeFolder() ?? homedir();
  const name = `${agency.trim()}${year}年政府信息公开工作年度报告.${picked.format}`;
  const target = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.file(join(folder, name)) });
  if (target) {
    await writeReport(session, target, ['--agency', agency.trim(), '--year', year, '--format', picked.format]);
  }
}

function activeFolder(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.uri.scheme === 'file' ? dirname(document.uri.fsPath) : undefined;
}

async function writeReport(session: Session, target: vscode.Uri, options: readonly string[]): Promise<void> {
  const program = await session.program(target);
  if (!program) {
    complain(say(language(), 'no-python'));
    return;
  }
  // Whether a file that is there may be replaced was asked when its name was chosen.
  const outcome = await run(program, ['new', ...options, '--force', '-o', target.fsPath, ...languageOptions(target)]);
  const problem = failure(outcome);
  if (problem) {
    complain(problem);
  } else if (isOffice(target)) {
    await offerFile(say(language(), 'new-written', { name: parse(target.fsPath).base }), target);
  } else {
    await vscode.window.showTextDocument(target);
  }
}
