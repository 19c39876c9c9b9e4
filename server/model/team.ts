/** Who a name that was typed may mean, and how somebody joins the team. */
import type { Document } from '../notation/document.ts';
import { addPerson } from '../notation/writeHeader.ts';
import type { TextEdit } from '../text.ts';
import { nearest } from './likeness.ts';
import type { Roster } from './roster.ts';
import type { Folder } from './workspace.ts';

/** The handles that a typed handle or name may mean, nearest first: by handle, by name, by one word of the name. */
export function nearestPeople(roster: Roster, typed: string, most = 3): string[] {
  const spellings = new Map<string, string[]>();
  const spell = (spelling: string, handle: string): void => {
    const known = spellings.get(spelling);
    if (known) known.push(handle);
    else spellings.set(spelling, [handle]);
  };
  for (const { handle, name = '' } of roster.people.values()) {
    const words = folded(name).split(' ').slice(0, 6);
    for (const spelling of new Set([folded(handle), words.join(''), ...words])) if (spelling !== '') spell(spelling, handle);
  }
  if (roster.delegator) spell(folded(roster.delegator.value), roster.delegator.value);
  const word = folded(typed).replaceAll(' ', '');
  const begun = word.length < 3 ? [] : [...spellings.keys()].filter((spelling) => spelling.startsWith(word)).sort();
  const near = nearest(word, spellings.keys(), 2 * most);
  const handles = [...near, ...begun].flatMap((spelling) => spellings.get(spelling)!);
  return [...new Set(handles)].slice(0, most);
}

/** Without accents, case and punctuation: `Inês Duarte` is `ines duarte`. */
function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Whether a text is written as a person's name is: `maria`, `Maria Silva`. */
export function isName(text: string): boolean {
  return text.length <= 60 && /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,3}$/u.test(text);
}

/** A handle for a name, one that nobody has: `Maria Silva` becomes `maria`, or `maria-silva` where there is a Maria. */
export function handleFor(name: string, roster: Roster): string | undefined {
  const words = folded(name).split(' ');
  return [words[0]!, words.join('-')].find((handle) => handle !== '' && !roster.people.has(handle));
}

/** The name that a handle suggests: `maria.silva` is most likely Maria Silva. */
export function nameFor(handle: string): string {
  return handle
    .split(/[._-]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** Writes somebody into the team: of this note if it has one, else of the note that holds the most of it, else here. */
export function addToTeam(folder: Folder, document: Document, handle: string, name: string): { uri: string; edits: TextEdit[] } | undefined {
  let home = document;
  if (document.header.team.length === 0) {
    for (const other of folder.documents.values()) {
      const more = other.header.team.length - home.header.team.length;
      // Of two of one size the first by name, whichever was read first.
      if (more > 0 || (more === 0 && home !== document && other.uri < home.uri)) home = other;
    }
  }
  const edit = addPerson(home, handle, name);
  return edit && { uri: home.uri, edits: [edit] };
}
