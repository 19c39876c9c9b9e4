import assert from 'node:assert/strict';
import { sentencesIn } from '../../server/notation/sentences.ts';

const cases: readonly (readonly [what: string, text: string, ...sentences: string[]])[] = [
  ['sentences', 'Take the hours. Write the invoices! Who pays late?', 'Take the hours.', 'Write the invoices!', 'Who pays late?'],
  ['one without an end', 'Take the hours', 'Take the hours'],
  ['nothing', ''],
  ['quotation marks', 'Say “done.” Then go.', 'Say “done.”', 'Then go.'],
  ['Chinese', '先看时间表。然后写发票。', '先看时间表。', '然后写发票。'],
  ['abbreviations', 'Bring sheets, e.g. Blue ones. Ask Mr. Park.', 'Bring sheets, e.g. Blue ones.', 'Ask Mr. Park.'],
  ['initials', 'Ask J. Park about it. Go.', 'Ask J. Park about it.', 'Go.'],
  ['what goes on in small letters or figures', 'About 5 p.m. or so, at no. 12 Main Street.', 'About 5 p.m. or so, at no. 12 Main Street.'],
  ['emphasis over two', '**Stop. Look.** Listen.', '**Stop. Look.**', 'Listen.'],
  ['words with underscores and a sum', 'Open my_file_a now. Then 2 * 3. Go.', 'Open my_file_a now.', 'Then 2 * 3.', 'Go.'],
  ['a link over two', 'See [A. B](c.md). Then go.', 'See [A. B](c.md).', 'Then go.'],
  ['code', 'Run `a. B`. Then go.', 'Run `a. B`.', 'Then go.'],
  ['brackets that never close', 'Take (all of it. Then go. Home.', 'Take (all of it. Then go. Home.'],
  ['what would open a list or an entry', 'First. - Then. # Last. 2026-11-23 too. Done.', 'First. - Then. # Last. 2026-11-23 too.', 'Done.'],
];

describe('sentences', () => {
  for (const [what, text, ...expected] of cases) it(what, () => assert.deepEqual(sentencesIn(text), expected));

  it('of a text without end take no time', () => assert.equal(sentencesIn('A (b. '.repeat(100_000)).length, 1));
});
