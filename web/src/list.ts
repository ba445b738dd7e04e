/** The findings of a file by severity, each with what it says, how to mend it, and its rule. */

import { fill, h } from "./dom.js";
import type { Finding, Related, RuleText, Severity, View } from "./protocol.js";
import { SEVERITIES } from "./protocol.js";
import { say, spoken, type Key } from "./words.js";

const SHORT = 60; // characters of a replacement that is shown
const MOST = 300; // findings of one severity that are listed; who has more mends some first
const FEW = 4; // replacements of a fix that are all shown

export interface ListActs {
  choose(finding: Finding): void;
  reveal(related: Related): void;
  mend(finding: Finding): void;
  rule(code: string): Promise<RuleText>;
}

export class List {
  readonly element = h("div", { class: "findings" });
  private open = new Set<string>();
  private chosen: string | null = null;
  private editable = false;

  constructor(private readonly acts: ListActs) {}

  /** Draw the findings of a view; what was unfolded stays so. */
  draw(view: View): void {
    this.editable = view.editable;
    const focused = document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset["key"];
    const groups = SEVERITIES.map((severity) => this.group(severity, view)).filter(Boolean);
    const nothing = view.state === "report" && !view.findings.length;
    fill(
      this.element,
      groups,
      nothing && h("p", { class: "clean" }, h("strong", {}, say("none")), " ", say("none-hint")),
    );
    if (focused) this.item(focused)?.querySelector<HTMLElement>(".head")?.focus({ preventScroll: true });
  }

  /** Choose a finding: unfolded, in view, the others folded as they were. */
  choose(finding: Finding | null, reveal: boolean): void {
    this.chosen = finding?.key ?? null;
    if (finding) this.open.add(finding.key);
    for (const item of this.element.querySelectorAll<HTMLElement>("[data-key]")) {
      const isIt = item.dataset["key"] === this.chosen;
      item.classList.toggle("chosen", isIt);
      if (isIt) unfold(item, true);
      if (isIt && reveal) item.scrollIntoView({ block: "nearest" });
    }
  }

  private group(severity: Severity, view: View): HTMLElement | null {
    const found = view.findings.filter((finding) => finding.severity === severity);
    if (!found.length) return null;
    return h(
      "section",
      { class: severity },
      h("h3", {}, say(`${severity}-count`, { count: found.length })),
      h("ul", {}, found.slice(0, MOST).map((finding) => this.entry(finding))),
      found.length > MOST && h("p", { class: "about" }, say("left-out", { count: found.length - MOST })),
    );
  }

  private entry(finding: Finding): HTMLElement {
    const isOpen = this.open.has(finding.key);
    const id = `finding-${finding.number}`;
    const head = h(
      "button",
      {
        type: "button",
        class: "head",
        "aria-expanded": String(isOpen),
        "aria-controls": id,
        onclick: () => this.clicked(finding),
      },
      h("span", { class: `ref ${finding.severity}` }, String(finding.number)),
      h("span", { class: "message" }, finding.message),
    );
    const isChosen = finding.key === this.chosen;
    return h(
      "li",
      { class: `${finding.severity}${isChosen ? " chosen" : ""}`, "data-key": finding.key },
      head,
      h("p", { class: "about" }, [finding.where, finding.title].filter(Boolean).join(" · ")),
      h("div", { class: "more", id, hidden: !isOpen }, this.more(finding)),
    );
  }

  private clicked(finding: Finding): void {
    if (finding.key === this.chosen && this.open.has(finding.key)) {
      this.open.delete(finding.key);
      const item = this.item(finding.key);
      if (item) unfold(item, false);
    } else {
      this.acts.choose(finding);
    }
  }

  private item(key: string): HTMLElement | undefined {
    const items = this.element.querySelectorAll<HTMLElement>("[data-key]");
    return [...items].find((item) => item.dataset["key"] === key);
  }

  private more(finding: Finding): HTMLElement[] {
    const parts: HTMLElement[] = [];
    if (finding.hint) parts.push(h("p", {}, h("b", {}, say("hint")), finding.hint));
    if (finding.fix) parts.push(this.fix(finding, finding.fix));
    if (finding.related.length) {
      const items = finding.related.map((related) => this.related(related));
      parts.push(h("p", {}, h("b", {}, say("related"))), h("ul", { class: "related" }, items));
    }
    if (finding.basis) parts.push(h("p", {}, h("b", {}, say("basis")), finding.basis));
    parts.push(this.rule(finding));
    return parts;
  }

  private fix(finding: Finding, fix: NonNullable<Finding["fix"]>): HTMLElement {
    const label = say(fix.safe ? "fix-safe" : "fix-unsafe");
    const button = h("button", { type: "button", class: "small" }, say("apply"));
    button.addEventListener("click", () => this.acts.mend(finding));
    return h(
      "p",
      { class: "fix" },
      h("b", {}, label),
      fix.message,
      changes(fix.changes),
      this.editable ? [" ", button] : null,
    );
  }

  private related(related: Related): HTMLElement {
    const where = related.path ? `${related.path} ${related.where}` : related.where;
    if (related.place < 0) return h("li", {}, `${where} ${related.message}`);
    const link = h("button", { type: "button", class: "link" }, where);
    link.addEventListener("click", () => this.acts.reveal(related));
    return h("li", {}, link, ` ${related.message}`);
  }

  private rule(finding: Finding): HTMLElement {
    const content = h("div", {});
    const folded = h(
      "details",
      { class: "rule" },
      h("summary", {}, `${say("rule")}（${finding.code}）`),
      content,
    );
    folded.addEventListener("toggle", () => {
      if (!folded.open || content.childElementCount) return;
      void this.acts.rule(finding.code).then((rule) => fill(content, explained(rule)));
    });
    return folded;
  }
}

function unfold(item: HTMLElement, open: boolean): void {
  item.querySelector(".head")?.setAttribute("aria-expanded", String(open));
  item.querySelector<HTMLElement>(".more")!.hidden = !open;
}

function changes(pairs: [string, string][]): HTMLElement[] {
  const shown = pairs.map(([before, after]) => [before.trim(), after.trim()] as const);
  if (shown.length > FEW || shown.some(([a, b]) => (a + b).length > SHORT)) return [];
  return shown
    .filter(([before, after]) => before + after)
    .map(([before, after]) =>
      h(
        "span",
        { class: "change" },
        " ",
        before ? h("del", {}, before) : null,
        after ? h("ins", {}, after) : null,
      ),
    );
}

function explained(rule: RuleText): HTMLElement[] {
  const sections = rule.sections.flatMap((section) => [
    h("h4", {}, section.title),
    ...section.blocks.map((block) =>
      typeof block === "string"
        ? h("p", {}, inline(block))
        : h("ul", {}, block.map((item) => h("li", {}, inline(item)))),
    ),
  ]);
  const title = h("p", { class: "title" }, rule.title);
  return spoken() === "en" || !sections.length
    ? [title, h("p", {}, h("b", {}, say("basis" as Key)), rule.basis)]
    : sections;
}

function inline(text: string): (Node | string)[] {
  return text.split("`").map((part, place) => (place % 2 ? h("code", {}, part) : part));
}
