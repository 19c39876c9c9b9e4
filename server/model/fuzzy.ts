/** Finding by some letters of a name: `sci` finds “Send client invoices”. */

/** Characters of a query and of a name that are looked at. */
const longest = 200;

/** A query, ready to be held against many names; letter case and white space do not count. */
export function foldQuery(query: string): string {
  return query.slice(0, longest).toLowerCase().replace(/\s+/g, '');
}

/**
 * How well a name answers a folded query: 0 is best, `undefined` is not at all. All letters have to be there in their order;
 * each that neither follows the one before nor begins a word makes it worse.
 */
export function misfitOf(query: string, name: string): number | undefined {
  const text = name.slice(0, longest).toLowerCase();
  return byWords(query, text) ?? (isSpread(query, text) ? query.length + 1 : undefined);
}

/** Goes on to the beginning of a word rather than to a letter within one; that way it may miss what is there. */
function byWords(query: string, text: string): number | undefined {
  let misfit = 0;
  let at = -1;
  for (const letter of query) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    const begun = at >= 0 && next === at + 1 ? next : wordBeginning(text, letter, next);
    if (begun < 0) misfit++;
    at = begun < 0 ? next : begun;
  }
  return misfit;
}

function isSpread(query: string, text: string): boolean {
  let at = -1;
  for (const letter of query) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The first place from an offset on where a word begins with a letter, else -1. */
function wordBeginning(text: string, letter: string, from: number): number {
  for (let at = from; at >= 0; at = text.indexOf(letter, at + 1)) if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return at;
  return -1;
}
