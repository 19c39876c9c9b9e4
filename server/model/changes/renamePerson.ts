/** Gives a person another handle, in all front matter and wherever they are mentioned. */
import type { Document } from '../../notation/document.ts';
import { handleEnd, nextMention } from '../../notation/inline.ts';
import { type Change, type FileEdit, type Refusal, span, toRange } from '../../text.ts';
import { isDefinition, mentionsOf } from '../mentions.ts';
import { isKnown } from '../roster.ts';
import { fileName, short } from '../wording.ts';
import type { Folder } from '../workspace.ts';

/** `typed` may begin with an `@`. */
export function renamePerson(folder: Folder, handle: string, typed: string): Change | Refusal {
  const renamed = typed.trim().replace(/^@/, '');
  const reason = refusal(folder, handle, renamed);
  if (reason !== undefined) return { refused: reason };
  const edits: FileEdit[] = [];
  for (const { uri, people } of folder.read()) {
    const places = people.get(handle);
    if (places) edits.push({ uri, edits: places.map(({ line, end }) => ({ range: toRange(span(line, end - handle.length, end)), newText: renamed })) });
  }
  return { edits };
}

function refusal(folder: Folder, handle: string, renamed: string): string | undefined {
  if (renamed === '') return 'A handle needs at least one letter or digit.';
  if (/^null$/i.test(renamed)) return 'In YAML “null” stands for nobody. Choose another handle.';
  if (nextMention(`@${renamed}`, 0) !== 0 || handleEnd(renamed, 0) !== renamed.length) {
    return `@${short(renamed)} cannot be a handle: it is letters, digits and “_”, with “-” and “.” only between them, so that every mention of it is read.`;
  }
  if (renamed === handle) return undefined;
  if (isKnown(folder.roster, renamed)) return `@${short(renamed)} is somebody already; two people with one handle could not be told apart again.`;
  for (const { document } of mentionsOf(folder.read(), renamed)) {
    return `@${short(renamed)} is mentioned in ${fileName(document.uri, folder)} already, and would be taken for @${short(handle)}. Choose another handle.`;
  }
  for (const document of folder.read()) {
    if (hasUnreachable(document, handle)) return `The front matter of ${fileName(document.uri, folder)} names “${short(handle)}” in a way that cannot be rewritten. Mend it first, so that nobody is left behind.`;
  }
  return undefined;
}

/** Whether front matter names a person where no edit would find them: escaped, twice, or in YAML that is broken. */
function hasUnreachable(document: Document, handle: string): boolean {
  const { header } = document;
  const named = (header.delegator?.value === handle ? 1 : 0) + (header.team.some((person) => person.handle === handle) ? 1 : 0);
  const reached = (document.people.get(handle) ?? []).filter((at) => isDefinition({ document, at })).length;
  if (reached < named) return true;
  if (header.frontMatter.problems.length === 0) return false;
  // In sound YAML a handle is a key once; a further one is in a line that could not be read.
  const text = document.sections[0]!.text.slice(0, header.frontMatter.length);
  return countKeys(text, handle) > reached;
}

/** How often a word is the key of something, as far as that can be told without reading the YAML. */
function countKeys(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const behind = text.slice(at + word.length, at + word.length + 10);
    if (/[\s{,"'@]/.test(text[at - 1] ?? '') && /^["']?[ \t]{0,8}:/.test(behind)) count++;
  }
  return count;
}
