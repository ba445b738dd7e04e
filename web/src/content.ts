/** A file's text under edit: the editor's state, and the line ends that the file itself has. */

import { Compartment, EditorState, type Transaction, type TransactionSpec } from "@codemirror/state";
import { history, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import type { Range, Rounds } from "./protocol.js";

/** What an open editor adds to the state; nothing while there is none. */
export const dress = new Compartment();

const LINE_END = /\r\n?|\n/g;

export class Content {
  state: EditorState;
  /** Told of every change of the text. */
  changed: () => void = () => undefined;
  /** Shows a transaction on the screen, where an editor is open. */
  shown: ((transaction: Transaction) => void) | null = null;
  private ends: string[];
  private readonly usual: string;

  constructor(text: string) {
    this.ends = text.match(LINE_END) ?? [];
    this.usual = commonest(this.ends);
    this.state = EditorState.create({ doc: text, extensions: [history(), dress.of([])] });
  }

  /** The text with the line ends of the file. */
  get text(): string {
    const parts: string[] = [];
    let number = 0;
    for (const line of this.state.doc.iterLines()) {
      parts.push(line, this.ends[number++] ?? "");
    }
    return parts.join("");
  }

  get canUndo(): boolean {
    return undoDepth(this.state) > 0;
  }

  get canRedo(): boolean {
    return redoDepth(this.state) > 0;
  }

  undo(): void {
    undo({ state: this.state, dispatch: (transaction) => this.take(transaction) });
  }

  redo(): void {
    redo({ state: this.state, dispatch: (transaction) => this.take(transaction) });
  }

  /** Make changes as one step that can be undone. */
  change(spec: TransactionSpec): void {
    this.take(this.state.update(spec));
  }

  /** Make the engine's fixes. */
  mend(rounds: Rounds): void {
    for (const round of rounds.rounds) {
      this.change({
        changes: round.map(([range, insert]) => ({ ...this.offsets(range), insert })),
        userEvent: "fix",
      });
    }
  }

  /** Offsets in the editor's document of a place that the engine names. */
  offsets([line, column, lastLine, lastColumn]: Range): { from: number; to: number } {
    const from = this.offset(line, column);
    return { from, to: Math.max(from, this.offset(lastLine, lastColumn)) };
  }

  /** Take a transaction, from the editor or from here. */
  take(transaction: Transaction): void {
    this.follow(transaction);
    this.state = transaction.state;
    this.shown?.(transaction);
    if (transaction.docChanged) this.changed();
  }

  private offset(number: number, column: number): number {
    const doc = this.state.doc;
    const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
    return Math.min(line.from + column, line.to);
  }

  /** Keep the line ends in step: new lines get the file's usual one, the others keep their own. */
  private follow(transaction: Transaction): void {
    if (!transaction.docChanged) return;
    const before = transaction.startState.doc;
    const edits: [number, number, number][] = [];
    transaction.changes.iterChanges((from, to, _from, _to, inserted) => {
      const first = before.lineAt(from).number - 1;
      edits.push([first, before.lineAt(to).number - 1 - first, inserted.lines - 1]);
    });
    for (const [first, gone, come] of edits.reverse()) {
      this.ends.splice(first, gone, ...Array<string>(come).fill(this.usual));
    }
  }
}

function commonest(ends: string[]): string {
  const windows = ends.filter((end) => end === "\r\n").length;
  const old = ends.filter((end) => end === "\r").length;
  if (windows * 2 > ends.length) return "\r\n";
  return old * 2 > ends.length ? "\r" : "\n";
}
