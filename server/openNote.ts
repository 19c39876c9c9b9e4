/** A file that the editor has open, kept as what it reads as: there is no second copy of its text. */
import { type FileText, fileLimit } from './host.ts';
import { type Document, textOf } from './notation/document.ts';
import { editDocument } from './notation/edit.ts';
import type { Headers } from './notation/headers.ts';
import type { Position, Range } from './text.ts';

/** What a file turned out to hold. */
export type Content = Document | Exclude<FileText, { readonly text: string }>;

/** A part of the text, or all of it, is replaced. */
export type ContentChange = { readonly range: Range; readonly text: string } | { readonly text: string };

export class OpenNote {
  /** Only of what cannot be read as a document; the rest is in the document. */
  private text: string | undefined;
  /** At least as long as the text is. */
  private length: number;

  constructor(
    /** As the editor spells it. */
    readonly uri: string,
    public version: number,
    public content: Content,
    text: string,
  ) {
    this.text = isDocument(content) ? undefined : text;
    this.length = text.length;
  }

  /** `read` reads a whole text. */
  change(version: number, changes: readonly ContentChange[], headers: Headers, read: (text: string) => Content): void {
    this.version = version;
    for (const change of changes) {
      if (!('range' in change)) {
        this.replace(change.text, read);
      } else if (isDocument(this.content)) {
        this.content = editDocument(this.content, { range: change.range, newText: change.text }, headers);
        this.length += change.text.length;
        if (this.length > fileLimit) this.measure(this.content, read);
      } else {
        const text = this.text!;
        const [start, end] = [offsetAt(text, change.range.start), offsetAt(text, change.range.end)];
        this.replace(text.slice(0, start) + change.text + text.slice(end), read);
      }
    }
  }

  /** Adding up a long note's sections at every key takes longer than the key. */
  private measure(document: Document, read: (text: string) => Content): void {
    this.length = lengthOf(document);
    if (this.length > fileLimit) this.replace(textOf(document), read);
  }

  private replace(text: string, read: (text: string) => Content): void {
    this.length = text.length;
    this.content = read(text);
    this.text = isDocument(this.content) ? undefined : text;
  }
}

export function isDocument(content: Content): content is Document {
  return typeof content === 'object' && !('unreadable' in content);
}

const lengthOf = ({ sections }: Document): number => sections.reduce((sum, { text }) => sum + text.length, 0);

/** The offset of a position; one behind the end of its line or of the text means that end. */
function offsetAt(text: string, { line, character }: Position): number {
  const breaks = /\r\n|\n|\r/g;
  let start = 0;
  for (let each = 0; each < line; each++) {
    if (!breaks.test(text)) return text.length;
    start = breaks.lastIndex;
  }
  const end = breaks.exec(text)?.index ?? text.length;
  return Math.min(start + character, end);
}
