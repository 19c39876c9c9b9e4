/** Where CommonMark's HTML blocks begin and end (section 4.6 of the specification, version 0.31). */

const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|' +
  'figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|' +
  'ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

const attribute = '\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?';

const starts: readonly RegExp[] = [
  /^<(?:script|pre|textarea|style)(?:\s|>|$)/i,
  /^<!--/,
  /^<\?/,
  /^<![a-z]/i,
  /^<!\[CDATA\[/,
  new RegExp(`^</?(?:${blockNames})(?:\\s|/?>|$)`, 'i'),
  new RegExp(`^(?:<[a-z][a-z0-9-]*(?:${attribute})*\\s*/?>|</[a-z][a-z0-9-]*\\s*>)\\s*$`, 'i'),
];

const ends: readonly (RegExp | undefined)[] = [
  /<\/(?:script|pre|textarea|style)>/i,
  /-->/,
  /\?>/,
  />/,
  /\]\]>/,
  undefined,
  undefined,
];

/** The first of the two kinds that a blank line ends. */
export const endsAtBlankLine = 6;

/** The kind, 1 to 7, of the HTML block that begins with this text of a line; 0 when none does. */
export function htmlBlockStart(text: string, interruptsParagraph: boolean): number {
  for (let kind = 1; kind <= (interruptsParagraph ? 6 : 7); kind++) {
    if (starts[kind - 1]!.test(text)) return kind;
  }
  return 0;
}

/** Whether a block of that kind ends with this line. */
export function htmlBlockEndsIn(kind: number, text: string): boolean {
  return ends[kind - 1]?.test(text) ?? false;
}
