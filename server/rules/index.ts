/** All rules, in the order of the table in PRODUCT terms: who, how, how often, jobs, reading, comments. */
import { missingOwner } from './missing-owner.ts';
import { missingProcess } from './missing-process.ts';
import { brokenProcessLink } from './broken-process-link.ts';
import { emptyProcess } from './empty-process.ts';
import { staleProcess } from './stale-process.ts';
import { processOlderThanFeedback } from './process-older-than-feedback.ts';
import { missingCadence } from './missing-cadence.ts';
import { invalidCadence } from './invalid-cadence.ts';
import { ambiguousCadence } from './ambiguous-cadence.ts';
import { lossyCadence } from './lossy-cadence.ts';
import { missingBackup } from './missing-backup.ts';
import { backupIsOwner } from './backup-is-owner.ts';
import { unknownPerson } from './unknown-person.ts';
import { departedOwner } from './departed-owner.ts';
import { ownerAway } from './owner-away.ts';
import { ownerOverloaded } from './owner-overloaded.ts';
import { soleKeeper } from './sole-keeper.ts';
import { overdue } from './overdue.ts';
import { neverDone } from './never-done.ts';
import { noFeedback } from './no-feedback.ts';
import { repeatedDislike } from './repeated-dislike.ts';
import { estimateDrift } from './estimate-drift.ts';
import { notLearning } from './not-learning.ts';
import { repeatedOneOff } from './repeated-one-off.ts';
import { explainingExceedsDoing } from './explaining-exceeds-doing.ts';
import { missingBrief } from './missing-brief.ts';
import { missingBudget } from './missing-budget.ts';
import { missingDue } from './missing-due.ts';
import { awardWithoutBid } from './award-without-bid.ts';
import { awardOverBudget } from './award-over-budget.ts';
import { stalePost } from './stale-post.ts';
import { pastDue } from './past-due.ts';
import { missingReview } from './missing-review.ts';
import { entryOrder } from './entry-order.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { futureEntry } from './future-entry.ts';
import { brokenArchiveLink } from './broken-archive-link.ts';
import { unreadableEntry } from './unreadable-entry.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidDuration } from './invalid-duration.ts';
import { invalidAmount } from './invalid-amount.ts';
import { unknownField } from './unknown-field.ts';
import { duplicateField } from './duplicate-field.ts';
import { duplicateTask } from './duplicate-task.ts';
import { duplicatePerson } from './duplicate-person.ts';
import { invalidFrontMatter } from './invalid-front-matter.ts';
import { unsafeFrontMatter } from './unsafe-front-matter.ts';
import { unusedDisable } from './unused-disable.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  missingOwner,
  missingProcess,
  brokenProcessLink,
  emptyProcess,
  staleProcess,
  processOlderThanFeedback,
  missingCadence,
  invalidCadence,
  ambiguousCadence,
  lossyCadence,
  missingBackup,
  backupIsOwner,
  unknownPerson,
  departedOwner,
  ownerAway,
  ownerOverloaded,
  soleKeeper,
  overdue,
  neverDone,
  noFeedback,
  repeatedDislike,
  estimateDrift,
  notLearning,
  repeatedOneOff,
  explainingExceedsDoing,
  missingBrief,
  missingBudget,
  missingDue,
  awardWithoutBid,
  awardOverBudget,
  stalePost,
  pastDue,
  missingReview,
  entryOrder,
  duplicateEntry,
  futureEntry,
  brokenArchiveLink,
  unreadableEntry,
  invalidDate,
  invalidDuration,
  invalidAmount,
  unknownField,
  duplicateField,
  duplicateTask,
  duplicatePerson,
  invalidFrontMatter,
  unsafeFrontMatter,
  unusedDisable,
];
