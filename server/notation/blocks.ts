/** Blocks: a heading that ends in `(recurring)` or `(one-off)` and what stands under it, read into fields, entries and so on. */
import { span, type Span } from '../text.ts';
import { type Bids, readBids } from './bids.ts';
import { Collector, none } from './collector.ts';
import type { Entry, Feedback } from './entries.ts';
import { EntryReader, mayBeginEntry } from './entryReader.ts';
import { type Field, readField } from './fields.ts';
import { FieldValues, isOfKind, ValueReader } from './fieldValues.ts';
import type { FieldName, Kind } from './keys.ts';
import type { Problem } from './located.ts';
import { type ItemRole, type Lines, lineText, type List, type MarkdownNode, type Scanned } from './markdown.ts';
import { type Milestone, readMilestone } from './milestones.ts';

/** The reader fills it in, as it does entries. */
export class Block extends FieldValues {
  fields: readonly Field[] = none;
  /** In the order of the text. */
  entries: readonly Entry[] = none;
  milestones: readonly Milestone[] = none;
  bids: Bids | undefined = undefined;
  /** The first numbered list: one item a step. */
  steps: readonly MarkdownNode[] = none;
  /** What is none of the above: the leaves of the brief. */
  brief: readonly MarkdownNode[] = none;
  problems: readonly Problem[] = none;

  constructor(
    readonly kind: Kind,
    readonly level: number,
    /** Without its kind. */
    readonly title: string,
    private readonly titleColumn: number,
    private readonly kindColumn: number,
  ) {
    super();
  }

  /** The title; where there is none, the kind in its brackets. */
  get titleAt(): Span {
    const { title, titleColumn, kindColumn, kind } = this;
    return title === '' ? span(0, kindColumn - 1, kindColumn + kind.length + 1) : span(0, titleColumn, titleColumn + title.length);
  }

  /** `recurring`, between its brackets. */
  get kindAt(): Span {
    return span(0, this.kindColumn, this.kindColumn + this.kind.length);
  }
}

/** A block and the nodes of its section that it did not take for fields, entries and the like. */
export interface ReadBlock {
  readonly block: Block;
  readonly nodes: readonly MarkdownNode[];
}

const PARENTHESIS = 41, GREATER = 62, BRACKET = 91;

/** A word processor makes other hyphens of the one that is typed. */
const kindPattern = /\((recurring|one[-\u2010-\u2013]off)\)$/i;

/** The kind that a heading's text ends in; a comment behind it is no text. */
export function kindOf(headingText: string): Kind | undefined {
  const last = headingText.charCodeAt(headingText.length - 1);
  if (last === GREATER) return kindBeforeComment(headingText);
  if (last !== PARENTHESIS) return undefined;
  if (headingText.endsWith('(recurring)')) return 'recurring';
  if (headingText.endsWith('(one-off)')) return 'one-off';
  return kindPattern.exec(headingText)?.[1]?.toLowerCase().replace(/[\u2010-\u2013]/, '-') as Kind | undefined;
}

function kindBeforeComment(headingText: string): Kind | undefined {
  let text = headingText;
  while (text.endsWith('-->')) {
    const at = text.lastIndexOf('<!--');
    if (at < 0) return undefined;
    text = text.slice(0, at).trimEnd();
  }
  return text === headingText ? undefined : kindOf(text);
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

/** Whether what is in an item has become part of a field, an entry or a milestone. */
const isTaken = (role: ItemRole | undefined): boolean => role !== undefined && role !== 'brief' && role !== 'step';

/** Reads blocks, one after the other. */
export class BlockReader {
  private readonly fields = new Collector<Field>();
  private readonly entries = new Collector<Entry>();
  private readonly milestones = new Collector<Milestone>();
  private readonly steps = new Collector<MarkdownNode>();
  private readonly brief = new Collector<MarkdownNode>();
  private readonly left = new Collector<MarkdownNode>();
  /** The readers of parts look at the problems found last, too. */
  private readonly problems: Problem[] = [];
  private readonly entryReader = new EntryReader(this.problems);
  private readonly valueReader = new ValueReader(this.problems);
  private scanned!: Scanned;
  private section!: Lines;
  private kind!: Kind;
  /** The entry read last, and its item: feedback belongs to it. */
  private entry: Entry | undefined;
  private entryItem: MarkdownNode | undefined;
  private feedback: Feedback[] | undefined;
  private bids: Bids | undefined;
  private stepList: List | undefined;
  private firstBulletList: List | undefined;
  private hasFields = false;

  /**
   * Reads the block of a section whose first node is a heading with a kind, in its first line. It is read where `scanned` has
   * it, and will find its own text in the lines of `section`, wherever that stands.
   */
  read(scanned: Scanned, kind: Kind, section: Lines): ReadBlock {
    const { nodes } = scanned;
    const heading = nodes[0]!;
    const block = emptyBlock(scanned, heading, kind);
    this.scanned = scanned;
    this.section = section;
    this.kind = kind;
    this.entry = this.entryItem = this.feedback = this.bids = this.stepList = this.firstBulletList = undefined;
    this.hasFields = false;
    this.valueReader.begin(block, kind);
    this.left.push(heading);
    for (let i = 1; i < nodes.length; i++) {
      const node = nodes[i]!;
      if (node.kind === 'item') {
        const child = nodes[i + 1];
        const paragraph = child?.kind === 'paragraph' && child.parent === node && child.line === node.line ? child : undefined;
        const role = this.readItem(node, paragraph, i);
        node.role = role;
        if (isTaken(role)) {
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
    block.fields = this.fields.take();
    block.entries = this.entries.take();
    block.milestones = this.milestones.take();
    block.bids = this.bids;
    block.steps = this.steps.take();
    block.brief = this.brief.take();
    if (this.problems.length > 0) block.problems = this.problems.splice(0);
    return { block, nodes: this.left.take() };
  }

  private readItem(item: MarkdownNode, paragraph: MarkdownNode | undefined, index: number): ItemRole {
    const { parent } = item;
    const outer = parent?.role;
    if (!paragraph || parent?.kind === 'quote') return outer ?? 'brief';
    const { text, lineStarts } = this.scanned;
    const first = text.charCodeAt(lineStarts[paragraph.line]! + paragraph.column);
    if (first === BRACKET && this.readMilestone(paragraph)) return 'milestone';
    if (mayBeginEntry(first) && this.readEntry(item, paragraph)) return 'entry';
    if (outer === 'entry') return parent === this.entryItem ? this.readFeedback(paragraph) : outer;
    if (outer && outer !== 'brief') return outer;
    if (parent) return 'brief';
    const list = item.list!;
    if (list.ordered) return this.readStep(item, list);
    return this.readFieldItem(item, paragraph, list, index);
  }

  private readMilestone(paragraph: MarkdownNode): boolean {
    const milestone = readMilestone(this.scanned, paragraph, this.problems);
    if (milestone) this.milestones.push(milestone);
    return milestone !== undefined;
  }

  private readEntry(item: MarkdownNode, paragraph: MarkdownNode): boolean {
    const entry = this.entryReader.read(this.scanned, this.section, item, paragraph);
    if (!entry) return false;
    this.entries.push(entry);
    this.entry = entry;
    this.entryItem = item;
    this.feedback = undefined;
    return true;
  }

  private readFeedback(paragraph: MarkdownNode): ItemRole {
    const field = readField(this.scanned, paragraph, paragraph);
    const kind = field?.name.toLowerCase();
    if (!field || (kind !== 'liked' && kind !== 'disliked')) return 'entry';
    const feedback: Feedback = { kind, text: field.value, at: field.valueAt };
    if (this.feedback) this.feedback.push(feedback);
    else this.entry!.feedback = this.feedback = [feedback];
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
    this.valueReader.read(field);
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

  private readLeaf(leaf: MarkdownNode): void {
    if (leaf.kind === 'table' && !leaf.parent && this.kind === 'one-off' && !this.bids) {
      this.bids = readBids(this.scanned, leaf, this.problems);
      if (this.bids) return;
    }
    const isText = leaf.kind === 'paragraph' || leaf.kind === 'table' || leaf.kind === 'code';
    if (isText && leaf.parent?.role !== 'step') this.brief.push(leaf);
  }
}

/** The block of a heading, without what stands under it. */
function emptyBlock({ text, lineStarts }: Lines, { line, level, column, endColumn }: MarkdownNode, kind: Kind): Block {
  const start = lineStarts[line]!;
  const heading = text.slice(start + column, start + endColumn).trimEnd();
  const title = heading.slice(0, heading.length - kind.length - 2).trimEnd();
  return new Block(kind, level, title, column, column + heading.length - kind.length - 1);
}
