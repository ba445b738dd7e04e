import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mayBeReport } from '../src/sniff';
import words from '../src/words.json';

const ROOT = join(process.cwd(), '..');

test('every example is taken for a report', () => {
  for (const folder of ['合规', '有缺陷']) {
    for (const name of readdirSync(join(ROOT, 'examples', folder))) {
      const encoding = name.includes('GB18030') ? 'gb18030' : 'utf-8';
      const text = new TextDecoder(encoding).decode(readFileSync(join(ROOT, 'examples', folder, name)));
      assert.ok(mayBeReport(text), name);
    }
  }
});

test('a title alone is enough, however it is written', () => {
  for (const title of [
    '望川市教育局2025年政府信息公开工作年度报告',
    '# 望川市教育局 2025 年政府信息公开年报',
    '《望川市教育局政府信息公开工作年度报告》（２０２５年）',
    '<h1>望川市<b>教育局</b>2025年政府信息公开<br>工作年度报告</h1>',
    '望川市教育局\r\n2025年\r\n政府信息公开工作年度报告\r\n',
  ]) {
    assert.ok(mayBeReport(`${title}\n\n正文`), title);
  }
});

test('two chapter titles, or a row of the table of requests, are enough', () => {
  assert.ok(mayBeReport('一、总体情况\n……\n二、主动公开政府信息情况\n'));
  assert.ok(mayBeReport('<td>一、本年新收政府信息公开\n申请数量</td><td>3</td>'));
  assert.ok(!mayBeReport('一、总体情况\n公开透明\n'));
});

test('other texts are none', () => {
  for (const text of [
    '',
    '买墨盒、打印纸\n',
    '# README\n\nA linter for 政府信息公开 reports.\n',
    '关于做好2025年政府信息公开工作年度报告编制工作的通知\n\n各科室：请于一月底前报送年度报告。\n',
    '根据条例，县政府于三月底前公布政府信息公开工作年度报告。\n',
    '一、总体情况\n二、下一步打算\n本年度公开招聘三人。\n',
  ]) {
    assert.ok(!mayBeReport(text), text);
  }
});

test('hostile texts take no time to speak of', () => {
  assert.ok(!mayBeReport('公开<'.repeat(300_000)));
  assert.ok(!mayBeReport('政府信息公开 '.repeat(200_000)));
  assert.ok(!mayBeReport(`公开${'\n'.repeat(1_000_000)}`));
});

test('the words are there', () => {
  assert.ok(words.chapters.includes('三、收到和处理政府信息公开申请情况'));
  assert.ok(words.rows.includes('一、本年新收政府信息公开申请数量'));
  assert.ok(words.rows.every((label) => label.length > 8));
});
