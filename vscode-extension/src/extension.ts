// What happens when the editor loads the extension: nothing, until an annual report is there.

import * as vscode from 'vscode';
import { LANGUAGES } from './client';
import { openLog } from './log';
import { Session } from './session';
import { SECTION, settingsFor } from './settings';
import { mayBeReport } from './sniff';

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = openLog();
  const running = new Session(context, log);
  session = running;
  context.subscriptions.push(
    log,
    running,
    vscode.commands.registerCommand('gpar-lint.restart', () => running.restart()),
    vscode.commands.registerCommand('gpar-lint.showLog', () => log.show()),
    vscode.workspace.onDidOpenTextDocument((document) => startFor(document, running)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => startFor(document, running)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.restart()),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration(SECTION) && running.state !== 'idle') {
        await running.restart();
      }
    }),
  );
  const configured = await vscode.workspace.findFiles('**/gpar-lint.toml', '**/node_modules/**', 1);
  if (configured[0]) {
    await running.start(configured[0]);
    return;
  }
  for (const document of vscode.workspace.textDocuments) {
    startFor(document, running);
  }
}

/** Start the server for a document that looks like an annual report. */
function startFor(document: vscode.TextDocument, running: Session): void {
  if (running.state !== 'idle' || !LANGUAGES.includes(document.languageId)) {
    return;
  }
  if (settingsFor(document.uri).enable && mayBeReport(document.getText())) {
    void running.start(document.uri);
  }
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
