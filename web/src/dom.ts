/** Elements made in one expression. Text is only ever text: no markup of a report is obeyed. */

type Child = Node | string | null | undefined | false;
type Value = string | number | boolean | null | undefined | ((event: never) => void);

/** An element; an attribute that begins with "on" is a listener, false or null leave it out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value as EventListener);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  append(element, children.flat());
  return element;
}

function append(element: Element, children: Child[]): void {
  for (const child of children) if (child || child === "") element.append(child);
}

/** Put `children` in the place of what an element holds. */
export function fill(element: Element, ...children: (Child | Child[])[]): void {
  element.replaceChildren();
  append(element, children.flat());
}

/** The element with an id, which the page has. */
export function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

/** Do what draws an element anew; the button in it that had the focus has it again. */
export function keepFocus(element: Element, draw: () => void): void {
  const focused = document.activeElement;
  const act = focused && element.contains(focused) ? (focused as HTMLElement).dataset["act"] : null;
  draw();
  if (act) element.querySelector<HTMLElement>(`[data-act="${act}"]`)?.focus({ preventScroll: true });
}
