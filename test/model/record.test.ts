import assert from 'node:assert/strict';
import { recordOf } from '../../server/model/record.ts';
import { parseDay } from '../../server/notation/dates.ts';
import { readDocument, tasksOf } from '../../server/notation/document.ts';
import { load, parseFixture, uriOf } from '../support/fixture.ts';

const note = `
---
team:
  maria: { name: Maria Silva }
---

## Send client invoices (recurring)

- Owner: @maria
- Cadence: every Friday
- Starts: 2026-11-06

- 2026-11-13 @maria 1h
- 2026-11-06 @maria 2h
`;

const today = parseDay('2026-11-23')!;

describe('the record of a function', () => {
  const { files } = parseFixture(note);
  const folder = load(files);
  const uri = uriOf('note.delegate.md');
  const task = tasksOf(folder.documents.get(uri)!)[0]!;

  it('is worked out once a day', () => {
    const record = recordOf(task, folder, today);
    assert.equal(record.figures.runs, 2);
    assert.equal(recordOf(task, folder, today), record);
    assert.notEqual(recordOf(task, folder, today + 1), record);
  });

  it('follows the people, holidays and workdays that another note brings', () => {
    assert.equal(recordOf(task, folder, today).figures.nextDue, parseDay('2026-11-27'));
    const other = readDocument(uriOf('other.delegate.md'), '---\nteam:\n  jon: { name: Jon Park, rate: 40 }\n---\n');
    const joined = folder.with(other);
    assert.notEqual(recordOf(task, joined, today), recordOf(task, folder, today));
    assert.equal(joined.calendar.isWorkday(parseDay('2026-11-22')!), false);
  });
});
