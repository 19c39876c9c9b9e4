/** All rules, in the order of the table in PRODUCT terms: who, how, how often, jobs, reading, comments. */
import { missingOwner } from './missing-owner.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  missingOwner,
];

export const ruleOf = (code: string): Rule | undefined => rules.find((rule) => rule.code === code);
