/** `Same as:` the titles of other one-offs, those that share the most words with the task's own first. */
import { byTitle } from '../../model/likeness.ts';
import { foldTitle } from '../../model/titles.ts';
import type { Task } from '../../notation/document.ts';
import { icon, type Offer, type Offers } from './offers.ts';
import type { Place } from './place.ts';

/** Titles that are compared word by word, and those that are offered. */
const mostCompared = 500;
const most = 50;

export function sameTitles({ before, context: { folder } }: Place, { block }: Task, start: number, end: number): Offers {
  const own = foldTitle(block.title);
  const typed = foldTitle(before.slice(start));
  const roots = (own.match(/[\p{L}\p{N}]{4,}/gu) ?? []).slice(0, 8).map((word) => word.slice(0, 6));
  const like: { title: string }[] = [];
  const others: { title: string }[] = [];
  for (const [title, tasks] of folder.titles.tasks) {
    const job = title === own ? undefined : tasks.find((task) => task.block.kind === 'one-off');
    if (!job || (typed !== '' && !title.includes(typed))) continue;
    if (roots.some((root) => title.includes(root))) {
      if (like.length < mostCompared) like.push({ title: job.block.title });
    } else if (others.length < most) {
      others.push({ title: job.block.title });
    }
  }
  const titles = [...byTitle(block.title, like, most), ...others].slice(0, most);
  const none: Offer = { label: 'none', icon: icon.keyword, documentation: 'No earlier task is the same job, however alike they look.' };
  return { start, end, offers: [...titles.map(({ title }): Offer => ({ label: title, icon: icon.reference })), none], incomplete: true };
}
