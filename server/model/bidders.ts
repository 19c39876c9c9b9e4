/** Who bid on a job. A bid names somebody by handle or by name, an award by handle; here they meet. */
import type { Amount } from '../notation/amounts.ts';
import type { Bid, Bids } from '../notation/bids.ts';
import type { Entry } from '../notation/entries.ts';
import { handleEnd, mentionsIn } from '../notation/inline.ts';
import type { Located } from '../notation/located.ts';
import type { Roster } from './roster.ts';

/** More of a bidder's cell than this is no name. */
const longestName = 200;

/**
 * Finds the bid of a person: of the same handle (`@lin`, also within `@lin (agency)`), of a name that the handle abbreviates
 * (`Tomek`, `Lena Voigt` for @lena or @lena-voigt), or of the name that the roster has for the handle.
 */
export function bidders(bids: Bids, roster: Roster): (handle: string) => Bid | undefined {
  const byName = new Map<string, Bid>();
  const byWord = new Map<string, Bid>();
  const add = (map: Map<string, Bid>, name: string, bid: Bid): void => {
    const key = fold(name);
    if (key !== '' && !map.has(key)) map.set(key, bid);
  };
  for (const bid of bids.rows) {
    const cell = bid.bidder.slice(0, longestName);
    add(byName, bid.isHandle ? cell : shownText(cell), bid);
    if (bid.isHandle) continue;
    for (const [start, end] of mentionsIn(cell)) add(byName, cell.slice(start + 1, end), bid);
    for (const word of shownText(cell).split(/[^\p{L}\p{N}]+/u)) add(byWord, word, bid);
  }
  return (handle) => {
    const name = roster.people.get(handle)?.name ?? '';
    const [firstName = ''] = name.split(' ');
    return byName.get(fold(handle)) ?? byName.get(fold(name)) ?? byWord.get(fold(handle)) ?? byName.get(fold(firstName));
  };
}

/** What a job was awarded for: the amount of the award, else the price of the bid that won. */
export function agreedPrice(award: Entry, bids: Bids | undefined, roster: Roster): Located<Amount> | undefined {
  return award.amount ?? (bids && award.who ? bidders(bids, roster)(award.who.handle)?.price : undefined);
}

/** The handles by which an award can name the bidders; `undefined` for one whom no handle would be understood as. */
export function handles(bids: Bids, roster: Roster): (bid: Bid) => string | undefined {
  const bidOf = bidders(bids, roster);
  const known = new Map<Bid, string>();
  for (const handle of roster.people.keys()) {
    const bid = bidOf(handle);
    if (bid && !known.has(bid)) known.set(bid, handle);
  }
  return (bid) => {
    if (bid.isHandle) return bid.bidder;
    const cell = bid.bidder.slice(0, longestName);
    const mentioned = [...mentionsIn(cell)].map(([start, end]) => cell.slice(start + 1, end));
    const word = shownText(cell).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
    const made = word !== '' && handleEnd(word, 0) === word.length ? [word] : [];
    return mentioned.find((handle) => bidOf(handle) === bid) ?? known.get(bid) ?? made.find((handle) => bidOf(handle) === bid);
  };
}

/** A link shows its text. */
export const shownText = (cell: string): string => cell.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** Names are the same whatever their case, accents, spaces and signs. */
const fold = (name: string): string => name.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
