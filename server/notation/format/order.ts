/** The order of lines: fields as the notation lists them, entries with the newest on top. */
import type { Day } from '../dates.ts';
import { isOfKind } from '../fieldValues.ts';
import { fieldKeys } from '../keys.ts';
import { leafLines, type MarkdownNode } from '../markdown.ts';
import { type Line, reordered } from './lines.ts';
import { areWanted, type Options, type Part, type Step } from './part.ts';

/** Lines that change places with others of their kind; the end is exclusive. */
interface Slot {
  readonly line: number;
  readonly endLine: number;
  readonly rank: number;
}

/** Fields in canonical order. Those of a user's own keep their places, and so does all else in the list. */
export const orderFields: Step = (part, options) => {
  const { block } = part.section;
  if (!block) return part.lines;
  const bonds = new Bonds(part);
  const slots = block.fields.flatMap(({ key, line, endLine }): Slot[] =>
    key && isOfKind(key, block.kind) && !bonds.ties(line, endLine) ? [{ line, endLine, rank: fieldKeys.findIndex(({ name }) => name === key) }] : []);
  return permuted(part.lines, slots, options);
};

/** Entries with the newest on top, and milestones among them; those of one day stay as they are. */
export const orderEntries: Step = (part, options) => {
  const { block } = part.section;
  if (!block || block.entries.length === 0) return part.lines;
  let { lines } = part;
  for (const run of runsOf(part)) {
    // Milestones alone are a plan, which is in the order of the days.
    if (run.some(({ isEntry }) => isEntry)) lines = permuted(lines, run, options);
  }
  return lines;
};

interface DatedItem extends Slot {
  readonly isEntry: boolean;
}

/** Items of one bullet with dates that follow upon each other with nothing in between, each with the comments right above it. */
function* runsOf(part: Part): Generator<DatedItem[]> {
  const { entries, milestones } = part.section.block!;
  const days = new Map<number, { day: Day | undefined; isEntry: boolean }>();
  for (const { line, date } of milestones) days.set(line, { day: date, isEntry: false });
  for (const { line, date } of entries) days.set(line, { day: date, isEntry: true });
  const bonds = new Bonds(part);
  let run: DatedItem[] = [];
  let marker = '';
  let comments: MarkdownNode[] = [];
  for (const node of part.nodes) {
    if (node.parent) continue;
    if (isComment(part, node) && (comments.length === 0 || comments.at(-1)!.endLine === node.line)) {
      comments.push(node);
      continue;
    }
    const isBelow = comments.length > 0 && comments.at(-1)!.endLine === node.line;
    const line = isBelow ? comments[0]!.line : node.line;
    const dated = node.kind === 'item' && !node.list!.ordered && !bonds.ties(line, node.endLine) && !holdsRegion(part, node) ? days.get(node.line) : undefined;
    const bullet = `${node.column}${node.list?.marker}`;
    if (dated?.day === undefined || bullet !== marker || (comments.length > 0 && !isBelow)) {
      yield run;
      run = [];
      marker = bullet;
    }
    comments = isComment(part, node) ? [node] : [];
    if (dated?.day !== undefined) run.push({ line, endLine: node.endLine, rank: -dated.day, isEntry: dated.isEntry });
  }
  yield run;
}

/** Comments that silence the next line, and that line: where one is moved, the other has to go with it. */
class Bonds {
  private readonly partners = new Map<number, number[]>();

  constructor({ section: { directives }, lines }: Part) {
    for (const { kind, range } of directives) {
      if (kind !== 'disable-next-line') continue;
      let next = range.end.line + 1;
      while (next < lines.length && lines[next]!.text.trim() === '') next++;
      this.add(range.end.line, next);
      this.add(next, range.end.line);
    }
  }

  private add(line: number, partner: number): void {
    const partners = this.partners.get(line);
    if (partners) partners.push(partner);
    else this.partners.set(line, [partner]);
  }

  /** Whether lines hold one of the two, and not the other. */
  ties(line: number, endLine: number): boolean {
    if (this.partners.size === 0) return false;
    for (let each = line; each < endLine; each++) {
      if (this.partners.get(each)?.some((partner) => partner < line || partner >= endLine)) return true;
    }
    return false;
  }
}

/** A comment in lines of its own, but none that opens or closes a region: that is about the place, not the entry below it. */
function isComment(part: Part, node: MarkdownNode): boolean {
  return node.kind === 'html' && /^<!--[^]*-->$/.test(leafLines(part.section, node).join('\n')) && !holdsRegion(part, node);
}

function holdsRegion({ lines }: Part, { line, endLine }: MarkdownNode): boolean {
  return lines.slice(line, endLine).some(({ text }) => /delegate-(?:disable|enable)(?![\w-])/.test(text));
}

/** The lines with the slots in the order of their ranks; what is between two slots stays between two slots. */
function permuted(lines: readonly Line[], slots: readonly Slot[], options: Options): readonly Line[] {
  const sorted = [...slots].sort((a, b) => a.rank - b.rank);
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last || sorted.every((slot, i) => slot === slots[i]) || !areWanted(lines, options, first.line, last.endLine)) return lines;
  const order: number[] = [];
  const add = (from: number, to: number): void => {
    for (let line = from; line < to; line++) order.push(line);
  };
  add(0, first.line);
  sorted.forEach((slot, i) => {
    add(slot.line, slot.endLine);
    add(slots[i]!.endLine, slots[i + 1]?.line ?? lines.length);
  });
  return reordered(lines, order, options.lineBreak);
}
