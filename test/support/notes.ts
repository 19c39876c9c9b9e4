/** Notes as people write them, with every kind of thing missing, misspelt or in an odd place; for property tests. */
import * as fc from 'fast-check';

const maybe = (arbitrary: fc.Arbitrary<string>, weight = 2): fc.Arbitrary<string> => fc.oneof({ weight, arbitrary }, { weight: 1, arbitrary: fc.constant('') });

const handle = fc.constantFrom('@maria', '@jon', '@lin', '@nora', '@rory', '@marai', '@quentin', '@Jon');
const date = fc.constantFrom('2026-11-20', '2026-10-30', '2026-09-30', '2026-08-31', '2026-07-31', '2025-01-05', '2026-02-30', '3.11.2026');
const duration = fc.constantFrom('1h', '45m', '1h 30m', '1,5 std', '90 min', '2 hours');
const amount = fc.constantFrom('280 EUR', '€300', '310', '1.200,50 EUR', 'TBD');
const process = fc.constantFrom('below', '[Invoicing](processes/invoicing.md)', '[Stub](processes/stub.md)', '[Gone](processes/invoicin.md)', 'processes/invoicing.md#payng', '#office', '#offic', 'in my head', '[Out](../../x.md)', 'https://example.com', '[Folder](processes)', 'TBD');

const archive = fc.constantFrom('[Older](note.archive.md#invoices-recurring)', '[Older](note.archive.md#payroll-recurring)', 'note.archive.md#payroll-recuring', '[Out](../../x.archive.md#a)', '[Note](note.delegate.md#invoices-recurring)', 'in the drawer');

/** `- Owner: @maria`, in one of the ways that are read. */
const field = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  maybe(fc.tuple(fc.constantFrom(name, name, name.toLowerCase(), `**${name}**`), value).map(([key, text]) => (key.endsWith('**') ? `${key.slice(0, -2)}:** ${text}`.trimEnd() : `${key}: ${text}`.trimEnd())));

const person = fc.oneof({ weight: 6, arbitrary: handle }, { weight: 1, arbitrary: fc.constantFrom('TBD', '', 'Maria Silva', 'maria', '@jon and @lin') });
const entry = fc
  .tuple(date, maybe(handle), maybe(duration), maybe(fc.constantFrom('done', 'skipped', 'missed', 'paused', 'resumed', 'handover', 'reviewed', 'posted', 'awarded @lin 280 EUR', 'delivered', 'paid', 'cancelled', 'dlivered'), 1), maybe(duration.map((text) => `explained ${text}`), 1), maybe(fc.constantFrom('5/5', '7/5'), 1), maybe(fc.constantFrom(': 14 invoices, one for @jon.', ': ok'), 1), fc.array(fc.constantFrom('Liked: Sent early.', 'Disliked: Old VAT rate.', 'Disliked: The old VAT rate again', 'Disliked:', 'note'), { maxLength: 2 }))
  .map(([day, who, time, verb, explained, rating, note, feedback]) => ['- ' + [day, who, time, verb, explained, rating].filter(Boolean).join(' ') + note, ...feedback.map((text) => `  - ${text}`)].join('\n'));
const cadence = fc.constantFrom(
  'every Friday', 'every Firday', 'monthly', 'every month on the last workday', 'every other Friday', 'every 2 to 4 days', 'every 6 weeks after completion', 'twice a week', 'biweekly',
  '0 9 * * 1', 'RRULE:FREQ=WEEKLY;COUNT=5', '+1w', 'every Friday until 2026-12-31', 'every week for 10 times', 'as needed', 'hourly', 'TBD', '',
);
const entries = fc.array(entry, { maxLength: 6 }).map((each) => each.join('\n'));

const prose = fc.constantFrom('', 'Bill every client, and ask @jon about the rates.', '- one thing\n- another thing', '1. Take the hours.\n2. Write.\n3. Send.', '1. Ask Maria.', '<!-- delegate-disable-next-line missing-owner -->', '```\n@code\n```', '> quoted @lin');

const block = (head: fc.Arbitrary<string>, kind: string, fields: fc.Arbitrary<string>[], rest: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(head, fc.constantFrom(`(${kind})`, `(${kind.toUpperCase()})`), fc.tuple(...fields), fc.constantFrom('- ', '* ', '-   '), prose, entries, rest, fc.boolean())
    .map(([title, suffix, values, bullet, brief, log, more, gap]) => {
      const list = values.filter(Boolean).map((value) => bullet + value).join('\n');
      return `${title} ${suffix}${gap ? '\n\n' : '\n'}${[list, brief, more, log].filter(Boolean).join('\n\n')}`;
    });

const title = (...titles: string[]): fc.Arbitrary<string> => fc.constantFrom(...titles);
const recurring = block(title('## Invoices', '### Payroll', '## Newsletter', '#', '## Stock count'), 'recurring', [
  field('Owner', person), field('Backup', person), field('Cadence', cadence), field('Process', process),
  field('Estimate', duration), field('Starts', date), field('Ends', fc.constantFrom('2026-12-31', '2025-01-05', 'soon')), field('Paused', fc.constantFrom('2026-07-01 to 2026-08-31', '2026-11-20', '2026-12-01 to 2026-11-01', 'yes')), field('Missed', fc.constant('keep all')), field('Reviewed', date), field('Onwer', person), field('Archive', fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 2, arbitrary: archive })),
], fc.constant(''));
const bids = fc.constantFrom('', '| Bid | Price | Days |\n| --- | --- | --- |\n| @lin | 280 EUR | 10 |\n| Tomek | 190 EUR | 14 |', '| Bidder | Price |\n|-|-|\n| @ana | 1,5 EUR |');
const oneOff = block(title('## Photos', '## Logo', '### Photos', '# Van'), 'one-off', [
  field('Owner', person), field('Budget', amount), field('Due', date), field('Estimate', duration), field('Process', process), field('Budget', amount),
], bids);

const frontMatter = fc.constantFrom(
  '',
  '---\nteam:\n  maria: { name: Maria Silva, away: [[2026-11-20, 2026-12-31]] }\n  jon: { name: Jon Park }\n  lin: { name: Lin Chen, time: contract }\n  rory: { name: Rory Quill, until: 2026-09-26, away: [[2026-11-20, 2026-12-31]] }\n---\n\n',
  '---\ndelegator: nora\nprocesses: how-to\nteam:\n    maria: Maria Silva\n    nora:\n        name: Nora\n        away: [[2026-11-01, 2026-11-30]]\n---\n',
  '---\nteam:\n---\n\n',
  '---\ncurrency: EUR\nrules:\n  missing-owner: error\n---\n\n# Office\n\n',
  '---\nteam: { maria: Maria Silva }\nteem: {}\n---\n\n## Office\n\nText.\n\n',
  '---\nteam:\n  maria: {\n---\n\n',
);

const documents: readonly (readonly [path: string, text: string])[] = [
  ['processes/invoicing.md', '---\nreviewed: 2025-01-05\n---\n\n# Invoicing\n\n## Paying\n\n1. Take\n2. Write\n3. List\n'],
  ['processes/stub.md', '# Stub\n\n1. Ask Maria.'],
  ['note.archive.md', '# Older entries\n\n## Invoices (recurring)\n\n- 2025-12-31 @maria 2h explained 30m\n  - Disliked: Old VAT rate.\n- 2025-10-31 @jon 2h\n\n## Payroll (recurring)\n\n- 2026-08-31 @maria 3/5\n'],
];

/** The files of a workspace folder whose one note is `note.delegate.md`, in LF or CRLF, with or without a last line break. */
export const workspace = (): fc.Arbitrary<Map<string, string>> =>
  fc.tuple(frontMatter, fc.array(fc.oneof(recurring, oneOff), { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean()).map(([head, blocks, eol, ends]) => {
    const note = head + blocks.join('\n\n') + (ends ? '\n' : '');
    return new Map([['note.delegate.md', note], ...documents].map(([path, text]) => [path!, text!.replaceAll('\n', eol)]));
  });
