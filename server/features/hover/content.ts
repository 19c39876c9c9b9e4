/**
 * What a hover says, before it is Markdown or plain text. A string is text, whoever wrote it, and is escaped: nothing that
 * stands in a note becomes a link, an image, HTML or any other markup.
 */
import type { MarkupContent } from 'vscode-languageserver-types';
import type { Picture } from '../../charts/svg.ts';
import type { EditorAbilities } from '../../context.ts';
import { shownText } from '../../model/bidders.ts';

export type Inline = string | { readonly strong: string } | { readonly code: string };

export type Line = readonly Inline[];

export type Part =
  /** Lines of one paragraph, each beginning anew. */
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** One below the other. They are left out where none are shown: what they show is always said in words, too. */
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] }
  | { readonly kind: 'rule' };

export const strong = (text: string): Inline => ({ strong: text });
export const code = (text: string): Inline => ({ code: text });
export const lines = (...all: readonly Line[]): Part => ({ kind: 'lines', lines: all });
export const rule: Part = { kind: 'rule' };

/** Puts something between things, and leaves out what is not there: `a · b · c`. */
export function joined(between: string, things: readonly (Line | string | undefined)[]): Line {
  const present = things.filter((thing) => thing !== undefined).map((thing): Line => (typeof thing === 'string' ? [thing] : thing));
  return present.flatMap((thing, i) => (i === 0 ? thing : [between, ...thing]));
}

/** Our own words, with code between backticks. */
export const withCode = (text: string): Line => text.split('`').map((piece, i) => (i % 2 === 1 ? code(piece) : piece));

/** Text of a note, cut where it is long; of a link its words. */
export function clipped(text: string, most = 140): string {
  const characters = [...oneLine(shownText(text.slice(0, 4 * most))).trim()];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}

/** The content in the form that the editor shows. */
export function contentOf(parts: readonly Part[], { hoverMarkdown, images }: EditorAbilities): MarkupContent {
  if (!hoverMarkdown) return { kind: 'plaintext', value: parts.filter(({ kind }) => kind !== 'pictures' && kind !== 'rule').map(toText).join('\n\n') };
  return { kind: 'markdown', value: parts.filter(({ kind }) => kind !== 'pictures' || images).map(toMarkdown).join('\n\n') };
}

function toMarkdown(part: Part): string {
  const written = (line: Line): string => line.map(inMarkdown).join('');
  switch (part.kind) {
    case 'lines':
      return part.lines.map(written).join('  \n');
    case 'list':
      return part.items.map((item) => `- ${written(item)}`).join('\n');
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
      return [row(part.header), `|${' :--- |'.repeat(part.header.length)}`, ...part.rows.map(row)].join('\n');
    }
    case 'pictures':
      return part.pictures.map(image).join('  \n');
    case 'rule':
      return '---';
  }
}

/** VS Code takes the size from behind the bar. */
const image = ({ svg, width, height, alt }: Picture): string => `![${escapeMarkdown(alt)}](data:image/svg+xml;base64,${btoa(svg)}|width=${width},height=${height})`;

function toText(part: Part): string {
  const written = (line: Line): string => line.map((inline) => oneLine(textOf(inline))).join('');
  if (part.kind === 'lines') return part.lines.map(written).join('\n');
  if (part.kind === 'list') return part.items.map((item) => `- ${written(item)}`).join('\n');
  return part.kind === 'table' ? [part.header, ...part.rows].map((row) => row.map(oneLine).join(' | ')).join('\n') : '';
}

const textOf = (inline: Inline): string => (typeof inline === 'string' ? inline : 'strong' in inline ? inline.strong : inline.code);

function inMarkdown(inline: Inline): string {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  const text = oneLine(textOf(inline)).trim();
  if (text === '') return '';
  return 'strong' in inline ? `**${escapeMarkdown(text)}**` : codeSpan(text);
}

/** Text without line breaks, and without what no font shows: controls, and marks that turn the direction of what follows. */
const oneLine = (text: string): string => text.replace(/[^\S\u00a0]+/g, ' ').replace(/[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/**
 * Text as Markdown that shows it as it is (CommonMark 0.31, section 2.4; GFM 0.29, sections 4.10 and 6.9). Addresses become
 * links without any mark around them, so they are broken at the characters that tell them.
 */
function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/(?<=[^\s(])@/g, '\\@')
    .replace(/^\s*(?:\d{1,9}(?=[.)])|(?=[-+#=]))/, '$&\\');
}

/** In a code span nothing is escaped, and nothing needs to be: its fences are longer than any run of backticks in it. */
function codeSpan(text: string): string {
  const longestRun = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longestRun + 1);
  return longestRun === 0 ? fence + text + fence : `${fence} ${text} ${fence}`;
}
