/**
 * Links to files and headings: `[Invoicing](processes/invoicing.md#paying "How")`, `[label]: processes/invoicing.md`, and
 * what a `Process:` or an `Archive:` field points at, be it written as a link or not. Addresses elsewhere, code and comments hold none.
 */
import { span, type Span } from '../text.ts';
import { definedDestinations } from './definitions.ts';
import type { Document, Section } from './document.ts';
import { LeafText, readInline } from './inline.ts';
import type { Scanned } from './markdown.ts';
import { scanSection } from './scanSection.ts';

/** Lines are those of the document. */
export interface Link {
  /** The file and the heading, as written. */
  readonly at: Span;
  /** The part of it that names a file; empty in `#heading`. */
  readonly pathAt: Span;
  /** What stands behind the `#`. */
  readonly anchorAt: Span | undefined;
  /** Decoded; empty for the document itself. */
  readonly path: string;
  /** Decoded. */
  readonly anchor: string | undefined;
}

export function linksIn(document: Pick<Document, 'header' | 'sections' | 'firstLines'>): Link[] {
  const { sections, firstLines } = document;
  return sections.flatMap((section, i) => {
    const targets = targetsIn(section, document);
    return targets.flatMap(({ text, at }) => readLink(text, span(at.line + firstLines[i]!, at.start, at.end)) ?? []);
  });
}

interface Target {
  readonly text: string;
  readonly at: Span;
}

function targetsIn(section: Section, document: Pick<Document, 'header' | 'sections'>): Target[] {
  // A task's section has no nodes of its fields and entries any longer; few sections hold links.
  const targets = section.text.includes('](') || section.text.includes(']:') ? linkedIn(scanSection(section, document)) : [];
  for (const reference of [section.block?.process, section.block?.archive]) {
    if (reference?.kind !== 'document' && reference?.kind !== 'heading') continue;
    const { line, start, end } = reference.at;
    if (targets.some(({ at }) => at.line === line && at.start === start)) continue;
    const from = section.lineStarts[line]!;
    targets.push({ text: section.text.slice(from + start, from + end), at: reference.at });
    targets.sort((a, b) => a.at.line - b.at.line || a.at.start - b.at.start);
  }
  return targets;
}

function linkedIn(scanned: Scanned): Target[] {
  const targets: Target[] = [];
  for (const node of scanned.nodes) {
    if (node.kind !== 'paragraph' && node.kind !== 'heading' && node.kind !== 'table') continue;
    const leaf = new LeafText(scanned, node);
    if (!leaf.text.includes(']')) continue;
    const add = (start: number, end: number): void => {
      const [from, to] = leaf.text[start] === '<' && leaf.text[end - 1] === '>' ? [start + 1, end - 1] : [start, end];
      const { line, start: column } = leaf.locate(from);
      targets.push({ text: leaf.text.slice(from, to), at: span(line, column, column + to - from) });
    };
    if (node.kind === 'paragraph') for (const [start, end] of definedDestinations(leaf.text)) add(start, end);
    const { prose, destinations } = readInline(leaf.text);
    const closing = closingBrackets(prose);
    for (const { start, end } of destinations) {
      const found = closing.has(start - 2) ? destination.exec(leaf.text.slice(start, end)) : undefined;
      if (found) add(start + found[1]!.length, start + found[1]!.length + found[2]!.length);
    }
  }
  return targets;
}

/** A link's target with its brackets, if it has any, and a title. */
const destination = /^(\s{0,9})(<[^<>\n]*>|[^\s<][^\s]*)(?:\s+(?:"[^]*"|'[^]*'|\([^]*\)))?\s*$/;

/** The offsets of the brackets that close one that was opened. */
function closingBrackets(prose: string): Set<number> {
  const closing = new Set<number>();
  let open = 0;
  for (let at = 0; at < prose.length; at++) {
    const code = prose.charCodeAt(at);
    if (code === 91) open++;
    else if (code === 93 && open > 0) {
      open--;
      closing.add(at);
    }
  }
  return closing;
}

/** What a link's target names; `undefined` for an address. A drive's letter is no scheme. */
export function readLink(text: string, at: Span): Link | undefined {
  if (text === '' || /^[a-z][a-z0-9+.-]+:|^\/\//i.test(text)) return undefined;
  const hash = text.indexOf('#');
  // A query says how a web page shows the document.
  const pathLength = /[?#]|$/.exec(text)!.index;
  const anchor = hash < 0 ? undefined : decoded(text.slice(hash + 1));
  return {
    at,
    pathAt: span(at.line, at.start, at.start + pathLength),
    anchorAt: hash < 0 ? undefined : span(at.line, at.start + hash + 1, at.end),
    path: decoded(text.slice(0, pathLength)),
    // `#` alone is all of the document, and so is the number of a line.
    anchor: anchor === '' || (anchor !== undefined && /^L\d+(?:-L?\d+)?$/.test(anchor)) ? undefined : anchor,
  };
}

function decoded(text: string): string {
  const plain = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
