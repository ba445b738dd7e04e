// What a person can have done by name.

import * as vscode from 'vscode';
import { annotate } from './annotate';
import { TEXT_SCHEME } from './client';
import { diagnosticInformation } from './information';
import { newReport } from './new_report';
import type { OfficeCheck } from './office';
import type { Previews } from './preview';
import { fileOf, isOffice, type Projections } from './projection';
import { type Rules, SHOW_RULE } from './rules';
import type { Session } from './session';
import { language } from './settings';
import { subject, tell } from './subject';
import { say } from './texts';

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

async function documentAt(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  const found = subject(uri);
  if (!found) {
    tell('nothing-open');
    return undefined;
  }
  return vscode.workspace.openTextDocument(isOffice(found) ? found.with({ scheme: TEXT_SCHEME }) : found);
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
