// How the report in the active editor stands, in the status bar and among the language's own items.

import * as vscode from 'vscode';
import { SELECTOR } from './client';
import type { Session, State } from './session';
import { language } from './settings';
import { type Key, say } from './texts';
import { findingWords, formatWords, type ReportStatus, sign } from './wording';

const REST = 150; // milliseconds after the last change
const IS_REPORT = 'gpar-lint.isReport'; // for the conditions of menus

interface Look {
  text: Key;
  tooltip: Key;
  broken: boolean;
}

const STARTING: Look = { text: 'starting-short', tooltip: 'starting-short', broken: false };
const LOOKS: Record<State, Look> = {
  idle: STARTING,
  starting: STARTING,
  running: STARTING, // it has not answered yet
  restarting: { text: 'restarting', tooltip: 'restarting-long', broken: false },
  'no-python': { text: 'no-python-short', tooltip: 'no-python', broken: true },
  stopped: { text: 'stopped-short', tooltip: 'stopped-long', broken: true },
};

export class Status implements vscode.Disposable {
  private readonly bar = vscode.window.createStatusBarItem('gpar-lint.status', vscode.StatusBarAlignment.Right, 100);
  private readonly item = vscode.languages.createLanguageStatusItem('gpar-lint', []);
  private readonly listeners: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly session: Session) {
    const later = () => this.showLater();
    this.listeners = [
      session.onDidChangeState(later),
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.languages.onDidChangeDiagnostics(later),
      vscode.workspace.onDidChangeTextDocument(later),
    ];
    this.bar.name = this.item.name = say(language(), 'status-name');
  }

  private showLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.show(), REST);
  }

  private async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const known = document && vscode.languages.match(SELECTOR, document) > 0 ? document : undefined;
    const status = known && (await this.session.ask<ReportStatus>('gpar-lint/status', known.uri));
    if (vscode.window.activeTextEditor?.document !== document) {
      return; // another change is on its way
    }
    void vscode.commands.executeCommand('setContext', IS_REPORT, Boolean(status));
    if (known && status) {
      this.showReport(known, status);
    } else if (known && this.session.isNeededFor(known)) {
      this.showState(known);
    } else {
      this.hide();
    }
  }

  private showReport(document: vscode.TextDocument, status: ReportStatus): void {
    const words = language();
    const [format, found] = [formatWords(status, words), findingWords(status, words)];
    this.bar.text = `$(${sign(status)}) ${format} · ${found}`;
    this.bar.tooltip = [say(words, 'status-name'), status.agency].filter(Boolean).join('：');
    this.bar.command = 'workbench.actions.view.problems';
    this.bar.backgroundColor = undefined;
    this.bar.show();
    this.item.selector = selectorOf(document);
    this.item.text = format;
    this.item.detail = found;
    this.item.severity = vscode.LanguageStatusSeverity.Information;
    this.item.busy = false;
    this.item.command = { title: say(words, 'open-html'), command: 'gpar-lint.openAsHtml' };
  }

  /** The server is not there yet, or no more. */
  private showState(document: vscode.TextDocument): void {
    const words = language();
    const look = LOOKS[this.session.state];
    const text = say(words, look.text);
    this.bar.text = `$(${look.broken ? 'error' : 'loading~spin'}) ${text}`;
    this.bar.tooltip = say(words, look.tooltip);
    this.bar.command = 'gpar-lint.showLog';
    this.bar.backgroundColor = look.broken ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.bar.show();
    this.item.selector = selectorOf(document);
    this.item.text = text;
    this.item.detail = say(words, 'status-name');
    this.item.severity = look.broken ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    this.item.busy = !look.broken;
    this.item.command = look.broken
      ? { title: say(words, 'restart'), command: 'gpar-lint.restart' }
      : { title: say(words, 'show-log'), command: 'gpar-lint.showLog' };
  }

  private hide(): void {
    this.bar.hide();
    this.item.selector = [];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of [...this.listeners, this.bar, this.item]) {
      disposable.dispose();
    }
  }
}

/** One document and no other: the item belongs to a report, not to every text. */
function selectorOf(document: vscode.TextDocument): vscode.DocumentFilter {
  const { scheme, fsPath } = document.uri;
  const { languageId } = document;
  // A pattern that is the path itself matches it, whatever characters it holds.
  return scheme === 'file' ? { scheme, language: languageId, pattern: fsPath } : { scheme, language: languageId };
}
