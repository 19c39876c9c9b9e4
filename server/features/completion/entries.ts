/** The words of an entry, between its date and its colon. */
import { jobOf, type Stage } from '../../model/stages.ts';
import { parseDurationWord } from '../../notation/durations.ts';
import { entryWords, isVerb, oneOffVerbs, type Verb, verbMeanings, verbs } from '../../notation/keys.ts';
import { amounts, durations, explainedTimes } from './amounts.ts';
import { dayOffers, dayRest, dayWord, openDays, pastDays } from './days.ts';
import { forWord, icon, nothing, type Offer, type Offers } from './offers.ts';
import { people } from './people.ts';
import { at, type Place } from './place.ts';

const head = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+[*_]{0,2}\d{4}-\d{2}-\d{2}[*_]{0,2}(?=[ \t,])/;

/** People who are offered where none is asked for; an `@` gives all of them. */
const fewPeople = 5;

export function entryHead(place: Place): Offers | undefined {
  const { before, after, task, line } = place;
  const date = head.exec(before);
  if (!date || !task || at(task.block.entries, line)?.line !== line) return undefined;
  const typed = before.slice(date[0].length);
  // Behind the colon anything may stand.
  if (/:(?![\d/])/.test(typed)) return nothing;
  const word = /[^\s,]*$/.exec(typed)![0];
  const words = typed.slice(0, typed.length - word.length).split(/[\s,]+/).filter(Boolean);
  const last = words.at(-1)?.toLowerCase();
  if (last === 'explained') return { ...forWord(place, word, explainedTimes(place)), incomplete: true };
  if (last === 'for') return forWord(place, dayWord.exec(word)![0], dayOffers([...openDays(place), ...pastDays(place)]), dayRest);
  const rest = /^[^\s,:]*/;
  const behind = after.slice(rest.exec(after)![0].length).split(/:(?![\d/])/)[0]!.split(/[\s,]+/).filter(Boolean);
  return { ...forWord(place, word, wordOffers(place, word, [...words, ...behind]), rest), incomplete: /^\d/.test(word) };
}

/** What an entry does not have yet, the likeliest first. */
function wordOffers(place: Place, typed: string, words: readonly string[]): Offer[] {
  const { block } = place.task!;
  const lower = words.map((word) => word.toLowerCase());
  const verb = lower.find(isVerb);
  const isRun = verb === undefined || verb === 'done';
  const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  const isMoney = verb === 'awarded' || verb === 'paid';
  return [
    ...(has(/^@/) ? [] : whoOffers(place, verb)),
    ...(isMoney && !has(/^[\d.,]+$|[€$£]/) ? amounts(place, typed).slice(0, 5) : []),
    ...(verb === undefined ? likelyVerbs(place).map(verbOffer) : []),
    ...(isRun && !hasDuration(lower) ? durations(place, typed, 'run') : []),
    ...(lower.includes('explained') ? [] : [wordOffer('explained', entryWords.explained)]),
    ...(lower.includes('for') || block.kind === 'one-off' ? [] : [wordOffer('for', entryWords.for)]),
    ...(has(/\/5$/) || verb === 'skipped' || verb === 'missed' ? [] : ratings),
  ];
}

/** A duration that is not the one behind `explained`. */
const hasDuration = (words: readonly string[]): boolean => words.some((word, i) => words[i - 1] !== 'explained' && parseDurationWord(word) !== undefined);

const wordOffer = (word: string, documentation: string): Offer => ({ label: word, icon: icon.keyword, documentation, text: `${word} `, again: true });

const ratings = [5, 4, 3, 2, 1, 0].map((rating): Offer => ({ label: `${rating}/5`, icon: icon.value, documentation: entryWords.rating }));

const verbOffer = (verb: Verb): Offer => ({ label: verb, icon: icon.keyword, documentation: verbMeanings[verb] });

function whoOffers(place: Place, verb: Verb | undefined): Offer[] {
  if (verb === 'posted' || verb === 'cancelled') return [];
  const { owner, backup, bids, kind, entries } = place.task!.block;
  const bidders = (bids?.rows ?? []).flatMap(({ bidder, isHandle }) => (isHandle ? [bidder] : []));
  const awarded = kind === 'one-off' ? entries.find((entry) => entry.verb === 'awarded')?.who?.handle : undefined;
  return people(place, [awarded, owner?.handle, backup?.handle, ...bidders]).slice(0, fewPeople);
}

/** What comes next for a job that has come so far. */
const nextVerbs: Readonly<Record<Stage, readonly Verb[]>> = {
  draft: ['posted', 'awarded', 'delivered'],
  posted: ['awarded', 'posted', 'cancelled'],
  awarded: ['delivered', 'paid', 'cancelled'],
  delivered: ['reviewed', 'paid'],
  reviewed: ['paid'],
  paid: ['reviewed'],
  cancelled: ['posted'],
};

const usual: readonly Verb[] = ['skipped', 'done', 'trained', 'handover', 'paused', 'resumed'];

function likelyVerbs({ task }: Place): Verb[] {
  const { block } = task!;
  const likely = block.kind === 'recurring' ? usual : nextVerbs[jobOf(block).stage];
  const others = verbs.filter((verb) => !likely.includes(verb) && (block.kind === 'recurring' ? !oneOffVerbs.has(verb) : oneOffVerbs.has(verb) || verb === 'reviewed' || verb === 'done'));
  return [...likely, ...others];
}
