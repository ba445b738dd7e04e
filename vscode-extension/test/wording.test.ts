import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { say } from '../src/texts';
import { findingWords, formatWords, type ReportStatus, sign } from '../src/wording';

function status(error: number, warning = 0, info = 0, year: number | null = 2025): ReportStatus {
  return { agency: '望川市教育局', year, edition: '2021', findings: { error, warning, info } };
}

test('year and edition', () => {
  assert.equal(formatWords(status(0), 'zh'), '2025年 · 2021版');
  assert.equal(formatWords(status(0, 0, 0, null), 'zh'), '年份不明 · 2021版');
  assert.equal(formatWords(status(0), 'en'), '2025 · 2021 format');
});

test('counts: what there is none of is not named', () => {
  assert.equal(findingWords(status(2, 1), 'zh'), '2 个错误，1 个警告');
  assert.equal(findingWords(status(0, 0, 3), 'zh'), '3 个提示');
  assert.equal(findingWords(status(0), 'zh'), '没有发现问题');
  assert.equal(findingWords(status(1, 0, 2), 'en'), '1 error(s), 2 info(s)');
});

test('the sign is that of the worst', () => {
  assert.deepEqual([status(1, 1), status(0, 1, 1), status(0, 0, 1), status(0)].map(sign), ['error', 'warning', 'info', 'check']);
});

test('values are filled in as they are; a text without its value shows none', () => {
  assert.equal(say('zh', 'annotated', { name: '$& {x}.docx' }), '已生成批注副本：$& {x}.docx');
  assert.equal(say('zh', 'annotated'), '已生成批注副本：');
});

test('the Chinese is Chinese: no sentence of it is English', () => {
  const english = readFileSync('src/texts.ts', 'utf-8').split('const EN')[1] ?? '';
  for (const [, key] of english.matchAll(/^ {2}'?([\w-]+)'?: /gm)) {
    const words = say('zh', key as Parameters<typeof say>[1]);
    assert.match(words, /[\u4e00-\u9fff]/u, key);
    assert.doesNotMatch(words.replace(/gpar-lint[.\w]*|Python|Markdown|Word|\.docx|Ctrl/g, ''), /[A-Za-z]{4,}/, key);
  }
});

test('the manifest has every word in both languages, and a title for every command', () => {
  const read = (name: string) => JSON.parse(readFileSync(name, 'utf-8'));
  const [manifest, zh, en] = [readFileSync('package.json', 'utf-8'), read('package.nls.zh-cn.json'), read('package.nls.json')];
  const used = new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
  for (const key of used) {
    assert.ok(zh[key as string] && en[key as string], key);
  }
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
  assert.deepEqual(Object.keys(zh).filter((key) => !used.has(key)), []);
});
