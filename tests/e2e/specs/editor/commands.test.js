// What can be had done by name.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { example, wordDocument } from "../../support/reports.js";
import { openSession, picture, scenarios } from "../../support/session.js";
import { until } from "../../support/waiting.js";

const scenario = scenarios(
  { files: { "文表不符.txt": example("有缺陷/文表不符.txt"), "勾稽关系.txt": example("有缺陷/勾稽关系.txt") } },
  async ({ files }) => openSession({ files: { ...files, "年报.docx": await wordDocument() } }),
);

scenario("the whole workspace is checked, Word documents too", async (session) => {
  const { editor } = session;
  await editor.command("检查工作区里的全部年报");
  await editor.seeNotification(/检查完毕：3 个文件有问题，共 4 个错误、4 个警告/);
  await editor.seeProblems("勾稽关系.txt", "A301 57:10", "A304 72:9");
  await editor.seeProblems("年报.docx", "C403 11:28", "C421 9:28", "C405 11:63");
  await picture(session, "workspace");
});

scenario("a Word document is shown by its text, underlined, and annotated beside", async (session) => {
  const { editor, folder } = session;
  await editor.menuOf("年报.docx", "检查此文件");
  await editor.see(".tab.active[aria-label^='年报.docx']");
  await editor.seeSquiggles(["warning", "79条"], ["error", "50件"], ["warning", "3 件"]);
  await picture(session, "projection");
  await editor.command("生成批注副本");
  await editor.seeNotification(/已生成批注副本：年报\.批注\.docx/);
  assert.ok(existsSync(path.join(folder, "年报.批注.docx")));
});

scenario("a rule is shown by its name", async (session) => {
  const { editor } = session;
  await editor.command("查看规则说明");
  await editor.pick("A301");
  const text = () => editor.webview().locator("body").innerText();
  await until("规则说明", async () => /A301[^]*检查内容[^]*怎么改/.test(await text()));
  await picture(session, "rule");
  await editor.closeTab();
});

scenario("the findings as a page beside the text; a click in it goes to the place", async (session) => {
  const { editor } = session;
  await editor.openFile("文表不符.txt");
  await editor.command("在旁边以网页打开检查结果");
  const page = editor.webview();
  await until("网页", async () => /答复政府信息公开申请50件/.test(await page.locator("body").innerText()));
  await picture(session, "page");
  await page.getByText("正文称“答复政府信息公开申请50件”").first().click();
  await until("光标到第 6 行", async () => (await editor.cursor()).line === 6);
});

scenario("a new report is written where it is wanted", async (session) => {
  const { editor, folder } = session;
  await editor.command("新建年报");
  await editor.answer("机关全称", "望川市教育局");
  await editor.answer("报告年度", "2025");
  await editor.pick("Markdown");
  await editor.answer("Show Local"); // saved under the name that is proposed
  const name = "望川市教育局2025年政府信息公开工作年度报告.md";
  await editor.see(`.tab.active[aria-label^="${name}"]`);
  await until("文件", () => existsSync(path.join(folder, name)));
  assert.match(await readFile(path.join(folder, name), "utf8"), /望川市教育局2025年政府信息公开工作年度报告/);
  await picture(session, "new");
});

scenario("what is needed to help is copied", async ({ editor, page }) => {
  await editor.command("复制诊断信息");
  await editor.seeNotification(/诊断信息已复制/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /gpar-lint/);
  assert.match(copied, /Python 3\.\d+/);
});
