// What a person is told when the server cannot run, and what can be done about it.

import * as vscode from 'vscode';
import type { Session } from './session';
import { language, SECTION } from './settings';
import { type Key, say } from './texts';

const PYTHON = 'https://www.python.org/downloads/';

/** What follows when a button is pressed, by the button's words. */
type Ways = Partial<Record<Key, () => Thenable<unknown> | void>>;

async function tell(message: Key, ways: Ways): Promise<void> {
  const words = language();
  const buttons = new Map(Object.entries(ways).map(([key, way]) => [say(words, key as Key), way]));
  const chosen = await vscode.window.showErrorMessage(say(words, message), ...buttons.keys());
  await (chosen && buttons.get(chosen)?.());
}

export async function tellNoPython(log: vscode.LogOutputChannel): Promise<void> {
  await tell('no-python', {
    install: () => vscode.env.openExternal(vscode.Uri.parse(PYTHON)),
    choose: choosePython,
    'show-log': () => log.show(),
  });
}

/** Have a person show where Python is, and remember it; the server starts as the setting changes. */
async function choosePython(): Promise<void> {
  const [file] = (await vscode.window.showOpenDialog({ title: say(language(), 'choose-title') })) ?? [];
  if (file) {
    const settings = vscode.workspace.getConfiguration(SECTION);
    await settings.update('interpreter', file.fsPath, vscode.ConfigurationTarget.Global);
  }
}

export async function tellGaveUp(session: Session, log: vscode.LogOutputChannel): Promise<void> {
  await tell('gave-up', {
    restart: () => session.restart(),
    'show-log': () => log.show(),
    copy: () => vscode.commands.executeCommand('gpar-lint.copyDiagnosticInformation'),
  });
}
