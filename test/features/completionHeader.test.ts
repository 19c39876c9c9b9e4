import assert from 'node:assert/strict';
import { itemAt, itemsAt, labelsAt, takes } from './completionSupport.ts';

const front = (lines: string): string => `---\n${lines}\n---\n\n## A (recurring)\n`;

describe('completion of front matter', () => {
  it('offers the keys that are not there yet', () => {
    const labels = labelsAt(front('business: X\n$0\nteam:\n  maria: Maria'));
    assert.deepEqual(labels.slice(0, 3), ['delegate', 'timezone', 'workdays']);
    assert(!labels.includes('business') && !labels.includes('team'));
    takes(front('time$0'), 'timezone', 'timezone: ');
    takes(front('te$0'), 'team', 'team:');
    takes(front('$0timezone: x'), 'currency', 'currency: x');
    assert.match(JSON.stringify(itemAt(front('$0'), 'timezone').documentation), /decides what day it is/);
  });

  it('offers them while nothing closes it yet', () => {
    for (const text of ['---\n$0', '\ufeff---\n$0\n\n## A (recurring)\n', '---\ntime$0']) assert(labelsAt(text).includes('timezone'), text);
    assert.deepEqual(labelsAt('---\nbusiness: X\n$0').slice(0, 2), ['delegate', 'timezone']);
    for (const text of ['---\n\n$0', '---\nbusiness: X\n---\n$0', '$0\n---\n']) assert(!labelsAt(text).includes('timezone'), text);
  });

  for (const [before, label, after] of [
    ['timezone: Euro$0', 'Europe/London', 'timezone: Europe/London'],
    ['timezone: $0', 'Europe/London', 'timezone: Europe/London'],
    ['currency: $0', 'CHF', 'currency: CHF'],
    ['currency: S$0', 'SEK', 'currency: SEK'],
    ['workdays: $0', 'Mon-Fri', 'workdays: Mon-Fri'],
    ['rules: { missing-owner: $0 }', 'off', 'rules: { missing-owner: off }'],
    ['rules: { missing-owner: off, mis$0 }', 'missing-backup', 'rules: { missing-owner: off, missing-backup:  }'],
  ] as const) {
    it(`makes ${before} into ${after}`, () => takes(front(before), label, after));
  }

  it('offers codes and levels of rules, and handles for the delegator', () => {
    const rules = front('rules:\n  missing-owner: off\n  $0');
    assert(!labelsAt(rules).includes('missing-owner'));
    takes(rules, 'missing-backup', '  missing-backup: ');
    takes(front('rules:\n  missing-owner: $0'), 'warning', '  missing-owner: warning');
    takes(front('delegator: $0\nteam:\n  maria: Maria'), '@maria', 'delegator: maria');
  });

  it('offers the keys of a person and what they may hold', () => {
    assert.deepEqual(labelsAt(front('team:\n  maria: { name: Maria, $0, hours: 3 }')).slice(0, 3), ['role', 'time', 'rate']);
    takes(front('team:\n  maria: { time: p$0 }'), 'part-time', '  maria: { time: part-time }');
    takes(front('team:\n  maria:\n    ro$0'), 'role', '    role: ');
    takes(front('team:\n  maria:\n    until: $0'), '2026-11-23', '    until: 2026-11-23');
    assert.deepEqual(labelsAt(front('team:\n  ma$0')), []);
  });

  it('offers nothing at the fences, in comments and in what is no YAML', () => {
    for (const note of ['---$0\na: b\n---\n', '---\na: b\n---$0\n', front('# time$0'), front('business: t$0'), '---js\nt$0\n---\n']) assert.deepEqual(labelsAt(note), [], note);
  });
});

describe('completion of comments', () => {
  it('offers the directives, and closes the comment', () => {
    takes('<!-- $0\n', 'delegate-disable-file', '<!-- delegate-disable-file -->');
    takes('<!--$0 -->\n', 'delegate-disable', '<!-- delegate-disable  -->');
    takes('<!-- delegate-dis$0 -->\n', 'delegate-disable-next-line', '<!-- delegate-disable-next-line  -->');
    takes('<!-- de$0>\n', 'delegate-enable', '<!-- delegate-enable -->');
    assert.equal(itemAt('<!-- $0\n', 'delegate-disable').textEdit?.newText, 'delegate-disable $0 -->');
    assert.deepEqual(labelsAt('<!-- about $0\n'), []);
    assert.deepEqual(labelsAt('```\n<!-- $0\n```\n'), []);
  });

  it('offers codes, first those of what is found where the comment speaks of', () => {
    const note = '<!-- delegate-disable-next-line $0 -->\n\n## A (recurring)\n\n- Owner: @x\n';
    const items = itemsAt(note);
    assert.deepEqual(items.filter(({ detail }) => detail === 'found here').map(({ label }) => label), ['missing-process', 'missing-cadence']);
    assert.deepEqual(items.slice(0, 2).map(({ label }) => label), ['missing-process', 'missing-cadence']);
    takes('<!-- delegate-disable-file mis$0 -->\n\n## A (recurring)\n', 'missing-owner', '<!-- delegate-disable-file missing-owner -->');
    assert(!labelsAt('<!-- delegate-disable missing-owner, $0 -->\n').includes('missing-owner'));
    assert.deepEqual(labelsAt('<!-- delegate-disable missing-owner -- because $0 -->\n'), []);
  });
});
