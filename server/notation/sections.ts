/** Sections: the stretches of a note from heading to heading, each read by itself. */
import { type Block, BlockReader, kindOf } from './blocks.ts';
import type { Directive } from './directives.ts';
import { handleEnd, Mention } from './inline.ts';
import type { Kind } from './keys.ts';
import type { MarkdownNode, Scanned } from './markdown.ts';
import { blanked, ProseReader } from './prose.ts';
import { Scanner } from './scanner.ts';
import type { Shelf, Shelved } from './shelf.ts';

/** Its `nodes` are those that its block did not take for fields, entries and the like: a long history needs no nodes. */
export interface Section extends Scanned {
  /** Lines in the section. */
  readonly lineCount: number;
  /** Of a task, and `undefined` where it is none; known without reading anything again. */
  readonly kind: Kind | undefined;
  /** Where the section is a task. */
  readonly block: Block | undefined;
  /** The people mentioned, in fields, entries and prose alike. */
  readonly mentions: readonly Mention[];
  readonly directives: readonly Directive[];
}

/** A section ends at any heading, but a block only at one of its own or a higher level, or where another block begins. */
function cutsAt(level: number, text: string, first: { level: number; text: string } | undefined): boolean {
  if (!first || kindOf(first.text) === undefined) return true;
  return level <= first.level || kindOf(text) !== undefined;
}

/** Reads the sections of a text, one after the other. */
export class SectionReader {
  private readonly scanner: Scanner;
  private readonly blocks = new BlockReader();
  private readonly prose = new ProseReader();

  /**
   * `isStart` says whether the text begins where its note begins, and may have a byte order mark. What is read stays at hand
   * for as long as its section is held, or until the shelf that lends it takes it back.
   */
  constructor(
    private readonly note: string,
    private readonly isStart = true,
    private readonly shelf?: Shelf,
  ) {
    this.scanner = new Scanner(note, cutsAt, isStart);
  }

  /** The offset at which the next section begins. */
  get next(): number {
    return this.scanner.next;
  }

  get isAtEnd(): boolean {
    return this.scanner.next >= this.note.length;
  }

  /** Reads the next section. The first `skip` characters of it are front matter. */
  read(skip = 0): Section {
    const isFirst = this.isStart && this.scanner.next === 0;
    const { text, reading, kind, directives } = this.readNext(skip);
    const section = new ReadSection(text, kind, reading.lineStarts.length - 1, directives, reading, isFirst ? skip : undefined, this.shelf);
    this.shelf?.lend(section);
    return section;
  }

  /** Reads a section again whose text this is. */
  static again(text: string, skip: number | undefined): Reading {
    return new SectionReader(text, skip !== undefined).readNext(skip ?? 0).reading;
  }

  private readNext(skip: number): { readonly text: string; readonly kind: Kind | undefined; readonly directives: readonly Directive[]; readonly reading: Reading } {
    const start = this.scanner.next;
    const scanned = this.scanner.section(skip);
    const { text, lineStarts, nodes } = scanned;
    const { signs, directives, comments } = this.prose.read(scanned);
    const kind = blockKind(scanned);
    if (!kind) return { text, kind, directives, reading: { lineStarts, nodes, block: undefined, signs } };
    // A task is read as if its comments were white space.
    const lines = { text: comments.length > 0 ? blanked(text, comments) : text, lineStarts };
    const task = this.blocks.read(comments.length > 0 ? { ...lines, nodes } : this.inNote(scanned, start), kind, lines);
    return { text, kind, directives, reading: { lineStarts, nodes: task.nodes, block: task.block, signs } };
  }

  /** The section as a stretch of the note, whose characters are quicker to get at than those of a slice of it. */
  private inNote({ lineStarts, nodes }: Scanned, start: number): Scanned {
    const starts = lineStarts.slice();
    for (let i = 0; i < starts.length; i++) starts[i]! += start;
    return { text: this.note, lineStarts: starts, nodes };
  }
}

/** The kind of the block that a section is. Only an ATX heading opens one: a setext heading's underline would have to be rewritten with it. */
function blockKind({ text, nodes }: Scanned): Kind | undefined {
  const heading = nodes[0];
  if (heading?.kind !== 'heading' || heading.parent || heading.line !== 0 || heading.endLine !== 1) return undefined;
  return kindOf(text.slice(heading.column, heading.endColumn));
}

/** What reading a section gives, and would give again. */
interface Reading extends Pick<Section, 'lineStarts' | 'nodes' | 'block'> {
  /** The offset of each `@` that mentions somebody. */
  readonly signs: readonly number[];
}

class ReadSection implements Section, Shelved {
  constructor(
    readonly text: string,
    readonly kind: Kind | undefined,
    readonly lineCount: number,
    readonly directives: readonly Directive[],
    private held: Reading | undefined,
    /** The characters of front matter in it, where a note begins with it. */
    private readonly skip: number | undefined,
    private readonly shelf: Shelf | undefined,
  ) {}

  private get reading(): Reading {
    return this.held ?? this.readAgain();
  }

  private readAgain(): Reading {
    this.shelf!.lend(this);
    return (this.held = SectionReader.again(this.text, this.skip));
  }

  letGo(): void {
    this.held = undefined;
  }

  get lineStarts(): readonly number[] {
    return this.reading.lineStarts;
  }

  get nodes(): readonly MarkdownNode[] {
    return this.reading.nodes;
  }

  get block(): Block | undefined {
    return this.kind && this.reading.block;
  }

  /** Their signs were found in reading; the objects are made when somebody asks, for nearly every line names a person. */
  get mentions(): readonly Mention[] {
    const mentions: Mention[] = [];
    const { text } = this;
    const { lineStarts, signs } = this.reading;
    let line = 0;
    for (const sign of signs) {
      while (lineStarts[line + 1]! <= sign) line++;
      mentions.push(new Mention(text.slice(sign + 1, handleEnd(text, sign + 1)), line, sign - lineStarts[line]!));
    }
    return mentions;
  }
}
