/** The beginning of a list item: a field's name, an entry's date, feedback. On a blank line, the whole item. */
import { recordOf } from '../../model/record.ts';
import type { Block } from '../../notation/blocks.ts';
import { formatDay } from '../../notation/dates.ts';
import { formatDuration } from '../../notation/durations.ts';
import { feedbackMeanings, fieldKeys, foldName, type FieldKey } from '../../notation/keys.ts';
import { newBlocks } from './blocks.ts';
import { comingDays, dayOffers, dayRest, pastDays } from './days.ts';
import { icon, type Offer, type Offers } from './offers.ts';
import { above, type Above, type ItemStart, itemStart, lineOf, type Place, textColumn } from './place.ts';

export function itemBeginnings(place: Place): Offers | undefined {
  const { task } = place;
  const item = itemStart(place);
  // A space on a blank line is no question.
  if (!task || !item || place.line < 1 || (item.bullet === '' && place.typed !== undefined)) return undefined;
  const up = above(place, task.block);
  const offers = item.indent.length > 0 ? nested(place, up, item) : topLevel(place, task.block, up, item);
  if (!offers) return undefined;
  if (item.bullet !== '') return offers;
  // A blank line gets its bullet along with what stands behind it; and a new task may begin there.
  const whole = (offer: Offer): Offer => ({ ...offer, text: `- ${offer.text ?? offer.label}`, filter: offer.filter ?? offer.label });
  const blocks = place.before === '' ? (newBlocks(place)?.offers ?? []) : [];
  return { ...offers, offers: [...offers.offers.map(whole), ...blocks] };
}

function topLevel(place: Place, block: Block, up: Above, item: ItemStart): Offers | undefined {
  const fields = fieldsFit(place, block, up) ? fieldNames(place, block, item) : undefined;
  const dates = datesFit(place, block, up, item) ? entryStarts(place, block, item) : undefined;
  if (!fields || !dates) return fields ?? dates;
  return { ...fields, end: Math.max(fields.end, dates.end), offers: [...fields.offers, ...dates.offers] };
}

// ---------------------------------------------------------------- fields

/** The first list under the heading holds the fields; where it holds something else already, it is the brief's. */
function fieldsFit({ section, line }: Place, block: Block, up: Above): boolean {
  const others = block.fields.filter((field) => field.line !== line);
  const goesOn = others.some((field) => field.line > line);
  if (up.is === 'heading') return others.length === 0 || goesOn;
  if (up.is === 'field') return !up.gap || goesOn;
  if (up.is !== 'item' || others.length === 0) return false;
  // Another one that is typed only in part, in the list of the fields.
  const last = others.findLast((field) => field.line < line);
  let each = line - 1;
  while (last && each >= last.endLine && /^ {0,3}[-*+][ \t]/.test(lineOf(section, each))) each--;
  return last !== undefined && each < last.endLine;
}

function fieldNames(place: Place, block: Block, item: ItemStart): Offers | undefined {
  const { before, after, context: { folder } } = place;
  const typed = /^(\*\*|__)?((?:\p{L}[\p{L}\p{N} '’_-]{0,39})?)$/u.exec(item.typed);
  if (!typed) return undefined;
  const [, mark = '', name = ''] = typed;
  const present = new Set(block.fields.map((field) => foldName(field.name)));
  // The name that the cursor is in may be written anew.
  const rest = /^[\p{L}\p{N} '’_-]{0,39}?(?=(?:\*\*|__)?[ \t]*:|[ \t]*$)/u.exec(after)?.[0] ?? '';
  present.delete(foldName(name + rest));
  const hasColon = /^(?:\*\*|__)?[ \t]*:/.test(after.slice(rest.length));
  const ending = hasColon ? '' : `:${mark} `;
  const keys: readonly FieldKey[] = fieldKeys.filter(({ kinds }) => (kinds as readonly string[]).includes(block.kind));
  const known = keys.filter((key) => !present.has(foldName(key.name))).map((key) => fieldOffer(key, ending));
  const further = [...folder.roster.fields].filter(([folded]) => !present.has(folded)).map(([, own]): Offer => ({ label: own, icon: icon.field, detail: 'a field of these notes', text: own + ending }));
  return { start: before.length - name.length, end: before.length + rest.length, offers: [...known, ...further] };
}

const fieldOffer = ({ name, meaning, example }: FieldKey, ending: string): Offer => ({
  label: name,
  icon: icon.field,
  detail: example,
  documentation: meaning,
  text: name + ending,
  ...(ending !== '' && { again: true }),
});

// ---------------------------------------------------------------- entries

/** Beside other entries, and where a list begins that is not the brief's: there only when it is asked for or begun. */
function datesFit(place: Place, block: Block, up: Above, item: ItemStart): boolean {
  if (up.is === 'entry' || isAboveEntry(place, block)) return true;
  const isBegun = place.typed === undefined || /^(?:\[[ xX]\][ \t]+)?\d/.test(item.typed);
  return up.is === 'text' ? up.gap && isBegun : up.is === 'field' || up.is === 'heading';
}

/** Whether nothing but blank lines part the cursor's line from an entry below. */
function isAboveEntry({ section, line }: Place, block: Block): boolean {
  const next = block.entries.find((entry) => entry.line > line);
  for (let each = line + 1; next && each < next.line; each++) if (lineOf(section, each).trim() !== '') return false;
  return next !== undefined;
}

function entryStarts(place: Place, block: Block, item: ItemStart): Offers | undefined {
  const { before, after } = place;
  const [, box = '', word] = /^(\[[ xX]\][ \t]+)?([\d-]*|\p{L}{1,20})$/u.exec(item.typed) ?? [];
  if (word === undefined) return undefined;
  const rest = dayRest.exec(after)![0];
  const isBare = after.slice(rest.length).trim() === '';
  // What an open box is for is still to come.
  const days = dayOffers(box.startsWith('[ ]') ? comingDays(place) : pastDays(place), isBare ? ' ' : '');
  const run = isBare && box === '' ? usualRun(place, block) : undefined;
  return { start: before.length - word.length, end: before.length + rest.length, offers: run ? [...days.slice(0, 1), run, ...days.slice(1)] : days };
}

/** `2026-11-23 @maria 1h 15m`: done today, by the one who does it, in the time that it takes. */
function usualRun({ task, context: { folder, today } }: Place, block: Block): Offer | undefined {
  const { owner, kind } = block;
  if (kind !== 'recurring' || !owner) return undefined;
  const { lastFive } = recordOf(task!, folder, today).figures.duration;
  const minutes = lastFive ?? block.estimate?.value;
  if (minutes === undefined) return undefined;
  const label = `${formatDay(today)} @${owner.handle} ${formatDuration(minutes)}`;
  return { label, icon: icon.event, detail: lastFive === undefined ? 'done today, as estimated' : 'done today, in the usual time' };
}

// ---------------------------------------------------------------- feedback

/** Under an entry. */
function nested(place: Place, up: Above, item: ItemStart): Offers | undefined {
  const { before, after } = place;
  if (up.is !== 'entry' || up.gap || !/^\p{L}{0,20}$/u.test(item.typed)) return undefined;
  const rest = /^\p{L}*/u.exec(after)![0];
  const ending = after[rest.length] === ':' ? '' : ': ';
  const offers = Object.entries(feedbackMeanings).map(([name, documentation]): Offer => ({ label: name, icon: icon.field, documentation, text: name + ending }));
  return { start: textColumn(item), end: before.length + rest.length, offers };
}
