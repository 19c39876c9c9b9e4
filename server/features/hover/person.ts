/** The hover on a handle: who that is, what they carry, and what was said about their work. */
import type { NoteContext } from '../../context.ts';
import { medianOf } from '../../model/figures.ts';
import { recordOf } from '../../model/record.ts';
import { isKnown, type Member } from '../../model/roster.ts';
import { jobOf } from '../../model/stages.ts';
import type { Work } from '../../model/work.ts';
import { hoursAWeek, type Workload } from '../../model/workload.ts';
import { type Day, yearMonthDay } from '../../notation/dates.ts';
import { weekdayAndDay } from '../../notation/dayWords.ts';
import type { Task } from '../../notation/document.ts';
import { clipped, joined, type Line, lines, type Part, strong } from './content.ts';
import { feedbackList } from './entries.ts';
import { counted } from '../../model/wording.ts';
import { nameOf, titleOf } from './words.ts';

export function personHover(handle: string, context: NoteContext): Part[] {
  const { folder, today } = context;
  const { roster } = folder;
  const person = roster.people.get(handle);
  const work = folder.work(handle);
  const workload = folder.workloads(today).of(handle);
  const name = nameOf(handle, roster);
  const head: Line = joined(' · ', [
    [strong(name)],
    name === `@${handle}` ? undefined : `@${clipped(handle, 60)}`,
    person?.role && clipped(person.role, 60),
    person?.time,
    roster.delegator?.value === handle ? 'hands out the work' : undefined,
    isKnown(roster, handle) ? undefined : 'nobody on the team has this handle',
  ]);
  return [
    lines(head, ...(person ? presence(person, today) : [])),
    ...carried(work, workload, context),
    ...feedbackList('Feedback', work.feedback.map(({ feedback, entry, task }) => ({ feedback, date: entry.date, about: () => titleOf(task) })), today),
  ];
}

function presence({ since, until, away }: Member, today: Day): Line[] {
  const absence = away.find(([, to]) => to >= today);
  const line = joined(' · ', [
    since === undefined ? undefined : since > today ? `Joins ${weekdayAndDay(since, today)}` : `Here since ${weekdayAndDay(since, today)}, ${timeBetween(since, Math.min(today, until ?? today))}`,
    until === undefined ? undefined : [strong(`${until < today ? 'Left' : 'Leaves after'} ${weekdayAndDay(until, today)}`)],
    absence && [strong(`${absence[0] <= today ? 'away until' : `away ${weekdayAndDay(absence[0], today)} to`} ${weekdayAndDay(absence[1], today)}`)],
  ]);
  return line.length > 0 ? [line] : [];
}

/** The most titles that are named. */
const mostTitles = 8;

function carried(work: Work, workload: Workload | undefined, { folder, today }: NoteContext): Part[] {
  const { owns, backsUp, jobs, feedback, ratings } = work;
  if (owns.length + backsUp.length + jobs.length === 0) return [lines(['No function is theirs, and they are nobody’s backup.'])];
  const progress = (task: Task): string => {
    const { progress: far, overdueSince } = recordOf(task, folder, today).figures;
    return [titleOf(task), ` (${[far, overdueSince === undefined ? undefined : 'overdue'].filter(Boolean).join(', ')})`].join('');
  };
  const listed = (title: string, tasks: readonly Task[], label: (task: Task) => string): Line[] => {
    if (tasks.length === 0) return [];
    const more = tasks.length > mostTitles ? `; and ${tasks.length - mostTitles} more` : '';
    return [[strong(title), ` ${tasks.length}: ${tasks.slice(0, mostTitles).map(label).join('; ')}${more}`]];
  };
  const liked = feedback.filter((each) => each.feedback.kind === 'liked').length;
  const rating = medianOf(ratings.map((each) => each * 10));
  const said: Line = joined(' · ', [
    `${liked} liked`,
    `${feedback.length - liked} disliked`,
    rating === undefined ? undefined : `${counted(ratings.length, 'rating')}, median ${rating / 10}/5`,
  ]);
  return [
    lines(
      ...(workload ? hoursLine(workload) : []),
      ...listed('Owns', owns, progress),
      ...listed('Backs up', backsUp, titleOf),
      ...listed('Jobs', jobs, (task) => `${titleOf(task)} (${jobOf(task.block).stage})`),
      ...(feedback.length + ratings.length > 0 ? [[strong('Said'), ' ', ...said]] : []),
    ),
  ];
}

/** `Hours 25m of 20h a week (2 %) in the next four weeks`, what they do for others who are away among them. */
function hoursLine(workload: Workload): Line[] {
  const { shareCount, timedCount, needed, member } = workload;
  if (shareCount === 0) return [];
  const weekly = Math.round(needed / 4);
  const hours = member?.hours;
  const share = hours ? ` (${Math.round((weekly / (hours * 60)) * 100)} %)` : '';
  const untimed = shareCount - timedCount;
  const unknown = untimed > 0 ? ` · nobody knows how long ${untimed === 1 ? 'one of the tasks takes' : `${untimed} of the tasks take`}` : '';
  return [[strong('Hours'), ` ${hoursAWeek(workload)}${share} in the next four weeks${unknown}`]];
}

/** A stretch of time that has passed, in its largest unit: `3 days`, `5 weeks`, `7 months`, `2 years`. */
function timeBetween(from: Day, until: Day): string {
  const [one, other] = [yearMonthDay(from), yearMonthDay(until)];
  const months = (other.year - one.year) * 12 + other.month - one.month - (other.dayOfMonth < one.dayOfMonth ? 1 : 0);
  if (months >= 24) return `${Math.floor(months / 12)} years`;
  if (months >= 2) return `${months} months`;
  return until - from >= 14 ? `${Math.floor((until - from) / 7)} weeks` : counted(Math.max(until - from, 0), 'day');
}
