/** Putting fixes and their edits together. */
import type { FileEdit } from '../text.ts';
import type { Fix } from './rule.ts';

/** One list of edits for each file. */
export function merged(...edits: readonly FileEdit[]): FileEdit[] {
  const byUri = new Map<string, FileEdit>();
  for (const { uri, edits: more } of edits) byUri.set(uri, { uri, edits: [...(byUri.get(uri)?.edits ?? []), ...more] });
  return [...byUri.values()];
}

/** The fixes, the first of them as the one that is most likely wanted. */
export const preferFirst = (fixes: readonly Fix[]): Fix[] => fixes.map((fix, i) => (i === 0 ? { ...fix, preferred: true } : fix));
