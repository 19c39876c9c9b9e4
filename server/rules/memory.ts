/**
 * What the rules reported of sections, kept while it holds: a key in a note that is a thousand sections long has the rules
 * run over one of them, and the others, in most of which nothing is found, are not even looked at.
 */
import type { Roster } from '../model/roster.ts';
import type { Day } from '../notation/dates.ts';
import { type Section, sharedEnds } from '../notation/document.ts';
import type { Header } from '../notation/header.ts';
import type { Plan } from './plan.ts';
import type { Context, Fix, Passage, Report, Rule } from './rule.ts';

/** A report on a section, with its fixes as the section's. */
export interface Found extends Omit<Report, 'fixes'> {
  readonly rule: Rule;
  readonly fixes: ((passage: Passage, context: Context) => readonly Fix[]) | undefined;
}

/** What a local rule looks at besides the section. */
export interface Conditions {
  readonly header: Header;
  readonly roster: Roster;
  readonly today: Day | undefined;
  /** The rules that run. */
  readonly plan: Plan;
}

interface Remembered {
  /** What local rules found. */
  readonly local: readonly Found[];
  readonly all: readonly Found[];
}

/** A section of a note that is to be looked at each time. */
export interface Noted {
  readonly index: number;
  readonly found: readonly Found[];
  /** When what was found no longer holds although the section is as it was. */
  readonly fleeting: Fleeting;
}

/** Never; when lines of the note have moved, as it points to another place in the note; or with any change of the note. */
export type Fleeting = 'never' | 'when lines move' | 'always';

/** What was found in a version of a note; sections that are not noted had nothing. */
export interface Version {
  readonly sections: readonly Section[];
  readonly noted: readonly Noted[];
}

/** A section that is to be looked at, with what was found in it where that still holds. */
interface Look {
  readonly index: number;
  readonly held?: Noted;
}

/**
 * The sections that are to be looked at, in their order: those that were noted in the version before, where they now stand, new
 * ones, and those that a change elsewhere reaches.
 */
export function toLookAt(last: Version | undefined, sections: readonly Section[], reached: ReadonlySet<Section> = unreached): readonly Look[] {
  const before = last ?? nothingSeen;
  const { start, end } = sharedEnds(before.sections, sections);
  const [endBefore, endNow] = [before.sections.length - end, sections.length - end];
  const hasMoved = linesOf(before.sections, start, endBefore) !== linesOf(sections, start, endNow);
  const looks: Look[] = [];
  const look = (index: number, noted: Noted): void => {
    const holds = (noted.fleeting === 'never' || (noted.fleeting === 'when lines move' && !hasMoved)) && !reached.has(sections[index]!);
    looks.push(holds ? { index, held: noted } : { index });
  };
  for (const noted of before.noted) if (noted.index < start) look(noted.index, noted);
  for (let index = start; index < endNow; index++) looks.push({ index });
  for (const noted of before.noted) if (noted.index >= endBefore) look(noted.index + endNow - endBefore, noted);
  return reached.size > 0 ? withReached(looks, sections, reached) : looks;
}

function withReached(looks: readonly Look[], sections: readonly Section[], reached: ReadonlySet<Section>): Look[] {
  const known = new Set(looks.map(({ index }) => index));
  const all = [...looks];
  sections.forEach((section, index) => {
    if (reached.has(section) && !known.has(index)) all.push({ index });
  });
  return all.sort((a, b) => a.index - b.index);
}

const unreached: ReadonlySet<Section> = new Set();

const nothingSeen: Version = { sections: [], noted: [] };

function linesOf(sections: readonly Section[], from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i++) lines += sections[i]!.lineCount;
  return lines;
}

/** What is remembered of sections under some conditions. */
export interface Recall {
  /** `undefined` when nothing is, or it no longer holds. */
  of(section: Section): Remembered | undefined;
  keep(section: Section, remembered: Remembered): void;
  /** The version that was looked at last. */
  last: Version | undefined;
}

export class Memory {
  private readonly sections = new WeakMap<Section, Remembered & { readonly conditions: Conditions }>();
  private conditions: Conditions | undefined;
  private recall: Recall | undefined;
  private planned: { readonly from: readonly unknown[]; readonly plan: Plan } | undefined;

  /** What is made `from` the same values is the same plan. */
  plan(from: readonly unknown[], make: () => Plan): Plan {
    if (!this.planned?.from.every((each, i) => each === from[i])) this.planned = { from, plan: make() };
    return this.planned.plan;
  }

  /** Conditions that hold again give the same value, with all that it remembers. */
  under(conditions: Conditions): Recall {
    if (this.recall && areSame(this.conditions!, conditions)) return this.recall;
    this.conditions = conditions;
    return (this.recall = {
      of: (section) => {
        const known = this.sections.get(section);
        return known?.conditions === conditions ? known : undefined;
      },
      keep: (section, remembered) => void this.sections.set(section, { ...remembered, conditions }),
      last: undefined,
    });
  }
}

const areSame = (one: Conditions, other: Conditions): boolean =>
  one.header === other.header && one.roster === other.roster && one.today === other.today && one.plan === other.plan;
