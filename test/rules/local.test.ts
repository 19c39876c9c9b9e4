/** Rules that say they look at nothing but a section, the header, the people and the day get nothing else. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Folder } from '../../server/model/workspace.ts';
import { parseDay } from '../../server/notation/dates.ts';
import { type Document, readDocument } from '../../server/notation/document.ts';
import { rules } from '../../server/rules/index.ts';
import type { Context, Rule } from '../../server/rules/rule.ts';
import { load, parseFixture } from '../support/fixture.ts';

const example = resolve(import.meta.dirname, '../../example');

const folders: Folder[] = [
  ...rules.flatMap(({ bad, good }) => [bad, good]).map((text) => load(parseFixture(text).files)),
  Folder.empty('file:///example').with(
    ...readdirSync(example).filter((name) => name.endsWith('.md')).map((name) => readDocument(`file:///example/${name}`, readFileSync(join(example, name), 'utf8'))),
  ),
];

/** An object that has some properties of another, and says so when it is asked for more. */
const only = <T extends object>(whole: T, ...names: readonly (keyof T)[]): T =>
  new Proxy(whole, {
    get: (_, name) => (names.includes(name as keyof T) ? whole[name as keyof T] : assert.fail(`it looks at ${String(name)}`)),
  });

function look({ checkTask, checkSection }: Rule, folder: Folder, document: Document): void {
  const context: Context = { folder: only(folder, 'roster', 'calendar', 'uri', 'contains'), today: parseDay('2026-11-23')! };
  document.sections.forEach((section, i) => {
    const passage = { document: only(document, 'uri', 'header'), section, firstLine: document.firstLines[i]! };
    Array.from(checkSection?.(passage, context) ?? []);
    if (section.block) Array.from(checkTask?.({ ...passage, block: section.block }, context) ?? []);
  });
}

describe('a local rule looks at nothing beyond its section', () => {
  for (const rule of rules.filter(({ isLocal }) => isLocal)) {
    it(rule.code, () => {
      for (const folder of folders) for (const document of folder.documents.values()) look(rule, folder, document);
    });
  }

  it('is said of every rule of which it is true', () => {
    const others = rules.filter(({ isLocal, checkTask, checkSection }) => !isLocal && (checkTask ?? checkSection));
    const local = others.filter((rule) => {
      try {
        for (const folder of folders) for (const document of folder.documents.values()) look(rule, folder, document);
        return true;
      } catch {
        return false;
      }
    });
    assert.deepEqual(local.map(({ code }) => code), []);
  });
});
