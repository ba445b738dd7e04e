/** One file on the screen: its result, the report or its text, the findings, what can be done. */

import { fill, h, keepFocus } from "./dom.js";
import { Editor } from "./editor.js";
import type { Engine } from "./engine.js";
import type { DeskFile } from "./file.js";
import { renamed, save } from "./gathering.js";
import { List } from "./list.js";
import type { Finding, Question, Questions, Related, RuleText, View } from "./protocol.js";
import { SEVERITIES } from "./protocol.js";
import { Report } from "./report.js";
import { say, spoken, type Key } from "./words.js";

type Side = "report" | "edit";
type Answered = { [Q in Question]: Questions[Q][1] extends Uint8Array ? Q : never }[Question];

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
  text: "text/plain",
};

export interface SheetActs {
  announce(message: string): void;
  crashed(error: unknown): void;
  choosePrevious(): void;
  dropPrevious(): void;
}

export class Sheet {
  readonly element = h("div", { class: "sheet" });
  private readonly report: Report;
  private readonly list: List;
  private editor: Editor | null = null;
  private side: Side = "report";
  private chosen: string | null = null;
  private told = "";
  private readonly rules = new Map<string, Promise<RuleText>>();
  private readonly head = h("div", { class: "sheet-head" });
  private readonly tabs = h("div", { class: "tabs", role: "tablist" });
  private readonly body = h("div", { class: "body", role: "tabpanel", id: "body" });
  private readonly scope = h("section", { class: "scope" });

  constructor(
    private readonly engine: Engine,
    private readonly file: DeskFile,
    private readonly acts: SheetActs,
  ) {
    this.report = new Report((number) => this.chooseNumber(number));
    this.list = new List({
      choose: (finding) => this.choose(finding, "list"),
      reveal: (related) => this.reveal(related),
      mend: (finding) => void this.mend(finding),
      rule: (code) => this.rule(code),
    });
    fill(
      this.element,
      this.head,
      h(
        "div",
        { class: "columns" },
        h("section", { class: "paper" }, this.tabs, this.body),
        h("aside", { class: "beside", "aria-label": say("findings") }, this.list.element, this.scope),
      ),
    );
    file.updated = () => this.draw();
    file.failed = (error) => acts.crashed(error);
    file.composing = () => this.editor?.composing ?? false;
    this.draw();
  }

  /** Leave the screen. */
  close(): void {
    this.editor?.destroy();
    this.editor = null;
    this.file.updated = () => undefined;
    this.file.composing = () => false;
  }

  /** Go to the next finding, or the one before. */
  step(by: 1 | -1): void {
    const findings = this.file.view?.findings ?? [];
    if (!findings.length) return;
    const ordered = [...findings];
    const at = ordered.findIndex((finding) => finding.key === this.chosen);
    const next = at < 0 ? (by > 0 ? 0 : ordered.length - 1) : at + by;
    const finding = ordered[(next + ordered.length) % ordered.length]!;
    this.choose(finding, "step");
    this.acts.announce(
      say("announce", {
        number: finding.number,
        total: findings.length,
        severity: say(finding.severity),
        message: finding.message,
      }),
    );
  }

  private draw(): void {
    const view = this.file.view;
    this.element.setAttribute("aria-busy", String(!view));
    if (!view) {
      fill(this.head, this.name(), h("p", { class: "busy" }, say("checking")));
      return;
    }
    this.sayCounts(view);
    keepFocus(this.head, () => this.drawHead(view));
    keepFocus(this.tabs, () => this.drawTabs(view));
    this.report.draw(view);
    this.list.draw(view);
    this.drawScope(view);
    const chosen = view.findings.find((finding) => finding.key === this.chosen) ?? null;
    this.report.choose(chosen);
    this.editor?.show(view, chosen);
    if (this.side === "report" && !this.body.contains(this.report.element)) {
      fill(this.body, this.readOnly(view), this.report.element);
    }
  }

  /** Tell who hears the page how many findings there are now. */
  private sayCounts(view: View): void {
    const found = SEVERITIES.filter((severity) => view.counts[severity]);
    const counts = found.map((severity) => say(`${severity}-count`, { count: view.counts[severity] }));
    const told = view.state === "report" ? counts.join(say("comma")) || say("none") : view.message;
    if (told !== this.told) this.acts.announce(told);
    this.told = told;
  }

  private name(): HTMLElement {
    return h("h2", {}, this.file.view?.title || this.file.name);
  }

  private drawHead(view: View): void {
    const facts = [this.file.name, view.encoding].filter(Boolean).join(" · ");
    fill(
      this.head,
      this.name(),
      h("p", { class: "path" }, facts),
      view.state === "report"
        ? [this.counts(view), h("p", { class: "closing" }, view.closing)]
        : h("p", { class: "closing bad" }, view.message),
      this.previous(view),
      this.tools(view),
    );
  }

  private counts(view: View): HTMLElement {
    const found = SEVERITIES.filter((severity) => view.counts[severity]);
    const chips = found.map((severity) =>
      h("li", { class: severity }, say(`${severity}-count`, { count: view.counts[severity] })),
    );
    return h("ul", { class: "counts" }, chips.length ? chips : h("li", { class: "fine" }, say("none")));
  }

  private previous(view: View): HTMLElement | null {
    const previous = this.file.previous;
    if (!previous) return null;
    const drop = button("previous-drop", () => this.acts.dropPrevious(), "link");
    const problem = view.previous?.problem ?? "";
    return h(
      "p",
      { class: problem ? "previous bad" : "previous" },
      say("previous-is", { name: previous.name }),
      problem ? `　${problem}` : "",
      " ",
      drop,
    );
  }

  private tools(view: View): HTMLElement {
    const content = this.file.content;
    const safe = view.findings.filter((finding) => finding.fix?.safe).length;
    const tools: (HTMLElement | false | null)[] = [
      safe > 0 && view.editable
        ? button("apply-all", () => void this.mend(null), "primary", { count: safe })
        : null,
      content && button("undo", () => content.undo(), "", {}, !content.canUndo),
      content && content.canRedo && button("redo", () => content.redo(), ""),
      content && this.saveButton(view),
      view.kind === "docx" && button("comments", () => void this.comments(), "primary"),
      view.state === "report" &&
        !this.file.previous &&
        button("previous", () => this.acts.choosePrevious(), ""),
      view.state === "report" && button("html", () => void this.page(), ""),
      view.state !== "unreadable" && button("print", () => print(), ""),
    ];
    const steps = view.findings.length
      ? h(
          "div",
          { class: "steps" },
          arrow("↑", "go-previous", () => this.step(-1)),
          arrow("↓", "go-next", () => this.step(1)),
        )
      : null;
    return h("div", { class: "tools", role: "group" }, tools, steps);
  }

  private saveButton(view: View): HTMLElement {
    const kind = this.file.saved ? "" : "primary";
    const made = button("save", () => void this.save(), kind, {}, this.file.text === null);
    made.title = say("save-hint", { encoding: view.encoding });
    return made;
  }

  private drawTabs(view: View): void {
    const sides: Side[] = view.editable ? ["report", "edit"] : ["report"];
    if (sides.length < 2) return fill(this.tabs);
    fill(
      this.tabs,
      sides.map((side) => {
        const isIt = side === this.side;
        const tab = h(
          "button",
          {
            type: "button",
            role: "tab",
            "data-act": side,
            "aria-selected": String(isIt),
            "aria-controls": "body",
            tabindex: isIt ? 0 : -1,
          },
          say(side),
        );
        tab.addEventListener("click", () => this.turn(side));
        tab.addEventListener("keydown", (event) => {
          if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
            this.turn(side === "report" ? "edit" : "report");
            this.tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
          }
        });
        return tab;
      }),
    );
  }

  private turn(side: Side): void {
    const { content, view } = this.file;
    if (side === this.side || !view) return;
    this.side = side;
    if (side === "edit" && content) {
      this.editor = new Editor(content, (number) => this.chooseNumber(number));
      fill(this.body, h("p", { class: "note" }, say("edit-hint")), this.editor.view.dom);
    } else {
      this.editor?.destroy();
      this.editor = null;
      fill(this.body, this.report.element);
    }
    this.draw();
    const chosen = view.findings.find((finding) => finding.key === this.chosen);
    if (chosen) this.choose(chosen, "list");
  }

  private readOnly(view: View): HTMLElement | null {
    if (view.editable || view.state !== "report") return null;
    return h("p", { class: "note" }, say("read-only", { kind: view.kind === "docx" ? "Word" : view.kind.toUpperCase() }));
  }

  private drawScope(view: View): void {
    const lines = view.scope.map(([state, text]) =>
      h("li", { class: state }, h("span", { class: "state" }, say(`scope-${state}` as Key)), text),
    );
    fill(this.scope, lines.length ? [h("h3", {}, say("scope")), h("ul", {}, lines)] : []);
  }

  private chooseNumber(number: number): void {
    const finding = this.file.view?.findings[number - 1];
    if (finding) this.choose(finding, "text");
  }

  /** Choose a finding where the user did not: in the text from the list, in the list from the text. */
  private choose(finding: Finding, from: "list" | "text" | "step"): void {
    this.chosen = finding.key;
    this.list.choose(finding, from !== "list");
    this.report.choose(finding);
    if (this.editor && this.file.view) {
      this.editor.show(this.file.view, finding);
      if (from !== "text" && finding.place) this.editor.reveal(finding.place, from === "step");
    } else if (from !== "text") {
      this.report.reveal(finding, from === "step");
    }
  }

  private reveal(related: Related): void {
    if (this.editor && related.range) this.editor.reveal(related.range, true);
    else this.report.revealPlace(related.place);
  }

  private async mend(finding: Finding | null): Promise<void> {
    const { content } = this.file;
    if (!content) return;
    const text = content.text;
    const given = { ...this.file.given(), text, finding: finding?.number ?? null };
    const rounds = await this.answer("fix", given);
    if (!rounds || content.text !== text) return; // the text has moved on
    content.mend(rounds);
    await this.file.check();
    this.acts.announce(rounds.fixed ? say("fixed", { count: rounds.fixed }) : say("fixed-none"));
  }

  private async save(): Promise<void> {
    const { content, name } = this.file;
    if (!content) return;
    const kind = this.file.view?.kind === "html" ? TYPES.html : TYPES.text;
    if (await this.download("encode", { name, text: content.text }, renamed(name, say("suffix-mended")), kind)) {
      this.file.saved = true;
      this.draw();
    }
  }

  private async comments(): Promise<void> {
    const { name, previous } = this.file.given();
    const target = renamed(name, say("suffix-comments"), ".docx");
    await this.download("annotate", { name, previous }, target, TYPES.docx);
  }

  private async page(): Promise<void> {
    const target = renamed(this.file.name, say("suffix-html"), ".html");
    await this.download("html", this.file.given(), target, TYPES.html);
  }

  private async download<Q extends Answered>(
    question: Q,
    given: Questions[Q][0],
    name: string,
    type: string,
  ): Promise<boolean> {
    const content = (await this.answer(question, given)) as Uint8Array | null;
    if (content) save(name, content, type);
    return content !== null;
  }

  private async answer<Q extends Question>(
    question: Q,
    given: Questions[Q][0],
  ): Promise<Questions[Q][1] | null> {
    try {
      return await this.engine.ask(question, given);
    } catch (error) {
      this.acts.crashed(error);
      return null;
    }
  }

  private rule(code: string): Promise<RuleText> {
    const key = spoken() + code;
    const known = this.rules.get(key) ?? this.engine.ask("rule", { code });
    this.rules.set(key, known);
    return known;
  }
}

function button(
  key: Key,
  act: () => void,
  kind: string,
  values: Record<string, string | number> = {},
  disabled = false,
): HTMLButtonElement {
  const made = h("button", { type: "button", class: kind, disabled }, say(key, values));
  made.dataset["act"] = key;
  made.addEventListener("click", act);
  return made;
}

function arrow(sign: string, key: Key, act: () => void): HTMLElement {
  const made = button(key, act, "step");
  made.textContent = sign;
  made.setAttribute("aria-label", say(key));
  made.title = say(key);
  return made;
}
