/** Fields in every style; their values, typed; and which list holds them. */
import assert from 'node:assert/strict';
import type { Block } from '../../server/notation/blocks.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { readDocument, type Section, spanText } from '../../server/notation/document.ts';
import { isPlaceholder } from '../../server/notation/fields.ts';

function read(body: string, kind = 'recurring'): { section: Section; block: Block } {
  const [section] = readDocument('file:///note.delegate.md', `## A (${kind})\n${body}`).sections;
  return { section: section!, block: section!.block! };
}

/** `Owner=@maria` for each field, after a check that both stand at their places. */
function fields(body: string, kind?: string): string[] {
  const { section, block } = read(body, kind);
  return block.fields.map(({ key, name, nameAt, value, valueAt }) => {
    assert.equal(spanText(section, nameAt), name);
    const first = spanText(section, valueAt);
    assert(value.startsWith(first) && !/^\s|\s$/.test(first), `${JSON.stringify(first)} of ${JSON.stringify(value)}`);
    return `${key ?? `(${name})`}=${value}`;
  });
}

describe('a field', () => {
  const styles: readonly (readonly [item: string, field: string])[] = [
    ['- Owner: @maria', 'Owner=@maria'],
    ['* Owner: @maria', 'Owner=@maria'],
    ['+ Owner: @maria', 'Owner=@maria'],
    ['-   Owner:   @maria  ', 'Owner=@maria'],
    ['-\tOwner:\t@maria', 'Owner=@maria'],
    ['- OWNER: @maria', 'Owner=@maria'],
    ['- owner: @maria', 'Owner=@maria'],
    ['- **Owner:** @maria', 'Owner=@maria'],
    ['- **Owner**: @maria', 'Owner=@maria'],
    ['- __Owner:__ @maria', 'Owner=@maria'],
    ['- **owner**:', 'Owner='],
    ['- Owner :', 'Owner='],
    ['- Owner:@maria', 'Owner=@maria'],
    ['- Owner:\u00a0@maria\u200b', 'Owner=@maria'],
    ['- **Owner:**\u00a0@maria', 'Owner=@maria'],
    ['- Owner:', 'Owner='],
    ['- Same as: Photos', 'Same as=Photos'],
    ['- same-AS: Photos', 'Same as=Photos'],
    ['- Same  as: Photos', 'Same as=Photos'],
    ['- Owner: @maria\n  and @jon', 'Owner=@maria and @jon'],
    ['- Owner:\n  @maria', 'Owner=@maria'],
    ['- Owner: @maria\nlazy', 'Owner=@maria lazy'],
    ['- Owner: @maria\r\n  and @jon\r\n', 'Owner=@maria and @jon'],
    ['- Owner: a: b', 'Owner=a: b'],
    ['- Owner: 👩 @maria', 'Owner=👩 @maria'],
    ['- Client’s name: x', '(Client’s name)=x'],
    ['- Größe: x', '(Größe)=x'],
    ['- Owner: @maria <!-- for now -->', 'Owner=@maria'],
    ['- Owner: <!-- @jon --> @maria', 'Owner=@maria'],
    ['- Owner: @maria <!--\n  for now -->', 'Owner=@maria'],
  ];
  for (const [item, field] of styles) {
    it(JSON.stringify(item), () => assert.deepEqual(fields(`\n${item}\n${item[0]} Estimate: 1h\n`, field.startsWith('Same') ? 'one-off' : 'recurring'), [field, 'Estimate=1h']));
  }

  it('is no field', () => {
    for (const item of ['- Owner', '- Ownr:@maria', '- https://example.com', '- : @maria', '- 12: x', '- *Owner:* @maria', '- A sentence that goes on for rather more than forty letters: x', '- `Owner:` @maria', '- [Owner](x): y']) {
      assert.deepEqual(fields(`\n- Estimate: 1h\n${item}\n`), ['Estimate=1h'], item);
    }
  });

  it('keeps the first of a name', () => {
    const { block } = read('\n- Owner: @maria\n- Owner: @jon\n');
    assert.equal(block.owner?.handle, 'maria');
    assert.equal(block.fields.length, 2);
  });

  it('does not take names from Object.prototype', () => assert.deepEqual(fields('\n- constructor: x\n- toString: y\n'), ['(constructor)=x', '(toString)=y']));
});

describe('the list of the fields', () => {
  const lists: readonly (readonly [what: string, body: string, expected: readonly string[]])[] = [
    ['is the first list under the heading', '\n- Owner: @a\n\n* Backup: @b\n', ['Owner=@a']],
    ['may follow the heading at once', '- Owner: @a\n', ['Owner=@a']],
    ['may follow the brief, when it has a known field', '\nText.\n\n- Client: x\n- Owner: @a\n', ['(Client)=x', 'Owner=@a']],
    ['is no list of something else', '\nIt takes:\n\n- Paper: white\n- Ink: black\n', []],
    ['is no list with fields of the other kind alone', '\nText.\n\n- Budget: 300 EUR\n', []],
    ['may be loose', '\n- Owner: @a\n\n- Backup: @b\n', ['Owner=@a', 'Backup=@b']],
    ['is no numbered list', '\n1. Owner: @a\n', []],
    ['is not in a quote', '\n> - Owner: @a\n', []],
    ['is not nested', '\n- Owner: @a\n  - Backup: @b\n', ['Owner=@a']],
    ['may hold entries', '\n- Owner: @a\n- 2026-10-30 1h\n- Backup: @b\n', ['Owner=@a', 'Backup=@b']],
    ['is not under a deeper heading only', '\n### More\n\n- Owner: @a\n', ['Owner=@a']],
    ['is not code', '\n```\n- Owner: @a\n```\n', []],
    ['is not in a comment', '\n<!--\n- Owner: @a\n-->\n', []],
  ];
  for (const [what, body, expected] of lists) it(what, () => assert.deepEqual(fields(body), expected));
});

describe('the values of fields', () => {
  const value = (name: keyof Block, text: string, kind = 'recurring'): unknown => {
    const { section, block } = read(`\n- ${text}\n`, kind);
    const found = block[name] as { value?: unknown; handle?: string; at: Parameters<typeof spanText>[1] } | undefined;
    if (block.problems.length > 0) return block.problems.map(({ code, at }) => `${code}: ${spanText(section, at)}`);
    return found && [found.handle ?? found.value, spanText(section, found.at)];
  };
  const day = (text: string): unknown => value('starts', `Starts: ${text}`);

  it('are people', () => {
    assert.deepEqual(value('owner', 'Owner: @maria'), ['maria', '@maria']);
    assert.deepEqual(value('owner', 'Owner: Maria (@maria), then @jon'), ['maria', '@maria']);
    assert.equal(value('owner', 'Owner: Maria'), undefined);
    assert.equal(value('owner', 'Owner: maria@example.com'), undefined);
    assert.deepEqual(value('backup', 'Backup: @jon'), ['jon', '@jon']);
    assert.equal(value('backup', 'Backup: @jon', 'one-off'), undefined);
  });

  it('are days', () => {
    assert.match(String(day('2026-05-29')), /^\d+,2026-05-29$/);
    assert.deepEqual(day('2026-02-30'), ['invalid-date: 2026-02-30']);
    assert.deepEqual(day('2026-05-29abc'), ['invalid-date: 2026-05-29abc']);
    assert.deepEqual(day('next Friday'), ['invalid-date: next Friday']);
    assert.equal(day('TBD'), undefined);
  });

  it('are durations and amounts', () => {
    assert.deepEqual(value('estimate', 'Estimate: 1h 30m'), [90, '1h 30m']);
    assert.deepEqual(value('estimate', 'Estimate: 1\u00a0h\u00a030\u202fm'), [90, '1\u00a0h\u00a030\u202fm']);
    assert.deepEqual(value('budget', 'Budget: 200\u00a0EUR', 'one-off'), [{ value: 200, currency: 'EUR' }, '200\u00a0EUR']);
    assert.deepEqual(value('estimate', 'Estimate: 90'), ['invalid-duration: 90']);
    assert.deepEqual(value('budget', 'Budget: 300 EUR', 'one-off'), [{ value: 300, currency: 'EUR' }, '300 EUR']);
    assert.deepEqual(value('budget', 'Budget: 300', 'one-off'), ['invalid-amount: 300']);
    assert.equal(value('budget', 'Budget: 300'), undefined);
  });

  it('are texts', () => {
    assert.deepEqual(value('cadence', 'Cadence: every Friday'), ['every Friday', 'every Friday']);
    assert.deepEqual(value('missed', 'Missed: keep all'), ['keep all', 'keep all']);
    assert.deepEqual(value('sameAs', 'Same as: none', 'one-off'), ['none', 'none']);
    assert.equal(value('cadence', 'Cadence:'), undefined);
  });

  const pauses: readonly (readonly [text: string, pause: string])[] = [
    ['2026-07-01 to 2026-08-31', '2026-07-01 2026-08-31'],
    ['from 2026-07-01 until 2026-08-31', '2026-07-01 2026-08-31'],
    ['2026-07-01 – 2026-08-31', '2026-07-01 2026-08-31'],
    ['2026-07-01 - 2026-08-31', '2026-07-01 2026-08-31'],
    ['2026-07-01 to 2026-07-01', '2026-07-01 2026-07-01'],
    ['2026-07-01', '2026-07-01 …'],
    ['since 2026-07-01', '2026-07-01 …'],
    ['until 2026-08-31', '… 2026-08-31'],
    ['Yes', '… …'],
    ['no', 'none'],
    ['TBD', 'none'],
    ['2026-07-01 to 2026-06-31', 'invalid-date: 2026-06-31'],
    ['2026-07-32 to 2026-08-31', 'invalid-date: 2026-07-32'],
    ['2026-08-31 to 2026-07-01', 'invalid-date: 2026-08-31 to 2026-07-01'],
    ['for the summer', 'invalid-date: for the summer'],
    ['until further notice', 'invalid-date: until further notice'],
  ];
  for (const [text, pause] of pauses) {
    it(`Paused: ${text}`, () => {
      const { section, block } = read(`\n- Paused: ${text}\n`);
      const [problem] = block.problems;
      const end = (date: number | undefined): string => (date === undefined ? '…' : formatDay(date));
      const found = problem ? `${problem.code}: ${spanText(section, problem.at)}` : block.paused ? `${end(block.paused.value.from)} ${end(block.paused.value.until)}` : 'none';
      assert.equal(found, pause);
    });
  }

  it('are not there yet', () => {
    for (const text of ['', '-', '–', '?', '???', '...', '…', 'TBD', 'tba', 'TODO', 'none', 'Nobody', 'no one', 'n/a', 'unassigned', 'open']) assert(isPlaceholder(text), text);
    for (const text of ['x', '@maria', 'none of them', '0', 'openly']) assert(!isPlaceholder(text), text);
  });
});

describe('the title of a task', () => {
  const title = (heading: string): unknown => {
    const [section] = readDocument('file:///note.delegate.md', `${heading}\n`).sections;
    const block = section!.block;
    return block && [block.kind, block.level, block.title, spanText(section!, block.titleAt), spanText(section!, block.kindAt)];
  };
  const headings: readonly (readonly [heading: string, expected: unknown])[] = [
    ['## Invoices (recurring)', ['recurring', 2, 'Invoices', 'Invoices', 'recurring']],
    ['# Photos (One-Off)', ['one-off', 1, 'Photos', 'Photos', 'One-Off']],
    ['###### A (recurring) ######', ['recurring', 6, 'A', 'A', 'recurring']],
    ['  ##   A   (recurring)  ', ['recurring', 2, 'A', 'A', 'recurring']],
    ['## (recurring)', ['recurring', 2, '', '(recurring)', 'recurring']],
    ['## A(recurring)', ['recurring', 2, 'A', 'A', 'recurring']],
    ['## 🎉 A (B) (recurring)', ['recurring', 2, '🎉 A (B)', '🎉 A (B)', 'recurring']],
    ['## A (recurring) <!-- ours -->', ['recurring', 2, 'A', 'A', 'recurring']],
    ['## A (recurring) <!-- a --> <!-- b --> ##', ['recurring', 2, 'A', 'A', 'recurring']],
    ['## A (recurring).', undefined],
    ['## A ( recurring )', undefined],
    ['## A (one off)', undefined],
    ['## A (one‑off)', ['one-off', 2, 'A', 'A', 'one‑off']],
    ['A (recurring)\n---', undefined],
    ['####### A (recurring)', undefined],
    ['> ## A (recurring)', undefined],
    ['    ## A (recurring)', undefined],
  ];
  for (const [heading, expected] of headings) it(JSON.stringify(heading), () => assert.deepEqual(title(heading), expected));
});
