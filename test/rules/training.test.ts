/** The rules of how a function is learnt: feedback, complaints, estimates, explaining. Today is 2026-11-23. */
import assert from 'node:assert/strict';
import { checkAll, parseFixture } from '../support/fixture.ts';
import { assertFix, examples, findingIn, fixed, fixesOf, mended, preferred } from '../support/ruleTests.ts';

const mark = '   ^^^^^^^^\n';
const invoices = (fields: string, entries: string, marks = ''): string => `## Invoices (recurring)\n${marks}\n${fields.replace(/^/gm, '- ')}\n\n${entries.replace(/^(?=\d)/gm, '- ')}\n`;
const owned = 'Owner: @maria\nCadence: every Friday';
/** Entries of one Friday after the other up to 2026-11-20, given the newest first. */
const fridays = (...entries: readonly string[]): string => entries.map((entry, i) => `${new Date(Date.UTC(2026, 10, 20 - 7 * i)).toISOString().slice(0, 10)} ${entry}`).join('\n');

describe('no-feedback', () => {
  const five = fridays('1h', '1h', '1h', '1h', '1h');
  const nora = '---\ndelegator: nora\n---\n\n';
  examples(
    'no-feedback',
    ['five runs', invoices(owned, five, mark)],
    ['four runs', invoices(owned, fridays('1h', '1h', '1h', '1h'))],
    ['five, one of them skipped', invoices(owned, fridays('1h', '1h', 'skipped', '1h', '1h'))],
    ['praise', invoices(owned, `${five}\n  - Liked: All of it.`)],
    ['a complaint', invoices(owned, `${five}\n  - Disliked: All of it.`)],
    ['feedback in another entry', invoices(owned, `2026-11-21 reviewed\n  - Liked: All of it.\n${five}`)],
    ['a mark says how well, and not what', invoices(owned, fridays('1h 5/5', '1h', '1h', '1h', '1h'), mark)],
    ['five in two years', invoices(owned, '2026-11-20 1h\n2026-05-20 1h\n2025-11-20 1h\n2025-05-20 1h\n2024-11-20 1h')],
    ['five in the first six months, and for two years after that', invoices(owned, `${five}\n${five.replaceAll('2026', '2024')}`, mark)],
    ['nobody owns it', invoices('Cadence: every Friday', five)],
    ['the one who delegates does it', nora + invoices(owned.replace('maria', 'nora'), five)],
    ['five runs on a day that does not exist', invoices(owned, five.replace('2026-11-20', '2026-11-31'))],
  );

  it('counts, and names who waits for it', () => assert.match(findingIn('no-feedback', invoices(owned, five)).message, /was done 5 times in its first six months, and nobody has told @maria/));
  it('inserts it under the last run', () =>
    assertFix('no-feedback', 'Insert “Liked” and “Disliked” to fill in under the last run', invoices(owned, five), invoices(owned, five.replace(' 1h\n', ' 1h\n  - Liked:\n  - Disliked:\n'))));
  it('wherever that stands, and below its note', () => {
    const upwards = invoices(owned, five.split('\n').reverse().join('\n')).replaceAll('- 2026-', '*   2026-').replace('11-20 1h', '11-20 1h: All\n    of them.');
    assert.match([...fixed('no-feedback', upwards).values()][0]!, /\*   2026-11-20 1h: All\n {4}of them\.\n {4}\* Liked:\n {4}\* Disliked:\n$/);
  });
});

describe('repeated-dislike', () => {
  const said = (...texts: readonly string[]): string => texts.map((text, i) => `- 2026-${String(11 - i).padStart(2, '0')}-02 @maria 1h\n  - Disliked: ${text.replace('>', '')}${text.startsWith('>') ? `\n              ${'^'.repeat(text.length - 1)}` : ''}`).join('\n');
  const note = (fields: string, ...texts: readonly string[]): string => `## Invoices (recurring)\n\n- Owner: @maria\n- Process: below\n${fields}\n1. Write.\n\n${said(...texts)}\n`;
  examples(
    'repeated-dislike',
    ['the same', note('', '>Old VAT rate.', 'Old VAT rate.')],
    ['the same in more words', note('', '>Again the old VAT rates, on two of them.', 'Old VAT rate')],
    ['the same in another form', note('', '>Paint left out of the quote again.', 'Forgot Mayer.', 'Paint was left out of all three quotes.')],
    ['one word', note('', '>Late.', 'Late again!')],
    ['another thing', note('', 'Photos too small.', 'Photos too dark.')],
    ['something else altogether', note('', 'The hotel was reminded of a bill it had paid.', 'Old VAT rate.')],
    ['nothing', note('', '', '')],
    ['signs only', note('', '…', '???')],
    ['reviewed since', note('- Reviewed: 2026-11-02\n', 'Old VAT rate.', 'Old VAT rate.')],
    ['reviewed between the two', note('- Reviewed: 2026-10-15\n', '>Old VAT rate.', 'Old VAT rate.')],
    ['three times is one finding', note('', '>Late.', 'Late.', 'Late.')],
    ['two complaints, twice each', note('', '>Late again.', '>Old VAT rate again', 'Late.', 'Old VAT rate.')],
    ['in one entry', '## Invoices (recurring)\n\n- 2026-11-02 @maria\n  - Disliked: Late.\n  - Disliked: Late.\n'],
    ['praise', note('', 'Late.', 'Late.').replaceAll('Disliked', 'Liked')],
    ['in a one-off', note('', 'Late.', 'Late.').replace('recurring', 'one-off')],
    ['on days that do not exist', note('', 'Late.', 'Late.').replaceAll('-02 @', '-32 @')],
    ['in another script', note('', '>請求書が遅い', '請求書が遅い')],
  );

  const twice = note('', 'The old VAT rate again.', 'Old VAT rate');
  it('shows what was said before', () => {
    const { message, related } = findingIn('repeated-dislike', twice);
    assert.equal(message, '“The old VAT rate again.” was disliked before, on 2026-10-02 (“Old VAT rate”). Put it into the process of “Invoices”, so that it is not said again.');
    assert.equal(related.length, 1);
  });
  it('puts it into the process, once', () =>
    assertFix('repeated-dislike', 'Add the point to the process, and mark it as reviewed today', twice, twice.replace('- Process: below\n', '- Process: below\n- Reviewed: 2026-11-23\n').replace('1. Write.\n', '1. Write.\n2. Check for: The old VAT rate again.\n')));
  it('or into the document that the process is in', () => {
    const linked = `${twice.replace('below', '[How](how.md)').replace('1. Write.\n', '')}\n--- how.md\n# How\n\n1. Write.\n`;
    assert.match(fixed('repeated-dislike', linked).get('how.md')!, /\n1\. Write\.\n2\. Check for: The old VAT rate again\.\n/);
  });
  it('has no fix where there is no process, as another rule has', () => assert.deepEqual(fixesOf('repeated-dislike', twice.replace('1. Write.\n', '')), []));
  it('is the one finding of what it speaks of', () => {
    const reviewed = note('- Reviewed: 2026-08-15\n', 'The old VAT rate again.', 'Sent to an old address.', 'Old VAT rate');
    const found = checkAll(parseFixture(reviewed), { only: new Set(['repeated-dislike', 'process-older-than-feedback']) });
    assert.deepEqual(found.map(({ code, range }) => [code, range.start.line]), [['repeated-dislike', 9], ['process-older-than-feedback', 11]]);
  });
});

describe('estimate-drift', () => {
  const took = (estimate: string, ...times: readonly string[]): string => invoices(`${owned}\nEstimate: ${estimate}`, fridays(...times));
  const marked = (estimate: string, ...times: readonly string[]): string => took(estimate, ...times).replace(/(- Estimate: )(.*)\n/, (line, before: string, value: string) => `${line}${' '.repeat(before.length)}${'^'.repeat(value.length)}\n`);
  examples(
    'estimate-drift',
    ['more than half as long again', marked('1h', '1h 31m', '1h 31m', '1h 31m', '1h 31m', '1h 31m')],
    ['half as long again', took('1h', '1h 30m', '1h 30m', '1h 30m', '1h 30m', '1h 30m')],
    ['less than half', marked('1h', '29m', '29m', '29m', '29m', '29m')],
    ['half', took('1h', '30m', '30m', '30m', '30m', '30m')],
    ['one that took long', took('1h', '9h', '1h', '1h', '1h', '1h')],
    ['only the last five count', took('1h', '1h', '1h', '1h', '1h', '1h', '5h', '5h', '5h', '5h', '5h', '5h')],
    ['four runs', took('1h', '5h', '5h', '5h', '5h')],
    ['four of five with a time', took('1h', '5h', '5h', '5h', '5h', '@maria')],
    ['no estimate', invoices(owned, fridays('5h', '5h', '5h', '5h', '5h'))],
    ['an estimate that cannot be read', took('1,5 std', '5h', '5h', '5h', '5h', '5h')],
    ['an estimate of nothing', marked('0m', '5m', '5m', '5m', '5m', '5m')],
    ['nothing of nothing', took('0m', '0m', '0m', '0m', '0m', '0m')],
    ['a one-off', took('1h', '5h', '5h', '5h', '5h', '5h').replace('recurring', 'one-off')],
  );

  const long = took('1h', '2h', '2h 10m', '2h', '1h 50m', '3h');
  it('says how far', () => assert.match(findingIn('estimate-drift', long).message, /is estimated at 1h, and half of its last 5 runs took 2h or more\./));
  it('sets it to the median', () => assertFix('estimate-drift', 'Set the estimate to 2h, the median of the last 5 runs', long, long.replace('Estimate: 1h', 'Estimate: 2h')));
});

describe('not-learning', () => {
  const explained = (...minutes: readonly number[]): string => fridays(...minutes.map((each) => (each === 0 ? '1h' : `1h explained ${each}m`)));
  examples(
    'not-learning',
    ['as much as ever', invoices(owned, explained(30, 30, 30, 30), mark)],
    ['more and more', invoices(owned, explained(60, 50, 40, 30, 20), mark)],
    ['less and less', invoices(owned, explained(5, 10, 20, 30))],
    ['three runs', invoices(owned, explained(30, 30, 30))],
    ['nothing', invoices(owned, explained(0, 0, 0, 0))],
    ['nothing any more', invoices(owned, explained(0, 0, 30, 30))],
    ['one question after a long silence', invoices(owned, explained(10, 0, 0, 0, 0, 0, 0, 0))],
    ['handed over anew', invoices(owned, `${explained(30, 30)}\n2026-11-10 @maria handover\n2026-11-06 @jon 1h explained 30m\n2026-10-30 @jon 1h explained 30m`)],
    ['handed over long ago', invoices(owned, `${explained(30, 30, 30, 30)}\n2026-10-28 @maria handover`, mark)],
    ['skipped between', invoices(owned, `${explained(30, 30, 30)}\n2026-10-30 skipped`)],
    ['the one who delegates does it', `---\ndelegator: maria\n---\n\n${invoices(owned, explained(30, 30, 30, 30))}`],
    ['a cadence that is not understood', invoices('Cadence: every Firday', explained(30, 30, 30, 30), mark)],
    ['a one-off', invoices(owned, explained(30, 30, 30, 30)).replace('recurring', 'one-off')],
  );

  const flat = invoices(`${owned}\nProcess: [How](how.md)`, explained(35, 30, 30, 30));
  it('says how much', () => assert.match(findingIn('not-learning', flat).message, /still takes 33m of explaining a run, after 30m in the first half of its 4 runs\..*into its process\.$/));
  it('leads to the process, which it leaves as it is', () => {
    const [fix, ...others] = findingIn('not-learning', `${flat}\n--- how.md\n# How\n\n1. Write.\n`).fixes();
    assert.deepEqual(fix, { title: 'Open how.md', show: 'file:///desk/how.md', preferred: true });
    assert.deepEqual(others, []);
  });
  it('makes one where there is none', () => {
    const none = invoices(owned, explained(35, 30, 30, 30));
    assert.match(findingIn('not-learning', none).message, /into a process, which it does not have yet\.$/);
    assert.equal(fixesOf('not-learning', none)[0], 'Create processes/invoices.md from a template');
    assert(fixed('not-learning', none).has('processes/invoices.md'));
  });
  it('has no fix where the process is on the same page', () => {
    assert.deepEqual(fixesOf('not-learning', flat.replace('[How](how.md)', 'below\n\n1. Write.')), []);
    assert.equal(preferred('not-learning', flat), undefined);
    assert.deepEqual(mended('not-learning', flat), {});
  });
});
