/** The packages that we measure ourselves against: installed on demand, outside the repository, never dependencies. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The Markdown parsers that read a whole document, of what version. */
export const parserVersions = { '@lezer/markdown': '1.8.1', 'markdown-it': '15.0.3' } as const;

const cache = process.env['DELEGATE_NOTES_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'delegate-notes');

/** The folder in which a package of a version is installed, installing it if it is not there yet. */
export function peerFolder(name: string, version: string): string {
  const folder = join(cache, 'peers', `${name.replaceAll('/', '+')}@${version}`);
  const installed = join(folder, 'node_modules', name);
  if (!existsSync(join(installed, 'package.json'))) {
    const start = performance.now();
    console.error(`Installing ${name}@${version} to measure against, into ${folder} …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    console.error(`  done in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  return installed;
}

export async function importPeer<T>(name: string, version: string, entry: string): Promise<T> {
  return (await import(pathToFileURL(join(peerFolder(name, version), entry)).href)) as T;
}
