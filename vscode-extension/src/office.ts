// The .docx and .pdf files of the workspace: their findings stand in the list of problems, each at
// its place in the text that opens with a click.

import { posix } from 'node:path';
import * as vscode from 'vscode';
import { TEXT_SCHEME } from './client';
import { COPY } from './projection';
import type { Session } from './session';
import { settingsFor } from './settings';

const FILES = '**/*.{docx,docm,pdf,doc,wps,rtf,odt}';
const LEFT_OUT = '**/{node_modules,.git,.venv}/**';
const MOST = 1000;

export class OfficeCheck implements vscode.Disposable {
  private readonly found = vscode.languages.createDiagnosticCollection('gpar-lint-office');
  private readonly listener: vscode.Disposable;

  constructor(private readonly session: Session) {
    // An open text has its findings from the server, as any document.
    this.listener = vscode.workspace.onDidOpenTextDocument(({ uri }) => this.found.delete(uri));
  }

  /** Check them all, one after the other. */
  async check(progress: vscode.Progress<{ message?: string }>, token: vscode.CancellationToken): Promise<void> {
    this.found.clear();
    const files = await vscode.workspace.findFiles(FILES, LEFT_OUT, MOST, token);
    for (const [index, file] of files.entries()) {
      if (token.isCancellationRequested) {
        return;
      }
      progress.report({ message: `${index + 1}/${files.length}` });
      const uri = file.with({ scheme: TEXT_SCHEME });
      if (isReportItself(file) && settingsFor(file).enable && !isOpen(uri)) {
        await this.checkFile(uri);
      }
    }
  }

  private async checkFile(uri: vscode.Uri): Promise<void> {
    const diagnostics = await this.session.findingsIn(uri);
    if (diagnostics?.length && !isOpen(uri)) {
      this.found.set(uri, diagnostics);
    }
  }

  dispose(): void {
    this.listener.dispose();
    this.found.dispose();
  }
}

/** Neither Word's lock (~$) on an open document nor an annotated copy of one. */
function isReportItself(file: vscode.Uri): boolean {
  const { base, name } = posix.parse(file.path);
  return !base.startsWith('~$') && !COPY.test(name);
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
