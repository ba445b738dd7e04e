// The program's page of findings, made fit for a view beside the editor. Pure.

/** Within the page: tell the editor which place of the text a person has clicked. */
const TELL = `(() => {
  const editor = acquireVsCodeApi();
  const place = (element) => {
    for (let each = element; each; each = each.previousElementSibling) {
      const match = /p(\\d+)-(\\d+)$/.exec(each.id);
      if (match) return match;
    }
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"], mark, .place');
    if (!link) return;
    const href = link.getAttribute('href');
    const target = link.closest('article') ? link : document.getElementById(href.slice(1));
    const found = target && target.closest('article') && place(target);
    if (found) editor.postMessage({ start: Number(found[1]), end: Number(found[2]) });
  });
})();`;

/** The page with the script above, which its policy allows by `nonce`; everything else stays forbidden. */
export function withTelling(page: string, nonce: string): string {
  return page
    .replace(/script-src ([^"]*)"/, (_, allowed: string) => `script-src ${allowed} 'nonce-${nonce}'"`)
    .replace(/<\/body>\s*<\/html>\s*$/, () => `<script nonce="${nonce}">${TELL}</script>\n</body>\n</html>\n`);
}

/** The UTF-16 offset of a place that is counted in code points. */
export function utf16Offset(text: string, codePoints: number): number {
  let offset = 0;
  for (let left = codePoints; left > 0 && offset < text.length; left -= 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
