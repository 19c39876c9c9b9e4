/** Text with places to fill in, in the language of snippets that LSP has from TextMate. */

/** A text with nothing in it that a snippet would take for its own. */
const verbatim = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A place to fill in, with what may be chosen for it. */
function choice(number: number, values: readonly string[]): string {
  return `\${${number}|${values.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

/** Writes one and the same text as a snippet, its places numbered in their order, or as plain text with something in each. */
export class Blanks {
  constructor(
    private readonly isSnippet: boolean,
    private number = 1,
  ) {}

  /** What stands as it is. */
  text(text: string): string {
    return this.isSnippet ? verbatim(text) : text;
  }

  /** A place that begins with a text. */
  fill(text: string): string {
    return this.isSnippet ? `\${${this.number++}:${verbatim(text)}}` : text;
  }

  /** A place with some texts to choose from; the first one, where there is no choosing. */
  choose(texts: readonly string[]): string {
    return this.isSnippet && texts.length > 1 ? choice(this.number++, texts) : this.fill(texts[0]!);
  }

  /** Where the cursor is in the end. */
  last(text = ''): string {
    return this.isSnippet ? '$0' : text;
  }
}
