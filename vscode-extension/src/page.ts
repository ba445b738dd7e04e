// The program's page of findings, made fit for a view beside the editor. Pure.

/** Within the page: tell the editor which place of the text a person has clicked. */
const TELL = `(() => {
  const editor = acquireVsCodeApi();
  const placeOf = (element) => element.dataset.place ?? /p(\\d+-\\d+)$/.exec(element.id)?.[1];
  const placeFrom = (element) => {
    for (let each = element; each; each = each.nextElementSibling) {
      const place = placeOf(each);
      if (place || each.matches('.ref')) return place;
    }
  };
  document.addEventListener('click', (event) => {
    const clicked =
      event.target.closest('a[href^="#"], mark, .place, .related') ??
      event.target.closest('aside li[id]')?.querySelector('.ref');
    if (!clicked) return;
    const isText = clicked.closest('article[lang]');
    const target = isText ? clicked : document.getElementById(clicked.getAttribute('href').slice(1));
    const place = target && (isText ? placeFrom(target) : placeOf(target));
    if (!place) return;
    const [start, end] = place.split('-').map(Number);
    editor.postMessage({ start, end });
  });
})();`;

/** The page with the script above, which its policy allows by `nonce`; everything else stays forbidden. */
export function withTelling(page: string, nonce: string): string {
  return page
    .replace(/script-src ([^"]*)"/, (_, allowed: string) => `script-src ${allowed} 'nonce-${nonce}'"`)
    .replace(/<\/body>\s*<\/html>\s*$/, () => `<script nonce="${nonce}">${TELL}</script>\n</body>\n</html>\n`);
}

/** The page with a file's name as the editor says it, instead of its whole path. */
export function withShortName(page: string, path: string, name: string): string {
  return page.replaceAll(`>${escaped(path)}<`, () => `>${escaped(name)}<`);
}

function escaped(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
  return text.replace(/[&<>"']/g, (char) => named[char] ?? char);
}

/** The UTF-16 offset of a place that is counted in code points. */
export function utf16Offset(text: string, codePoints: number): number {
  let offset = 0;
  for (let left = codePoints; left > 0 && offset < text.length; left -= 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
