/** A paragraph, sentence by sentence, for lists of steps. */

/** Where a sentence may end: Chinese and Japanese write no space behind it. */
const ends = /(?<=[.!?…]["”’)*_]{0,3})\s+|(?<=[。！？])\s*|$/gu;

const abbreviated = /(?:^|[\s("“])(?:e\.g|i\.e|etc|vs|approx|incl|no|nr|mr|mrs|ms|dr|st|z\.b|bzw|ca|\p{L})\.$/iu;

/** What begins in small letters or with a figure goes on with the sentence before, and so does what has no words. */
const goesOn = /^(?:[\p{Ll}\d[]|[^\p{L}\p{N}]+$)/u;

/**
 * The sentences of a text in one line. None of them parts what belongs together: emphasis, code, a link, brackets. What would
 * open a block or an entry stays within a sentence, too.
 */
export function sentencesIn(text: string): string[] {
  const starts: number[] = [];
  const balance = new Balance();
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(ends)) {
    const piece = text.slice(start, index);
    if (piece === '') continue;
    const goes = goesOn.test(piece) || opensOrDates(piece) || abbreviated.test(text.slice(Math.max(0, start - 12), start).trimEnd());
    if (starts.length === 0 || !(balance.isOpen || goes)) starts.push(start);
    balance.add(piece);
    start = index + gap.length;
  }
  return starts.map((from, i) => text.slice(from, starts[i + 1]).trimEnd());
}

/** What is open at the end of a text: brackets, code, and runs of the signs of emphasis. */
class Balance {
  private brackets = 0;
  private ticks = 0;
  private readonly runs = { '*': 0, _: 0 };

  get isOpen(): boolean {
    return this.brackets > 0 || this.ticks % 2 === 1 || this.runs['*'] % 2 === 1 || this.runs._ % 2 === 1;
  }

  add(text: string): void {
    for (const [sign] of text.matchAll(/\\.|[([)\]]|`+|(?<!\s)\*+|\*+(?!\s)|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu)) {
      const first = sign[0];
      if (first === '(' || first === '[') this.brackets++;
      else if (first === ')' || first === ']') this.brackets = Math.max(0, this.brackets - 1);
      else if (first === '`') this.ticks++;
      else if (first === '*' || first === '_') this.runs[first]++;
    }
  }
}

/** What would be a list, a quote, a heading and the like where it begins a paragraph or an item. */
const opens = /^(?:[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|>|#{1,6}(?:\s|$)|```|~~~|\||<(?!https?:|mailto:)|\[[^\]]*\]:|(?:[-*_]\s*){3,}$)/;

/** An entry, a milestone, or what is nearly one. */
const dates = /^(?:[*_]{0,3}\d{1,4}[-./]\d|\[[ xX]\])/;

const opensOrDates = (text: string): boolean => opens.test(text) || dates.test(text);

/** A text that can begin a paragraph or an item of a list and is read as nothing else there. */
export const asProse = (text: string): string => (opensOrDates(text) ? `Brief: ${text}` : text);
