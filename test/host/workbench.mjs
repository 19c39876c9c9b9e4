// A look at the extension as a user sees it: VS Code in a browser, with the packaged extension installed.
import { cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openPage } from './browser.mjs';
import { codeServerCommand, remoteUri, startServer, workbenchUrl } from './server.mjs';
import { FIXED_DAY, QUIET_SETTINGS, writeSettings } from './settings.mjs';
import { temporaryFolder } from './temporary.mjs';

/** Settings for pictures: nothing in them but what they are about. */
const PICTURE_SETTINGS = {
  ...QUIET_SETTINGS,
  ...FIXED_DAY,
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'git.enabled': false,
};

/**
 * Opens a copy of a folder and, once the editor is there, hands its page (Playwright's) to `use`.
 * @param {{ vsix: string, folder: string, file?: string, settings?: object,
 *   look?: import('./browser.mjs').Look }} options file: one to open, relative to the folder
 */
export async function withWorkbench({ vsix, folder, file, settings = {}, look = {} }, use) {
  const temporary = temporaryFolder();
  const folders = { userDataDir: join(temporary, 'user'), extensionsDir: join(temporary, 'extensions') };
  const workspace = join(temporary, basename(folder));
  cpSync(folder, workspace, { recursive: true });
  const theme = look.dark === false ? 'Default Light Modern' : 'Default Dark Modern';
  await writeSettings(folders.userDataDir, { ...PICTURE_SETTINGS, 'workbench.colorTheme': theme, ...settings });
  await codeServerCommand(['--install-extension', vsix], folders);
  const [server, page] = await Promise.all([startServer(folders), openPage(look)]);
  try {
    const payload = file ? [['openFile', remoteUri(server, join(workspace, file))]] : [];
    await page.goto(workbenchUrl(server, { folder: workspace, payload }));
    await page.waitForSelector(file ? '.monaco-workbench .part.editor .view-line' : '.monaco-workbench');
    return await use(page);
  } catch (error) {
    const path = join(tmpdir(), 'delegate-notes-failed.png');
    await page.screenshot({ path }).catch(() => {});
    throw new Error(`${error.message}\nWhat the window showed: ${path}`, { cause: error });
  } finally {
    await server.stop();
    await page.context().browser().close();
  }
}

/** Runs a command from the palette, by its title. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Puts the cursor at a line and column, both from 1. */
export async function goTo(page, line, column = 1) {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Opens the menu of quick fixes at the cursor. */
export async function showQuickFixes(page) {
  const fix = page.locator('.action-widget .monaco-list-row').first();
  for (let attempt = 1; attempt < 5; attempt++) {
    await page.keyboard.press('Control+.');
    // "No code actions" is the answer, too, while another extension registers its own, as they do at the start.
    if (await fix.waitFor({ timeout: 3_000 }).then(() => true, () => false)) return;
  }
  throw new Error('No quick fix is offered at the cursor.');
}

/** Shows what is told of the thing at the cursor. */
export async function showHover(page) {
  const hover = page.locator('.monaco-hover .hover-row').first();
  for (let attempt = 1; attempt < 5; attempt++) {
    await runCommand(page, 'Show or Focus Hover');
    if (await hover.waitFor({ timeout: 3_000 }).then(() => true, () => false)) return hover;
  }
  throw new Error('Nothing is told of the thing at the cursor.');
}
