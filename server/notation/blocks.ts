/** Blocks: a heading that ends in `(recurring)` or `(one-off)` and what stands under it, read into fields, entries and so on. */
import { span, type Span } from '../text.ts';
import { parseAmount } from './amounts.ts';
import { type Bids, readBids } from './bids.ts';
import { isDateLike, parseDay } from './dates.ts';
import type { Entry, Feedback, Milestone } from './entries.ts';
import { beginsWithDate, EntryReader } from './entryReader.ts';
import { type Field, readField } from './fields.ts';
import { type FieldValues, readFields } from './fieldValues.ts';
import { type FieldName, fieldKey, type Kind } from './keys.ts';
import type { Problem } from './located.ts';
import { type ItemRole, lineText, type List, type MarkdownNode, type Scanned } from './markdown.ts';

export interface Block extends FieldValues {
  readonly kind: Kind;
  readonly level: number;
  /** Without its kind. */
  readonly title: string;
  /** The title; where there is none, the kind in its brackets. */
  readonly titleAt: Span;
  /** `recurring`, between its brackets. */
  readonly kindAt: Span;

  readonly fields: readonly Field[];

  /** In the order of the text. */
  readonly entries: readonly Entry[];
  readonly milestones: readonly Milestone[];
  readonly bids: Bids | undefined;
  /** The first numbered list: one item a step. */
  readonly steps: readonly MarkdownNode[];
  /** What is none of the above: the leaves of the brief. */
  readonly brief: readonly MarkdownNode[];
  readonly problems: readonly Problem[];
}

/** A block and the nodes of its section that it did not take for fields, entries and the like. */
export interface ReadBlock {
  readonly block: Block;
  readonly nodes: readonly MarkdownNode[];
}

/** `[x] 2026-09-22 All files: 290 EUR`: the box, what stands before the date, the date, what stands behind it. */
const milestone = /^\[([ xX])\][ \t]+(?![ \t])([^]*?)(\d{1,4}[-./]\d{1,2}[-./]\d[\d./-]{0,20})([^]*)$/;

/** A word processor makes other hyphens of the one that is typed. */
const kindPattern = /\((recurring|one[-\u2010-\u2013]off)\)$/i;

/** The kind that a heading's text ends in; a comment behind it is no text. */
export function kindOf(headingText: string): Kind | undefined {
  let text = headingText;
  for (let at = 0; at >= 0 && text.endsWith('-->'); ) {
    at = text.lastIndexOf('<!--');
    if (at >= 0) text = text.slice(0, at).trimEnd();
  }
  if (text.charCodeAt(text.length - 1) !== 41) return undefined;
  return kindPattern.exec(text)?.[1]?.toLowerCase().replace(/[\u2010-\u2013]/, '-') as Kind | undefined;
}

/** The first field of a name in a block. */
export function fieldOf(block: Block, name: FieldName): Field | undefined {
  return block.fields.find((field) => field.key === name);
}

/** The text of a step, in one line. */
export function stepText(scanned: Scanned, step: MarkdownNode): string {
  const end = Math.min(step.endLine, scanned.lineStarts.length - 1);
  let text = lineText(scanned, step.line, step.endColumn);
  for (let line = step.line + 1; line < end; line++) text += ` ${lineText(scanned, line).trim()}`;
  return text.trim();
}

/** Whether a task of a kind has a field. */
const isOfKind = (name: FieldName, kind: Kind): boolean => fieldKey(name)!.kinds.includes(kind);

/** Whether what is in an item has become part of a field, an entry or a milestone. */
const isTaken = (role: ItemRole | undefined): boolean => role !== undefined && role !== 'brief' && role !== 'step';

/** A list of just its length, and one for all that are empty: lists that grow keep room that a note's many would waste. */
const packed = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? empty : list.slice());
const empty: readonly never[] = [];

/** Reads blocks, one after the other; its lists are filled anew for each. */
export class BlockReader {
  private readonly fields: Field[] = [];
  private readonly entries: Entry[] = [];
  private readonly milestones: Milestone[] = [];
  private readonly steps: MarkdownNode[] = [];
  private readonly brief: MarkdownNode[] = [];
  private readonly problems: Problem[] = [];
  private readonly left: MarkdownNode[] = [];
  private readonly entryReader = new EntryReader(this.problems);
  private scanned!: Scanned;
  private kind!: Kind;
  /** The item of the entry read last: feedback belongs to it. */
  private entryItem: MarkdownNode | undefined;
  private feedback: Feedback[] | undefined;
  private bids: Bids | undefined;
  private stepList: List | undefined;
  private firstBulletList: List | undefined;
  private hasFields = false;

  /** Reads the block of a section whose first node is a heading with a kind. */
  read(scanned: Scanned, kind: Kind): ReadBlock {
    this.scanned = scanned;
    this.kind = kind;
    for (const list of [this.fields, this.entries, this.milestones, this.steps, this.brief, this.problems, this.left]) list.length = 0;
    this.entryItem = this.feedback = this.bids = this.stepList = this.firstBulletList = undefined;
    this.hasFields = false;
    const { nodes } = this.scanned;
    const heading = nodes[0]!;
    this.left.push(heading);
    for (let i = 1; i < nodes.length; i++) {
      const node = nodes[i]!;
      if (node.kind === 'item') {
        const child = nodes[i + 1];
        const paragraph = child?.kind === 'paragraph' && child.parent === node && child.line === node.line ? child : undefined;
        node.role = this.readItem(node, paragraph, i);
        if (isTaken(node.role)) {
          if (paragraph) i++;
          continue;
        }
      } else if (isTaken(node.parent?.role)) {
        continue;
      } else {
        this.readLeaf(node);
      }
      this.left.push(node);
    }
    return { block: this.block(heading), nodes: packed(this.left) };
  }

  private readItem(item: MarkdownNode, paragraph: MarkdownNode | undefined, index: number): ItemRole {
    const outer = item.parent?.role;
    const list = item.list!;
    if (!paragraph || item.parent?.kind === 'quote') return outer ?? 'brief';
    const { text, lineStarts } = this.scanned;
    const at = lineStarts[paragraph.line]! + paragraph.column;
    if (text.charCodeAt(at) === 91 && this.readMilestone(paragraph)) return 'milestone';
    if (beginsWithDate(text, at, lineStarts[paragraph.line + 1]!)) {
      this.entries.push(this.entryReader.read(this.scanned, item, paragraph));
      this.entryItem = item;
      this.feedback = undefined;
      return 'entry';
    }
    if (outer === 'entry') return item.parent === this.entryItem ? this.readFeedback(paragraph) : outer;
    if (outer && outer !== 'brief') return outer;
    if (item.parent) return 'brief';
    if (list.ordered) return this.readStep(item, list);
    return this.readFieldItem(item, paragraph, list, index);
  }

  private readFeedback(paragraph: MarkdownNode): ItemRole {
    const field = readField(this.scanned, paragraph, paragraph);
    const kind = field?.name.toLowerCase();
    if (!field || (kind !== 'liked' && kind !== 'disliked')) return 'entry';
    const feedback: Feedback = { kind, text: field.value, at: field.valueAt };
    if (this.feedback) this.feedback.push(feedback);
    else this.entries[this.entries.length - 1]!.feedback = this.feedback = [feedback];
    return 'feedback';
  }

  private readStep(item: MarkdownNode, list: List): ItemRole {
    this.stepList ??= list;
    if (list !== this.stepList) return 'brief';
    this.steps.push(item);
    return 'step';
  }

  /** The first bullet list holds the fields: if it stands right under the heading, or if it has a field that is known. */
  private readFieldItem(item: MarkdownNode, paragraph: MarkdownNode, list: List, index: number): ItemRole {
    if (!this.firstBulletList) {
      this.firstBulletList = list;
      this.hasFields = index === 1 || this.listHasKnownField(index, list);
    }
    const field = this.hasFields && list === this.firstBulletList ? readField(this.scanned, item, paragraph) : undefined;
    if (!field) return 'brief';
    this.fields.push(field);
    return 'field';
  }

  private listHasKnownField(from: number, list: List): boolean {
    const { nodes } = this.scanned;
    for (let i = from; i < nodes.length; i++) {
      const node = nodes[i]!;
      if (node.kind === 'item' && node.list === list) {
        const paragraph = nodes[i + 1];
        const field = paragraph?.kind === 'paragraph' ? readField(this.scanned, node, paragraph) : undefined;
        if (field?.key && isOfKind(field.key, this.kind)) return true;
      } else if (node.parent === undefined) {
        return false;
      }
    }
    return false;
  }

  private readMilestone(paragraph: MarkdownNode): boolean {
    const { line, column } = paragraph;
    const text = lineText(this.scanned, line, column);
    const match = milestone.exec(text);
    if (!match) return false;
    const [, box, before, written, after] = match as unknown as [string, string, string, string, string];
    const word = written.replace(/[./-]+$/, '');
    if (!isDateLike(word)) return false;
    const date = word.length === 10 ? parseDay(word) : undefined;
    const start = column + text.length - after.length - written.length;
    const at = span(line, start, start + word.length);
    if (date === undefined) this.problems.push({ code: 'invalid-date', at, text: word });
    const title = before + after;
    const colon = title.indexOf(':');
    this.milestones.push({
      line,
      done: box !== ' ',
      boxAt: span(line, column + 1, column + 2),
      date,
      dateAt: at,
      title: (colon < 0 ? title : title.slice(0, colon)).trim(),
      amount: colon < 0 ? undefined : parseAmount(title.slice(colon + 1)),
    });
    return true;
  }

  private readLeaf(leaf: MarkdownNode): void {
    if (leaf.kind === 'table' && !leaf.parent && this.kind === 'one-off' && !this.bids) {
      this.bids = readBids(this.scanned, leaf, this.problems);
      if (this.bids) return;
    }
    const isText = leaf.kind === 'paragraph' || leaf.kind === 'table' || leaf.kind === 'code';
    if (isText && leaf.parent?.role !== 'step') this.brief.push(leaf);
  }

  private block(heading: MarkdownNode): Block {
    const { line, column } = heading;
    const text = lineText(this.scanned, line, column).slice(0, heading.endColumn - column).trimEnd();
    const title = text.slice(0, text.length - this.kind.length - 2).trimEnd();
    const end = column + text.length;
    const kindStart = end - this.kind.length - 1;
    // A field of the other kind is unknown here, whatever it holds.
    const typed = readFields(this.fields.filter(({ key }) => key !== undefined && isOfKind(key, this.kind)), this.problems);
    return {
      kind: this.kind,
      level: heading.level,
      title,
      titleAt: title === '' ? span(line, kindStart - 1, end) : span(line, column, column + title.length),
      kindAt: span(line, kindStart, end - 1),
      fields: packed(this.fields),
      ...typed,
      entries: packed(this.entries),
      milestones: packed(this.milestones),
      bids: this.bids,
      steps: packed(this.steps),
      brief: packed(this.brief),
      problems: packed(this.problems),
    };
  }
}
