/** Formatting: notes that are in no canonical form, and the same once they are. */
import { readDocument } from '../server/notation/document.ts';
import { formatDocument } from '../server/notation/format/format.ts';
import { withEdits } from '../server/text.ts';
import { random } from './corpus.ts';
import { race, type Row } from './measure.ts';

export function format(): Row[] {
  return [50_000, 1_000_000].map((size) => {
    const text = untidy(size);
    const before = readDocument('file:///bench/untidy.delegate.md', text);
    const after = readDocument('file:///bench/tidy.delegate.md', withEdits(text, formatDocument(before)));
    const times = race([{ name: 'untidy', run: () => formatDocument(before) }, { name: 'tidy', run: () => formatDocument(after) }], size > 100_000 ? 5 : 15);
    const [first, again] = [times.get('untidy')!, times.get('tidy')!];
    return {
      metric: `format a note of ${size / 1000} KB in which nearly every line changes`,
      ours: `${first.toFixed(0)} ms`,
      peer: `when there is nothing to do ${again.toFixed(0)} ms`,
      ratio: '',
      toReach: '',
      raw: { first, again },
    };
  });
}

/** Functions with their fields in any order, and entries with the oldest on top. */
function untidy(size: number): string {
  const next = random(7);
  const blocks: string[] = [];
  for (let length = 0, i = 0; length < size; i++) {
    const entries = Array.from({ length: 24 }, (_, k) => {
      const date = `20${10 + (k >> 1)}-0${1 + (k % 2) * 6}-1${Math.floor(next() * 10)}`;
      return `* ${date} ${50 + Math.floor(next() * 90)} min @maria explained 10 min: 14 invoices, none returned.\n${next() < 0.2 ? '  * liked: Sent early.\n' : ''}`;
    });
    blocks.push(`## Send invoices ${i} (recurring)\n\n* estimate: 90 min\n* owner: @maria\n* cadence: last workday of the month\n\nBill every client.\n\n${entries.join('')}\n`);
    length += blocks.at(-1)!.length;
  }
  return blocks.join('');
}
