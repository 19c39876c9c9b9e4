/** Every rule's examples, run: the bad one breaks this rule once and no other, the good one none, and each fix mends. */
import assert from 'node:assert/strict';
import { rules } from '../../server/rules/index.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { applyFix, checkAll, type Files, type Found, parseFixture } from '../support/fixture.ts';

/** The rules of reading, of who, how and when, and of one-offs; the rules of recognition join them later. */
const expected = [
  'missing-owner', 'missing-process', 'broken-process-link', 'empty-process', 'stale-process', 'process-older-than-feedback',
  'missing-cadence', 'invalid-cadence', 'ambiguous-cadence', 'lossy-cadence', 'missing-backup', 'backup-is-owner', 'unknown-person', 'departed-owner', 'owner-away', 'owner-overloaded', 'sole-keeper',
  'overdue', 'never-done', 'no-feedback', 'repeated-dislike', 'estimate-drift', 'not-learning', 'repeated-one-off', 'explaining-exceeds-doing', 'missing-brief', 'missing-budget',
  'missing-due', 'award-without-bid', 'award-over-budget', 'stale-post', 'past-due', 'missing-review', 'entry-order',
  'duplicate-entry', 'future-entry', 'broken-archive-link',
  'unreadable-entry', 'invalid-date', 'invalid-duration', 'invalid-amount', 'unknown-field', 'duplicate-field', 'duplicate-task',
  'duplicate-person', 'invalid-front-matter', 'unsafe-front-matter', 'unused-disable',
];

/** What a fix leaves to be done by hand, and says so at once: a document made from a template still wants its steps. */
const followUps: Readonly<Record<string, readonly string[]>> = {
  'missing-process': ['empty-process'],
  'broken-process-link': ['empty-process'],
  // With a rhythm it shows what has been left out.
  'missing-cadence': ['overdue'],
  'explaining-exceeds-doing': ['empty-process'],
};

const describeFound = (found: readonly Found[]): string[] => found.map(({ path, code, range: { start }, message }) => `${path}:${start.line + 1}:${start.character + 1} ${code} ${message}`);
const withCode = (found: readonly Found[], code: string): Found[] => found.filter((each) => each.code === code);

describe('rules', () => {
  it('have one name each', () => {
    const codes = rules.map(({ code }) => code);
    assert.deepEqual([...new Set(codes)], codes);
  });

  it('are all there', () => {
    const codes = new Set(rules.map(({ code }) => code));
    assert.deepEqual(expected.filter((code) => !codes.has(code)), []);
  });

  for (const rule of rules) describe(rule.code, () => examplesOf(rule));
});

function examplesOf(rule: Rule): void {
  const bad = parseFixture(rule.bad);
  const good = parseFixture(rule.good);

  it('has words that can be shown anywhere', () => {
    assert.match(rule.code, /^[a-z]+(-[a-z]+)*$/);
    assert.match(rule.summary, /^[A-Z][^\n]{10,90}[^.\s]$/);
    assert.match(rule.why, /^[A-Z][^\n]+[.?!]$/);
  });

  it('finds its bad example, and nothing else in it', () => {
    const [[path, ranges] = ['', []], ...more] = [...bad.marks];
    assert.equal(more.length + ranges.length, 1, 'a bad example has one mark');
    const found = checkAll(bad);
    assert.deepEqual(found.map(({ code }) => code), [rule.code], describeFound(found).join('\n'));
    assert.deepEqual({ path: found[0]!.path, range: found[0]!.range }, { path, range: ranges[0] });
  });

  it('says what is wrong and what to do', () => {
    for (const { message } of checkAll(bad)) assert.match(message, /^[^\s]([^\n]{20,300})([.?!]|- [A-Z][a-z ]*: \S[^\n]*)$/);
  });

  it('is content with its good example', () => {
    assert.deepEqual(describeFound(checkAll(good)), []);
  });

  const runs = rule.needsToday ? 'does not run' : 'runs';
  it(`${runs} without a day`, () => {
    assert.equal(checkAll(bad, { today: undefined }).length, rule.needsToday ? 0 : 1);
  });

  it('has fixes that clear it', () => {
    const [finding] = checkAll(bad);
    const fixes = finding!.fixes();
    assert.deepEqual(fixes.map(({ title }) => title), [...new Set(fixes.map(({ title }) => title))], 'titles differ');
    assert(fixes.filter(({ preferred }) => preferred).length <= 1, 'one fix is preferred');
    for (const fix of fixes) {
      assert.match(fix.title, /^[A-Z][^\n]{3,100}[^.]$/);
      const changes = fix.create !== undefined || (fix.edits ?? []).some(({ edits }) => edits.length > 0);
      assert(changes || fix.show !== undefined, `“${fix.title}” does nothing`);
      if (!changes) continue;
      assertClears(rule.code, bad.files, applyFix(bad.files, fix), fix.title);
    }
  });
}

/** The finding is gone, and the fix has made nothing worse. */
function assertClears(code: string, before: Files, after: Files, title: string): void {
  const found = checkAll({ files: after });
  const text = [...after.values()].join('\n---\n');
  assert.deepEqual(describeFound(withCode(found, code)), [], `“${title}” leaves it in:\n${text}`);
  const known = new Set(checkAll({ files: before }).map((each) => each.code));
  const worse = found.filter((each) => each.level !== 'info' && !known.has(each.code) && !followUps[code]?.includes(each.code));
  assert.deepEqual(describeFound(worse), [], `“${title}” makes it worse:\n${text}`);
}
