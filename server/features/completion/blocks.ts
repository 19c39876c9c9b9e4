/** New tasks: the kind behind a heading's title, with or without what stands under it, and whole blocks. */
import { blockLines, bodyLines, type Known, levelIn } from '../../model/changes/newTask.ts';
import { type Kind, kinds } from '../../notation/keys.ts';
import { Blanks } from '../../notation/snippets.ts';
import { lineBreakOf } from '../../notation/write.ts';
import { icon, nothing, type Offer, type Offers } from './offers.ts';
import { people } from './people.ts';
import { isProse, lineOf, type Place } from './place.ts';

const meanings: Readonly<Record<Kind, string>> = {
  recurring: 'A function of the business that comes again and again. It wants an owner, a cadence and a written process.',
  'one-off': 'A job that is done once: posted, bid for, awarded, delivered.',
};

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
  const known = knownAt(place);
  const body = (filled: boolean): string => [`${kind})`, ...bodyLines(kind, {}, known, new Blanks(filled))].join(eol);
  return { label: `${kind} with fields`, icon: icon.snippet, documentation: meanings[kind], text: body(false), snippet: body(true), filter: `${kind} with fields` };
}

/** A whole block, where a line is blank or holds the hashes of a heading. */
export function newBlocks(place: Place): Offers | undefined {
  const { before, after, context, typed } = place;
  const match = /^\ufeff?(#{0,6})[ \t]*$/.exec(before);
  if (!match || after.trim() !== '' || (match[1] === '' && typed !== undefined)) return undefined;
  const level = match[1]!.length || levelIn(place.section, context.document);
  const start = before.startsWith('\ufeff') ? 1 : 0;
  const eol = lineBreakOf(context.document);
  const known = knownAt(place);
  const offers = kinds.map((kind): Offer => {
    const label = kind === 'recurring' ? 'New recurring function' : 'New one-off';
    const block = (filled: boolean): string => blockLines(kind, level, {}, known, new Blanks(filled)).join(eol);
    return { label, icon: icon.snippet, documentation: meanings[kind], text: block(false), snippet: block(true), filter: `${before.slice(start)}${label}` };
  });
  return { start, end: before.length + after.length, offers };
}

/** The people who may own it, and what else the note knows. */
function knownAt(place: Place): Known {
  const { today, folder } = place.context;
  return { handles: people(place).map(({ label }) => label.slice(1)), currency: folder.roster.currency, today };
}
