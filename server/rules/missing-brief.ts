import { isPlaceholder } from '../notation/fields.ts';
import { leafLines, lineText } from '../notation/markdown.ts';
import type { Task } from '../notation/document.ts';
import { insertLines } from '../notation/write.ts';
import { isOpen, jobOf } from '../model/stages.ts';
import type { TextEdit } from '../text.ts';
import { type Fix, rule } from './rule.ts';
import { called } from './wording.ts';

export const missingBrief = rule({
  code: 'missing-brief',
  level: 'warning',
  kind: 'one-off',
  isLocal: true,
  summary: 'A one-off that does not say what is wanted',
  why: 'Whoever gets a job without a brief has to ask, and every answer is explained once more to the next one. Once it is delivered, nobody acts on the brief any more, and the rule is content.',
  bad: `
## Product photos for the spring catalogue (one-off)
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

- Budget: 300 EUR
- Due: 2026-12-18

- 2026-11-16 posted
`,
  good: `
## Product photos for the spring catalogue (one-off)

- Budget: 300 EUR
- Due: 2026-12-18

Twelve mugs on white, and three mood shots with daylight. TIFF, 3000 px.

- 2026-11-16 posted
`,
  checkTask(task) {
    const { block } = task;
    if (hasText(task) || !isOpen(jobOf(block))) return undefined;
    return [{
      at: block.titleAt,
      message: `${called(block)} has no text, so nobody can tell what is wanted or when it is good enough. Write what you need, what you get in the end and how you judge it.`,
      fixes: (task): Fix[] => [
        { title: 'Insert an outline of a brief', edits: [{ uri: task.document.uri, edits: [insertOutline(task)] }], preferred: true },
      ],
    }];
  },
});

/** Steps say what is wanted too. */
function hasText({ section, block }: Task): boolean {
  return block.steps.length > 0 || block.brief.some((leaf) => !isPlaceholder(leafLines(section, leaf).join(' ')));
}

const outline = [
  '**What:** What is needed, and what is it for?',
  '',
  '**Deliverables:** Which pieces, how many, in which form?',
  '',
  '**How it is judged:** What makes it good, and what would be sent back?',
];

/** Below the fields, or below the heading where there are none, with blank lines around it. */
function insertOutline(task: Task): TextEdit {
  const { section, block, document, firstLine } = task;
  const line = block.fields.reduce((end, { endLine }) => Math.max(end, endLine), 1);
  const needsBlank = line < section.lineCount ? lineText(section, line).trim() !== '' : firstLine + line < document.lineCount;
  return insertLines(task, line, ['', ...outline, ...(needsBlank ? [''] : [])]);
}
