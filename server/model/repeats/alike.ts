/** Whether two jobs are the same job, by how their titles and briefs tell them. */
import type { Telling } from './telling.ts';

/** Parts of all words that two titles share: enough by itself; with briefs that are alike; with briefs that are nearly the same. */
const alikeAlone = 0.6;
const alikeWithBrief = 0.4;
export const leastAlike = 0.3;

/** Parts of the shorter brief that are in the other one, for each of these. */
const briefNotAgainst = 0.12;
const briefAlike = 0.35;
const briefNearlySame = 0.5;

/** Words of a brief from which on it tells something. */
const tellingBrief = 4;

export function areAlike(one: Telling, other: Telling): boolean {
  const titles = titleLikeness(one, other);
  if (titles < leastAlike) return false;
  const briefs = briefLikeness(one.brief, other.brief);
  if (titles >= alikeAlone) return briefs === undefined || briefs >= briefNotAgainst;
  return briefs !== undefined && briefs >= (titles >= alikeWithBrief ? briefAlike : briefNearlySame);
}

/** Jaccard's index of their things and of what both do; 0 where they do different things. */
function titleLikeness(one: Telling, other: Telling): number {
  const doing = shared(one.actions, other.actions);
  if (doing === 0 && one.actions.length > 0 && other.actions.length > 0) return 0;
  const things = shared(one.objects, other.objects);
  return things === 0 ? 0 : (things + doing) / (one.objects.length + other.objects.length - things + doing);
}

/** `undefined` where one of them says too little. */
function briefLikeness(one: readonly string[], other: readonly string[]): number | undefined {
  const least = Math.min(one.length, other.length);
  if (least < tellingBrief) return undefined;
  const words = new Set(one);
  let count = 0;
  for (const word of other) if (words.has(word)) count++;
  return count / least;
}

function shared(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  for (const word of one) if (other.includes(word)) count++;
  return count;
}
