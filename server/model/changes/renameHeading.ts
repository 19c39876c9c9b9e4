/** Gives a heading another text, and all links to it the anchor that follows from it. */
import { headingAt, headingIn } from '../../notation/at.ts';
import { type Document, sectionAt } from '../../notation/document.ts';
import { slug } from '../../notation/slugs.ts';
import { byFile, type Change, type Refusal, toRange } from '../../text.ts';
import { quoted } from '../wording.ts';
import type { Folder } from '../workspace.ts';
import { anchorEdits } from './anchors.ts';
import { readAgain } from './readAgain.ts';

/** A heading that is no task's, in a line of a document. */
export function renameHeading(folder: Folder, document: Document, line: number, typed: string): Change | Refusal {
  const text = typed.trim();
  const heading = headingAt(document, line);
  if (!heading) return { refused: 'There is no heading here that stands in one line.' };
  const index = sectionAt(document, line);
  const section = readAgain(document, heading.at, text);
  if (section?.block && !document.sections[index]!.block) return { refused: `${quoted(text)} would make a task of this heading. Write its kind in the note itself.` };
  if (!section || headingIn(section, line - document.firstLines[index]!)?.text !== text) return { refused: `${quoted(text)} would not be read as one heading. Choose a text in one line.` };
  if (slug(text) === '') return { refused: `${quoted(text)} has no letter or digit, so nothing could link to it.` };
  return { edits: byFile([[document.uri, { range: toRange(heading.at), newText: text }], ...anchorEdits(folder, document, line, text)]) };
}
