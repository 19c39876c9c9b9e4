/** What a UTF-16 code unit is, where text is read character by character. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** `a` to `z` and `A` to `Z`. */
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** White space, with the blanks that no keyboard types but a word processor pastes: no-break, figure, zero-width. */
export const isBlank = (code: number): boolean =>
  code <= 32 || (code >= 160 && (code === 0xa0 || code === 0x202f || code === 0x2007 || code === 0x200b || code === 0xfeff));
