/**
 * Front matter: the YAML between two `---` lines at the top of a file. gray-matter is called here and nowhere else, on
 * that slice alone, and with no engine but the one below: left to itself it runs JavaScript from the file (`---js`), and
 * takes quadratic time over blank lines.
 */
import matter from 'gray-matter';
import { type Document as YamlDocument, isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { span, type Span } from '../text.ts';
import { kindOf } from './blocks.ts';
import type { Problem } from './located.ts';

/** Characters of front matter that are read; a roster of some two thousand people. */
export const frontMatterLimit = 256 * 1024;

/** Collections inside collections that are read; more is no note of a person's. */
const deepest = 20;

/** Does not occur in YAML that is read. */
const noText = '\0';

/** White space in one run that is read. */
const longestGap = 1000;

export interface FrontMatter {
  /** Offset and line of what follows the front matter; 0 when there is none. */
  readonly length: number;
  readonly endLine: number;
  /** Whether the closing `---` is there. */
  readonly closed: boolean;
  readonly root: YAMLMap.Parsed | undefined;
  readonly problems: readonly Problem[];
  /** The span of a node, or of its first line. */
  locate(node: { range?: readonly [number, number, ...unknown[]] | null | undefined }): Span;
}

const nowhere = span(0, 0, 0);
const none: FrontMatter = { length: 0, endLine: 0, closed: true, root: undefined, problems: [], locate: () => nowhere };

/** Reads the front matter of a file. Never throws; what is wrong with it is in `problems`. */
export function readFrontMatter(text: string): FrontMatter {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!opensFrontMatter(text)) return none;
  const opening = lineAt(text, 0);
  // A fence is short; the pattern takes quadratic time over blanks.
  const behind = opening.end < 300 ? /^[ \t]*([\w+./][\w+./-]*)?[ \t]*$/.exec(text.slice(bom + 3, opening.end)) : undefined;
  if (!behind) return none;
  const language = behind[1];

  const fences = findClosingFence(text, opening.next);
  if (language !== undefined && !/^ya?ml$/i.test(language)) {
    if (!fences.closed) return none;
    const start = text.indexOf(language, bom + 3);
    return {
      ...none,
      length: fences.next,
      endLine: fences.endLine,
      problems: [{ code: 'unsafe-front-matter', at: span(0, start, start + language.length), text: language }],
    };
  }
  // A lone CR breaks lines in Markdown, but not for the YAML library.
  const yaml = text.slice(opening.next, fences.end).replace(/\r(?!\n)/g, '\n');
  return readYaml(yaml, fences, span(0, bom, bom + 3));
}

/** Whether a text begins as front matter does. */
export function opensFrontMatter(text: string): boolean {
  return text.startsWith('---', text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** The front matter of a file with both its fences, `undefined` where there is none or no end of it. */
export function closedFrontMatter(text: string): string | undefined {
  if (!opensFrontMatter(text)) return undefined;
  const { next, closed } = findClosingFence(text, lineAt(text, 0).next);
  return closed ? text.slice(0, next) : undefined;
}

interface Fences {
  /** Where the YAML ends, and where what follows it begins. */
  readonly end: number;
  readonly next: number;
  readonly endLine: number;
  readonly closed: boolean;
}

/**
 * The closing fence. Where it is missing, the front matter is taken to end at the first blank line or heading, so that the
 * rest of the file is still read; and a task's heading is never swallowed by a `---` further down.
 */
function findClosingFence(text: string, from: number): Fences {
  let number = 1;
  let open: Fences | undefined;
  let wasBlank = false;
  for (let at = from; at < text.length; number++) {
    const { end, next } = lineAt(text, at);
    const line = text.slice(at, Math.min(end, at + 300));
    if (line.startsWith('---') && /^---[ \t]*$/.test(text.slice(at, end))) return { end: at, next, endLine: number + 1, closed: true };
    if (!open && (line.trim() === '' || /^#{1,6}[ \t]/.test(line))) open = { end: at, next: at, endLine: number, closed: false };
    // A comment among the keys may end in a kind too: it has one `#`, and no blank line above it.
    if (open && (wasBlank || line.startsWith('##')) && kindOf(line.trim())) break;
    wasBlank = line.trim() === '';
    at = next;
  }
  return open ?? { end: text.length, next: text.length, endLine: number, closed: false };
}

function lineAt(text: string, at: number): { end: number; next: number } {
  for (let end = at; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10) return { end, next: end + 1 };
    if (code === 13) return { end, next: text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1 };
  }
  return { end: text.length, next: text.length };
}

function readYaml(yaml: string, fences: Fences, fenceAt: Span): FrontMatter {
  const problems: Problem[] = [];
  const { next: length, endLine, closed } = fences;
  const invalid = (at: Span, reason: string, text = ''): void => void problems.push({ code: 'invalid-front-matter', at, text, reason });
  if (!closed) invalid(fenceAt, 'unclosed');
  const base = { length, endLine, closed, problems };
  const reason = refusal(yaml);
  if (reason) {
    invalid(fenceAt, reason);
    return { ...none, ...base };
  }
  if (yaml.trim() === '') return { ...none, ...base };

  const lines = countLines(yaml);
  const locate: FrontMatter['locate'] = ({ range }) => locateIn(yaml, lines, range?.[0] ?? 0, range?.[1] ?? 0);
  let root: YAMLMap.Parsed | undefined;
  const engine = (source: string): object => {
    // gray-matter hands over the line break behind its opening fence too.
    const document = parse(source.slice(1));
    const broken = new Set<number>();
    for (const { message, pos } of [...document.errors, ...document.warnings]) {
      const unclosed = pos[0] >= yaml.length || /end with a .$/.test(message) ? openAt(document.contents, pos[0]) : undefined;
      const at = unclosed ? locate(unclosed) : locateIn(yaml, lines, pos[0], pos[1]);
      // What else is wrong in a line is nearly always a consequence of the first mistake in it.
      if (!broken.has(at.line)) invalid(at, message, yaml.slice(pos[0], pos[1]));
      broken.add(at.line);
    }
    const { contents } = document.errors.length > 0 ? parse(withoutLines(yaml, lines, broken)) : document;
    if (isMap(contents)) root = contents;
    else if (contents && !isEmpty(contents) && broken.size === 0) invalid(locate(contents), 'it has to be a list of `key: value` lines');
    return {};
  };
  try {
    // No line may end it for gray-matter, which takes `----` and `---not` for fences: the text was cut at its own already.
    const delimiters: [string, string] = ['---', noText];
    matter(`---\n${yaml}\n`, { engines: { yaml: { parse: engine, stringify: refuse }, json: refuse, javascript: refuse } as never, language: 'yaml', delimiters });
  } catch (error) {
    invalid(fenceAt, error instanceof Error ? error.message : String(error));
  }
  if (root) reportDuplicates(root, locate, problems, 0);
  return { ...base, root, locate };
}

function parse(yaml: string): YamlDocument.Parsed {
  return parseDocument(yaml, { schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
}

/** The library counts lines too, but loses some behind an error. */
function countLines(yaml: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = yaml.indexOf('\n'); at >= 0; at = yaml.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

/** A line that is no YAML takes what stands below it along; with such lines blank, the others are read all the same. */
function withoutLines(yaml: string, { lineStarts }: LineCounter, broken: ReadonlySet<number>): string {
  let text = '';
  let at = 0;
  for (const line of [...broken].sort((a, b) => a - b)) {
    // The first line of the YAML is the second of the file.
    const start = lineStarts[line - 1];
    if (start === undefined) continue;
    const end = lineStarts[line] ?? yaml.length;
    text += yaml.slice(at, start) + yaml.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return text + yaml.slice(at);
}

const isEmpty = (node: ParsedNode): boolean => isScalar(node) && (node.value === null || node.value === '');

/** The list, map or quoted text that is still open at an offset: what is not closed is wrong where it begins, not below. */
function openAt(contents: ParsedNode | null, offset: number): ParsedNode | undefined {
  let node = contents;
  for (let depth = 0; node && depth < deepest; depth++) {
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    if (isQuoted || (isCollection(node) && node.flow)) return node;
    if (!isCollection(node)) return undefined;
    const item = lastBefore(node.items, offset);
    node = isPair(item) ? ((item.value ?? item.key) as ParsedNode) : ((item ?? null) as ParsedNode | null);
  }
  return undefined;
}

/** The last of some items that begins before an offset. */
function lastBefore(items: readonly unknown[], offset: number): unknown {
  const startOf = (item: unknown): number => ((isPair(item) ? item.key : item) as ParsedNode | null)?.range[0] ?? 0;
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle]) < offset) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

function refuse(): never {
  throw new Error('only YAML is read');
}

/**
 * Why YAML is not read at all. Brackets and indentation are counted generously, and long gaps are turned away because
 * gray-matter's search for comments is quadratic in them: only a file that no person wrote is refused.
 */
function refusal(yaml: string): string | undefined {
  if (yaml.length > frontMatterLimit) return `it is longer than ${frontMatterLimit / 1024} KB and is not read`;
  if (yaml.includes(noText)) return 'it holds characters that are no text and is not read';
  let open = 0;
  for (let i = 0; i < yaml.length; i++) {
    const code = yaml.charCodeAt(i);
    if (code === 91 || code === 123) open++;
    else if (code === 93 || code === 125) open = Math.max(0, open - 1);
    else if (code <= 32) {
      const from = i;
      while (i + 1 < yaml.length && isPadding(yaml.charCodeAt(i + 1))) i++;
      if (i - from > longestGap) return `it has a gap of more than ${longestGap} blanks and is not read`;
    }
    if (open > deepest) return `its values are nested deeper than ${deepest} levels and are not read`;
  }
  return undefined;
}

/** White space, and the `-`, `?` and `:` that open one level of nesting each without any word between. */
const isPadding = (code: number): boolean => code <= 32 || code === 45 || code === 63 || code === 58;

function locateIn(yaml: string, lines: LineCounter, start: number, end: number): Span {
  // An error of the library may begin or end in the middle of a character.
  const from = lines.linePos(Math.min(splitsCharacter(yaml, start) ? start - 1 : start, yaml.length));
  const behind = Math.max(start, end);
  const to = lines.linePos(Math.min(splitsCharacter(yaml, behind) ? behind + 1 : behind, yaml.length));
  const line = Math.max(from.line, 1);
  const column = Math.max(from.col - 1, 0);
  const first = lines.lineStarts[line - 1] ?? 0;
  const eol = yaml.slice(first).search(/[\r\n]|$/);
  const endColumn = to.line === from.line ? to.col - 1 : eol;
  // The YAML begins on the line below the opening fence.
  return span(line, Math.min(column, eol), Math.max(Math.min(endColumn, eol), Math.min(column, eol)));
}

const splitsCharacter = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;

function reportDuplicates(map: YAMLMap.Parsed, locate: FrontMatter['locate'], problems: Problem[], depth: number): void {
  const seen = new Set<unknown>();
  for (const { key, value } of map.items as Pair<ParsedNode, ParsedNode | null>[]) {
    const name = isScalar(key) ? key.value : undefined;
    if (name !== undefined && seen.has(name)) {
      problems.push({ code: 'invalid-front-matter', at: locate(key), text: String(name), reason: 'the key is there twice; the first one counts' });
    }
    seen.add(name);
    if (isMap(value) && depth < deepest) reportDuplicates(value as YAMLMap.Parsed, locate, problems, depth + 1);
  }
}
