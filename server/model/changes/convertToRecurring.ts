/**
 * Makes a recurring function of a job and its repeats. The jobs stay where they are and say `Same as`, so that nothing is lost;
 * what they tell becomes the beginning of the function: who did it last, how often, how, how long, for how much.
 *
 * Its process is written below it and not into a document: it is a draft of a few steps, which is best read and mended beside the
 * jobs that it was made from, and a change to one note can be taken back with one key.
 */
import type { Block } from '../../notation/blocks.ts';
import { formatAmount } from '../../notation/amounts.ts';
import { formatDay } from '../../notation/dates.ts';
import { readDocument, type Task, tasksOf, textOf } from '../../notation/document.ts';
import { formatDuration } from '../../notation/durations.ts';
import { isPlaceholder } from '../../notation/fields.ts';
import { lineText } from '../../notation/markdown.ts';
import { addEntry, insertLines, setField, staysBelow } from '../../notation/write.ts';
import { numbered, wrapped } from '../../notation/writeSteps.ts';
import { type Change, type TextEdit, withEdits } from '../../text.ts';
import { agreedPrice } from '../bidders.ts';
import { draftOf } from '../draft.ts';
import { explainedIn, loggedIn } from '../explaining.ts';
import { repeatsOf } from '../repeats/repeats.ts';
import { titleOfRepeats } from '../repeats/title.ts';
import { rhythmOfDays } from '../rhythm.ts';
import { isOpen, jobOf } from '../stages.ts';
import { foldTitle } from '../titles.ts';
import type { Folder } from '../workspace.ts';

/** Steps that a brief can become; what is longer is no brief. */
const mostSteps = 30;

/** Whether there is anything to convert: not where a job, and all that are like it, say already that they are a recurring function. */
export function isConvertible(task: Task, folder: Folder): boolean {
  if (task.block.kind !== 'one-off' || jobOf(task.block).stage === 'cancelled') return false;
  const repeats = repeatsOf(task, folder);
  return !repeats?.recurring || repeats.all.some((job) => !isMarked(job));
}

/** The function, once the change is made: it is written above the latest job, if it is not there already. */
export function functionAfter({ edits = [] }: Change, task: Task, folder: Folder): Task | undefined {
  const repeats = repeatsOf(task, folder);
  const { document, firstLine } = repeats?.recurring ?? repeats?.jobs.at(-1) ?? task;
  const own = edits.find(({ uri }) => uri === document.uri)?.edits ?? [];
  return tasksOf(readDocument(document.uri, withEdits(textOf(document), own)))[tasksOf(document).findIndex((each) => each.firstLine === firstLine)];
}

/** Whether a job says what it is the same as; that there is nothing is no such thing, once somebody wants it converted. */
function isMarked({ block: { sameAs } }: Task): boolean {
  return sameAs !== undefined && !isPlaceholder(sameAs.value) && foldTitle(sameAs.value) !== 'none';
}

/** `undefined` for a job that says already that it is a recurring function. */
export function convertToRecurring(task: Task, folder: Folder): Change | undefined {
  const repeats = repeatsOf(task, folder);
  const jobs = repeats?.jobs ?? [task];
  const unmarked = (repeats?.all ?? jobs).filter((job) => !isMarked(job));
  const edits = new Map<string, TextEdit[]>();
  const add = ({ document: { uri } }: Task, ...more: TextEdit[]): void => void edits.set(uri, [...(edits.get(uri) ?? []), ...more]);
  const done = (): Change => ({ edits: [...edits].map(([uri, each]) => ({ uri, edits: each })) });
  if (repeats?.recurring) {
    const { recurring } = repeats;
    if (unmarked.length === 0) return undefined;
    for (const job of unmarked) add(job, setField(job, 'Same as', recurring.block.title));
    for (const job of jobs) if (unmarked.includes(job)) add(recurring, ...entryOf(job, folder).map((each) => addEntry(recurring, each.head, each.feedback)));
    return done();
  }
  const latest = jobs.at(-1)!;
  // All of them may name one title already that nobody has; the function gets it.
  const named = latest.block.sameAs?.value;
  const isNamed = unmarked.length === 0 && named !== undefined && !folder.titles.has(foldTitle(named));
  const title = isNamed ? named : titleOfRepeats(jobs, repeats?.all ?? jobs, folder);
  if (!isNamed) for (const job of unmarked.length > 0 ? unmarked : [latest]) add(job, setField(job, 'Same as', title));
  add(latest, insertAbove(latest, functionOf(title, jobs, folder)));
  return done();
}

/** The lines of the new block. */
function functionOf(title: string, jobs: readonly Task[], folder: Folder): string[] {
  const { block: latest, document: { uri } } = jobs.at(-1)!;
  const owner = last(jobs, ({ block }) => whoDid(block));
  const cadence = rhythmOfDays(jobs.flatMap((job) => doneOn(job.block) ?? []), folder.roster);
  const { intro, steps } = draftOf([...jobs].reverse(), uri, folder);
  const estimate = last(jobs, ({ block }) => block.estimate?.value);
  const fields = [
    ...(owner === undefined ? [] : [`- Owner: @${owner}`]),
    ...(cadence === undefined ? [] : [`- Cadence: ${cadence}`]),
    ...(steps.length === 0 ? [] : ['- Process: below']),
    ...(estimate === undefined ? [] : [`- Estimate: ${formatDuration(estimate)}`]),
  ];
  const history = [...jobs]
    .reverse()
    .flatMap((job) => entryOf(job, folder))
    .flatMap(({ head, feedback }) => [...wrapped('- ', head), ...feedback.flatMap((each) => wrapped('  - ', each))]);
  const parts = [[`${'#'.repeat(latest.level)} ${title} (recurring)`], fields, ...intro.map((each) => wrapped('', each)), numbered(steps.slice(0, mostSteps)), history];
  return parts.filter((part) => part.length > 0).flatMap((part) => [...part, '']);
}

/** The latest value of the jobs that have one. */
function last<T>(jobs: readonly Task[], valueOf: (job: Task) => T | undefined): T | undefined {
  for (let i = jobs.length - 1; i >= 0; i--) {
    const value = valueOf(jobs[i]!);
    if (value !== undefined) return value;
  }
  return undefined;
}

function whoDid(block: Block): string | undefined {
  const { awarded, delivered } = jobOf(block);
  return (awarded?.who ?? delivered?.who ?? block.owner)?.handle;
}

/** The day on which a job was done; `undefined` while it is open. */
function doneOn(block: Block): number | undefined {
  const job = jobOf(block);
  return isOpen(job) ? undefined : (job.delivered ?? job.reviewed ?? job.paid)?.date;
}

/** What a job was, as an entry of the function's history; none while it is still to be done. */
function entryOf({ block }: Task, { roster }: Folder): { head: string; feedback: string[] }[] {
  const day = doneOn(block);
  if (day === undefined) return [];
  const { awarded, delivered, reviewed, paid } = jobOf(block);
  const who = whoDid(block);
  const price = (awarded && agreedPrice(awarded, block.bids, roster)) ?? paid?.amount;
  const rating = reviewed?.rating ?? delivered?.rating;
  const explained = explainedIn(block);
  const logged = loggedIn(block);
  const words = [
    formatDay(day),
    ...(who === undefined ? [] : [`@${who}`]),
    ...(logged > 0 ? [formatDuration(logged)] : []),
    ...(explained > 0 ? [`explained ${formatDuration(explained)}`] : []),
    ...(rating ? [`${rating.value}/5`] : []),
    ...(price ? [formatAmount(price.value)] : []),
  ];
  const feedback = block.entries.flatMap((entry) => entry.feedback).filter(({ text }) => text !== '');
  return [{ head: words.join(' ') + (block.title === '' ? '' : `: ${block.title}`), feedback: feedback.map(({ kind, text }) => `${kind === 'liked' ? 'Liked' : 'Disliked'}: ${text}`) }];
}

/** Writes lines above a task and above the comments that speak of its heading. */
function insertAbove({ document, firstLine }: Task, lines: readonly string[]): TextEdit {
  const index = document.firstLines.indexOf(firstLine);
  const before = document.sections[index - 1];
  if (!before) return insertLines({ document, section: document.sections[index]!, firstLine }, 0, lines);
  const place = { document, section: before, firstLine: document.firstLines[index - 1]! };
  // What is written into the section before this one comes before all blank lines at its end.
  let line = before.lineCount;
  for (let each = line - 1; each > 0 && staysBelow(lineText(before, each)); each--) if (lineText(before, each) !== '') line = each;
  const hasGap = lineText(before, line - 1) === '';
  return insertLines(place, line, hasGap ? lines : ['', ...lines]);
}
