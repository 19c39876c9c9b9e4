/** What a `Process:` or an `Archive:` field points at, as it is written; whether that exists is the model's question. */
import type { Span } from '../text.ts';
import { type Field, isPlaceholder } from './fields.ts';

export type ProcessReference =
  /** `below`: the numbered list of the block. */
  | { readonly kind: 'below'; readonly at: Span }
  /** `#heading` of the same file; `#` alone is all of it. */
  | { readonly kind: 'heading'; readonly anchor: string; readonly at: Span }
  /** A document beside or below the note, with or without a heading. `path` is decoded; `at` covers the link's target. */
  | { readonly kind: 'document'; readonly path: string; readonly anchor: string | undefined; readonly title: string; readonly at: Span; readonly isSpaced: boolean }
  /** A page elsewhere, or a link that is defined elsewhere in the note, which is taken at its word. */
  | { readonly kind: 'url'; readonly url: string; readonly at: Span };

/** A heading in another file. */
export type ArchiveReference = Extract<ProcessReference, { kind: 'document' }>;

/** `](target "more")`. Repeats are bounded: a text of many beginnings without an end would be too much for a pattern. */
const linkPattern = /(?<!\\)\]\(\s{0,9}(?:<([^<>]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*){0,99}))(?:\s{1,9}["'(][^)]{0,199})?\s{0,9}\)/;

/** The same with bare spaces in the target, which make it no link. */
const spacedLink = /(?<!\\)\]\(\s{0,9}([^()<>"]{1,300}\.(?:md|markdown)(?:#[^\s()]{0,99})?)\s{0,9}\)/i;

/** `My docs/the process.md`, and not `see docs/process.md`. */
const spacedPath = /^(?!(?:see|in|at|under|cf)\b)(?=[^/]*\/)([^[\]()<>:;,*`"]{1,300}\.(?:md|markdown)(?:#\S{0,99})?)$/i;

/** Reads the first link, address or path in a field's value; `undefined` when it points at nothing ("in my head", "TBD"). */
export function readProcess(field: Field): ProcessReference | undefined {
  const { value } = field;
  if (isPlaceholder(value)) return undefined;
  if (/^[*_`]{0,3}below[*_`]{0,3}\.?$/i.test(value)) return { kind: 'below', at: field.valueAt };
  const read = (target: string, start: number, title = '', isSpaced = false): ProcessReference | undefined =>
    readTarget(target, title, field.partAt(start, start + target.length), isSpaced);
  const link = linkPattern.exec(value);
  const spaced = link ? null : (spacedLink.exec(value) ?? (/\s/.test(value) ? spacedPath.exec(value) : null));
  const found = link ?? spaced;
  if (found) {
    const target = found[1] ?? found[2]!;
    return read(target, found.index + found[0].indexOf(target, link ? 2 : 0), titleBefore(value, found.index), spaced !== null);
  }
  if (/^\[[^\]]+\]\[[^\]]*\]/.test(value)) return { kind: 'url', url: value, at: field.valueAt };
  const pattern = /\s/.test(value) ? amongWords : alone;
  for (const { 0: word, index } of value.matchAll(/[^\s<>]+/g)) {
    const bare = word.replace(/^[*_`"'“(]{1,9}/, '');
    const target = bare.replace(/[*_`"'”).,;:!]{1,9}$/, '');
    if (pattern.test(target)) return read(target, index + word.length - bare.length);
  }
  return undefined;
}

/** The same of a field that can point at a file alone. */
export function readArchive(field: Field): ArchiveReference | undefined {
  const reference = readProcess(field);
  return reference?.kind === 'document' ? reference : undefined;
}

/** What is an address or a path where it is all that there is, and where it stands in a sentence. */
const alone = /^#.|^[a-z][a-z0-9+.-]+:.|\.\w{1,8}(?:[?#].*)?$|\//i;
const amongWords = /^[a-z][a-z0-9+.-]+:\/\/.|\.(?:md|markdown)(?:[?#].*)?$/i;

/** The text of a link, given where its `](` begins. */
function titleBefore(value: string, end: number): string {
  let open = value.lastIndexOf('[', end);
  while (open > 0 && value[open - 1] === '\\') open = value.lastIndexOf('[', open - 1);
  return open < 0 ? '' : value.slice(open + 1, end);
}

function readTarget(target: string, title: string, at: Span, isSpaced: boolean): ProcessReference | undefined {
  if (target === '') return undefined;
  if (/^[a-z][a-z0-9+.-]+:/i.test(target) || target.startsWith('//')) return { kind: 'url', url: target, at };
  const hash = target.indexOf('#');
  const anchor = hash < 0 ? '' : decode(target.slice(hash + 1));
  if (hash === 0) return { kind: 'heading', anchor, at };
  // A query, and the number of a line, say how a web page shows the document.
  const path = decode((hash < 0 ? target : target.slice(0, hash)).replace(/\?.*/, ''));
  return { kind: 'document', path, anchor: anchor === '' || /^L\d+(?:-L?\d+)?$/.test(anchor) ? undefined : anchor, title, at, isSpaced };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
