// Takes the README's pictures, of the packaged extension on example/.
//   node test/host/screenshots.mjs OUT [--vsix FILE] [--light]
// writes OUT/problems.png, OUT/quick-fix.png and OUT/hover.png (with --light: problems-light.png …)
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnSignals } from './processes.mjs';
import { temporaryFolder } from './temporary.mjs';
import { packageVsix, REPOSITORY } from './vsix.mjs';
import { goTo, runCommand, showHover, showQuickFixes, withWorkbench } from './workbench.mjs';

exitOnSignals();
const { values, positionals: [out] } = parseArgs({
  allowPositionals: true,
  options: { vsix: { type: 'string' }, light: { type: 'boolean' } },
});
if (!out) throw new Error('Where to? node test/host/screenshots.mjs OUT [--vsix FILE] [--light]');

const folder = join(REPOSITORY, 'example');
const file = 'marketing.delegate.md';
/** A function without an owner. */
const heading = '## Answer the online reviews (recurring)';
/** A function with a history. */
const told = '## Post the bike of the week (recurring)';
const lines = readFileSync(join(folder, file), 'utf8').split('\n');
const [line, toldLine] = [heading, told].map((text) => lines.indexOf(text) + 1);
if (!line || !toldLine) throw new Error(`${heading} or ${told} is not in ${file} any more: name another one here.`);

const vsix = values.vsix ? resolve(values.vsix) : await packageVsix(temporaryFolder());
// 1280 × 800 pixels of a window that is a quarter larger than life, to be read in a README.
const look = { size: { width: 1024, height: 640 }, scale: 1.25, dark: !values.light };
const picture = (page, name) => page.screenshot({ path: join(out, `${name}${values.light ? '-light' : ''}.png`) });

/** Brings the heading to the upper third: a line below it is put in the middle first. */
async function goToHeading(page) {
  await goTo(page, line + 5);
  await goTo(page, line, '## A'.length);
}

mkdirSync(out, { recursive: true });
await withWorkbench({ vsix, folder, file, look }, async (page) => {
  await goToHeading(page);
  await page.locator('.squiggly-warning').first().waitFor();
  await showQuickFixes(page);
  await picture(page, 'quick-fix');
  await page.keyboard.press('Escape');

  // In the lower half, so that there is room above it.
  await goTo(page, toldLine - 8);
  await goTo(page, toldLine, told.length);
  await (await showHover(page)).locator('img').first().waitFor();
  await picture(page, 'hover');
  await page.keyboard.press('Escape');

  // The findings are sentences: all the width, and half of the height.
  await page.keyboard.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await runCommand(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  for (let step = 0; step < 2; step++) await runCommand(page, 'Increase Current View Size');
  await goToHeading(page);
  await picture(page, 'problems');
});
