/** Whether two jobs are the same job, by how their titles and briefs tell them. */
import type { Telling } from './telling.ts';

/** Parts of all words that two titles share: enough by itself; with briefs that are alike; with briefs that are nearly the same. */
const alikeAlone = 0.6;
const alikeWithBrief = 0.33;
export const leastAlike = 0.14;

/** Parts of the shorter brief that are in the other one, for each of these. */
const briefNotAgainst = 0.1;
const briefAlike = 0.35;
const briefNearlySame = 0.45;

/** Words of a brief from which on it tells something. */
const tellingBrief = 3;

/** What needs no word: a flyer is designed, a letter is written. */
const unsaid: ReadonlySet<string> = new Set(['design', 'write']);

/** What is done with two things: the same, by the titles or by a title and the other's brief; what only one of them says; something else. */
type Doing = 'same' | 'unsaid' | 'unknown' | 'other';

export function areAlike(one: Telling, other: Telling): boolean {
  const least = leastBrief(one, other);
  if (least === Infinity) return false;
  const briefs = briefLikeness(one, other);
  return briefs === undefined ? least <= briefNotAgainst : briefs >= least;
}

/** How much the briefs have to share, by what the titles say. */
function leastBrief(one: Telling, other: Telling): number {
  const doing = doingOf(one, other);
  if (doing === 'other') return Infinity;
  // What one title does may be what the other one is about: "Placement test", "Write a placement test".
  const things = shared(one.objects, other.objects) + shared(one.actions, other.objects) + shared(other.actions, one.objects);
  if (things === 0) return doing === 'same' ? briefNearlySame : Infinity;
  const all = one.objects.length + other.objects.length - things;
  const titles = doing === 'same' ? (things + 1) / (all + 1) : doing === 'unknown' ? things / (all + 1) : things / all;
  const isPart = doing === 'same' && things === Math.min(one.objects.length, other.objects.length);
  if ((titles >= alikeAlone && doing !== 'unknown') || isPart) return briefNotAgainst;
  return titles >= alikeWithBrief ? briefAlike : titles >= leastAlike ? briefNearlySame : Infinity;
}

function doingOf(one: Telling, other: Telling): Doing {
  if (shared(one.actions, other.actions) > 0) return 'same';
  const [some, others] = [doneBeside(one, other), doneBeside(other, one)];
  if (some === undefined && others === undefined) return 'unsaid';
  if (some !== undefined && others !== undefined) return 'other';
  const [said, { brief }] = some === undefined ? [other.actions, one] : [one.actions, other];
  if (shared(said, brief) > 0) return 'same';
  return unsaid.has(some ?? others!) ? 'unsaid' : 'unknown';
}

/** What a title does and the other one is not about. */
const doneBeside = ({ actions }: Telling, { objects }: Telling): string | undefined => actions.find((action) => !objects.includes(action));

/** `undefined` where one of them says too little. */
function briefLikeness({ brief: one }: Telling, { brief: other }: Telling): number | undefined {
  const least = Math.min(one.length, other.length);
  return least < tellingBrief ? undefined : shared(one, other) / least;
}

function shared(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  for (const word of other) if (one.includes(word)) count++;
  return count;
}
