/** Colours for the notation's words that Markdown knows nothing of, as LSP's semantic tokens: all, a range, what changed. */
import type { SemanticTokensEdit } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { isDefinition } from '../model/mentions.ts';
import type { Document } from '../notation/document.ts';
import { type PartKind, partsOf } from '../notation/parts.ts';
import { tokenTypes, type TokenType } from '../protocol.ts';
import type { Range, Span } from '../text.ts';

const typeOf: Partial<Record<PartKind, TokenType>> = {
  kind: 'keyword', field: 'property', cadence: 'string', date: 'number', duration: 'number', amount: 'number', rating: 'number', verb: 'keyword',
};

interface Token {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly type: TokenType;
  readonly isDeclaration: boolean;
}

/** Five numbers a token, as LSP has them: lines and columns count from the token before. */
export function semanticTokens({ document }: NoteContext, range?: Range): number[] {
  const tokens = [...tokensIn(document, range)].sort((a, b) => a.line - b.line || a.start - b.start);
  const data: number[] = [];
  let line = 0;
  let end = 0;
  let start = 0;
  for (const token of tokens) {
    // Two readings of one place, as of a value that is no more than a person, are one token: the first.
    if (data.length > 0 && token.line === line && token.start < end) continue;
    data.push(token.line - line, token.line === line ? token.start - start : token.start, token.length, tokenTypes.indexOf(token.type), token.isDeclaration ? 1 : 0);
    ({ line, start } = token);
    end = start + token.length;
  }
  return data;
}

function* tokensIn(document: Document, range: Range | undefined): Generator<Token> {
  const { header, people, sections, firstLines, lineCount } = document;
  const [from, to] = range ? [range.start.line, range.end.line] : [0, lineCount];
  const isWanted = (line: number): boolean => from <= line && line <= to;
  if (from < header.frontMatter.endLine) {
    for (const places of people.values()) {
      for (const at of places) if (isDefinition({ document, at }) && isWanted(at.line)) yield tokenOf(at, 0, 'decorator', true);
    }
  }
  for (const [i, section] of sections.entries()) {
    const firstLine = firstLines[i]!;
    if (firstLine > to || firstLine + section.lineCount <= from) continue;
    for (const { at } of section.mentions) if (isWanted(at.line + firstLine)) yield tokenOf(at, firstLine, 'decorator');
    for (const { kind, at } of partsOf(section)) {
      const type = typeOf[kind];
      if (type && at.end > at.start && isWanted(at.line + firstLine)) yield tokenOf(at, firstLine, type);
    }
  }
}

const tokenOf = ({ line, start, end }: Span, firstLine: number, type: TokenType, isDeclaration = false): Token => ({
  line: line + firstLine, start, length: end - start, type, isDeclaration,
});

/** What turns one answer into the next: one stretch of numbers for another, none where they are the same. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const edit = { start, deleteCount: before.length - start - same, data: after.slice(start, after.length - same) };
  return edit.deleteCount === 0 && edit.data.length === 0 ? [] : [edit];
}
