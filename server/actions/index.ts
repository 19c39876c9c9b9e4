/** All actions. A new one is a file here, its name in protocol.ts, and a line in this list. */
import type { ActionName } from '../protocol.ts';
import type { Action } from './action.ts';
import { addFeedback } from './addFeedback.ts';
import { addReview } from './addReview.ts';
import { assignOwner } from './assignOwner.ts';
import { logCompletion } from './logCompletion.ts';
import { markDelivered } from './markDelivered.ts';
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
};
