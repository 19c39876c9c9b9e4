/** New tasks: the kind behind a heading's title, with or without what stands under it, and whole blocks. */
import { catalogue } from '../../notation/cadence/catalogue.ts';
import { addMonths, formatDay } from '../../notation/dates.ts';
import { type Kind, kinds } from '../../notation/keys.ts';
import { lineBreakOf } from '../../notation/write.ts';
import { choice, icon, nothing, type Offer, type Offers, verbatim } from './offers.ts';
import { people } from './people.ts';
import { isProse, lineOf, type Place } from './place.ts';

const meanings: Readonly<Record<Kind, string>> = {
  recurring: 'A function of the business that comes again and again. It wants an owner, a cadence and a written process.',
  'one-off': 'A job that is done once: posted, bid for, awarded, delivered.',
};

/** People and cadences to choose from; a longer list is no choice. */
const most = 20;

/** `## Send client invoices (`, at the end of a heading. */
export function headingKinds(place: Place): Offers | undefined {
  const { before, after } = place;
  const match = /^\ufeff? {0,3}#{1,6}[ \t].*\(([\p{L}-]{0,20})$/u.exec(before);
  if (!match) return undefined;
  const rest = /^[\p{L}-]*\)?/u.exec(after)![0];
  const word = match[1]!;
  if (!/^[ \t]*#*[ \t]*$/.test(after.slice(rest.length)) || !isProse(place, before.length - word.length - 1)) return nothing;
  const offers = kinds.map((kind): Offer => ({ label: kind, icon: icon.enum, documentation: meanings[kind], text: `${kind})` }));
  const whole = isBare(place) && after.slice(rest.length) === '' ? kinds.map((kind) => bodyOffer(place, kind)) : [];
  return { start: before.length - word.length, end: before.length + rest.length, offers: [...offers, ...whole] };
}

/** Whether nothing stands under a heading yet: the next line that is not blank is the next heading. */
function isBare({ section, line }: Place): boolean {
  for (let each = line + 1; each < section.lineCount; each++) if (lineOf(section, each).trim() !== '') return false;
  return true;
}

function bodyOffer(place: Place, kind: Kind): Offer {
  const eol = lineBreakOf(place.context.document);
  const body = (filled: boolean): string => [`${kind})`, ...bodyOf(place, kind, filled, 1)].join(eol);
  return { label: `${kind} with fields`, icon: icon.snippet, documentation: meanings[kind], text: body(false), snippet: body(true), filter: `${kind} with fields` };
}

/** A whole block, where a line is blank or holds the hashes of a heading. */
export function newBlocks(place: Place): Offers | undefined {
  const { before, after, context, typed } = place;
  const match = /^\ufeff?(#{0,6})[ \t]*$/.exec(before);
  if (!match || after.trim() !== '' || (match[1] === '' && typed !== undefined)) return undefined;
  const hashes = match[1] || '#'.repeat(levelOf(place));
  const start = before.startsWith('\ufeff') ? 1 : 0;
  const eol = lineBreakOf(context.document);
  const offers = kinds.map((kind): Offer => {
    const label = kind === 'recurring' ? 'New recurring function' : 'New one-off';
    const title = kind === 'recurring' ? 'New function' : 'New job';
    const block = (filled: boolean): string => [`${hashes} ${slot(filled, 1, title)} (${kind})`, ...bodyOf(place, kind, filled, 2)].join(eol);
    return { label, icon: icon.snippet, documentation: meanings[kind], text: block(false), snippet: block(true), filter: `${before.slice(start)}${label}` };
  });
  return { start, end: before.length + after.length, offers };
}

/** The level of the note's tasks; the second where there is none. */
function levelOf({ task, context: { document } }: Place): number {
  return task?.block.level ?? document.sections.find(({ block }) => block)?.block?.level ?? 2;
}

/** The lines under a heading. Places to fill in are numbered from `first` on. */
function bodyOf(place: Place, kind: Kind, filled: boolean, first: number): string[] {
  const { today, folder } = place.context;
  const handles = people(place).slice(0, most).map(({ label }) => label);
  const currency = folder.roster.currency ?? 'EUR';
  let number = first;
  const one = (text: string): string => slot(filled, number++, text);
  const choose = (values: readonly string[]): string => (filled && values.length > 1 ? choice(number++, values) : one(values[0]!));
  if (kind === 'recurring') {
    return [
      '',
      `- Owner: ${choose(handles.length > 0 ? handles : ['@'])}`,
      `- Cadence: ${choose(catalogue.slice(0, most))}`,
      '- Process: below',
      `- Estimate: ${one('1h')}`,
      '',
      one('What is done, and for whom.'),
      '',
      `1. ${filled ? '$0' : ''}`.trimEnd(),
    ];
  }
  return ['', `- Budget: ${one('100')} ${currency}`, `- Due: ${one(formatDay(addMonths(today, 1)))}`, `- Estimate: ${one('1h')}`, '', filled ? '$0' : 'What is wanted.'];
}

/** A text, or a place to fill in that begins with it. */
const slot = (filled: boolean, number: number, text: string): string => (filled ? `\${${number}:${verbatim(text)}}` : text);
