// A headless Chromium with a profile of its own.
import { installChromium } from './chromium.mjs';
import { installCodeServer } from './install.mjs';
import { temporaryFolder } from './temporary.mjs';

const QUIET = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** @typedef {{ size?: { width: number, height: number }, scale?: number, dark?: boolean }} Look */

/**
 * Opens an empty page, one of Playwright's, which also ends the browser when this process exits.
 * @param {Look} look
 */
export async function openPage({ size = { width: 1280, height: 800 }, scale = 1, dark = true } = {}) {
  const { playwright } = await installCodeServer();
  const folder = temporaryFolder();
  const browser = await playwright().chromium.launch({
    executablePath: await installChromium(),
    headless: true,
    // Chromium's sandbox refuses to work for root and in most containers; only our own pages are opened.
    chromiumSandbox: false,
    args: QUIET,
    // Signals are the caller's: the server has to end before its browser.
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    // It ends by a kill, which leaves its temporary files behind; and its crash reporter ignores the profile and would
    // make a folder in the user's own configuration.
    env: { ...process.env, TMPDIR: folder, BREAKPAD_DUMP_LOCATION: folder },
  });
  const context = await browser.newContext({
    viewport: size, deviceScaleFactor: scale, colorScheme: dark ? 'dark' : 'light', locale: 'en-US',
  });
  return context.newPage();
}
