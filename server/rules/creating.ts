/** Making the process document of a task that has none, as fixes. */
import { newProcess } from '../model/changes/process.ts';
import type { Task } from '../notation/document.ts';
import type { Context, Fix } from './rule.ts';
import { short } from './wording.ts';

export function creating(task: Task, { folder }: Context): Fix[] {
  const made = newProcess(task, folder);
  if (!made) return [];
  const path = short(made.path);
  const fixes: Fix[] = [];
  if (made.link) fixes.push({ title: `Link ${path}, which is there already`, ...made.link });
  if (made.fromTemplate) fixes.push({ title: `Create ${path} from a template`, ...made.fromTemplate });
  if (made.draft) fixes.push({ title: `Draft ${path} from the brief and the feedback`, ...made.draft });
  return fixes;
}
