import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from '../../server/cli/main.ts';
import { formatted } from '../support/formatted.ts';

const root = resolve(import.meta.dirname, '../..');

/** What `check --today 2026-11-23` finds below a folder of the repository, as `path code`. */
function findings(folder: string): string[] {
  let out = '';
  const unexpected = (): never => assert.fail();
  const terminal = { cwd: root, now: new Date(), code: import.meta.filename, out: (text: string) => void (out += text), error: unexpected, serve: unexpected };
  run(['check', folder, '--today', '2026-11-23', '--format', 'json'], terminal);
  const { findings } = JSON.parse(out) as { findings: { path: string; code: string }[] };
  return findings.map(({ path, code }) => `${path} ${code}`);
}

describe('the example', () => {
  it('has a handful of shortcomings to find, and no other', () => {
    assert.deepEqual(findings('example'), [
      'example/business.delegate.md missing-backup',
      'example/marketing.delegate.md broken-process-link',
      'example/marketing.delegate.md missing-owner',
      'example/marketing.delegate.md process-older-than-feedback',
      'example/marketing.delegate.md repeated-one-off',
      'example/marketing.delegate.md repeated-one-off',
      'example/marketing.delegate.md explaining-exceeds-doing',
      'example/marketing.delegate.md stale-post',
      'example/operations.delegate.md unknown-person',
      'example/operations.delegate.md departed-owner',
      'example/operations.delegate.md missing-process',
      'example/operations.delegate.md overdue',
      'example/operations.delegate.md explaining-exceeds-doing',
    ]);
  });
});

describe('notes that others take for a model', () => {
  it('are in canonical form: the example', () => {
    let out = '';
    const unexpected = (): never => assert.fail();
    assert.equal(run(['fmt', '--check', 'example'], { cwd: root, now: new Date(), code: import.meta.filename, out: (text) => void (out += text), error: unexpected, serve: unexpected }), 0, out);
  });

  it('are in canonical form: the one in the README', () => {
    const [, note] = /^```markdown\n([^]*?)^```$/m.exec(readFileSync(join(root, 'README.md'), 'utf8'))!;
    assert.equal(formatted(note!), note);
  });
});

describe('notes of ten trades that nothing is wrong with', () => {
  for (const trade of readdirSync(join(root, 'bench/clean'))) {
    it(`${trade}: give no finding`, () => assert.deepEqual(findings(`bench/clean/${trade}`), []));
  }
});
