/** All actions. A new one is a file here, its name in protocol.ts, and a line in this list. */
import type { ActionName } from '../protocol.ts';
import type { Action } from './action.ts';
import { addFeedback } from './addFeedback.ts';
import { addReview } from './addReview.ts';
import { archiveEntries } from './archiveEntries.ts';
import { assignOwner } from './assignOwner.ts';
import { convertToRecurring } from './convertToRecurring.ts';
import { copyJobPost } from './copyJobPost.ts';
import { createProcess } from './createProcess.ts';
import { draftProcess } from './draftProcess.ts';
import { logCompletion } from './logCompletion.ts';
import { markDelivered } from './markDelivered.ts';
import { markReviewed } from './markReviewed.ts';
import { pause } from './pause.ts';
import { recordAward } from './recordAward.ts';
import { resume } from './resume.ts';
import { skipOccurrence } from './skipOccurrence.ts';

export const actions: Readonly<Record<ActionName, Action>> = {
  logCompletion,
  skipOccurrence,
  pause,
  resume,
  addFeedback,
  recordAward,
  markDelivered,
  addReview,
  assignOwner,
  archiveEntries,
  convertToRecurring,
  createProcess,
  draftProcess,
  markReviewed,
  copyJobPost,
};
