/** What `Process:` may point at: documents, headings of this note or of a document, the list below. */
import type { NoteContext } from '../../context.ts';
import { byTitle } from '../../model/likeness.ts';
import { anchorsOf, titleOf } from '../../model/outline.ts';
import { linkPath, processFolder, processLink, resolvePath } from '../../model/processes.ts';
import { kindOf } from '../../notation/blocks.ts';
import type { Document, Task } from '../../notation/document.ts';
import { icon, type Offer, type Offers } from './offers.ts';
import type { Place } from './place.ts';

/** Documents that are offered; nobody reads a longer menu. */
const most = 60;

interface Found {
  readonly uri: string;
  readonly title: string;
}

export function processes(place: Place, task: Task, start: number, end: number): Offers {
  const { before, after, context } = place;
  const typed = before.slice(start);
  const anchor = /([^\s()<>[\]#]*)#([^\s()<>[\]#]*)$/.exec(typed);
  if (anchor) {
    const path = anchor[1]!;
    return inTarget(after, start + anchor.index + path.length, before, anchors(context, path, anchor[2]));
  }
  const target = /\]\(\s*<?([^\s()<>]*)$/.exec(typed);
  if (target) return inTarget(after, before.length - target[1]!.length, before, paths(context, task, target[1]!));
  const links = documents(context, task, typed).map(({ uri, title }): Offer => {
    const path = linkPath(context.uri, uri);
    const link = processLink(title, context.uri, uri);
    // A path is held against paths, and a link against links.
    return { label: title, icon: icon.file, detail: path, text: link, filter: typed.startsWith('[') ? link : /[/.]/.test(typed) ? path : `${title} ${path}`, subject: { process: uri } };
  });
  const below: Offer = { label: 'below', icon: icon.keyword, documentation: 'The numbered list in the block.' };
  const headings = typed === '' ? anchors(context, '') : [];
  return { start, end, offers: task.block.steps.length > 0 ? [below, ...links, ...headings] : [...links, below, ...headings], incomplete: true };
}

/** The rest of a link's target is replaced with it; the bracket that closes it stays. */
function inTarget(after: string, start: number, before: string, offers: readonly Offer[]): Offers {
  return { start, end: before.length + /^[^\s()<>]*/.exec(after)![0].length, offers, incomplete: true };
}

function paths(context: NoteContext, task: Task, typed: string): Offer[] {
  const found = documents(context, task, typed).map(({ uri, title }): Offer => ({ label: linkPath(context.uri, uri), icon: icon.file, detail: title, subject: { process: uri } }));
  return [...found, ...(typed === '' ? anchors(context, '') : [])];
}

/** The headings of a document, or of this note those that are no tasks: the first that have the typed letters. */
function anchors({ document, folder }: NoteContext, path: string, typed = ''): Offer[] {
  const file = path === '' ? document : folder.file(resolvePath(folder.uri, document.uri, decoded(path)));
  const offers: Offer[] = [];
  if (typeof file !== 'object') return offers;
  for (const { title, slug } of anchorsOf(file)) {
    const filter = `#${slug} ${title}`;
    if (slug === '' || kindOf(title) !== undefined || !filter.toLowerCase().includes(typed.toLowerCase())) continue;
    offers.push({ label: `#${slug}`, icon: icon.reference, detail: title, filter });
    if (offers.length === most) break;
  }
  return offers;
}

/** The documents that are linked to anywhere, and those beside them: those whose titles are most like the task's first. */
function documents(context: NoteContext, task: Task, typed: string): Found[] {
  const { document, folder, markdownIn } = context;
  const found = new Map<string, Found>();
  const add = (uri: string, file: Document | undefined): void => {
    if (!found.has(uri) && folder.contains(uri) && !/\.(?:delegate|archive)\.md$/.test(uri)) found.set(uri, { uri, title: (file && titleOf(file)) || titleFor(uri) });
  };
  for (const [uri, file] of folder.files) if (typeof file === 'object') add(uri, file);
  for (const parent of new Set([processFolder(document, folder), folderTyped(context, typed)])) {
    if (parent === undefined || !(folder.contains(parent) || parent === folder.uri)) continue;
    for (const uri of markdownIn(parent)) {
      const file = folder.file(uri);
      add(uri, typeof file === 'object' ? file : undefined);
    }
  }
  const all = [...found.values()];
  const word = wordTyped(typed).toLowerCase();
  const meant = all.length > most ? all.filter(({ uri, title }) => `${linkPath(document.uri, uri)} ${title}`.toLowerCase().includes(word)) : all;
  return byTitle(task.block.title, meant, most);
}

const wordTyped = (typed: string): string => /[^\s()<>[\]]*$/.exec(typed)![0];

/** The folder of a path that is being typed. */
function folderTyped({ document, folder }: NoteContext, typed: string): string | undefined {
  const path = wordTyped(typed);
  const slash = path.lastIndexOf('/');
  return slash < 0 ? undefined : resolvePath(folder.uri, document.uri, `${decoded(path.slice(0, slash))}/x`).slice(0, -2);
}

/** A title for a file that has not been read: `processes/month-end.md` is most likely Month end. */
function titleFor(uri: string): string {
  const name = decoded(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.\w+$/, '').replace(/[-_]+/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How much a process document says, and when it was last reviewed. */
export function processDocumentation({ folder }: NoteContext, uri: string): string | undefined {
  const file = folder.file(uri);
  if (typeof file !== 'object') return undefined;
  const { steps, words } = folder.outline(file).whole;
  return `${steps === 1 ? '1 step' : `${steps} steps`}, ${words === 1 ? '1 word' : `${words} words`}.`;
}
