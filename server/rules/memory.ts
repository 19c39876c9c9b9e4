/**
 * What the rules reported of sections, kept while it holds: a key in a note that is a thousand sections long has the rules
 * run over one of them.
 */
import type { Roster } from '../model/roster.ts';
import type { Day } from '../notation/dates.ts';
import type { Section } from '../notation/document.ts';
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

/** What is remembered of sections under some conditions. */
export interface Recall {
  /** `undefined` when nothing is, or it no longer holds. */
  of(section: Section): Remembered | undefined;
  keep(section: Section, remembered: Remembered): void;
}

export class Memory {
  private readonly sections = new WeakMap<Section, Remembered & { readonly conditions: Conditions }>();
  private conditions: Conditions | undefined;

  under(conditions: Conditions): Recall {
    const now = this.sameAsLast(conditions);
    return {
      of: (section) => {
        const known = this.sections.get(section);
        return known?.conditions === now ? known : undefined;
      },
      keep: (section, remembered) => void this.sections.set(section, { ...remembered, conditions: now }),
    };
  }

  /** Conditions that hold again are the same value, so that one look tells for each section. */
  private sameAsLast(now: Conditions): Conditions {
    const last = this.conditions;
    const isSame = last?.header === now.header && last.roster === now.roster && last.today === now.today && last.rules === now.rules;
    return isSame ? last : (this.conditions = now);
  }
}
