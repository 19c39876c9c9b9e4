/** Tasks and people of the whole workspace, found by some letters of their names. */
import type { SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { WorkspaceContext } from '../context.ts';
import { foldQuery, misfitOf } from '../model/fuzzy.ts';
import { fileName } from '../model/wording.ts';
import type { Folder } from '../model/workspace.ts';
import { type Range, toRange } from '../text.ts';

/** LSP's Function for what recurs, Event for what happens once, Variable for people. */
const kinds = { recurring: 12, 'one-off': 24, person: 13 } as const satisfies Record<string, SymbolKind>;

/** Nobody reads on; who does not find it types another letter. */
const most = 200;

interface Candidate {
  readonly name: string;
  readonly misfit: number;
  readonly kind: SymbolKind;
  readonly uri: string;
  readonly range: Range;
  /** Beside the name: whose it is, and where. */
  readonly container: string;
}

export function workspaceSymbols({ folders, spelled }: WorkspaceContext, query: string): SymbolInformation[] {
  const folded = foldQuery(query);
  const found = folders.flatMap((folder) => [...people(folder, folded), ...tasks(folder, folded)]);
  found.sort((a, b) => a.misfit - b.misfit || a.name.length - b.name.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return found.slice(0, most).map(({ name, kind, uri, range, container }) => ({ name, kind, location: { uri: spelled(uri), range }, containerName: container }));
}

function* tasks(folder: Folder, query: string): Generator<Candidate> {
  for (const { document: { uri }, block, firstLine } of folder.tasks()) {
    const misfit = block.title === '' ? undefined : misfitOf(query, block.title);
    if (misfit === undefined) continue;
    const owner = block.owner ? `@${block.owner.handle}, ` : '';
    yield { name: block.title, misfit, kind: kinds[block.kind], uri, range: toRange(block.titleAt, firstLine), container: `${owner}${fileName(uri, folder)}` };
  }
}

function* people(folder: Folder, query: string): Generator<Candidate> {
  for (const { handle, name, uri, at } of folder.roster.people.values()) {
    const shown = `@${handle}`;
    const misfit = misfitOf(query, shown) ?? (name === undefined ? undefined : misfitOf(query, name));
    if (misfit !== undefined) yield { name: shown, misfit, kind: kinds.person, uri, range: toRange(at), container: name ?? fileName(uri, folder) };
  }
}
