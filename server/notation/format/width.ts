/**
 * How many columns a text takes where letters have one width: two for what East Asian Width (UAX #11) calls wide or
 * fullwidth and for emoji, none for marks that combine, one for all else, ambiguous ones too. Terminals, editors and
 * markdownlint count so.
 */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of characters().segment(text)) width += widthOfCharacter(segment);
  return width;
}

let segmenter: Intl.Segmenter | undefined;

/** By what a reader takes for a character, so that a family of four is one. Made when it is needed: it takes as long as reading a note. */
const characters = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter());

const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18fff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;

const emoji = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\d#*]\ufe0f?\u20e3|\p{Regional_Indicator}{2})/u;

const invisible = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]*$/u;

function widthOfCharacter(character: string): number {
  if (emoji.test(character)) return 2;
  if (invisible.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
