/** Which rules the disable comments of a document silence, line by line, and which comments were of no use. */
import type { Directive } from '../notation/directives.ts';
import { type Document, sectionAt } from '../notation/document.ts';
import type { Located } from '../notation/located.ts';
import { lineText } from '../notation/markdown.ts';

/** One code of one comment, or all codes of one that names none. */
export interface Silence {
  readonly directive: Directive;
  /** The line of the document on which the section of the comment begins. */
  readonly firstLine: number;
  /** `undefined` when the comment names no code. */
  readonly code: Located<string> | undefined;
  used: boolean;
  /** Of a `disable`: the `enable` that is there for it alone. */
  end: Silence | undefined;
}

/** The lines between a `disable` and its `enable`. */
interface Region {
  readonly silence: Silence;
  readonly from: number;
  until: number;
  /** Of one that silences all: the codes that were enabled again within it, and where. */
  readonly exceptions: Map<string, number>;
}

/** Stands for all codes; no rule has such a name. */
const all = '*';

/**
 * Regions of one code never overlap: while one is open, a further comment for that code silences nothing that is not silent
 * already. So each question is a step of bisection, however many comments there are.
 */
export class Silences {
  readonly list: Silence[] = [];
  private readonly lines = new Map<number, Map<string, Silence>>();
  private readonly files = new Map<string, Silence>();
  private readonly regions = new Map<string, Region[]>();
  private readonly open = new Map<string, Region>();

  constructor(document: Document) {
    document.sections.forEach(({ directives }, i) => {
      for (const directive of directives) this.read(document, directive, document.firstLines[i]!);
    });
  }

  /**
   * Whether a rule is silenced on a line; what silences it is marked as used. What is said `about` a comment, that comment
   * silences by name only.
   */
  silences(code: string, line: number, about?: Directive): boolean {
    if (this.list.length === 0) return false;
    let silenced = false;
    const use = (silence: Silence | undefined): void => {
      if (!silence || (silence.directive === about && silence.code?.value !== code)) return;
      silence.used = true;
      silenced = true;
    };
    for (const silences of [this.lines.get(line), this.files]) {
      use(silences?.get(all));
      use(silences?.get(code));
    }
    use(this.regionAt(code, line)?.silence);
    const general = this.regionAt(all, line);
    if (general && line < (general.exceptions.get(code) ?? Infinity)) use(general.silence);
    return silenced;
  }

  private regionAt(name: string, line: number): Region | undefined {
    const regions = this.regions.get(name) ?? [];
    let low = 0;
    let high = regions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (regions[middle]!.from <= line) low = middle + 1;
      else high = middle;
    }
    const last = regions[low - 1];
    return last && line < last.until ? last : undefined;
  }

  private read(document: Document, directive: Directive, firstLine: number): void {
    const line = directive.range.start.line + firstLine;
    const end = directive.range.end.line + firstLine;
    for (const code of directive.codes.length > 0 ? directive.codes : [undefined]) {
      const silence: Silence = { directive, firstLine, code, used: false, end: undefined };
      const name = code?.value ?? all;
      this.list.push(silence);
      if (directive.kind === 'enable') silence.used = code ? this.enable(name, silence, line) : this.enableAll(silence, line);
      else if (directive.kind === 'disable') this.disable(name, silence, line);
      else if (directive.kind === 'disable-file') this.files.set(name, this.files.get(name) ?? silence);
      else if (directive.kind === 'disable-next-line') this.disableLine(name, silence, nextLine(document, end + 1));
      else for (let each = line; each <= end; each++) this.disableLine(name, silence, each);
    }
  }

  private disableLine(name: string, silence: Silence, line: number): void {
    const silences = this.lines.get(line) ?? new Map<string, Silence>();
    if (!silences.has(name)) silences.set(name, silence);
    this.lines.set(line, silences);
  }

  private disable(name: string, silence: Silence, from: number): void {
    if (this.open.has(name)) return;
    const region: Region = { silence, from, until: Infinity, exceptions: new Map() };
    this.open.set(name, region);
    const regions = this.regions.get(name);
    if (regions) regions.push(region);
    else this.regions.set(name, [region]);
  }

  /** Answers whether anything was disabled. */
  private enable(code: string, end: Silence, line: number): boolean {
    const region = this.open.get(code);
    const general = this.open.get(all);
    const isException = general !== undefined && !general.exceptions.has(code);
    if (isException) general.exceptions.set(code, line);
    if (region) this.close(region, line, isException ? undefined : end);
    return this.open.delete(code) || isException;
  }

  private enableAll(end: Silence, line: number): boolean {
    const { size } = this.open;
    for (const region of this.open.values()) this.close(region, line, size === 1 ? end : undefined);
    this.open.clear();
    return size > 0;
  }

  private close(region: Region, line: number, end: Silence | undefined): void {
    region.until = line;
    region.silence.end = end;
  }
}

/** The line that a comment speaks of: blank ones are passed over, which formatters put between a comment and a heading. */
function nextLine(document: Document, from: number): number {
  let index = sectionAt(document, from);
  for (let line = from; line < document.lineCount; line++) {
    if (document.firstLines[index + 1] === line) index++;
    if (lineText(document.sections[index]!, line - document.firstLines[index]!) !== '') return line;
  }
  return from;
}
