// Finds a Chromium to drive, or installs one.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

/** The path of an executable that is on PATH, or undefined. */
export function which(name) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find(isExecutable);
}

/** The path of a Chromium: one that is there, else one installed now where that can be done without asking. */
export async function installChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && which('apt-get')) {
    console.error('Installing Chromium with apt-get, once: about half a minute.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // The lists of packages may be old, or not there at all, as in most container images.
    await run('apt-get', ['-qq', 'update'], { env });
    await run('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', 'chromium'], { env });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error('A Chromium is needed and none was found. Install Chromium or Google Chrome '
    + '(Debian: "apt-get install chromium"), or set CHROMIUM to its path.');
}

function findChromium() {
  return process.env.CHROMIUM
    || NAMES.map(which).find(Boolean)
    || MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
