/**
 * What is typed: real edits in real places. Each makes a finding of ours come and, when it is taken back, go; so whoever
 * answers has looked at the text. Places are near the top of a note, in its middle and near its end.
 */
import type { Change } from './client.ts';

export interface Key {
  /** Where and what, for whoever wonders about a figure. */
  readonly name: string;
  readonly typed: Change;
  readonly takenBack: Change;
}

interface Kind {
  readonly name: string;
  /** Its first group is what stands before the key. */
  readonly before: RegExp;
  readonly text: string;
}

const kinds: readonly Kind[] = [
  { name: 'a letter in an owner', before: /^(- Owner: @\w+)$/, text: 'q' },
  { name: 'a letter in the person of an entry', before: /^(- \d{4}-\d\d-\d\d @\w+)/, text: 'q' },
  { name: 'a letter in the time of an entry', before: /^(- \d{4}-\d\d-\d\d @\w+ \dh \d+m)/, text: 'q' },
  { name: 'an @ in prose', before: /^()[A-Z][a-z]+ [a-z ]+\.$/, text: '@' },
  { name: 'an @ in a step', before: /^(1\. )[A-Z][a-z]+ /, text: '@' },
  { name: 'a digit in a date', before: /^(- Due: 2026-12-2)0$/, text: '4' },
  { name: 'a word in a cadence', before: /^(- Cadence: every)/, text: ' so' },
  { name: 'a field pasted', before: /^(- Estimate: \w+)(?: 30m)?$/, text: '\n- Onwer: @maria' },
  { name: 'a task pasted', before: /^()## .* \((?:recurring|one-off)\)$/, text: '## Water the plants (recurring)\n\n- Owner: @mariq\n- Cadence: every Monday\n\nAll but the cactus.\n\n' },
];

/** Where in the lines of a note is looked for places. */
const regions = [0.02, 0.5, 0.95];

/** The keys for a text, which is the same again after each was taken back. */
export function keysOf(text: string): Key[] {
  const lines = text.split('\n');
  return kinds.flatMap(({ name, before, text: inserted }) =>
    regions.map((region) => {
      const from = Math.floor(lines.length * region);
      // From there on, and else upwards.
      const order = [...lines.keys()].slice(from).concat([...lines.keys()].slice(0, from).reverse());
      const line = order.find((each) => before.test(lines[each]!));
      if (line === undefined) throw new Error(`There is no place for ${name}`);
      const start = { line, character: before.exec(lines[line]!)![1]!.length };
      return { name: `${name}, line ${line}`, typed: { range: { start, end: start }, text: inserted }, takenBack: { range: { start, end: endOf(start, inserted) }, text: '' } };
    }),
  );
}

function endOf({ line, character }: Change['range']['start'], text: string): Change['range']['end'] {
  const added = text.split('\n');
  return added.length === 1 ? { line, character: character + text.length } : { line: line + added.length - 1, character: added.at(-1)!.length };
}
