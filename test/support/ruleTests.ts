/** Short forms for tests of single rules. In their notes a line of `^^^` marks what is found; one without is in order. */
import assert from 'node:assert/strict';
import { applyFix, assertFindings, checkAll, type CheckOptions, type Files, type Found, parseFixture } from './fixture.ts';

/** Notes of one rule: what they show, then the note. */
export function examples(code: string, ...notes: readonly [what: string, note: string][]): void {
  for (const [what, note] of notes) it(what, () => void assertFindings(code, note));
}

/** The one finding of a rule in a note. */
export function findingIn(code: string, note: string, options: CheckOptions = {}): Found {
  const found = checkAll(parseFixture(note), { only: new Set([code]), ...options });
  assert.equal(found.length, 1, `${found.length} findings of ${code} in:\n${note}`);
  return found[0]!;
}

/** The titles of its fixes. */
export const fixesOf = (code: string, note: string, options?: CheckOptions): string[] => findingIn(code, note, options).fixes().map(({ title }) => title);

/** The files after a fix of the one finding of a rule: the fix of that title, or the first one. */
export function fixed(code: string, note: string, title?: string): Files {
  const fixes = findingIn(code, note).fixes();
  const fix = title === undefined ? fixes[0] : fixes.find((each) => each.title === title);
  assert(fix, `no “${title}” but ${fixes.map((each) => each.title).join(' · ')}`);
  return applyFix(parseFixture(note).files, fix);
}

/** A fix turns one note into another, and clears what it is for. */
export function assertFix(code: string, title: string, before: string, after: string): void {
  const { files } = parseFixture(before);
  const fix = findingIn(code, before).fixes().find((each) => each.title === title);
  assert(fix, `no “${title}” but ${fixesOf(code, before).join(' · ')}`);
  const fixed = applyFix(files, fix);
  assert.equal([...fixed.values()][0], after.replace(/^\n/, ''));
  assert.deepEqual(checkAll({ files: fixed }, { only: new Set([code]) }), []);
}

/** Each fix of the first finding: its title and the lines that it writes, joined with ` ⏎ `. */
export function mended(code: string, note: string): Record<string, string> {
  const { files } = parseFixture(note);
  const before = new Set([...files.values()].join('\n').split('\n'));
  return Object.fromEntries(
    checkAll({ files }, { only: new Set([code]) })[0]!.fixes().map((fix) => {
      const after = [...applyFix(files, fix).values()].join('\n').split('\n');
      return [fix.title, after.filter((line) => !before.has(line)).join(' ⏎ ')];
    }),
  );
}

/** The title of the fix that is most likely wanted. */
export const preferred = (code: string, note: string): string | undefined => findingIn(code, note).fixes().find((fix) => fix.preferred)?.title;

/** A field of a task, with marks below it. */
export const field = (text: string, marks = '', kind = 'recurring'): string => `## Invoices (${kind})\n\n- ${text}\n${marks === '' ? '' : `  ${marks}\n`}`;

/** Front matter and nothing else. */
export const header = (yaml: string): string => `---\n${yaml}\n---\n`;
