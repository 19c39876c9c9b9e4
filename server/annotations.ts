/**
 * What an editor shows beside the text it asks for itself when the text has changed. When something else has, be it the day,
 * a setting or the holidays that another note holds, nobody but the server knows, and has it ask again.
 */
import type { Connection } from 'vscode-languageserver';
import type { EditorAbilities } from './context.ts';
import type { Day } from './notation/dates.ts';
import type { Root, Roots } from './roots.ts';

/** To be called when all has been read and checked: asks again, where hints and lenses have other grounds than the last time. */
export function refreshing(connection: Connection, { inlayHintsAgain, codeLensAgain }: EditorAbilities, roots: Roots, today: (root: Root) => Day): () => void {
  const known = new WeakMap<Root, Grounds>();
  const isOutdated = (root: Root): boolean => {
    const before = known.get(root);
    const { folder: { roster }, settings } = root;
    const day = today(root);
    // As after nearly every key.
    if (before?.roster === roster && before.settings === settings && before.day === day) return false;
    const now = { roster, settings, day, text: grounds(root, day) };
    known.set(root, now);
    return before !== undefined && before.text !== now.text;
  };
  return () => {
    const outdated = [...roots.all()].filter(isOutdated);
    if (outdated.length === 0) return;
    if (inlayHintsAgain) connection.languages.inlayHint.refresh().catch(() => undefined);
    if (codeLensAgain) connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
  };
}

interface Grounds {
  readonly roster: Root['folder']['roster'];
  readonly settings: Root['settings'];
  readonly day: Day;
  readonly text: string;
}

/** All that hints and lenses go by, besides the text of their note. */
function grounds({ folder: { roster }, settings }: Root, today: Day): string {
  return JSON.stringify([today, settings.codeLens, [...roster.holidays], [...roster.workdays]]);
}
