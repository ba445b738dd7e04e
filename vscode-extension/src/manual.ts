// The rules' manual, as it travels with the extension: readable without a network.

/** A rule, as the manual's first line names it. */
export interface RuleHead {
  code: string;
  name: string;
  title: string;
}

/** `# A301 row-total 表三：…` */
export function readHead(page: string): RuleHead | undefined {
  const match = /^# ([A-Z]\d{3}) (\S+) (.*)/.exec(page);
  return match ? { code: match[1] ?? '', name: match[2] ?? '', title: (match[3] ?? '').trim() } : undefined;
}
