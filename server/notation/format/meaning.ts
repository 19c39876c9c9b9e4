/**
 * What a section says, whatever way it is written in: the formatter reads what it has written and keeps it only where this
 * is the same. Fields and entries may be in another order, but those of one name or one day may not change places.
 */
import { parseAmount } from '../amounts.ts';
import { readCadence } from '../cadence/read.ts';
import { certainDay } from '../dates.ts';
import { type Section, spanText } from '../document.ts';
import { parseDuration } from '../durations.ts';
import type { Entry } from '../entries.ts';
import type { Field } from '../fields.ts';
import { fieldKey } from '../keys.ts';
import { leafLines, lineText, type MarkdownNode } from '../markdown.ts';
import { splitRow } from '../tables.ts';

/** A section, and all of its nodes: `section.nodes` are those that no field or entry is made of. */
export interface Read {
  readonly section: Section;
  readonly nodes: readonly MarkdownNode[];
}

export function meaningOf(read: Read): string {
  const { section, nodes } = read;
  const { block, directives } = section;
  const told = block ? [block.kind, block.title, byFirst(block.fields.map(fieldMeaning)), byFirst(block.entries.map((entry) => entryMeaning(section, entry)))] : [];
  const milestones = block?.milestones.map(({ date, done, title, amount, dateAt }) => [String(date ?? certainDay(spanText(section, dateAt))), done, title, amount]) ?? [];
  const bids = block?.bids?.rows.map(({ bidder, price, days, note }) => [bidder, price?.value, days, note]);
  return JSON.stringify([
    told, byFirst(milestones), bids, structureOf(section),
    directives.map(({ kind, codes }) => [kind, codes.map(({ value }) => value)].join(' ')).sort(),
    section.mentions.map(({ handle }) => handle).sort(),
    nodes.filter(({ kind }) => kind === 'code' || kind === 'html').map((node) => verbatim(section, node)).sort(),
  ]);
}

/** The lines of code or HTML, without the indentation that it has as a whole. */
function verbatim(section: Section, node: MarkdownNode): string {
  const lines: string[] = [];
  for (let line = node.line; line < node.endLine; line++) {
    const text = lineText(section, line);
    lines.push(text.slice(Math.min(node.column, text.length - text.trimStart().length)));
  }
  return lines.join('\n');
}

/** Sorted by the first of each; what has the same first stays in order. */
function byFirst(rows: unknown[][]): unknown[][] {
  return rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0));
}

const fieldMeaning = ({ key, name, value }: Field): unknown[] => [key ?? name, valueMeaning(key, value)];

function valueMeaning(key: Field['key'], value: string): unknown {
  const kind = key && fieldKey(key)!.value;
  if (kind === 'duration') return parseDuration(value) ?? value;
  if (kind === 'amount') return parseAmount(value) ?? value;
  if (kind === 'date') return certainDay(value) ?? value;
  if (kind !== 'cadence') return value;
  const reading = readCadence(value);
  return reading.ok ? [reading.cadence, reading.bounds, reading.losses, reading.ambiguity?.readings] : value;
}

export function entryMeaning(section: Section, entry: Entry): unknown[] {
  const { dateAt, date, who, duration, verb, verbAt, explained, forDate, rating, amount, note, feedback } = entry;
  return [
    String(date ?? certainDay(spanText(section, dateAt)) ?? spanText(section, dateAt)), who?.handle, duration?.value, verb, verbAt !== undefined,
    explained?.value, forDate?.value, rating?.value, amount?.value, note, feedback.map(({ kind, text }) => [kind, text]),
  ];
}

/** The leaves and containers that the block does not hold as fields and entries, with their text. */
function structureOf(section: Section): unknown[] {
  const lists = new Map<unknown, number>();
  const depthOf = ({ parent }: MarkdownNode): number => (parent ? 1 + depthOf(parent) : 0);
  return section.nodes.map((node) => {
    if (node.list && !lists.has(node.list)) lists.set(node.list, lists.size);
    const isContainer = node.kind === 'item' || node.kind === 'quote';
    const list = node.list && [node.list.ordered, lists.get(node.list), node.role];
    return [node.kind, node.level, depthOf(node), list, isContainer ? [] : leafMeaning(section, node)];
  });
}

function leafMeaning(section: Section, node: MarkdownNode): unknown[] {
  if (node.kind === 'code' || node.kind === 'html') return [verbatim(section, node)];
  const lines = leafLines(section, node);
  if (node.kind !== 'table') return lines;
  return lines.map((line, i) => splitRow(line).map(({ text }) => (i === 1 ? text.replace(/-+/, '-') : (parseAmount(text) ?? text))));
}
