/** People, as an editor lets one of them be picked. */
import type { ChangeContext } from '../model/changes/closes.ts';
import { hoursAWeek } from '../model/workload.ts';
import type { Choice } from '../protocol.ts';
import { joined, short } from '../rules/wording.ts';

/** Who it is, what of their hours is taken, and how many functions they own. */
export function personChoice(handle: string, { folder, today }: ChangeContext): Choice {
  const person = folder.roster.people.get(handle);
  const workload = folder.workloads(today).of(handle);
  const owned = workload?.owned ?? 0;
  const functions = owned === 0 ? 'owns nothing yet' : owned === 1 ? 'owns one function' : `owns ${owned} functions`;
  return {
    value: `@${handle}`,
    label: `@${short(handle)}`,
    description: joined([person?.name, person?.role, person?.time].map((word) => word && short(word))),
    detail: workload ? `${hoursAWeek(workload)}, ${functions}` : functions,
  };
}
