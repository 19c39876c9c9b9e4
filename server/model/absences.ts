/** When somebody is away, and who does their work meanwhile. */
import type { Day } from '../notation/dates.ts';
import type { Task } from '../notation/document.ts';
import type { Person } from '../notation/header.ts';
import type { Mention } from '../notation/inline.ts';
import { entriesOf } from './archives.ts';
import { isThere } from './roster.ts';
import type { Span } from './schedule/pauses.ts';
import { joinSpans } from './schedule/pauses.ts';
import type { Folder } from './workspace.ts';

/** The days around one on which somebody is away; `undefined` where they are there. */
export function absenceOn({ away }: Person, day: Day): Span | undefined {
  return joinSpans(away.map(([from, until]) => ({ from, until }))).find(({ from, until }) => from <= day && day <= until);
}

/** Whether somebody has begun, has not left and is not away on a day. */
export const isPresent = (person: Person, day: Day): boolean => isThere(person, day) && !person.away.some(([from, until]) => from <= day && day <= until);

/**
 * Who does a function while its owner is away: `- 2026-11-23 @jon handover for 2026-11-30` hands over all that is due in the
 * absence that the day named lies in, and no more, so that nothing has to be handed back.
 */
export function standIn(task: Task, folder: Folder, { from, until }: Span): Mention | undefined {
  const { owner } = task.block;
  const handover = entriesOf(task, folder).find(({ verb, who, forDate }) => verb === 'handover' && who && who.handle !== owner?.handle && forDate && from <= forDate.value && forDate.value <= until);
  return handover?.who;
}
