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

interface Remembered extends Conditions {
  readonly local: readonly Found[];
  /** The two together. */
  readonly all: readonly Found[];
}

export class Memory {
  private readonly sections = new WeakMap<Section, Remembered>();

  /** What is remembered of a section; `undefined` when it no longer holds. */
  of(section: Section, { header, roster, today, rules }: Conditions): Remembered | undefined {
    const known = this.sections.get(section);
    const holds = known?.header === header && known.roster === roster && known.today === today && known.rules === rules;
    return holds ? known : undefined;
  }

  keep(section: Section, remembered: Remembered): void {
    this.sections.set(section, remembered);
  }
}
