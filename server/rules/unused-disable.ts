import { nearest } from '../model/likeness.ts';
import type { Directive } from '../notation/directives.ts';
import { type Document, sectionAt } from '../notation/document.ts';
import { lineText } from '../notation/markdown.ts';
import { removeLines } from '../notation/write.ts';
import { between, type Range, type TextEdit, toRange } from '../text.ts';
import { type Fix, rule, type UnusedDirective } from './rule.ts';
import { quoted } from './wording.ts';

export const unusedDisable = rule({
  code: 'unused-disable',
  level: 'info',
  summary: 'A disable comment that silences nothing',
  why: 'A comment that silences nothing today will hide a real finding some day, and by then nobody remembers why it is there.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

<!-- delegate-disable-next-line missing-owner -->
                                ^^^^^^^^^^^^^
## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: below

1. Write one invoice per client.
2. Send them.
3. Note what was sent.
`,
  good: `
---
team:
  maria: { name: Maria Silva }
---

<!-- delegate-disable-next-line missing-owner -- until the new assistant is here -->
## Send client invoices (recurring)

- Backup: @maria
- Cadence: every month on the last workday
- Process: below

1. Write one invoice per client.
2. Send them.
3. Note what was sent.
`,
  checkUnused(unused) {
    const { directive, firstLine, code } = unused;
    const { start, end } = directive.range;
    return {
      at: code ? toRange(code.at, firstLine) : between({ line: start.line, start: start.character, end: 0 }, { line: end.line, start: 0, end: end.character }, firstLine),
      message: messageOf(unused),
      fixes: (document) => {
        const fix = (title: string, edits: readonly TextEdit[], preferred: boolean, safe = false): Fix => ({ title, edits: [{ uri: document.uri, edits }], preferred, safe });
        // What is not known may be a rule of a later version.
        const isKnown = directive.codes.every(({ value }) => unused.known.includes(value));
        const meant = meantCodes(unused);
        const corrections = meant.map((each, i) => fix(`Change to ${each}`, [{ range: toRange(code!.at, firstLine), newText: each }], i === 0));
        const removal = unused.isWhole
          ? fix('Remove the comment', removePair(document, unused), meant.length === 0, isKnown)
          : fix(`Remove ${quoted(code!.value)} from the comment`, [removeCode(unused)], meant.length === 0, isKnown);
        return [...corrections, removal];
      },
    };
  },
});

function messageOf(unused: UnusedDirective): string {
  const { code, directive, known } = unused;
  if (code && !known.includes(code.value)) {
    const [meant] = meantCodes(unused);
    const advice = meant === undefined ? 'Correct the name, or remove it.' : `Did you mean ${meant}?`;
    return `There is no rule called ${quoted(code.value)}, so the comment does nothing for it. ${advice}`;
  }
  const what = code ? quoted(code.value) : 'Nothing';
  if (directive.kind === 'enable') return `${what} is ${code ? 'not ' : ''}disabled at this place, so there is nothing to enable. Remove it, or look for the \`delegate-disable\` that is missing.`;
  return code
    ? `${what} has nothing to report here, so the comment silences nothing. Remove it before it hides a real finding.`
    : 'This comment silences nothing. Remove it before it hides a real finding.';
}

/** The rules that an unknown code was meant for, without those that the comment names already. */
function meantCodes({ code, directive, known }: UnusedDirective): string[] {
  if (!code || known.includes(code.value)) return [];
  return nearest(code.value, known).filter((near) => !directive.codes.some(({ value }) => value === near));
}

/** Takes out a comment, and with a `disable` the `enable` that would end nothing without it. */
function removePair(document: Document, { directive, firstLine, end }: UnusedDirective): TextEdit[] {
  const comments = [{ directive, firstLine }, ...(end && directive.codes.length < 2 && end.directive.codes.length < 2 ? [end] : [])];
  return comments.map((each) => removeComment(document, each.directive, each.firstLine));
}

/** Takes out a comment: its lines, where nothing else is on them, with the blank line that they leave doubled. */
function removeComment(document: Document, { range: { start, end } }: Directive, firstLine: number): TextEdit {
  const section = document.sections[sectionAt(document, firstLine)]!;
  const before = lineText(section, start.line).slice(0, start.character);
  const after = lineText(section, end.line).slice(end.character);
  const isBlank = (line: number): boolean => line < 0 || (line < section.lineCount && lineText(section, line) === '');
  if (before.trim() === '' && after === '') {
    const doubled = isBlank(start.line - 1) && isBlank(end.line + 1);
    return removeLines({ section, firstLine }, start.line, end.line + (doubled ? 2 : 1));
  }
  const range: Range = {
    start: { line: start.line + firstLine, character: before.trim() === '' ? start.character : before.trimEnd().length },
    end: { line: end.line + firstLine, character: end.character + (before.trim() === '' ? after.length - after.trimStart().length : 0) },
  };
  return { range, newText: '' };
}

/** Takes out one code of several, with what parts it from the code before it, or else from the next one. */
function removeCode({ code, directive, firstLine }: UnusedDirective): TextEdit {
  const { codes } = directive;
  const index = codes.indexOf(code!);
  const previous = codes[index - 1];
  const next = codes[index + 1];
  if (previous && previous.at.line === code!.at.line) return { range: between({ ...previous.at, start: previous.at.end }, code!.at, firstLine), newText: '' };
  if (next) return { range: between(code!.at, { ...next.at, end: next.at.start }, firstLine), newText: '' };
  return { range: toRange(code!.at, firstLine), newText: '' };
}
