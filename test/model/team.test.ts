import assert from 'node:assert/strict';
import { byTitle, nearest } from '../../server/model/likeness.ts';
import { handleFor, isName, nameFor, nearestPeople } from '../../server/model/team.ts';
import { load, parseFixture } from '../support/fixture.ts';

const { roster } = load(parseFixture('---\ndelegator: alex\nteam:\n  maria: Maria Silva\n  maria-c: Maria Costa\n  tomasz: Tomasz Wrona\n  ines: Inês Duarte\n---\n').files);

describe('names', () => {
  const meant: readonly (readonly [typed: string, ...handles: string[]])[] = [
    ['mraia', 'maria', 'maria-c'],
    ['Silva', 'maria'],
    ['maria costa', 'maria-c'],
    ['Tom', 'tomasz'],
    ['INÊS', 'ines'],
    ['inez', 'ines'],
    ['allex', 'alex'],
    ['quentin'],
    ['t'],
    [''],
  ];
  for (const [typed, ...handles] of meant) {
    it(`“${typed}” may mean ${handles.join(', ') || 'nobody'}`, () => assert.deepEqual(nearestPeople(roster, typed), handles));
  }

  it('become handles that nobody has', () => {
    assert.deepEqual(['Ana Lima', 'Inês Silva', 'Maria', 'Óscar', '…'].map((name) => handleFor(name, roster)), ['ana', 'ines-silva', undefined, 'oscar', undefined]);
  });

  it('are guessed from handles', () => {
    assert.deepEqual(['ana', 'ana.lima', 'ana-maria_lima', '_x'].map(nameFor), ['Ana', 'Ana Lima', 'Ana Maria Lima', 'X']);
  });

  it('are told from sentences', () => {
    for (const name of ['maria', 'Maria Silva', 'Anne-Marie O’Neil', 'J. R. Ewing']) assert(isName(name), name);
    for (const text of ['', 'whoever is in that day', 'Maria & Jon', '555-1234', '[Maria](x.md)']) assert(!isName(text), text);
  });
});

describe('likeness', () => {
  it('is quick on long words', () => {
    const long = 'x'.repeat(100_000);
    assert.deepEqual(nearest(long, [long, 'x']), []);
  });

  it('orders titles by the beginnings of their words', () => {
    const titled = ['Photos', 'Invoicing', 'How to send invoices', 'Archive'].map((title) => ({ title }));
    assert.deepEqual(byTitle('Send client invoices', titled, 3).map(({ title }) => title), ['How to send invoices', 'Invoicing', 'Archive']);
  });
});
