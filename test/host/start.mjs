// `npm start`: opens example/ in a real VS Code with this extension. That is the installed `code` where there is one
// and a screen to show it, else a VS Code served on localhost, for any browser.
//   node test/host/start.mjs [--browser] [--port N]     --browser: served, even if there is a `code`
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { which } from './chromium.mjs';
import { exitOnSignals } from './processes.mjs';
import { run } from './run.mjs';
import { codeServerCommand, startServer, workbenchUrl } from './server.mjs';
import { QUIET_SETTINGS, writeSettings } from './settings.mjs';
import { temporaryFolder } from './temporary.mjs';
import { packageVsix, REPOSITORY } from './vsix.mjs';

const EXAMPLE = join(REPOSITORY, 'example');

const { values } = parseArgs({ options: { browser: { type: 'boolean' }, port: { type: 'string', default: '0' } } });

/** The installed VS Code, or undefined where it could not show a window of ours. */
function findCode() {
  if (values.browser) return undefined;
  const { env, platform } = process;
  if (platform === 'linux') {
    // It refuses to run for root; in WSL and in a remote window it is the Windows or remote one, without this folder.
    const elsewhere = env.WSL_DISTRO_NAME || env.VSCODE_IPC_HOOK_CLI || process.getuid() === 0;
    if (elsewhere || !(env.DISPLAY || env.WAYLAND_DISPLAY)) return undefined;
  }
  const mac = 'Visual Studio Code.app/Contents/Resources/app/bin/code';
  const candidates = platform === 'win32'
    ? [which('code.cmd'), join(env.LOCALAPPDATA ?? '', 'Programs', 'Microsoft VS Code', 'bin', 'code.cmd')]
    : [which('code'), which('code-insiders'), join('/Applications', mac), join(homedir(), 'Applications', mac)];
  return candidates.find((path) => path && existsSync(path));
}

/** @returns {Promise<boolean>} whether a window was opened */
async function openDesktop(code) {
  const shell = process.platform === 'win32'; // a .cmd there: it takes a shell, and a shell splits at spaces
  const quote = (text) => (shell ? `"${text}"` : text);
  const args = ['--new-window', `--extensionDevelopmentPath=${REPOSITORY}`, EXAMPLE];
  try {
    await run(quote(code), args.map(quote), { shell });
    console.log(`Opened example/ with the extension in ${code}`);
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

async function serve() {
  const temporary = temporaryFolder();
  const folders = { userDataDir: join(temporary, 'user'), extensionsDir: join(temporary, 'extensions') };
  await codeServerCommand(['--install-extension', await packageVsix(temporary)], folders);
  await writeSettings(folders.userDataDir, QUIET_SETTINGS);
  const server = await startServer({ ...folders, port: Number(values.port) });
  console.log(`\nVS Code with the extension, on example/:\n\n  ${workbenchUrl(server, { folder: EXAMPLE })}\n`);
  console.log('The counters at its bottom left open the findings. It is served until Ctrl+C here.');
  throw new Error(`VS Code's server ended (${await server.closed}).`);
}

exitOnSignals(0);
const code = findCode();
try {
  if (!code || !await openDesktop(code)) await serve();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
