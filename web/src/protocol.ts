/** What the page and the worker say to each other, and what the engine answers. */

export type Severity = "error" | "warning" | "info";
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Start line and column, end line and column: lines from 1, columns in UTF-16 units from 0. */
export type Range = [number, number, number, number];

/** Text; findings on it; places on it; findings whose number stands after it. */
export type Run = [string, number[], number[], number[]];

export interface Box {
  runs: Run[];
  columns: number;
  rows: number;
  heading: boolean;
  label: boolean;
}

export interface Addend {
  name: string;
  value: string;
  place: number;
}

export interface Sum {
  code: string;
  line: string;
  left: Addend[];
  right: Addend[];
  relation: "equal" | "at most";
  outcome: "holds" | "broken" | "unknown";
  totals: [string, string];
}

export interface Table {
  name: string;
  rows: Box[][];
  lines: Run[][];
  open: boolean;
  sums: Sum[];
}

export type Piece =
  | { kind: "table"; table: Table }
  | { kind: "title" | "chapter" | "heading" | "paragraph" | "aside" | "picture"; runs: Run[] };

export interface Related {
  message: string;
  where: string;
  path: string;
  place: number;
  range: Range | null;
}

export interface Fix {
  safe: boolean;
  message: string;
  changes: [string, string][];
}

export interface Finding {
  number: number;
  code: string;
  title: string;
  severity: Severity;
  message: string;
  hint: string | null;
  where: string;
  basis: string;
  place: Range | null;
  related: Related[];
  fix: Fix | null;
  key: string;
}

/** What an overview says of a file. */
export interface Row {
  name: string;
  state: "report" | "other" | "unreadable";
  title: string;
  agency: string;
  year: number | null;
  edition: string;
  closing: string;
  counts: Record<Severity, number>;
  message: string;
}

export interface View extends Row {
  kind: string;
  editable: boolean;
  encoding: string;
  scope: ["done" | "part" | "not", string][];
  findings: Finding[];
  pieces: Piece[];
  whole: number[];
  text?: string | null;
  previous?: { name: string; problem: string } | null;
}

export interface Rounds {
  rounds: [Range, string][][];
  fixed: number;
}

export interface RuleText {
  code: string;
  title: string;
  basis: string;
  sections: { title: string; blocks: (string | string[])[] }[];
}

export interface Hello {
  version: string;
  rules: number;
  limit: number;
}

/** The questions of the engine: what each is asked with, and what it answers. */
export interface Questions {
  hello: [{ language: string; today: string }, Hello];
  open: [{ name: string; aside?: boolean }, { name: string }];
  close: [{ name: string }, object];
  view: [{ name: string; text: string | null; previous: string | null }, View];
  row: [{ name: string }, Row];
  refuse: [{ name: string; reason: string; error?: string }, View];
  fix: [{ name: string; text: string; previous: string | null; finding: number | null }, Rounds];
  rule: [{ code: string }, RuleText];
  encode: [{ name: string; text: string }, Uint8Array];
  annotate: [{ name: string; previous: string | null }, Uint8Array];
  html: [{ name: string; text: string | null; previous: string | null }, Uint8Array];
  csv: [object, Uint8Array];
  lines: [object, { lines: string[] }];
}

export type Question = keyof Questions;

/** The files that the engine is made of, as they are served: their names and sizes in bytes. */
export interface Assets {
  python: Asset;
  library: Asset;
  engine: Asset;
  memory: Asset | null;
}

export interface Asset {
  url: string;
  size: number;
}

export type ToWorker =
  | { kind: "start"; assets: Assets }
  | { kind: "ask"; id: number; question: Question; given: string; data: ArrayBuffer | null };

export type FromWorker =
  | { kind: "progress"; step: "fetch" | "start"; done: number; total: number }
  | { kind: "ready" }
  | { kind: "failed"; message: string }
  | { kind: "answer"; id: number; answer: string | Uint8Array }
  | { kind: "error"; id: number; message: string; fatal: boolean };
