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

// Lines of the examples that are for the tests of the rules, not for a reader.
const FOR_TESTS = /^(expect|also|find nothing|edition)\b.*\n/gm;
const EXAMPLE = /```change\n([\s\S]*?)```\n?/g;

/** A page as a person reads it. */
export function present(page: string): string {
  return page.replaceAll('\r\n', '\n').replace(EXAMPLE, (_, lines: string) => {
    const shown = lines.replace(FOR_TESTS, '');
    return shown.trim() ? `\`\`\`text\n${shown}\`\`\`\n` : '';
  });
}
