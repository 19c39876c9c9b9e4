import { nearest } from '../model/likeness.ts';
import type { Roster } from '../model/roster.ts';
import type { Block } from '../notation/blocks.ts';
import { formatDay, isDateLike, nearestDays } from '../notation/dates.ts';
import type { Entry } from '../notation/entries.ts';
import { handleEnd } from '../notation/inline.ts';
import { oneOffVerbs, type Verb } from '../notation/keys.ts';
import type { Problem } from '../notation/located.ts';
import { lineText } from '../notation/markdown.ts';
import { replaceSpan } from '../notation/write.ts';
import { correctWord, moveToNote, noteFromHere } from '../notation/writeEntry.ts';
import type { Task } from '../notation/document.ts';
import type { TextEdit } from '../text.ts';
import { type Fix, rule } from './rule.ts';
import { quoted } from './wording.ts';

/** The words that an entry knows, in the spellings that people use for them. */
const spellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    done: 'do did does finish finished complete completed ok',
    skipped: 'skip skips omit omitted',
    missed: 'miss forgot forgotten',
    trained: 'train trains training',
    handover: 'handoff hand-over hand-off',
    paused: 'pause pauses hold',
    resumed: 'resume resumes restarted unpaused',
    reviewed: 'review reviews',
    posted: 'post posts published',
    awarded: 'award awards assigned hired',
    delivered: 'deliver delivers delivery handed-in',
    paid: 'pay pays payed payment',
    cancelled: 'cancel cancels canceled withdrawn',
    explained: 'explain explains explaining',
  }).flatMap(([meant, typed]) => [meant, ...typed.split(' ')].map((word) => [word, meant] as const)),
);

export const unreadableEntry = rule({
  code: 'unreadable-entry',
  level: 'warning',
  isLocal: true,
  summary: 'Words in an entry that are not understood',
  why: 'Runs, times and awards are counted from the words before the colon. A word that is not understood there counts for nothing, and what was meant by it is missing from every sum.',
  bad: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: below

1. Write one invoice per client.
2. Send them.
3. Note what was sent.

- 2026-10-30 @maria sent them all 1h
                    ^^^^^^^^^^^^^
`,
  good: `
---
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park }
---

## Send client invoices (recurring)

- Owner: @maria
- Backup: @jon
- Cadence: every month on the last workday
- Process: below

1. Write one invoice per client.
2. Send them.
3. Note what was sent.

- 2026-10-30 @maria 1h: sent them all
- 2026-09-30 skipped: nothing to bill
`,
  *checkTask({ block }, { folder: { roster } }) {
    for (const [entry, problems] of byEntry(block)) {
      for (const [i, problem] of problems.entries()) {
        // "for client Mayer": what follows a word that is used in the wrong way is part of that mistake.
        const previous = problems[i - 1];
        if (previous?.reason && !problem.reason && previous.at.line === problem.at.line && problem.at.start - previous.at.end <= 2) continue;
        yield { at: problem.at, message: messageOf(block, entry, problem, roster), fixes: (task) => fixesOf(task, entry, problem, problems, roster) };
      }
    }
  },
});

/** Both are in the order of the text. */
function byEntry({ entries, problems }: Block): Map<Entry, Problem[]> {
  const groups = new Map<Entry, Problem[]>();
  let next = 0;
  for (const problem of problems) {
    if (problem.code !== 'unreadable-entry') continue;
    while (next < entries.length - 1 && entries[next]!.headEnd.line < problem.at.line) next++;
    const entry = entries[next]!;
    const group = groups.get(entry);
    if (group) group.push(problem);
    else groups.set(entry, [problem]);
  }
  return groups;
}

function messageOf(block: Block, entry: Entry, problem: Problem, roster: Roster): string {
  if (problem.reason) return `${quoted(problem.text)} is not counted: ${problem.reason}. Correct it, or move it behind the colon, into the note.`;
  const [near] = meantWords(block, entry, problem, roster);
  if (near) return `${quoted(near.typed)} is not a word that entries know, so it counts for nothing. Did you mean “${near.meant}”? Words of your own go behind a colon.`;
  return `${quoted(problem.text)} is not understood and counts for nothing. Words of your own go behind a colon, at the end: they are the note.`;
}

/** The words of the notation that one of the first words was meant for, nearest first. */
function meantWords({ kind }: Block, entry: Entry, { text, reason }: Problem, { people }: Roster): { typed: string; meant: string }[] {
  if (reason) return [];
  const fits = (word: string): boolean =>
    word === 'explained' ? !entry.explained : !entry.verbAt && (kind === 'one-off' || !oneOffVerbs.has(word as Verb));
  for (const typed of text.slice(0, 200).split(' ', 3)) {
    const handle = typed.toLowerCase();
    if (!entry.who && people.has(handle)) return [{ typed, meant: `@${handle}` }];
    const exact = spellings.get(typed.toLowerCase());
    const near = exact !== undefined ? [exact] : typed.length < 4 ? [] : nearest(typed, spellings.keys(), 6).map((spelling) => spellings.get(spelling)!);
    const meant = [...new Set(near.filter(fits))].slice(0, 2);
    if (meant.length > 0) return meant.map((word) => ({ typed, meant: word }));
  }
  return [];
}

function fixesOf(task: Task, entry: Entry, problem: Problem, problems: readonly Problem[], roster: Roster): Fix[] {
  const fixes: Fix[] = [];
  const add = (title: string, edit: TextEdit, preferred = fixes.length === 0): void =>
    void fixes.push({ title, edits: [{ uri: task.document.uri, edits: [edit] }], preferred });
  const before = lineText(task.section, problem.at.line).slice(0, problem.at.start).trimEnd();
  // "until 2026-12-01", "- 2026-11-18": a day that is the end of something.
  const isEnd = /[-–—]$/.test(before) || problems.some(({ at, reason }) => !reason && at.line === problem.at.line && at.end === before.length);
  const corrections = isEnd && isDateLike(problem.text) ? [] : correctionsOf(entry, problem);
  for (const text of corrections) add(`Change to “${text}”`, replaceSpan(task, problem.at, text), corrections.length === 1);
  for (const { typed, meant } of meantWords(task.block, entry, problem, roster)) {
    const isAlone = typed === problem.text;
    add(`Change ${quoted(typed)} to “${meant}”${isAlone ? '' : ' and move the rest into the note'}`, correctWord(task, entry, problem.at, typed, meant));
  }
  // Words that stand apart are moved together, so that they stay one sentence.
  const first = problems[0]!;
  const isSentence = /\s[-–—]\s*$/.test(lineText(task.section, first.at.line).slice(0, first.at.start)) || entry.verbAt !== undefined && (entry.verbAt.line > first.at.line || (entry.verbAt.line === first.at.line && entry.verbAt.start > first.at.start));
  const moved = moveToNote(task, entry, problems.map(({ at }) => at));
  const cut = noteFromHere(task, entry, first.at);
  const text = problems.length > 1 ? 'what is not understood' : quoted(problem.text);
  if (isSentence && cut.newText !== moved.newText) add(`Make all from ${quoted(first.text)} on the note`, cut);
  // Who was awarded a job is not moved out of sight.
  add(`Move ${text} into the note`, moved, fixes.length === 0 && !(entry.verb === 'awarded' && !entry.who));
  return fixes;
}

/** What may stand in the place of the whole problem. */
function correctionsOf(entry: Entry, { text }: Problem): string[] {
  const rating = /^(\d{1,2})(?:\.\d)?\/(5|10)$/.exec(text);
  if (rating && !entry.rating) return [rating[2] === '5' ? '5/5' : `${Math.min(5, Math.round(Number(rating[1]) / 2))}/5`];
  const stars = /^([0-5]) stars?$/i.exec(text);
  if (stars && !entry.rating) return [`${stars[1]}/5`];
  if (/^explained for /i.test(text)) return [`explained ${text.slice(14)}`];
  if (isDateLike(text) && !entry.forDate) return nearestDays(text).map((day) => `for ${formatDay(day)}`);
  const end = text.startsWith('@') ? handleEnd(text, 1) : 0;
  return end > 1 && end < text.length && !/\s/.test(text) && !entry.who ? [text.slice(0, end)] : [];
}
