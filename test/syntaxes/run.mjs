// Tests the colours with vscode-tmgrammar-test: assertions in *.delegate.md, and snapshots of whole files.
//   node test/syntaxes/run.mjs             compares
//   node test/syntaxes/run.mjs --update    writes the snapshots anew; look at their diff
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

// Our grammars and where they are injected come from package.json, Markdown's and those it embeds from tm-grammars, which
// has VS Code's.
const folder = dirname(require.resolve('tm-grammars/grammars/markdown.json'));
const grammars = readdirSync(folder).flatMap((name) => ['-g', relative(root, join(folder, name))]);

function run(program, ...args) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' };
  const { status, stderr } = spawnSync(process.execPath, [program, ...grammars, ...args], options);
  // Some languages that a fence may hold are in no package; nothing here depends on them.
  process.stderr.write(stderr.replace(/^grammar not found for .*\n/gm, ''));
  if (status !== 0) process.exit(1);
}

run(require.resolve('vscode-tmgrammar-test/dist/unit.js'), 'test/syntaxes/*.delegate.md');

const update = process.argv.includes('--update') ? ['--updateSnapshot'] : [];
const snapshots = ['--scope', 'text.html.markdown', 'test/syntaxes/snapshots/*.md'];
run(require.resolve('vscode-tmgrammar-test/dist/snapshot.js'), ...update, ...snapshots);

if (readFileSync(join(root, 'test/syntaxes/snapshots/plain.md.snap'), 'utf8').includes('.delegate')) {
  console.error('plain.md is ordinary Markdown: nothing of ours may be coloured in it.');
  process.exit(1);
}
