/** The phrases that a text which is no cadence may have been meant as. */
import { catalogue } from './catalogue.ts';
import type { Misfit } from './misfit.ts';
import { knownWords, wordOf } from './vocabulary.ts';

/** The canonical form of a phrase that can be read; `undefined` for others. */
export type Reader = (phrase: string) => string | undefined;

const most = 3;

/**
 * Three phrases, nearest first: what the place of the mistake suggests, the text with its wrong word mended, up to it or
 * without it, the words in front that can be read, examples, and then those of the catalogue that are written most alike.
 */
export function nearestPhrases(text: string, misfit: Misfit, read: Reader): string[] {
  const found = new Set<string>();
  for (const phrase of candidates(text, misfit)) {
    const canonical = read(phrase);
    if (canonical !== undefined) found.add(canonical);
    if (found.size === most) break;
  }
  return [...found];
}

function* candidates(text: string, { start, end, hints, examples }: Misfit): Generator<string> {
  const [before, word, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  yield* hints;
  if (word !== '' && !wordOf(word.toLowerCase())) for (const known of likest(word, knownWords, 4, 0.45)) yield before + known + after;
  yield before;
  yield before + after;
  const words = before.trim().split(/\s+/);
  for (let count = words.length - 1; count > 0 && count > words.length - 5; count--) yield words.slice(0, count).join(' ');
  yield* examples;
  yield* likest(text.slice(0, 80), catalogue, catalogue.length, 0);
}

function likest(text: string, others: readonly string[], count: number, least: number): string[] {
  const pairs = pairsOf(text);
  return others
    .map((other) => ({ other, like: likeness(pairs, pairsOf(other)) }))
    .filter(({ like }) => like >= least)
    .sort((a, b) => b.like - a.like)
    .slice(0, count)
    .map(({ other }) => other);
}

/** Pairs of neighbouring letters, with the edges of the text: words share them still when letters are missing or swapped. */
function pairsOf(text: string): Set<string> {
  const padded = ` ${text.toLowerCase()} `;
  const pairs = new Set<string>();
  for (let i = 1; i < padded.length; i++) pairs.add(padded.slice(i - 1, i + 1));
  return pairs;
}

/** Dice's coefficient: from 0 for nothing in common to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of b) if (a.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}
