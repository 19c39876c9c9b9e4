/** The notation's own words: kinds, fields, verbs. What completion offers, a hover explains and the README lists. */

export const kinds = ['recurring', 'one-off'] as const;
export type Kind = (typeof kinds)[number];

/** How a field's value is read. */
export type ValueKind = 'person' | 'cadence' | 'process' | 'duration' | 'date' | 'amount' | 'pause' | 'missed' | 'text' | 'task';

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

const verbSet: ReadonlySet<string> = new Set(verbs);

export const isVerb = (word: string): word is Verb => verbSet.has(word);

/** The verbs that only a one-off knows. */
export const oneOffVerbs: ReadonlySet<Verb> = new Set<Verb>(['posted', 'awarded', 'delivered', 'paid', 'cancelled']);
