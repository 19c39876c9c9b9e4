import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rules } from '../../server/rules/index.ts';
import { packageCommands, packageConfiguration, packageKeys, packageMenus, packageStrings, packageSubmenus, packageTokenScopes, readmeRegions, rulePage, withRegion } from './generate.ts';

/** These tests mend what they find wrong and fail all the same, so that nobody lands it unseen: look at it, and run again. */
const root = resolve(import.meta.dirname, '../..');

function assertCurrent(path: string, change: (text: string) => string): void {
  const whole = join(root, path);
  const before = existsSync(whole) ? readFileSync(whole, 'utf8') : '';
  const after = change(before);
  if (after === before) return;
  writeFileSync(whole, after);
  assert.fail(`${path} was out of date; rewritten`);
}

const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

describe('what is generated', () => {
  it('package.json: commands, where they are offered, settings and colours', () => assertCurrent('package.json', (text) => {
    const manifest = JSON.parse(text) as Record<string, object>;
    const generated = {
      configuration: packageConfiguration(), commands: packageCommands(), menus: packageMenus(), submenus: packageSubmenus(), keybindings: packageKeys(),
      semanticTokenScopes: packageTokenScopes(),
    };
    return asJson({ ...manifest, contributes: { ...manifest['contributes'], ...generated } });
  }));

  it('package.nls.json: the strings of commands, menus, settings and rules', () => assertCurrent('package.nls.json', (text) => {
    const written = Object.entries(JSON.parse(text || '{}') as Record<string, string>);
    const own = written.filter(([key]) => !/^(?:command|menu|setting|rule)\./.test(key));
    return asJson({ ...Object.fromEntries(own), ...packageStrings() });
  }));

  for (const [name, content] of Object.entries(readmeRegions())) {
    it(`README.md: ${name}`, () => assertCurrent('README.md', (text) => withRegion(text, name, content)));
  }

  it('the pages of the rules', () => {
    const folder = 'server/rules/pages';
    mkdirSync(join(root, folder), { recursive: true });
    const outdated: string[] = [];
    for (const rule of rules) {
      try {
        assertCurrent(`${folder}/${rule.code}.md`, () => rulePage(rule));
      } catch (error) {
        outdated.push((error as Error).message);
      }
    }
    for (const name of readdirSync(join(root, folder))) {
      if (rules.some(({ code }) => name === `${code}.md`)) continue;
      rmSync(join(root, folder, name));
      outdated.push(`${name} belongs to no rule; removed`);
    }
    assert.deepEqual(outdated, []);
  });
});
