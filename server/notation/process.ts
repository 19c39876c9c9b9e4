/** What a `Process:` field points at, as it is written; whether that exists is the model's question. */
import type { Span } from '../text.ts';
import type { Field } from './fields.ts';

export type ProcessReference =
  /** `below`: the numbered list of the block. */
  | { readonly kind: 'below'; readonly at: Span }
  /** `#heading` of the same file. */
  | { readonly kind: 'heading'; readonly anchor: string; readonly at: Span }
  /** A document beside or below the note, with or without a heading. `path` is decoded; `at` covers the link's target. */
  | { readonly kind: 'document'; readonly path: string; readonly anchor: string | undefined; readonly title: string; readonly at: Span }
  /** A page elsewhere, which is taken at its word. */
  | { readonly kind: 'url'; readonly url: string; readonly at: Span };

/** `[title](target "more")`. Repeats are bounded: one without an end would be too much for a pattern. */
const linkPattern = /^\[((?:[^\\\]]|\\.){0,999})\]\(\s{0,9}(?:<([^<>]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*){0,99}))(?:\s{1,9}["'(][^)]*)?\s{0,9}\)/;

/** Reads the value of a field; `undefined` when it points at nothing ("in my head", "TBD"). */
export function readProcess(field: Field): ProcessReference | undefined {
  const { value } = field;
  if (/^below\.?$/i.test(value)) return { kind: 'below', at: field.valueAt };
  const link = linkPattern.exec(value);
  if (link) {
    const target = link[2] ?? link[3] ?? '';
    const start = value.indexOf(target, link[1]!.length + 2);
    return readTarget(target, link[1]!, field.partAt(start, start + target.length));
  }
  const bare = /^<?([^\s<>]+)>?$/.exec(value)?.[1];
  if (bare && (/^#./.test(bare) || /^[a-z][a-z0-9+.-]+:/i.test(bare) || /\.\w{1,8}(?:#.*)?$/.test(bare) || bare.includes('/'))) {
    const start = value.indexOf(bare);
    return readTarget(bare, '', field.partAt(start, start + bare.length));
  }
  return undefined;
}

function readTarget(target: string, title: string, at: Span): ProcessReference | undefined {
  if (target === '') return undefined;
  if (/^[a-z][a-z0-9+.-]+:/i.test(target) || target.startsWith('//')) return { kind: 'url', url: target, at };
  const hash = target.indexOf('#');
  const anchor = hash < 0 ? undefined : decode(target.slice(hash + 1));
  if (hash === 0) return { kind: 'heading', anchor: anchor!, at };
  return { kind: 'document', path: decode(hash < 0 ? target : target.slice(0, hash)), anchor: anchor || undefined, title, at };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
