/** The report as it is to be read: its text, tables and sums, with the findings marked. */

import { fill, h } from "./dom.js";
import type { Addend, Box, Finding, Piece, Run, Sum, Table, View } from "./protocol.js";
import { SEVERITIES } from "./protocol.js";
import { say, type Key } from "./words.js";

const WIDE = 6; // columns that a narrow screen shows without squeezing them
const OUTCOMES = ["broken", "unknown", "holds"] as const;
const TAGS = {
  title: "h3",
  chapter: "h4",
  heading: "h5",
  paragraph: "p",
  aside: "p",
  picture: "p",
} as const;

export class Report {
  readonly element = h("article", { class: "text", lang: "zh-CN" });
  private drawn = new Map<string, HTMLElement[]>();
  private findings: Finding[] = [];
  private about = "";

  constructor(private readonly chosen: (finding: number) => void) {
    this.element.addEventListener("click", (event) => this.clicked(event));
  }

  /** Draw a view; what has not changed since the last one stays as it is. */
  draw(view: View): void {
    this.findings = view.findings;
    this.about = view.findings.map((finding) => finding.severity + finding.message).join("\n");
    this.element.setAttribute("aria-label", say("report"));
    const kept = this.drawn;
    this.drawn = new Map();
    const pieces = view.pieces.map((piece) => this.piece(piece, kept));
    const whole = view.whole.length
      ? h("p", { class: "whole" }, say("whole"), view.whole.map((number) => this.reference(number)))
      : null;
    const wanted: Element[] = whole ? [whole, ...pieces] : pieces;
    if (!same(this.element.children, wanted)) fill(this.element, wanted);
  }

  /** Light up a finding and what it is related to. */
  choose(finding: Finding | null): void {
    for (const lit of this.element.querySelectorAll(".chosen")) lit.classList.remove("chosen");
    if (!finding) return;
    for (const mark of this.marks(finding.number)) mark.classList.add("chosen");
    for (const related of finding.related) {
      for (const mark of this.places(related.place)) mark.classList.add("chosen");
    }
  }

  /** Bring a finding into view; whether it is there. */
  reveal(finding: Finding, focus: boolean): boolean {
    const reference = this.element.querySelector<HTMLElement>(`[data-number="${finding.number}"]`);
    const target = this.marks(finding.number)[0] ?? reference;
    if (!target) return false;
    show(target);
    if (focus) reference?.focus({ preventScroll: true });
    return true;
  }

  /** Bring another place into view. */
  revealPlace(place: number): void {
    const [target] = this.places(place);
    if (!target) return;
    for (const lit of this.element.querySelectorAll(".pointed")) lit.classList.remove("pointed");
    for (const mark of this.places(place)) mark.classList.add("pointed");
    show(target);
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const place = target.closest<HTMLElement>("[data-place]")?.dataset["place"];
    if (place !== undefined) return this.revealPlace(Number(place));
    if (!getSelection()?.isCollapsed) return; // text is being copied
    const number = target.closest<HTMLElement>("[data-number]")?.dataset["number"];
    const marked = target.closest<HTMLElement>("[data-findings]")?.dataset["findings"];
    const found = number ?? marked?.split(" ")[0];
    if (found) this.chosen(Number(found));
  }

  private marks(number: number): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(`[data-findings~="${number}"]`)];
  }

  private places(place: number): HTMLElement[] {
    if (place < 0) return [];
    return [...this.element.querySelectorAll<HTMLElement>(`[data-places~="${place}"]`)];
  }

  private piece(piece: Piece, kept: Map<string, HTMLElement[]>): HTMLElement {
    const marked = piece.kind === "table" || hasMarks(piece.runs);
    const key = JSON.stringify(piece) + (marked ? this.about : "");
    const element = kept.get(key)?.shift() ?? this.fresh(piece);
    this.drawn.set(key, [...(this.drawn.get(key) ?? []), element]);
    return element;
  }

  private fresh(piece: Piece): HTMLElement {
    if (piece.kind === "table") return this.table(piece.table);
    const content = piece.kind === "picture" ? [say("picture")] : this.runs(piece.runs);
    return h(TAGS[piece.kind], { class: piece.kind }, content);
  }

  private runs(runs: Run[]): (Node | string)[] {
    return runs.flatMap(([text, findings, places, ended]): (Node | string)[] => {
      const references = ended.map((number) => this.reference(number));
      if (!findings.length && !places.length) return [text];
      const severity = this.gravest(findings);
      const mark = h(
        findings.length ? "mark" : "span",
        {
          class: severity ?? "place",
          "data-findings": findings.length ? findings.join(" ") : null,
          "data-places": places.length ? places.join(" ") : null,
        },
        text,
      );
      return [mark, ...references];
    });
  }

  private gravest(findings: number[]): string | undefined {
    const kinds = new Set(findings.map((number) => this.findings[number - 1]?.severity));
    return SEVERITIES.find((severity) => kinds.has(severity));
  }

  private reference(number: number): HTMLElement {
    const finding = this.findings[number - 1];
    const about = finding ? `${number} ${say(finding.severity)}：${finding.message}` : "";
    return h(
      "button",
      {
        type: "button",
        class: `ref ${finding?.severity ?? ""}`,
        "data-number": number,
        title: about,
        "aria-label": about,
      },
      String(number),
    );
  }

  private table(table: Table): HTMLElement {
    const name = table.name ? say("table", { name: table.name }) : say("other-table");
    return h("div", { class: "table" }, this.rows(table, name), this.lines(table), this.sums(table));
  }

  private rows(table: Table, name: string): HTMLElement | null {
    if (!table.rows.length) return null;
    const wide = table.rows.some(
      (row) => row.reduce((sum, box) => sum + box.columns, 0) > WIDE,
    );
    // What scrolls must be reached by the keyboard.
    return h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": name },
      h(
        "table",
        { class: wide ? "wide" : null },
        table.rows.map((row) => h("tr", {}, row.map((box) => this.box(box)))),
      ),
    );
  }

  private box(box: Box): HTMLElement {
    return h(
      box.heading && box.runs.length ? "th" : "td", // an empty head would be read out as one
      {
        colspan: box.columns > 1 ? box.columns : null,
        rowspan: box.rows > 1 ? box.rows : null,
        class: box.label ? "label" : null,
      },
      this.runs(box.runs),
    );
  }

  private lines(table: Table): HTMLElement | null {
    if (!table.lines.length) return null;
    const lines = table.lines.flatMap((line) => [...this.runs(line), "\n"]);
    return h(
      "details",
      { open: table.open },
      h("summary", {}, say("lines")),
      h("pre", { tabindex: 0 }, lines),
    );
  }

  private sums(table: Table): HTMLElement | null {
    if (!table.sums.length) return null;
    const broken = table.sums.filter((sum) => sum.outcome === "broken");
    const others = table.sums.filter((sum) => sum.outcome !== "broken");
    const outcomes = OUTCOMES.map((outcome) => counted(table.sums, outcome)).filter(Boolean);
    const title = say("sums", {
      name: table.name,
      count: table.sums.length,
      outcomes: outcomes.join(say("comma")),
    });
    const rest = broken.length
      ? OUTCOMES.slice(1).map((outcome) => counted(table.sums, outcome)).filter(Boolean).join("、")
      : title;
    return h(
      "div",
      { class: "sums" },
      broken.length ? [h("p", {}, title), listed(broken)] : [],
      others.length ? h("details", {}, h("summary", {}, rest), listed(others)) : null,
    );
  }
}

function hasMarks(runs: Run[]): boolean {
  return runs.some(([, findings]) => findings.length > 0);
}

function same(children: HTMLCollection, wanted: Element[]): boolean {
  return (
    children.length === wanted.length && wanted.every((each, place) => children[place] === each)
  );
}

function show(target: HTMLElement): void {
  const folded = target.closest("details");
  if (folded) folded.open = true;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: "center", inline: "center", behavior: calm ? "auto" : "smooth" });
}

function counted(sums: Sum[], outcome: Sum["outcome"]): string {
  const count = sums.filter((sum) => sum.outcome === outcome).length;
  return count ? say(outcome, { count }) : "";
}

function listed(sums: Sum[]): HTMLElement {
  return h("ul", {}, sums.map(line));
}

function line(sum: Sum): HTMLElement {
  const atMost = sum.relation === "at most" && sum.outcome === "holds";
  const sign = atMost ? "≤" : { holds: "＝", broken: "≠", unknown: "？" }[sum.outcome];
  const known = sum.outcome !== "unknown";
  return h(
    "li",
    { class: sum.outcome },
    h("strong", {}, sum.line),
    " ",
    side(sum.left, sum.totals[0], known),
    h("b", { class: "sign" }, ` ${sign} `),
    side(sum.right, sum.totals[1], known),
    " ",
    h("em", {}, say(`${sum.outcome}-mark` as Key)),
  );
}

/** The terms that are not 0, and their sum. */
function side(terms: Addend[], total: string, known: boolean): (Node | string)[] {
  const seen = terms.filter((term) => term.value !== "0");
  if (!seen.length) return [terms.length === 1 ? `${terms[0]!.name} 0` : "0"];
  const parts = seen.flatMap((each, place) => [place ? "＋" : "", ...term(each)]);
  return seen.length > 1 && known ? [...parts, `＝${total}`] : parts;
}

function term(addend: Addend): (Node | string)[] {
  const value = addend.value || say("blank");
  if (addend.place < 0) return [`${addend.name} ${value}`];
  const link = h("button", { type: "button", class: "figure", "data-place": addend.place }, value);
  return [`${addend.name} `, link];
}
