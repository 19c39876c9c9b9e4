/** A section's blocks, all of them: also those that its task has taken for fields, entries and the like. */
import type { Document, Section } from './document.ts';
import type { Scanned } from './markdown.ts';
import { Scanner } from './scanner.ts';

/** Scans a section of a document once more. It reads the same wherever it stands, and nothing cuts it any further. */
export function scanSection(section: Section, { header, sections }: Pick<Document, 'header' | 'sections'>): Scanned {
  return new Scanner(section.text, () => false).section(section === sections[0] ? header.frontMatter.length : 0);
}
