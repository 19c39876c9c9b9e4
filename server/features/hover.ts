/** What is told of the thing under the cursor: a task, a person, a cadence, a process, a field, a rule. */
import type { Hover } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import type { Section, Task } from '../notation/document.ts';
import { sectionAt, taskOf } from '../notation/document.ts';
import { fieldKey } from '../notation/keys.ts';
import { valueRange } from '../notation/write.ts';
import { between, comparePositions, type Position, type Range, type Span, toRange } from '../text.ts';
import { cadenceHover } from './hover/cadence.ts';
import { contentOf, type Part } from './hover/content.ts';
import { coverageHover } from './hover/coverage.ts';
import { functionHover } from './hover/function.ts';
import { jobHover } from './hover/job.ts';
import { fieldHover, ruleHover } from './hover/meanings.ts';
import { personHover } from './hover/person.ts';
import { processHover } from './hover/process.ts';

/** A thing in a note, and what is told of it. */
interface Thing {
  readonly range: Range;
  readonly tell: () => readonly Part[] | undefined;
}

export function hover(context: NoteContext, position: Position): Hover | undefined {
  for (const { range, tell } of thingsNear(context, position)) {
    if (comparePositions(range.start, position) > 0 || comparePositions(position, range.end) > 0) continue;
    const parts = tell();
    return parts && parts.length > 0 ? { contents: contentOf(parts, context.abilities), range } : undefined;
  }
  return undefined;
}

/** The things around a position; of two that overlap the inner one comes first. */
function* thingsNear(context: NoteContext, { line }: Position): Generator<Thing> {
  const { document } = context;
  if (line < document.header.frontMatter.endLine) yield* inHeader(context);
  const index = sectionAt(document, line);
  const section = document.sections[index]!;
  const firstLine = document.firstLines[index]!;
  yield* inSection(section, firstLine, line - firstLine, context);
  const heading = section.nodes[0];
  if (heading?.kind === 'heading' && !section.block && isFirstHeading(document, index)) {
    yield { range: toRange({ line: heading.line, start: heading.column, end: Math.max(heading.endColumn, heading.column) }, firstLine), tell: () => coverageHover(context) };
  }
  const task = taskOf(document, index);
  if (task) yield* inTask(task, line - firstLine, context);
}

function* inHeader(context: NoteContext): Generator<Thing> {
  const { team, rules, delegator } = context.document.header;
  for (const { handle, at } of team) yield { range: toRange(at), tell: () => personHover(handle, context) };
  if (delegator) yield { range: toRange(delegator.at), tell: () => personHover(delegator.value, context) };
  for (const [code, { at }] of rules) yield { range: toRange(at), tell: () => ruleHover(code, context) };
}

/** What any section has: people, and the codes of disable comments. */
function* inSection({ mentions, directives }: Section, firstLine: number, line: number, context: NoteContext): Generator<Thing> {
  const here = (at: Span): boolean => at.line === line;
  for (const { at, handle } of mentions) if (here(at)) yield { range: toRange(at, firstLine), tell: () => personHover(handle, context) };
  for (const { codes } of directives) {
    for (const { at, value } of codes) if (here(at)) yield { range: toRange(at, firstLine), tell: () => ruleHover(value, context) };
  }
}

function* inTask(task: Task, line: number, context: NoteContext): Generator<Thing> {
  const { block, firstLine } = task;
  if (line === 0) yield { range: headingRange(task), tell: () => (block.kind === 'recurring' ? functionHover(task, context) : jobHover(task, context)) };
  for (const field of block.fields) {
    if (line < field.line || line >= field.endLine) continue;
    const key = fieldKey(field.name);
    if (key) yield { range: toRange(field.nameAt, firstLine), tell: () => fieldHover(key, block.kind) };
    if (field.value === '' || field !== block.fields.find((each) => each.key === field.key)) continue;
    if (field.key === 'Cadence') yield { range: valueRange(task, field), tell: () => cadenceHover(task, context) };
    if (field.key === 'Process') yield { range: valueRange(task, field), tell: () => processHover(task, context) };
  }
}

/** Whether no section above one has a heading. */
function isFirstHeading({ sections }: NoteContext['document'], index: number): boolean {
  return sections.slice(0, index).every(({ nodes }) => nodes[0]?.kind !== 'heading');
}

/** The title with its kind in brackets. */
function headingRange({ block: { titleAt, kindAt }, firstLine }: Task): Range {
  return between(titleAt, { ...kindAt, end: kindAt.end + 1 }, firstLine);
}
