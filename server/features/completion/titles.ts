/** `Same as:` the titles of other one-offs, those that share the most words with the task's own first. */
import { byTitle } from '../../model/likeness.ts';
import type { Task } from '../../notation/document.ts';
import { icon, type Offer, type Offers } from './offers.ts';
import type { Place } from './place.ts';

/** Titles that are looked at closely, and those that are offered. */
const mostCompared = 200;
const most = 50;

export function sameTitles({ before, context: { folder } }: Place, { block }: Task, start: number, end: number): Offers {
  const own = block.title.toLowerCase();
  const typed = before.slice(start).trim().toLowerCase();
  const roots = (own.match(/[\p{L}\p{N}]{4,}/gu) ?? []).slice(0, 8).map((word) => word.slice(0, 6));
  const like = new Map<string, { title: string }>();
  const others = new Map<string, { title: string }>();
  for (const { jobs } of folder.summary()) {
    for (const title of jobs) {
      const folded = title.toLowerCase();
      const group = roots.some((root) => folded.includes(root)) ? like : others;
      if (title !== '' && group.size < mostCompared && folded.includes(typed) && folded !== own) group.set(folded, { title });
    }
  }
  const titles = [...byTitle(block.title, [...like.values()], most), ...others.values()].slice(0, most);
  const none: Offer = { label: 'none', icon: icon.keyword, documentation: 'No earlier task is the same job, however alike they look.' };
  return { start, end, offers: [...titles.map(({ title }): Offer => ({ label: title, icon: icon.reference })), none], incomplete: true };
}
