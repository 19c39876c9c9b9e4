/** All safe fixes of a note, or of all notes. */
import assert from 'node:assert/strict';
import { filesAfter, resultOf } from './support.ts';
import { parseFixture } from '../../support/fixture.ts';

const wrong = '## Photos (one-off)$0\n\nPictures of the new frames.\n\n- Budget: €280\n- Due: 2026-12-18\n\n<!-- delegate-disable-next-line overdue -->\n\nNothing.\n';
const other = wrong.replace('Photos (one-off)$0', 'Leaflets (one-off)');

describe('Fix All Auto-fixable Problems', () => {
  it('fixes the note that is named, and says how much', () => {
    const text = `${wrong}--- other.delegate.md\n${other}`;
    const files = filesAfter('fixAll', text);
    assert.doesNotMatch(files.get('note.delegate.md')!, /disable/);
    assert.equal(files.get('other.delegate.md'), other);
    assert.equal(resultOf('fixAll', text).told, 'Fixed 1 problem in 1 note.');
  });

  it('fixes all notes where none is named', () => {
    const text = `${wrong}--- other.delegate.md\n${other}`;
    const files = filesAfter('fixAll', text, {}, 'note.delegate.md');
    for (const after of files.values()) assert.doesNotMatch(after, /disable/);
    assert.equal(resultOf('fixAll', text, {}, 'note.delegate.md').told, 'Fixed 2 problems in 2 notes.');
  });

  it('says so where there is nothing to fix', () => {
    const { change, told } = resultOf('fixAll', '# Office$0\n');
    assert.equal(change, undefined);
    assert.match(told!, /^There is nothing that can be fixed without asking/);
  });

  it('makes one edit of what takes several rounds, line breaks and all', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = twoRounds.replaceAll('\n', eol);
      const { change } = resultOf('fixAll', text);
      assert.equal(change!.edits!.length, 1);
      const before = parseFixture(text).files.get('note.delegate.md')!;
      const after = filesAfter('fixAll', text).get('note.delegate.md')!;
      assert.notEqual(after, before);
      assert.deepEqual(resultOf('fixAll', after).change, undefined);
    }
  });
});

/** Two disable comments that silence nothing, one of them only once the other has gone. */
const twoRounds = '# Office$0\n\n<!-- delegate-disable-next-line overdue -->\n<!-- delegate-disable-next-line unused-disable -->\n<!-- delegate-disable-next-line overdue -->\n\nText.';
