/** What stands behind the colon of a field, by the kind of its value. */
import { entriesOf } from '../../model/archives.ts';
import { earliestOf } from '../../model/stages.ts';
import type { Entry } from '../../notation/entries.ts';
import { isOfKind } from '../../notation/fieldValues.ts';
import type { Field } from '../../notation/fields.ts';
import { fieldKey } from '../../notation/keys.ts';
import { amounts, durations } from './amounts.ts';
import { archives } from './archives.ts';
import { cadences } from './cadences.ts';
import { comingDays, dayOffers, dayRest, dayValue, type NamedDay, pastDays } from './days.ts';
import { forWord, icon, nothing, type Offer, type Offers } from './offers.ts';
import { personValue } from './people.ts';
import { at, type Place } from './place.ts';
import { processes } from './processes.ts';
import { sameTitles } from './titles.ts';

/** Behind the colon; `undefined` where the cursor is in the name, where the value is prose, and in further lines of it. */
export function fieldValues(place: Place): Offers | undefined {
  const { task, line } = place;
  const field = task && at(task.block.fields, line);
  if (!field?.key || field.line !== line || !isOfKind(field.key, task!.block.kind)) return undefined;
  const start = valueStart(place, field);
  return start === undefined ? undefined : spaced(place, start, valueOffers(place, field, start));
}

function valueOffers(place: Place, { key }: Field, start: number): Offers | undefined {
  const { before, after, task } = place;
  const { block } = task!;
  const typed = before.slice(start);
  const end = before.length + after.split('<!--', 1)[0]!.trimEnd().length;
  switch (fieldKey(key!)!.value) {
    case 'person':
      return personValue(place, start, key === 'Backup' ? block.owner?.handle : undefined);
    case 'cadence':
      return cadences(place, task!, start, end);
    case 'process':
      return processes(place, task!, start, end);
    case 'duration':
      return { start, end, offers: durations(place, typed, 'estimate'), incomplete: true };
    case 'amount':
      return { start, end, offers: amounts(place, typed), incomplete: true };
    case 'date':
      return dayValue(place, start, key === 'Reviewed' ? pastDays(place) : key === 'Starts' ? [...firstDay(entriesOf(task!, place.context.folder)), ...comingDays(place)] : comingDays(place));
    case 'pause':
      return pauses(place, typed);
    case 'task':
      return sameTitles(place, task!, start, end);
    case 'missed':
      return { start, end, offers: [{ label: 'keep all', icon: icon.keyword, documentation: fieldKey('Missed')!.meaning }] };
    case 'archive':
      return archives(place, start, end);
    case 'text':
      return undefined;
  }
}

/** What has been done for a while began with its oldest entry. */
function firstDay(entries: readonly Entry[]): NamedDay[] {
  const date = earliestOf(entries)?.date;
  return date === undefined ? [] : [[date, 'the oldest entry']];
}

/** `2026-07-01 to 2026-08-31`: a day, then perhaps another one. */
function pauses(place: Place, typed: string): Offers {
  const word = /\S*$/.exec(typed)![0];
  const first = typed.slice(0, typed.length - word.length);
  const isSecond = /\d\s+$/.test(first);
  if (isSecond) return forWord(place, word, [{ label: 'to', text: 'to ', icon: icon.keyword, again: true }]);
  const days = dayOffers(comingDays(place));
  return forWord(place, word, /\S/.test(first) ? days : [...days, { label: 'until', text: 'until ', icon: icon.keyword, again: true }], dayRest);
}

/** The column at which a field's value begins or would begin; `undefined` where the cursor stands before it. */
function valueStart({ before }: Place, { nameAt }: Field): number | undefined {
  const match = /^(?:\*\*|__)?[ \t]*:(?:\*\*|__)?\s*/.exec(before.slice(nameAt.end));
  return match ? nameAt.end + match[0].length : undefined;
}

/** Puts the space behind the colon where there is none yet. */
function spaced({ before }: Place, start: number, value: Offers | undefined): Offers | undefined {
  if (!value || value === nothing || value.start !== start || !/[:*_]$/.test(before.slice(0, start))) return value;
  const space = (offer: Offer): Offer => ({ ...offer, text: ` ${offer.text ?? offer.label}`, filter: offer.filter ?? offer.label });
  return { ...value, offers: value.offers.map(space) };
}
