/** What a job is called that has been told again and again: "Product photos for the spring catalogue" without the spring. */
import type { Task } from '../../notation/document.ts';
import { foldTitle } from '../titles.ts';
import type { Folder } from '../workspace.ts';
import type { Word } from './titleWords.ts';

/** A title that no task but these jobs and their copies has. */
export function titleOfRepeats(jobs: readonly Task[], all: readonly Task[], folder: Folder): string {
  const { reader } = folder.repeats;
  const titled = jobs.filter(({ block }) => block.title !== '');
  const latest = titled.at(-1)?.block.title ?? 'Repeated job';
  const stems = titled.map(({ block }) => new Set(reader.wordsOf(block.title).map(({ meaning }) => meaning)));
  const varies = ({ role, meaning }: Word): boolean => (role === 'time' || role === 'name') && !stems.every((each) => each.has(meaning));
  const title = without(latest, reader.wordsOf(latest), varies);
  const own = new Set(all.map(({ document, firstLine }) => `${document.uri} ${firstLine}`));
  const isFree = (each: string): boolean =>
    foldTitle(each) !== 'none' && folder.titles.tasks(foldTitle(each)).every(({ document, firstLine }) => own.has(`${document.uri} ${firstLine}`));
  if (isFree(title)) return title;
  let number = 2;
  while (!isFree(`${title} ${number}`)) number++;
  return `${title} ${number}`;
}

/** A title without some of its words, and without what would then stand at an end of it; as it is, if little would be left. */
function without(title: string, words: readonly Word[], isOut: (word: Word) => boolean): string {
  if (/[[\]<>*_`\\&]/.test(title) || title.length > 400) return title;
  let end = words.length;
  while (end > 0 && (isOut(words[end - 1]!) || words[end - 1]!.role === 'link')) end--;
  const kept = words.slice(0, end);
  if (!kept.some(({ role }) => role === 'object' || role === 'action') || !words.some(isOut)) return title;
  let text = '';
  let from = 0;
  for (const word of kept) {
    const behind = word.start + word.text.length;
    if (!isOut(word)) text += title.slice(from, behind);
    from = behind;
  }
  const trimmed = text.replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}]+/u, '');
  const closed = trimmed.includes('(') && !trimmed.includes(')') ? `${trimmed})` : trimmed;
  return closed === '' ? title : closed[0]!.toUpperCase() + closed.slice(1);
}
