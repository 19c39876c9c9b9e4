/** Blocks: a heading that ends in `(recurring)` or `(one-off)` and what stands under it, read into fields, entries and so on. */
import { span, type Span } from '../text.ts';
import { type Amount, parseAmount } from './amounts.ts';
import { type Bids, readBids } from './bids.ts';
import { type Day, isDateLike, parseDay } from './dates.ts';
import type { Minutes } from './durations.ts';
import { beginsWithDate, type Entry, type Feedback, type Milestone, readEntry } from './entries.ts';
import { type Field, FieldValues, type Pause, readField } from './fields.ts';
import type { Mention } from './inline.ts';
import { type FieldName, fieldKey, type Kind } from './keys.ts';
import type { Located, Problem } from './located.ts';
import { leafLines, lineText, type List, type MarkdownNode, type Scanned } from './markdown.ts';
import { type ProcessReference, readProcess } from './process.ts';

export interface Block {
  readonly kind: Kind;
  readonly level: number;
  /** Without its kind. */
  readonly title: string;
  /** The title; where there is none, the kind in its brackets. */
  readonly titleAt: Span;
  /** `recurring`, between its brackets. */
  readonly kindAt: Span;

  readonly fields: readonly Field[];
  readonly owner: Mention | undefined;
  readonly backup: Mention | undefined;
  readonly cadence: Located<string> | undefined;
  readonly process: ProcessReference | undefined;
  readonly estimate: Located<Minutes> | undefined;
  readonly starts: Located<Day> | undefined;
  readonly ends: Located<Day> | undefined;
  readonly paused: Located<Pause> | undefined;
  readonly reviewed: Located<Day> | undefined;
  readonly budget: Located<Amount> | undefined;
  readonly due: Located<Day> | undefined;
  readonly sameAs: Located<string> | undefined;

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

const kindPattern = /\((recurring|one-off)\)$/i;

/** The kind that a heading's text ends in. */
export function kindOf(headingText: string): Kind | undefined {
  if (headingText.charCodeAt(headingText.length - 1) !== 41) return undefined;
  return kindPattern.exec(headingText)?.[1]?.toLowerCase() as Kind | undefined;
}

/** The first field of a name in a block. */
export function fieldOf(block: Block, name: FieldName): Field | undefined {
  return block.fields.find((field) => field.key === name);
}

/** The brief as plain text, a line for each of its lines; for comparing and for showing, escaped by whoever shows it. */
export function briefText(scanned: Scanned, block: Block): string {
  return block.brief.flatMap((leaf) => leafLines(scanned, leaf)).join('\n');
}

/** The text of a step, in one line. */
export function stepText(scanned: Scanned, step: MarkdownNode): string {
  const end = Math.min(step.endLine, scanned.lineStarts.length - 1);
  let text = lineText(scanned, step.line, step.endColumn);
  for (let line = step.line + 1; line < end; line++) text += ` ${lineText(scanned, line).trim()}`;
  return text.trim();
}

/** Reads the block of a section whose first node is a heading with a kind. */
export function readBlock(scanned: Scanned, kind: Kind): Block {
  return new BlockReader(scanned, kind).read();
}

/** What an item of a list was read as; what is nested in it belongs to it. */
type Role = 'field' | 'entry' | 'feedback' | 'milestone' | 'step' | 'brief';

class BlockReader {
  private readonly fields: Field[] = [];
  private readonly entries: Entry[] = [];
  private readonly milestones: Milestone[] = [];
  private readonly steps: MarkdownNode[] = [];
  private readonly brief: MarkdownNode[] = [];
  private readonly problems: Problem[] = [];
  private readonly roles = new Map<MarkdownNode, Role>();
  private readonly feedback = new Map<MarkdownNode, Feedback[]>();
  private bids: Bids | undefined;
  private stepList: List | undefined;
  private firstBulletList: List | undefined;
  private hasFields = false;

  constructor(
    private readonly scanned: Scanned,
    private readonly kind: Kind,
  ) {}

  read(): Block {
    const { nodes } = this.scanned;
    const heading = nodes[0]!;
    for (let i = 1; i < nodes.length; i++) {
      const node = nodes[i]!;
      if (node.kind === 'item') {
        const child = nodes[i + 1];
        const paragraph = child?.kind === 'paragraph' && child.parent === node && child.line === node.line ? child : undefined;
        const role = this.readItem(node, paragraph, i);
        this.roles.set(node, role);
        if (role === 'brief') continue;
        if (paragraph) i++;
      } else if (node.kind !== 'quote') {
        this.readLeaf(node);
      }
    }
    return this.block(heading);
  }

  private readItem(item: MarkdownNode, paragraph: MarkdownNode | undefined, index: number): Role {
    const outer = item.parent && this.roles.get(item.parent);
    const list = item.list!;
    if (!paragraph || item.parent?.kind === 'quote') return outer ?? 'brief';
    const text = lineText(this.scanned, paragraph.line, paragraph.column);
    if (text.charCodeAt(0) === 91 && this.readMilestone(paragraph, text)) return 'milestone';
    if (beginsWithDate(text)) {
      const feedback: Feedback[] = [];
      this.feedback.set(item, feedback);
      this.entries.push(readEntry(this.scanned, item, paragraph, feedback, this.problems));
      return 'entry';
    }
    if (outer === 'entry') return this.readFeedback(item.parent!, paragraph);
    if (outer && outer !== 'brief') return outer;
    if (item.parent) return 'brief';
    if (list.ordered) return this.readStep(item, list);
    return this.readFieldItem(item, paragraph, list, index);
  }

  private readFeedback(entryItem: MarkdownNode, paragraph: MarkdownNode): Role {
    const field = readField(this.scanned, paragraph, paragraph);
    const kind = field?.name.toLowerCase();
    if (field && (kind === 'liked' || kind === 'disliked')) {
      this.feedback.get(entryItem)!.push({ kind, text: field.value, at: field.valueAt });
      return 'feedback';
    }
    return 'entry';
  }

  private readStep(item: MarkdownNode, list: List): Role {
    this.stepList ??= list;
    if (list !== this.stepList) return 'brief';
    this.steps.push(item);
    return 'step';
  }

  /** The first bullet list holds the fields: if it stands right under the heading, or if it has a field that is known. */
  private readFieldItem(item: MarkdownNode, paragraph: MarkdownNode, list: List, index: number): Role {
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
        if (field?.key && fieldKey(field.name)!.kinds.some((kind) => kind === this.kind)) return true;
      } else if (node.parent === undefined) {
        return false;
      }
    }
    return false;
  }

  private readMilestone(paragraph: MarkdownNode, text: string): boolean {
    const box = /^\[([ xX])\][ \t]+/.exec(text);
    if (!box) return false;
    const dateAt = text.slice(box[0].length).search(/\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/);
    if (dateAt < 0) return false;
    const start = box[0].length + dateAt;
    const word = /^[\d./-]+/.exec(text.slice(start))![0].replace(/[./-]+$/, '');
    if (!isDateLike(word)) return false;
    const date = word.length === 10 ? parseDay(word) : undefined;
    const { line, column } = paragraph;
    const at = span(line, column + start, column + start + word.length);
    if (date === undefined) this.problems.push({ code: 'invalid-date', at, text: word });
    const [title, ...note] = (text.slice(box[0].length, start) + text.slice(start + word.length)).split(':');
    this.milestones.push({
      line,
      done: box[1] !== ' ',
      boxAt: span(line, column + 1, column + 2),
      date,
      dateAt: at,
      title: title!.trim(),
      amount: parseAmount(note.join(':')),
    });
    return true;
  }

  private readLeaf(leaf: MarkdownNode): void {
    const outer = leaf.parent && this.roles.get(leaf.parent);
    if (outer && outer !== 'brief') return;
    if (leaf.kind === 'table' && !leaf.parent && this.kind === 'one-off' && !this.bids) {
      this.bids = readBids(this.scanned, leaf, this.problems);
      if (this.bids) return;
    }
    if (leaf.kind === 'paragraph' || leaf.kind === 'table' || leaf.kind === 'code') this.brief.push(leaf);
  }

  private block(heading: MarkdownNode): Block {
    const { line, column, endColumn } = heading;
    const text = lineText(this.scanned, line, column).slice(0, endColumn - column);
    const title = text.slice(0, text.length - this.kind.length - 2).trimEnd();
    const kindStart = endColumn - this.kind.length - 1;
    const field = (name: FieldName): Field | undefined => this.fields.find(({ key }) => key === name);
    const values = new FieldValues(this.problems);
    const textOf = (name: FieldName): Located<string> | undefined => {
      const found = field(name);
      return found && found.value !== '' ? { value: found.value, at: found.valueAt } : undefined;
    };
    const process = textOf('Process');
    return {
      kind: this.kind,
      level: heading.level,
      title,
      titleAt: title === '' ? span(line, kindStart - 1, endColumn) : span(line, column, column + title.length),
      kindAt: span(line, kindStart, endColumn - 1),
      fields: this.fields,
      owner: values.person(field('Owner')),
      backup: values.person(field('Backup')),
      cadence: textOf('Cadence'),
      process: process && readProcess(process.value, process.at),
      estimate: values.duration(field('Estimate')),
      starts: values.date(field('Starts')),
      ends: values.date(field('Ends')),
      paused: values.pause(field('Paused')),
      reviewed: values.date(field('Reviewed')),
      budget: values.amount(field('Budget')),
      due: values.date(field('Due')),
      sameAs: textOf('Same as'),
      entries: this.entries,
      milestones: this.milestones,
      bids: this.bids,
      steps: this.steps,
      brief: this.brief,
      problems: this.problems,
    };
  }
}
