/**
 * Link reference definitions (CommonMark 0.31, section 4.7): `[label]: destination "title"`. They are no blocks of ours, but
 * a paragraph of nothing else cannot become a heading, and those in front of a heading's text are not part of it.
 */

/** How many lines at the start of a paragraph are taken up by definitions. */
export function definitionLines(lines: readonly string[]): number {
  const text = lines.join('\n');
  let end = 0;
  for (let next = endOfDefinition(text, 0); next >= 0; next = endOfDefinition(text, end)) end = next;
  let count = 0;
  for (let at = 0; at < end; count++) at += lines[count]!.length + 1;
  return count;
}

/** The offsets of the destinations of the definitions that a paragraph begins with. */
export function definedDestinations(text: string): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  let at = 0;
  for (let next = endOfDefinition(text, at); next >= 0; next = endOfDefinition(text, at)) {
    const start = skipSpace(text, endOfLabel(text, at) + 1);
    found.push([start, endOfDestination(text, start)]);
    at = next;
  }
  return found;
}

/** The start of the line behind the definition that begins at `from`, -1 when none does. */
function endOfDefinition(text: string, from: number): number {
  const label = endOfLabel(text, from);
  if (label < 0 || text[label] !== ':') return -1;
  const destination = endOfDestination(text, skipSpace(text, label + 1));
  if (destination < 0) return -1;
  const title = endOfTitle(text, skipSpace(text, destination), destination);
  // What looks like a title, and is none, on a line of its own is the text behind the definition.
  return Math.max(behindLine(text, title), behindLine(text, destination));
}

/** The start of the next line if there is nothing more on this one, else -1. */
function behindLine(text: string, from: number): number {
  if (from < 0) return -1;
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at >= text.length || text[at] === '\n' ? at + 1 : -1;
}

/** Over spaces, tabs and up to one line break. */
function skipSpace(text: string, from: number): number {
  let at = from;
  let breaks = 0;
  while (text[at] === ' ' || text[at] === '\t' || (text[at] === '\n' && breaks++ === 0)) at++;
  return at;
}

function endOfLabel(text: string, from: number): number {
  if (text[from] !== '[') return -1;
  let blank = true;
  for (let at = from + 1; at < text.length && at <= from + 1000; at++) {
    const char = text[at]!;
    if (char === ']') return blank ? -1 : at + 1;
    if (char === '[') return -1;
    if (char === '\\') at++;
    if (!/\s/.test(char)) blank = false;
  }
  return -1;
}

function endOfDestination(text: string, from: number): number {
  if (text[from] === '<') {
    for (let at = from + 1; at < text.length; at++) {
      const char = text[at];
      if (char === '>') return at + 1;
      if (char === '<' || char === '\n') return -1;
      if (char === '\\' && text[at + 1] !== '\n') at++;
    }
    return -1;
  }
  let open = 0;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 127) break;
    if (code === 92 && text.charCodeAt(at + 1) > 32) at++;
    else if (code === 40) open++;
    else if (code === 41 && open-- === 0) break;
  }
  return at === from || open !== 0 ? -1 : at;
}

function endOfTitle(text: string, from: number, destination: number): number {
  const open = text[from];
  if (from === destination || (open !== '"' && open !== "'" && open !== '(')) return -1;
  const close = open === '(' ? ')' : open;
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === close) return at + 1;
    if (char === open) return -1;
    if (char === '\\') at++;
  }
  return -1;
}
