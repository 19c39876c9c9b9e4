/**
 * Moves a function's older entries into the archive beside its note. Nothing that is asked of the function may come out
 * otherwise: what would not be read alike where it goes, or what a finding is about, stays, and with it all of its day, as the
 * order within a day counts.
 */
import { fieldOf } from '../../notation/blocks.ts';
import { type Day, formatDay } from '../../notation/dates.ts';
import { type Document, readDocument, sectionAt, type Task, textOf } from '../../notation/document.ts';
import type { Entry } from '../../notation/entries.ts';
import { isPlaceholder } from '../../notation/fields.ts';
import { lineText } from '../../notation/markdown.ts';
import { lineBreakOf, removeEntry, setField } from '../../notation/write.ts';
import { appendFunction, functionLines, insertEntries, said, standsAlone } from '../../notation/writeArchive.ts';
import { type Change, comparePositions, type Refusal, type TextEdit, withEdits } from '../../text.ts';
import { archiveOf, placeAt } from '../archives.ts';
import { linkPath, processLink } from '../processes.ts';
import { fileName, quoted } from '../wording.ts';
import type { Folder } from '../workspace.ts';

/** The file beside a note that its older entries go to; `undefined` for a note that has no name yet. */
export const archiveBeside = ({ uri }: Document): string | undefined => (uri.endsWith('.delegate.md') ? uri.replace(/\.delegate\.md$/, '.archive.md') : undefined);

/** Moves what was done `before` a day. `isHeld` tells of a line of the document that something points at. */
export function archiveEntries(task: Task, folder: Folder, before: Day, isHeld: (line: number) => boolean): Change | Refusal {
  const { block, document } = task;
  const old = block.entries.filter(({ date, forDate }) => date !== undefined && Math.max(date, forDate?.value ?? date) < before);
  if (old.length === 0) return { refused: `Nothing of ${quoted(block.title)} is older than ${formatDay(before)}.` };
  const moved = movable(task, old, isHeld);
  if (moved.length === 0) return { refused: `What is older than ${formatDay(before)} of ${quoted(block.title)} has to stay: a finding, a comment or another entry holds on to each of its days. Mend what is found first.` };
  const rewriting = archiveWith(task, folder, moved);
  if ('refused' in rewriting) return rewriting;
  const archive = readBack(rewriting, task, moved);
  const link = archive && `${linkPath(document.uri, rewriting.uri)}#${folder.outline(archive.document).headings.find(({ line }) => line === archive.firstLine)!.slug}`;
  const edits = noteEdits(task, moved, block.archive ? undefined : setField(task, 'Archive', `[Older entries](${link})`));
  if (!archive || !isSame(task, readDocument(document.uri, withEdits(textOf(document), edits)), moved)) {
    return { refused: `The older entries of ${quoted(block.title)} stand in text that would be read otherwise afterwards, so nothing was moved. Put blank lines around them first.` };
  }
  const { change } = rewriting;
  return { ...change, edits: [{ uri: document.uri, edits }, ...(change.edits ?? [])] };
}

/** Those that can go, the newest first, and those of a day in the order of the text. */
function movable(task: Task, old: readonly Entry[], isHeld: (line: number) => boolean): Entry[] {
  const { block, firstLine } = task;
  const others = new Set([...block.entries, ...block.milestones].map(({ line }) => line));
  const isFree = (entry: Entry): boolean => {
    if (isHeld(firstLine + entry.line)) return false;
    for (let line = entry.line + 1; line < entry.endLine; line++) if (others.has(line) || isHeld(firstLine + line)) return false;
    return standsAlone(task, entry);
  };
  const free = new Set(old.filter(isFree));
  const heldDays = new Set(block.entries.filter((entry) => !free.has(entry)).map(({ date }) => date));
  return old.filter((entry) => free.has(entry) && !heldDays.has(entry.date)).sort((a, b) => b.date! - a.date!);
}

/** What becomes of the archive. */
interface Rewriting {
  readonly change: Change;
  readonly uri: string;
  /** All of it, afterwards. */
  readonly text: string;
  /** The function in it as it was; `undefined` for one that is new in it, and stands at its end. */
  readonly before: Task | undefined;
}

function archiveWith(task: Task, folder: Folder, moved: readonly Entry[]): Rewriting | Refusal {
  const { block: { title }, document, section } = task;
  const rewriting = (archive: Document, edits: readonly TextEdit[], before?: Task): Rewriting =>
    ({ change: { edits: [{ uri: archive.uri, edits }] }, uri: archive.uri, text: withEdits(textOf(archive), edits), before });
  const state = archiveOf(task, folder);
  if (state.kind === 'found') return rewriting(state.archive.document, insertEntries(state.archive, section, moved), state.archive);
  if (state.kind !== 'none' || isTaken(task)) return { refused: `The link from ${quoted(title)} to its older entries leads nowhere. Mend it first, so that all of them stand together.` };
  const uri = archiveBeside(document);
  if (uri === undefined || !folder.contains(uri)) return { refused: 'Save the note in the workspace folder first: its older entries go to a file beside it.' };
  const file = folder.file(uri);
  if (typeof file === 'object') return rewriting(file, [appendFunction(file, title, section, moved)]);
  if (file !== 'missing') return { refused: `${quoted(fileName(uri, folder))} cannot be read, and nothing is overwritten. Give it another name first.` };
  const text = newArchive(document, uri, functionLines(title, section, moved));
  return { change: { create: { uri, text } }, uri, text, before: undefined };
}

/** Whether the field says something that is no link. */
function isTaken({ block }: Task): boolean {
  const field = fieldOf(block, 'Archive');
  return field !== undefined && !isPlaceholder(field.value);
}

function newArchive(note: Document, uri: string, lines: readonly string[]): string {
  const link = processLink(decodeURIComponent(note.uri.slice(note.uri.lastIndexOf('/') + 1)), uri, note.uri);
  const eol = lineBreakOf(note);
  return ['# Older entries', '', 'They count as if they still stood in', `${link}.`, '', ...lines].map((line) => line + eol).join('');
}

/** The function in the archive as it will be; `undefined` where it would say something else than what it was given. */
function readBack({ uri, text, before }: Rewriting, { block, section }: Task, moved: readonly Entry[]): Task | undefined {
  const document = readDocument(uri, text);
  const after = placeAt(document, before?.firstLine ?? document.firstLines.at(-1)!);
  if (!after || after.block.title !== (before?.block ?? block).title) return undefined;
  const expected = [...moved.map((entry) => said(section, entry)), ...(before?.block.entries ?? []).map((entry) => said(before!.section, entry))];
  return isAlike(after.block.entries.map((entry) => said(after.section, entry)), expected) ? after : undefined;
}

const isAlike = (some: readonly string[], others: readonly string[]): boolean => [...some].sort().join('\n') === [...others].sort().join('\n');

/** Takes the entries out, those that follow each other in one piece, and links the archive. */
function noteEdits(task: Task, moved: readonly Entry[], field: TextEdit | undefined): TextEdit[] {
  const { section } = task;
  const runs: { line: number; endLine: number }[] = [];
  for (const { line, endLine } of [...moved].sort((a, b) => a.line - b.line)) {
    const last = runs.at(-1);
    let next = last?.endLine ?? line;
    while (next < line && lineText(section, next) === '') next++;
    if (last && next === line) last.endLine = endLine;
    else runs.push({ line, endLine });
  }
  const removals = runs.map((run) => removeEntry(task, run));
  if (!field) return removals;
  const at = field.range.start;
  const around = removals.find(({ range }) => comparePositions(range.start, at) < 0 && comparePositions(at, range.end) < 0);
  if (!around) return [field, ...removals];
  // Where nothing but entries stands, or the last of them ends the file without a line break, the field takes their place.
  const eol = lineBreakOf(task.document);
  const item = field.newText.trim();
  const { character } = around.range.start;
  const newText = character === 0 ? eol + item + eol : eol + (task.block.fields.length > 0 ? '' : eol) + item;
  return removals.map((removal) => (removal === around ? { range: around.range, newText } : removal));
}

/** Whether a note says without some entries what it said with them. */
function isSame({ document, section, block, firstLine }: Task, after: Document, moved: readonly Entry[]): boolean {
  const index = sectionAt(document, firstLine);
  const now = after.sections[index]!;
  if (after.sections.length !== document.sections.length || !after.sections.every(({ text }, i) => i === index || text === document.sections[i]!.text)) return false;
  if (!now.block?.archive) return false;
  const gone = new Set(moved);
  const left = block.entries.filter((entry) => !gone.has(entry)).map((entry) => said(section, entry));
  const fields = ({ fields: all }: Task['block']): string[] => all.filter(({ key }) => key !== 'Archive').map(({ name, value }) => `${name}: ${value}`);
  const counts = ({ steps, brief, milestones, problems }: Task['block']): string => [steps, brief, milestones, problems].map(({ length }) => length).join();
  return isAlike(now.block.entries.map((entry) => said(now, entry)), left) && fields(now.block).join('\n') === fields(block).join('\n') && counts(now.block) === counts(block);
}
