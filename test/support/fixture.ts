/**
 * Notes for tests, written as text. A line `--- path.md` begins a further file (the first is `note.delegate.md`), a line of
 * nothing but `^` marks ranges of the line above it, and `$0` is where the cursor stands:
 *
 *     ## Send client invoices (recurring)
 *        ^^^^^^^^^^^^^^^^^^^^
 *     - Process: [Invoicing](processes/invoicing.md)$0
 *
 *     --- processes/invoicing.md
 *     # Invoicing
 *
 * All files lie in one workspace folder, and today is Monday, 23 November 2026.
 */
import assert from 'node:assert/strict';
import { linkedUris } from '../../server/model/processes.ts';
import { Folder, type LinkedFile } from '../../server/model/workspace.ts';
import { type Day, parseDay } from '../../server/notation/dates.ts';
import { readDocument } from '../../server/notation/document.ts';
import { check, type Finding, type RunOptions } from '../../server/rules/run.ts';
import type { Fix } from '../../server/rules/rule.ts';
import type { Change, Position, Range, TextEdit } from '../../server/text.ts';

const root = 'file:///desk';
const today: Day = parseDay('2026-11-23')!;

/** Text by path, `processes/invoicing.md`. */
export type Files = ReadonlyMap<string, string>;

export interface Fixture {
  readonly files: Files;
  /** The marked ranges by path, in the text without its marks. Files without a mark are not in it. */
  readonly marks: ReadonlyMap<string, readonly Range[]>;
  readonly cursor: { readonly path: string; readonly position: Position } | undefined;
}

export const uriOf = (path: string): string => `${root}/${path.split('/').map(encodeURIComponent).join('/')}`;
export const pathOf = (uri: string): string => decodeURIComponent(uri.slice(root.length + 1));
const isNote = (path: string): boolean => path.endsWith('.delegate.md');

export function parseFixture(text: string): Fixture {
  const lines = new Map<string, string[]>();
  const marks = new Map<string, Range[]>();
  let cursor: Fixture['cursor'];
  let path = 'note.delegate.md';
  let file: string[] = [];
  const finish = (): void => {
    if (file.length > 0) lines.set(path, file);
  };
  for (const raw of text.replace(/^\r?\n/, '').split('\n')) {
    const separator = /^--- (\S(?:.*\S)?\.\w+)\r?$/.exec(raw);
    if (separator) {
      finish();
      path = separator[1]!;
      file = [];
    } else if (/^ *\^[ ^]*\r?$/.test(raw)) {
      const line = file.length - 1;
      assert(line >= 0, `a mark has no line above it in ${path}`);
      const ranges = [...raw.matchAll(/\^+/g)].map(({ 0: run, index }) => lineRange(line, index, index + run.length));
      for (const { end } of ranges) assert(end.character <= file[line]!.length, `a mark in ${path} goes past the end of: ${file[line]}`);
      marks.set(path, [...(marks.get(path) ?? []), ...ranges]);
    } else {
      const at = raw.indexOf('$0');
      if (at >= 0) cursor = { path, position: { line: file.length, character: at } };
      file.push(raw.replace('$0', ''));
    }
  }
  finish();
  return { files: new Map([...lines].map(([name, each]) => [name, endedText(each, name === path)])), marks, cursor };
}

/** The last file ends as the text does; the others end in a line break, which stands before the separator. */
const endedText = (lines: readonly string[], isLast: boolean): string => lines.join('\n') + (isLast ? '' : '\n');

function lineRange(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The workspace folder that holds the files, with what its notes link to looked up, as a server does it. */
export function load(files: Files): Folder {
  const notes = [...files].filter(([path]) => isNote(path)).map(([path, text]) => readDocument(uriOf(path), text));
  const folder = Folder.empty(root).with(...notes);
  return lookedFor(folder, files, linkedUris(folder.tasks(), folder));
}

/** The folder that knows of some files whether they are there. */
export const lookedFor = (folder: Folder, files: Files, uris: Iterable<string>): Folder => folder.withFiles([...uris].map((uri) => [uri, linkedFile(files, uri)] as const));

function linkedFile(files: Files, uri: string): LinkedFile {
  const path = pathOf(uri);
  const text = files.get(path);
  if (text !== undefined) return path.endsWith('.md') ? readDocument(uri, text) : 'other';
  return [...files.keys()].some((each) => each.startsWith(path.replace(/\/*$/, '/'))) ? 'directory' : 'missing';
}

export interface CheckOptions extends Partial<RunOptions> {
  readonly today?: Day | undefined;
}

/** A finding and the file that it is in. */
export interface Found extends Finding {
  readonly path: string;
}

/** The findings of all notes, in the order of the files. A rule that throws fails the test. */
export function checkAll(fixture: { readonly files: Files }, options: CheckOptions = {}): Found[] {
  const folder = load(fixture.files);
  const day = 'today' in options ? options.today : today;
  return [...folder.documents.values()].flatMap((document) =>
    check(document, { folder, today: day }, { levels: new Map(), onError: fail, ...options }).map((finding) => ({ ...finding, path: pathOf(document.uri) })),
  );
}

function fail(code: string, error: unknown): never {
  throw new Error(`${code} failed`, { cause: error });
}

/** A rule finds what is marked in the fixture, and nothing else. Answers its findings. */
export function assertFindings(code: string, text: string, options: CheckOptions = {}): Found[] {
  const fixture = parseFixture(text);
  const found = checkAll(fixture, { only: new Set([code]), ...options });
  const places = new Map<string, Range[]>();
  for (const { path, range } of found) places.set(path, [...(places.get(path) ?? []), range]);
  assert.deepEqual(places, fixture.marks, `${code} in:\n${text}\nfound: ${found.map(({ path, range, message }) => `${path} ${JSON.stringify(range)} ${message}`).join('\n')}`);
  return found;
}

/** The files after a fix. Throws where an editor would refuse: edits that overlap or lie outside, a file that is there already. */
export function applyFix(files: Files, { title, edits = [], create }: Pick<Fix, 'title'> & Change): Map<string, string> {
  const after = new Map(files);
  if (create) {
    const path = pathOf(create.uri);
    assert(create.uri.startsWith(`${root}/`), `“${title}” creates a file outside of the workspace: ${create.uri}`);
    assert(!after.has(path), `“${title}” overwrites ${path}`);
    after.set(path, create.text);
  }
  const uris = edits.map(({ uri }) => uri);
  assert.equal(new Set(uris).size, uris.length, `“${title}” names a file twice`);
  for (const { uri, edits: changes } of edits) {
    const path = pathOf(uri);
    const text = files.get(path);
    assert(text !== undefined, `“${title}” edits ${path}, which is not there`);
    after.set(path, applyEdits(text, changes));
  }
  return after;
}

/** Edits as LSP applies them: all ranges are of the text before, insertions at one place go in their order. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lineStarts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: eol, index }) => index + eol.length)];
  const offset = ({ line, character }: Position): number => {
    assert(line < lineStarts.length, `line ${line} is behind the end of the file`);
    const at = lineStarts[line]! + character;
    assert(character >= 0 && at <= (lineStarts[line + 1] ?? text.length), `${line}:${character} is behind the end of its line`);
    return at;
  };
  const changes = edits.map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }));
  changes.sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of changes) {
    assert(start >= at && end >= start, 'edits overlap');
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
