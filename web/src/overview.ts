/** Several files at once: a reviewer's table. */

import { fill, h } from "./dom.js";
import type { DeskFile } from "./file.js";
import type { Row } from "./protocol.js";
import { SEVERITIES } from "./protocol.js";
import { say, type Key } from "./words.js";

type Column = "agency" | "year" | "file" | "error" | "warning" | "info" | "state";
const COLUMNS: Column[] = ["agency", "year", "file", "error", "warning", "info", "state"];

export class Overview {
  readonly element = h("div", { class: "scroll", tabindex: 0, role: "region" });
  private by: Column | null = null;
  private down = false;

  constructor(private readonly opened: (file: DeskFile) => void) {}

  draw(files: readonly DeskFile[]): void {
    this.element.setAttribute("aria-label", say("overview"));
    const sorted = this.by ? [...files].sort((one, other) => this.compare(one, other)) : files;
    fill(
      this.element,
      h(
        "table",
        { class: "overview" },
        h("thead", {}, h("tr", {}, COLUMNS.map((column) => this.head(column, files)))),
        h("tbody", {}, sorted.map((file) => this.row(file))),
      ),
    );
  }

  private head(column: Column, files: readonly DeskFile[]): HTMLElement {
    const order = this.by === column ? (this.down ? "descending" : "ascending") : null;
    const arrow = order ? (this.down ? " ↓" : " ↑") : "";
    const button = h("button", { type: "button" }, say(column as Key) + arrow);
    button.addEventListener("click", () => {
      const counts = column === "error" || column === "warning" || column === "info";
      this.down = this.by === column ? !this.down : counts;
      this.by = column;
      this.draw(files);
      const heads = this.element.querySelectorAll<HTMLElement>("th button");
      heads[COLUMNS.indexOf(column)]?.focus();
    });
    return h("th", { scope: "col", "aria-sort": order }, button);
  }

  private row(file: DeskFile): HTMLElement {
    const row = file.row;
    const open = h("button", { type: "button", class: "link" }, agency(row));
    open.addEventListener("click", () => this.opened(file));
    const counts = SEVERITIES.map((severity) => {
      const count = row?.state === "report" ? row.counts[severity] : null;
      return h("td", { class: `count ${count ? severity : "none"}` }, count === null ? "" : String(count));
    });
    return h(
      "tr",
      {},
      h("td", { class: "label" }, open),
      h("td", {}, row?.year ? String(row.year) : ""),
      h("td", { class: "label" }, file.name),
      counts,
      h("td", { class: "label" }, state(row)),
    );
  }

  private compare(one: DeskFile, other: DeskFile): number {
    const [a, b] = [this.key(one), this.key(other)];
    const order =
      typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh-CN");
    return this.down ? -order : order;
  }

  private key(file: DeskFile): string | number {
    const row = file.row;
    switch (this.by) {
      case "year":
        return row?.year ?? 0;
      case "file":
        return file.name;
      case "error":
      case "warning":
      case "info":
        return row?.state === "report" ? row.counts[this.by] : -1;
      case "state":
        return state(row);
      default:
        return row?.agency ?? "";
    }
  }
}

function agency(row: Row | null): string {
  return row?.agency || row?.title || (row?.state === "report" ? say("no-agency") : row?.name ?? "…");
}

function state(row: Row | null): string {
  if (!row) return "…";
  if (row.state === "unreadable") return row.message;
  if (row.state === "other") return say("state-other");
  const worst = SEVERITIES.find((severity) => row.counts[severity]);
  return say(worst ? (`state-${worst}s` as Key) : "state-clean");
}

