import assert from 'node:assert/strict';
import { contentOf } from '../../../server/features/hover/content.ts';
import { coverageHover } from '../../../server/features/hover/coverage.ts';
import { hover as hoverAt } from '../../../server/features/hover.ts';
import { contextAt } from '../../support/feature.ts';

function hover(text: string): string | undefined {
  const { context } = contextAt(text);
  const parts = coverageHover(context);
  return parts && contentOf(parts, context.abilities).value;
}

const steps = '1. Take the hours.\n2. Write the invoices.\n3. Send them.\n';
const invoices = `# Office

## Invoices (recurring)

- Owner: @maria
- Backup: @jon

${steps}
- 2026-11-20 1h 30m explained 10m
- 2026-10-20 3h
`;

describe('the hover on the heading of a note', () => {
  it('tells of a note that is alone', () => {
    assert.equal(hover(invoices), `**How the work is handed over**

|  | This note |
| :--- | :--- |
| Functions | 1 |
| with an owner | 1, 100 % |
| with a process | 1, 100 % |
| with both | 1, 100 % |
| with a backup | 1, 100 % |

Hours a month, 2026-06 to 2026-11, the last one up to today:

- Outsourced: \`▁▁▁▁█▅\` 0, 0, 0, 0, 3, 1.5
- Explained: \`▁▁▁▁▁█\` 0, 0, 0, 0, 0, 0.2`);
  });

  it('sets a note against all of its folder', () => {
    const text = hover(`${invoices}\n--- more.delegate.md\n## Payroll (recurring)\n\n- Owner: TBD\n\n## Post (recurring)\n\n- Owner: @jon\n`)!;
    assert.deepEqual(text.split('\n').filter((line) => line.startsWith('|')), [
      '|  | This note | All notes |', '| :--- | :--- | :--- |', '| Functions | 1 | 3 |',
      '| with an owner | 1, 100 % | 2, 67 % |', '| with a process | 1, 100 % | 1, 33 % |', '| with both | 1, 100 % | 1, 33 % |', '| with a backup | 1, 100 % | 1, 33 % |',
    ]);
  });

  it('tells of a note without functions what the others have', () => {
    assert.match(hover('# Team\n\n--- more.delegate.md\n## Post (recurring)\n\n- Owner: @jon\n')!, /\| with an owner \| – \| 1, 100 % \|/);
  });

  it('says where the hours go', () => {
    const runs = ['10', '09', '08', '07', '06'].map((month, i) => `- 2026-${month}-05 ${5 - i}h\n`).join('');
    assert.match(hover(`## Post (recurring)\n\n${runs}`)!, /- Outsourced: `▂▄▅▇█▁` 1, 2, 3, 4, 5, 0; rising/);
  });

  it('is there at the first heading, and at no other', () => {
    const at = (text: string): unknown => {
      const { context, position } = contextAt(text);
      return hoverAt(context, position);
    };
    assert.match(JSON.stringify(at(invoices.replace('# Office', '# Off$0ice'))), /How the work is handed over/);
    assert.equal(at(`${invoices}\n# Ano$0ther\n`), undefined);
  });

  it('has nothing to say of nothing', () => {
    assert.equal(hover('# Office\n\nNothing yet.\n'), undefined);
  });

  it('repeats no text of a note', () => {
    const evil = '<img src=x> [a](b) `c` | d';
    assert.doesNotMatch(hover(`---\nbusiness: "${evil.replace(/"/g, '')}"\n---\n\n# ${evil}\n\n## ${evil} (recurring)\n\n- Owner: @<img>\n\n- 2026-11-20 1h: ${evil}\n`)!, /<|\[|\]|`c`/);
  });
});
