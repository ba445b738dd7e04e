// The findings as a page beside the editor. A click in it goes to the place in the text.

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { TEXT_SCHEME } from './client';
import { utf16Offset, withShortName, withTelling } from './page';
import { fileOf } from './projection';
import { failure, run } from './run';
import type { Session } from './session';
import { language } from './settings';
import { languageOptions } from './subject';
import { say } from './texts';

const REST = 500; // milliseconds after the last change

export class Previews implements vscode.Disposable {
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly listener: vscode.Disposable;

  constructor(private readonly session: Session) {
    this.listener = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const key = document.uri.toString();
      if (this.panels.has(key)) {
        clearTimeout(this.timers.get(key));
        this.timers.set(key, setTimeout(() => void this.render(document), REST));
      }
    });
  }

  /** Show the page of a document beside it. */
  async show(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const known = this.panels.get(key);
    if (known) {
      known.reveal(undefined, true);
    } else {
      this.panels.set(key, this.open(document));
    }
    await this.render(document);
  }

  private open(document: vscode.TextDocument): vscode.WebviewPanel {
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const title = say(language(), 'page-title', { name });
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, localResourceRoots: [], enableFindWidget: true };
    const panel = vscode.window.createWebviewPanel('gpar-lint.page', title, place, options);
    panel.webview.onDidReceiveMessage((place: { start: number; end: number }) => void reveal(document, place));
    panel.onDidDispose(() => this.panels.delete(document.uri.toString()));
    return panel;
  }

  private async render(document: vscode.TextDocument): Promise<void> {
    const page = await this.page(document);
    const panel = this.panels.get(document.uri.toString());
    if (panel && page) {
      panel.webview.html = withTelling(page, randomBytes(16).toString('hex'));
    }
  }

  private async page(document: vscode.TextDocument): Promise<string | undefined> {
    const program = await this.session.program(document.uri);
    if (!program) {
      return undefined;
    }
    const options = ['--output-format', 'html', ...languageOptions(document.uri)];
    // The text as it stands in the editor, saved or not; of a .docx or .pdf the file.
    const isProjection = document.uri.scheme === TEXT_SCHEME;
    const path = fileOf(document.uri).fsPath;
    const args = isProjection ? ['check', path] : ['check', '-', '--stdin-filename', path, '--encoding', 'utf-8'];
    const outcome = await run(program, [...args, ...options], isProjection ? '' : document.getText());
    const problem = failure(outcome);
    if (problem) {
      void vscode.window.showErrorMessage(problem);
      return undefined;
    }
    return withShortName(outcome.stdout, path, vscode.workspace.asRelativePath(fileOf(document.uri)));
  }

  dispose(): void {
    this.listener.dispose();
    for (const timer of this.timers.values()) {
      clearTimeout(timer);
    }
    for (const panel of [...this.panels.values()]) {
      panel.dispose();
    }
  }
}

/** Go to a place that is counted in code points. */
async function reveal(document: vscode.TextDocument, place: { start: number; end: number }): Promise<void> {
  const text = document.getText();
  const [start, end] = [place.start, place.end].map((point) => document.positionAt(utf16Offset(text, point)));
  if (!start || !end) {
    return;
  }
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const column = shown?.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(document, { viewColumn: column, selection: new vscode.Range(start, end) });
  editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
