/** What `Archive:` may point at: the functions of the archives that are known, as long as none links them. */
import { placeAt } from '../../model/archives.ts';
import { linkPath } from '../../model/processes.ts';
import { icon, type Offer, type Offers } from './offers.ts';
import type { Place } from './place.ts';

export function archives({ before, context: { document, folder } }: Place, start: number, end: number): Offers {
  const typed = before.slice(start);
  const offers: Offer[] = [];
  for (const file of folder.files.values()) {
    if (typeof file !== 'object' || !file.uri.endsWith('.archive.md')) continue;
    for (const { slug, title, line } of folder.outline(file).headings) {
      if (!placeAt(file, line) || folder.links.holders(`${file.uri}#${slug}`).length > 0) continue;
      const path = `${linkPath(document.uri, file.uri)}#${slug}`;
      const text = `[Older entries](${path})`;
      offers.push({ label: title, icon: icon.file, detail: path, text, filter: typed.startsWith('[') ? text : `${title} ${path}` });
    }
  }
  return { start, end, offers };
}
