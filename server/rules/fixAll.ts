/** Makes the safe fixes of a note, until none is left. */
import type { Folder } from '../model/workspace.ts';
import { type Document, readDocument, textOf } from '../notation/document.ts';
import { comparePositions, type Range, type TextEdit, withEdits } from '../text.ts';
import type { Fix } from './rule.ts';
import type { Finding } from './run.ts';

/** A finding and the fix that was made for it. */
export interface FixedFinding {
  readonly code: string;
  readonly title: string;
}

/** The safe fixes that can be made at once: of two that are about the same place, the first. */
export function safeFixes({ uri }: Document, findings: readonly Finding[]): { edits: TextEdit[]; fixed: FixedFinding[] } {
  const edits: TextEdit[] = [];
  const fixed: FixedFinding[] = [];
  const taken = new Places();
  for (const finding of findings) {
    const fix = finding.fixes().find((each) => each.safe && isWithin(each, uri));
    const changes = fix?.edits?.flatMap((file) => file.edits) ?? [];
    if (!fix || !taken.take(changes.map(({ range }) => range))) continue;
    edits.push(...changes);
    fixed.push({ code: finding.code, title: fix.title });
  }
  return { edits, fixed };
}

/** What changes another file as well is not for a note to do while it is saved. */
const isWithin = ({ edits = [], create }: Fix, uri: string): boolean => !create && edits.every((file) => file.uri === uri);

/** Times that a note is fixed and checked again. */
const mostRounds = 20;

/** Makes the safe fixes, checks the note again, and goes on until there is none. */
export function fixAll(before: Document, within: Folder, findingsOf: (document: Document, folder: Folder) => readonly Finding[]): { document: Document; folder: Folder; fixed: FixedFinding[] } {
  let document = before;
  let folder = within;
  const fixed: FixedFinding[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const step = safeFixes(document, findingsOf(document, folder));
    if (step.edits.length === 0) break;
    fixed.push(...step.fixed);
    document = readDocument(document.uri, withEdits(textOf(document), step.edits));
    folder = folder.with(document);
  }
  return { document, folder, fixed };
}

/** Ranges that do not touch, in their order. */
class Places {
  private readonly ranges: Range[] = [];

  /** Takes ranges, all of them or none: where one meets a range that was taken before. */
  take(wanted: readonly Range[]): boolean {
    if (wanted.some((range) => this.meets(range))) return false;
    for (const range of wanted) this.ranges.splice(this.indexOf(range), 0, range);
    return true;
  }

  private meets(range: Range): boolean {
    const next = this.indexOf(range);
    const [before, behind] = [this.ranges[next - 1], this.ranges[next]];
    return (before !== undefined && comparePositions(before.end, range.start) > 0) || (behind !== undefined && comparePositions(behind.start, range.end) <= 0);
  }

  /** Of the first range that does not begin before another. */
  private indexOf({ start }: Range): number {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comparePositions(this.ranges[middle]!.start, start) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
