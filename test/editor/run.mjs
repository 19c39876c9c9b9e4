// Runs the suites of test/editor/suite in a real VS Code, on a copy of example/ that they may edit.
//   node test/editor/run.mjs                the extension as built in dist/
//   node test/editor/run.mjs --vsix FILE    the packaged extension, installed as a user would
//   node test/editor/run.mjs --grep WORD    only the tests whose names match
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { chooseVSCode } from '../host/executable.mjs';
import { run } from '../host/run.mjs';
import { FIXED_DAY, QUIET_SETTINGS, writeSettings } from '../host/settings.mjs';
import { temporaryFolder } from '../host/temporary.mjs';
import { REPOSITORY } from '../host/vsix.mjs';

const { values } = parseArgs({ options: { vsix: { type: 'string' }, grep: { type: 'string' } } });
const bundles = join(REPOSITORY, 'dist', 'test', 'editor');
const temporary = temporaryFolder();
const workspace = join(temporary, 'example');
const profile = [`--user-data-dir=${join(temporary, 'user')}`, `--extensions-dir=${join(temporary, 'extensions')}`];

// A plain kill shall end as Ctrl+C does, which the runner passes on to VS Code.
process.on('SIGTERM', () => process.emit('SIGINT') || process.exit(1));

/** The suites and their entry, each a file of its own so that mocha can load them one by one. */
async function bundleSuites() {
  const suite = join(import.meta.dirname, 'suite');
  rmSync(bundles, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(suite).map((name) => join(suite, name)),
    outdir: bundles,
    bundle: true, format: 'cjs', platform: 'node', target: 'node20', logLevel: 'warning',
    external: ['vscode', 'mocha'],
  });
}

/** Installs the package and gives an extension with nothing in it, for VS Code wants one that is under development. */
async function install(cli, vsix) {
  const shell = process.platform === 'win32'; // the command line is a .cmd there
  await run(cli, ['--install-extension', resolve(vsix), ...profile], { shell });
  const stub = join(temporary, 'stub');
  mkdirSync(stub);
  writeFileSync(join(stub, 'package.json'), JSON.stringify({
    name: 'stub', publisher: 'stub', version: '1.0.0', engines: { vscode: '*' },
  }));
  return stub;
}

/** What our output channel said, for a run that failed: the language server's troubles are told there. */
function outputOfExtension() {
  const logs = join(temporary, 'user', 'logs');
  if (!existsSync(logs)) return '';
  const ours = readdirSync(logs, { recursive: true }).filter((name) => name.endsWith('Delegate Notes.log'));
  return ours.map((name) => `${name}\n${readFileSync(join(logs, name), 'utf8').slice(-5000)}\n`).join('');
}

try {
  if (!values.vsix && !existsSync(join(REPOSITORY, 'dist', 'extension.js'))) {
    throw new Error('There is no dist/extension.js: run "npm run build" first.');
  }
  await bundleSuites();
  cpSync(join(REPOSITORY, 'example'), workspace, { recursive: true });
  await writeSettings(join(temporary, 'user'), { ...QUIET_SETTINGS, ...FIXED_DAY });
  const { executable, cli } = await chooseVSCode();
  const extension = values.vsix ? await install(cli, values.vsix) : REPOSITORY;
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: join(bundles, 'index.js'),
    // Other extensions have no part in it; but the switch would leave out the package, too.
    launchArgs: [workspace, ...profile, ...(values.vsix ? [] : ['--disable-extensions'])],
    extensionTestsEnv: {
      ...(values.grep ? { DELEGATE_NOTES_GREP: values.grep } : {}),
      ...(process.stdout.isTTY ? { MOCHA_COLORS: '1' } : {}),
    },
  });
} catch (error) {
  console.error(`${outputOfExtension()}${error.message}`);
  process.exitCode = 1;
}
