// The log: what was tried, and why. One channel for the extension and its server.

import * as vscode from 'vscode';

export function openLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('gpar-lint', { log: true });
}
