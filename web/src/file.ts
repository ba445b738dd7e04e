/** A file on the desk: its bytes, what the engine says of it, and its text under edit. */

import { Content } from "./content.js";
import type { Engine } from "./engine.js";
import type { Row, View } from "./protocol.js";

const PAUSE = 250; // milliseconds without a key before the text is checked again

export class DeskFile {
  view: View | null = null;
  row: Row | null = null;
  content: Content | null = null;
  previous: { name: string; data: ArrayBuffer } | null = null;
  saved = true;
  /** Told when there is something new to show. */
  updated: () => void = () => undefined;
  /** Told when the engine failed. */
  failed: (error: unknown) => void = () => undefined;
  /** Whether an input method is at work. */
  composing: () => boolean = () => false;

  private version = 0;
  private busy = false;
  private timer = 0;

  constructor(
    private readonly engine: Engine,
    readonly name: string,
    readonly data: ArrayBuffer,
  ) {}

  /** The text as it now is, null: that of the file. */
  get text(): string | null {
    return this.content && this.version > 0 ? this.content.text : null;
  }

  /** Check the file as it now is. */
  async check(): Promise<void> {
    clearTimeout(this.timer);
    if (this.busy) return; // it is checked again as soon as the answer is there
    this.busy = true;
    try {
      for (;;) {
        const version = this.version;
        const view = await this.engine.ask("view", this.given());
        if (version !== this.version) continue; // the text has moved on
        this.take(view);
        return;
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.busy = false;
    }
  }

  /** What the engine is asked about this file. */
  given(): { name: string; text: string | null; previous: string | null } {
    return { name: this.name, text: this.text, previous: this.previous?.name ?? null };
  }

  /** Take what the engine says. */
  take(view: View): void {
    this.view = view;
    this.row = view;
    if (view.editable && !this.content && typeof view.text === "string") {
      this.content = new Content(view.text);
      this.content.changed = () => this.edited();
    }
    this.updated();
  }

  private edited(): void {
    this.version++;
    this.saved = false;
    this.later();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.composing()) this.later();
      else void this.check();
    }, PAUSE);
  }
}
