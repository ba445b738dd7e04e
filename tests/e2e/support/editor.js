// The editor as a person has it: what is seen is read from the page, what is done is done by keys.
import {
  afterCursor,
  boxShown,
  delayShown,
  lineShown,
  nextFrame,
  placeShown,
  problemRows,
  squigglesShown,
  startWatch,
} from "./in_page.js";
import { settled, until } from "./waiting.js";

const INPUT = ".quick-input-widget:not([style*='display: none']) input";
const CHOICES = ".quick-input-widget:not([style*='display: none']) .quick-input-list .monaco-list-row";
const ASIDE = [700, 4]; // where the mouse makes nothing appear
const OPENING = 25_000; // milliseconds after which a window that shows no file is opened again
const AGAIN = 5000; // milliseconds after which a person would press again
const TURNS = 20; // of the wheel, from one end of the Problems list to the other
const MENU = ".action-widget .monaco-list-row.action";

/** One window of the editor in a page of the browser. */
export class Editor {
  constructor(page) {
    this.page = page;
    this.keyboard = page.keyboard;
  }

  /** Opens an address of code-server and waits until the window can be used. */
  static async open(page, address) {
    await page.goto(address, { waitUntil: "commit" });
    const editor = new Editor(page);
    await until("工作区打开", async () => {
      // now and then the editor shows a workspace without its folders; a person opens it again
      const shown = editor.see(".explorer-folders-view .monaco-list-row", OPENING);
      return shown.catch(() => page.goto(address, { waitUntil: "commit" }).then(() => false));
    }, 4 * OPENING);
    await editor.see("#status\\.problems");
    return editor;
  }

  /** Waits until something is shown. */
  async see(selector, patience) {
    const place = this.page.locator(selector).first();
    await until(`看见 ${selector}`, () => place.isVisible(), patience);
    return place;
  }

  async texts(selector) {
    return this.page.$$eval(selector, (found) =>
      found.filter((each) => each.getClientRects().length).map((each) => each.innerText.trim()),
    );
  }

  /** Types into the box that a key opens, and takes what is listed first. */
  async choose(key, text) {
    await until(`列出“${text}”`, async () => {
      // commands that an extension brings are in the list only when it is opened anew
      await this.keyboard.press("Escape");
      await this.keyboard.press(key);
      await this.see(INPUT);
      await this.keyboard.insertText(text);
      return until("列出", async () => (await this.texts(CHOICES))[0]?.includes(text), AGAIN);
    });
    await this.enter();
  }

  /** Enter, in a box that is open: it closes, or asks something else. */
  async enter() {
    const before = await this.page.evaluate(boxShown);
    await this.keyboard.press("Enter");
    await until("已选择", async () => (await this.page.evaluate(boxShown)) !== before);
  }

  /** Takes what a box that is open lists first for a text. */
  async pick(text) {
    await this.see(INPUT);
    await until("可以选择", async () => (await this.texts(CHOICES)).length);
    await this.keyboard.insertText(text);
    await until(`列出“${text}”`, async () => (await this.texts(CHOICES))[0]?.includes(text));
    await this.enter();
  }

  /** Answers a box that asks for something; without an answer, by what it proposes. */
  async answer(question, text) {
    await until(`问“${question}”`, async () => {
      const asked = await this.texts(".quick-input-widget:not([style*='display: none'])");
      return asked.some((each) => each.includes(question));
    });
    const input = await this.see(INPUT);
    if (text !== undefined) await input.fill(text);
    await this.enter();
  }

  /** Takes what the menu of a file in the explorer offers. */
  async menuOf(file, title) {
    const row = this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: file });
    await row.click({ button: "right" });
    const item = this.page.locator(".monaco-menu .action-label", { hasText: title });
    await until(`菜单“${title}”`, async () => {
      // a click right after the menu has opened is taken as part of opening it
      if (await item.isVisible()) await item.click({ delay: 200 });
      return !(await item.isVisible());
    });
  }

  /** Closes the tab in front. */
  async closeTab() {
    await this.page.locator(".tab.active .tab-actions .action-label").first().click();
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name) {
    await this.choose("Control+P", name);
    await this.see(`.tab.active[aria-label^="${name}"], .tab.active[data-resource-name="${name}"]`);
    await this.see(".editor-instance .view-line");
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.choose("F1", title);
  }

  /** Brings a line into sight. */
  async reveal(line) {
    await this.focus();
    await this.keyboard.press("Control+G");
    await this.see(INPUT);
    await this.keyboard.insertText(`${line}`);
    await this.keyboard.press("Enter");
    await until(`光标到第 ${line} 行`, () => this.isAt(line));
  }

  /** Whether the cursor is in a line, before a character of it, and the keys go there. */
  async isAt(line, shown = 0) {
    const cursor = await this.cursor();
    if (cursor.line !== line || cursor.text === undefined) return false;
    return (await this.line(line)).slice(shown).startsWith(cursor.text);
  }

  /** Clicks before a character: `place` as placeOf gives it. */
  async goto({ line, shown }) {
    await this.reveal(line);
    // lenses that come meanwhile move what is below them
    await until(`光标在第 ${line} 行`, async () => {
      const find = () => this.page.evaluate(placeShown, [line, shown]);
      const { x, y } = await settled(`第 ${line} 行第 ${shown + 1} 个字`, find);
      await this.page.mouse.click(x, y);
      await this.page.mouse.move(...ASIDE);
      return until("光标移动", () => this.isAt(line, shown), 1000);
    });
  }

  /** Where the cursor is: {line, text: what stands after it in its row}. */
  async cursor() {
    const [text = ""] = await this.texts("#status\\.editor\\.selection");
    return { line: Number(text.match(/[0-9]+/)?.[0]), text: await this.page.evaluate(afterCursor) };
  }

  /** The keys go to the text. */
  async focus() {
    await this.keyboard.press("Control+1");
  }

  /** Saves the text, which has been changed. */
  async save() {
    const dirty = this.page.locator(".tab.active.dirty");
    await until("有未保存的改动", () => dirty.count());
    await this.keyboard.press("Control+S");
    await until("已保存", async () => !(await dirty.count()));
  }

  /** The squiggles that can be seen: [{severity, line, text}], text being what is underlined. */
  squiggles() {
    return this.page.evaluate(squigglesShown);
  }

  /** Waits for exactly these squiggles in the part that is seen: [severity, text] each. */
  async seeSquiggles(...expected) {
    const wanted = JSON.stringify(expected);
    await until(`波浪线 ${wanted}`, async () => {
      const squiggles = await this.squiggles();
      const shown = JSON.stringify(squiggles.map(({ severity, text }) => [severity, text]));
      return shown === wanted || Promise.reject(new Error(shown));
    });
  }

  /** What the Problems panel lists: [{file, severity, message, source, code, line, column}]. */
  async problems() {
    const panel = this.page.locator(".markers-panel");
    if (!(await panel.isVisible())) await this.keyboard.press("Control+Shift+M");
    await this.see(".markers-panel");
    // only rows that can be seen are in the page: the list is read while it is turned up and down
    const { x, y, height } = await panel.boundingBox();
    await this.page.mouse.move(x + 5, y + height / 2); // beside the rows, which have hints
    const rows = new Map();
    for (let turn = 0; turn < 2 * TURNS; turn++) {
      const { total, seen } = await this.page.evaluate(problemRows);
      for (const row of seen) rows.set(row.index, row);
      if ([...rows.values()].filter((row) => !row.heading).length >= total) break;
      await this.page.mouse.wheel(0, turn < TURNS ? -100 : 100);
      await this.page.evaluate(nextFrame);
    }
    return underFiles([...rows.values()].sort((one, other) => one.index - other.index));
  }

  /** Waits until the Problems panel lists exactly these of a file, as `code line:column`. */
  async seeProblems(file, ...expected) {
    const wanted = JSON.stringify(expected);
    return until(`${file} 的问题列表 ${wanted}`, async () => {
      const rows = (await this.problems()).filter((row) => row.file === file);
      const shown = JSON.stringify(rows.map((row) => `${row.code} ${row.line}:${row.column}`));
      return shown === wanted ? rows : Promise.reject(new Error(shown));
    });
  }

  /** The text that appears under the mouse at a place, once it says everything that is expected. */
  async hover({ line, shown }, ...expected) {
    await this.reveal(line);
    const box = ".monaco-hover:not(.hidden) .hover-row-contents";
    return until(`悬停说明 ${expected}`, async () => {
      if (!(await this.page.locator(box).first().isVisible())) {
        await this.page.mouse.move(...ASIDE);
        const find = () => this.page.evaluate(placeShown, [line, shown]);
        const { x, y } = await settled(`第 ${line} 行第 ${shown + 1} 个字`, find);
        await this.page.mouse.move(x + 2, y, { steps: 3 });
        await this.see(box, AGAIN);
      }
      const text = (await this.texts(box)).join("\n");
      return expected.every((each) => each.test(text)) ? text : Promise.reject(new Error(text));
    });
  }

  /** Takes the mouse to where it makes nothing appear. */
  async leave() {
    await this.page.mouse.move(...ASIDE);
    await until("没有悬停说明", async () => !(await this.texts(".monaco-hover:not(.hidden)")).length);
  }

  /** Presses keys until they show something: what comes from the server may close it once more. */
  async press(keys, selector) {
    if (await this.page.locator(selector).first().isVisible()) return;
    for (const key of keys) await this.keyboard.press(key);
    await this.see(selector, AGAIN);
  }

  /** Opens the menu of quick fixes at the cursor; their titles. */
  async quickFixes() {
    await until("快速修复菜单", () => this.press(["Control+."], MENU).then(() => true));
    return this.texts(`${MENU} .title`);
  }

  /** Applies the quick fix whose title holds a text. */
  async quickFix(title) {
    await this.quickFixes();
    await this.take(title);
  }

  /** Takes what the open menu offers under a title. */
  async take(title) {
    const titles = await this.texts(`${MENU} .title`);
    const place = titles.findIndex((each) => each.includes(title));
    if (place < 0) throw new Error(`快速修复中没有“${title}”：${titles.join("；")}`);
    await this.page.locator(MENU).nth(place).click();
  }

  /** The text of a line, which must be one that can be seen. */
  line(number) {
    return this.page.evaluate(lineShown, number);
  }

  /** The lenses that can be seen. */
  lenses() {
    return this.texts(".codelens-decoration");
  }

  /** What the item of the extension in the status bar says; "" where there is none. */
  async status() {
    return (await this.texts("[id='gpar-lint.gpar-lint.gpar-lint.status']"))[0] ?? "";
  }

  /** What the languages' status says, the popup over the status bar opened. */
  async languageStatus() {
    const item = await this.see("#status\\.languageStatus");
    await item.hover();
    await this.see(".hover-language-status .element");
    return (await this.texts(".hover-language-status .element")).join("\n");
  }

  /** The messages that stand in the lower right corner. */
  notifications() {
    return this.texts(".notification-fade-in-done .notification-list-item-message");
  }

  /** Waits for a message whose text matches. */
  async seeNotification(pattern) {
    return until(`消息 ${pattern}`, async () => {
      const shown = await this.notifications();
      return shown.find((text) => pattern.test(text)) ?? Promise.reject(new Error(`${shown}`));
    });
  }

  /** The document inside the page that the editor shows beside the text. */
  webview() {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  }

  /** Notes in the page when keys are pressed and when the number of squiggles changes. */
  async watchSquiggles() {
    await this.page.evaluate(startWatch);
  }

  /** Milliseconds, in the page's time, from the last key to the first change to `count` squiggles. */
  async delayUntil(count) {
    return until(`${count} 条波浪线`, () => this.page.evaluate(delayShown, count));
  }
}

/** Problems with the file that each stands under. */
function underFiles(rows) {
  let file = "";
  const found = [];
  for (const { index: _, heading, ...row } of rows) {
    if (heading) file = heading;
    else found.push({ file, ...row });
  }
  return found;
}
