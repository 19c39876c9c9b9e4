/** The servers that the bench client can talk to: ours, the floor, and those of others. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Profile } from './client.ts';
import { importPeer, parserVersions, peerFolder } from './peers.ts';

const dist = resolve(import.meta.dirname, '../dist');

export const ours: Profile = {
  name: 'ours',
  command: () => [process.execPath, join(dist, 'server.js'), '--stdio'],
  options: { today: '2026-11-23', images: true },
};

export const floor: Profile = {
  name: 'null',
  command: () => [process.execPath, join(dist, 'bench/nullServer.js'), '--stdio'],
};

const rumdlVersion = '0.2.75';

/** The program itself, without the script that looks for it. */
export function rumdlProgram(): string {
  const folder = join(peerFolder('rumdl', rumdlVersion), '../@rumdl');
  const [platform] = readdirSync(folder);
  return join(folder, platform!, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
}

const rumdl: Profile = {
  name: 'rumdl',
  command: () => [rumdlProgram(), 'server'],
  fullSync: true,
};

/** Notes are no YAML; it is given their lines as strings of a list, one a line. */
const yaml: Profile = {
  name: 'yaml-language-server',
  command: () => [process.execPath, join(peerFolder('yaml-language-server', '2.0.0'), 'bin/yaml-language-server'), '--stdio'],
  languageId: 'yaml',
  written: { line: (line) => `- '${line.replaceAll("'", "’")}'`, indent: 3 },
};

/**
 * The Markdown server of VS Code leaves parsing and files to its editor, in requests of its own. They are answered as VS Code
 * answers them, in this process; what that takes is part of what its user waits for.
 */
async function markdown(): Promise<Profile> {
  const { default: MarkdownIt } = await importPeer<{ default: new (options: object) => Parser }>('markdown-it', parserVersions['markdown-it'], 'dist/markdown-it.mjs');
  const parser = new MarkdownIt({ html: true });
  const validate = { enabled: 'warning' };
  return {
    name: 'vscode-markdown-languageserver',
    command: () => [process.execPath, join(peerFolder('vscode-markdown-languageserver', '0.5.0'), 'dist/node/workerMain.js'), '--stdio'],
    options: { markdownFileExtensions: ['md'] },
    pulls: true,
    settings: {
      markdown: {
        server: { log: 'off' }, suggest: { paths: { enabled: true } }, occurrencesHighlight: { enabled: true },
        validate: {
          enabled: true, ignoredLinks: [], referenceLinks: validate, fragmentLinks: validate, unusedLinkDefinitions: validate, duplicateLinkDefinitions: validate,
          fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
        },
      },
    },
    answers: (editor) => ({
      'markdown/parse': ({ uri, text }: { uri: string; text?: string }) => parser.parse(text ?? editor.textOf(uri) ?? readFileSync(fileURLToPath(uri), 'utf8'), {}),
      'markdown/fs/readFile': ({ uri }: { uri: string }) => [...readFileSync(fileURLToPath(uri))],
      'markdown/fs/readDirectory': ({ uri }: { uri: string }) => readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((each) => [each.name, { isDirectory: each.isDirectory() }]),
      'markdown/fs/stat': ({ uri }: { uri: string }) => {
        const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
        return found && { isDirectory: found.isDirectory() };
      },
      'markdown/fs/watcher/create': () => undefined,
      'markdown/fs/watcher/delete': () => undefined,
      'markdown/findMarkdownFilesInWorkspace': () => editor.folder === null ? [] : markdownBelow(fileURLToPath(editor.folder)),
    }),
  };
}

interface Parser {
  parse(text: string, env: object): readonly object[];
}

const markdownBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => pathToFileURL(join(folder, name)).href);

/** The servers of others, as far as they can be installed here. */
export async function peers(): Promise<Profile[]> {
  const found: Profile[] = [];
  for (const profile of [() => rumdl, markdown, () => yaml]) {
    try {
      const ready = await profile();
      ready.command();
      found.push(ready);
    } catch (error) {
      console.error(`Not measured against ${profile.name || 'one peer'}, which cannot be installed: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  return found;
}
