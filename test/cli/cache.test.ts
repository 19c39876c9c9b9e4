import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../server/cli/main.ts';
import { storageOf } from '../../server/nodeStorage.ts';

const ownerless = '## Invoices (recurring)\n\n- Cadence: monthly\n- Process: [How](how.md)\n';
const how = `# How\n\n1. Write.\n2. Send.\n3. List.\n`;

describe('delegate-notes check --cache', () => {
  const realNow = Date.now;
  let folder: string;
  // Nothing is sure of files that were written a moment ago.
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'delegate-notes-test-'));
    Date.now = () => realNow() + 60_000;
  });
  afterEach(() => {
    Date.now = realNow;
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  const check = (...args: string[]): ReturnType<typeof checkPaths> => checkPaths(['notes'], ...args);

  function checkPaths(paths: readonly string[], ...args: string[]): { readonly code: number | undefined; readonly out: string; readonly error: string } {
    let [out, error] = ['', ''];
    const terminal = { cwd: folder, now: new Date('2026-11-23T12:00:00Z'), code: import.meta.filename, out: (text: string) => void (out += text), error: (text: string) => void (error += text), serve: () => assert.fail() };
    return { code: run(['check', ...paths, ...args], terminal), out, error };
  }

  /** Has the cache say something else than what was found, so that it shows where it is asked. */
  function markCache(from: string, to: string): void {
    const storage = storageOf([import.meta.filename]);
    for (const name of readdirSync(join(folder, 'kept'))) {
      const uri = pathToFileURL(join(folder, 'kept', name)).href;
      const text = Buffer.from(storage.read(uri)!).toString();
      assert(text.includes(from) && from.length === to.length);
      for (const _ of storage.writing(uri, [Buffer.from(text.replaceAll(from, to))])) continue;
    }
  }

  beforeEach(() => {
    write('notes/a.delegate.md', ownerless);
    write('notes/b.delegate.md', ownerless.replace('Invoices', 'Payroll'));
    write('notes/how.md', how);
  });

  it('says the same the second time, without reading anything', () => {
    const first = check('--cache', 'kept');
    assert.deepEqual(first, check());
    assert.deepEqual(check('--cache', 'kept'), first);
    markCache('has no owner', 'has no ghost');
    assert.match(check('--cache', 'kept').out, /“Invoices” has no ghost/);
  });

  it('checks what has changed, and what rests on it', () => {
    check('--cache', 'kept');
    markCache('has no owner', 'has no ghost');
    write('notes/b.delegate.md', ownerless.replace('Invoices', 'Wages'));
    const { out } = check('--cache', 'kept');
    assert.match(out, /“Invoices” has no ghost/);
    assert.match(out, /“Wages” has no owner/);
    write('notes/how.md', '# Nothing\n');
    assert.deepEqual(check('--cache', 'kept'), check());
    rmSync(join(folder, 'notes/how.md'));
    assert.deepEqual(check('--cache', 'kept'), check());
    write('notes/c.delegate.md', ownerless);
    assert.deepEqual(check('--cache', 'kept'), check());
    rmSync(join(folder, 'notes/a.delegate.md'));
    assert.deepEqual(check('--cache', 'kept'), check());
  });

  it('sees a change that leaves size and time as they were', () => {
    const path = join(folder, 'notes/a.delegate.md');
    utimesSync(path, 1, 1);
    check('--cache', 'kept');
    writeFileSync(path, ownerless.replace('Invoices', 'Expenses'));
    utimesSync(path, 1, 1);
    assert.match(check('--cache', 'kept').out, /“Expenses” has no owner/);
  });

  it('is not sure of what was written a moment ago', () => {
    Date.now = realNow;
    check('--cache', 'kept');
    write('notes/a.delegate.md', ownerless.replace('Invoices', 'Expenses'));
    assert.match(check('--cache', 'kept').out, /“Expenses” has no owner/);
  });

  it('keeps apart what is checked by other rules, on another day or of other notes', () => {
    for (const args of [[], ['--select', 'missing-owner'], ['--today', '2026-11-23'], ['--today', '2027-11-23'], ['--ignore', 'missing-owner'], ['notes/a.delegate.md']]) {
      assert.deepEqual(check('--cache', 'kept', ...args), check(...args));
      assert.deepEqual(check('--cache', 'kept', ...args), check(...args));
    }
  });

  it('is one for all notes, whichever of them are named', () => {
    check('--cache', 'kept');
    markCache('has no owner', 'has no ghost');
    const one = (...args: string[]): ReturnType<typeof check> => check('--ignore', 'missing-backup', ...args);
    assert.match(check('notes/a.delegate.md', '--cache', 'kept').out, /“Invoices” has no ghost/);
    assert.equal(readdirSync(join(folder, 'kept')).length, 1);
    assert.deepEqual(one('--cache', 'kept'), one());
    assert.equal(readdirSync(join(folder, 'kept')).length, 2);
  });

  it('does not take a note that was only read for one that is in order', () => {
    write('notes/b.delegate.md', `---\nteam:\n  maria: { name: Maria Silva }\n---\n\n${ownerless.replace('Invoices', 'Payroll')}`);
    const only = (path: string, ...args: string[]): string => checkPaths([path], ...args).out;
    assert.equal(only('notes/b.delegate.md', '--cache', 'kept'), only('notes/b.delegate.md'));
    assert.equal(only('notes/a.delegate.md', '--cache', 'kept'), only('notes/a.delegate.md'));
    assert.equal(only('notes', '--cache', 'kept'), only('notes'));
  });

  it('does without where nothing can be kept', () => {
    write('kept', '');
    const { code, out, error } = check('--cache', 'kept');
    assert.deepEqual({ code, out }, { code: check().code, out: check().out });
    assert.match(error, /^kept: nothing can be kept there/);
    assert.equal(readFileSync(join(folder, 'kept'), 'utf8'), '');
  });

  it('leaves it aside while notes are fixed', () => {
    check('--cache', 'kept', '--fix');
    assert.throws(() => readdirSync(join(folder, 'kept')));
  });
});
