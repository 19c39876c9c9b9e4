// Starts and stops a VS Code served on localhost, and runs its command line.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installCodeServer } from './install.mjs';
import { killTree } from './processes.mjs';
import { run } from './run.mjs';
import { temporaryFolder } from './temporary.mjs';

const STARTS_WITHIN = 60_000;

/** Runs code-server's command line to its end, as for `--install-extension`. */
export async function codeServerCommand(args, { userDataDir, extensionsDir }) {
  const { node, entry } = await installCodeServer();
  await run(node, [entry, ...await folders(userDataDir, extensionsDir), ...args], { env: environment() });
}

/**
 * Starts a server. It leads a process group of its own, so that Ctrl+C in a terminal reaches only us, and it ends,
 * with all that it started, when this process does.
 * @param {{ userDataDir: string, extensionsDir: string, testDriver?: boolean, port?: number, env?: object }} options
 *   testDriver: lets the page run an extension's tests, and keeps notifications and dialogs from showing.
 */
export async function startServer({ userDataDir, extensionsDir, testDriver = false, port = 0, env = {} }) {
  const { node, entry } = await installCodeServer();
  const child = spawn(node, [
    entry, ...await folders(userDataDir, extensionsDir),
    '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`,
    '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override',
    '--reconnection-grace-time', '1',
    // The last resort for when we are killed: two minutes after its last page a server ends (61 is the least it takes).
    ...(testDriver ? ['--vscode-option', 'enable-smoke-test-driver', '--idle-timeout-seconds', '61'] : []),
  ], {
    env: { ...environment(), ...env },
    detached: true, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => killTree(child.pid);
  // Before what else is done at exit: it would keep on writing, and would wait for its browser to come back.
  process.prependListener('exit', kill);

  const server = { address: '', log: '' };
  const closed = new Promise((resolve) => {
    child.on('close', (code, signal) => { process.off('exit', kill); resolve(code ?? signal); });
    child.on('error', (error) => resolve(error.message));
  });
  const listening = new Promise((resolve) => {
    const read = (chunk) => {
      server.log = (server.log + chunk).slice(-20_000);
      const [, address] = /HTTP server listening on http:\/\/([^/\s]+)/.exec(server.log) ?? [];
      if (address) resolve(address);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
  });
  const late = new Promise((resolve) => { setTimeout(resolve, STARTS_WITHIN).unref(); });
  server.address = await Promise.race([listening, closed.then(() => ''), late]);
  if (!server.address) {
    kill();
    throw new Error(`VS Code's server did not start:\n${server.log}`);
  }
  /** Resolves, to an exit code or signal, when it has ended by itself or by `stop`. */
  server.closed = closed;
  server.stop = () => { kill(); return closed; };
  return server;
}

/** The address of the workbench on a folder, a .code-workspace or nothing; payload is a list of [key, value]. */
export function workbenchUrl(server, { folder, workspace, payload = [] }) {
  const query = new URLSearchParams();
  if (folder) query.set('folder', folder);
  if (workspace) query.set('workspace', workspace);
  if (payload.length) query.set('payload', JSON.stringify(payload));
  return `http://${server.address}/?${query}`.replaceAll('%2F', '/'); // as good, and people read it
}

/** What the workbench in the browser calls a path of this machine. */
export function remoteUri(server, path) {
  return `vscode-remote://${server.address}${path.split('/').map(encodeURIComponent).join('/')}`;
}

async function folders(userDataDir, extensionsDir) {
  await mkdir(extensionsDir, { recursive: true });
  await mkdir(userDataDir, { recursive: true });
  // A configuration file of its own: without one it reads, and writes, the user's.
  const config = join(userDataDir, 'code-server.yaml');
  await writeFile(config, '{}\n');
  return ['--config', config, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
}

/** Our environment without what would redirect the server, or tie it to a VS Code in whose terminal we run. */
function environment() {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (/^(PORT|PASSWORD|HASHED_PASSWORD|NODE_OPTIONS|ELECTRON_RUN_AS_NODE)$|^VSCODE_|^CODE_SERVER_/.test(name)) {
      delete environment[name];
    }
  }
  // For sockets, which killed processes leave behind, and for code-server's own log, which no switch moves.
  const folder = temporaryFolder();
  return { ...environment, XDG_RUNTIME_DIR: folder, XDG_DATA_HOME: folder };
}
