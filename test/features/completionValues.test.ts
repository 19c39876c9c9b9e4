import assert from 'node:assert/strict';
import { resolveCompletion } from '../../server/features/completion.ts';
import { contextAt } from '../support/feature.ts';
import { itemAt, itemsAt, labelsAt, listAt, takes, team } from './completionSupport.ts';

const recurring = (field: string, rest = ''): string => `## Send client invoices (recurring)\n\n${field}\n${rest}`;
const oneOff = (field: string, rest = ''): string => `---\ncurrency: EUR\n---\n\n## Spring photos (one-off)\n\n${field}\n${rest}`;

describe('completion of Owner and Backup', () => {
  for (const [before, label, after] of [
    ['- Owner: $0', '@maria', '- Owner: @maria'],
    ['- Owner:$0', '@maria', '- Owner: @maria'],
    ['- **Owner:**$0', '@maria', '- **Owner:** @maria'],
    ['- Owner: @$0', '@maria', '- Owner: @maria'],
    ['- Owner: ma$0', '@maria', '- Owner: @maria'],
    ['- owner: @l$0in', '@maria', '- owner: @maria'],
    ['- Owner: @jon and @$0', '@maria', '- Owner: @jon and @maria'],
  ] as const) {
    it(`makes ${before} into ${after}`, () => takes(`${team}\n## A (recurring)\n\n${before}\n`, label, after));
  }

  it('holds letters without a sign against the handle', () => {
    assert.equal(itemAt(`${team}\n## A (recurring)\n\n- Owner: ma$0\n`, '@maria').filterText, 'maria Maria Silva');
  });

  it('does not offer the owner as the backup', () => {
    assert.deepEqual(labelsAt(`${team}- Backup: $0\n`), ['@maria', '@lin']);
  });
});

describe('completion of Cadence', () => {
  it('offers what the history shows first, then the common phrases', () => {
    const items = itemsAt(recurring('- Cadence: $0', '\n- 2026-11-13\n- 2026-11-06\n- 2026-10-30\n- 2026-10-23\n'));
    assert.deepEqual(items.slice(0, 3).map(({ label, detail }) => [label, detail]), [['every Friday', 'as the history shows'], ['every week', undefined], ['every month', undefined]]);
  });

  it('replaces the whole value, and takes what is typed for what it means', () => {
    takes(recurring('- Cadence: every mon$0'), 'every month', '- Cadence: every month');
    takes(recurring('- Cadence: every $0 day <!-- now -->'), 'every week', '- Cadence: every week <!-- now -->');
    takes(recurring('- Cadence: fortnightly$0'), 'every 2 weeks', '- Cadence: every 2 weeks');
    assert.equal(itemsAt(recurring('- Cadence: every fridya$0'))[0]?.label, 'every Friday');
    assert.deepEqual(labelsAt(recurring('- Cadence: biweekly$0')).slice(0, 2), ['every 2 weeks', 'twice a week']);
    assert.equal(listAt(recurring('- Cadence: $0')).isIncomplete, true);
  });

  it('leaves the further lines of a value alone', () => assert.deepEqual(labelsAt(recurring('- Cadence: every\n  mon$0')), []));

  it('leaves what a name would be elsewhere', () => assert(!labelsAt(recurring('- Cadence: @$0')).includes('@maria')));

  it('tells the next days of a phrase when it is looked at', () => {
    const { context, position } = contextAt(recurring('- Cadence: $0\n- Starts: 2026-11-06'), { abilities: { lazyDocumentation: true } });
    const resolved = (label: string): unknown => resolveCompletion(context, itemAt(recurring('- Cadence: $0\n- Starts: 2026-11-06'), label, { abilities: { lazyDocumentation: true } })).documentation;
    assert.equal(position.line, 2);
    assert.equal(resolved('every other Friday'), 'Due Fri 2026-12-04, Fri 2026-12-18, Fri 2027-01-01, …');
    assert.equal(resolved('as needed'), undefined);
  });
});

describe('completion of Process', () => {
  const files = '\n--- processes/invoicing.md\n# Invoicing (all)\n\n## Pay them\n\n1. A.\n2. B.\n\n--- processes/month-end.md\nNo heading.\n\n--- docs/a b.md\n# Spaces\n\n--- processes/x.delegate.md\n# Note\n';
  const linked = '\n## Other (recurring)\n\n- Process: [Invoicing](processes/invoicing.md)\n\n## Steps for all\n\n1. Do.\n';
  const note = (field: string): string => recurring(field, `\nText.\n${linked}${files}`);

  it('offers documents that are linked to or lie in the folder for them, the likest first, and headings of the note', () => {
    assert.deepEqual(itemsAt(note('- Process: $0')).map(({ label, detail }) => [label, detail]), [
      ['Invoicing (all)', 'processes/invoicing.md'], ['Month end', 'processes/month-end.md'], ['below', undefined], ['#steps-for-all', 'Steps for all'],
    ]);
    assert.equal(labelsAt(recurring('- Process: $0', '\n1. Do.\n'))[0], 'below');
  });

  for (const [before, label, after] of [
    ['- Process: $0', 'Invoicing (all)', '- Process: [Invoicing (all)](processes/invoicing.md)'],
    ['- Process:$0', 'below', '- Process: below'],
    ['- Process: [Inv$0', 'Invoicing (all)', '- Process: [Invoicing (all)](processes/invoicing.md)'],
    ['- Process: proc$0', 'Invoicing (all)', '- Process: [Invoicing (all)](processes/invoicing.md)'],
    ['- Process: [Mine](pro$0)', 'processes/invoicing.md', '- Process: [Mine](processes/invoicing.md)'],
    ['- Process: [Mine]($0', 'processes/month-end.md', '- Process: [Mine](processes/month-end.md'],
    ['- Process: [Mine](docs/$0)', 'docs/a%20b.md', '- Process: [Mine](docs/a%20b.md)'],
    ['- Process: [Mine](processes/invoicing.md#$0)', '#pay-them', '- Process: [Mine](processes/invoicing.md#pay-them)'],
    ['- Process: processes/invoicing.md#p$0', '#pay-them', '- Process: processes/invoicing.md#pay-them'],
    ['- Process: #$0', '#steps-for-all', '- Process: #steps-for-all'],
    ['- Process: [Steps](#st$0eps)', '#steps-for-all', '- Process: [Steps](#steps-for-all)'],
  ] as const) {
    it(`makes ${before} into ${after}`, () => takes(note(before), label, after));
  }

  it('finds what is typed among very many documents and headings', () => {
    const many = Array.from({ length: 99 }, (_, i) => `--- processes/p${i}.md\n# Process ${i}\n`).join('\n');
    assert.deepEqual(labelsAt(recurring('- Process: p98$0', many)), ['P98', 'below']);
    const headings = Array.from({ length: 99 }, (_, i) => `## Heading ${i}\n`).join('\n');
    assert.equal(labelsAt(recurring('- Process: #$0', headings)).length, 60);
    assert.deepEqual(labelsAt(recurring('- Process: #heading-9$0', headings)).length, 10);
  });

  it('looks nowhere outside of the folder', () => {
    assert.deepEqual(labelsAt(note('- Process: [x](../../$0)')).filter((label) => label.startsWith('../..')), []);
    assert.deepEqual(labelsAt(note('- Process: [x](C:\\a\\$0)')).filter((label) => label.includes('C:')), []);
  });

  it('says how much a document holds when it is looked at', () => {
    const options = { abilities: { lazyDocumentation: true } };
    const { context } = contextAt(note('- Process: $0'), options);
    assert.equal(resolveCompletion(context, itemAt(note('- Process: $0'), 'Invoicing (all)', options)).documentation, '2 steps, 2 words.');
    const unread = itemAt(note('- Process: $0'), 'Month end', options);
    assert.equal(resolveCompletion(context, unread), unread);
  });

  it('Archive: the functions of archives that nobody links yet', () => {
    const archive = '--- a.archive.md\n# Older entries\n\n## Payroll (recurring)\n\n- 2025-10-31\n\n## Invoices (recurring)\n\n- 2025-10-31\n\n## Photos (one-off)\n';
    const text = `## Payroll (recurring)\n\n- Archive: a.archive.md#payroll-recurring\n\n## Invoices (recurring)\n\n- Archive: $0\n\n${archive}`;
    assert.deepEqual(labelsAt(text), ['Invoices (recurring)']);
    takes(text, 'Invoices (recurring)', '- Archive: [Older entries](a.archive.md#invoices-recurring)');
  });
});

describe('completion of dates, durations, amounts and titles', () => {
  it('offers days by name', () => {
    assert.deepEqual(itemsAt(oneOff('- Due: $0')).slice(0, 4).map(({ label, detail }) => [label, detail]), [
      ['2026-11-23', 'today, Monday'], ['2026-11-24', 'tomorrow, Tuesday'], ['2026-11-27', 'Friday'], ['2026-11-30', 'next Monday'],
    ]);
    takes(oneOff('- Due: 2026-1$0'), '2026-11-30', '- Due: 2026-11-30');
    takes(oneOff('- Due: tom$0'), '2026-11-24', '- Due: 2026-11-24');
    takes(oneOff('- Due: 2026-$012-01'), '2026-11-24', '- Due: 2026-11-24');
    assert.equal(itemsAt(recurring('- Starts: $0', '\n- 2026-11-13 1h\n- 2026-05-29 2h\n'))[0]?.detail, 'the oldest entry, Friday');
    takes(recurring('- Reviewed: $0'), '2026-11-22', '- Reviewed: 2026-11-22');
    takes(recurring('- Paused: $0'), 'until', '- Paused: until ');
    takes(recurring('- Paused: 2026-11-23 $0'), 'to', '- Paused: 2026-11-23 to ');
    takes(recurring('- Paused: 2026-11-23 to $0'), '2026-12-07', '- Paused: 2026-11-23 to 2026-12-07');
  });

  it('offers the median for the estimate', () => {
    const items = itemsAt(recurring('- Estimate: $0', '\n- 2026-11-13 1h 50m\n- 2026-11-06 1h 40m\n- 2026-10-30 3h\n'));
    assert.deepEqual(items.slice(0, 2).map(({ label, detail }) => [label, detail]), [['1h 50m', 'the median of the last five'], ['15m', undefined]]);
    takes(recurring('- Estimate: 1,5 std$0'), '1h 30m', '- Estimate: 1h 30m');
  });

  it('offers amounts in the currency of the notes', () => {
    takes(oneOff('- Budget: 280$0'), '280 EUR', '- Budget: 280 EUR');
    assert.equal(itemsAt(oneOff('- Budget: $0', '\n| Bid | Price |\n| --- | --- |\n| @lin | 310 EUR |\n'))[0]?.detail, 'bid by @lin');
    assert.deepEqual(labelsAt('## A (one-off)\n\n- Budget: $0\n'), []);
  });

  it('offers the titles of other jobs, the likest first', () => {
    const others = '## Autumn photos (one-off)\n\n## Logo (one-off)\n\n## Payroll (recurring)\n';
    assert.deepEqual(labelsAt(oneOff('- Same as: $0', others)), ['Autumn photos', 'Logo', 'none']);
    takes(oneOff('- Same as: aut$0', others), 'Autumn photos', '- Same as: Autumn photos');
    takes(recurring('- Missed: $0'), 'keep all', '- Missed: keep all');
  });

  it('offers nothing for values that are prose, nor for fields of another kind', () => {
    assert.deepEqual(labelsAt(oneOff('- Skills: pho$0')), []);
    assert.deepEqual(labelsAt(oneOff('- Cadence: $0')), []);
    assert.deepEqual(labelsAt('## Notes\n\n- Owner: $0\n'), []);
  });
});
