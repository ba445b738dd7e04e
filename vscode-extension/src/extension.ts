// What happens when the editor loads the extension: nothing, until an annual report is there.

import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { openLog } from './log';
import { OfficeCheck } from './office';
import { Previews } from './preview';
import { Projections } from './projection';
import { RULE_SCHEME, Rules } from './rules';
import { Session } from './session';
import { SECTION, settingsFor } from './settings';
import { Status } from './status';

const REST = 400; // milliseconds without a change before a text that is being written is looked at

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = openLog();
  const running = new Session(context, log);
  session = running;
  const rules = new Rules(context.extensionUri);
  const projections = new Projections(running);
  const previews = new Previews(running);
  const office = new OfficeCheck(running);
  context.subscriptions.push(
    log,
    running,
    projections,
    previews,
    office,
    new Status(running),
    registerCommands({ context, log, session: running, rules, projections, previews, office }),
    vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, rules),
    vscode.workspace.onDidGrantWorkspaceTrust(() => restartIfUsed(running)),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration(SECTION)) {
        await restartIfUsed(running);
      }
    }),
    startWhenNeeded(running),
  );
  const configured = await vscode.workspace.findFiles('**/gpar-lint.toml', '**/node_modules/**', 1);
  if (configured[0]) {
    await running.start(configured[0]);
  }
}

async function restartIfUsed(running: Session): Promise<void> {
  if (running.state !== 'idle') {
    await (settingsFor(undefined).enable ? running.restart() : running.stop());
  }
  startForOpen(running);
}

/** Start the server for the first document that looks like an annual report, now or later. */
function startWhenNeeded(running: Session): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  startForOpen(running);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => startFor(document, running)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      clearTimeout(timer);
      timer = setTimeout(() => startFor(document, running), REST);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

function startForOpen(running: Session): void {
  for (const document of vscode.workspace.textDocuments) {
    startFor(document, running);
  }
}

function startFor(document: vscode.TextDocument, running: Session): void {
  if (running.state === 'idle' && running.isNeededFor(document)) {
    void running.start(document.uri);
  }
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
