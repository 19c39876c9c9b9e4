/** Comments that silence findings: what they do, and for which rules. */
import { type Directive, directiveKinds } from '../../notation/directives.ts';
import { type Document, sectionAt, taskAt } from '../../notation/document.ts';
import { rules } from '../../rules/index.ts';
import { icon, nothing, type Offer, type Offers } from './offers.ts';
import { lineOf, type Place } from './place.ts';

const meanings: Readonly<Record<Directive['kind'], string>> = {
  'disable-next-line': 'Silences findings on the next line that is not blank.',
  'disable-line': 'Silences findings on this line.',
  'disable-file': 'Silences findings in the whole note.',
  disable: 'Silences findings from here on.',
  enable: 'Ends what a `disable` above silences.',
};

/** Characters that are looked through for where a comment begins. */
const longest = 1000;

export function comments(place: Place): Offers | undefined {
  const { before, after } = place;
  const comment = openComment(place);
  if (comment === undefined) return undefined;
  const code = /^\s*delegate-(disable-next-line|disable-line|disable-file|disable|enable)(?:[\s,]+[^\s,]+)*[\s,]+([\w-]*)$/.exec(comment);
  if (code) return / --/.test(comment) ? nothing : forCode(place, code[1] as Directive['kind'], code[2]!, comment);
  const word = /^\s*([\w-]*)$/.exec(comment)?.[1];
  if (word === undefined) return nothing;
  // An editor that closes `<` has put a `>` there, and one that closes comments a ` -->`.
  const rest = /^[\w-]*?(?=[ \t]*-{0,2}>|[ \t]*$)/.exec(after)?.[0] ?? '';
  const closing = /^[ \t]*-{0,2}>/.exec(after.slice(rest.length))?.[0] ?? '';
  const isClosed = closing.endsWith('-->');
  const offers = directiveKinds.map((kind): Offer => {
    const text = `delegate-${kind}`;
    const gap = comment === word ? ' ' : '';
    return { label: text, icon: icon.keyword, documentation: meanings[kind], filter: text, text: `${gap}${text}${isClosed ? ' ' : ' -->'}`, snippet: `${gap}${text} $0${isClosed ? '' : ' -->'}`, again: true };
  });
  return { start: before.length - word.length, end: before.length + rest.length + (isClosed ? 0 : closing.length), offers };
}

/** What is typed of the comment that the cursor is in, `undefined` where it is in none. */
function openComment({ section: { text, lineStarts }, line, before }: Place): string | undefined {
  const cursor = (lineStarts[line] ?? text.length) + before.length;
  const near = text.slice(Math.max(0, cursor - longest), cursor);
  const open = near.lastIndexOf('<!--');
  if (open < 0 || near.indexOf('-->', open + 2) >= 0 || /\n\r?\n/.test(near.slice(open))) return undefined;
  return near.slice(open + 4);
}

/** The codes of what is found where the comment speaks of come first. */
function forCode(place: Place, kind: Directive['kind'], word: string, comment: string): Offers {
  const { before, after, context } = place;
  const present = new Set(comment.slice(0, comment.length - word.length).split(/[\s,]+/));
  const found = kind === 'disable-next-line' || kind === 'disable-line' ? foundNear(place, kind) : new Set(context.findings.map(({ code }) => code));
  const rank = (code: string): number => (found.has(code) ? 0 : 1);
  const offers = rules
    .filter(({ code }) => !present.has(code))
    .sort((a, b) => rank(a.code) - rank(b.code))
    .map(({ code, summary }): Offer => ({ label: code, icon: icon.value, detail: found.has(code) ? 'found here' : '', documentation: `${summary}.` }));
  return { start: before.length - word.length, end: before.length + /^[\w-]*?(?=-->|[^\w-]|$)/.exec(after)![0].length, offers };
}

/** What would be found in the line that the comment speaks of. While it names no code it silences all, so that the rules are asked again. */
function foundNear({ context, section, line }: Place, kind: 'disable-next-line' | 'disable-line'): Set<string> {
  const { document, folder, today } = context;
  const here = document.firstLines[document.sections.indexOf(section)]! + line;
  const meant = kind === 'disable-line' ? here : nextLine(document, here);
  const task = taskAt(document, meant);
  const found = new Set<string>();
  for (const { code, kind, checkTask } of task ? rules : []) {
    if (kind !== undefined && kind !== task!.block.kind) continue;
    for (const { at } of checkTask?.(task!, { folder, today }) ?? []) {
      if (('line' in at ? at.line : at.start.line) + task!.firstLine === meant) found.add(code);
    }
  }
  return found;
}

/** The next line that is not blank, among the few below. */
function nextLine(document: Document, line: number): number {
  for (let next = line + 1; next <= line + 5; next++) {
    const index = sectionAt(document, next);
    if (lineOf(document.sections[index]!, next - document.firstLines[index]!).trim() !== '') return next;
  }
  return line + 1;
}
