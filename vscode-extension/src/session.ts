// The one server of a window: started when it is needed, started again when it crashes.

import * as vscode from 'vscode';
import type { Diagnostic, Executable, LanguageClient } from 'vscode-languageclient/node';
import { LANGUAGES, makeClient, programOf, TEXT_SCHEME } from './client';
import { deferred } from './deferred';
import { askFor, candidatesFor } from './python';
import { type Candidate, type Python, type Resolution, resolvePython } from './resolve';
import { RestartPolicy } from './restart';
import { language, settingsFor } from './settings';
import { mayBeReport } from './sniff';
import { say } from './texts';
import { tellGaveUp, tellNoPython } from './troubles';

export type State = 'idle' | 'starting' | 'running' | 'restarting' | 'no-python' | 'stopped';

export class Session implements vscode.Disposable {
  readonly policy = new RestartPolicy();
  private readonly changed = new vscode.EventEmitter<State>();
  readonly onDidChangeState = this.changed.event;
  state: State = 'idle';
  client: LanguageClient | undefined;
  python: Python | undefined;
  private starting: Promise<void> | undefined;
  private round = 0; // of starts; what belongs to an earlier one is over
  private timer: NodeJS.Timeout | undefined;
  private resource: vscode.Uri | undefined;
  private toldNoPython = false;
  /** What was tried to find a Python, and why it was taken or not. */
  tries: string[] = [];
  private survey = deferred();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Start the server, unless it runs. `resource` is what it is needed for. */
  async start(resource?: vscode.Uri): Promise<void> {
    this.resource ??= resource;
    if (this.state === 'running' || this.timer) {
      return;
    }
    const starting = (this.starting ??= this.startNow(this.round));
    await starting;
    if (this.starting === starting) {
      this.starting = undefined;
    }
  }

  /** Stop and start, with another Python if there is another now. */
  async restart(): Promise<void> {
    await this.stop();
    this.policy.forget();
    this.toldNoPython = false;
    await this.start();
  }

  /** How the program is run for a single command; undefined without a Python. */
  async program(resource?: vscode.Uri): Promise<Executable | undefined> {
    this.python ??= await this.findPython(resource);
    return this.python && programOf(this.python, settingsFor(resource), this.context);
  }

  /** Ask the server; undefined where it does not run, or cannot answer. */
  async ask<Answer>(method: string, uri: vscode.Uri): Promise<Answer | null | undefined> {
    const { client } = this;
    if (!client?.isRunning()) {
      return undefined;
    }
    const answer = client.sendRequest<Answer | null>(method, { uri: client.code2ProtocolConverter.asUri(uri) });
    return answer.catch(() => undefined);
  }

  /** The findings in a file that the server reads by itself. */
  async findingsIn(uri: vscode.Uri): Promise<vscode.Diagnostic[] | undefined> {
    const answer = await this.ask<{ diagnostics?: Diagnostic[] }>('gpar-lint/project', uri);
    return answer?.diagnostics && this.client?.protocol2CodeConverter.asDiagnostics(answer.diagnostics);
  }

  /** Wait until the files of the workspace have been checked once. */
  async surveyed(): Promise<void> {
    if (this.state === 'running') {
      await this.survey.promise;
    }
  }

  /** Whether a document is something for the server. */
  isNeededFor(document: vscode.TextDocument): boolean {
    if (document.uri.scheme === TEXT_SCHEME) {
      return true;
    }
    const isText = LANGUAGES.includes(document.languageId) && settingsFor(document.uri).enable;
    return isText && mayBeReport(document.getText());
  }

  private async startNow(round: number): Promise<void> {
    this.enter('starting');
    const python = await this.findPython(this.resource);
    if (round !== this.round) {
      return;
    }
    this.python = python;
    if (!python) {
      this.enter('no-python');
      if (!this.toldNoPython) {
        this.toldNoPython = true;
        void tellNoPython(this.log);
      }
      return;
    }
    const settings = settingsFor(this.resource);
    const program = programOf(python, settings, this.context);
    const survey = (this.survey = deferred());
    const events = { ended: () => this.ended(client), surveyed: survey.resolve };
    const client = makeClient(program, settings, this.log, events);
    this.client = client;
    try {
      await client.start();
      if (this.client === client) {
        this.enter('running');
      }
    } catch (error) {
      this.log.error(say(language(), 'start-failed', { reason: String(error) }));
      this.ended(client);
    }
  }

  private async findPython(resource: vscode.Uri | undefined): Promise<Python | undefined> {
    const candidates = await candidatesFor(settingsFor(resource), resource);
    const resolution = await resolvePython(candidates, askFor(this.context.extensionPath));
    this.report(resolution);
    return resolution.python;
  }

  private report({ python, rejected }: Resolution): void {
    const words = language();
    const named = ({ origin, command, args }: Candidate | Python) => ({
      origin: say(words, `try-${origin}`),
      command: [command, ...args].join(' '),
    });
    this.tries = rejected.map(({ candidate, reason, detail }) =>
      say(words, 'tried-none', { ...named(candidate), reason: say(words, `reason-${reason}`, { detail }) }),
    );
    if (python) {
      this.tries.push(say(words, 'tried-found', { ...named(python), version: python.version }));
    }
    for (const line of this.tries) {
      this.log.info(line);
    }
  }

  /** The server is gone, and nobody asked it to go. */
  private ended(client: LanguageClient): void {
    if (this.client !== client) {
      return;
    }
    this.client = undefined;
    this.survey.resolve();
    const pause = this.policy.crashed();
    this.enter(pause === undefined ? 'stopped' : 'restarting');
    if (pause === undefined) {
      void tellGaveUp(this, this.log);
      return;
    }
    this.log.warn(say(language(), 'crashed', { seconds: pause / 1000 }));
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.start();
    }, pause);
  }

  private enter(state: State): void {
    this.state = state;
    this.changed.fire(state);
  }

  /** Stop the server; it stays stopped until somebody starts it. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.round += 1;
    this.starting = undefined;
    const { client } = this;
    this.client = undefined;
    this.survey.resolve();
    this.python = undefined;
    if (client) {
      await client.dispose(2000).catch(() => undefined);
    }
    this.enter('idle');
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }
}
