// Functions that run inside the page. Each stands alone: it is sent there as its source.

/** The squiggles that can be seen, with the very characters that each stands under. */
export function squigglesShown() {
  const shown = (each) => each.getClientRects().length > 0 && !each.closest(".sticky-widget");
  const middle = (box) => box.top + box.height / 2;
  const lines = [...document.querySelectorAll(".monaco-editor .view-line")].filter(shown);
  const numbers = [...document.querySelectorAll(".monaco-editor .line-numbers")]
    .filter((each) => shown(each) && each.textContent.trim())
    .map((each) => ({ top: each.getBoundingClientRect().top, number: Number(each.textContent) }));

  const under = (line, box) => {
    const range = document.createRange();
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let text = "";
    let rest = false;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      for (let i = 0; i < node.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const { left, width } = range.getBoundingClientRect();
        const centre = left + width / 2;
        if (centre > box.left && centre < box.right) text += node.data[i];
        else if (centre >= box.right) rest = true;
      }
    }
    return { text: text.replaceAll("\u00a0", " "), toTheEnd: !rest };
  };

  const squiggles = [];
  let previous;
  const boxes = [...document.querySelectorAll(".monaco-editor .cdr[class*='squiggly-']")]
    .filter(shown)
    .map((each) => ({ box: each.getBoundingClientRect(), kind: each.className.match(/squiggly-(\w+)/)[1] }))
    .sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left);
  for (const { box, kind } of boxes) {
    const line = lines.find((each) => {
      const around = each.getBoundingClientRect();
      return middle(box) > around.top && middle(box) < around.bottom;
    });
    if (!line) continue;
    const number = numbers.filter((each) => each.top <= middle(box)).at(-1)?.number;
    const { text, toTheEnd } = under(line, box);
    const starts = box.left - line.getBoundingClientRect().left < 2;
    // one that goes on in the next row of a wrapped line
    if (previous?.open && starts && previous.number === number && previous.kind === kind) {
      previous.shown.text += text;
    } else {
      previous = { number, kind, shown: { severity: kind, line: number, text } };
      squiggles.push(previous.shown);
    }
    previous.open = toTheEnd;
  }
  return squiggles;
}

/** The text of a line that can be seen, wrapped or not. */
export function lineShown(wanted) {
  const rows = (selector) =>
    [...document.querySelectorAll(`.monaco-editor ${selector}`)]
      .filter((each) => each.getClientRects().length && !each.closest(".sticky-widget"))
      .map((each) => ({ top: each.getBoundingClientRect().top, text: each.textContent }))
      .sort((one, other) => one.top - other.top);
  const numbers = rows(".line-numbers").filter(({ text }) => text.trim());
  const from = numbers.findIndex(({ text }) => Number(text) === wanted);
  const below = numbers[from + 1]?.top ?? Infinity;
  return rows(".view-line")
    .filter(({ top }) => top >= numbers[from].top - 2 && top < below - 2)
    .map(({ text }) => text)
    .join("")
    .replaceAll("\u00a0", " ");
}

/** The rows of the Problems panel that are seen now, files and problems; how many problems it has. */
export function problemRows() {
  const kinds = ["error", "warning", "info"];
  const text = (row, part) => row.querySelector(part)?.textContent ?? "";
  const badge = text(document, ".panel .action-item.checked .badge-content");
  const seen = [];
  for (const row of document.querySelectorAll(".markers-panel .monaco-list-row")) {
    const index = Number(row.dataset.index);
    const icon = row.querySelector(".marker-icon");
    if (icon) {
      const [line, column] = text(row, ".marker-line").match(/[0-9]+/g).map(Number);
      seen.push({
        index,
        severity: kinds.find((kind) => icon.classList.contains(kind)),
        message: text(row, ".marker-message"),
        source: text(row, ".marker-source"),
        code: text(row, ".marker-code, .monaco-link"),
        line,
        column,
      });
    } else if (row.querySelector(".count-badge-wrapper")) {
      seen.push({ index, heading: text(row, ".label-name") });
    }
  }
  return { total: Number(badge), seen };
}

/** Notes when keys are pressed and when the number of squiggles changes. */
export function startWatch() {
  const watch = { key: 0, changes: [] };
  globalThis.e2eWatch?.stop();
  const count = () => document.querySelectorAll(".monaco-editor .cdr[class*='squiggly-']").length;
  const look = () => {
    const now = count();
    if (now !== watch.changes.at(-1)?.count) watch.changes.push({ time: performance.now(), count: now });
  };
  const press = (event) => (watch.key = event.timeStamp);
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  addEventListener("keydown", press, true);
  watch.stop = () => {
    observer.disconnect();
    removeEventListener("keydown", press, true);
  };
  globalThis.e2eWatch = watch;
  look();
}

/** Milliseconds from the last key to the first change to so many squiggles; undefined before. */
export function delayShown(count) {
  const { key, changes } = globalThis.e2eWatch;
  const change = changes.find((each) => each.time >= key && each.count === count);
  return change && change.time - key;
}

/** Where to click to put the cursor before a character, by its place among those shown of a line. */
export function placeShown([wanted, place]) {
  const boxOf = (each) => each.getBoundingClientRect();
  const visible = (selector) =>
    [...document.querySelectorAll(`.monaco-editor ${selector}`)]
      .filter((each) => each.getClientRects().length && !each.closest(".sticky-widget"))
      .sort((one, other) => boxOf(one).top - boxOf(other).top);
  const numbers = visible(".line-numbers").filter((each) => each.textContent.trim());
  const from = numbers.findIndex((each) => Number(each.textContent) === wanted);
  if (from < 0) return undefined;
  const top = boxOf(numbers[from]).top;
  const below = numbers[from + 1] ? boxOf(numbers[from + 1]).top : Infinity;
  const range = document.createRange();
  let left = place;
  let end;
  for (const row of visible(".view-line")) {
    if (boxOf(row).top < top - 2 || boxOf(row).top >= below - 2) continue;
    const walk = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const inside = left < node.length;
      const last = inside ? left : node.length - 1;
      range.setStart(node, last);
      range.setEnd(node, last + 1);
      const box = boxOf(range);
      const y = box.top + box.height / 2;
      if (inside) return { x: box.left + 1, y };
      left -= node.length;
      end = { x: box.right + 1, y };
    }
  }
  return left === 0 ? end : undefined;
}

/** What stands after the cursor, to the end of the row on the screen. */
export function afterCursor() {
  const cursor = document.querySelector(".monaco-editor.focused .cursor")?.getBoundingClientRect();
  if (!cursor) return undefined;
  const middle = cursor.top + cursor.height / 2;
  const range = document.createRange();
  let text = "";
  for (const row of document.querySelectorAll(".monaco-editor.focused .view-line")) {
    const { top, bottom } = row.getBoundingClientRect();
    if (middle < top || middle > bottom) continue;
    const walk = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      for (let i = 0; i < node.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        if (range.getBoundingClientRect().left >= cursor.left - 1) text += node.data[i];
      }
    }
  }
  return text.replaceAll("\u00a0", " ");
}

/** Once the page has been drawn again. */
export function nextFrame() {
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}

/** What the box for commands and questions shows, with what stands in it; "" when it is closed. */
export function boxShown() {
  const box = document.querySelector(".quick-input-widget");
  if (!box?.getClientRects().length) return "";
  return [box.innerText, box.querySelector("input")?.value].join("\n");
}
