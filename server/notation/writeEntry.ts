/** Rewriting the words of an entry: what was not understood moves behind the colon, where anything may stand. */
import type { Span, TextEdit } from '../text.ts';
import type { Task } from './document.ts';
import { type Entry, headRange } from './entries.ts';
import { lineText } from './markdown.ts';

interface Word {
  readonly text: string;
  readonly line: number;
  readonly start: number;
}

/** The entry of a task among whose words a place is. */
export function entryAt({ block }: Task, { line }: Span): Entry | undefined {
  return block.entries.find(({ dateAt, headEnd }) => dateAt.line <= line && line <= headEnd.line);
}

/** The words of an entry from its date to its colon, as they are written. */
function wordsOf({ section }: Task, { dateAt, headEnd }: Entry): Word[] {
  const words: Word[] = [];
  for (let line = dateAt.line; line <= headEnd.line; line++) {
    const text = lineText(section, line).slice(0, line === headEnd.line ? headEnd.end : undefined);
    const word = /(?:[^\0- ,\s\u200b]|(?<=\d),(?=\d))+,*|,+/g;
    word.lastIndex = line === dateAt.line ? dateAt.start : 0;
    for (let found = word.exec(text); found; found = word.exec(text)) words.push({ text: found[0], line, start: found.index });
  }
  return words;
}

const isIn = ({ text, line, start }: Word, at: Span): boolean => line === at.line && at.start < start + text.length && start < at.end;

/** Parts the words at some places, which are in the order of the text, from the others. */
function part(words: readonly Word[], places: readonly Span[]): { inside: Word[]; outside: Word[] } {
  const inside: Word[] = [];
  const outside: Word[] = [];
  let next = 0;
  for (const word of words) {
    const isBehind = (at: Span): boolean => at.line < word.line || (at.line === word.line && at.end <= word.start);
    while (next < places.length && isBehind(places[next]!)) next++;
    (next < places.length && isIn(word, places[next]!) ? inside : outside).push(word);
  }
  return { inside, outside };
}

/** Moves the words at some places behind the colon, in front of the note: `sent it 1h` becomes `1h: sent it`. */
export function moveToNote(task: Task, entry: Entry, places: readonly Span[]): TextEdit {
  const { inside, outside } = part(wordsOf(task, entry), places);
  return rewrite(task, entry, outside, inside);
}

/** Makes all from a place on the note, by a colon in front of it: `: Paid the rest of it`. */
export function noteFromHere(task: Task, entry: Entry, from: Span): TextEdit {
  const words = wordsOf(task, entry);
  const index = words.findIndex((word) => isIn(word, from));
  return rewrite(task, entry, words.slice(0, index), words.slice(index));
}

/** Writes another word in the place of one, and moves those beside it that were not understood either to the note. */
export function correctWord(task: Task, entry: Entry, place: Span, typed: string, meant: string): TextEdit {
  const words = wordsOf(task, entry);
  const wrong = words.find((word) => isIn(word, place) && word.text.startsWith(typed))!;
  const isMoved = (word: Word): boolean => word !== wrong && isIn(word, place);
  const head = words.filter((word) => !isMoved(word)).map((word) => (word === wrong ? { ...word, text: meant } : word));
  return rewrite(task, entry, head, words.filter(isMoved));
}

/** The old colon stays where it is: it parts the moved words from the note that they now belong to. */
function rewrite(task: Task, entry: Entry, head: readonly Word[], note: readonly Word[]): TextEdit {
  // A dash that stood for the colon.
  const isDash = ({ text }: Word): boolean => /^[-–—]$/.test(text);
  const words = head.filter((word) => !isDash(word));
  const newText = note.length === 0 ? join(words) : `${join(words)}: ${join(note)}`;
  return { range: headRange(entry, task.firstLine), newText };
}

/** Words in one line, without a comma that would be left at the end. */
const join = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ').replace(/[,;]+$/, '');
