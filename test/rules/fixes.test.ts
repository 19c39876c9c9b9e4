/** What holds for every fix of every finding, on notes put together at random. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { sectionAt } from '../../server/notation/document.ts';
import type { Fix } from '../../server/rules/rule.ts';
import { markdownLines } from '../support/arbitraries.ts';
import { applyFix, checkAll, type Files, type Found, load, uriOf } from '../support/fixture.ts';
import { workspace } from '../support/notes.ts';

const note = 'note.delegate.md';

/** Runs a property over each fix of each finding of random workspaces. */
function forEachFix(property: (files: Files, finding: Found, fix: Fix, found: readonly Found[]) => void): void {
  fc.assert(
    fc.property(workspace(), (files) => {
      const found = checkAll({ files });
      for (const finding of found) {
        for (const fix of finding.fixes()) {
          // What only leads somewhere changes nothing.
          if (!fix.edits && !fix.create) continue;
          try {
            property(files, finding, fix, found);
          } catch (error) {
            throw new Error(`“${fix.title}” of ${finding.code} at line ${finding.range.start.line + 1} (${finding.message}) in:\n${files.get(note)}\n${(error as Error).message}`, { cause: error });
          }
        }
      }
    }),
    { numRuns: 25 },
  );
}

/** How often a finding is there, in a line of its note. */
const count = (found: readonly Found[], { code, message }: Found, line: number): number =>
  found.filter((each) => each.code === code && each.message === message && each.range.start.line === line).length;

/** Where a line of the note is after a fix. */
function lineAfter(line: number, { edits = [] }: Fix): number {
  const above = edits.flatMap(({ uri, edits: changes }) => (uri === uriOf(note) ? changes : [])).filter(({ range }) => range.end.line <= line && range.start.line < line + (range.end.character === 0 ? 1 : 0));
  return above.reduce((at, { range, newText }) => at + newText.split('\n').length - 1 - (range.end.line - range.start.line), line);
}

describe('fixes', function () {
  this.timeout(20_000);

  it('clear what they are for, and leave all readable that was', () => {
    const errors = (all: readonly Found[]): string[] => all.filter(({ level }) => level === 'error').map(({ code }) => code);
    forEachFix((files, finding, fix, found) => {
      const after = checkAll({ files: applyFix(files, fix) });
      const { line } = finding.range.start;
      assert(count(after, finding, lineAfter(line, fix)) < count(found, finding, line), 'it is still there');
      // Of two fields of one name the second is read for the first time when it is the one that is kept; and a field that is
      // allowed no longer stands for the one that it nearly is.
      const known = finding.code === 'duplicate-field' || finding.code === 'unknown-field' ? errors(after) : errors(found);
      assert.deepEqual(errors(after).filter((code) => !known.includes(code)), []);
    });
  });

  it('are worked out for any text, and can be applied', () => {
    const piece = fc.oneof(markdownLines(), fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('## a (recurring)\n', '# (one-off)\n', '- Owner: @', '- Process: [a](', '../', '#', '- 2026-10-10 @maria ', '---\n', 'team:\n  maria: ', '  - Disliked: ', '- Reviewed: 2020-01-01\n', '1. ', '\r'));
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const files = new Map([[note, one], ['a/b.delegate.md', other], ['processes/a.md', other]]);
        for (const finding of checkAll({ files })) for (const fix of finding.fixes()) applyFix(files, fix);
      }),
      { numRuns: 200 },
    );
  });

  it('stay within the task, the front matter and the linked document', () => {
    forEachFix((files, finding, { edits = [] }) => {
      // A recurring function is made of several jobs, and each is told so.
      if (finding.code === 'repeated-one-off' || finding.code === 'explaining-exceeds-doing') return;
      const document = load(files).documents.get(uriOf(note))!;
      const home = sectionAt(document, finding.range.start.line);
      // A process under another heading of the note is mended there.
      if (document.sections[home]!.block?.process?.kind === 'heading') return;
      for (const { uri, edits: changes } of edits) {
        if (uri !== uriOf(note)) continue;
        for (const { range } of changes) {
          const isHeader = range.end.line <= document.header.frontMatter.endLine;
          const first = document.firstLines[home]!;
          const next = document.firstLines[home + 1] ?? Infinity;
          assert(isHeader || (range.start.line >= first && range.end.line <= next), `it changes line ${range.start.line + 1}`);
        }
      }
    });
  });

  it('keep the line breaks of a file', () => {
    forEachFix((files, _finding, fix) => {
      for (const [path, text] of applyFix(files, fix)) {
        if (files.get(path)?.includes('\r\n')) assert.doesNotMatch(text, /(?<!\r)\n/, `${path} mixes line breaks`);
      }
    });
  });

  it('change only what they replace', () => {
    forEachFix((files, _finding, fix) => {
      const before = files.get(note)!.split(/\r?\n/);
      const after = applyFix(files, fix).get(note)!.split(/\r?\n/);
      const touched = (fix.edits ?? []).flatMap(({ uri, edits }) => (uri === uriOf(note) ? edits : [])).reduce((lines, { range }) => lines + range.end.line - range.start.line + 1, 0);
      const kept = new Map<string, number>();
      for (const line of after) kept.set(line, (kept.get(line) ?? 0) + 1);
      const lost = before.filter((line) => {
        const count = kept.get(line) ?? 0;
        kept.set(line, count - 1);
        return count <= 0;
      });
      assert(lost.length <= touched, `it loses: ${lost.join('\n')}`);
    });
  });
});
