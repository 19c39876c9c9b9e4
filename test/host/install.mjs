// Installs, once and outside the repository, the VS Code that is used where the desktop cannot be downloaded:
// code-server (the same VS Code, served on localhost) with the Node it wants, and playwright-core to drive a browser.
//   node test/host/install.mjs     installs all of it, a Chromium included, ahead of the first test run
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { installChromium } from './chromium.mjs';
import { exitOnSignals, isAlive } from './processes.mjs';
import { run } from './run.mjs';

const NODE = 'node@24'; // what code-server asks for
const CODE_SERVER = 'code-server@4.139.1';
const PLAYWRIGHT = 'playwright-core@1.65.1';

/** Where everything that is downloaded goes. Shared by all clones; safe to delete. */
export function cacheFolder() {
  return process.env.DELEGATE_NOTES_CACHE
    || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'delegate-notes');
}

/** Makes sure that code-server is there: the Node and the script to run it with, and playwright-core. */
export async function installCodeServer() {
  if (process.platform === 'win32') {
    throw new Error('code-server does not run on Windows: set VSCODE_EXECUTABLE to the Code.exe to use.');
  }
  const target = join(cacheFolder(), `${CODE_SERVER}-${process.platform}-${process.arch}`);
  // The folder gets this name by a rename at the very end: one that has the name is complete.
  if (!existsSync(target)) await install(target);
  const require = createRequire(join(target, 'app', 'package.json'));
  return {
    node: join(nodeFolder(target), 'node'),
    entry: join(target, 'app', 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
    playwright: () => require('playwright-core'),
  };
}

const nodeFolder = (target) => join(target, 'node', 'node_modules', 'node', 'bin');

async function install(target) {
  console.error(`Installing ${CODE_SERVER}, once: about a minute on a fast line, 800 MB, into\n  ${target}`);
  await mkdir(cacheFolder(), { recursive: true });
  await removeAbandoned(target);
  const partial = `${target}.partial-${process.pid}`;
  try {
    await installParts(partial);
    await rename(partial, target);
  } catch (error) {
    // Another run may have finished first; its result is as good as ours.
    if (!existsSync(target)) throw new Error(`${CODE_SERVER} could not be installed: ${error.message}`);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function installParts(folder) {
  const app = join(folder, 'app');
  const vscode = join(app, 'node_modules', 'code-server', 'lib', 'vscode');
  const path = nodeFolder(folder);
  await npm('node', join(folder, 'node'), ['install', NODE]); // its install script fetches the binary
  // code-server's install script compiles addons that nothing here uses (Kerberos, SQLite) and for which few machines
  // have the headers. What matters, terminal and file watcher, comes prebuilt: so no script is run, and the two
  // plain steps of that script are done here.
  await npm('code-server', app, ['install', '--ignore-scripts', CODE_SERVER, PLAYWRIGHT], path);
  await npm('VS Code', vscode, ['install', '--ignore-scripts', '--omit=dev'], path);
  await npm('its extensions', join(vscode, 'extensions'), ['install', '--ignore-scripts', '--omit=dev'], path);
  await npm('its logger', vscode, ['rebuild', '--loglevel=silent', '@vscode/spdlog'], path).catch(() => {
    console.error('  The logger could not be compiled (python3, make, g++): the Output panel will stay empty.');
  });
}

/** Removes what runs that were killed left half done. */
async function removeAbandoned(target) {
  for (const name of await readdir(cacheFolder())) {
    const [folder, pid] = name.split('.partial-');
    if (folder === basename(target) && pid && !isAlive(Number(pid))) {
      await rm(join(cacheFolder(), name), { recursive: true, force: true });
    }
  }
}

/** Runs npm in a folder, showing how long it takes; `path` goes first on PATH. */
async function npm(title, folder, args, path) {
  if (!existsSync(join(folder, 'package.json'))) {
    // One of its own keeps npm from looking for a project further up.
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  }
  const env = { ...process.env };
  // What an enclosing `npm test` says about its own project is not meant for this one.
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix|workspace|omit|include)/i.test(name)) {
      delete env[name];
    }
  }
  if (path) env.PATH = `${path}${delimiter}${env.PATH}`;
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const tick = setInterval(() => console.error(`  ${title}: ${seconds()} …`), 10_000);
  try {
    await run('npm', ['--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd: folder, env });
    console.error(`  ${title}: done in ${seconds()}`);
  } finally {
    clearInterval(tick);
  }
}

if (process.argv[1] === import.meta.filename) {
  exitOnSignals();
  try {
    await installCodeServer();
    console.error(`Ready in ${cacheFolder()}, with the browser ${await installChromium()}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
