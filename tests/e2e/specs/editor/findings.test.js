// What a defective report shows: where the squiggles stand, what the Problems list says.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { example } from "../../support/reports.js";
import { picture, scenarios, VSIX } from "../../support/session.js";

const scenario = scenarios({
  files: {
    "勾稽关系.txt": example("有缺陷/勾稽关系.txt"),
    "文表不符.txt": example("有缺陷/文表不符.txt"),
    "缺项.md": example("有缺陷/缺项.md"),
    "另一份.txt": example("有缺陷/文表不符.txt"),
  },
});

scenario("squiggles under the claims that the tables contradict", async (session, context) => {
  const { editor } = session;
  await editor.watchSquiggles();
  await editor.openFile("文表不符.txt");
  const delay = await editor.delayUntil(4);
  context.diagnostic(`从打开报告到第一条波浪线（含启动检查程序）：${Math.round(delay)} 毫秒`);
  context.diagnostic(`${VSIX}：${Math.round(statSync(VSIX).size / 1000)} KB`);
  // the last one goes on in the next row of the wrapped paragraph
  await editor.seeSquiggles(["warning", "79条"], ["error", "50件"], ["warning", "3 件"]);
  assert.deepEqual((await editor.squiggles()).map(({ line }) => line), [5, 6, 6]);
  await picture(session, "squiggles");
});

scenario("the Problems list names every number, its source and its rule", async (session) => {
  const { editor } = session;
  const rows = await editor.seeProblems("文表不符.txt", "C403 6:28", "C421 5:28", "C405 6:63");
  assert.deepEqual(new Set(rows.map(({ source }) => source)), new Set(["gpar-lint"]));
  assert.deepEqual(rows.map(({ severity }) => severity), ["error", "warning", "warning"]);
  assert.match(rows[0].message, /答复政府信息公开申请50件.*（七）总计” 20/);
  assert.match(rows[1].message, /总数是 79条.*46＋15＋58.*多出 40/);
  await picture(session, "problems");
});

scenario("a report that is not open yet is listed as well", async ({ editor }) => {
  await editor.seeProblems("勾稽关系.txt", "A301 57:10", "A304 72:9");
});

scenario("squiggles under the figures of a table", async (session) => {
  const { editor } = session;
  await editor.openFile("勾稽关系.txt");
  await editor.reveal(57);
  await editor.seeSquiggles(["error", "6"]);
  await editor.reveal(72);
  await editor.seeSquiggles(["error", "4"]);
  assert.deepEqual((await editor.squiggles()).map(({ line }) => line), [72]);
  await picture(session, "sums");
});

scenario("another report, the checker running already, is underlined sooner", async (session, context) => {
  const { editor } = session;
  await editor.watchSquiggles();
  await editor.openFile("另一份.txt");
  await editor.seeSquiggles(["warning", "79条"], ["error", "50件"], ["warning", "3 件"]);
  const delay = await editor.delayUntil(4);
  context.diagnostic(`检查程序已在运行，从打开报告到波浪线：${Math.round(delay)} 毫秒`);
});

scenario("what is missing from a Markdown report", async ({ editor }) => {
  await editor.openFile("缺项.md");
  await editor.seeProblems(
    "缺项.md", "T202 50:9", "S111 74:1", "S118 5:1", "D501 74:1", "D502 74:1",
  ); // prettier-ignore
});
