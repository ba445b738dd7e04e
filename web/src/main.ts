/** The page: files in, results out. */

import { byId, fill, h } from "./dom.js";
import { Engine, Refused, Stopped, type Progress } from "./engine.js";
import { DeskFile } from "./file.js";
import { dropped, save } from "./gathering.js";
import { Overview } from "./overview.js";
import type { Hello } from "./protocol.js";
import { Sheet } from "./sheet.js";
import { say, speak, spoken, type Key } from "./words.js";

declare const EXAMPLES: { name: string; text: string }[];

const ACCEPTED = ".txt,.md,.markdown,.html,.htm,.docx,.pdf,.doc,.wps,.rtf,.ofd";
const LIMIT = 20 * 2 ** 20; // bytes, as the engine has it; a larger file is not even read

class App {
  private readonly engine = new Engine((progress) => this.progressed(progress));
  private readonly overview = new Overview((file) => this.show(file));
  private files: DeskFile[] = [];
  private current: DeskFile | null = null;
  private sheet: Sheet | null = null;
  private progress: Progress = { step: "fetch", done: 0, total: 0, message: "" };
  private hello: Hello | null = null;
  private batch: { done: number; total: number } | null = null;
  private lines: string[] = []; // what is said over all files together
  private examples = 0;
  private asideWanted = false;
  private readonly chooser = h("input", { type: "file", accept: ACCEPTED, hidden: true, id: "chooser" });

  constructor() {
    document.body.append(this.chooser);
    this.chooser.addEventListener("change", () => {
      const files = [...(this.chooser.files ?? [])];
      this.chooser.value = "";
      void (this.asideWanted && files[0] ? this.addPrevious(files[0]) : this.add(files));
    });
    this.listen();
    this.draw();
    this.engine.start();
  }

  private listen(): void {
    addEventListener("keydown", (event) => this.pressed(event));
    addEventListener("beforeunload", (event) => {
      if (this.files.some((file) => !file.saved)) event.preventDefault();
    });
    addEventListener("dragover", (event) => {
      if (!this.wants(event.dataTransfer)) return;
      event.preventDefault();
      if (byId("drop").hidden) this.drawDrop();
      byId("drop").hidden = false;
    });
    addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) byId("drop").hidden = true;
    });
    addEventListener("drop", (event) => {
      if (!this.wants(event.dataTransfer)) return;
      event.preventDefault();
      byId("drop").hidden = true;
      const aside = (event.target as Element).closest?.("[data-drop=previous]");
      if (event.dataTransfer) void this.letFall(event.dataTransfer, aside !== null);
    });
    addEventListener("paste", (event) => {
      if (isTyping(event.target) || !this.wants(event.clipboardData)) return;
      event.preventDefault();
      void this.letFall(event.clipboardData!, false);
    });
    byId("language").addEventListener("click", () => void this.speakOther());
  }

  /** Files are welcome at any time; text only where there is no other to drag it from. */
  private wants(transfer: DataTransfer | null): boolean {
    const types = transfer?.types ?? [];
    return types.includes("Files") || (!this.files.length && types.includes("text/plain"));
  }

  private async letFall(transfer: DataTransfer, aside: boolean): Promise<void> {
    const text = transfer.types.includes("Files") ? "" : transfer.getData("text/plain");
    const files = text ? [pasted(text)] : await dropped(transfer);
    if (aside && this.current && files[0]) await this.addPrevious(files[0]);
    else if (files.length) await this.add(files);
    else this.announce(say("folder-empty"), true);
  }

  private pressed(event: KeyboardEvent): void {
    const plain = !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "F8") {
      event.preventDefault();
      this.sheet?.step(event.shiftKey ? -1 : 1);
    } else if (plain && (event.key === "n" || event.key === "p")) {
      this.sheet?.step(event.key === "n" ? 1 : -1);
    }
  }

  private async speakOther(): Promise<void> {
    speak(spoken() === "zh" ? "en" : "zh");
    this.draw();
    if (!this.hello) return;
    this.hello = await this.engine.hello();
    this.progress = { ...this.progress, hello: this.hello };
    for (const file of this.files) file.view = null;
    this.draw();
    if (this.current) await this.current.check();
    else await this.checkRows();
  }

  private progressed(progress: Progress): void {
    this.progress = progress;
    if (progress.hello) {
      this.hello = progress.hello;
      keepForOffline();
    }
    this.drawProgress();
  }

  private choose(aside: boolean): void {
    this.asideWanted = aside;
    this.chooser.multiple = !aside;
    this.chooser.click();
  }

  /** Put files on the desk and check them. */
  private async add(given: File[]): Promise<void> {
    const added: DeskFile[] = [];
    for (const each of given) {
      const file = await this.opened(each);
      if (file) added.push(file);
    }
    if (!added.length) return;
    const only = this.files.length === 1 ? added[0]! : null;
    if (!only) this.batch = { done: 0, total: added.length };
    this.show(only);
    if (!only) await this.checkRows();
  }

  private async opened(given: File): Promise<DeskFile | null> {
    try {
      if (given.size > LIMIT) return this.refused(given.name, "too-large");
      const data = await given.arrayBuffer();
      if (!this.hello && !this.files.length) this.announce(say("waiting"), true);
      const { name } = await this.engine.ask("open", { name: given.name }, data.slice(0));
      const file = new DeskFile(this.engine, name, data);
      file.failed = (error) => this.crashed(error);
      this.files.push(file);
      return file;
    } catch (error) {
      if (error instanceof DOMException) {
        return this.refused(given.name, "failed", error.message);
      }
      this.crashed(error);
      return null;
    }
  }

  private async refused(name: string, reason: string, error = ""): Promise<DeskFile> {
    const file = new DeskFile(this.engine, name, new ArrayBuffer(0));
    file.take(await this.engine.ask("refuse", { name, reason, error }));
    this.files.push(file);
    return file;
  }

  private async addPrevious(given: File): Promise<void> {
    const file = this.current;
    if (!file) return;
    try {
      const data = await given.arrayBuffer();
      const { name } = await this.engine.ask("open", { name: given.name, aside: true }, data.slice(0));
      file.previous = { name, data };
      await file.check();
    } catch (error) {
      this.crashed(error);
    }
  }

  private async dropPrevious(): Promise<void> {
    const file = this.current;
    if (!file?.previous) return;
    const { name } = file.previous;
    file.previous = null;
    try {
      await this.engine.ask("close", { name });
      await file.check();
    } catch (error) {
      this.crashed(error);
    }
  }

  /** Check, for the overview, what has not been checked. */
  private async checkRows(): Promise<void> {
    const due = this.files.filter((file) => !file.row || (!file.view && file.data.byteLength));
    const files = this.files;
    this.batch = { done: 0, total: due.length };
    this.lines = [];
    try {
      for (const file of due) {
        file.row = await this.engine.ask("row", { name: file.name });
        if (this.files !== files) return; // they were taken off the desk
        this.batch.done++;
        if (!this.current) this.drawOverview();
      }
    } catch (error) {
      this.crashed(error);
    }
    this.batch = null;
    if (!this.current) await this.sumUp();
  }

  /** Draw the overview, and over it what the engine says of all files together. */
  private async sumUp(): Promise<void> {
    this.drawOverview();
    try {
      this.lines = (await this.engine.ask("lines", {})).lines;
    } catch (error) {
      this.crashed(error);
    }
    if (!this.current && this.files.length) this.drawOverview();
  }

  private show(file: DeskFile | null): void {
    this.current = file;
    this.draw();
    scrollTo(0, 0);
    if (file && !file.view) void file.check();
    byId("main").focus({ preventScroll: true });
  }

  private startOver(): void {
    if (this.files.some((file) => !file.saved) && !confirm(say("start-over-ask"))) return;
    const names = this.files.flatMap((file) => [file.name, ...(file.previous ? [file.previous.name] : [])]);
    this.files = [];
    if (this.hello && this.engine.busy) this.engine.start(); // what it is at is not waited for
    else for (const name of names) void this.engine.ask("close", { name }).catch(() => undefined);
    this.show(null);
  }

  private draw(): void {
    document.documentElement.lang = spoken() === "zh" ? "zh-CN" : "en";
    document.title = say("title");
    fill(byId("skip"), say("skip"));
    fill(byId("name"), say("title"));
    fill(byId("subtitle"), say("subtitle"));
    fill(byId("private"), say("private"));
    fill(byId("language"), say("language"));
    byId("language").lang = spoken() === "zh" ? "en" : "zh-CN";
    this.sheet?.close();
    this.sheet = null;
    byId("top").classList.toggle("small", this.files.length > 0);
    this.drawNavigation();
    if (!this.files.length) this.drawStart();
    else if (this.current) this.drawSheet(this.current);
    else this.drawOverview();
    this.drawProgress();
  }

  private drawNavigation(): void {
    const several = this.files.length > 1;
    fill(
      byId("navigation"),
      several && this.current ? act("overview", () => (this.show(null), void this.sumUp())) : null,
      this.files.length ? act("open-more", () => this.choose(false)) : null,
      this.files.length ? act("start-over", () => this.startOver()) : null,
    );
  }

  private drawStart(): void {
    const zone = h(
      "div",
      { class: "zone" },
      h("h2", {}, say("drop-title")),
      h("p", {}, say("drop-hint")),
      h(
        "p",
        { class: "ways" },
        act("choose", () => this.choose(false), "primary"),
        act("paste", () => this.drawPaste()),
        act("example", () => this.openExample()),
      ),
    );
    fill(byId("main"), zone, h("div", { id: "progress" }));
  }

  private drawPaste(): void {
    const text = h("textarea", { id: "pasted", rows: 14, spellcheck: "false", lang: "zh-CN" });
    fill(
      byId("main"),
      h(
        "div",
        { class: "zone pasting" },
        h("label", { for: "pasted" }, say("paste-label")),
        text,
        h(
          "p",
          { class: "ways" },
          act("paste-check", () => {
            if (text.value.trim()) void this.add([pasted(text.value)]);
          }, "primary"),
          act("cancel", () => this.draw()),
        ),
      ),
      h("div", { id: "progress" }),
    );
    this.drawProgress();
    text.focus();
  }

  private openExample(): void {
    const example = EXAMPLES[this.examples++ % EXAMPLES.length]!;
    void this.add([new File([example.text], example.name)]);
  }

  private drawSheet(file: DeskFile): void {
    this.sheet = new Sheet(this.engine, file, {
      announce: (message) => this.announce(message),
      crashed: (error) => this.crashed(error),
      choosePrevious: () => this.choose(true),
      dropPrevious: () => void this.dropPrevious(),
    });
    fill(byId("main"), this.sheet.element, this.hello ? null : h("div", { id: "progress" }));
  }

  private drawOverview(): void {
    this.overview.draw(this.files);
    const batch = this.batch
      ? h("p", { class: "busy" }, say("checking-many", this.batch))
      : act("csv", () => void this.saveOverview(), "primary");
    fill(
      byId("main"),
      h(
        "div",
        { class: "card" },
        h("h2", {}, say("overview-title", { count: this.files.length })),
        this.lines.map((line) => h("p", { class: "closing" }, line)),
        h("div", { class: "tools" }, batch),
        this.overview.element,
      ),
      this.hello ? null : h("div", { id: "progress" }),
    );
    this.drawProgress();
  }

  private async saveOverview(): Promise<void> {
    try {
      save(say("csv-name"), await this.engine.ask("csv", {}), "text/csv");
    } catch (error) {
      this.crashed(error);
    }
  }

  private drawProgress(): void {
    const place = document.getElementById("progress");
    if (!place) return;
    const { step, done, total, message } = this.progress;
    if (step === "failed" || step === "too-old") {
      const text = step === "failed" ? say("failed", { message }) : say("too-old");
      const retry = step === "failed" ? act("retry", () => this.engine.start()) : null;
      return fill(place, h("p", { class: "bad", role: "alert" }, text, " ", retry));
    }
    if (step === "ready") {
      const { rules, version } = this.hello!;
      return fill(place, h("p", { class: "ready" }, say("ready", { rules, version })));
    }
    const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
    const values = { done: megabytes(done), total: megabytes(total) };
    const text = step === "start" ? say("loading-start") : say("loading-fetch", values);
    const label = h("p", {}, text);
    const bar = h("progress", step === "start" ? { "aria-label": text } : { max: total || 1, value: done, "aria-label": text });
    fill(place, label, bar);
  }

  private drawDrop(): void {
    const target = (key: Key, name: string): HTMLElement =>
      h("div", { class: "target", "data-drop": name }, say(key));
    const report = this.current?.view?.state === "report" && !this.current.previous;
    fill(
      byId("drop"),
      target("drop-as-report", "report"),
      report ? target("drop-as-previous", "previous") : null,
    );
  }

  /** Say something to who sees and who hears the page. */
  private announce(message: string, seen = false): void {
    byId("status").textContent = message;
    byId("status").classList.toggle("seen", seen || message === say("fixed-none"));
  }

  private crashed(error: unknown): void {
    if (error instanceof Stopped) return;
    const note = byId("trouble");
    const message = error instanceof Error ? error.message : String(error);
    const lines = message.trim().split("\n");
    const close = h("button", { type: "button", class: "link" }, "×");
    close.addEventListener("click", () => fill(note));
    close.setAttribute("aria-label", say("cancel"));
    fill(
      note,
      h(
        "div",
        { class: "trouble", role: "alert" },
        close,
        error instanceof Refused
          ? h("p", {}, message)
          : [
              h("p", {}, say("crashed", { message: lines.at(-1) ?? "" })),
              lines.length > 1 &&
                h("details", {}, h("summary", {}, say("details")), h("pre", {}, message)),
            ],
      ),
    );
    if (!this.engine.alive) void this.revive();
  }

  /** A new engine in the place of one that died, with the same files on its desk. */
  private async revive(): Promise<void> {
    this.engine.start();
    for (const file of this.files.filter((each) => each.data.byteLength)) {
      await this.engine.ask("open", { name: file.name }, file.data.slice(0));
      const { previous } = file;
      if (previous) {
        await this.engine.ask("open", { name: previous.name, aside: true }, previous.data.slice(0));
      }
    }
    this.announce(say("restarted"), true);
  }
}

function act(key: Key, done: () => void, kind = ""): HTMLButtonElement {
  const made = h("button", { type: "button", class: kind }, say(key));
  made.dataset["act"] = key;
  made.addEventListener("click", done);
  return made;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, .cm-editor") !== null;
}

function pasted(text: string): File {
  return new File([text], say("pasted-name"));
}

/** So that the next opening is quick, and needs no network. */
function keepForOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("service-worker.js").catch(() => undefined);
}

if (location.protocol === "file:") byId("main").querySelector(".local")!.classList.add("bad");
else new App();
