// The packaged extension.
import { join, resolve } from 'node:path';
import { run } from './run.mjs';

export const REPOSITORY = resolve(import.meta.dirname, '..', '..');

/** Packages the extension as a release would be. @returns {Promise<string>} the file's path */
export async function packageVsix(folder) {
  const file = join(folder, 'delegate-notes.vsix');
  const shell = process.platform === 'win32'; // npm is a .cmd there
  await run('npm', ['run', '--silent', 'package', '--', '--out', file], { cwd: REPOSITORY, shell });
  return file;
}
