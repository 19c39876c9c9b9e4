/** All actions. A new one is a file here, its name in protocol.ts, and a line in this list. */
import type { ActionName } from '../protocol.ts';
import type { Action } from './action.ts';
import { archiveEntries } from './archiveEntries.ts';
import { logCompletion } from './logCompletion.ts';
import { skipOccurrence } from './skipOccurrence.ts';

export const actions: Readonly<Record<ActionName, Action>> = { logCompletion, skipOccurrence, archiveEntries };
