/** Words for people. Note text and file names among them are in one line and short, in sentences in quotation marks. */
import type { Folder } from './workspace.ts';

const longest = 60;

/** Text that may be of any length, in one line and cut at 60 characters. */
export function short(text: string): string {
  const line = text.slice(0, 4 * longest).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

/** “Send client invoices” */
export const quoted = (text: string): string => `“${short(text)}”`;

/** `1 run`, `2 runs` */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Short facts, one after the other: `@maria · 1h 10m · 5/5`. What is not known is left out. */
export const joined = (facts: readonly (string | undefined)[]): string => facts.filter(Boolean).join(' · ');

/** A file by its path in the workspace folder. */
export function fileName(uri: string, folder: Folder): string {
  const path = folder.contains(uri) ? uri.slice(folder.uri.length + 1) : uri;
  try {
    return short(decodeURIComponent(path));
  } catch {
    return short(path);
  }
}
