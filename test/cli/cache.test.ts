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

  function check(...args: string[]): { readonly code: number | undefined; readonly out: string; readonly error: string } {
    let [out, error] = ['', ''];
    const terminal = { cwd: folder, now: new Date('2026-11-23T12:00:00Z'), code: import.meta.filename, out: (text: string) => void (out += text), error: (text: string) => void (error += text), serve: () => assert.fail() };
    return { code: run(['check', 'notes', ...args], terminal), out, error };
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
