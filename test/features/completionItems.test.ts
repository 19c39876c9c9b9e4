import assert from 'node:assert/strict';
import { itemAt, itemsAt, labelsAt, takes, taken, team } from './completionSupport.ts';

const recurring = (text: string): string => `## Invoices (recurring)\n\n${text}\n`;

describe('completion of list items', () => {
  it('offers the fields that are not there yet, in the canonical order', () => {
    assert.deepEqual(labelsAt(recurring('- Owner: @maria\n- Cadence: weekly\n- $0')).slice(0, 4), ['Backup', 'Process', 'Estimate', 'Starts']);
    assert.deepEqual(labelsAt('## Logo (one-off)\n\n- $0\n').slice(0, 8), ['Owner', 'Budget', 'Skills', 'Due', 'Process', 'Estimate', 'Same as', '2026-11-23']);
  });

  it('offers the field names that the notes allow beyond those', () => {
    const note = `---\nfields: [Room]\n---\n\n${recurring('- $0')}\n--- other.delegate.md\n---\nfields: [Price list]\n---\n`;
    assert.deepEqual(labelsAt(note).filter((label) => label === 'Room' || label === 'Price list'), ['Room', 'Price list']);
    takes(note, 'Price list', '- Price list: ');
  });

  it('says what a field means', () => {
    const { detail, documentation } = itemAt(recurring('- $0'), 'Backup');
    assert.equal(detail, '@jon');
    assert.deepEqual(documentation, { kind: 'markdown', value: 'Who does it while the owner is away.' });
    assert.equal(itemAt(recurring('- $0'), 'Backup', { abilities: { markdownDocumentation: false } }).documentation, 'Who does it while the owner is away.');
  });

  for (const [before, label, after] of [
    ['- Ow$0', 'Owner', '- Owner: '],
    ['- $0', 'Owner', '- Owner: '],
    ['* ow$0', 'Owner', '* Owner: '],
    ['- **Ca$0', 'Cadence', '- **Cadence:** '],
    ['- **Ca$0**: daily', 'Cadence', '- **Cadence**: daily'],
    ['- Ow$0nr: @maria', 'Owner', '- Owner: @maria'],
    ['- $0Owner: @maria', 'Backup', '- Backup: @maria'],
    ['- $0@maria', 'Owner', '- Owner: @maria'],
    ['$0', 'Owner', '- Owner: '],
  ] as const) {
    it(`makes ${before} into ${after}`, () => takes(recurring(before), label, after));
  }

  it('writes in notes with CRLF, tabs, emoji and a byte order mark', () => {
    assert.equal(taken('\ufeff## \u{1f600} A (recurring)\r\n\r\n- Ow$0\r\n- Cadence: daily\r\n', 'Owner'), '\ufeff## \u{1f600} A (recurring)\r\n\r\n- Owner: \r\n- Cadence: daily\r\n');
    assert.equal(taken('\ufeff## A ($0\r\n', 'recurring'), '\ufeff## A (recurring)\r\n');
    takes(recurring('-\tOw$0'), 'Owner', '-\tOwner: ');
    takes(`${team}\nAsk \u{1f600} @ma$0 now`, '@maria', 'Ask \u{1f600} @maria now');
  });

  it('asks on where a name leaves a value to choose, if the editor has a command for it', () => {
    assert.equal(itemAt(recurring('- $0'), 'Owner').command, undefined);
    assert.equal(itemAt(recurring('- $0'), 'Owner', { abilities: { suggestCommand: 'suggest' } }).command?.command, 'suggest');
  });

  it('offers no fields in lists that are not the first, nor outside of tasks', () => {
    for (const note of ['## Notes\n\n- $0\n', recurring('Bill them.\n\n- this\n- $0'), recurring('- Owner: @maria\n\nBill them.\n\n- $0'), recurring('- one thing\n- $0'), recurring('1. $0'), recurring('> - $0')]) {
      assert(!labelsAt(note).some((label) => ['Backup', 'Cadence'].includes(label)), note);
    }
  });

  it('offers days where an entry may begin, and the usual run', () => {
    const note = recurring('- Owner: @maria\n\n- $0\n- 2026-11-10 @maria 1h 10m\n- 2026-11-03 1h 30m');
    assert.deepEqual(itemsAt(note).map(({ label, detail }) => `${label}, ${detail}`), [
      '2026-11-23, today, Monday',
      '2026-11-23 @maria 1h 20m, done today, in the usual time',
      '2026-11-22, yesterday, Sunday',
      '2026-11-20, the last workday, Friday',
    ]);
    takes(note, '2026-11-23 @maria 1h 20m', '- 2026-11-23 @maria 1h 20m');
    takes(recurring('- Owner: @maria\n\n- 20$0\n- 2026-11-03 1h'), '2026-11-22', '- 2026-11-22 ');
    takes(recurring('Text.\n\n- 20$0'), '2026-11-23', '- 2026-11-23 ');
    takes(recurring('- 2026-11-03 1h\n$0'), '2026-11-23', '- 2026-11-23 ');
    takes('## Logo (one-off)\n\nText.\n\n- 2026-09-01 posted\n- [x] 20$0\n', '2026-11-20', '- [x] 2026-11-20 ');
    takes('## Logo (one-off)\n\nText.\n\n- 2026-09-01 posted\n- [ ] 20$0\n', '2026-11-27', '- [ ] 2026-11-27 ');
    takes('## Logo (one-off)\n\nText.\n\n- [ ] 2026-$0\n', '2026-11-27', '- [ ] 2026-11-27 ', { typed: '-' });
    takes(recurring('- 2026-11-$001 @maria 1h'), '2026-11-22', '- 2026-11-22 @maria 1h');
  });

  it('finds a day by its name, too', () => {
    assert.equal(itemAt(recurring('- 2026-11-03 1h\n- $0'), '2026-11-22').filterText, '2026-11-22 yesterday, Sunday');
  });

  it('offers nothing unasked in a list of the brief', () => {
    assert.deepEqual(labelsAt(recurring('Bill them.\n\n- $0'), { typed: ' ' }), []);
    assert.deepEqual(labelsAt(recurring('Bill them.\n\n- this\n- $0'), { typed: ' ' }), []);
    assert.deepEqual(labelsAt(recurring('- Owner: @maria\n\n $0'), { typed: ' ' }), []);
  });

  it('keeps quiet in prose, whatever is typed', () => {
    for (const typed of ['@', '(', '[', ':', ' ', '-', '#', '/']) {
      if (typed !== '@') assert.deepEqual(labelsAt(`${team}\nSome text${typed}$0 and more.\n`, { typed }), [], typed);
      assert.deepEqual(labelsAt(`${team}\n> - Owner${typed}$0\n`, { typed }), [], typed);
      assert.deepEqual(labelsAt(`# Office\n\nSome text ${typed}${typed}$0\n`, { typed }), [], typed);
    }
  });

  it('offers feedback under an entry', () => {
    takes(recurring('- 2026-11-03 1h\n  - $0'), 'Liked', '  - Liked: ');
    takes(recurring('- 2026-11-03 1h\n  - Dis$0'), 'Disliked', '  - Disliked: ');
    takes(recurring('- 2026-11-03 1h\n  - Liked: This.\n  - $0: That.'), 'Disliked', '  - Disliked: That.');
    assert.deepEqual(labelsAt(recurring('- Owner: @maria\n  - $0')), []);
  });
});

describe('completion of headings', () => {
  it('offers the kinds behind a title, and takes the closing bracket along', () => {
    takes('## Invoices ($0\n', 'recurring', '## Invoices (recurring)');
    takes('## Invoices ($0)\n', 'one-off', '## Invoices (one-off)');
    takes('# Invoices (re$0)\n\n- Owner: @maria\n', 'recurring', '# Invoices (recurring)');
    takes('## Invoices ($0recurring)\n', 'one-off', '## Invoices (one-off)');
  });

  it('offers them nowhere else', () => {
    for (const note of ['Prose ($0\n', 'Prose ($0)\n', '## Mid ($0 heading\n', '- item ($0\n', '## `code ($0`\n', '```\n## A ($0\n```\n', '    ## A ($0\n']) assert.deepEqual(labelsAt(note), [], note);
  });

  it('offers what stands under a heading along with its kind, where there is nothing yet', () => {
    const note = `${team}\n## Invoices ($0)\n`;
    assert.deepEqual(labelsAt(note), ['recurring', 'one-off', 'recurring with fields', 'one-off with fields']);
    assert.equal(labelsAt('## Invoices ($0)\n\n- Owner: @maria\n').length, 2);
    const { textEdit, insertTextFormat } = itemAt(note, 'recurring with fields');
    assert.equal(insertTextFormat, 2);
    assert.match(textEdit!.newText, /^recurring\)\n\n- Owner: \$\{1\|@maria,@jon,@lin\|\}\n- Cadence: \$\{2\|every week,/);
  });

  it('offers whole tasks where a line is blank or holds hashes', () => {
    assert.deepEqual(labelsAt('# Office\n\n$0\n'), ['New recurring function', 'New one-off']);
    assert.equal(taken('# Office\n\n##$0\n', 'New one-off'), '# Office\n\n## New job (one-off)\n\n- Budget: 100 EUR\n- Due: 2026-12-23\n- Estimate: 1h\n\nWhat is wanted.\n');
    assert.match(taken('### A (one-off)\r\n\r\nText.\r\n\r\n$0', 'New recurring function'), /\r\n### New function \(recurring\)\r\n\r\n- Owner: @\r\n- Cadence: every week\r\n/);
    assert.deepEqual(labelsAt('$0\n', { typed: ' ' }), []);
  });

  it('escapes what a snippet would take for its own', () => {
    const note = '---\nteam:\n  a: { name: A }\n  b: { name: B }\ncurrency: EUR\n---\n\n#$0\n';
    assert.match(itemAt(note, 'New recurring function').textEdit!.newText, /\$\{2\|@a,@b\|\}/);
  });
});

describe('completion of people', () => {
  it('offers those who are there behind an @, the least loaded first', () => {
    const items = itemsAt(`${team}\nAsk @$0\n`);
    assert.deepEqual(items.map(({ label, detail }) => [label, detail]), [
      ['@jon', 'Jon Park'], ['@maria', 'Maria Silva, operations'], ['@lin', 'Lin Chen, photographer, contract'],
    ]);
    assert.deepEqual(labelsAt(`${team}\n## Prose\n\nAsk @$0\n`), ['@maria', '@jon', '@lin']);
  });

  it('finds them by handle and by name, and replaces the half-typed word', () => {
    assert.equal(itemAt(`${team}\nAsk @ma$0\n`, '@maria').filterText, '@maria Maria Silva');
    takes(`${team}\nAsk (@ma$0) now`, '@maria', 'Ask (@maria) now');
    takes(`${team}\nAsk @$0maria now`, '@jon', 'Ask @jon now');
    takes(`${team}\n- 2026-11-20 @$0 1h`, '@maria', '- 2026-11-20 @maria 1h');
    takes(`${team}\n- 2026-11-20 1h: With @m$0.`, '@maria', '- 2026-11-20 1h: With @maria.');
    takes(`${team}\n## Logo (one-off)\n\nText.\n\n| Bid | Price |\n| --- | --- |\n| @$0 | 280 EUR |`, '@lin', '| @lin | 280 EUR |');
  });

  it('offers nobody in code, addresses, links and comments', () => {
    for (const line of ['`@m$0`', 'a@m$0', '[x](@$0)', '\\@$0', '<!-- @m$0 -->', '<a b="@$0">', 'Text.\n\n    @$0', '```\n@$0\n```', '<div>\n@$0\n</div>', '<!--\n@$0\n-->', '- 2026-11-20 1h\n\n  ```\n  @$0\n  ```']) {
      assert.deepEqual(labelsAt(`${team}\n${line}\n`), [], line);
    }
  });

  it('offers those who are named in a task where there is no team', () => {
    assert.deepEqual(labelsAt('## A (recurring)\n\n- Owner: @maria\n\nAsk @$0 or @jon.\n'), ['@maria', '@jon']);
  });

  it('narrows a large team down to what is typed', () => {
    const many = Array.from({ length: 600 }, (_, i) => `  p${i}: { name: Person ${i} }`).join('\n');
    const labels = labelsAt(`---\nteam:\n${many}\n---\n\nAsk @p39$0\n`);
    assert.deepEqual(labels, ['@p39', ...Array.from({ length: 10 }, (_, i) => `@p39${i}`)].sort((a, b) => a.length - b.length));
  });
});
