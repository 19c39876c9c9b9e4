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
  /** Whether what was found no longer holds when anything in the note has changed. */
  readonly isFleeting: boolean;
}

/** What was found in a version of a note; sections that are not noted had nothing. */
export interface Version {
  readonly sections: readonly Section[];
  readonly noted: readonly Noted[];
}

/** The sections that are to be looked at, in their order: those that were noted in the version before, where they now stand, and new ones. */
export function* toLookAt(last: Version | undefined, sections: readonly Section[]): Generator<{ readonly index: number; readonly noted?: Noted }> {
  const { start, end } = last ? sharedEnds(last.sections, sections) : { start: 0, end: 0 };
  for (const noted of last?.noted ?? []) if (noted.index < start) yield { index: noted.index, noted };
  for (let index = start; index < sections.length - end; index++) yield { index };
  const before = last?.sections.length ?? 0;
  for (const noted of last?.noted ?? []) if (noted.index >= before - end) yield { index: noted.index + sections.length - before, noted };
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
