/** What was disliked, and what of it was disliked more than once. */
import type { Day } from '../notation/dates.ts';
import type { Entry, Feedback } from '../notation/entries.ts';

export interface Complaint extends Feedback {
  readonly date: Day;
  /** The entry that it belongs to. */
  readonly entry: Entry;
}

/** What was disliked, the oldest first, and what was said on one day in the order of the text. */
export function complaintsIn(entries: readonly Entry[]): Complaint[] {
  const complaints: Complaint[] = [];
  for (const entry of entries) {
    const { date, feedback } = entry;
    if (date === undefined) continue;
    for (const each of feedback) if (each.kind === 'disliked' && each.text !== '') complaints.push({ ...each, date, entry });
  }
  return complaints.sort((a, b) => a.date - b.date);
}

interface Group {
  readonly words: ReadonlySet<string>;
  readonly complaints: Complaint[];
}

/** Groups that are looked at for one word; a note without end must not take forever. */
const mostOfWord = 20;

/** Complaints of a function that say much the same, made under two entries or more; each list has the oldest first. */
export function repeatedComplaints(entries: readonly Entry[]): Complaint[][] {
  const all = complaintsIn(entries);
  if (all.length < 2) return [];
  const groups: Group[] = [];
  const byWord = new Map<string, Group[]>();
  for (const complaint of all) {
    const words = wordsOf(complaint.text);
    const known = [...words].flatMap((word) => byWord.get(word) ?? []).find((group) => areAlike(group.words, words));
    if (known) {
      known.complaints.push(complaint);
      continue;
    }
    const group = { words, complaints: [complaint] };
    groups.push(group);
    for (const word of words) {
      const others = byWord.get(word);
      if (!others) byWord.set(word, [group]);
      else if (others.length < mostOfWord) others.push(group);
    }
  }
  return groups.map(({ complaints }) => complaints).filter((alike) => alike.some(({ entry }) => entry !== alike[0]!.entry));
}

/** Words that a complaint is not about. */
const empty = new Set(
  ('a about after again all also an and another any are as at be been before but by did do does even every few for from had has have he her him his how ' +
    'i in into is it its just me more most much my nearly no not of off often on once one only or our out same she so some still such than that ' +
    'the their them then there they this time times to too twice two three up us very was we were what when where which who why will with without would you your yet').split(' '),
);

/** What a complaint is about, its words by their beginnings: `invoices` and `invoicing` are alike. */
function wordsOf(text: string): Set<string> {
  const words = text.slice(0, 500).toLowerCase().match(/\p{L}[\p{L}\p{N}]*|\p{N}+/gu) ?? [];
  const telling = words.filter((word) => !empty.has(word));
  return new Set((telling.length > 0 ? telling : words).map((word) => word.replace(/(?<=.{3})(?:es|s|ed|ing)$/, '').slice(0, 6)));
}

/**
 * Whether one says what the other says, be it in more words: two in three of the shorter one's words, and more than one of
 * them. “Old VAT rate on two of them” is “The old VAT rate again”; “Photos too dark” is not “Photos too late”.
 */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  const shorter = Math.min(one.size, other.size);
  return shared > 0 && (shared === Math.max(one.size, other.size) || (shared > 1 && shared * 3 >= shorter * 2));
}
