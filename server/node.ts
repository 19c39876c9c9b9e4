/** The server under Node: `node dist/server.js --stdio`, over Node's IPC, a socket or a pipe. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Connection, createConnection } from 'vscode-languageserver/node';
import type { Found, Host } from './host.ts';
import { findNotes, markdownIn, readText } from './nodeFiles.ts';
import { storageOf } from './nodeStorage.ts';
import { startServer } from './server.ts';
import type * as service from './service.ts';

const usage = `This is the language server of Delegate Notes. An editor starts it, with one of:

  --stdio          messages over standard input and output
  --node-ipc       over the channel to the Node process that forked it
  --socket=PORT    over a connection to that port of this machine
  --pipe=NAME      over a named pipe or Unix socket
`;

/** Milliseconds of work before messages get through. */
const sliceLength = 8;

const host: Host = {
  async *notes(folderUri): AsyncGenerator<Found> {
    if (!folderUri.startsWith('file:')) return;
    let since = performance.now();
    // What the reader of a note does with it counts too, for this goes on only when it is done.
    for (const { path, ...found } of findNotes(fileURLToPath(folderUri))) {
      yield { uri: pathToFileURL(path).href, ...found };
      if (performance.now() - since < sliceLength) continue;
      await new Promise(setImmediate);
      since = performance.now();
    }
  },
  read(uri, folderUri) {
    if (!uri.startsWith('file:') || !folderUri.startsWith('file:')) return 'other';
    return readText(fileURLToPath(uri), fileURLToPath(folderUri));
  },
  markdownIn(uri, folderUri) {
    if (!uri.startsWith('file:') || !folderUri.startsWith('file:')) return [];
    return markdownIn(fileURLToPath(uri), fileURLToPath(folderUri)).map((path) => pathToFileURL(path).href);
  },
  storage: storageOf([__filename, resolve(__dirname, 'service.js')]),
  rulePages: new URL('../server/rules/pages/', pathToFileURL(__filename)).href,
  now: () => new Date(),
  soon: (call) => void setImmediate(call),
  later: (milliseconds, call) => void setTimeout(call, milliseconds).unref(),
};

/** What nobody caught has failed by itself: what was read and typed is all still there. Only without an editor it is over. */
function survive(connection: Connection, error: unknown): void {
  const { code, stack } = error as NodeJS.ErrnoException;
  if (/^(?:EPIPE|ECONNRESET|ERR_STREAM_\w+|ERR_IPC_\w+)$/.test(code ?? '')) process.exit(1);
  connection.console.error(`Uncaught: ${stack ?? String(error)}`);
}

if (process.argv.slice(2).some((argument) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument))) {
  const connection = createConnection();
  process.on('uncaughtException', (error) => survive(connection, error));
  process.on('unhandledRejection', (reason) => survive(connection, reason));
  // The bundle beside this one; the bundler does not follow it.
  startServer(connection, host, () => createRequire(__filename)('./service.js') as typeof service);
} else {
  process.stderr.write(usage);
  process.exitCode = 2;
}
