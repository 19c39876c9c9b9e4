/**
 * A job as a post for a job board, in Markdown that reads well as plain text: what is to be done, what is wanted, for how much
 * and until when. What is for the team's eyes stays out of it: handles, bids, entries, comments, links into the workspace.
 */
import { formatAmount } from '../notation/amounts.ts';
import { fieldOf } from '../notation/blocks.ts';
import { longDay } from '../notation/dayWords.ts';
import type { Task } from '../notation/document.ts';
import { isPlaceholder } from '../notation/fields.ts';
import { mentionsIn, readInline } from '../notation/inline.ts';
import type { FieldName } from '../notation/keys.ts';
import { leafLines, type List, type MarkdownNode } from '../notation/markdown.ts';
import { definitionsOf, retold, retoldLeaf, type Retelling } from '../notation/retell.ts';
import type { Roster } from './roster.ts';
import type { Folder } from './workspace.ts';

const application = 'Please write in a few lines how you would go about it, with your price, the days you need, and one or two examples of work like this.';

const appliesHeading = /\bapply(?:ing)?\b|^applications?\b/i;

/** A heading of the brief with what stands under it; the first has none. */
interface Chapter {
  readonly heading: string;
  readonly parts: Part[];
}

interface Part {
  readonly isList: boolean;
  readonly lines: string[];
}

export function jobPost(task: Task, { roster }: Folder): string {
  const retelling: Retelling = { target: asAddress, definitions: definitionsOf(task.document) };
  const say = (text: string): string => sayNames(retold(text, retelling), roster);
  const chapters = chaptersOf(task, retelling, roster);
  const [first, ...rest] = chapters as [Chapter, ...Chapter[]];
  const told = rest.filter(({ parts }) => parts.length > 0);
  const applying = told.find(({ heading }) => appliesHeading.test(heading));
  const others = told.filter((chapter) => chapter !== applying);
  const post = [
    [`# ${say(task.block.title) || 'Job'}`],
    ...(told.some(({ heading }) => /^deliverables?\b/i.test(heading)) ? linesOf(first.parts) : withDeliverables(first.parts)),
    ...others.flatMap(({ heading, parts }) => [[`## ${heading}`], ...linesOf(parts)]),
    ...withHeading('## Details', detailsOf(task, say)),
    [`## ${applying?.heading ?? 'How to apply'}`],
    ...(applying ? linesOf(applying.parts) : [[application]]),
  ];
  return `${post.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const linesOf = (parts: readonly Part[]): string[][] => parts.map(({ lines }) => lines);

const withHeading = (heading: string, lines: readonly string[]): (readonly string[])[] => (lines.length === 0 ? [] : [[heading], lines]);

/** `**Deliverables:** four files`, as the outline of a brief has it. */
const deliverables = /^\*\*deliverables?:?\*\*:?\s*/i;

/** Lists say what is wanted, with the line that leads to them, and so does what is called so; the rest is the brief. */
function withDeliverables(parts: readonly Part[]): string[][] {
  const leads = ({ lines }: Part, next: Part | undefined): boolean => next?.isList === true && /:\**$/.test(lines.at(-1)!);
  const isWanted = (part: Part, i: number): boolean => part.isList || leads(part, parts[i + 1]) || deliverables.test(part.lines[0]!);
  const brief = linesOf(parts.filter((part, i) => !isWanted(part, i)));
  const wanted = parts.filter(isWanted).map(({ lines: [first, ...more] }) => [first!.replace(deliverables, ''), ...more]).filter(([first]) => first !== '');
  return [...brief, ...(wanted.length > 0 ? [['## Deliverables'], ...wanted] : [])];
}

function detailsOf({ block }: Task, say: (text: string) => string): string[] {
  const said = (name: FieldName): string | undefined => {
    const value = fieldOf(block, name)?.value;
    return value === undefined || isPlaceholder(value) ? undefined : say(value);
  };
  const details = [
    ['Skills', said('Skills')],
    ['Budget', block.budget ? formatAmount(block.budget.value) : said('Budget')],
    ['Deadline', block.due ? longDay(block.due.value) : said('Due')],
  ] as const;
  return details.flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${value}`]));
}

function chaptersOf({ section, block }: Task, retelling: Retelling, roster: Roster): Chapter[] {
  const chapters: Chapter[] = [{ heading: '', parts: [] }];
  const say = (leaf: MarkdownNode): string => sayNames(retoldLeaf(section, leaf, retelling), roster);
  /** Where the text of each item begins; the items that have begun; the list at the top that was written last. */
  const indents = new Map<MarkdownNode, number>();
  const begun = new Set<MarkdownNode>();
  let list: List | undefined;
  for (const node of section.nodes.slice(1)) {
    const { parts } = chapters.at(-1)!;
    const item = node.parent?.kind === 'item' ? node.parent : undefined;
    const add = (...lines: string[]): void => void parts.push({ isList: false, lines });
    if (node.kind === 'heading') {
      chapters.push({ heading: say(node), parts: [] });
    } else if (node.kind === 'item') {
      const indent = item ? indents.get(item) ?? 0 : 0;
      indents.set(node, indent + markerOf(node).length);
    } else if (node.kind === 'paragraph') {
      const text = say(node);
      if (text === '') continue;
      if (!item) {
        add(node.parent ? `> ${text}` : text);
        continue;
      }
      const marker = begun.has(item) ? '' : markerOf(item);
      begun.add(item);
      const line = ' '.repeat(indents.get(item)! - marker.length) + marker + text;
      const last = parts.at(-1);
      if (last?.isList && (item.parent || item.list === list)) last.lines.push(line);
      else parts.push({ isList: true, lines: [line] });
      if (!item.parent) ({ list } = item);
    } else if (node.kind === 'code' || (node.kind === 'table' && node.line !== block.bids?.line)) {
      const lines = leafLines(section, node);
      add(...(node.kind === 'code' ? lines : lines.map((line) => sayNames(retold(line, retelling), roster))));
    }
  }
  return chapters;
}

const markerOf = ({ list, level }: MarkdownNode): string => (list!.ordered ? `${level}. ` : '- ');

/** Only addresses lead anywhere from a job board. */
const asAddress = (target: string): string | undefined => (/^(?:https?:|mailto:)/i.test(target) ? target : undefined);

/** `@jon` by his first name, or as he is called in the notes. */
function sayNames(text: string, { people }: Roster): string {
  let said = '';
  let at = 0;
  for (const [start, end] of mentionsIn(readInline(text).prose)) {
    const handle = text.slice(start + 1, end);
    said += text.slice(at, start) + (people.get(handle)?.name?.trim().split(/\s+/)[0] || handle);
    at = end;
  }
  return said + text.slice(at);
}
