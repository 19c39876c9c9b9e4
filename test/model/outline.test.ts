import assert from 'node:assert/strict';
import { Outlines } from '../../server/model/outline.ts';
import { readDocument } from '../../server/notation/document.ts';

/** `slug line-endLine steps/words` of each heading, the whole document first. */
function outline(text: string): string[] {
  const { whole, headings } = new Outlines().of(readDocument('file:///desk/process.md', text));
  const say = (name: string, { line, endLine, steps, words }: typeof whole): string => `${name} ${line}-${endLine} ${steps}/${words}`;
  return [say('', whole), ...headings.map((heading) => say(heading.slug, heading))];
}

describe('the outline of a process document', () => {
  it('ends a passage at the next heading of its level or a higher one', () => {
    const text = '# Month end\n\nRed folder.\n\n## Paying\n\n1. Collect\n\n### Late\n\n2. Wait a day\n\n## Payroll\n\n- Copy\n- Check\n';
    assert.deepEqual(outline(text), [' 0-16 4/8', 'month-end 0-16 4/8', 'paying 4-12 2/4', 'late 8-12 1/3', 'payroll 12-16 2/2']);
  });

  it('numbers repeated anchors, and knows setext headings and those in quotes', () => {
    assert.deepEqual(outline('One\n===\n\n> # One\n> text\n\n# One\n').slice(1).map((each) => each.split(' ')[0]), ['one', 'one-1', 'one-2']);
  });

  it('counts what is written, not what is still to be', () => {
    assert.deepEqual(outline('1. TBD\n2. …\n3. <!-- later -->\n4.\n5. Do it\n   - with care\n\n```sh\nmake all\n```\n'), [' 0-10 1/8']);
  });

  it('finds nothing in nothing', () => {
    assert.deepEqual(outline(''), [' 0-0 0/0']);
  });
});
