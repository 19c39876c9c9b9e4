// Decides which VS Code the tests run in.
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';
import { installChromium, which } from './chromium.mjs';
import { cacheFolder, installCodeServer } from './install.mjs';

const SHIM = join(import.meta.dirname, 'shim.mjs');
/** How long update.code.visualstudio.com may stay silent before we do without it. */
const SILENCE = 5_000;

/**
 * VSCODE_EXECUTABLE where it is set, else the desktop that can be downloaded (and shown), else the shim.
 * @returns {Promise<{ executable: string, cli: string }>} cli: what takes `--install-extension`
 */
export async function chooseVSCode() {
  const given = process.env.VSCODE_EXECUTABLE;
  if (given) {
    console.error(`VS Code: ${given}, as VSCODE_EXECUTABLE says`);
    return { executable: given, cli: cliOf(given) };
  }
  const desktop = await downloadDesktop();
  if (desktop) return desktop;
  await installCodeServer();
  await installChromium();
  return { executable: SHIM, cli: SHIM };
}

async function downloadDesktop() {
  const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasScreen && !which('xvfb-run')) {
    console.error('VS Code: served on localhost, in a headless browser (no display here, and no xvfb-run)');
    return undefined;
  }
  const cachePath = join(cacheFolder(), 'desktop');
  await mkdir(cachePath, { recursive: true });
  try {
    // One that is there already is taken when the network is not.
    const desktop = await downloadAndUnzipVSCode({ version: 'stable', cachePath, timeout: SILENCE });
    console.error(`VS Code: ${desktop}`);
    if (hasScreen) return { executable: desktop, cli: cliOf(desktop) };
    process.env.DELEGATE_NOTES_DESKTOP = desktop;
    return { executable: join(import.meta.dirname, 'xvfb.sh'), cli: cliOf(desktop) };
  } catch (error) {
    console.error(`VS Code: served on localhost, in a headless browser (no download: ${error?.message ?? error})`);
    return undefined;
  }
}

function cliOf(executable) {
  return basename(executable) === basename(SHIM) ? executable : resolveCliPathFromVSCodeExecutablePath(executable);
}
