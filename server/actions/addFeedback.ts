import type { Day } from '../notation/dates.ts';
import { weekdayAndDay } from '../notation/dayWords.ts';
import type { Task } from '../notation/document.ts';
import type { Entry } from '../notation/entries.ts';
import type { Verb } from '../notation/keys.ts';
import { lineText } from '../notation/markdown.ts';
import { addFeedback as write } from '../model/changes/feedback.ts';
import { latestOf } from '../model/stages.ts';
import type { Choice } from '../protocol.ts';
import { joined, short } from '../rules/wording.ts';
import { action, Refusal } from './action.ts';
import { asRead } from './reading.ts';

/** Entries that tell of work, which is what there is to be said something of. */
const ofWork: ReadonlySet<Verb> = new Set<Verb>(['done', 'trained', 'missed', 'delivered', 'reviewed', 'paid']);

/** Entries that are listed; nobody reads a longer list. */
const most = 100;

export const addFeedback = action({
  title: 'Add Feedback',
  options: { kind: 'feedback', text: 'text', entry: 'text' },
  needs: { kind: 'Say whether it was Liked or Disliked.', text: 'Say in a few words what was liked or not, so that it can be kept or changed.' },
  subject: 'a task with an entry that tells of work, be it a run or a delivery',
  appliesTo: ({ block }) => block.entries.some(({ verb }) => ofWork.has(verb)),
  proposals(task, { line }) {
    const pointedAt = entryAt(task, line);
    return { entry: pointedAt && wordsOf(pointedAt, task) };
  },
  choices(task, { line, today }) {
    const { entries } = task.block;
    const isKnown = entries.length === 1 || entryAt(task, line) !== undefined;
    return { kind: kinds, ...(!isKnown && { entry: latestFirst(task).slice(0, most).map((entry) => choice(entry, task, today)) }) };
  },
  change(task, { line }, { kind, text, entry: words }) {
    const entry = typeof words === 'string' ? namedBy(words, task) : (entryAt(task, line) ?? latestFirst(task)[0]!);
    const said = (entries: readonly Entry[]): number => entries.reduce((sum, { feedback }) => sum + feedback.length, 0);
    return asRead(task, write(task, entry, [{ kind, text }]), 0, ({ entries }) => said(entries) === said(task.block.entries) + 1);
  },
});

const kinds: readonly Choice[] = [
  { value: 'Liked', label: 'Liked', detail: 'What was good about it, so that it stays that way.' },
  { value: 'Disliked', label: 'Disliked', detail: 'What was not, so that the process can say it better.' },
];

/** What an entry says in its first line: `2026-10-30 @maria 1h 50m: 12 invoices.` */
const wordsOf = ({ line, dateAt }: Entry, { section }: Task): string => lineText(section, line).slice(dateAt.start).trim();

/** The entry that a line is in; of one within another, the inner one. */
const entryAt = ({ block }: Task, at: number | undefined): Entry | undefined =>
  at === undefined ? undefined : block.entries.findLast(({ line, endLine }) => line <= at && at < endLine);

function namedBy(words: string, task: Task): Entry {
  const { entries } = task.block;
  const named = entries.find((entry) => wordsOf(entry, task) === words) ?? entries.find((entry) => wordsOf(entry, task).startsWith(words));
  if (!named) throw new Refusal(`There is no entry “${short(words)}” any more.`);
  return named;
}

/** The latest that tells of work, then all others from the newest on. */
function latestFirst({ block: { entries } }: Task): Entry[] {
  const first = latestOf(entries.filter(({ verb }) => ofWork.has(verb)))!;
  const others = entries.filter((entry) => entry !== first).sort((a, b) => (b.date ?? -Infinity) - (a.date ?? -Infinity) || a.line - b.line);
  return [first, ...others];
}

function choice(entry: Entry, task: Task, today: Day): Choice {
  const { date, who, verb, note, feedback } = entry;
  const words = joined([who && `@${short(who.handle)}`, verb, feedback.length > 0 ? `feedback: ${feedback.length}` : undefined]);
  return { value: wordsOf(entry, task), label: date === undefined ? short(wordsOf(entry, task)) : weekdayAndDay(date, today), description: words, ...(note !== '' && { detail: short(note) }) };
}
