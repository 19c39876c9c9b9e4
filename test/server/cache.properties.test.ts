/** Whatever has changed between two starts, what the second one shows is what a server shows that has kept nothing. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import * as fc from 'fast-check';
import { Client } from '../support/client.ts';
import { workspace } from '../support/notes.ts';

const paths = ['a.delegate.md', 'b.delegate.md', 'c.delegate.md', 'deep/d.delegate.md', 'Team.delegate.md'];

/** Its people have hardly any time, and findings that depend on all that is theirs. */
const team = '---\nteam:\n  maria: { name: Maria Silva, hours: 0.1 }\n  jon: { name: Jon Park, hours: 0.1 }\n  lin: { name: Lin Chen }\n---\n';
const linked = ['processes/invoicing.md', 'processes/stub.md', 'note.archive.md'] as const;
const archive = '# Older entries\n\n## Invoices (recurring)\n\n- 2025-12-31 @maria 2h explained 30m\n\n## Payroll (recurring)\n\n- 2026-08-31 @maria 3/5\n';

const note = workspace().map((files) => files.get('note.delegate.md')!);

/** A file comes, becomes another or goes; or the day, the holidays or a setting is another. */
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ path: fc.constantFrom(...paths.slice(0, 4), 'e.delegate.md', ...linked), text: fc.option(note, { nil: undefined, freq: 4 }) }) },
  { weight: 1, arbitrary: fc.constantFrom({ today: '2026-11-24' }, { today: '2027-06-01' }) },
  { weight: 1, arbitrary: fc.constantFrom({ path: 'Team.delegate.md', text: team.replace('0.1', '40') }, { path: 'Team.delegate.md', text: team.replace('team:', 'holidays: [2026-11-20]\nteam:') }) },
  { weight: 1, arbitrary: fc.constantFrom({ rules: { 'missing-owner': 'error' } }, { rules: { 'missing-backup': 'off' } }) },
);

interface World {
  readonly files: Readonly<Record<string, string>>;
  readonly today: string;
  readonly rules: Readonly<Record<string, string>>;
}

function changed({ files, today, rules }: World, by: Partial<World> & { readonly path?: string; readonly text?: string | undefined }): World {
  const { path, text } = by;
  const others = Object.fromEntries(Object.entries(files).filter(([each]) => each !== path));
  return { files: path === undefined ? files : { ...others, ...(text !== undefined && { [path]: text }) }, today: by.today ?? today, rules: by.rules ?? rules };
}

const said = (diagnostics: readonly Diagnostic[]): unknown => diagnostics.map(({ code, range, message, severity, relatedInformation }) => ({ code, range, message, severity, relatedInformation }));

async function start({ files, today, rules }: World, kept?: Map<string, Uint8Array>): Promise<Client> {
  const client = await Client.start({ files, settings: { rules }, options: { today }, ...(kept && { kept }) });
  await client.settled();
  await client.untilRead();
  return client;
}

const shown = (client: Client): Record<string, unknown> => Object.fromEntries([...paths, 'e.delegate.md'].map((path) => [path, said(client.shownFor(path))]));

describe('what is kept from one start to the next', () => {
  it('gives the findings of the same notes read for the first time, and no others before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(note, note, note, note), fc.array(fc.array(change, { maxLength: 2 }), { minLength: 1, maxLength: 3 }), async (notes, starts) => {
        const kept = new Map<string, Uint8Array>();
        const files = { ...Object.fromEntries(notes.map((text, i) => [paths[i]!, text])), 'Team.delegate.md': team, [linked[0]]: '# Invoicing\n\n1. Take\n2. Write\n3. List\n', [linked[1]]: '# Stub\n', [linked[2]]: archive };
        let world: World = { files, today: '2026-11-23', rules: {} };
        for (const changes of [[], ...starts]) {
          for (const each of changes) world = changed(world, each);
          const [warm, cold] = [await start(world, kept), await start(world)];
          assert.deepEqual(shown(warm), shown(cold));
          for (const { uri, diagnostics } of warm.pushed) assert.deepEqual(said(diagnostics), said(cold.shownFor(uri)));
          await warm.leave();
        }
      }),
      { numRuns: 25 },
    );
  });
});
