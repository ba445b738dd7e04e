// Reports to open: a clean one of an invented agency, and changes that make it defective.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { EXAMPLES, ROOT, temporaryFolder } from "./folders.js";

/** A report in which nothing is to be found. */
export const CLEAN = readFileSync(path.join(ROOT, "rules/manual/clean-2021.txt"), "utf8");

export const example = (name) => readFileSync(path.join(EXAMPLES, name), "utf8");

/** 文表不符.txt as a Word document. */
export async function wordDocument() {
  const made = await temporaryFolder("made");
  const python = path.join(ROOT, ".venv/bin/python");
  execFileSync(python, ["-m", "tests.web.made", made.path, "0"], { cwd: ROOT });
  const content = await readFile(path.join(made.path, "有缺陷.docx"));
  await made.remove();
  return content;
}

/** A text with passages replaced; each stands in it exactly once. */
export function change(text, ...pairs) {
  for (const [old, put] of pairs) {
    if (text.split(old).length !== 2) throw new Error(`“${old}”应当恰好出现一次`);
    text = text.replace(old, () => put);
  }
  return text;
}

/**
 * Where a passage starts in a text, or a place inside it: {line, column} as editors count, from 1;
 * shown: how many characters the editor shows before it, a tab being several.
 */
export function placeOf(text, passage, inside = 0) {
  const offset = text.indexOf(passage);
  if (offset < 0) throw new Error(`没有“${passage}”`);
  const lines = text.slice(0, offset + inside).split(/\r\n|\r|\n/);
  const before = lines.at(-1);
  return { line: lines.length, column: before.length + 1, shown: shownLength(before) };
}

const TAB = 4;
const WIDE = /[\u2e80-\ud7af\uf900-\ufaff\uff01-\uff5e]/;

/** How many characters the editor shows of a text: tabs go to the next stop, Chinese counts double. */
function shownLength(text) {
  let width = 0;
  let count = 0;
  for (const character of text) {
    const tab = TAB - (width % TAB);
    width += character === "\t" ? tab : WIDE.test(character) ? 2 : 1;
    count += character === "\t" ? tab : 1;
  }
  return count;
}
