/**
 * What the rules reported of sections, kept while it holds: a key in a note that is a thousand sections long has the rules
 * run over one of them, and the others, in most of which nothing is found, are not even looked at.
 */
import type { Roster } from '../model/roster.ts';
import type { Day } from '../notation/dates.ts';
import { type Section, sharedEnds } from '../notation/document.ts';
import type { Header } from '../notation/header.ts';
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
  /** The codes of the rules that run. */
  readonly rules: string;
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

/** The sections that are to be looked at, in their order: those that were noted in the version before, where they now stand, and new ones. */
export function* toLookAt(last: Version | undefined, sections: readonly Section[]): Generator<Look> {
  const before = last ?? nothingSeen;
  const { start, end } = sharedEnds(before.sections, sections);
  const [endBefore, endNow] = [before.sections.length - end, sections.length - end];
  const hasMoved = linesOf(before.sections, start, endBefore) !== linesOf(sections, start, endNow);
  const look = (index: number, noted: Noted): Look => (noted.fleeting === 'never' || (noted.fleeting === 'when lines move' && !hasMoved) ? { index, held: noted } : { index });
  for (const noted of before.noted) if (noted.index < start) yield look(noted.index, noted);
  for (let index = start; index < endNow; index++) yield { index };
  for (const noted of before.noted) if (noted.index >= endBefore) yield look(noted.index + endNow - endBefore, noted);
}

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
  one.header === other.header && one.roster === other.roster && one.today === other.today && one.rules === other.rules;
