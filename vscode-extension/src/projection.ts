// The text of a .docx or .pdf, read-only, with everything that the server shows of a report.

import * as vscode from 'vscode';
import { TEXT_SCHEME } from './client';
import type { Session } from './session';
import { language } from './settings';
import { say } from './texts';

export const OFFICE = /\.(docx|docm|pdf|doc|wps|rtf|odt|ofd)$/i;
/** The end of an annotated copy's name: the same report once more. */
export const COPY = /\.批注\d*$/;

interface Projected {
  text?: string;
  isReport?: boolean;
  problem?: string;
}

/** Whether a file is shown by its text instead of itself. */
export function isOffice(uri: vscode.Uri): boolean {
  return OFFICE.test(uri.path);
}

/** The file that a document shows: its own, or the one whose text it is. */
export function fileOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === TEXT_SCHEME ? uri.with({ scheme: 'file' }) : uri;
}

export class Projections implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly watchers = new Map<string, vscode.Disposable>();
  private readonly listeners: vscode.Disposable[];

  constructor(private readonly session: Session) {
    this.listeners = [
      vscode.workspace.registerTextDocumentContentProvider(TEXT_SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      session.onDidChangeState((state) => {
        if (state === 'running') {
          this.refreshAll();
        }
      }),
    ];
  }

  /** Show the text of a file; what stands in the way is said. */
  async show(file: vscode.Uri): Promise<void> {
    const uri = file.with({ scheme: TEXT_SCHEME });
    const projected = await this.project(uri);
    if (projected?.text === undefined) {
      void vscode.window.showErrorMessage(projected?.problem ?? say(language(), 'stopped'));
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await vscode.window.showTextDocument(document, { preview: false });
    if (!projected.isReport) {
      void vscode.window.showInformationMessage(say(language(), 'no-report'));
    }
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    this.watch(uri);
    const projected = await this.project(uri);
    return projected?.text ?? projected?.problem ?? '';
  }

  private async project(uri: vscode.Uri): Promise<Projected | null | undefined> {
    await this.session.start(fileOf(uri));
    return this.session.ask<Projected>('gpar-lint/project', uri);
  }

  /** Show it anew when its file is saved elsewhere. */
  private watch(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.watchers.has(key)) {
      return;
    }
    const file = fileOf(uri);
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), name);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const tell = () => this.changed.fire(uri);
    this.watchers.set(key, vscode.Disposable.from(watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell)));
  }

  private forget(uri: vscode.Uri): void {
    this.watchers.get(uri.toString())?.dispose();
    this.watchers.delete(uri.toString());
  }

  private refreshAll(): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === TEXT_SCHEME) {
        this.changed.fire(uri);
      }
    }
  }

  dispose(): void {
    for (const disposable of [...this.listeners, ...this.watchers.values(), this.changed]) {
      disposable.dispose();
    }
  }
}
