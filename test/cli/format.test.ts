import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNote } from '../../server/cli/writeNote.ts';
import { delegateNotes } from './support.ts';

const untidy = '## Invoices (recurring)\n\n- owner: @maria\n- Estimate: 90 min\n';
const tidy = '## Invoices (recurring)\n\n- Owner: @maria\n- Estimate: 1h 30m\n';

/** Runs in a folder with files, and looks at it afterwards, before it is taken away. */
function runThen<T>(files: Record<string, string>, args: string[], look: (folder: string) => T, prepare: (folder: string) => void = () => undefined): { code: number | undefined; out: string; error: string; after: T } {
  let folder = '';
  let after: T | undefined;
  const result = delegateNotes(files, args, (cwd) => prepare((folder = cwd)), () => void (after = look(folder)));
  return { ...result, after: after as T };
}

const textIn = (path: string) => (folder: string): string => readFileSync(join(folder, path), 'utf8');

describe('delegate-notes fmt', () => {
  it('writes what is not in canonical form, and says which', () => {
    const { code, out, after } = runThen({ 'a.delegate.md': untidy, 'b.delegate.md': tidy, 'c.md': untidy }, ['fmt'], (folder) => [readdirSync(folder).sort(), textIn('a.delegate.md')(folder), textIn('c.md')(folder)]);
    assert.equal(out, 'a.delegate.md\n2 files: 1 formatted\n');
    assert.equal(code, 0);
    assert.deepEqual(after, [['a.delegate.md', 'b.delegate.md', 'c.md'], tidy, untidy]);
  });

  it('writes nothing with --check, and exits 1 if there would be something', () => {
    const { code, out, after } = runThen({ 'a.delegate.md': untidy, 'b.delegate.md': tidy }, ['fmt', '--check'], textIn('a.delegate.md'));
    assert.equal(out, 'a.delegate.md\n2 files: 1 to format\n');
    assert.equal(code, 1);
    assert.equal(after, untidy);
    assert.equal(delegateNotes({ 'b.delegate.md': tidy }, ['fmt', '--check']).code, 0);
  });

  it('keeps the mode of a file', () => {
    const { after } = runThen({ 'a.delegate.md': untidy }, ['fmt'], (folder) => statSync(join(folder, 'a.delegate.md')).mode & 0o777, (folder) => chmodSync(join(folder, 'a.delegate.md'), 0o640));
    assert.equal(after, 0o640);
  });

  for (const [name, encode] of [
    ['a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 of the other order', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['CRLF', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ] as const) {
    it(`keeps ${name}`, () => {
      const { after } = runThen({}, ['fmt'], (folder) => readFileSync(join(folder, 'a.delegate.md')), (folder) => writeFileSync(join(folder, 'a.delegate.md'), encode(untidy)));
      assert.deepEqual(after, encode(tidy));
    });
  }

  it('writes through a link to where the note is, and never out of the folder', () => {
    const { code, error, after } = runThen({ 'out/a.delegate.md': untidy, 'in/b.md': untidy }, ['fmt', 'in', 'in/a.delegate.md'], (folder) => [
      textIn('out/a.delegate.md')(folder), textIn('in/b.md')(folder), lstatSync(join(folder, 'in/b.delegate.md')).isSymbolicLink(),
    ], (folder) => {
      mkdirSync(join(folder, 'in', '.git'));
      symlinkSync('../out/a.delegate.md', join(folder, 'in', 'a.delegate.md'));
      symlinkSync('b.md', join(folder, 'in', 'b.delegate.md'));
    });
    assert.match(error, /a\.delegate\.md: a link that leads out of the folder/);
    assert.equal(code, 2);
    assert.deepEqual(after, [untidy, tidy, true]);
  });

  it('leaves what cannot be read', () => {
    const { code, error, after } = runThen({ 'b.delegate.md': untidy }, ['fmt'], textIn('b.delegate.md'), (folder) => writeFileSync(join(folder, 'a.delegate.md'), Buffer.from([0xff, 0x00, 0x41])));
    assert.match(error, /^a\.delegate\.md: not text/);
    assert.equal(code, 2);
    assert.equal(after, tidy);
  });
});

describe('writing a note', () => {
  it('leaves one that has changed since it was read, and one that is gone', () => {
    const { after } = runThen({ 'a.delegate.md': tidy }, ['--help'], (folder) => [
      writeNote(join(folder, 'a.delegate.md'), folder, untidy, 'mine'), textIn('a.delegate.md')(folder), writeNote(join(folder, 'b.delegate.md'), folder, untidy, 'mine'), readdirSync(folder),
    ]);
    assert.deepEqual(after, ['it has changed since it was read', tidy, 'it is not there any more', ['a.delegate.md']]);
  });
});

describe('delegate-notes check --fix', () => {
  const broken = '## Invoices (recurring)\n\n- Owner: @maria\n- Estimate: 1,5 std\n- Owner: @maria\n';

  it('makes the safe fixes, says which, and tells what is left', () => {
    const { code, out, after } = runThen({ 'a.delegate.md': broken }, ['check', '--fix'], textIn('a.delegate.md'));
    assert.equal(after, '## Invoices (recurring)\n\n- Owner: @maria\n- Estimate: 1h 30m\n');
    assert.match(out, /^a\.delegate\.md: fixed invalid-duration: Change to 1h 30m\na\.delegate\.md: fixed duplicate-field: Remove the second “Owner”\n/);
    assert.match(out, /warning missing-cadence|warning missing-process/);
    assert.doesNotMatch(out, /error invalid-duration/);
    assert.equal(code, 1);
  });

  it('fixes only what is selected, and keeps the report apart from what it says', () => {
    const { out, error, after } = runThen({ 'a.delegate.md': broken }, ['check', '--fix', '--select', 'duplicate-field', '--format', 'json'], textIn('a.delegate.md'));
    assert.equal(after, '## Invoices (recurring)\n\n- Owner: @maria\n- Estimate: 1,5 std\n');
    assert.deepEqual((JSON.parse(out) as { findings: unknown[] }).findings, []);
    assert.match(error, /^a\.delegate\.md: fixed duplicate-field/);
  });

  it('writes nothing that there is nothing to fix in', () => {
    const { out } = delegateNotes({ 'a.delegate.md': tidy }, ['check', '--fix']);
    assert.doesNotMatch(out, /fixed/);
  });
});
