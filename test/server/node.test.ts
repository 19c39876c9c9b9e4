import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, type PublishDiagnosticsParams, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { findNotes, readNote, readText } from '../../server/nodeFiles.ts';
import { able } from '../support/client.ts';

let root: string;

function write(path: string, content: string | Buffer): string {
  const whole = join(root, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

/** Gives each test of a group its own folder. */
function withFolder(): void {
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'delegate-notes-'));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));
}

describe('notes on a disk', () => {
  withFolder();

  const found = (): string[] => [...findNotes(root)].map(({ path, problem }) => relative(root, path) + (problem ? `: ${problem}` : ''));

  it('are found in the order of their names, and nowhere that is not the user’s', () => {
    for (const path of ['b.delegate.md', 'a/z.delegate.md', 'plain.md', 'node_modules/x.delegate.md', '.git/x.delegate.md']) write(path, '');
    mkdirSync(join(root, 'folder.delegate.md'));
    write('folder.delegate.md/inner.delegate.md', '');
    assert.deepEqual(found(), ['b.delegate.md', 'a/z.delegate.md', 'folder.delegate.md/inner.delegate.md']);
  });

  it('are found once, whatever leads to them', () => {
    write('in/a.delegate.md', '');
    write('in/text.md', '');
    symlinkSync(join(root, 'in'), join(root, 'again'));
    symlinkSync(root, join(root, 'in', 'up'));
    symlinkSync(join(root, 'in/a.delegate.md'), join(root, 'same.delegate.md'));
    symlinkSync(join(root, 'in/text.md'), join(root, 'other.delegate.md'));
    symlinkSync(join(root, 'nowhere'), join(root, 'broken.delegate.md'));
    symlinkSync(process.execPath, join(root, 'out.delegate.md'));
    symlinkSync(dirname(process.execPath), join(root, 'outside'));
    assert.deepEqual(found(), [
      'broken.delegate.md: a link to a file that is not there',
      'other.delegate.md',
      'out.delegate.md: a link that leads out of the folder',
      'in/a.delegate.md',
      'in/up: a link that leads back to a folder above it',
    ]);
  });

  it('are told of when they cannot be listed', () => {
    rmSync(root, { recursive: true });
    assert.deepEqual([...findNotes(root)], [{ path: root, problem: 'a folder that cannot be read: ENOENT' }]);
  });

  it('are read in UTF-8 and UTF-16, without their mark', () => {
    const text = '# Büro “one” 🙂\r\n';
    const textIn = (path: string): unknown => Object.assign({ text: undefined }, readNote(path)).text;
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    assert.equal(textIn(write('a', text)), text);
    assert.equal(textIn(write('b', `\ufeff${text}`)), text);
    assert.equal(textIn(write('c', utf16)), text);
    assert.equal(textIn(write('d', Buffer.from(utf16).swap16())), text);
    assert.equal(textIn(write('e', '')), '');
  });

  it('say why they cannot be read', () => {
    const huge = write('huge', '');
    truncateSync(huge, 20 * 1024 * 1024 + 1);
    const circle = join(root, 'circle');
    symlinkSync(circle, circle);
    const problems = [write('latin', Buffer.from('Büro', 'latin1')), write('binary', 'a\0b'), huge, root, join(root, 'none'), circle, '/dev/null'].map(readNote);
    assert.deepEqual(problems, [
      'not text in UTF-8 or UTF-16', 'not text in UTF-8 or UTF-16', 'larger than 20 MB', 'a folder', 'no such file', 'a link that leads in a circle', 'not a file',
    ].map((problem) => ({ problem })));
  });

  it('are not read from outside of their folder', () => {
    symlinkSync(process.execPath, join(root, 'out.md'));
    assert.deepEqual(readText(join(root, 'out.md'), root), { unreadable: 'a link that leads out of the folder' });
    assert.deepEqual(readText(join(root, '../none.md'), root), 'missing');
  });
});

describe('the server as a program', () => {
  withFolder();

  const repository = resolve(import.meta.dirname, '../..');
  const bundle = join(repository, 'dist/server.js');
  let server: ChildProcess;

  // As packaged, without the parts of the libraries that the build leaves out.
  before(() => void execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: repository, stdio: 'ignore' }));

  it('answers over stdio, finds the notes on the disk, and ends when it is told to', async () => {
    const path = write('a b.delegate.md', '## Send client invoices (recurring)\n');
    server = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!));
    const published = new Promise<PublishDiagnosticsParams>((resolve) => connection.onNotification('textDocument/publishDiagnostics', resolve));
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const workspaceFolders = [{ uri: pathToFileURL(root).href, name: 'notes' }];
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: able, workspaceFolders });
    await connection.sendNotification('initialized', {});
    const { uri, diagnostics } = await published;
    assert.equal(uri, pathToFileURL(path).href);
    assert.equal(diagnostics[0]?.codeDescription?.href, pathToFileURL(join(repository, 'server/rules/pages/missing-owner.md')).href);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.deepEqual(await once(server, 'exit'), [0, null]);
  });

  it('says how it is started when it was not', async () => {
    server = spawn(process.execPath, [bundle], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    server.stderr!.on('data', (chunk) => (said += String(chunk)));
    assert.deepEqual(await once(server, 'close'), [2, null]);
    assert.match(said, /--stdio/);
  });
});
