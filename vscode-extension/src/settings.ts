// The settings, as they hold for a file.

import * as vscode from 'vscode';

export const SECTION = 'gpar-lint';

export interface Settings {
  enable: boolean;
  interpreter: string;
  /** The same without what a workspace says. */
  userInterpreter: string;
  importStrategy: 'useBundled' | 'fromEnvironment';
  lang: 'auto' | 'zh' | 'en';
}

export function settingsFor(resource: vscode.Uri | undefined): Settings {
  const given = vscode.workspace.getConfiguration(SECTION, resource);
  return {
    enable: given.get('enable', true),
    interpreter: given.get('interpreter', '').trim(),
    userInterpreter: (given.inspect<string>('interpreter')?.globalValue ?? '').trim(),
    importStrategy: vscode.workspace.isTrusted ? given.get('importStrategy', 'useBundled') : 'useBundled',
    lang: given.get('lang', 'auto'),
  };
}

/** The language of what the extension itself says: Chinese, unless English is asked for. */
export function language(): 'zh' | 'en' {
  return settingsFor(undefined).lang === 'en' ? 'en' : 'zh';
}
