// A user's settings, for the desktop and for code-server alike.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Make a window that is quiet, and the same on every machine. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'files.autoSave': 'off', // as on the desktop: in a browser it would be on
};

/** The day on which the findings of example/ are what tests and pictures say. */
export const FIXED_DAY = { 'delegateNotes.today': '2026-11-23' };

export async function writeSettings(userDataDir, settings) {
  await mkdir(join(userDataDir, 'User'), { recursive: true });
  await writeFile(join(userDataDir, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
}
