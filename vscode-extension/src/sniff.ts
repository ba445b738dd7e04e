// Whether a text may be an annual report: cheap enough for every text that is opened, so that no
// server is started for anything else. The server judges by the same marks, more exactly.

import words from './words.json';

const LONGEST = 2_000_000; // UTF-16 units: no report has so many
const LINES = 400; // among which a title may stand, blank ones not counted
const TITLE = /信息公开[^,。;!?]{0,14}(?:报告|年报)/;
const TITLE_ENDS = /[告报)》〉>*]$/;
const SENTENCE = /[,。;!?]/;
const LONGEST_TITLE = 80; // characters
const ENOUGH_CHAPTERS = 2;

/** A title that says so, two chapter titles of the format, or a row label of the table of requests. */
export function mayBeReport(text: string): boolean {
  if (text.length > LONGEST || !text.includes('公') || !text.includes('开')) {
    return false;
  }
  const plain = text.replace(/<[^<>]{0,400}>/g, '');
  const squeezed = squeeze(plain);
  return hasTitle(plain) || hasChapters(squeezed) || words.rows.some((label) => squeezed.includes(label));
}

function hasTitle(text: string): boolean {
  let left = LINES;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const short = squeeze(line).replace(/^#+/, '');
    if (short && short.length <= LONGEST_TITLE && TITLE.test(short) && TITLE_ENDS.test(short) && !SENTENCE.test(short)) {
      return true;
    }
    left -= short ? 1 : 0;
    if (left === 0) {
      return false;
    }
  }
  return false;
}

function hasChapters(squeezed: string): boolean {
  return words.chapters.filter((title) => squeezed.includes(title)).length >= ENOUGH_CHAPTERS;
}

/** Without blanks, full-width digits and brackets as their plain ones. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '').normalize('NFKC');
}
