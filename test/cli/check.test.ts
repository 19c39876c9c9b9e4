import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { delegateNotes } from './support.ts';

const team = '---\nteam:\n  maria: { name: Maria Silva }\n  jon: { name: Jon Park, until: 2026-01-31 }\n---\n\n';
const steps = '1. Write one invoice per client.\n2. Send them.\n3. List what is unpaid.\n';
const ownerless = '## Invoices (recurring)\n\n- Cadence: monthly\n- Process: below\n\n' + steps;
const owned = `${team}## Invoices (recurring)\n\n- Owner: @maria\n- Backup: @maria\n- Cadence: monthly\n- Process: below\n\n${steps}`;
const departed = `${team}## Invoices (recurring)\n\n- Owner: @jon\n- Backup: @maria\n- Cadence: monthly\n- Process: below\n\n${steps}`;

describe('delegate-notes check', () => {
  it('prints a line for each finding and a summary, and exits 1', () => {
    const { code, out } = delegateNotes({ 'office/a.delegate.md': ownerless }, ['check']);
    assert.match(out, /^office\/a\.delegate\.md:1:4: warning missing-owner “Invoices” has no owner/);
    assert.match(out, /\n1 file, 1 task: 0 errors, 1 warning, 0 infos\n$/);
    assert.equal(code, 1);
  });

  it('exits 0 where nothing reaches the level to fail on', () => {
    const { code, out } = delegateNotes({ 'a.delegate.md': ownerless }, ['check', '--fail-on', 'error', '.']);
    assert.match(out, /1 warning/);
    assert.equal(code, 0);
  });

  it('gives JSON with lines and columns from 1', () => {
    const { out } = delegateNotes({ 'a.delegate.md': ownerless }, ['check', '--format=json', 'a.delegate.md']);
    const { version, findings, summary } = JSON.parse(out) as { version: number; findings: Record<string, unknown>[]; summary: unknown };
    assert.equal(version, 1);
    assert.deepEqual({ ...findings[0], message: '' }, {
      path: 'a.delegate.md', code: 'missing-owner', severity: 'warning', message: '',
      start: { line: 1, column: 4 }, end: { line: 1, column: 12 },
    });
    assert.deepEqual(summary, { files: 1, tasks: 1, errors: 0, warnings: 1, infos: 0 });
  });

  it('finds in a few of very many notes what it finds in the few alone', () => {
    const few = {
      'a.delegate.md': `${ownerless.replace('below', '[How](processes/gone.md)')}## Photos (one-off)\n\n- Owner: @marta\n`,
      'n.delegate.md': '## Newsletter (recurring)\n\n- Owner: @maria\n- Cadence: monthly\n- Estimate: 30h\n',
      'z.delegate.md': owned.replace('Maria Silva', 'Maria Silva, hours: 1').replace('Backup: @maria', 'Estimate: 20h'),
    };
    const filler = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`m/${i}.delegate.md`, `## Errand ${i} (one-off)\n\n${'Nothing to be seen here. '.repeat(12)}\n`]));
    const options = ['check', '--today', '2026-11-23', '--ignore', 'repeated-one-off'];
    const found = (files: Readonly<Record<string, string>>): string[] => delegateNotes(files, options).out.split('\n').filter((line) => /^[anz]\./.test(line));
    assert(found(few).some((line) => line.includes('owner-overloaded')));
    assert.deepEqual(found({ ...few, ...filler }), found(few));
  });

  it('runs the rules that it is told to', () => {
    const { out } = delegateNotes({ 'a.delegate.md': owned }, ['check', '--select', 'backup-is-owner,missing-owner']);
    assert.match(out, /backup-is-owner/);
    assert.match(delegateNotes({ 'a.delegate.md': owned }, ['check', '--ignore', 'backup-is-owner']).out, /0 warnings/);
  });

  it('runs rules that depend on the day only with a day, or by name', () => {
    const files = { 'a.delegate.md': departed };
    assert.doesNotMatch(delegateNotes(files, ['check']).out, /departed-owner/);
    assert.match(delegateNotes(files, ['check', '--today', '2026-11-23']).out, /departed-owner/);
    assert.doesNotMatch(delegateNotes(files, ['check', '--today', '2026-01-31']).out, /departed-owner/);
    assert.match(delegateNotes(files, ['check', '--select', 'departed-owner']).out, /departed-owner/);
  });

  it('says what is due with a day, or by name, and else nothing of it', () => {
    const away = team.replace('Maria Silva', 'Maria Silva, away: [[2026-11-24, 2026-12-24]]');
    const note = (title: string, rest: string): string => `## ${title} (recurring)\n\n- Owner: @maria\n- Cadence: ${rest}\n\n${steps}\n`;
    const files = { 'a.delegate.md': `${away}${note('Invoices', 'every Friday\n- Starts: 2026-11-20')}${note('Payroll', 'every Monday')}${note('Stock', 'every day\n- Starts: 2026-11-01')}` };
    const day = /overdue|never-done|owner-away/;
    assert.doesNotMatch(delegateNotes(files, ['check']).out, day);
    const codes = (...args: string[]): string[] => delegateNotes(files, ['check', ...args]).out.match(new RegExp(day, 'g')) ?? [];
    assert.deepEqual(codes('--today', '2026-11-23'), ['overdue', 'owner-away', 'never-done']);
    assert.deepEqual(codes('--today', '2026-11-20'), ['never-done']);
    assert.deepEqual(codes('--select', 'overdue,owner-away'), ['overdue', 'owner-away']);
  });

  it('says without a day what the entries alone tell', () => {
    const twice = `${ownerless}\n- 2026-01-02 @maria 1h\n- 2026-01-02 @maria 1h\n`;
    assert.match(delegateNotes({ 'a.delegate.md': twice }, ['check']).out, /duplicate-entry/);
  });

  it('reads a single note among its neighbours, which may hold its roster', () => {
    const files = { 'team.delegate.md': team, 'a.delegate.md': owned.replace(team, '') };
    const { out } = delegateNotes(files, ['check', 'a.delegate.md']);
    assert.doesNotMatch(out, /unknown-person/);
    assert.match(out, /1 file, 1 task/);
  });

  it('reads a folder with the team that a folder above it has, and checks that folder only', () => {
    const files = { 'team.delegate.md': team + ownerless.replace('Invoices', 'Payroll'), 'notes/a.delegate.md': owned.replace(team, '').replace('below', '[How](../how.md)'), 'how.md': `# How\n\n${steps}` };
    for (const path of ['notes', 'notes/a.delegate.md']) {
      const { out } = delegateNotes(files, ['check', path]);
      assert.match(out, /^notes\/a\.delegate\.md:4:11: warning backup-is-owner/);
      assert.match(out, /\n1 file, 1 task: 0 errors, 1 warning, 0 infos\n$/);
    }
  });

  it('takes a link to a note for that note', () => {
    const { out } = delegateNotes({ 'a.delegate.md': ownerless }, ['check', 'c.delegate.md'], (folder) => symlinkSync('a.delegate.md', join(folder, 'c.delegate.md')));
    assert.match(out, /^a\.delegate\.md:1:4/);
    assert.match(out, /\n1 file, 1 task: 0 errors, 1 warning/);
  });

  it('keeps the rosters of several folders apart', () => {
    const files = { 'one/team.delegate.md': team, 'two/a.delegate.md': owned.replace(team, '') };
    assert.match(delegateNotes(files, ['check', 'one', 'two']).out, /two\/a\.delegate\.md:\d+:\d+: warning unknown-person .*@maria/);
    assert.doesNotMatch(delegateNotes(files, ['check', '.']).out, /unknown-person/);
  });

  it('checks each note once, however often it is named', () => {
    const { out } = delegateNotes({ 'x/a.delegate.md': ownerless }, ['check', 'x/a.delegate.md', 'x', '.', 'x']);
    assert.match(out, /1 file, 1 task: 0 errors, 1 warning/);
  });

  it('follows process links inside the folder', () => {
    const linked = ownerless.replace('below', '[How](how.md)');
    assert.match(delegateNotes({ 'a.delegate.md': linked }, ['check']).out, /broken-process-link/);
    assert.doesNotMatch(delegateNotes({ 'a.delegate.md': linked, 'how.md': `# How\n\n${steps}` }, ['check']).out, /broken-process-link/);
  });

  it('steers no terminal with what a note says', () => {
    const { out } = delegateNotes({ 'a.delegate.md': ownerless.replace('Invoices', 'In\u001b[31mvoices\u202e') }, ['check']);
    assert.ok(!out.includes('\u001b') && !out.includes('\u202e'));
    assert.match(out, /In\\u001b\[31mvoices\\u202e/);
  });
});

describe('delegate-notes check, on input that it cannot read', () => {
  it('says so for each, checks the others and exits 2', () => {
    const files = { 'a.delegate.md': ownerless, 'readme.md': '# Read me', 'b.delegate.md': '\u0000\u0001' };
    const { code, out, error } = delegateNotes(files, ['check', 'a.delegate.md', 'readme.md', 'b.delegate.md', 'none', 'circle.delegate.md'], (folder) => {
      symlinkSync('circle.delegate.md', join(folder, 'circle.delegate.md'));
    });
    assert.match(error, /^readme\.md: not a note/m);
    assert.match(error, /^b\.delegate\.md: not text/m);
    assert.match(error, /^none: no such file or folder/m);
    assert.match(error, /^circle\.delegate\.md: a link that leads in a circle/m);
    assert.match(out, /^a\.delegate\.md:1:4: warning missing-owner/m);
    assert.equal(code, 2);
  });

  it('tells of a folder that is named like a note, and checks what is in it', () => {
    const { code, out, error } = delegateNotes({ 'odd.delegate.md/a.delegate.md': ownerless }, ['check', 'odd.delegate.md']);
    assert.match(error, /^odd\.delegate\.md: a folder, though it is named like a note/);
    assert.match(out, /^odd\.delegate\.md\/a\.delegate\.md:1:4/);
    assert.equal(code, 2);
  });

  it('tells of folders that link to themselves, and ends', () => {
    const { code, error } = delegateNotes({ 'x/a.delegate.md': ownerless }, ['check'], (folder) => symlinkSync('..', join(folder, 'x', 'up')));
    assert.match(error, /^x\/up: a link that leads back to a folder above it/);
    assert.equal(code, 2);
  });
});

describe('delegate-notes, used wrongly', () => {
  const cases: [args: string[], says: RegExp][] = [
    [['chek'], /there is no command “chek”. Did you mean “check”\?/],
    [['check', '--formt', 'json'], /there is no option “--formt”. Did you mean “--format”\?/],
    [['check', '--format', 'xml'], /--format takes text or json, not “xml”/],
    [['check', '--select', 'missing-oner'], /there is no rule “missing-oner”. Did you mean “missing-owner”\?/],
    [['check', '--select='], /--select takes the codes of rules/],
    [['check', '--today', '2026-02-30'], /--today takes a day as 2026-11-23, not “2026-02-30”/],
    [['check', '--today'], /--today/],
    [[], /Usage: delegate-notes/],
  ];
  for (const [args, says] of cases) {
    it(`${args.join(' ') || 'without a command'}: says what is wrong and exits 2`, () => {
      const { code, error } = delegateNotes({}, args);
      assert.match(error, says);
      assert.equal(code, 2);
    });
  }

  it('explains itself on --help', () => {
    const { code, out } = delegateNotes({}, ['check', '--help']);
    assert.match(out, /Exit code: 0 nothing at the fail-on level/);
    assert.equal(code, 0);
  });

  it('serves other editors', () => {
    assert.equal(delegateNotes({}, ['server', '--stdio']).out, 'serving');
  });
});
