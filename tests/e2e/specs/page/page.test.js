// The clerk's page in a real browser: files dropped, findings seen, mended, saved, all offline.
import assert from "node:assert/strict";
import { cp, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { after, before } from "node:test";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { EXAMPLES, ROOT, temporaryFolder } from "../../support/folders.js";
import { PAGE, commandLine, drop, madeReports, openPage, saved, serve } from "../../support/page.js";
import { picture, scenarios } from "../../support/session.js";
import { PATIENCE, until } from "../../support/waiting.js";

const DEFECTIVE = path.join(EXAMPLES, "有缺陷/文表不符.txt");
const FIXABLE = path.join(EXAMPLES, "有缺陷/由PDF转换.txt");
const SUMS = path.join(EXAMPLES, "有缺陷/勾稽关系.txt");
const CLEAN = path.join(EXAMPLES, "合规/青禾县水务局2024年.txt");
const PATIENT = { timeout: PATIENCE };

let made;
before(async () => (made = await madeReports(0)));
after(() => made?.remove());

const scenario = scenarios({}, openPage);

async function opened({ page, server }, search = "") {
  await page.goto(server.address + search);
  await page.waitForSelector(".ready", PATIENT);
}

async function shownWith(session, ...files) {
  await opened(session);
  await drop(session.page, files);
  await session.page.waitForSelector(".closing, .overview tbody td.count", PATIENT);
}

const texts = (page, selector) => page.locator(selector).allInnerTexts();
const seconds = (start) => `${((Date.now() - start) / 1000).toFixed(1)} 秒`;

scenario("the first opening, the second, and a check: sizes and times", async (session, test) => {
  const { page, server } = session;
  let start = Date.now();
  await opened(session);
  test.diagnostic(`第一次打开：${seconds(start)}，下载 ${(server.sent / 2 ** 20).toFixed(1)} MB`);
  for (const name of (await readdir(PAGE)).sort()) {
    const { size } = await stat(path.join(PAGE, name));
    test.diagnostic(`${String(Math.round(size / 1024)).padStart(6)} KB  ${name}`);
  }
  await picture(session, "page-start");
  await page.evaluate(() => navigator.serviceWorker.ready);
  const sent = server.sent;
  start = Date.now();
  await opened(session);
  test.diagnostic(`第二次打开：${seconds(start)}，下载 ${((server.sent - sent) / 1024).toFixed(0)} KB`);
  start = Date.now();
  await drop(page, [DEFECTIVE]);
  await page.waitForSelector(".findings li", PATIENT);
  test.diagnostic(`检查一份报告并显示：${seconds(start)}`);
});

scenario("a defective text: findings listed and marked, and one leads to the other", async (session) => {
  const { page } = session;
  await shownWith(session, DEFECTIVE);
  assert.deepEqual(await texts(page, ".counts li"), ["1 个错误", "2 个警告"]);
  assert.deepEqual(await texts(page, ".text mark"), ["79条", "50件", "3 件"]);
  assert.match(await page.innerText(".closing"), /^2024年，2021版；表格 200 格全部读出/);

  await page.click(".findings .error .head");
  assert.deepEqual(await texts(page, ".text mark.chosen"), ["50件"]);
  assert.deepEqual(await texts(page, ".text td .chosen"), ["20"]); // the cell that it contradicts
  await picture(session, "page-report");
  await page.click(".text mark >> text=79条");
  assert.match(await page.innerText(".findings li.chosen"), /总数是 79条/);

  await page.keyboard.press("n");
  assert.match(await page.innerText(".findings li.chosen"), /答复政府信息公开申请50件/);
  await page.keyboard.press("F8");
  assert.match(await page.innerText("#status"), /第 3 个，共 3 个/);
  await page.keyboard.press("p");
  await page.click(".findings li.chosen .rule summary");
  await page.waitForSelector(".findings li.chosen .rule h4", PATIENT);
  assert.match(await page.innerText(".findings li.chosen .rule"), /检查内容[^]*怎么改/);
});

scenario("broken sums: a sum leads to its figures in the table", async (session) => {
  const { page } = session;
  await shownWith(session, SUMS);
  assert.match(await page.innerText(".sums li.broken >> nth=0"), /≠/);
  await page.click(".sums li.broken >> nth=0 >> .figure >> nth=0");
  assert.equal(await page.locator("td .pointed").count(), 1);
  await picture(session, "page-sums");
});

scenario("all safe fixes, undone and done again, saved, and clean for the command line", async (session) => {
  const { page } = session;
  await shownWith(session, FIXABLE);
  await page.click("[data-act=apply-all]");
  await until("没有问题", async () => (await texts(page, ".counts li"))[0] === "没有发现问题。");
  await page.click("[data-act=undo]");
  await page.waitForSelector("[data-act=apply-all]", PATIENT);
  await page.click("[data-act=redo]");
  await until("没有问题", async () => (await texts(page, ".counts li"))[0] === "没有发现问题。");
  const file = await saved(page, "[data-act=save]");
  assert.equal(file.name, "由PDF转换（修改后）.txt");
  const folder = await temporaryFolder("saved");
  const copy = path.join(folder.path, file.name);
  await writeFile(copy, await readFile(file.path));
  assert.deepEqual(await commandLine(copy), []);
  await folder.remove();
});

scenario("one fix from its finding", async (session) => {
  const { page } = session;
  await shownWith(session, FIXABLE);
  const number = await page.locator(".findings section li[data-key]").count();
  await page.click(".findings .warning .head >> nth=0");
  await page.click(".findings li.chosen .fix button");
  await until("少一个问题", async () =>
    (await page.locator(".findings section li[data-key]").count()) === number - 1);
});

scenario("findings follow as one types", async (session) => {
  const { page } = session;
  await shownWith(session, DEFECTIVE);
  await page.click(".tabs button >> nth=1");
  await page.waitForSelector(".cm-content .mark.error", PATIENT);
  await picture(session, "page-edit");
  await page.keyboard.press("F8");
  await page.keyboard.press("F8"); // the cursor stands before 50件
  await page.keyboard.press("Delete");
  await page.keyboard.press("Delete");
  await page.keyboard.type("20");
  await until("错误没有了", async () => (await texts(page, ".counts li"))[0] === "2 个警告");
  await page.click(".cm-content .mark.warning >> nth=0");
  assert.match(await page.innerText(".findings li.chosen"), /总数是 79条/);
  await page.click("[data-act=undo]");
  await until("错误又有了", async () => (await texts(page, ".counts li"))[0] === "1 个错误");
  await page.click(".tabs button >> nth=0");
  assert.deepEqual(await texts(page, ".text mark"), ["79条", "50件", "3 件"]);
});

scenario("a Word document: read only, with comments to take away", async (session) => {
  const { page } = session;
  await shownWith(session, path.join(made.path, "有缺陷.docx"));
  assert.deepEqual(await texts(page, ".counts li"), ["1 个错误", "2 个警告"]);
  assert.match(await page.innerText(".note"), /只能看，不能改/);
  assert.match(await page.innerText(".findings .about >> nth=0"), /段/);
  assert.equal(await page.locator(".tabs button").count(), 0);
  const file = await saved(page, "[data-act=comments]");
  assert.equal(file.name, "有缺陷（批注）.docx");
  const folder = await temporaryFolder("saved");
  const copy = path.join(folder.path, file.name);
  await writeFile(copy, await readFile(file.path));
  assert.equal((await commandLine(copy)).length, 3); // it is the same report still
  await folder.remove();
  await picture(session, "page-word");
});

scenario("several files: a table, sorted, opened one by one, saved for a spreadsheet", async (session) => {
  const { page } = session;
  await shownWith(session, DEFECTIVE, CLEAN, FIXABLE, path.join(EXAMPLES, "规则包/沧岚省.toml"));
  await page.waitForSelector("[data-act=csv]", PATIENT);
  assert.deepEqual(await texts(page, ".overview tbody tr td:nth-child(2)"), ["2024", "2024", "2022", ""]);
  await page.click(".overview th button >> text=错误");
  assert.deepEqual(await texts(page, ".overview tbody tr td:nth-child(4)"), ["1", "1", "0", ""]);
  assert.match(await page.innerText(".closing >> nth=0"), /没有问题的 1 份，有错误的 2 份/);
  await picture(session, "page-overview");
  const file = await saved(page, "[data-act=csv]");
  const content = await readFile(file.path);
  assert.deepEqual([...content.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.match(content.toString(), /文表不符\.txt,南浦区财政局,2024,2021,1,2,0/);
  await page.click(".overview .link >> text=青禾县水务局");
  await page.waitForSelector(".clean", PATIENT);
  await page.click("[data-act=overview]");
  await page.waitForSelector(".overview", PATIENT);
});

scenario("last year's report beside this year's", async (session) => {
  const { page } = session;
  await shownWith(session, path.join(made.path, "今年.txt"));
  assert.match(await page.innerText(".scope"), /没有上年的报告/);
  await drop(page, [path.join(made.path, "去年.txt")], "[data-drop=previous]");
  await until("与上年比对", async () => /已与 2023 年的报告比对/.test(await page.innerText(".scope")));
  assert.match(await page.innerText(".findings"), /去年\.txt|上年/);
  await picture(session, "page-previous");
  await page.click("[data-act=previous-drop]");
  await until("不再比对", async () => /没有上年的报告/.test(await page.innerText(".scope")));
});

scenario("what cannot be read is told as on the command line", async (session) => {
  const { page } = session;
  const folder = await temporaryFolder("bad");
  const file = path.join(folder.path, "坏.txt");
  await writeFile(file, Buffer.concat([Buffer.from("报告".repeat(99)), Buffer.from([0xff])]));
  await shownWith(session, file);
  const [told] = await commandLine(file);
  assert.equal(await page.innerText(".closing"), told.message);
  const pdf = path.join(folder.path, "扫描.pdf");
  await writeFile(pdf, "%PDF-1.7\n");
  await drop(page, [pdf]);
  await page.waitForSelector(".overview", PATIENT);
  await until("PDF 的说明", async () => /网页版不能读取 PDF/.test(await page.innerText(".overview")));
  await folder.remove();
});

scenario("in English, remembered", async (session) => {
  const { page } = session;
  await opened(session, "?lang=en");
  await drop(page, [DEFECTIVE]);
  await page.waitForSelector(".findings li", PATIENT);
  assert.deepEqual(await texts(page, ".counts li"), ["errors: 1", "warnings: 2"]);
  await picture(session, "page-english");
  await page.click("#language");
  await until("中文", async () => (await texts(page, ".counts li"))[0] === "1 个错误");
  await opened(session);
  assert.equal(await page.innerText("#name"), "年报检查");
});

scenario("text pasted, by its button and by the keyboard", async (session) => {
  const { page } = session;
  const text = await readFile(DEFECTIVE, "utf8");
  await opened(session);
  await page.click("[data-act=paste]");
  await page.fill("#pasted", text);
  await page.click("[data-act=paste-check]");
  await page.waitForSelector(".findings li", PATIENT);
  await opened(session);
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await page.keyboard.press("Control+v");
  await page.waitForSelector(".findings li", PATIENT);
  assert.deepEqual(await texts(page, ".counts li"), ["1 个错误", "2 个警告"]);
});

scenario("nothing that a reader with other senses would stumble over", async (session) => {
  const { page } = session;
  const axe = await readFile(path.join(ROOT, "web/node_modules/axe-core/axe.min.js"), "utf8");
  const faults = async (what) => {
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
    return found.violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0].html.slice(0, 120)}`);
  };
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await opened(session);
    found.push(...(await faults(`start, ${colorScheme}`)));
    await drop(page, [DEFECTIVE]);
    await page.waitForSelector(".findings li", PATIENT);
    await page.click(".findings .error .head");
    found.push(...(await faults(`report, ${colorScheme}`)));
    await page.click(".tabs button >> nth=1");
    found.push(...(await faults(`edit, ${colorScheme}`)));
  }
  await drop(page, [CLEAN]);
  await page.waitForSelector("[data-act=csv]", PATIENT);
  found.push(...(await faults("overview")));
  await page.emulateMedia({ colorScheme: "light" });
  assert.deepEqual(found, []);
});

scenario("narrow, dark and on paper: nothing is cut off", async (session) => {
  const { page } = session;
  await page.setViewportSize({ width: 360, height: 780 });
  await page.emulateMedia({ colorScheme: "dark" });
  await shownWith(session, DEFECTIVE);
  await picture(session, "page-narrow-dark");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} wide`);
  await page.click(".findings .error .head");
  await page.evaluate(() => document.querySelector(".text table.wide").scrollIntoView());
  await picture(session, "page-narrow-table");
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.evaluate(() => scrollTo(0, 0));
  await picture(session, "page-dark");
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  await picture(session, "page-print");
  assert.equal(await page.locator(".tools").isVisible(), false);
  await page.emulateMedia({ media: "screen" });
});

scenario("a defect of the program is told, and the page goes on", async (session) => {
  const { page } = session;
  await opened(session);
  await page.evaluate(() => {
    const real = File.prototype.arrayBuffer;
    File.prototype.arrayBuffer = function () {
      File.prototype.arrayBuffer = real;
      throw new Error("something broke");
    };
  });
  await drop(page, [DEFECTIVE]);
  await page.waitForSelector(".trouble", PATIENT);
  assert.match(await page.innerText(".trouble"), /something broke/);
  await drop(page, [DEFECTIVE]);
  await page.waitForSelector(".findings li", PATIENT);
});

scenario("an engine that dies is replaced, and the files are still there", async (session) => {
  const { page } = session;
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.workers = [];
    window.Worker = class extends Real {
      constructor(...given) {
        super(...given);
        window.workers.push(this);
      }
    };
  });
  await shownWith(session, DEFECTIVE);
  await page.evaluate(() => window.workers[0].dispatchEvent(new ErrorEvent("error", { message: "gone" })));
  await page.click(".tabs button >> nth=1");
  await page.keyboard.press("F8");
  await page.keyboard.type("9"); // 979条
  await page.waitForSelector(".trouble", PATIENT);
  await until("重新启动", async () => /已重新启动/.test(await page.innerText("#status")));
  await page.keyboard.press("Backspace");
  await page.keyboard.type("8");
  await until("新的结果", async () => (await texts(page, ".counts li"))[1] === "1 个警告");
  assert.equal(await page.locator(".tabs button").count(), 2); // it can still be edited
});

scenario("opened as a file it says how to open it", async ({ page }) => {
  await page.goto(pathToFileURL(path.join(PAGE, "index.html")).href);
  assert.match(await page.innerText("main"), /浏览器不允许从文件夹直接打开/);
});

scenario("without its server, and without any other address, all works", async (session) => {
  const { page, server, requests, complaints } = session;
  await opened(session);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await server.stop();
  await shownWith(session, SUMS);
  assert.deepEqual(await texts(page, ".counts li"), ["2 个错误"]);
  const own = new URL(server.address).origin;
  const others = requests.filter((url) => !url.startsWith(own) && !/^(blob|data|file):/.test(url));
  assert.deepEqual(others, []);
  const reached = await page.evaluate(() =>
    fetch("https://example.com/").then(() => "reached", () => "refused"));
  assert.equal(reached, "refused");
  assert.deepEqual(complaints.filter((each) => !/example\.com|Failed to load|fetch/.test(each)), []);
});

scenario("a new version is there at the next opening", async (session) => {
  const { browser } = session;
  const folder = await temporaryFolder("deployed");
  await cp(PAGE, folder.path, { recursive: true });
  const server = await serve(folder.path);
  const open = async () => {
    const page = await browser.context.newPage();
    await page.goto(server.address);
    await page.waitForSelector(".ready", PATIENT);
    await page.evaluate(() => navigator.serviceWorker.ready);
    return page;
  };
  await (await open()).close();
  for (const [name, from, to] of [
    ["index.html", "</body>", "<p>（新）</p></body>"],
    ["service-worker.js", /gpar-lint-page-[0-9a-f]+/, "gpar-lint-page-new"],
  ]) {
    const file = path.join(folder.path, name);
    const content = await readFile(file, "utf8");
    assert.notEqual(content.replace(from, to), content);
    await writeFile(file, content.replace(from, to));
  }
  const old = await open();
  assert.doesNotMatch(await old.content(), /（新）/); // what is kept is there at once
  const kept = () => caches.keys().then((names) => names.filter((name) => /page/.test(name)).join());
  await until("取来新版本", async () => (await old.evaluate(kept)) === "gpar-lint-page-new");
  await old.close();
  const page = await open();
  assert.match(await page.content(), /（新）/);
  await page.close();
  await server.stop();
  await folder.remove();
});
