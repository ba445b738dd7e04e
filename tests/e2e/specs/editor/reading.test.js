// What a report tells who reads it in the editor: hover, lenses, the way to a cell, the status.
import assert from "node:assert/strict";
import { change, CLEAN, example, placeOf } from "../../support/reports.js";
import { picture, scenarios } from "../../support/session.js";
import { until } from "../../support/waiting.js";

const REPORT = change(CLEAN, ["新收政府信息公开申请23件", "新收政府信息公开申请25件"]);
const SUMS = example("有缺陷/勾稽关系.txt");

const scenario = scenarios({ files: { "年报.txt": REPORT, "勾稽关系.txt": SUMS } });

async function at(editor, text, passage, inside = 0) {
  await editor.goto(placeOf(text, passage, inside));
}

scenario("a hover explains a cell, its sums and the rule that it breaks", async (session) => {
  const { editor } = session;
  await editor.openFile("勾稽关系.txt");
  await editor.reveal(57);
  await editor.seeSquiggles(["error", "6"], ["error", "4"]);
  await editor.hover(
    placeOf(SUMS, "2.重复申请\t6\t", "2.重复申请\t".length),
    /表三 （五）不予处理2\.重复申请 × 自然人/,
    /数值：6/,
    /✗ .*相差 2/,
    /A301 row-total/,
  );
  await picture(session, "hover");
  await editor.leave();
});

scenario("a hover on a figure of the text names the cell it speaks of", async (session) => {
  const { editor } = session;
  await editor.openFile("年报.txt");
  await editor.seeSquiggles(["error", "25件"]);
  const claim = placeOf(REPORT, "25件", 1);
  await editor.hover(claim, /文中“25件”说的是表三 一、本年新收政府信息公开申请数量 × 总计/, /表中为 23/);
  await picture(session, "hover-claim");
  await editor.leave();
});

scenario("F12 goes from the sentence to its cell", async (session) => {
  const { editor } = session;
  await at(editor, REPORT, "25件", 1);
  await editor.keyboard.press("F12");
  const { line } = placeOf(REPORT, "\t23\t");
  await until("光标到表三的总计", async () => {
    const cursor = await editor.cursor();
    return cursor.line === line && /^23 *$/.test(cursor.text);
  });
  await picture(session, "definition");
});

scenario("lenses say how the sums stand, and what the report was read as", async (session) => {
  const { editor } = session;
  await editor.openFile("勾稽关系.txt");
  await editor.reveal(1);
  await until("标题上的说明", async () => (await editor.lenses()).includes("2024年 · 按2021版格式检查"));
  await at(editor, SUMS, "四、结转下年度继续办理", 1);
  await until("表四上的说明", async () =>
    (await editor.lenses()).some((text) => /勾稽关系 3 项：1 项不平/.test(text)),
  );
  await picture(session, "lens");
});

scenario("the status says edition, year and how many findings", async (session) => {
  const { editor } = session;
  await editor.openFile("勾稽关系.txt");
  await until("状态栏", async () => (await editor.status()) === "2024年 · 2021版 · 2 个错误");
  assert.match(await editor.languageStatus(), /2024年 · 2021版\s+2 个错误/);
  await picture(session, "status");
  await editor.openFile("年报.txt");
  await until("状态栏", async () => (await editor.status()) === "2024年 · 2021版 · 1 个错误");
});

scenario("the way to a place is told by chapter and table", async ({ editor }) => {
  await editor.openFile("勾稽关系.txt");
  await at(editor, SUMS, "2.重复申请\t6\t", 1);
  await until("路径", async () => {
    const [file, chapter, table] = await editor.texts(".breadcrumbs-control .monaco-breadcrumb-item");
    return (
      file === "勾稽关系.txt" &&
      chapter === "三、收到和处理政府信息公开申请情况" &&
      table === "表三 收到和处理政府信息公开申请情况"
    );
  });
});
