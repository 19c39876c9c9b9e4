/**
 * The anchors that GitHub gives to headings: lower case, without punctuation, spaces as hyphens; a repeated one gets `-1`,
 * `-2` and so on. Held in tests against `github-slugger`.
 */

/** The anchor of one heading's text, before repeats are numbered. */
export function slug(heading: string): string {
  return plainText(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Numbers repeated anchors in the order of the headings. */
export class Slugger {
  private readonly seen = new Map<string, number>();

  next(heading: string): string {
    const base = slug(heading);
    let count = this.seen.get(base);
    let unique = base;
    if (count !== undefined) {
      do unique = `${base}-${++count}`;
      while (this.seen.has(unique));
      this.seen.set(base, count);
    }
    this.seen.set(unique, 0);
    return unique;
  }
}

/** A heading as it is shown: links as their text, without marks of emphasis and code. */
function plainText(heading: string): string {
  return heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
}
