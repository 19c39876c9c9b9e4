/** People: behind an `@` anywhere in the body, and where a field wants one. */
import { peopleByLoad } from '../../model/load.ts';
import { hasLeft, type Member } from '../../model/roster.ts';
import { type Day, formatDay } from '../../notation/dates.ts';
import { nextMention } from '../../notation/inline.ts';
import { forWord, icon, nothing, type Offer, type Offers } from './offers.ts';
import { isProse, type Place } from './place.ts';

/** Behind an `@` that mentions somebody. */
export function mentions(place: Place): Offers | undefined {
  const { before, task } = place;
  const sign = mentionStart(before);
  if (sign < 0) return undefined;
  if (!isProse(place, sign)) return nothing;
  const { owner, backup } = task?.block ?? {};
  return forWord(place, before.slice(sign), people(place, [owner?.handle, backup?.handle]), handleRest);
}

/** The value of Owner or Backup, with the sign typed or without. */
export function personValue(place: Place, start: number, without: string | undefined): Offers {
  const typed = place.before.slice(start);
  const isWord = /^@?[\p{L}\p{N}\p{M}_.-]*$/u.test(typed);
  const sign = mentionStart(place.before);
  if (!isWord) return sign < start ? nothing : forWord(place, place.before.slice(sign), people(place), handleRest);
  const offers = people(place).filter(({ label }) => label !== `@${without}`);
  return forWord(place, typed, typed.startsWith('@') ? offers : offers.map(withoutSign), handleRest);
}

const handleRest = /^[\p{L}\p{N}\p{M}_-]*/u;

/** The column of the `@` whose handle ends at the cursor, -1 where there is none. */
function mentionStart(before: string): number {
  const match = /@(?:[\p{L}\p{N}\p{M}_][\p{L}\p{N}\p{M}_.-]{0,99})?$/u.exec(before.slice(-110));
  if (!match) return -1;
  const column = before.length - match[0].length;
  // With a letter behind it, the sign mentions somebody, unless what is before it makes it part of an address.
  return nextMention(`${before.slice(0, column)}@a`, column);
}

/** Those who are there, these first, then the least loaded; who has left is not offered. */
export function people({ context: { folder, today }, section }: Place, first: readonly (string | undefined)[] = []): Offer[] {
  const { roster } = folder;
  const offers = new Map<string, Offer>();
  const add = (handle: string): void => {
    const member = roster.people.get(handle);
    if (!offers.has(handle) && !(member && hasLeft(member, today))) offers.set(handle, personOffer(handle, member, today));
  };
  for (const handle of first) if (handle !== undefined) add(handle);
  for (const { handle } of peopleByLoad(folder, today)) add(handle);
  for (const handle of roster.people.keys()) add(handle);
  if (roster.delegator) add(roster.delegator.value);
  // Without a team, those who are named in the task are all that is known.
  if (roster.people.size === 0) for (const { handle } of section.mentions) add(handle);
  return [...offers.values()];
}

function personOffer(handle: string, member: Member | undefined, today: Day): Offer {
  const { name, role, time, away = [] } = member ?? {};
  const absence = away.find(([from, to]) => from <= today && today <= to);
  const detail = [name, role, time === 'contract' ? 'contract' : undefined, absence && `away until ${formatDay(absence[1])}`].filter(Boolean).join(', ');
  return { label: `@${handle}`, icon: icon.person, detail, filter: `@${handle} ${name ?? ''}`.trimEnd() };
}

/** Letters are held against the handle where the sign is not typed. */
const withoutSign = (offer: Offer): Offer => ({ ...offer, filter: offer.filter!.slice(1) });

/** A handle as YAML has it. */
export const bare = (offer: Offer): Offer => ({ ...withoutSign(offer), text: offer.label.slice(1) });
