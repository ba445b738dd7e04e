// What a command is about, and how its outcome is said.

import * as vscode from 'vscode';
import { language, settingsFor } from './settings';
import { type Key, say } from './texts';

export function tell(key: Key, values: Record<string, string | number> = {}): void {
  void vscode.window.showInformationMessage(say(language(), key, values));
}

export function complain(message: string): void {
  void vscode.window.showErrorMessage(message);
}

/** The file that a command is about: where it was called, or the one in the active editor. */
export function subject(uri: vscode.Uri | undefined): vscode.Uri | undefined {
  return uri ?? vscode.window.activeTextEditor?.document.uri ?? activeTabUri();
}

/** A picture or a Word document in a viewer of its own has no text editor. */
function activeTabUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
}

/** Say that a file was written, and offer to open it. */
export async function offerFile(message: string, file: vscode.Uri): Promise<void> {
  const [open, reveal] = [say(language(), 'open'), say(language(), 'reveal')];
  const chosen = await vscode.window.showInformationMessage(message, open, reveal);
  if (chosen === open) {
    await vscode.env.openExternal(file);
  } else if (chosen === reveal) {
    await vscode.commands.executeCommand('revealFileInOS', file);
  }
}

/** --lang, where the settings ask for a language. */
export function languageOptions(resource: vscode.Uri | undefined): string[] {
  const { lang } = settingsFor(resource);
  return lang === 'auto' ? [] : ['--lang', lang];
}
