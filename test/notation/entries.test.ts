/** Every word of an entry, in any order; where its head ends; its feedback; and milestones. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Block } from '../../server/notation/blocks.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { readDocument, spanText, type Section } from '../../server/notation/document.ts';
import { headRange, type Entry } from '../../server/notation/entries.ts';
import { verbs } from '../../server/notation/keys.ts';

function read(body: string, kind = 'recurring'): { section: Section; block: Block } {
  const [section] = readDocument('file:///note.delegate.md', `## A (${kind})\n\n${body}`).sections;
  return { section: section!, block: section!.block! };
}

/** What was understood of the first entry, as text, and what was not: `code: text`, as it stands at its place. */
function understood(body: string, kind?: string): Record<string, unknown> {
  const { section, block } = read(body, kind);
  const { date, who, duration, verb, verbAt, explained, forDate, rating, amount, note } = block.entries[0]!;
  const all = {
    date: date === undefined ? undefined : formatDay(date),
    who: who?.handle,
    duration: duration?.value,
    verb: verbAt && verb,
    explained: explained?.value,
    for: forDate && formatDay(forDate.value),
    rating: rating?.value,
    amount: amount && `${amount.value.value} ${amount.value.currency}`,
    note: note === '' ? undefined : note,
    problems: block.problems.length === 0 ? undefined : block.problems.map(({ code, at }) => `${code}: ${spanText(section, at)}`),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The same for the words behind the date of an entry of 30 October 2026. */
function words(text: string, kind?: string): Record<string, unknown> {
  const { date, ...rest } = understood(`- 2026-10-30${text === '' || text.startsWith(':') ? '' : ' '}${text}`, kind);
  assert.equal(date, '2026-10-30');
  return rest;
}

describe('the words of an entry', () => {
  const cases: readonly (readonly [text: string, expected: Record<string, unknown>])[] = [
    ['', {}],
    ['@maria', { who: 'maria' }],
    ['@maria.silva-2', { who: 'maria.silva-2' }],
    ['@Inês', { who: 'Inês' }],
    ['45m', { duration: 45 }],
    ['1h 30m', { duration: 90 }],
    ['1h30', { duration: 90 }],
    ['1 hour 30 min', { duration: 90 }],
    ['1.5h', { duration: 90 }],
    ['90 MIN', { duration: 90 }],
    ['2 Hours', { duration: 120 }],
    ['0m', { duration: 0 }],
    ['explained 20m', { explained: 20 }],
    ['Explained 1h 10m 2h', { explained: 70, duration: 120 }],
    ['30m explained 1h', { duration: 30, explained: 60 }],
    ['explained 1h 2h', { explained: 60, duration: 120 }],
    ['for 2026-09-30', { for: '2026-09-30' }],
    ['FOR 2026-09-30', { for: '2026-09-30' }],
    ['5/5', { rating: 5 }],
    ['0/5', { rating: 0 }],
    ['4.5/5', { rating: 4.5 }],
    ['280 EUR', { amount: '280 EUR' }],
    ['EUR 280', { amount: '280 EUR' }],
    ['€280', { amount: '280 EUR' }],
    ['280€', { amount: '280 EUR' }],
    ['$1,200.50', { amount: '1200.5 USD' }],
    ['1200.50 usd', { amount: '1200.5 USD' }],
    ['€ 280', { amount: '280 EUR' }],
    ['280 EUR 2h', { amount: '280 EUR', duration: 120 }],
    ['2h 280 EUR', { amount: '280 EUR', duration: 120 }],
    ...verbs.flatMap((verb) => [[verb, { verb }], [verb.toUpperCase(), { verb }]] as [string, Record<string, unknown>][]),
    ['@maria 1h 40m explained 10m 4/5: 14 invoices.', { who: 'maria', duration: 100, explained: 10, rating: 4, note: '14 invoices.' }],
    ['awarded @lin 280 EUR: She knows the lamps.', { verb: 'awarded', who: 'lin', amount: '280 EUR', note: 'She knows the lamps.' }],
    ['1h,explained 5m', { duration: 60, explained: 5 }],
    ['@maria,1h,done', { who: 'maria', duration: 60, verb: 'done' }],
    ['1h. 4/5. done.', { duration: 60, rating: 4, verb: 'done' }],
    ['(1h) **@maria** explained ~5m', { duration: 60, who: 'maria', explained: 5 }],
    ['– 1h — @maria', { duration: 60, who: 'maria' }],
    ['@maria, 1h; 5/5, done', { who: 'maria', duration: 60, rating: 5, verb: 'done' }],
  ];
  for (const [text, expected] of cases) it(text || 'nothing', () => assert.deepEqual(words(text), expected));

  it('may stand in any order', () => {
    const parts = ['@maria', '1h 30m', 'skipped', 'explained 20m', 'for 2026-09-30', '4/5', '280 EUR'];
    const expected = { who: 'maria', duration: 90, verb: 'skipped', explained: 20, for: '2026-09-30', rating: 4, amount: '280 EUR', note: 'so' };
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (order) => {
        assert.deepEqual(words(`${order.join(' ')}: so`), expected);
      }),
    );
  });

  const problems: readonly (readonly [text: string, problems: readonly string[], understood?: Record<string, unknown>])[] = [
    ['sent it 1h', ['unreadable-entry: sent it'], { duration: 60 }],
    ['sent 1h late', ['unreadable-entry: sent', 'unreadable-entry: late'], { duration: 60 }],
    ['sent, it 1h', ['unreadable-entry: sent, it'], { duration: 60 }],
    ['done done', ['unreadable-entry: done'], { verb: 'done' }],
    ['@a @b', ['unreadable-entry: @b'], { who: 'a' }],
    ['@', ['unreadable-entry: @']],
    ['@maria’s', ['unreadable-entry: @maria’s']],
    ['1h 2h 30m', ['unreadable-entry: 2h 30m'], { duration: 60 }],
    ['1h 30m 20m', ['unreadable-entry: 20m'], { duration: 90 }],
    ['4/5 5/5', ['unreadable-entry: 5/5'], { rating: 4 }],
    ['6/5', ['unreadable-entry: 6/5']],
    ['4/10', ['unreadable-entry: 4/10']],
    ['5 stars 1h', ['unreadable-entry: 5 stars'], { duration: 60 }],
    ['explained for 20m', ['unreadable-entry: explained for 20m']],
    ['awarded @bold 3200', ['invalid-amount: 3200'], { verb: 'awarded', who: 'bold' }],
    ['1 EUR 2 EUR', ['unreadable-entry: 2 EUR'], { amount: '1 EUR' }],
    ['for 2026-09-30 for 2026-08-31', ['unreadable-entry: for 2026-08-31'], { for: '2026-09-30' }],
    ['for Maria', ['unreadable-entry: for', 'unreadable-entry: Maria']],
    ['explained', ['unreadable-entry: explained']],
    ['explained @maria', ['unreadable-entry: explained'], { who: 'maria' }],
    ['explained 5m explained 10m', ['unreadable-entry: explained 10m'], { explained: 5 }],
    ['2026-09-30', ['unreadable-entry: 2026-09-30']],
    ['for 2026-02-30', ['invalid-date: 2026-02-30']],
    ['90', ['invalid-duration: 90']],
    ['1,5 std', ['invalid-duration: 1,5 std']],
    ['1:30', ['invalid-duration: 1:30']],
    ['3 crates', ['unreadable-entry: 3 crates']],
    ['90 done', ['invalid-duration: 90'], { verb: 'done' }],
    ['explained 90', ['invalid-duration: 90']],
    ['1.200,50 EUR', ['invalid-amount: 1.200,50 EUR']],
    ['€1.200,50', ['invalid-amount: €1.200,50']],
    ['🎉 1h 🎉🎉', ['unreadable-entry: 🎉', 'unreadable-entry: 🎉🎉'], { duration: 60 }],
    ['constructor toString', ['unreadable-entry: constructor toString']],
    ['1 valueOf', ['unreadable-entry: 1 valueOf']],
  ];
  for (const [text, expected, rest = {}] of problems) it(`not understood: ${text}`, () => assert.deepEqual(words(text), { ...rest, problems: expected }));

  it('does not read the verbs of jobs in another way for functions', () => assert.deepEqual(words('posted'), words('posted', 'one-off')));
});

describe('the date of an entry', () => {
  const dates: readonly (readonly [item: string, expected: Record<string, unknown> | undefined])[] = [
    ['- 2026-10-30', { date: '2026-10-30' }],
    ['* 2026-10-30 1h', { date: '2026-10-30', duration: 60 }],
    ['+ 2026-10-30', { date: '2026-10-30' }],
    ['1. 2026-10-30', { date: '2026-10-30' }],
    ['-\t2026-10-30\t1h', { date: '2026-10-30', duration: 60 }],
    ['-   2026-10-30', { date: '2026-10-30' }],
    ['- 2026-10-30: note', { date: '2026-10-30', note: 'note' }],
    ['- 2026-10-30, 1h', { date: '2026-10-30', duration: 60 }],
    ['- 2026-02-30 1h', { duration: 60, problems: ['invalid-date: 2026-02-30'] }],
    ['- 2026-2-3 1h', { duration: 60, problems: ['invalid-date: 2026-2-3'] }],
    ['- 30.10.2026 1h', { duration: 60, problems: ['invalid-date: 30.10.2026'] }],
    ['- 3/4/2026: x', { note: 'x', problems: ['invalid-date: 3/4/2026'] }],
    ['- On 2026-10-30', undefined],
    ['- 2026-10-30T12:00 @maria', { who: 'maria', problems: ['invalid-date: 2026-10-30T12:00'] }],
    ['- 2026–10–30 1h', { duration: 60, problems: ['invalid-date: 2026–10–30'] }],
    ['- **2026-10-30** @maria', { date: '2026-10-30', who: 'maria' }],
    ['- *2026-10-30*: x', { date: '2026-10-30', note: 'x' }],
    ['- 2026-10-30\u00a0@maria\u202f1\u00a0h', { date: '2026-10-30', who: 'maria', duration: 60 }],
    ['- 2026-10-30\u200b', { date: '2026-10-30' }],
    ['- **Important** 2026-10-30', undefined],
    ['- 2026-10', undefined],
    ['- 20261030', undefined],
    ['2026-10-30', undefined],
    ['> - 2026-10-30', undefined],
    ['    - 2026-10-30', undefined],
    ['```\n- 2026-10-30\n```', undefined],
  ];
  for (const [item, expected] of dates) {
    it(JSON.stringify(item), () => {
      if (expected) assert.deepEqual(understood(item), expected);
      else assert.deepEqual(read(item).block.entries, []);
    });
  }

  it('makes entries anywhere in the block, in the order of the text', () => {
    const { block } = read('- 2026-01-01\n\nText.\n\n### Log\n\n- other\n  - 2026-01-02\n\n1. 2026-01-03\n');
    assert.deepEqual(block.entries.map(({ date }) => formatDay(date!)), ['2026-01-01', '2026-01-02', '2026-01-03']);
  });
});

describe('the colon of an entry', () => {
  const notes: readonly (readonly [text: string, expected: Record<string, unknown>])[] = [
    ['1h: note', { duration: 60, note: 'note' }],
    ['1h:note', { duration: 60, note: 'note' }],
    ['1h : note', { duration: 60, note: 'note' }],
    [': note', { note: 'note' }],
    ['1h:', { duration: 60 }],
    ['1h: a: b', { duration: 60, note: 'a: b' }],
    ['1h: at 10:30, see https://example.com', { duration: 60, note: 'at 10:30, see https://example.com' }],
    ['https://example.com 1h', { duration: 60, problems: ['unreadable-entry: https://example.com'] }],
    ['at 10:30 1h: note', { duration: 60, note: 'note', problems: ['unreadable-entry: at', 'invalid-duration: 10:30'] }],
    ['1h\n  @maria\n  5/5: all\n  of it', { duration: 60, who: 'maria', rating: 5, note: 'all of it' }],
    ['1h:\n  all of it', { duration: 60, note: 'all of it' }],
    ['1h\n@maria', { duration: 60, who: 'maria' }],
    ['1h\n\n  A paragraph of its own.', { duration: 60 }],
    ['1h\r\n  @maria: a\r\n  b\r\n', { duration: 60, who: 'maria', note: 'a b' }],
    ['1\n  h', { duration: 60 }],
    ['1h <!-- who? --> 5/5: done <!-- really? -->', { duration: 60, rating: 5, note: 'done' }],
    ['1h <!--\n  who?\n  --> 5/5', { duration: 60, rating: 5 }],
  ];
  for (const [text, expected] of notes) it(JSON.stringify(text), () => assert.deepEqual(words(text), expected));

  it('leaves behind it a place for further words', () => {
    const range = (text: string): string => {
      const { start, end } = headRange(read(`- 2026-10-30${text}`).block.entries[0]!, 10);
      return `${start.line}:${start.character}-${end.line}:${end.character}`;
    };
    assert.equal(range(''), '12:2-12:12');
    assert.equal(range(' 1h, : x'), '12:2-12:15');
    assert.equal(range('\n  1h\n  5/5: x'), '12:2-14:5');
  });
});

describe('feedback', () => {
  const feedback = (text: string): string[] => read(text).block.entries.flatMap((entry: Entry) => entry.feedback.map(({ kind, text: said, at }) => `${kind} ${said} ${at.line}:${at.start}-${at.end}`));
  it('is indented under its entry', () => {
    assert.deepEqual(feedback('- 2026-10-30 1h\n  - Liked: Early.\n  - Disliked: Rates,\n    both of them.\n- 2026-09-30\n  - liked: All.\n'), [
      'liked Early. 3:11-17', 'disliked Rates, both of them. 4:14-20', 'liked All. 7:11-15',
    ]);
  });
  it('may be in bold, in another bullet, and empty', () => {
    assert.deepEqual(feedback('- 2026-10-30\n  * **Liked:** Early.\n  * DISLIKED:\n'), ['liked Early. 3:15-21', 'disliked  4:13-13']);
  });
  it('is not what stands elsewhere', () => {
    assert.deepEqual(feedback('- Liked: The list.\n- 2026-10-30: Liked: All.\n  - Note: x\n    - Liked: too deep\n\nLiked: x\n'), []);
  });
  it('does not make fields of what is under an entry', () => {
    const { block } = read('- 2026-10-30\n  - Owner: @maria\n');
    assert.equal(block.owner, undefined);
    assert.deepEqual(block.fields, []);
  });
});

describe('milestones', () => {
  const milestones = (text: string): unknown[] => {
    const { section, block } = read(text, 'one-off');
    return block.milestones.map(({ done, date, title, amount, boxAt, dateAt }) => [done, date === undefined ? undefined : formatDay(date), title, amount, spanText(section, boxAt), spanText(section, dateAt)]);
  };
  it('are done or not', () => {
    assert.deepEqual(milestones('- [ ] 2026-09-22 Drafts: 90 EUR\n- [x] 2026-09-30 All files\n- [X] Proofs 2026-10-02: 50 EUR\n'), [
      [false, '2026-09-22', 'Drafts', { value: 90, currency: 'EUR' }, ' ', '2026-09-22'],
      [true, '2026-09-30', 'All files', undefined, 'x', '2026-09-30'],
      [true, '2026-10-02', 'Proofs', { value: 50, currency: 'EUR' }, 'X', '2026-10-02'],
    ]);
  });
  it('need a date, right or wrong', () => {
    assert.deepEqual(milestones('- [ ] Someday\n- [ ]2026-09-22\n- [y] 2026-09-22\n- [ ] 2026-09-31 x\n'), [[false, undefined, 'x', undefined, ' ', '2026-09-31']]);
  });
  it('are no entries', () => assert.deepEqual(read('- [x] 2026-09-22 Drafts\n').block.entries, []));
});

describe('any text', () => {
  it('makes entries whose places lie in it, on character boundaries', () => {
    const word = fc.constantFrom('2026-10-30', '2026-02-30', '1h', '30', 'm', '@maria', '@', 'explained', 'for', '5/5', '7/5', 'EUR', '€', '280', '1,5', ':', ',', '🎉', '\n', '\n  ', '\r\n  ', '\t', '<!--', '-->', 'done', 'Liked:', '\n  - ', '\u00a0', '\0');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (parts) => {
        const text = `- 2026-10-30 ${parts.join(' ')}`;
        const { section, block } = read(text);
        for (const { at } of block.problems) {
          const line = section.text.slice(section.lineStarts[at.line]!, section.lineStarts[at.line + 1]!);
          assert(at.start < at.end && at.end <= line.length, JSON.stringify({ text, at }));
          assert.doesNotMatch(line.slice(0, at.start), /[\ud800-\udbff]$/);
          assert.doesNotMatch(line.slice(0, at.end), /[\ud800-\udbff]$/);
        }
        for (const { dateAt, headEnd } of block.entries) assert(dateAt.line <= headEnd.line);
      }),
    );
  });
});
