/** Answers with semantic tokens, and what was answered last for each note, so that the next answer can be the difference. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { NoteContext } from './context.ts';
import { semanticTokens, tokenEdits } from './features/semanticTokens.ts';
import type { Range } from './text.ts';

export class TokenAnswers {
  private readonly last = new Map<string, { readonly resultId: string; readonly data: number[] }>();
  private count = 0;

  full(context: NoteContext): SemanticTokens {
    const answer = { resultId: String(++this.count), data: semanticTokens(context) };
    this.last.set(context.uri, answer);
    return answer;
  }

  /** All of them, where the editor has another answer than the last one. */
  delta(context: NoteContext, previousId: string): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(context.uri);
    const { resultId, data } = this.full(context);
    return before?.resultId === previousId ? { resultId: resultId!, edits: tokenEdits(before.data, data) } : { resultId: resultId!, data };
  }

  range(context: NoteContext, range: Range): SemanticTokens {
    return { data: semanticTokens(context, range) };
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }
}
