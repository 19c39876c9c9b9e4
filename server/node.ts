/** The server under Node: `node dist/server.js --stdio`, over Node's IPC, a socket or a pipe. */
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Connection, createConnection } from 'vscode-languageserver/node';
import { breathing } from './breath.ts';
import type * as features from './features.ts';
import type { Found, Host } from './host.ts';
import { Bundles } from './nodeCode.ts';
import { findNotes, markdownIn, readText } from './nodeFiles.ts';
import { storageOf } from './nodeStorage.ts';
import { startServer } from './server.ts';
import type * as service from './service.ts';
import { stdioConnection } from './stdio.ts';

const usage = `This is the language server of Delegate Notes. An editor starts it, with one of:

  --stdio          messages over standard input and output
  --node-ipc       over the channel to the Node process that forked it
  --socket=PORT    over a connection to that port of this machine
  --pipe=NAME      over a named pipe or Unix socket
`;

const host = {
  async *notes(folderUri): AsyncGenerator<Found> {
    if (!folderUri.startsWith('file:')) return;
    for await (const { path, ...found } of breathing(findNotes(fileURLToPath(folderUri)), host)) yield { uri: pathToFileURL(path).href, ...found };
  },
  read(uri, folderUri) {
    if (!uri.startsWith('file:') || !folderUri.startsWith('file:')) return 'other';
    return readText(fileURLToPath(uri), fileURLToPath(folderUri));
  },
  markdownIn(uri, folderUri) {
    if (!uri.startsWith('file:') || !folderUri.startsWith('file:')) return [];
    return markdownIn(fileURLToPath(uri), fileURLToPath(folderUri)).map((path) => pathToFileURL(path).href);
  },
  storage: storageOf(['server.js', 'shared.js', 'service.js', 'features.js'].map((name) => resolve(__dirname, name))),
  rulePages: new URL('../server/rules/pages/', pathToFileURL(__filename)).href,
  now: () => new Date(),
  soon: (call) => void setImmediate(call),
  later: (milliseconds, call) => void setTimeout(call, milliseconds).unref(),
} satisfies Host;

/** Milliseconds after which most of what is ever needed has been compiled. It is kept then, for an editor may end its server by force. */
const compiledAfter = 10_000;

function bundlesFor(storage: string | undefined): Bundles {
  const bundles = new Bundles(__dirname, host.storage, storage?.startsWith('file:') ? storage.replace(/\/+$/, '') : undefined);
  host.later(compiledAfter, () => bundles.keep());
  return bundles;
}

/** What nobody caught has failed by itself: what was read and typed is all still there. Only without an editor it is over. */
function survive(connection: Connection, error: unknown): void {
  const { code, stack } = error as NodeJS.ErrnoException;
  if (/^(?:EPIPE|ECONNRESET|ERR_STREAM_\w+|ERR_IPC_\w+)$/.test(code ?? '')) process.exit(1);
  connection.console.error(`Uncaught: ${stack ?? String(error)}`);
}

if (process.argv.slice(2).some((argument) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument))) {
  const connection = process.argv.includes('--stdio') ? stdioConnection() : createConnection();
  process.on('uncaughtException', (error) => survive(connection, error));
  process.on('unhandledRejection', (reason) => survive(connection, reason));
  startServer(connection, host, (storage) => {
    const bundles = bundlesFor(storage);
    return { service: () => bundles.load('service.js') as typeof service, features: () => bundles.load('features.js') as typeof features };
  });
} else {
  process.stderr.write(usage);
  process.exitCode = 2;
}
