// What happens while a report is written: fixes, totals typed wrong and right, suppressions.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { change, CLEAN, placeOf } from "../../support/reports.js";
import { picture, scenarios } from "../../support/session.js";

const MISNUMBERED = change(CLEAN, ["五、存在的主要", "六、存在的主要"]);
const HALFWIDTH = change(CLEAN, ["及时公开文化惠民活动、旅游安全提示、", "及时公开文化惠民活动,旅游安全提示、"]);
const CONTRADICTED = change(CLEAN, ["新收政府信息公开申请23件", "新收政府信息公开申请25件"]);
const ROW = "7.属于行政执法案卷\t1\t0\t0\t0\t0\t0\t1";

// What counts as one second on a machine that does other things as well.
const SECOND = Number(process.env.E2E_SECOND ?? 2000);

const scenario = scenarios({
  files: {
    "序号.txt": MISNUMBERED,
    "总计.txt": CLEAN,
    "标点.txt": HALFWIDTH,
    "文表.txt": CONTRADICTED,
    ".vscode/settings.json": {
      "[plaintext]": { "editor.codeActionsOnSave": { "source.fixAll.gpar-lint": "explicit" } },
    },
  },
});

const onDisk = (folder, name) => readFile(path.join(folder, name), "utf8");

scenario("a quick fix mends the text and takes its squiggle away", async (session) => {
  const { editor } = session;
  await editor.openFile("序号.txt");
  const place = placeOf(MISNUMBERED, "六、存在的主要", 1);
  await editor.goto(place);
  await editor.seeSquiggles(["error", "六、存在的主要问题及改进情况"]);
  const titles = await editor.quickFixes();
  await picture(session, "quickfix");
  assert.match(titles[0], /五.*S114/);
  await editor.take(titles[0]);
  await editor.seeSquiggles();
  assert.match(await editor.line(place.line), /^五、存在的主要问题及改进情况$/);
});

scenario("a total typed wrong is underlined at once; typed right, it is not", async (session, context) => {
  const { editor } = session;
  await editor.openFile("总计.txt");
  const place = placeOf(CLEAN, ROW, ROW.length);
  await editor.goto(place);
  await editor.watchSquiggles();
  await editor.keyboard.type("2"); // 1 becomes 12
  const wrong = await editor.delayUntil(1);
  await editor.seeSquiggles(["error", "12"]);
  await picture(session, "total-wrong");
  await editor.keyboard.press("Backspace");
  const right = await editor.delayUntil(0);
  await editor.seeSquiggles();
  await editor.seeProblems("总计.txt");
  context.diagnostic(`填错总计到出现波浪线：${Math.round(wrong)} 毫秒；改正到消失：${Math.round(right)} 毫秒`);
  assert.ok(wrong < SECOND && right < SECOND, `${wrong}，${right}`);
});

scenario("saving applies the safe fixes where the settings say so", async ({ editor, folder }) => {
  await editor.openFile("标点.txt");
  await editor.seeSquiggles(["info", ","]);
  await editor.goto(placeOf(HALFWIDTH, "（一）主动公开"));
  await editor.keyboard.press("Enter"); // something to save
  await editor.save();
  await editor.seeSquiggles();
  const saved = await onDisk(folder, "标点.txt");
  assert.match(saved, /及时公开文化惠民活动，旅游安全提示、/);
});

scenario("a suppression lets a finding be, once it says why", async (session) => {
  const { editor, folder } = session;
  await editor.openFile("文表.txt");
  const place = placeOf(CONTRADICTED, "25件", 1);
  await editor.goto(place);
  await editor.seeSquiggles(["error", "25件"]);
  await editor.quickFix("在此处忽略 C401");
  // without its reason the comment is a finding itself
  await editor.seeProblems("文表.txt", `Z005 ${place.line}:1`);
  const comment = "<!-- gpar-lint: ignore C401 --  -->";
  assert.equal(await editor.line(place.line), comment);
  await editor.goto({ line: place.line, shown: comment.indexOf("  -->") + 1 });
  await editor.keyboard.insertText("含口头申请2件");
  await editor.seeProblems("文表.txt");
  await editor.seeSquiggles();
  assert.equal(await editor.page.locator(".suggest-widget.visible").count(), 0); // no codes in a reason
  await picture(session, "suppressed");
  await editor.save();
  const saved = await onDisk(folder, "文表.txt");
  assert.match(saved, /<!-- gpar-lint: ignore C401 -- 含口头申请2件 -->\n2024年，我局新收/);
});
