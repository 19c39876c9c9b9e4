import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const bundles = ['extension.js', 'languageClient.js', 'server.js', 'service.js', 'cli.js'].map((name) => join(root, 'dist', name));

describe('the bundles, as packaged', () => {
  before(() => void execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'ignore' }));

  for (const bundle of bundles) {
    it(`${bundle.slice(root.length + 1)} makes no code from text`, () => {
      const text = readFileSync(bundle, 'utf8');
      assert.doesNotMatch(text, /\beval\s*\(/);
      assert.doesNotMatch(text, /\bnew Function\b|[^.\w]Function\(/);
    });
  }

  for (const [name, most] of [['server.js', 400], ['service.js', 600]] as const) {
    it(`${name} is under ${most} KB`, () => {
      const size = statSync(join(root, 'dist', name)).size;
      assert(size < most * 1024, `${(size / 1024).toFixed(0)} KB`);
    });
  }

  it('what answers `initialize` reads no notes, and what reads notes knows no protocol', () => {
    const [protocol, yaml] = [/Content-Length/, /Nested mappings/];
    for (const [name, has, hasNot] of [['server.js', protocol, yaml], ['service.js', yaml, protocol]] as const) {
      const text = readFileSync(join(root, 'dist', name), 'utf8');
      assert.match(text, has);
      assert.doesNotMatch(text, hasNot);
    }
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
