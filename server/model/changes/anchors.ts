/** What becomes of links when a heading gets another text: its anchor changes, and with it may those of its namesakes. */
import type { Document } from '../../notation/document.ts';
import { Slugger } from '../../notation/slugs.ts';
import { type TextEdit, toRange } from '../../text.ts';
import { linksTo } from '../links.ts';
import type { Folder } from '../workspace.ts';

/** The edits of all links whose anchor is another one once the heading in a line says something else. */
export function* anchorEdits(folder: Folder, document: Document, line: number, text: string): Generator<readonly [uri: string, edit: TextEdit]> {
  const slugger = new Slugger();
  for (const heading of folder.outline(document).headings) {
    const anchor = slugger.next(heading.line === line ? text : heading.title);
    if (anchor === heading.slug) continue;
    for (const { document: from, link } of linksTo(folder, document.uri, heading.slug)) {
      yield [from.uri, { range: toRange(link.anchorAt!), newText: anchor }];
    }
  }
}
