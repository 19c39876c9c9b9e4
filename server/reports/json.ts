/** Findings as JSON, in a form that stays: see the README for its fields. */
import type { CheckResult } from './result.ts';

export function jsonReport({ findings, summary }: CheckResult): string {
  return `${JSON.stringify({ version: 1, findings, summary }, undefined, 2)}\n`;
}
