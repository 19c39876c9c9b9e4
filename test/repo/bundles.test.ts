import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const bundles = ['extension.js', 'languageClient.js', 'server.js', 'service.js', 'shared.js', 'features.js', 'cli.js'].map((name) => join(root, 'dist', name));

describe('the bundles, as packaged', () => {
  before(() => void execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'ignore' }));

  for (const bundle of bundles) {
    it(`${bundle.slice(root.length + 1)} makes no code from text`, () => {
      const text = readFileSync(bundle, 'utf8');
      assert.doesNotMatch(text, /\beval\s*\(/);
      assert.doesNotMatch(text, /\bnew Function\b|[^.\w]Function\(/);
    });
  }

  for (const [names, most] of [[['server.js'], 400], [['shared.js', 'service.js'], 450], [['shared.js', 'service.js', 'features.js'], 600]] as const) {
    it(`${names.join(' and ')} is under ${most} KB`, () => {
      const size = names.reduce((sum, name) => sum + statSync(join(root, 'dist', name)).size, 0);
      assert(size < most * 1024, `${(size / 1024).toFixed(0)} KB`);
    });
  }

  it('what answers `initialize` reads no notes, what reads notes knows no protocol, and each is there once', () => {
    const parts = { protocol: /Content-Length/, yaml: /Nested mappings/, charts: /www\.w3\.org\/2000\/svg/ };
    const found = (name: string): string[] => Object.entries(parts).flatMap(([part, pattern]) => (pattern.test(readFileSync(join(root, 'dist', name), 'utf8')) ? [part] : []));
    assert.deepEqual(['server.js', 'shared.js', 'service.js', 'features.js'].map(found), [['protocol'], ['yaml'], [], ['charts']]);
  });

  it('reads front matter, whatever was left out', () => {
    const cli = join(root, 'dist', 'cli.js');
    const { findings } = JSON.parse(run(cli, 'check', 'example', '--format', 'json')) as { findings: { code: string }[] };
    assert(findings.some(({ code }) => code === 'unknown-person'), 'the roster was not read');
    assert.equal(run(cli, '--version').trim(), JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  });
});

/** What a bundle prints; that it finds something is no failure here. */
function run(...args: string[]): string {
  try {
    return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
