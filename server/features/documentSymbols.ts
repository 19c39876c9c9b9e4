/** The outline of a note: its headings in each other, and which of them are tasks. */
import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { headingIn } from '../notation/at.ts';
import type { Block } from '../notation/blocks.ts';
import { type Document, sectionAt } from '../notation/document.ts';
import { lineLength } from '../notation/markdown.ts';
import { type Range, toRange } from '../text.ts';

/** LSP's Function for what recurs, Event for what happens once, String for other headings. */
const kinds = { recurring: 12, 'one-off': 24, heading: 15 } as const satisfies Record<string, SymbolKind>;

export function documentSymbols({ document, folder }: NoteContext): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: { readonly level: number; readonly symbol: DocumentSymbol }[] = [];
  for (const { level, line, endLine, title } of folder.outline(document).headings) {
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const symbol = symbolOf(document, line, endLine, title);
    const parent = open.at(-1)?.symbol;
    (parent ? (parent.children ??= []) : roots).push(symbol);
    open.push({ level, symbol });
  }
  return roots;
}

function symbolOf(document: Document, line: number, endLine: number, title: string): DocumentSymbol {
  const index = sectionAt(document, line);
  const firstLine = document.firstLines[index]!;
  const section = document.sections[index]!;
  const block = firstLine === line ? section.block : undefined;
  const range: Range = { start: { line, character: 0 }, end: { line: endLine - 1, character: lengthOfLine(document, endLine - 1, index) } };
  const at = block?.titleAt ?? headingIn(section, line - firstLine)?.at;
  const selectionRange = at ? toRange({ line, start: at.start, end: at.end }) : { start: range.start, end: range.start };
  // Editors refuse a symbol without a name.
  const symbol: DocumentSymbol = { name: (block?.title ?? title) || '…', kind: kinds[block?.kind ?? 'heading'], range, selectionRange };
  const detail = block && detailOf(block);
  if (detail) symbol.detail = detail;
  return symbol;
}

/** `@maria, every Friday` */
function detailOf({ owner, cadence }: Block): string {
  const who = owner ? `@${owner.handle}` : '';
  return cadence?.value ? `${who && `${who}, `}${cadence.value}` : who;
}

/** The length of a line that is most likely in a section whose index is known. */
function lengthOfLine(document: Document, line: number, near: number): number {
  const { sections, firstLines } = document;
  const index = line < (firstLines[near + 1] ?? Infinity) ? near : sectionAt(document, line);
  return lineLength(sections[index]!, line - firstLines[index]!);
}
