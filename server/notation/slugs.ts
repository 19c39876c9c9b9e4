/**
 * The anchors that GitHub gives to headings: the text as it is shown, in lower case, without punctuation, spaces as hyphens;
 * a repeated one gets `-1`, `-2` and so on. Held in tests against `github-slugger`.
 */

/** The anchor of one heading, given in Markdown, before repeats are numbered. */
export function slug(heading: string): string {
  return shownText(heading)
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Numbers repeated anchors in the order of the headings. */
export class Slugger {
  private readonly seen = new Map<string, number>();

  next(heading: string): string {
    return this.numbered(slug(heading));
  }

  /** The anchor of a heading whose `slug` is known. */
  numbered(base: string): string {
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

/** Behind the `]` of a link: `(destination "title")` or `[label]`. All repeats are bounded, so that no heading takes long. */
const target =
  '(?:\\(\\s{0,9}(?:<[^<>]{0,500}>|[^\\s()<>]{0,500}(?:\\([^\\s()]{0,500}\\)[^\\s()]{0,500}){0,9})(?:\\s{1,9}(?:"[^"]{0,500}"|\'[^\']{0,500}\'))?\\s{0,9}\\)' +
  '|\\[[^[\\]]{0,500}\\])';

const attributes = '(?:\\s{1,9}[a-z_:][\\w.:-]{0,50}(?:\\s{0,9}=\\s{0,9}(?:"[^"]{0,500}"|\'[^\']{0,500}\'|[^\\s"\'=<>`]{1,500}))?){0,9}';

const marks = new RegExp(
  `(?=[\\\\\`<![(&_])(?:${[
    '\\\\(?<escaped>[!-/:-@[-`{-~])',
    '(?<!`)(?<fence>`{1,9})(?!`)(?<code>.{0,300}?[^`])\\k<fence>(?!`)',
    '<(?<address>[a-z][a-z0-9+.-]{1,31}:[^\\s<>]{0,500}|[^\\s<>@]{1,100}@[^\\s<>@]{1,100})>',
    '<!--.{0,100}?-->',
    `</?[a-z][a-z0-9-]{0,50}${attributes}\\s{0,9}/?>`,
    `!\\[[^[\\]]{0,500}\\]${target}`,
    `(?<=\\])${target}`,
    '&(?:#(?<number>\\d{1,6})|amp|lt|gt|quot|apos|nbsp|hellip|ndash|mdash|copy|reg|trade);',
    // Emphasis: an underscore in front of a word with one behind a word further on, and the other way round.
    '(?<![\\p{L}\\p{N}_])_{1,3}(?=[^\\s_].{0,100}?(?<![\\s_])_{1,3}(?![\\p{L}\\p{N}_]))',
    '(?<=(?<![\\p{L}\\p{N}_])_{1,3}[^\\s_].{0,100}?)(?<![\\s_])_{1,3}(?![\\p{L}\\p{N}_])',
  ].join('|')})`,
  'giu',
);

/** A heading as it is shown: links as their text, without images, tags and emphasis by `_`. Other marks are punctuation. */
function shownText(heading: string): string {
  if (!/[\\`<\]&_]/.test(heading)) return heading;
  return heading.replace(marks, (...match: unknown[]) => {
    const { escaped, code, address, number } = match.at(-1) as Record<string, string | undefined>;
    return escaped ?? code ?? address ?? (number === undefined ? '' : String.fromCodePoint(Number(number)));
  });
}
