import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { dayOfJob } from '../../server/model/repeats/order.ts';
import { isKeptApart, repeatsOf } from '../../server/model/repeats/repeats.ts';
import { Folder } from '../../server/model/workspace.ts';
import { type Document, readDocument, tasksOf } from '../../server/notation/document.ts';
import { editDocument } from '../../server/notation/edit.ts';
import { Headers } from '../../server/notation/headers.ts';
import { formatDay } from '../../server/notation/dates.ts';
import { load, parseFixture, uriOf } from '../support/fixture.ts';

/** The groups of one-offs in some notes, each with its titles from the oldest on. */
function groups(text: string): string[][] {
  return groupsOf(load(parseFixture(text).files));
}

function groupsOf(folder: Folder): string[][] {
  const found = new Set<string>();
  for (const task of folder.tasks()) {
    const repeats = repeatsOf(task, folder);
    if (repeats) found.add(JSON.stringify(repeats.jobs.map((job) => job.block.title)));
  }
  return [...found].sort().map((each) => JSON.parse(each) as string[]);
}

/** A job without a brief, done on the 1st of a month of 2026. */
const job = (title: string, month = 1, rest = ''): string => `## ${title} (one-off)\n\n${rest}- 2026-${String(month).padStart(2, '0')}-01 posted\n- 2026-${String(month).padStart(2, '0')}-20 delivered\n\n`;

const note = (...titles: string[]): string => titles.map((title, i) => job(title, i + 1)).join('');

const areOne = (...titles: string[]): void => assert.deepEqual(groups(note(...titles)), [titles]);
const areNot = (...titles: string[]): void => assert.deepEqual(groups(note(...titles)), []);

describe('repeats', () => {
  it('are told alike, whatever the season, the year, the number and the client', () => {
    areOne('Product photos for the spring catalogue', 'Product photos for the autumn catalogue');
    areOne('Stocktaking in January', 'Stocktaking 2027');
    areOne('Edit episode 41', 'Editing of episode 47');
    areOne('Logo for Huber Bakery', 'Logo for Miramar Dental');
    areOne('Shoot the refurbished bikes', 'Photos of refurbished bikes');
  });

  it('are not jobs in which something else is done, or with something else', () => {
    areNot('Print the spring catalogue', 'Proofread the spring catalogue');
    areNot('Repair the projector in room 2', 'Mount the projector in room 2');
    areNot('Install lights in the workshop', 'Install shelves in the workshop');
    areNot('Write a placement test', 'Mark 90 placement tests');
  });

  it('are found by their briefs, where the titles are not enough', () => {
    const brief = 'On white from the drive side, with close-ups of the saddle. JPEG, 2400 px.\n\n';
    assert.deepEqual(groups(job('Nine trekking bikes: pictures', 1, brief) + job('Photos of children’s bikes', 5, brief)), [['Nine trekking bikes: pictures', 'Photos of children’s bikes']]);
    assert.deepEqual(groups(job('Nine trekking bikes: pictures', 1) + job('Photos of children’s bikes', 5)), []);
  });

  it('are no repeats where the briefs have nothing to do with each other', () => {
    const [one, other] = ['Old vouchers by supplier, thermal paper scanned.\n\n', 'Grandfather, letters, family tree back to Galicia.\n\n'];
    assert.deepEqual(groups(job('Sort papers of the archive', 1, one) + job('Sort the family archive papers', 2, other)), []);
  });

  it('are told alike with other verbs and forms, British or American, long or short', () => {
    const brief = 'Forty of them, from the cellar, before the feast.\n\n';
    const other = 'From the cellar, 40 pieces; the feast is on Sunday.\n\n';
    const areOneWith = (...titles: string[]): void => assert.deepEqual(groups(titles.map((title, i) => job(title, i + 1, i % 2 === 0 ? brief : other)).join('')), [titles]);
    areOneWith('Sharpen the knives', 'Knife sharpening');
    areOneWith('Answer the clients’ letters', 'Customers’ letters: reply to them');
    areOneWith('Bring the colour catalogues', 'Color catalogs to be delivered');
  });

  it('are not joined by one that is a little like two other jobs', () => {
    const jobs = [
      job('Print posters for the film week', 1, 'Matt paper, A1, quick.\n\n'),
      job('Posters of the music week: print', 2, 'A1 on matt paper, quick.\n\n'),
      job('Design the film week poster', 3, 'One still, logo, dates, sponsors, A1.\n\n'),
      job('Poster design: music week', 4, 'Logo, dates, one still, sponsors, A1.\n\n'),
      job('Poster for the theatre week', 5, 'Logo, dates, still, sponsors, A1 on matt paper.\n\n'),
    ];
    const found = groups(jobs.join(''));
    assert.equal(found.length, 2);
    assert(found.some((titles) => titles.includes('Print posters for the film week') && !titles.includes('Design the film week poster')), JSON.stringify(found));
  });

  it('are joined by Same as, over files, and over a title that nobody has any more', () => {
    assert.deepEqual(groups(`${job('Terms in German')}--- b.delegate.md\n${job('French version of the terms', 3, '- Same as: terms in  german\n\n')}`), [['Terms in German', 'French version of the terms']]);
    assert.deepEqual(groups(job('Cut the grass', 1, '- Same as: Gardening\n\n') + job('Leaves', 2, '- Same as: “Gardening”\n\n')), [['Cut the grass', 'Leaves']]);
  });

  it('are parted by Same as: none and by a comment', () => {
    const twice = (rest: string, comment = ''): string => job('Product photos', 1) + comment + job('Product photos 2', 2, rest);
    assert.equal(groups(twice('')).length, 1);
    assert.deepEqual(groups(twice('- Same as: none\n\n')), []);
    assert.deepEqual(groups(twice('', '<!-- delegate-disable-next-line repeated-one-off -->\n')), []);
    assert.equal(groups(twice('', '<!-- delegate-disable-next-line missing-due -->\n')).length, 1);
  });

  it('know whether a comment is of use', () => {
    const folder = load(parseFixture(`${job('Logo')}<!-- delegate-disable-next-line repeated-one-off -->\n${job('Logo 2', 2)}<!-- delegate-disable-next-line repeated-one-off -->\n${job('Van')}`).files);
    assert.deepEqual([...folder.tasks()].map((task) => isKeptApart(task, folder)), [false, true, false]);
  });

  it('leave out jobs that were cancelled, copies, and what was posted twice', () => {
    assert.deepEqual(groups(`${job('Logo')}## Logo 2 (one-off)\n\n- 2026-02-01 posted\n- 2026-02-09 cancelled\n`), []);
    assert.deepEqual(groups(job('Logo').repeat(300)), []);
    assert.deepEqual(groups('## Logo (one-off)\n\n- 2026-02-01 posted\n\n## Logo (one-off)\n\n- 2026-02-08 posted\n'), []);
    assert.deepEqual(groups(job('Logo', 1) + job('Logo', 5)), [['Logo', 'Logo']]);
  });

  it('are joined with the function that they have become', () => {
    const folder = load(parseFixture(`## Logos (recurring)\n\n${job('Logo', 1, '- Same as: Logos\n\n')}${job('Logo for Huber', 2)}`).files);
    const [recurring, , latest] = [...folder.tasks()];
    const repeats = repeatsOf(latest!, folder);
    assert.deepEqual([repeats?.recurring, repeats?.latest], [recurring, latest]);
  });

  it('are dated by when they were told', () => {
    const days = [...load(parseFixture('## A (one-off)\n\n- 2026-03-01 delivered\n- 2026-02-01 posted\n\n## B (one-off)\n\n- 2026-03-01 2h\n- 2026-02-05 1h\n\n## C (one-off)\n\n- Due: 2026-04-01\n\n## D (one-off)\n').files).tasks()].map(dayOfJob);
    assert.deepEqual(days.map((day) => day && formatDay(day)), ['2026-02-01', '2026-02-05', '2026-04-01', undefined]);
  });
});

describe('repeats of any text', () => {
  it('need a title that says something', () => {
    areNot('', '', '');
    areNot('March 2026', 'April 2026');
    areNot('…', '!!!', '2026');
  });

  it('are found in other scripts', () => {
    areOne('春季目录的产品照片', '秋季目录产品照片');
    areOne('Фотографии товаров для каталога', 'Фотографии товаров для нового каталога');
    areOne('صور المنتجات للكتالوج', 'صور المنتجات للكتالوج 2027');
    areOne('Produktfotos für den Katalog', 'Produktfotos Katalog');
    areNot('春季目录的产品照片', '办公室搬家');
    areNot('Фотографии товаров', 'Ремонт лестницы');
    areNot('صور المنتجات', 'إصلاح السقف');
    areNot('Produktfotos für den Frühling', 'Umzug des Büros im Frühling');
  });

  it('are no nonsense among very long titles and thousands that share words', () => {
    const long = Array.from({ length: 10_000 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}x`).join(' ');
    assert.equal(groups(note(long, `${long} more`)).length, 1);
    // Each title shares a word with the next, and the last nothing with the first.
    const names = Array.from({ length: 2_000 }, (_, i) => [...String(i)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('a'));
    const chain = names.slice(1).map((name, i) => job(`Thing ${name}z and ${names[i]}z`)).join('');
    assert(groups(chain).every((group) => group.length < 3));
  });
});

describe('the index of repeats', () => {
  const title = fc.constantFrom('Product photos', 'Product photos for spring', 'Photos of the products', 'Photos of the bikes', 'Repair the bikes', 'Logo for Huber', 'Logo for Miramar', 'Logo', '', '目录照片', 'Flyer');
  const block = fc
    .tuple(title, fc.constantFrom('(one-off)', '(one-off)', '(one-off)', '(recurring)'), fc.constantFrom('', '- Same as: Logo\n', '- Same as: none\n', '- Same as: Gardening\n', '- Due: 2026-05-01\n'), fc.constantFrom('', 'On white with a lot of daylight, JPEG.\n', 'On white, no daylight, TIFF.\n'), fc.constantFrom('', '- 2026-01-01 posted\n', '- 2026-02-01 posted\n- 2026-02-03 delivered\n', '- 2026-02-01 cancelled\n'), fc.constantFrom('', '', '', '<!-- delegate-disable-next-line repeated-one-off -->\n'))
    .map(([head, kind, field, brief, entries, comment]) => `${comment}## ${head} ${kind}\n\n${field}\n${brief}\n${entries}\n`);
  const text = fc.array(block, { maxLength: 5 }).map((blocks) => blocks.join(''));
  const name = fc.constantFrom('a', 'b', 'c');
  const step = fc.oneof({ weight: 4, arbitrary: fc.record({ name, text }) }, { weight: 1, arbitrary: fc.record({ name }) });

  /** What is known of each task, by its place. */
  const answers = (folder: Folder): unknown =>
    [...folder.documents.keys()].sort().flatMap((uri) =>
      tasksOf(folder.documents.get(uri)!).map((task) => {
        const repeats = repeatsOf(task, folder);
        const place = (each: { document: { uri: string }; firstLine: number } | undefined): string => `${each?.document.uri}:${each?.firstLine}`;
        return [place(task), isKeptApart(task, folder), repeats && [repeats.jobs.map(place), repeats.all.map(place).sort(), place(repeats.recurring), place(repeats.latest)]];
      }),
    );

  it('is after any edits what it is from scratch, in whatever order the files come', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.boolean(), (steps, asksBetween) => {
        let folder = Folder.empty('file:///desk');
        const older: { folder: Folder; answers: unknown }[] = [];
        for (const each of steps) {
          const uri = uriOf(`${each.name}.delegate.md`);
          folder = 'text' in each ? folder.with(readDocument(uri, each.text)) : folder.without(uri);
          if (asksBetween) older.push({ folder, answers: answers(folder) });
        }
        const scratch = Folder.empty('file:///desk').with(...[...folder.documents.values()].reverse());
        assert.deepEqual(answers(folder), answers(scratch));
        for (const before of older) assert.deepEqual(answers(before.folder), before.answers, 'of an older folder');
      }),
      { numRuns: 400 },
    ));

  /** Of what a task is told by, and of what it is not. */
  const typing = fc.oneof(
    fc.record({ at: fc.constant('in the title'), text: fc.constantFrom('Logo for ', 'Photos of the ') }),
    fc.record({ at: fc.constant('below it'), text: fc.constantFrom('- Same as: Logo\n', '- Same as: none\n', '- Due: 2025-06-01\n', '- Owner: @maria\n', '\nOn white, with a lot of daylight.\n\n') }),
    fc.record({ at: fc.constant('at the end'), text: fc.constantFrom('- 2025-12-01 posted\n', '- 2026-03-01 cancelled\n', '- 2026-03-02: 1h\n') }),
  );

  function typed(document: Document, index: number, { at, text }: { readonly at: string; readonly text: string }): Document {
    const tasks = tasksOf(document);
    const task = tasks[index % tasks.length];
    if (!task) return document;
    const line = at === 'in the title' ? 0 : at === 'below it' ? 2 : task.section.lineCount - 1;
    const start = { line: task.firstLine + line, character: at === 'in the title' ? 3 : 0 };
    return editDocument(document, { range: { start, end: start }, newText: text }, new Headers());
  }

  it('is so after each key that is typed in a task', () =>
    fc.assert(
      fc.property(text, text, fc.array(fc.record({ uri: fc.constantFrom(uriOf('a.delegate.md'), uriOf('b.delegate.md')), task: fc.nat(4), key: typing }), { maxLength: 6 }), (a, b, keys) => {
        let folder = Folder.empty('file:///desk').with(readDocument(uriOf('a.delegate.md'), a), readDocument(uriOf('b.delegate.md'), b));
        answers(folder);
        for (const { uri, task, key } of keys) {
          folder = folder.with(typed(folder.documents.get(uri)!, task, key));
          assert.deepEqual(answers(folder), answers(Folder.empty('file:///desk').with(...folder.documents.values())));
        }
      }),
      { numRuns: 300 },
    ));

  it('stays so where words come to be in too many titles, and are no longer', () => {
    const names = Array.from({ length: 70 }, (_, i) => `Bottle ${'bcdfghjklm'[i % 10]}o${'bcdfghjklm'[Math.floor(i / 10)]}ax shelf`);
    const texts = names.map((each) => job(each));
    let folder = Folder.empty('file:///desk');
    const grow = texts.map((_, i) => i).concat(texts.map((_, i) => -i).slice(1));
    for (const i of grow) {
      folder = i < 0 ? folder.without(uriOf(`${-i}.delegate.md`)) : folder.with(readDocument(uriOf(`${i}.delegate.md`), texts[i]!));
      if (folder.documents.size < 45 || folder.documents.size % 3 > 0) continue;
      assert.deepEqual(answers(folder), answers(Folder.empty('file:///desk').with(...folder.documents.values())));
    }
  });
});
