// The language client for one start of the server.

import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type Executable,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  vsdiag,
} from 'vscode-languageclient/node';
import { FLAGS } from './python';
import type { Python } from './resolve';
import { inEditor, SHOW_RULE, withRulesInEditor } from './rules';
import { SECTION, type Settings, settingsFor } from './settings';

export const LANGUAGES = ['plaintext', 'markdown', 'html'];
/** The text of a .docx or .pdf, read-only. */
export const TEXT_SCHEME = 'gpar-lint-text';

export const SELECTOR = [
  ...['file', 'untitled'].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
  { scheme: TEXT_SCHEME },
];

/** How the program is started, in any of its commands. */
export function programOf(python: Python, settings: Settings, context: vscode.ExtensionContext): Executable {
  const script = context.asAbsolutePath('bundled/run.py');
  const ownFirst = settings.importStrategy === 'fromEnvironment' ? ['--from-environment'] : [];
  const args = [...python.args, ...FLAGS, script, ...ownFirst];
  // Not the workspace: Windows looks for programs in the folder it starts them in.
  return { command: python.command, args, options: { cwd: context.extensionPath } };
}

export function makeClient(
  program: Executable,
  settings: Settings,
  log: vscode.LogOutputChannel,
  events: { ended: () => void; surveyed: () => void },
): LanguageClient {
  const lang = settings.lang === 'auto' ? [] : ['--lang', settings.lang];
  const server = { ...program, args: [...(program.args ?? []), 'server', ...lang] };
  const options: LanguageClientOptions = {
    documentSelector: SELECTOR,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { clientCommands: [SHOW_RULE] },
    uriConverters: { code2Protocol: (uri) => uri.toString(), protocol2Code: inEditor },
    synchronize: { configurationSection: SECTION },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        events.ended();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    middleware: {
      didOpen: async (document, next) => {
        if (settingsFor(document.uri).enable) {
          await next(document);
        }
      },
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        if (hover) {
          hover.contents = hover.contents.map((part) => (part instanceof vscode.MarkdownString ? withRulesInEditor(part) : part));
        }
        return hover;
      },
      provideWorkspaceDiagnostics: async (resultIds, token, report, next) => {
        try {
          return await next(resultIds, token, (chunk) => {
            report(chunk && { items: chunk.items.map(unlessDisabled) });
            events.surveyed();
          });
        } finally {
          events.surveyed();
        }
      },
    },
  };
  return new QuietClient(SECTION, 'gpar-lint', server, options);
}

/** Its own complaints are in English and about protocols: they go to the log, ours are shown. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** What is said of a file; nothing of one that is not to be checked. */
function unlessDisabled(said: vsdiag.WorkspaceDocumentDiagnosticReport): vsdiag.WorkspaceDocumentDiagnosticReport {
  const isFull = said.kind === vsdiag.DocumentDiagnosticReportKind.full;
  return isFull && !settingsFor(said.uri).enable ? { ...said, items: [] } : said;
}
