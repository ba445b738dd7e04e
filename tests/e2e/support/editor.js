// The editor as a person has it: what is seen is read from the page, what is done is done by keys.
import {
  afterCursor,
  delayShown,
  lineShown,
  placeShown,
  problemRows,
  squigglesShown,
  startWatch,
} from "./in_page.js";
import { settled, until } from "./waiting.js";

const INPUT = ".quick-input-widget:not([style*='display: none']) input";
const CHOICES = ".quick-input-widget:not([style*='display: none']) .quick-input-list .monaco-list-row";
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
    await editor.see(".explorer-folders-view .monaco-list-row");
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

  /** Types into the box that a key opens, and takes what is chosen first. */
  async choose(key, text, wanted = text) {
    await this.keyboard.press(key);
    await this.see(INPUT);
    await this.keyboard.insertText(text);
    await until(`列出“${wanted}”`, async () => (await this.texts(CHOICES))[0]?.includes(wanted));
    await this.keyboard.press("Enter");
    await until("选择框关闭", async () => !(await this.page.locator(INPUT).isVisible()));
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
    await until(`光标到第 ${line} 行`, async () => (await this.cursor()).line === line);
  }

  /** Clicks before a character: `place` as placeOf gives it. */
  async goto({ line, shown }) {
    await this.reveal(line);
    // lenses that come meanwhile move what is below them
    await until(`光标在第 ${line} 行`, async () => {
      const find = () => this.page.evaluate(placeShown, [line, shown]);
      const { x, y } = await settled(`第 ${line} 行第 ${shown + 1} 个字`, find);
      await this.page.mouse.click(x, y);
      return until("光标移动", async () => (await this.cursor()).line === line, 1000);
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
    // only rows that can be seen are in the page: the list is read while it is turned
    await panel.locator(".monaco-list").first().focus();
    await this.keyboard.press("Home");
    const rows = new Map();
    await until("问题列表读完", async () => {
      const { total, seen } = await this.page.evaluate(problemRows);
      for (const row of seen) rows.set(row.index, row);
      const read = [...rows.values()].filter((row) => !row.heading).length;
      if (read < total) await this.keyboard.press("PageDown");
      return read >= total;
    });
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

  /** The text of the hover at the cursor. */
  async hover() {
    await this.keyboard.press("Control+K");
    await this.keyboard.press("Control+I");
    await this.see(".monaco-hover:not(.hidden) .hover-contents");
    return until("悬停说明", async () => {
      const text = (await this.texts(".monaco-hover:not(.hidden) .hover-contents")).join("\n");
      return !/正在加载|Loading/.test(text) && text;
    });
  }

  /** Opens the menu of quick fixes at the cursor; their titles. */
  async quickFixes() {
    await this.keyboard.press("Control+.");
    await this.see(MENU);
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

  /** What the languages' status says, the popup over the status bar opened. */
  async status() {
    const item = await this.see("#status\\.languageStatus");
    await item.hover();
    await this.see(".hover-language-status .element");
    return (await this.texts(".hover-language-status .element")).join("\n");
  }

  /** The messages that stand in the lower right corner. */
  notifications() {
    return this.texts(".notification-toast .notification-list-item-message");
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
