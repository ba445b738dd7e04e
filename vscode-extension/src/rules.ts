// Showing a rule's page: rendered, from the copy that travels with the extension.

import * as vscode from 'vscode';
import { readHead } from './manual';
import { language } from './settings';
import { say } from './texts';

export const RULE_SCHEME = 'gpar-lint-rule';
export const SHOW_RULE = 'gpar-lint.showRule';
const PAGES = 'https://gpar-lint.github.io/rules/';
const CODE = /^[A-Z]\d{3}$/;
const ADDRESS = /https:\/\/gpar-lint\.github\.io\/rules\/([A-Z]\d{3})/g;

/** A rule's address on the web, as the page within the editor that says the same. */
export function inEditor(address: string): vscode.Uri {
  const code = address.startsWith(PAGES) ? address.slice(PAGES.length) : '';
  return CODE.test(code) ? pageOf(code) : vscode.Uri.parse(address);
}

/** The manifest has pages of this scheme shown as Markdown is previewed. */
function pageOf(code: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${code}.md` });
}

/** Markdown of the server, with the rules' pages within the editor. */
export function withRulesInEditor(shown: vscode.MarkdownString): vscode.MarkdownString {
  const link = (_: string, code: string) =>
    `[${code}](command:${SHOW_RULE}?${encodeURIComponent(JSON.stringify([code]))})`;
  const linked = new vscode.MarkdownString(shown.value.replace(ADDRESS, link));
  linked.isTrusted = { enabledCommands: [SHOW_RULE] };
  return linked;
}

export class Rules implements vscode.TextDocumentContentProvider {
  private readonly folder: vscode.Uri;

  constructor(extension: vscode.Uri) {
    this.folder = vscode.Uri.joinPath(extension, 'bundled', 'rules');
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return this.page(uri.path.replace(/^\/|\.md$/g, ''));
  }

  /** Show a rule; without a code, have a person choose one. */
  async show(code: unknown): Promise<void> {
    const chosen = typeof code === 'string' && CODE.test(code) ? code : await this.choose();
    if (chosen) {
      // Beside a text; not a third column beside another page.
      const command = vscode.window.activeTextEditor ? 'markdown.showPreviewToSide' : 'markdown.showPreview';
      await vscode.commands.executeCommand(command, pageOf(chosen));
    }
  }

  private async choose(): Promise<string | undefined> {
    const picks = this.heads().then((heads) =>
      heads.map(({ code, name, title }) => ({ label: `${code} ${title}`, description: name, code })),
    );
    const options = { placeHolder: say(language(), 'choose-rule'), matchOnDescription: true };
    return (await vscode.window.showQuickPick(picks, options))?.code;
  }

  private async heads() {
    const entries = await vscode.workspace.fs.readDirectory(this.folder);
    const codes = entries.map(([name]) => name.replace(/\.md$/, '')).filter((code) => CODE.test(code));
    const heads = await Promise.all(codes.sort().map(async (code) => readHead(await this.page(code))));
    return heads.filter((head) => head !== undefined);
  }

  private async page(code: string): Promise<string> {
    const file = vscode.Uri.joinPath(this.folder, `${code}.md`);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  }
}
