/** Completion: what may stand where the cursor is. One file of `completion/` for each kind of thing that is offered. */
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { taskAt } from '../notation/document.ts';
import type { Position, Range } from '../text.ts';
import { headingKinds, newBlocks } from './completion/blocks.ts';
import { cadenceDocumentation } from './completion/cadences.ts';
import { comments } from './completion/directives.ts';
import { entryHead } from './completion/entries.ts';
import { fieldValues } from './completion/fieldValues.ts';
import { frontMatter } from './completion/frontMatter.ts';
import { itemBeginnings } from './completion/items.ts';
import { nothing, type Offer, type Offers, type Source, type Subject } from './completion/offers.ts';
import { mentions } from './completion/people.ts';
import { isCode, isHtml, type Place, placeAt } from './completion/place.ts';
import { processDocumentation } from './completion/processes.ts';

/** The first that knows a place has it. */
const sources: readonly Source[] = [
  frontMatter,
  (place) => (isCode(place) ? nothing : undefined),
  comments,
  (place) => (isHtml(place) ? nothing : undefined),
  fieldValues,
  mentions,
  headingKinds,
  entryHead,
  itemBeginnings,
  newBlocks,
];

/** Items of a list; of longer ones, those that have the typed letters. */
const most = 500;

/** What finds again what an item is about, when its documentation is asked for. */
interface ItemReference {
  readonly uri: string;
  readonly line: number;
  readonly subject: Subject;
}

/** `typed` is the character that brought the editor to ask; `undefined` where a user did. */
export function completion(context: NoteContext, position: Position, typed?: string): CompletionList {
  const place = placeAt(context, position, typed);
  const found = place && offersAt(place);
  if (!found || found.offers.length === 0) return { isIncomplete: false, items: [] };
  const { start, end, incomplete = false } = found;
  const range = { start: { line: position.line, character: start }, end: { line: position.line, character: end } };
  const offers = found.offers.length > most ? narrowed(found, place) : found.offers;
  return { isIncomplete: incomplete || offers !== found.offers, items: offers.map((offer, i) => toItem(offer, i, range, context)) };
}

function offersAt(place: Place): Offers | undefined {
  for (const source of sources) {
    const offers = source(place);
    if (offers) return offers;
  }
  return undefined;
}

function narrowed({ offers, start }: Offers, { before }: Place): Offer[] {
  const typed = before.slice(start).trim().toLowerCase();
  return offers.filter(({ filter, label }) => (filter ?? label).toLowerCase().includes(typed)).slice(0, most);
}

function toItem(offer: Offer, index: number, range: Range, { uri, abilities }: NoteContext): CompletionItem {
  const { label, icon, detail, documentation, text = label, snippet, filter, again, subject } = offer;
  const isSnippet = snippet !== undefined && abilities.snippets;
  const item: CompletionItem = {
    label,
    kind: icon,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText: isSnippet ? snippet : text },
  };
  if (isSnippet) item.insertTextFormat = 2;
  if (detail) item.detail = detail;
  if (filter !== undefined && filter !== label) item.filterText = filter;
  if (documentation !== undefined) item.documentation = abilities.markdownDocumentation ? { kind: 'markdown', value: documentation } : documentation;
  if (again && abilities.suggestCommand !== undefined) item.command = { title: 'Suggest', command: abilities.suggestCommand };
  if (subject && abilities.lazyDocumentation) item.data = { uri, line: range.start.line, subject } satisfies ItemReference;
  return item;
}

/** The URI of the note that an item is for; `undefined` for one that holds all there is to say. */
export const uriOfCompletion = ({ data }: CompletionItem): string | undefined => (data as ItemReference | undefined)?.uri;

/** Gives an item its documentation, where there is more to say than was sent along. */
export function resolveCompletion(context: NoteContext, item: CompletionItem): CompletionItem {
  const { line, subject } = item.data as ItemReference;
  const documentation = 'process' in subject ? processDocumentation(context, subject.process) : cadenceAt(context, line, subject.cadence);
  return documentation === undefined ? item : { ...item, documentation };
}

function cadenceAt(context: NoteContext, line: number, phrase: string): string | undefined {
  const task = taskAt(context.document, line);
  return task && cadenceDocumentation(task, context, phrase);
}
