/** New functions and one-offs. */
import assert from 'node:assert/strict';
import { choices, filesAfter, noteAfter, refusal, resultOf } from './support.ts';

const head = `---
currency: GBP
team:
  maria: { name: Maria Silva }
  jon: { name: Jon Park, role: office }
---
`;

const invoices = '## Send client invoices (recurring)\n\n- Owner: @maria\n';

const plants = (hashes = '##'): string => `${hashes} Water the plants (recurring)

- Owner: @jon
- Cadence: every Friday
- Process: below
- Estimate: 1h

What is done, and for whom.

1.
`;
const wish = { title: 'Water the plants', owner: '@jon', cadence: 'every Friday' };

describe('New Recurring Function', () => {
  for (const [where, before, after] of [
    ['behind the task that the cursor is in', `${invoices}$0\n## Photos (one-off)\n\n- Due: 2026-12-18\n`, `${invoices}\n${plants()}\n## Photos (one-off)\n\n- Due: 2026-12-18\n`],
    ['with its level', `# Office\n\n#${invoices}$0`, `# Office\n\n#${invoices}\n${plants('###')}`],
    ['behind what stands above the first task', `# Office\n\nAll we do.$0\n\n${invoices}`, `# Office\n\nAll we do.\n\n${plants()}\n${invoices}`],
    ['behind front matter', `${head}$0`, `${head}\n${plants()}`],
    ['in an empty note', '$0', plants()],
    ['in a note of nothing but a byte order mark', '\ufeff$0', `\ufeff${plants()}`],
    ['below the title, where the cursor is in the front matter', `$0${head}\n# Office\n\nAll we do.\n\n${invoices}`, `${head}\n# Office\n\nAll we do.\n\n${plants()}\n${invoices}`],
    ['behind front matter, where a task follows', `$0${head}\n${invoices}`, `${head}\n${plants()}\n${invoices}`],
    ['one level below its heading at the most', `# Office\n\nAll$0 we do.\n\n## Money\n\n#${invoices}`, `# Office\n\nAll we do.\n\n${plants()}\n## Money\n\n#${invoices}`],
    ['with blank lines where there are none', `${invoices.replace('maria', 'ma$0ria')}## Photos (one-off)\n`, `${invoices}\n${plants()}\n## Photos (one-off)\n`],
    ['above a comment on the next heading', `${invoices}$0\n<!-- delegate-disable-next-line missing-due -->\n## Photos (one-off)\n`, `${invoices}\n${plants()}\n<!-- delegate-disable-next-line missing-due -->\n## Photos (one-off)\n`],
    ['at the end of a text without a line break', `${invoices}$0- Backup: @jon`, `${invoices}- Backup: @jon\n\n${plants().trimEnd()}`],
  ] as const) it(`is written ${where}`, () => assert.equal(noteAfter('newFunction', before, wish), after));

  it('keeps CRLF', () => {
    assert.equal(noteAfter('newFunction', `${invoices}$0`.replaceAll('\n', '\r\n'), wish), `${invoices}\n${plants()}`.replaceAll('\n', '\r\n'));
  });

  it('leaves to be filled in what is not said, and takes nothing that is typed for a place', () => {
    const { change, show } = resultOf('newFunction', `${head}$0`, { title: 'Pay $1 {fees}' });
    const [edit] = change!.edits![0]!.edits;
    // The note is not open here; where it is, the editor is at the first place by itself.
    assert.equal(show!.range!.start.line, 7);
    assert.match(edit!.snippet!, /^\n## Pay \\\$1 \{fees\\\} \(recurring\)\n\n- Owner: \$\{1\|@jon,@maria\|\}\n- Cadence: \$\{2\|every week,/);
    assert.match(edit!.newText, /^\n## Pay \$1 \{fees\} \(recurring\)\n\n- Owner: @jon\n- Cadence: every week\n/);
  });

  for (const [what, options, line] of [
    ['takes a kind or hashes that are typed along for what they are', { title: '## Water the plants (recurring)' }, '## Water the plants (recurring)'],
    ['makes one line of several', { title: 'Water\nthe plants' }, '## Water the plants (recurring)'],
    ['has a title of its own without one', { title: '' }, '## New function (recurring)'],
    ['says when it starts, where the cadence does not tell', { cadence: 'every other Friday' }, '- Starts: 2026-11-23'],
  ] as const) it(what, () => assert(noteAfter('newFunction', '$0', options).split('\n').includes(line)));

  it('is nobody’s where that is said', () => assert.doesNotMatch(noteAfter('newFunction', '$0', { owner: null }), /Owner/));

  it('makes a note that is not there yet, and shows it', () => {
    const files = filesAfter('newFunction', `${head}$0`, wish, 'web-shop.delegate.md');
    assert.equal(files.get('web-shop.delegate.md'), `# Web shop\n\n${plants()}`);
    assert.equal(resultOf('newFunction', `${head}$0`, wish, 'web-shop.delegate.md').show?.range?.start.line, 2);
  });

  it('offers those who are there, the least loaded first, and cadences, what is typed first', () => {
    assert.deepEqual(choices('newFunction', 'owner', `${head}\n${invoices}$0`), ['@jon | Jon Park · office | 0m a week, owns nothing yet', '@maria | Maria Silva | 0m a week, owns one function', 'Nobody yet']);
    assert.equal(choices('newFunction', 'cadence', head)[0], 'every week');
    assert.equal(choices('newFunction', 'cadence', head, {}, 'FREQ=MONTHLY;BYMONTHDAY=3')[0], 'every month on the 3rd');
    assert.deepEqual(choices('newFunction', 'cadence', head, {}, 'biweekly').slice(0, 2), ['every 2 weeks', 'twice a week']);
    assert.equal(choices('newFunction', 'cadence', head, {}, 'every Friday until 2027-03-01')[0], 'every Friday until 2027-03-01');
    assert.equal(choices('newFunction', 'cadence', head, {}, 'soon')[0], 'every week | near to what is typed, which is not understood');
  });

  for (const [what, options, path, says] of [
    ['a title that another function has', { title: 'send  client invoices' }, undefined, 'There is a function called “send client invoices” already, in note.delegate.md. Give this one a name of its own.'],
    ['a title that says that there is none', { title: 'None' }, undefined, 'No task can be called “none”: “Same as: none” says that there is no other.'],
    ['a cadence that is none', { cadence: 'soon' }, undefined, '“soon” is not a cadence, as in every Friday, or every month on the last workday.'],
    ['a file that is no note', {}, 'readme.md', 'Say in which note: name a file that ends in “.delegate.md”. One that is not there yet is made.'],
  ] as const) it(`refuses ${what}`, () => assert.equal(refusal('newFunction', `${invoices}$0`, options, path), says));

  it('refuses to write where it would be code', () => {
    assert.match(refusal('newFunction', `${invoices}$0\n~~~\n`, wish), /^A task would not be read there/);
  });
});

describe('New One-off', () => {
  it('is due when that is said, in the currency of the notes', () => {
    assert.equal(noteAfter('newOneOff', `${head}$0`, { title: 'Product photos', due: '2026-12-18' }), `${head}
## Product photos (one-off)

- Budget: 100 GBP
- Due: 2026-12-18
- Estimate: 1h

What is wanted.
`);
  });
});
