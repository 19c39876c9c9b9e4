/** The Markdown of the packages under node_modules: real texts, by many hands. */
import { readdirSync, readFileSync } from 'node:fs';

/** What packages say of themselves, up to 20 KB each, always in the same order. */
export function realMarkdown(): string[] {
  const root = new URL('../../node_modules/', import.meta.url);
  const packages = readdirSync(root).flatMap((name) => {
    if (name.startsWith('.')) return [];
    return name.startsWith('@') ? readdirSync(new URL(name, root)).map((each) => `${name}/${each}`) : [name];
  });
  const texts: string[] = [];
  for (const name of packages.sort()) {
    const folder = new URL(`${name}/`, root);
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.md')) continue;
      const text = readFileSync(new URL(file, folder), 'utf8');
      if (text.length <= 20_000) texts.push(text.replace(/^\ufeff/, ''));
    }
  }
  return texts;
}

/** The first texts that have so many characters together. */
export function upTo(size: number, texts: readonly string[]): string[] {
  let left = size;
  return texts.filter(({ length }) => (left -= length) > 0);
}
