// What a person can have done by name.

import { dirname, join, parse } from 'node:path';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { diagnosticInformation } from './information';
import type { OfficeCheck } from './office';
import type { Previews } from './preview';
import { COPY, fileOf, isOffice, type Projections } from './projection';
import { type Rules, SHOW_RULE } from './rules';
import { failure, run } from './run';
import type { Session } from './session';
import { language, settingsFor } from './settings';
import { type Key, say } from './texts';

interface Parts {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  session: Session;
  rules: Rules;
  projections: Projections;
  previews: Previews;
  office: OfficeCheck;
}

export function registerCommands(parts: Parts): vscode.Disposable {
  const { context, log, session, rules, previews } = parts;
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register('gpar-lint.checkWorkspace', () => checkWorkspace(parts)),
    register('gpar-lint.checkFile', (uri?: vscode.Uri) => checkFile(parts, uri)),
    register('gpar-lint.annotate', (uri?: vscode.Uri) => annotate(session, uri)),
    register('gpar-lint.newReport', () => newReport(session)),
    register(SHOW_RULE, (code: unknown) => rules.show(code)),
    register('gpar-lint.openAsHtml', async (uri?: vscode.Uri) => {
      const document = await documentAt(uri);
      if (document) {
        await previews.show(document);
      }
    }),
    register('gpar-lint.restart', () => session.restart()),
    register('gpar-lint.showLog', () => log.show()),
    register('gpar-lint.copyDiagnosticInformation', async () => {
      await vscode.env.clipboard.writeText(await diagnosticInformation(context, session));
      tell('copied');
    }),
  );
}

function tell(key: Key, values: Record<string, string | number> = {}): void {
  void vscode.window.showInformationMessage(say(language(), key, values));
}

function complain(message: string): void {
  void vscode.window.showErrorMessage(message);
}

/** The file that a command is about: where it was called, or the one in the active editor. */
function subject(uri: vscode.Uri | undefined): vscode.Uri | undefined {
  return uri ?? vscode.window.activeTextEditor?.document.uri ?? activeTabUri();
}

/** A picture or a Word document in a viewer of its own has no text editor. */
function activeTabUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
}

async function documentAt(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  const found = subject(uri);
  if (!found) {
    tell('nothing-open');
    return undefined;
  }
  return vscode.workspace.openTextDocument(isOffice(found) ? found.with({ scheme: 'gpar-lint-text' }) : found);
}

async function checkWorkspace({ session, office }: Parts): Promise<void> {
  if (!vscode.workspace.workspaceFolders) {
    tell('no-folder');
    return;
  }
  const title = say(language(), 'checking');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  await vscode.window.withProgress(options, async (progress, token) => {
    await session.start();
    const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    await Promise.race([session.surveyed(), cancelled]);
    await office.check(progress, token);
  });
  if (session.state === 'running') {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    tellFound();
  }
}

function tellFound(): void {
  const listed = vscode.languages.getDiagnostics();
  const found = listed.map(([, all]) => all.filter(({ source }) => source === 'gpar-lint')).filter((own) => own.length);
  const count = (severity: vscode.DiagnosticSeverity) => found.flat().filter((each) => each.severity === severity).length;
  if (found.length === 0) {
    tell('workspace-clean');
    return;
  }
  const errors = count(vscode.DiagnosticSeverity.Error);
  const warnings = count(vscode.DiagnosticSeverity.Warning);
  tell('workspace-found', { files: found.length, errors, warnings });
}

async function checkFile({ session, projections }: Parts, uri: vscode.Uri | undefined): Promise<void> {
  const found = subject(uri);
  if (!found) {
    tell('nothing-open');
  } else if (isOffice(found)) {
    await projections.show(fileOf(found));
  } else {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(found), { preview: false });
    await session.start(found);
  }
}

/** Write the commented copy beside the document; never over anything. */
async function annotate(session: Session, uri: vscode.Uri | undefined): Promise<void> {
  const found = subject(uri);
  if (!found || !isOffice(found)) {
    tell('annotate-what');
    return;
  }
  const file = fileOf(found).fsPath;
  const program = await session.program(found);
  if (!program) {
    complain(say(language(), 'no-python'));
    return;
  }
  const target = await freeCopyName(file);
  const options = { location: vscode.ProgressLocation.Notification, title: say(language(), 'annotating') };
  const outcome = await vscode.window.withProgress(options, () =>
    run(program, ['annotate', file, '-o', target, ...languageOptions(found)]),
  );
  if (failure(outcome) || !(await exists(target))) {
    complain(failure(outcome) || outcome.stderr.trim() || outcome.stdout.trim());
    return;
  }
  await offerFile(say(language(), 'annotated', { name: parse(target).base }), vscode.Uri.file(target));
}

async function offerFile(message: string, file: vscode.Uri): Promise<void> {
  const [open, reveal] = [say(language(), 'open'), say(language(), 'reveal')];
  const chosen = await vscode.window.showInformationMessage(message, open, reveal);
  if (chosen === open) {
    await vscode.env.openExternal(file);
  } else if (chosen === reveal) {
    await vscode.commands.executeCommand('revealFileInOS', file);
  }
}

/** 年报.批注.docx, or 年报.批注2.docx where that is there already: somebody may have answered in it. */
async function freeCopyName(file: string): Promise<string> {
  const { dir, name, ext } = parse(file);
  const stem = join(dir, name.replace(COPY, ''));
  for (let number = 1; ; number += 1) {
    const tried = `${stem}.批注${number === 1 ? '' : number}${ext}`;
    if (!(await exists(tried))) {
      return tried;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(vscode.Uri.file(path)).then(
    () => true,
    () => false,
  );
}

function languageOptions(resource: vscode.Uri | undefined): string[] {
  const { lang } = settingsFor(resource);
  return lang === 'auto' ? [] : ['--lang', lang];
}

const FORMATS = ['docx', 'md', 'txt'] as const;

/** A blank report: whose, on which year, in which form, and where to. */
async function newReport(session: Session): Promise<void> {
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
