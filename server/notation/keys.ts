/** The notation's own words: kinds, fields, verbs. What completion offers, a hover explains and the README lists. */

export const kinds = ['recurring', 'one-off'] as const;
export type Kind = (typeof kinds)[number];

/** How a field's value is read. */
export type ValueKind = 'person' | 'cadence' | 'process' | 'duration' | 'date' | 'amount' | 'pause' | 'missed' | 'text' | 'task' | 'archive';

export interface FieldKey {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly value: ValueKind;
  readonly meaning: string;
  readonly example: string;
}

/** In the order in which the formatter writes them. */
export const fieldKeys = [
  { name: 'Owner', kinds: ['recurring', 'one-off'], value: 'person', example: '@maria', meaning: 'Who does it, and is asked when it is not done.' },
  { name: 'Backup', kinds: ['recurring'], value: 'person', example: '@jon', meaning: 'Who does it while the owner is away.' },
  { name: 'Cadence', kinds: ['recurring'], value: 'cadence', example: 'every month on the last workday', meaning: 'How often it is done, in plain words.' },
  { name: 'Budget', kinds: ['one-off'], value: 'amount', example: '300 EUR', meaning: 'The most that the job may cost.' },
  { name: 'Skills', kinds: ['one-off'], value: 'text', example: 'photography, retouching', meaning: 'What a bidder has to know.' },
  { name: 'Due', kinds: ['one-off'], value: 'date', example: '2026-03-20', meaning: 'The day by which it has to be delivered.' },
  { name: 'Process', kinds: ['recurring', 'one-off'], value: 'process', example: '[Invoicing](processes/invoicing.md)', meaning: 'Where it is written how the work is done: a linked document, a `#heading` of this file, or `below` for the numbered list in the block.' },
  { name: 'Estimate', kinds: ['recurring', 'one-off'], value: 'duration', example: '1h 30m', meaning: 'How long one run takes.' },
  { name: 'Starts', kinds: ['recurring'], value: 'date', example: '2026-05-29', meaning: 'The first day on which it is due; it also fixes the phase of a cadence like “every other Friday”.' },
  { name: 'Ends', kinds: ['recurring'], value: 'date', example: '2026-12-31', meaning: 'The last day on which it can be due.' },
  { name: 'Paused', kinds: ['recurring'], value: 'pause', example: '2026-07-01 to 2026-08-31', meaning: 'A span in which nothing is due and nothing counts as missed.' },
  { name: 'Missed', kinds: ['recurring'], value: 'missed', example: 'keep all', meaning: '`keep all` keeps every missed occurrence due; without it only the latest stays open.' },
  { name: 'Reviewed', kinds: ['recurring'], value: 'date', example: '2026-09-15', meaning: 'The day on which the process was last read through and found right.' },
  { name: 'Archive', kinds: ['recurring'], value: 'archive', example: '[Older entries](studio.archive.md#send-client-invoices-recurring)', meaning: 'Where its older entries are: a heading with the same kind in a file that is no note. They count as if they stood here.' },
  { name: 'Same as', kinds: ['one-off'], value: 'task', example: 'Product photos for the spring catalogue', meaning: 'The title of an earlier task that is the same job, or `none` where likeness misleads.' },
] as const satisfies readonly FieldKey[];

export type FieldName = (typeof fieldKeys)[number]['name'];

const byFoldedName = new Map<string, FieldKey & { readonly name: FieldName }>(
  fieldKeys.map((key) => [foldName(key.name), key]),
);

/** Names are the same in any letter case and with any white space or hyphens between their words. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, ' ').trim();
}

const byName = new Map([...byFoldedName.values()].map((key) => [key.name as string, key]));

export function fieldKey(name: string): (FieldKey & { readonly name: FieldName }) | undefined {
  return byName.get(name) ?? byFoldedName.get(foldName(name));
}

export const verbs = [
  'done', 'skipped', 'missed', 'trained', 'handover', 'paused', 'resumed', 'reviewed',
  'posted', 'awarded', 'delivered', 'paid', 'cancelled',
] as const;
export type Verb = (typeof verbs)[number];

/** What an entry with the verb says. */
export const verbMeanings: Readonly<Record<Verb, string>> = {
  done: 'It was done; an entry without a verb says the same.',
  skipped: 'It was left out on purpose, and no run is expected any more.',
  missed: 'It was due and was not done.',
  trained: 'Somebody was shown how it is done; no run of its own.',
  handover: 'From here on somebody else owns it.',
  paused: 'Nothing is due and nothing counts as missed from here on.',
  resumed: 'The pause is over.',
  reviewed: 'The process was read through and found right; of a one-off, what was delivered was looked at and judged.',
  posted: 'The job was put on a board, and bids may come.',
  awarded: 'One of the bidders was given the job, for an amount.',
  delivered: 'What was asked for has come.',
  paid: 'The amount was paid.',
  cancelled: 'The job was called off.',
};

/** The other words of an entry, by how they begin. */
export const entryWords = {
  explained: 'The time that the one who delegates spent on explaining, as in `explained 20m`.',
  for: 'The due day that the run is meant for, where it is not the plain one, as in `for 2026-08-28`.',
  rating: 'How good it was, from `0/5` to `5/5`.',
  duration: 'How long the run took, as in `1h 30m`.',
  amount: 'A sum of money, as in `280 EUR`.',
} as const;

/** What stands indented under an entry. */
export const feedbackMeanings = {
  Liked: 'What was good about this run, so that it stays that way.',
  Disliked: 'What was not, so that the process can say it better.',
} as const;

/** The keys of the front matter. */
export const headerMeanings = {
  delegate: 'The version of the notation, `1`.',
  business: 'The name of the business.',
  timezone: 'The time zone that decides what day it is, as in `Europe/London`.',
  workdays: 'The days that are worked, as in `Mon-Fri`.',
  holidays: 'Days on which nobody works, as in `[2026-12-25]`.',
  currency: 'The currency of rates and of amounts without one, as in `EUR`.',
  processes: 'The folder for new process documents, as seen from the note.',
  fields: 'Further field names that are allowed, as in `[Room]`.',
  rules: 'The level of a rule by its code, as in `missing-backup: off`.',
  delegator: 'The handle of the one who hands work out and explains it.',
  team: 'The people by their handles, as in `maria: { name: Maria Silva }`.',
  reviewed: 'Of a process document: the day on which it was last read through and found right.',
} as const;

/** The keys of a person. */
export const personMeanings = {
  name: 'The whole name.',
  role: 'What they do in the business.',
  time: '`full-time`, `part-time` or `contract`.',
  hours: 'Hours a week.',
  rate: 'What an hour costs, in the currency of the note.',
  since: 'Their first day.',
  until: 'Their last day.',
  away: 'First and last days of absences, as in `[[2026-08-01, 2026-08-14]]`.',
} as const;

const verbSet: ReadonlySet<string> = new Set(verbs);

export const isVerb = (word: string): word is Verb => verbSet.has(word);

/** The verbs that only a one-off knows. */
export const oneOffVerbs: ReadonlySet<Verb> = new Set<Verb>(['posted', 'awarded', 'delivered', 'paid', 'cancelled']);
