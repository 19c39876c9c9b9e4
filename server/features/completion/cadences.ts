/** Phrases for `Cadence:`: the one that is meant, the one that the history shows, then the common ones. */
import type { NoteContext } from '../../context.ts';
import { accountOf, entriesOf } from '../../model/archives.ts';
import { historyOf } from '../../model/history.ts';
import { rhythmOf } from '../../model/rhythm.ts';
import { occurrences } from '../../model/schedule/schedule.ts';
import { catalogue } from '../../notation/cadence/catalogue.ts';
import { formatCadence } from '../../notation/cadence/format.ts';
import { phrasesMeant } from '../../notation/cadence/meant.ts';
import { readCadence } from '../../notation/cadence/read.ts';
import { formatDay } from '../../notation/dates.ts';
import type { Task } from '../../notation/document.ts';
import { located } from '../../notation/located.ts';
import { span } from '../../text.ts';
import { icon, type Offer, type Offers } from './offers.ts';
import type { Place } from './place.ts';
import { weekdayName } from './days.ts';

/** Days that are told of a cadence. */
const told = 3;

export function cadences({ before, context: { folder } }: Place, task: Task, start: number, end: number): Offers {
  const typed = before.slice(start);
  const shown = rhythmOf(entriesOf(task, folder), folder.roster);
  const offers = new Map<string, Offer>();
  const add = (phrase: string, detail = '', filter = phrase): void => {
    if (!offers.has(phrase)) offers.set(phrase, { label: phrase, icon: icon.event, detail, filter, subject: { cadence: phrase } });
  };
  for (const phrase of phrasesMeant(typed)) add(phrase, '', typed);
  if (shown !== undefined) add(canonical(shown), 'as the history shows');
  for (const phrase of catalogue) add(phrase);
  return { start, end, offers: [...offers.values()], incomplete: true };
}

/** The rhythm of a history is said in words of its own. */
function canonical(phrase: string): string {
  const reading = readCadence(phrase);
  return reading.ok ? formatCadence(reading.cadence) : phrase;
}

/** The next days of a cadence, were it this task's. */
export function cadenceDocumentation(task: Task, { folder, today }: NoteContext, phrase: string): string | undefined {
  const { schedule } = historyOf({ ...accountOf(task, folder), cadence: located(phrase, span(0, 0, 0)) }, { today, calendar: folder.calendar });
  const days = schedule ? occurrences(schedule, today, Infinity, told) : [];
  return days.length === 0 ? undefined : `Due ${days.map((day) => `${weekdayName(day).slice(0, 3)} ${formatDay(day)}`).join(', ')}, …`;
}
