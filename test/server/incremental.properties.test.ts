/** Whatever is typed, the findings are those of a server that reads the same texts for the first time. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Client } from '../support/client.ts';
import { workspace } from '../support/notes.ts';

const paths = ['a.delegate.md', 'b.delegate.md', 'c.delegate.md', 'Team.delegate.md'];

/** Its people have hardly any time, and findings that depend on all that is theirs. */
const team = '---\nteam:\n  maria: { name: Maria Silva, hours: 0.1 }\n  jon: { name: Jon Park, hours: 0.1 }\n  lin: { name: Lin Chen }\n---\n';
const archive = 'note.archive.md';
const open = [...paths.slice(0, 2), archive];
const processes = ['processes/invoicing.md', 'processes/stub.md'];

const note = workspace().map((files) => files.get('note.delegate.md')!);

/** Lines from one to another of an open note become lines of another text; or a file on the disk does. */
const step = fc.record({
  file: fc.nat(open.length + processes.length),
  from: fc.nat(1000),
  count: fc.nat(4),
  text: note,
  take: fc.nat(1000),
  lines: fc.nat(8),
});

const linesOf = (text: string): string[] => text.split(/(?<=\r\n|\n|\r(?!\n))/);

async function findings(client: Client): Promise<Record<string, unknown>> {
  await client.settled();
  const shown = (path: string): unknown[] => client.shownFor(path).map(({ code, range, message, severity, relatedInformation }) => ({ code, range, message, severity, relatedInformation }));
  return Object.fromEntries(paths.map((path) => [path, shown(path)]));
}

async function fresh(texts: ReadonlyMap<string, string>): Promise<Record<string, unknown>> {
  return findings(await Client.start({ files: Object.fromEntries(texts) }));
}

describe('findings while notes are typed in', () => {
  it('are those of the same notes read from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(note, note, note), fc.array(step, { minLength: 1, maxLength: 8 }), async (notes, steps) => {
        const texts = new Map<string, string>([...notes.map((text, i) => [paths[i]!, text] as const), [paths[3]!, team], [processes[0]!, '# Invoicing\n\n1. Take\n2. Write\n3. List\n'], [processes[1]!, '# Stub\n'], [archive, '# Older entries\n\n## Invoices (recurring)\n\n- 2026-09-30 @maria 2h\n']]);
        const client = await Client.start({ files: Object.fromEntries(texts) });
        for (const path of open) await client.open(path, texts.get(path)!);
        for (const { file, from, count, text, take, lines } of steps) {
          const path = [...open, ...processes, paths[2]!][file]!;
          const old = linesOf(texts.get(path)!);
          const start = from % (old.length + 1);
          const other = linesOf(text);
          const added = other.slice(take % other.length).slice(0, lines).join('');
          const now = old.slice(0, start).join('') + added + old.slice(start + count).join('');
          texts.set(path, now);
          if (open.includes(path)) await client.replaceLines(path, start, start + count, added);
          else await client.change({ [path]: now });
          assert.deepEqual(await findings(client), await fresh(texts));
        }
      }),
      { numRuns: 25 },
    );
  });
});
