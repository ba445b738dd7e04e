// The pictures of the extension's README, taken from the editor itself: make pictures.
import { execFileSync } from "node:child_process";
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { ROOT } from "./support/folders.js";
import { change, CLEAN, example, placeOf, wordDocument } from "./support/reports.js";
import { openSession, scenarios } from "./support/session.js";
import { until } from "./support/waiting.js";

const IMAGES = path.join(ROOT, "vscode-extension/images");
// a palette that keeps the rare colours: the squiggles'
const SHRINK = `import sys; from PIL import Image
Image.open(sys.argv[1]).convert("RGB").quantize(255, method=1, dither=0).save(sys.argv[1], optimize=True)`;
const MOST = 200_000; // bytes of a picture
const WIDTH = 1000;

const CONTRADICTED = example("有缺陷/文表不符.txt");
const SUMS = example("有缺陷/勾稽关系.txt");
const MISNUMBERED = change(CLEAN, ["五、存在的主要", "六、存在的主要"]);

async function openTexts({ files, ...options }) {
  const session = await openSession({ files: { ...files, "年报.docx": await wordDocument() }, ...options });
  await session.editor.keyboard.press("Control+B"); // the explorer is none of the matter
  return session;
}

const picture = scenarios(
  {
    files: { "文表不符.txt": CONTRADICTED, "勾稽关系.txt": SUMS, "序号.txt": MISNUMBERED },
    settings: { "workbench.activityBar.location": "hidden", "breadcrumbs.enabled": false },
    browser: { scale: 1.5, viewport: { width: WIDTH, height: 720 } },
  },
  openTexts,
);

/** Keeps a part of what is seen, in pixels of the page. */
async function take({ page }, name, { top = 0, bottom, left = 0, right = WIDTH }) {
  await mkdir(IMAGES, { recursive: true });
  const file = path.join(IMAGES, `${name}.png`);
  const clip = { x: left, y: top, width: right - left, height: bottom - top };
  await page.screenshot({ path: file, clip, caret: "hide" });
  execFileSync(path.join(ROOT, ".venv/bin/python"), ["-c", SHRINK, file]);
  const { size } = await stat(file);
  if (size > MOST) throw new Error(`${file} 有 ${size} 字节，超过 ${MOST}`);
}

/** Where something is on the page. */
async function boxOf({ page }, selector) {
  const { x, y, width, height } = await page.locator(selector).first().boundingBox();
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** Where the row of a line is, so that a picture ends between rows. */
const rowOf = (session, line) => boxOf(session, `.margin-view-overlays .line-numbers:text-is("${line}")`);

picture("squiggles", async (session) => {
  const { editor } = session;
  await editor.openFile("文表不符.txt");
  await editor.seeSquiggles(["warning", "79条"], ["error", "50件"], ["warning", "3 件"]);
  await until("状态栏", async () => /1 个错误/.test(await editor.status()));
  await until("说明", async () => (await editor.lenses()).length > 1);
  const { bottom } = await rowOf(session, 9);
  await take(session, "squiggles", { bottom: bottom + 4 });
});

picture("problems", async (session) => {
  const { editor, page } = session;
  await editor.seeProblems("文表不符.txt", "C403 6:28", "C421 5:28", "C405 6:63");
  await page.locator(".part.panel .codicon-panel-maximize").click();
  await page.locator(".markers-panel").hover();
  await until("第一行", async () => {
    await page.mouse.wheel(0, -100);
    return page.locator(".markers-panel .monaco-list-row[data-index='0']").isVisible();
  });
  await editor.leave();
  const next = await boxOf(session, ".markers-panel [aria-level='1'][aria-label*='文表不符.txt']");
  await take(session, "problems", { bottom: next.top });
  await editor.keyboard.press("Control+J");
});

picture("quickfix", async (session) => {
  const { editor } = session;
  await editor.openFile("序号.txt");
  await editor.goto(placeOf(MISNUMBERED, "六、存在的主要", 1));
  await editor.seeSquiggles(["error", "六、存在的主要问题及改进情况"]);
  await editor.quickFixes();
  const menu = await boxOf(session, ".action-widget");
  const { top } = await rowOf(session, 75);
  await take(session, "quickfix", { top, bottom: menu.bottom + 50, right: 800 });
  await editor.keyboard.press("Escape");
});

picture("hover", async (session) => {
  const { editor } = session;
  await editor.openFile("文表不符.txt");
  await editor.hover(placeOf(CONTRADICTED, "50件", 1), /文中“50件”说的是/);
  const { bottom } = await boxOf(session, ".monaco-hover:not(.hidden)");
  const { top } = await rowOf(session, 3);
  await take(session, "hover", { top, bottom: bottom + 6 });
  await editor.leave();
});

picture("lens", async (session) => {
  const { editor } = session;
  await editor.openFile("勾稽关系.txt");
  await editor.reveal(72);
  await editor.seeSquiggles(["error", "6"], ["error", "4"]);
  await until("表四上的说明", async () => (await editor.lenses()).some((text) => /1 项不平/.test(text)));
  const [{ top }, { bottom }] = [await rowOf(session, 60), await rowOf(session, 73)];
  await take(session, "lens", { top, bottom });
});

picture("projection", async (session) => {
  const { editor } = session;
  await editor.keyboard.press("Control+B");
  await editor.menuOf("年报.docx", "检查此文件");
  await editor.seeSquiggles(["warning", "79条"], ["error", "50件"], ["warning", "3 件"]);
  const { bottom } = await rowOf(session, 13);
  await take(session, "projection", { bottom: bottom + 4 });
  await editor.keyboard.press("Control+B");
});

picture("page", async (session) => {
  const { editor } = session;
  await editor.openFile("文表不符.txt");
  await editor.command("在旁边以网页打开检查结果");
  const beside = editor.webview();
  await until("网页", async () => /答复政府信息公开申请50件/.test(await beside.locator("body").innerText()));
  await editor.leave();
  await take(session, "page", { bottom: 560 });
});
