// How a report stands, in a few words.

import { type Key, type Language, say } from './texts';

/** The server's answer to gpar-lint/status. */
export interface ReportStatus {
  agency: string;
  year: number | null;
  edition: string;
  findings: { error: number; warning: number; info: number };
}

const COUNTS: readonly (readonly [keyof ReportStatus['findings'], Key])[] = [
  ['error', 'status-errors'],
  ['warning', 'status-warnings'],
  ['info', 'status-infos'],
];

/** Year and edition: 2024年 · 2021版. */
export function formatWords(status: ReportStatus, language: Language): string {
  const { year } = status;
  const when = year === null ? say(language, 'status-no-year') : say(language, 'status-year', { year });
  return `${when} · ${say(language, 'status-edition', { edition: status.edition })}`;
}

/** What was found: 2 个错误，1 个警告. */
export function findingWords(status: ReportStatus, language: Language): string {
  const counts = COUNTS.filter(([severity]) => status.findings[severity] > 0);
  if (counts.length === 0) {
    return say(language, 'status-clean');
  }
  const words = counts.map(([severity, key]) => say(language, key, { count: status.findings[severity] }));
  return words.join(language === 'zh' ? '，' : ', ');
}

/** The sign of the worst finding, as the editor names its icons. */
export function sign(status: ReportStatus): 'error' | 'warning' | 'info' | 'check' {
  const worst = COUNTS.find(([severity]) => status.findings[severity] > 0);
  return worst ? worst[0] : 'check';
}
