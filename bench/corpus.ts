/** Notes made from a seed: front matter, headings, bullet fields, dated lines, prose, code and tables, as people mix them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, formatDay } from '../server/notation/dates.ts';

/** Mulberry32: the same numbers from the same seed, on every machine. From 0 to below 1. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const people = ['maria', 'jon', 'lin', 'alex', 'priya', 'tom'];
const words =
  'invoice client order stock delivery customer week report photo bike repair window price supplier list note call mail morning ' +
  'check answer copy count sign send pay plan write print store open close before after every month Friday with without the a for';
const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo zu bran stel mor fen lix dar pol kin tas wer'.split(' ');
const vocabulary = words.split(' ');

/** Of the day that the bench takes for today. */
const lastFriday = dayOf(2026, 11, 20);

const frontMatter = `---
delegate: 1
business: Brightside Studio
timezone: Europe/London
holidays: [2026-08-31, 2026-12-25, 2026-12-28]
currency: EUR
team:
  alex:  { name: Alex Kim, role: founder, rate: 60 }
  maria: { name: Maria Silva, role: operations, time: part-time, hours: 20, since: 2026-05-04 }
  jon:   { name: Jon Park, role: marketing, time: full-time, hours: 38, since: 2025-09-01 }
  lin:   { name: Lin Chen, role: photographer, time: contract }
  priya: { name: Priya Rao, role: support }
  tom:   { name: Tom Hale, role: workshop }
---

`;

class Writer {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = random(seed);
  }

  private number(below: number): number {
    return Math.floor(this.next() * below);
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.number(from.length)]!;
  }

  private phrase(length: number): string {
    return Array.from({ length }, () => this.pick(vocabulary)).join(' ');
  }

  private sentence(): string {
    const text = this.phrase(6 + this.number(12));
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  }

  private day(): string {
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${2024 + this.number(2)}-${two(1 + this.number(12))}-${two(1 + this.number(28))}`;
  }

  private prose(): string {
    return `${Array.from({ length: 2 + this.number(4) }, () => this.sentence()).join('\n')}\n\n`;
  }

  private entries(): string {
    return Array.from({ length: 3 + this.number(10) }, () => {
      const explained = this.next() < 0.3 ? ` explained ${5 + this.number(50)}m` : '';
      const rating = this.next() < 0.4 ? ` ${3 + this.number(3)}/5` : '';
      const feedback = this.next() < 0.15 ? `  - ${this.pick(['Liked', 'Disliked'])}: ${this.sentence()}\n` : '';
      return `- ${this.day()} @${this.pick(people)} ${1 + this.number(3)}h ${this.number(60)}m${explained}${rating}: ${this.sentence()}\n${feedback}`;
    }).join('');
  }

  private recurring(): string {
    const steps = [1, 2, 3, 4].map((n) => `${n}. ${this.sentence()}\n`).join('');
    return (
      `## ${this.phrase(4)} ${this.number(1e6)} (recurring)\n\n` +
      `- Owner: @${this.pick(people)}\n- Backup: @${this.pick(people)}\n- Cadence: ${this.pick(['every Friday', 'monthly', 'every weekday'])}\n` +
      `- Process: below\n- Estimate: 1h 30m\n\n${this.prose()}${steps}\n${this.entries()}\n`
    );
  }

  private oneOff(): string {
    return (
      `## ${this.phrase(5)} ${this.number(1e6)} (one-off)\n\n- Budget: 300 EUR\n- Due: 2026-12-20\n- Estimate: 3h\n\n${this.prose()}` +
      `| Bid   | Price   | Days | Note |\n| ----- | ------: | ---: | ---- |\n| @lin  | 280 EUR |   10 | ${this.phrase(4)} |\n| Tomek | 190 EUR |   14 | ${this.phrase(5)} |\n\n` +
      `- ${this.day()} posted explained 1h 10m: ${this.sentence()}\n- [x] ${this.day()} ${this.phrase(2)}: 90 EUR\n\n`
    );
  }

  private notes(): string {
    return `## ${this.phrase(3)}\n\n${this.prose()}${this.prose()}\`\`\`sh\ncurl -s ${this.phrase(6)} | sort\n\`\`\`\n\n- ${this.sentence()}\n- ${this.sentence()}\n\n`;
  }

  /** A function that is done every Friday in about the time it should take, and needs no more explaining. */
  private keptRecurring(): string {
    const runs = 3 + this.number(10);
    const entries = Array.from({ length: runs }, (_, i) => {
      const explained = i === runs - 1 ? ` explained ${20 + this.number(20)}m` : '';
      const feedback = i === runs - 1 || this.next() < 0.1 ? `  - Liked: ${this.sentence()}\n` : '';
      return `- ${formatDay(lastFriday - 7 * i)} @${this.pick(people)} 1h ${20 + this.number(20)}m${explained} ${4 + this.number(2)}/5: ${this.sentence()}\n${feedback}`;
    }).join('');
    const owner = this.number(people.length);
    const steps = [1, 2, 3, 4].map((n) => `${n}. ${this.sentence()}\n`).join('');
    return (
      `## ${this.phrase(4)} ${this.number(1e6)} (recurring)\n\n` +
      `- Owner: @${people[owner]}\n- Backup: @${people[(owner + 1) % people.length]}\n- Cadence: every Friday\n- Process: below\n- Estimate: 1h 30m\n\n${this.prose()}${steps}\n${entries}\n`
    );
  }

  /** A word that hardly any other job has: those of a well-kept note are not the same job again and again. */
  private name(): string {
    return Array.from({ length: 4 }, () => this.pick(syllables)).join('');
  }

  private keptOneOff(): string {
    return (
      `## ${this.phrase(1)} the ${this.name()} ${this.name()} of ${this.name()} (one-off)\n\n- Budget: 300 EUR\n- Due: 2026-12-20\n- Estimate: 3h\n\n${this.prose()}` +
      `| Bid   | Price   | Days | Note |\n| ----- | ------: | ---: | ---- |\n| @lin  | 280 EUR |   10 | ${this.phrase(4)} |\n| Tomek | 190 EUR |   14 | ${this.phrase(5)} |\n\n` +
      `- ${formatDay(lastFriday - this.number(20))} posted explained 20m: ${this.sentence()}\n\n`
    );
  }

  note(size: number, isKept: boolean): string {
    const parts = [frontMatter, `# ${this.phrase(2)}\n\n${this.prose()}`];
    let length = parts.join('').length;
    while (length < size) {
      const roll = this.next();
      const kept = isKept && this.next() < 0.97;
      const part = roll < 0.45 ? (kept ? this.keptRecurring() : this.recurring()) : roll < 0.7 ? (kept ? this.keptOneOff() : this.oneOff()) : this.notes();
      parts.push(part);
      length += part.length;
    }
    return `${parts.join('').slice(0, size).trimEnd()}\n`;
  }
}

/** A note of about `size` characters, in which about every third task has something to be found. */
export const note = (size: number, seed = 1): string => new Writer(seed).note(size, false);

/** The same as somebody keeps it who heeds what is found: something is found in one task of fifty. */
export const keptNote = (size: number, seed = 1): string => new Writer(seed).note(size, true);

/** Makes a folder of notes of so many characters, each of another seed. */
export function writeNotes(folder: string, count: number, size: number, write = keptNote): void {
  for (let i = 0; i < count; i++) {
    const below = join(folder, `team-${Math.floor(i / 100)}`);
    if (i % 100 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `note-${i}.delegate.md`), write(size, i + 1));
  }
}
