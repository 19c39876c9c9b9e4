/** Findings as lines of text: `path:line:column: level code message`, then a summary. */
import { counted } from '../model/wording.ts';
import type { CheckResult } from './result.ts';

export function textReport({ findings, summary }: CheckResult): string {
  const lines = findings.map(({ path, start, severity, code, message }) =>
    printable(`${path}:${start.line}:${start.column}: ${severity} ${code} ${message}`),
  );
  const { files, tasks, errors, warnings, infos } = summary;
  const found = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'info')].join(', ');
  lines.push(`${counted(files, 'file')}, ${counted(tasks, 'task')}: ${found}`);
  return `${lines.join('\n')}\n`;
}

/** Without characters that would steer a terminal or turn the order of letters: they come from notes, which are untrusted. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (char) =>
    char === '\t' ? ' ' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
