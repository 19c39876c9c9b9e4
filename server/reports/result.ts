/** What a check of files found, as the reports print it. Lines and columns count from 1, columns in UTF-16 units. */
import type { Level } from '../notation/header.ts';
import type { Finding } from '../rules/run.ts';
import type { Position } from '../text.ts';

interface ReportedFinding {
  readonly path: string;
  readonly code: string;
  readonly severity: Exclude<Level, 'off'>;
  readonly message: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface CheckResult {
  readonly findings: readonly ReportedFinding[];
  readonly summary: { readonly files: number; readonly tasks: number; readonly errors: number; readonly warnings: number; readonly infos: number };
}

export interface CheckedFile {
  readonly path: string;
  readonly tasks: number;
  readonly findings: readonly Omit<Finding, 'fixes'>[];
}

const fromOne = ({ line, character }: Position): { line: number; column: number } => ({ line: line + 1, column: character + 1 });

/** Joins the findings of files, in the order of their paths. */
export function resultOf(files: readonly CheckedFile[]): CheckResult {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const findings = sorted.flatMap(({ path, findings }) =>
    findings.map(({ code, level, message, range }): ReportedFinding => ({
      path, code, severity: level, message, start: fromOne(range.start), end: fromOne(range.end),
    })),
  );
  const ofLevel = (level: Level): number => findings.filter(({ severity }) => severity === level).length;
  const tasks = files.reduce((sum, file) => sum + file.tasks, 0);
  return {
    findings,
    summary: { files: files.length, tasks, errors: ofLevel('error'), warnings: ofLevel('warning'), infos: ofLevel('info') },
  };
}
