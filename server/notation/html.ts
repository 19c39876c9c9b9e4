/** Where CommonMark's HTML blocks begin and end (section 4.6 of the specification, version 0.31). */

const verbatimNames: ReadonlySet<string> = new Set(['script', 'pre', 'textarea', 'style']);

const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem ' +
    'nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);

/** The first of the two kinds that a blank line ends. */
export const endsAtBlankLine = 6;

/** The kind, 1 to 7, of the HTML block that begins with this line, which begins with `<`; 0 when none does. */
export function htmlBlockStart(line: string, interruptsParagraph: boolean): number {
  if (line[1] === '?') return 3;
  if (line[1] === '!') {
    if (line.startsWith('--', 2)) return 2;
    if (line.startsWith('[CDATA[', 2)) return 5;
    return /^[a-z]/i.test(line.slice(2, 3)) ? 4 : 0;
  }
  const closes = line[1] === '/';
  const nameStart = closes ? 2 : 1;
  const nameEnd = endOfName(line, nameStart);
  if (nameEnd === nameStart) return 0;
  const name = line.slice(nameStart, nameEnd).toLowerCase();
  const next = line[nameEnd];
  const ends = next === undefined || next === ' ' || next === '\t' || next === '>';
  if (ends && !closes && verbatimNames.has(name)) return 1;
  if ((ends || line.startsWith('/>', nameEnd)) && blockNames.has(name)) return 6;
  if (interruptsParagraph) return 0;
  const end = endOfTag(line, 0);
  return end > 0 && skipSpace(line, end) === line.length ? 7 : 0;
}

/** The offset behind the opening or closing tag that begins with the `<` at `from`; 0 when it is none. */
export function endOfTag(text: string, from: number): number {
  const closes = text[from + 1] === '/';
  const nameStart = from + (closes ? 2 : 1);
  const nameEnd = endOfName(text, nameStart);
  if (nameEnd === nameStart) return 0;
  const end = closes ? skipSpace(text, nameEnd) : endOfAttributes(text, nameEnd);
  return text[end] === '>' ? end + 1 : 0;
}

/** Whether a block of that kind ends with this line. */
export function htmlBlockEndsIn(kind: number, line: string): boolean {
  switch (kind) {
    case 1: return /<\/(?:script|pre|textarea|style)>/i.test(line);
    case 2: return line.includes('-->');
    case 3: return line.includes('?>');
    case 4: return line.includes('>');
    case 5: return line.includes(']]>');
    default: return false;
  }
}

function endOfName(line: string, from: number): number {
  if (!/[a-z]/i.test(line[from] ?? '')) return from;
  let at = from + 1;
  while (at < line.length && /[a-z0-9-]/i.test(line[at]!)) at++;
  return at;
}

/** Within a line there are no line breaks; a tag in a paragraph may go over several. */
function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\n') at++;
  return at;
}

/** Where a tag's `>` has to stand: behind its attributes and the slash of an empty element; -1 when it is no tag. */
function endOfAttributes(line: string, from: number): number {
  let behind = from;
  for (;;) {
    let at = skipSpace(line, behind);
    if (line[at] === '/') return at + 1;
    if (at === behind || !/[a-z_:]/i.test(line[at] ?? '')) return at;
    do at++;
    while (at < line.length && /[\w.:-]/.test(line[at]!));
    const equals = skipSpace(line, at);
    behind = line[equals] === '=' ? endOfValue(line, skipSpace(line, equals + 1)) : at;
    if (behind < 0) return -1;
  }
}

function endOfValue(line: string, from: number): number {
  const quote = line[from];
  if (quote === '"' || quote === "'") {
    const close = line.indexOf(quote, from + 1);
    return close < 0 ? -1 : close + 1;
  }
  let at = from;
  while (at < line.length && !/[ \t\n"'=<>`]/.test(line[at]!)) at++;
  return at === from ? -1 : at;
}
