/** The rules that run over a note, by what they are given: no rule is asked about what it would only turn away. */
import type { Kind } from '../notation/keys.ts';
import { rules } from './index.ts';
import type { Rule } from './rule.ts';

/** Rules of sections: of each one, and of those that are tasks of a kind. */
export interface SectionRules extends Readonly<Record<Kind, Rule[]>> {
  readonly each: Rule[];
}

export interface Plan {
  readonly active: readonly Rule[];
  /** They look at nothing beyond the section, the header, the people and the day. */
  readonly local: SectionRules;
  readonly reaching: SectionRules;
  readonly ofDocument: readonly Rule[];
  readonly ofUnused: Rule | undefined;
}

export function planOf(isActive: (rule: Rule) => boolean): Plan {
  const active: Rule[] = [];
  const local: SectionRules = { each: [], recurring: [], 'one-off': [] };
  const reaching: SectionRules = { each: [], recurring: [], 'one-off': [] };
  const ofDocument: Rule[] = [];
  let ofUnused: Rule | undefined;
  for (const rule of rules) {
    if (!isActive(rule)) continue;
    active.push(rule);
    const ofSections = rule.isLocal ? local : reaching;
    if (rule.checkSection) ofSections.each.push(rule);
    if (rule.checkTask && rule.kind !== 'one-off') ofSections.recurring.push(rule);
    if (rule.checkTask && rule.kind !== 'recurring') ofSections['one-off'].push(rule);
    if (rule.checkDocument) ofDocument.push(rule);
    if (rule.checkUnused) ofUnused = rule;
  }
  return { active, local, reaching, ofDocument, ofUnused };
}
