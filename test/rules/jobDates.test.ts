/** The rules of when a job is posted, due, delivered and reviewed, by example. Today is 2026-11-23. */
import assert from 'node:assert/strict';
import { assertFix, examples, findingIn, fixesOf, preferred } from '../support/ruleTests.ts';

describe('stale-post', () => {
  const job = (entries: string): string => `\n## Film the workshop (one-off)\n\n${entries}`;
  examples(
    'stale-post',
    ['30 days', job('- 2026-10-24 posted\n  ^^^^^^^^^^\n')],
    ['29 days', job('- 2026-10-25 posted\n')],
    ['awarded', job('- 2026-09-28 posted\n- 2026-11-20 awarded @lin\n')],
    ['awarded, by somebody who writes no day', job('- 2026-09-28 posted\n- 2026-02-30 awarded @lin\n')],
    ['delivered without an award', job('- 2026-09-28 posted\n- 2026-11-20 delivered\n')],
    ['cancelled', job('- 2026-09-28 posted\n- 2026-11-20 cancelled\n')],
    ['cancelled and posted again', job('- 2026-10-05 posted\n  ^^^^^^^^^^\n- 2026-10-02 cancelled\n- 2026-09-28 posted\n')],
    ['posted again: the latest counts', job('- 2026-09-28 posted\n- 2026-11-16 posted\n')],
    ['posted again, long ago', job('- 2026-09-28 posted\n- 2026-10-12 posted\n  ^^^^^^^^^^\n')],
    ['posted again after an award that fell through', job('- 2026-08-03 posted\n- 2026-08-10 awarded @lin\n- 2026-10-12 posted\n  ^^^^^^^^^^\n')],
    ['on a day that does not exist', job('- 2026-02-30 posted\n')],
    ['to come', job('- 2027-02-01 posted\n')],
  );

  it('posts it again, on top of the newest', () =>
    assertFix('stale-post', 'Post it again today', job('- 2026-09-28 posted: Board.\n'), job('- 2026-11-23 posted\n- 2026-09-28 posted: Board.\n')));
  it('or below it, where the list goes downwards', () =>
    assertFix('stale-post', 'Cancel the job', job('- 2026-09-01 posted\n- 2026-09-28 posted\n'), job('- 2026-09-01 posted\n- 2026-09-28 posted\n- 2026-11-23 cancelled\n')));
  it('speaks of the bids that wait', () =>
    assert.match(findingIn('stale-post', job('| Bid   |\n| ----- |\n| Tomek |\n\n- 2026-09-28 posted\n')).message, /Those who bid wait/));
});

describe('past-due', () => {
  const job = (due: string, entries = ''): string => `\n## Photos (one-off)\n\n- Due: ${due}\n${entries}`;
  examples(
    'past-due',
    ['yesterday', job('2026-11-22\n       ^^^^^^^^^^')],
    ['today', job('2026-11-23')],
    ['no day', job('2026-02-30')],
    ['awarded', job('2026-11-13\n       ^^^^^^^^^^', '\n- 2026-11-02 awarded @lin\n- 2026-10-26 posted\n')],
    ['delivered, even late', job('2026-11-13', '\n- 2026-11-20 delivered\n')],
    ['delivered on a day that does not exist', job('2026-11-13', '\n- 2026-02-30 delivered\n')],
    ['reviewed: so it was delivered', job('2026-11-13', '\n- 2026-11-20 reviewed 4/5\n')],
    ['cancelled', job('2026-11-13', '\n- 2026-11-02 cancelled\n')],
    ['done, in a job that was simply given to somebody', job('2026-11-13', '\n- 2026-11-12 @jon 2h\n')],
    ['work on the way', job('2026-11-13\n       ^^^^^^^^^^', '\n- 2026-11-02 awarded @lin\n- 2026-11-12 @lin 2h: The bowls.\n')],
    ['a deposit', job('2026-11-13\n       ^^^^^^^^^^', '\n- 2026-11-02 awarded @lin 280 EUR\n- 2026-11-03 paid 100 EUR\n')],
    ['paid in full', job('2026-11-13', '\n- 2026-11-02 awarded @lin 280 EUR\n- 2026-11-13 paid 280 EUR\n')],
    ['a recurring function has other rules', '## Photos (recurring)\n\n- Due: 2026-11-13\n'],
  );

  const awarded = job('2026-11-13', '\n- 2026-11-02 awarded @lin\n');
  it('marks it as delivered', () => assertFix('past-due', 'Mark as delivered today', awarded, job('2026-11-13', '\n- 2026-11-23 delivered\n- 2026-11-02 awarded @lin\n')));
  it('gives it a new date', () => assertFix('past-due', 'Move the due date to 2026-12-07, two weeks from today', awarded, job('2026-12-07', '\n- 2026-11-02 awarded @lin\n')));
  it('prefers a new date where nobody was given it', () => {
    assert.equal(preferred('past-due', job('2026-11-13')), 'Move the due date to 2026-12-07, two weeks from today');
    assert.equal(preferred('past-due', awarded), 'Mark as delivered today');
  });
  it('cancels it', () => assertFix('past-due', 'Cancel the job', job('2026-11-13'), job('2026-11-13', '\n- 2026-11-23 cancelled\n')));
  it('says how late and who to ask', () => {
    assert.match(findingIn('past-due', awarded).message, /^“Photos” was due 10 days ago, and is not delivered\. Ask @lin/);
    assert.match(findingIn('past-due', job('2026-11-22')).message, /^“Photos” was due yesterday, and nobody was given it\. Mark/);
  });
});

describe('missing-review', () => {
  const job = (entries: string): string => `\n## Photos (one-off)\n\n${entries}`;
  examples(
    'missing-review',
    ['7 days', job('- 2026-11-16 delivered\n  ^^^^^^^^^^\n')],
    ['6 days', job('- 2026-11-17 delivered\n')],
    ['not delivered', job('- 2026-10-01 awarded @lin\n')],
    ['reviewed', job('- 2026-11-02 delivered\n- 2026-11-20 reviewed 4/5\n')],
    ['rated as it was delivered', job('- 2026-11-02 delivered 4/5\n')],
    ['praised as it was delivered', job('- 2026-11-02 delivered\n  - Liked: Soft shadows.\n')],
    ['paid, and still not reviewed', job('- 2026-11-02 delivered\n  ^^^^^^^^^^\n- 2026-11-09 paid 280 EUR\n')],
    ['corrected: the latest delivery counts', job('- 2026-11-02 delivered\n- 2026-11-19 delivered: Corrections.\n')],
    ['cancelled after all', job('- 2026-11-02 delivered\n- 2026-11-09 cancelled\n')],
    ['a day less than a year', job('- 2025-11-24 delivered\n  ^^^^^^^^^^\n')],
    ['a year: nobody remembers', job('- 2025-11-23 delivered\n')],
    ['on a day that does not exist', job('- 2026-02-30 delivered\n')],
  );

  it('inserts a review, or a rating of the user’s choice', () => {
    const note = job('- 2026-11-02 delivered\n');
    assert.deepEqual(fixesOf('missing-review', note), [
      'Insert a review to fill in', 'Review it with 5/5', 'Review it with 4/5', 'Review it with 3/5', 'Review it with 2/5', 'Review it with 1/5',
    ]);
    assertFix('missing-review', 'Insert a review to fill in', note, job('- 2026-11-23 reviewed: What was good, and what should be different next time?\n- 2026-11-02 delivered\n'));
    assertFix('missing-review', 'Review it with 3/5', note, job('- 2026-11-23 reviewed 3/5\n- 2026-11-02 delivered\n'));
  });
});

describe('entry-order', () => {
  const job = (entries: string): string => `\n## Photos (one-off)\n\n${entries}`;
  examples(
    'entry-order',
    ['awarded before posted', job('- 2026-03-05 posted\n- 2026-03-02 awarded @lin\n  ^^^^^^^^^^\n')],
    ['delivered before awarded', job('- 2026-03-05 awarded @lin\n- 2026-03-02 delivered\n  ^^^^^^^^^^\n')],
    ['delivered before posted', job('- 2026-03-05 posted\n- 2026-03-02 delivered\n  ^^^^^^^^^^\n')],
    ['reviewed before delivered', job('- 2026-03-05 delivered\n- 2026-03-02 reviewed 4/5\n  ^^^^^^^^^^\n')],
    ['paid before delivered', job('- 2026-03-05 delivered\n- 2026-03-02 paid 280 EUR\n  ^^^^^^^^^^\n')],
    ['in any order of the text', job('- 2026-03-19 reviewed 4/5\n- 2026-03-02 posted\n- 2026-03-18 delivered\n- 2026-03-05 awarded @lin\n')],
    ['all on one day', job('- 2026-03-02 paid\n- 2026-03-02 reviewed 4/5\n- 2026-03-02 delivered\n- 2026-03-02 awarded @lin\n- 2026-03-02 posted\n')],
    ['steps left out', job('- 2026-03-02 posted\n- 2026-03-05 paid 280 EUR\n')],
    ['one wrong date, one finding', job('- 2026-03-10 posted\n- 2026-03-05 awarded @lin\n  ^^^^^^^^^^\n- 2026-03-08 delivered\n')],
    ['a deposit', job('- 2026-03-02 awarded @lin 280 EUR\n- 2026-03-03 paid 100 EUR\n- 2026-03-18 delivered\n')],
    ['a deposit and the rest', job('- 2026-03-03 paid\n- 2026-03-18 delivered\n- 2026-03-20 paid\n')],
    ['posted again after an award', job('- 2026-03-02 posted\n- 2026-03-05 awarded @lin\n- 2026-03-20 posted\n- 2026-03-22 awarded @ana\n')],
    ['given to somebody, then posted after all', job('- 2026-03-02 awarded @lin\n- 2026-03-10 posted\n- 2026-03-12 awarded @ana\n')],
    ['delivered in two parts', job('- 2026-03-02 delivered\n- 2026-03-03 reviewed 3/5\n- 2026-03-10 delivered\n- 2026-03-12 reviewed 5/5\n')],
    ['cancelled, then delivered after all', job('- 2026-03-05 cancelled\n- 2026-03-18 delivered\n')],
    ['a day that does not exist', job('- 2026-02-30 awarded @lin\n- 2026-02-02 delivered\n')],
    ['a recurring function', '## Invoices (recurring)\n\n- 2026-03-05 delivered\n- 2026-03-02 paid\n'],
  );

  const wrong = job('- 2026-03-05 awarded @lin\n- 2026-03-02 delivered explained 5m: All.\n  - Liked: Soft\n    shadows.\n');
  it('names both dates', () => assert.match(findingIn('entry-order', wrong).message, /delivered on 2026-03-02, which is before it was awarded on 2026-03-05/));
  it('sets the date', () => assertFix('entry-order', 'Set “delivered” to 2026-03-05, the date of “awarded”', wrong, wrong.replace('2026-03-02', '2026-03-05')));
  it('or that of the step before', () => assertFix('entry-order', 'Set “awarded” to 2026-03-02, the date of “delivered”', wrong, wrong.replace('2026-03-05', '2026-03-02')));
  it('offers no date that puts another entry out of order', () =>
    assert.deepEqual(fixesOf('entry-order', job('- 2026-03-01 posted\n- 2026-03-20 awarded @lin\n- 2026-03-05 delivered\n- 2026-03-06 reviewed 4/5\n')), [
      'Set “awarded” to 2026-03-05, the date of “delivered”', 'Remove this “delivered” entry',
    ]));
  it('removes nothing where the step is there twice, and both are too early', () =>
    assert.deepEqual(fixesOf('entry-order', job('- 2026-03-05 awarded @lin\n- 2026-03-02 delivered\n- 2026-03-01 delivered\n')), [
      'Set “delivered” to 2026-03-05, the date of “awarded”', 'Set “awarded” to 2026-03-02, the date of “delivered”',
    ]));
  it('removes the entry with its feedback', () => assertFix('entry-order', 'Remove this “delivered” entry', wrong, job('- 2026-03-05 awarded @lin\n')));
  it('removes an entry that ends the file', () => assertFix('entry-order', 'Remove this “delivered” entry', job('- 2026-03-05 awarded @lin\n- 2026-03-02 delivered'), job('- 2026-03-05 awarded @lin')));
});

describe('future-entry', () => {
  examples(
    'future-entry',
    ['tomorrow', '\n## Photos (one-off)\n\n- 2026-11-24 posted\n  ^^^^^^^^^^\n'],
    ['today', '## Photos (one-off)\n\n- 2026-11-23 posted\n'],
    ['one of several', '\n## Invoices (recurring)\n\n- 2027-10-30 @maria 1h\n  ^^^^^^^^^^\n- 2026-09-30 @maria 1h\n'],
    ['each of them', '\n## Photos (one-off)\n\n- 2027-03-02 posted\n  ^^^^^^^^^^\n- 2027-03-05 awarded @lin\n  ^^^^^^^^^^\n'],
    ['done early for a day to come', '## Invoices (recurring)\n\n- 2026-11-20 @maria for 2026-11-30\n'],
    ['a milestone is a plan', '## Photos (one-off)\n\n- [ ] 2026-12-15 All files\n'],
    ['a day that does not exist', '## Photos (one-off)\n\n- 2027-02-30 posted\n'],
  );

  const skipped = '## Invoices (recurring)\n\n- 2026-12-25 skipped: Christmas.\n- 2026-10-30 @maria 1h\n';
  it('dates it today', () => assertFix('future-entry', 'Set the date to today, 2026-11-23', skipped, skipped.replace('2026-12-25', '2026-11-23')));
  it('dates it today for its day', () => assertFix('future-entry', 'Set the date to today, for 2026-12-25', skipped, skipped.replace('2026-12-25 skipped', '2026-11-23 skipped for 2026-12-25')));
  it('removes it', () => assertFix('future-entry', 'Remove this entry', skipped, '## Invoices (recurring)\n\n- 2026-10-30 @maria 1h\n'));
  it('removes the only one without leaving two blank lines', () =>
    assertFix('future-entry', 'Remove this entry', '## A (one-off)\n\nText.\n\n- 2026-12-25 posted\n\n## B (one-off)\n', '## A (one-off)\n\nText.\n\n## B (one-off)\n'));
  it('offers no occurrence to a job', () => assert.deepEqual(fixesOf('future-entry', '## Photos (one-off)\n\n- 2026-12-25 done\n'), ['Set the date to today, 2026-11-23', 'Remove this entry']));
  it('keeps the occurrence that is named', () => assert.equal(fixesOf('future-entry', '## Invoices (recurring)\n\n- 2026-12-25 @maria for 2026-12-31\n').length, 2));
});
