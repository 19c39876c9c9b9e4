import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { convertToRecurring } from '../../server/model/changes/convertToRecurring.ts';
import { repeatsOf } from '../../server/model/repeats/repeats.ts';
import { applyFix, assertFindings, checkAll, type Files, type Found, load, parseFixture } from '../support/fixture.ts';
import { examples, findingIn, fixed, fixesOf } from '../support/ruleTests.ts';

const job = (title: string, date: string, rest = '', fields = ''): string => `## ${title} (one-off)\n\n${fields}\n${rest}\n- ${date} posted\n- ${date} delivered\n\n`;
const marked = (text: string, title: string): string => text.replace(`## ${title} (one-off)\n`, `## ${title} (one-off)\n   ${'^'.repeat(title.length)}\n`);
const only = (code: string) => ({ only: new Set([code]) });

describe('repeated-one-off', () => {
  const two = job('Photos for the spring catalogue', '2026-03-02') + job('Photos for the autumn catalogue', '2026-09-01');
  const three = job('Photos for the winter catalogue', '2026-02-02') + two;

  examples(
    'repeated-one-off',
    ['once, at the latest', marked(two, 'Photos for the autumn catalogue')],
    ['at the latest, wherever it stands', `${marked(job('Photos for the autumn catalogue', '2026-09-01'), 'Photos for the autumn catalogue')}${job('Photos for the spring catalogue', '2026-03-02')}`],
    ['the latest may be in another note', `${job('Photos for the spring catalogue', '2026-03-02')}--- b.delegate.md\n${marked(job('Photos for the autumn catalogue', '2026-09-01'), 'Photos for the autumn catalogue')}`],
    ['a function is none', `${job('Photos for the spring catalogue', '2026-03-02')}## Photos for the catalogue (recurring)\n`],
    ['one that became a function', two.replaceAll('\n\n\n', '\n\n- Same as: Photos\n\n') + '## Photos (recurring)\n'],
    ['one that comes after it has become a function', `${job('Photos for the spring catalogue', '2026-03-02', '', '- Same as: Photos\n')}## Photos (recurring)\n\n${marked(job('Photos for the autumn catalogue', '2026-09-01'), 'Photos for the autumn catalogue')}`],
  );

  it('says how often and how far apart', () => {
    const message = (...dates: string[]): string => findingIn('repeated-one-off', dates.map((date) => job('Photos for the catalogue', date)).join('')).message;
    assert.match(message('2026-03-02', '2026-09-01'), /: twice, 6 months apart\./);
    assert.match(message('2026-03-02', '2026-05-11', '2026-07-20', '2026-09-28'), /: 4 times in 7 months, about every 10 weeks\./);
    assert.match(message('2026-03-02', '2026-03-05', '2026-03-08'), /: 3 times in 6 days, about every 3 days\./);
    assert.match(message('2020-03-02', '2023-03-02', '2026-03-08'), /: 3 times in 6 years, about every 3 years\./);
    assert.match(findingIn('repeated-one-off', '## Photos 1 (one-off)\n\n## Photos 2 (one-off)\n').message, /: twice\./);
  });

  it('is a warning from the third time on, or what somebody wants it to be', () => {
    assert.equal(findingIn('repeated-one-off', two).level, 'info');
    assert.equal(findingIn('repeated-one-off', three).level, 'warning');
    assert.equal(findingIn('repeated-one-off', `---\nrules: { repeated-one-off: info }\n---\n\n${three}`).level, 'info');
    assert.equal(findingIn('repeated-one-off', three, { levels: new Map([['repeated-one-off', 'error']]) }).level, 'error');
  });

  it('leads to the other places', () => {
    const { related } = findingIn('repeated-one-off', three);
    assert.deepEqual(related.map(({ message, range }) => `${range.start.line} ${message}`), ['0 “Photos for the winter catalogue”, 2026-02-02', '7 “Photos for the spring catalogue”, 2026-03-02']);
    const many = Array.from({ length: 15 }, (_, i) => job('Photos for the catalogue', `2026-03-${10 + i}`)).join('');
    assert.match(findingIn('repeated-one-off', many).related[0]!.message, /^“Photos for the catalogue”, 2026-03-14; 4 more before$/);
  });

  it('lets a comment keep one apart, which is of use then', () => {
    const apart = two.replace('## Photos for the autumn', '<!-- delegate-disable-next-line repeated-one-off -->\n## Photos for the autumn');
    assert.deepEqual(checkAll(parseFixture(apart), { only: new Set(['repeated-one-off', 'unused-disable']) }), []);
    const alone = `<!-- delegate-disable-next-line repeated-one-off -->\n${job('Photos', '2026-03-02')}`;
    assert.equal(checkAll(parseFixture(alone)).filter(({ code }) => code === 'unused-disable').length, 1);
  });
});

describe('Convert to a recurring function', () => {
  const text = (files: Files): string => files.get('note.delegate.md')!;

  it('makes a function of what the jobs tell', () => {
    const note = `# Studio

## Photos for the winter catalogue (one-off)

- Estimate: 2h

- 2026-01-05 posted explained 20m
- 2026-01-06 awarded @tom 200 EUR explained 15m
- 2026-01-15 delivered 1h 45m 3/5
  - Disliked: Too dark.

## Photos for the spring catalogue (one-off)

- Same as: Photos for the winter catalogue

- 2026-04-15 delivered @lin: 12 files.
  - Liked: Soft shadows.

<!-- delegate-disable-next-line missing-due -->
## Photos for the summer catalogue (one-off)

- Estimate: 3h

Eight plates on white. TIFF, 3000 px.

- 2026-07-02 awarded @lin 280 EUR
- 2026-07-15 delivered
- 2026-07-16 reviewed 5/5
`;
    assert.equal(text(fixed('repeated-one-off', note)), `# Studio

## Photos for the winter catalogue (one-off)

- Estimate: 2h
- Same as: Photos for the catalogue

- 2026-01-05 posted explained 20m
- 2026-01-06 awarded @tom 200 EUR explained 15m
- 2026-01-15 delivered 1h 45m 3/5
  - Disliked: Too dark.

## Photos for the spring catalogue (one-off)

- Same as: Photos for the winter catalogue

- 2026-04-15 delivered @lin: 12 files.
  - Liked: Soft shadows.

## Photos for the catalogue (recurring)

- Owner: @lin
- Cadence: every quarter
- Process: below
- Estimate: 3h

1. Eight plates on white.
2. TIFF, 3000 px.
3. Keep: Soft shadows.
4. Check for: Too dark.

- 2026-07-15 @lin 5/5 280 EUR: Photos for the summer catalogue
- 2026-04-15 @lin: Photos for the spring catalogue
  - Liked: Soft shadows.
- 2026-01-15 @tom 1h 45m explained 35m 3/5 200 EUR: Photos for the winter
  catalogue
  - Disliked: Too dark.

<!-- delegate-disable-next-line missing-due -->
## Photos for the summer catalogue (one-off)

- Estimate: 3h
- Same as: Photos for the catalogue

Eight plates on white. TIFF, 3000 px.

- 2026-07-02 awarded @lin 280 EUR
- 2026-07-15 delivered
- 2026-07-16 reviewed 5/5
`);
  });

  it('names no cadence where the gaps show none, and no owner where nobody is named', () => {
    const after = text(fixed('repeated-one-off', job('Logo for Huber', '2026-01-05') + job('Logo for Lenz', '2026-02-01') + job('Logo for Ott', '2026-10-11')));
    assert.match(after, /^## Logo \(recurring\)\n\n- 2026-10-11: Logo for Ott\n- 2026-02-01: Logo for Lenz\n- 2026-01-05: Logo for Huber\n\n## Logo for Ott/m);
  });

  it('marks jobs in other notes, and finds a title that is free', () => {
    const after = fixed('repeated-one-off', `${job('Logo 1', '2026-01-05')}## Logo (recurring)\n\n- Cadence: weekly\n\n--- b.delegate.md\n${job('Logo 2', '2026-02-01')}`);
    assert.match(text(after), /^- Same as: Logo 2$/m);
    assert.match(after.get('b.delegate.md')!, /^## Logo 2 \(recurring\)$/m);
  });

  it('adds a later one to the function', () => {
    const note = `## Photos (recurring)\n\n- 2026-03-05 @lin\n\n${job('Photos 1', '2026-03-02', '', '- Same as: Photos\n')}${job('Photos 2', '2026-09-01')}`;
    assert.deepEqual(fixesOf('repeated-one-off', note), ['Add it to “Photos”']);
    assert.match(text(fixed('repeated-one-off', note)), /^- 2026-09-01: Photos 2\n- 2026-03-05 @lin\n[^]*^## Photos 2 \(one-off\)\n\n- Same as: Photos$/m);
  });

  it('makes no entries, steps or headings of what a brief begins with', () => {
    const brief = '2026-12-01 is the day. # All of it. - And more. <!-- delegate-disable missing-owner --> Yes.\n';
    const after = fixed('repeated-one-off', job('Logo 1', '2026-01-05') + job('Logo 2', '2026-02-01', brief));
    assert.match(text(after), /^1\. Brief: 2026-12-01 is the day\. # All of it\. - And more\.\n2\. Yes\.$/m);
  });

  const titles = fc.constantFrom('Photos for the spring catalogue', 'Photos for the autumn catalogue', 'Catalogue photos', 'Photos of [plates](a.md) for the catalogue', 'Photos `for` the catalogue', 'Photos for the catalogue');
  const parts = fc.constantFrom('', '- Estimate: 2h\n', '- Owner: @lin\n', '- Same as: Photos for the spring catalogue\n', '- Due: 2026-10-01\n');
  const briefs = fc.constantFrom('', 'Ten bowls on white. TIFF, please!\n', '- Ten bowls\n- TIFF\n', '1. Set up\n2. Shoot\n', '| Bid | Price |\n| --- | --- |\n| @lin | 280 EUR |\n', '<!-- note -->\n', '```sh\nls\n```\n');
  const entries = fc.constantFrom('', '- 2026-01-05 posted explained 20m\n', '- 2026-03-05 @lin 2h: shot them\n', '- 2026-02-05 awarded @lin explained 3h\n- 2026-02-20 delivered 4/5\n  - Disliked: Grey.\n', '- 2026-07-05 delivered\n- 2026-07-09 paid 280 EUR\n', '- 2026-02-30 delivered\n');
  const someJob = fc.tuple(fc.constantFrom('', '', '<!-- delegate-disable-next-line missing-due -->\n'), titles, parts, briefs, entries, fc.constantFrom('\n', '')).map(([comment, title, field, brief, log, gap]) => `${comment}## ${title} (one-off)\n${gap}${field}\n${brief}\n${log}${gap}`);
  const notes = fc.tuple(fc.constantFrom('', '---\nteam:\n  lin: { name: Lin Chen }\n---\n\n# Studio\n\n'), fc.array(someJob, { minLength: 2, maxLength: 5 }), fc.constantFrom('\n', '\r\n')).map(([head, jobs, eol]) => (head + jobs.join('')).replaceAll('\n', eol));

  it('clears the finding, loses no word, breaks nothing and is done once', () =>
    fc.assert(
      fc.property(notes, (note) => {
        const before = parseFixture(note).files;
        const errors = (found: readonly Found[]): string[] => found.filter(({ level }) => level === 'error').map(({ code }) => code);
        for (const finding of checkAll({ files: before }, only('repeated-one-off'))) {
          const fix = finding.fixes()[0]!;
          const after = applyFix(before, fix);
          const rest = new Map<string, number>();
          for (const word of text(after).split(/\s+/)) rest.set(word, (rest.get(word) ?? 0) + 1);
          // Where all of them say what they are the same as, one of them says something else now.
          const saySo = [...load(before).tasks()].every(({ block }) => block.sameAs);
          for (const word of text(before).split(/\s+/)) {
            assert(rest.get(word)! > 0 || saySo, `it loses “${word}”`);
            rest.set(word, (rest.get(word) ?? 0) - 1);
          }
          const left = checkAll({ files: after }, only('repeated-one-off'));
          assert(!left.some(({ message }) => message === finding.message), `it is still there:\n${text(after)}`);
          const folder = load(after);
          for (const task of folder.tasks()) if (repeatsOf(task, folder)?.recurring) assert.equal(convertToRecurring(task, folder), undefined);
          assert.equal([...folder.tasks()].length, [...load(before).tasks()].length + 1);
          const known = errors(checkAll({ files: before }));
          assert.deepEqual(errors(checkAll({ files: after })).filter((code) => !known.includes(code)), []);
          if (text(before).includes('\r\n')) assert.doesNotMatch(text(after), /(?<!\r)\n/);
        }
      }),
      { numRuns: 150 },
    ));
});

describe('explaining-exceeds-doing', () => {
  const told = (title: string, date: string, explained: string, fields = '- Estimate: 3h\n', work = ''): string => `## ${title} (one-off)\n\n${fields}\n- ${date} posted explained ${explained}\n${work}- ${date} delivered\n\n`;
  const mark = (text: string, title: string): string => marked(text, title);
  const run = (date: string, rest: string): string => `- ${date} @lin ${rest}\n`;
  const recurring = (rest: string, ...runs: string[]): string => `## Photos (recurring)\n   ^^^^^^\n\n- Owner: @lin\n- Process: below\n${rest}\n1. Shoot.\n\n${runs.join('')}`;
  const inOrder = (note: string): string => note.replace(/^ *\^+\n/gm, '');

  examples(
    'explaining-exceeds-doing',
    ['a job, as long', mark(told('Photos', '2026-03-02', '3h'), 'Photos')],
    ['less', told('Photos', '2026-03-02', '2h 59m')],
    ['no estimate', told('Photos', '2026-03-02', '3h', '')],
    ['what was logged goes before the estimate', told('Photos', '2026-03-02', '3h', '- Estimate: 1h\n', '- 2026-03-03 @lin 4h\n')],
    ['and also where it is less', mark(told('Photos', '2026-03-02', '1h', '- Estimate: 3h\n', '- 2026-03-03 @lin 1h\n'), 'Photos')],
    ['a job and its repeats, once, at the latest', told('Photos 1', '2026-03-02', '1h') + mark(told('Photos 2', '2026-06-02', '2h'), 'Photos 2')],
    ['a job that has a process', told('Photos', '2026-03-02', '4h', '- Process: [Photos](https://example.com)\n- Estimate: 3h\n')],
    ['one that is part of a function', `${told('Photos 1', '2026-03-02', '4h', '- Estimate: 3h\n- Same as: Photos\n')}## Photos (recurring)\n`],
    ['a function whose explaining does not end', recurring('', run('2026-10-01', '1h explained 1h'), run('2026-09-01', '1h explained 45m'), run('2026-08-01', '1h explained 1h 15m'), run('2026-07-01', '2h'))],
    ['that is still trained', inOrder(recurring('', run('2026-10-01', '1h explained 1h'), run('2026-09-01', '1h explained 45m'), run('2026-08-01', '1h explained 1h 15m')))],
    ['explained long ago', inOrder(recurring('', run('2026-10-01', '1h'), run('2026-09-01', '1h'), run('2026-08-01', '1h explained 15m'), run('2026-07-01', '2h explained 9h')))],
    ['talks between the runs count', recurring('- Estimate: 30m\n', run('2026-10-01', ''), '- 2026-09-15 trained explained 1h 30m\n', run('2026-09-01', ''), run('2026-08-01', ''), run('2026-07-01', '2h'))],
    ['without a process that is what is missing', `## Photos (recurring)\n\n- Estimate: 1h\n\n${[7, 8, 9].map((month) => run(`2026-0${month}-01`, 'explained 2h')).join('')}${run('2026-10-01', 'explained 2h')}`],
    ['nobody explains to themselves', `---\ndelegator: lin\n---\n\n${inOrder(recurring('- Estimate: 1h\n', ...[6, 7, 8, 9].map((month) => run(`2026-0${month}-01`, 'explained 2h'))))}`],
  );

  const studio = `---\ncurrency: EUR\nteam:\n  alex: { name: Alex Kim, role: founder, rate: 60 }\n  jon: { name: Jon Park, rate: 20 }\n  lin: { time: contract, rate: 40 }\n---\n\n`;
  const photos = told('Photos 1', '2026-03-02', '1h 35m') + told('Photos 2', '2026-09-01', '1h 45m');

  it('says the sums that it is made of', () =>
    assert.match(findingIn('explaining-exceeds-doing', photos).message, /^“Photos 2” and the job like it were explained for 3h 20m in all \(1h 35m \+ 1h 45m\), against an estimate of 3h for doing it once\./));

  it('says it in money where it knows the rate, and else how to tell it', () => {
    assert.match(findingIn('explaining-exceeds-doing', studio + photos).message, /With the handle of whoever explains as delegator in the front matter/);
    assert.deepEqual(fixesOf('explaining-exceeds-doing', studio + photos), ['Convert to a recurring function', 'Name @alex (Alex Kim) as the one who delegates', 'Name @jon (Jon Park) as the one who delegates']);
    const named = fixed('explaining-exceeds-doing', studio + photos, 'Name @alex (Alex Kim) as the one who delegates');
    const [finding] = checkAll({ files: named }, only('explaining-exceeds-doing'));
    assert.match(finding!.message, /\(1h 35m \+ 1h 45m, 200 EUR\)/);
    assert.doesNotMatch(finding!.message, /delegator/);
  });

  it('is cleared by a function, or by a process', () => {
    const cleared = (files: Files): void => assert.deepEqual(checkAll({ files }, only('explaining-exceeds-doing')), []);
    cleared(fixed('explaining-exceeds-doing', photos));
    const single = told('Photos', '2026-03-02', '3h');
    for (const title of fixesOf('explaining-exceeds-doing', single)) cleared(fixed('explaining-exceeds-doing', single, title));
    assertFindings('explaining-exceeds-doing', `${photos}--- processes/photos-2.md\n# Photos\n`.replace('## Photos 2 (one-off)', '## Photos 2 (one-off)\n   ^^^^^^^^'));
  });
});
