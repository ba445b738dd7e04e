/** The text of a file under the hands of the user, with the findings marked in it. */

import { defaultKeymap, historyKeymap, redo, undo } from "@codemirror/commands";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import {
  EditorState,
  StateEffect,
  StateField,
  type Extension,
  type Range as Marked,
} from "@codemirror/state";
import {
  Decoration,
  EditorView,
  WidgetType,
  drawSelection,
  highlightActiveLine,
  keymap,
  lineNumbers,
  type DecorationSet,
} from "@codemirror/view";
import { dress, type Content } from "./content.js";
import type { Finding, Range, View } from "./protocol.js";
import { say, spoken } from "./words.js";

declare const NONCE: string;

const setMarks = StateEffect.define<DecorationSet>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(current, transaction) {
    let next = current.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setMarks)) next = effect.value;
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A place where something is missing. */
class Gap extends WidgetType {
  constructor(
    private readonly numbers: string,
    private readonly kind: string,
  ) {
    super();
  }

  override eq(other: Gap): boolean {
    return other.numbers === this.numbers && other.kind === this.kind;
  }

  toDOM(): HTMLElement {
    const gap = document.createElement("span");
    gap.className = this.kind;
    gap.dataset["findings"] = this.numbers;
    return gap;
  }
}

const PHRASES: Record<string, string> = {
  Find: "查找",
  Replace: "替换为",
  next: "下一个",
  previous: "上一个",
  all: "全部",
  "match case": "区分大小写",
  regexp: "正则表达式",
  "by word": "整词",
  replace: "替换",
  "replace all": "全部替换",
  close: "关闭",
  "current match": "当前匹配",
  "on line": "在第几行",
  "replaced match on line $": "已替换第 $ 行",
  "replaced $ matches": "已替换 $ 处",
};

export class Editor {
  readonly view: EditorView;

  constructor(
    private readonly content: Content,
    chosen: (finding: number) => void,
  ) {
    content.change({ effects: dress.reconfigure(extensions(content, chosen)) });
    this.view = new EditorView({
      state: content.state,
      dispatchTransactions: (transactions) => {
        for (const transaction of transactions) content.take(transaction);
      },
    });
    content.shown = (transaction) => this.view.update([transaction]);
  }

  /** Whether an input method is at work; its text is not to be disturbed. */
  get composing(): boolean {
    return this.view.composing;
  }

  /** Mark the findings, the chosen one and what it is related to. */
  show(view: View, chosen: Finding | null): void {
    const found: Marked<Decoration>[] = [];
    for (const finding of view.findings) {
      if (!finding.place) continue;
      const kind = `mark ${finding.severity}${finding === chosen ? " chosen" : ""}`;
      found.push(this.mark(finding.place, kind, String(finding.number)));
    }
    for (const related of chosen?.related ?? []) {
      if (related.range) found.push(this.mark(related.range, "related chosen", ""));
    }
    this.view.dispatch({ effects: setMarks.of(Decoration.set(found, true)) });
  }

  /** Bring a finding into view and put the cursor there. */
  reveal(place: Range, focus: boolean): void {
    const { from } = this.content.offsets(place);
    this.view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    if (focus) this.view.focus();
  }

  find(): void {
    openSearchPanel(this.view);
  }

  destroy(): void {
    this.content.shown = null;
    this.view.destroy();
    this.content.change({ effects: dress.reconfigure([]) });
  }

  private mark(place: Range, kind: string, numbers: string): Marked<Decoration> {
    const { from, to } = this.content.offsets(place);
    if (from === to) return Decoration.widget({ widget: new Gap(numbers, kind) }).range(from);
    const attributes: Record<string, string> = numbers ? { "data-findings": numbers } : {};
    return Decoration.mark({ class: kind, attributes }).range(from, to);
  }
}

function extensions(content: Content, chosen: (finding: number) => void): Extension[] {
  const own = [
    { key: "Mod-z", run: () => (content.undo(), true), preventDefault: true },
    { key: "Mod-y", mac: "Mod-Shift-z", run: () => (content.redo(), true), preventDefault: true },
  ];
  const theirs = historyKeymap.filter(({ run }) => run !== undo && run !== redo);
  return [
    marks,
    EditorView.cspNonce.of(NONCE),
    lineNumbers(),
    drawSelection(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    search({ top: true }),
    keymap.of([...own, ...searchKeymap, ...defaultKeymap, ...theirs]),
    EditorState.tabSize.of(8),
    spoken() === "zh" ? EditorState.phrases.of(PHRASES) : [],
    EditorView.contentAttributes.of({
      "aria-label": say("edit"),
      lang: "zh-CN",
      spellcheck: "false",
      tabindex: "0",
    }),
    EditorView.domEventHandlers({
      click: (event) => {
        const mark = (event.target as Element).closest<HTMLElement>("[data-findings]");
        const number = Number(mark?.dataset["findings"]);
        if (number) chosen(number);
        return false;
      },
    }),
  ];
}
