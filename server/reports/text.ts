/** Findings as lines of text: `path:line:column: level code message`, then a summary. */
import type { CheckResult } from './result.ts';

export function textReport({ findings, summary }: CheckResult): string {
  const lines = findings.map(({ path, start, severity, code, message }) =>
    printable(`${path}:${start.line}:${start.column}: ${severity} ${code} ${message}`),
  );
  const { files, tasks, errors, warnings, infos } = summary;
  const found = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')].join(', ');
  lines.push(`${count(files, 'file')}, ${count(tasks, 'task')}: ${found}`);
  return `${lines.join('\n')}\n`;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Without characters that would steer a terminal or turn the order of letters: they come from notes, which are untrusted. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (char) =>
    char === '\t' ? ' ' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
