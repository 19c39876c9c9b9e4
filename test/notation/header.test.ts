/** Front matter: where it is, what in it is read, what is wrong with it and where, and the traps of its libraries. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatDay } from '../../server/notation/dates.ts';
import { readDocument } from '../../server/notation/document.ts';
import { frontMatterLimit, readFrontMatter } from '../../server/notation/frontMatter.ts';
import { type Header, readHeader } from '../../server/notation/header.ts';
import type { Span } from '../../server/text.ts';

const of = (yaml: string): Header => readHeader(`---\n${yaml}\n---\n`);

/** The text at a place. */
function at(text: string, { line, start, end }: Span): string {
  return text.split(/\r\n|\n|\r/)[line]!.slice(start, end);
}

/** What is wrong: `text at its place: reason`. */
function problems(text: string): string[] {
  return readHeader(text).problems.map((problem) => `${at(text, problem.at)}: ${problem.code === 'invalid-front-matter' ? problem.reason : problem.code}`);
}

describe('front matter', () => {
  const places: readonly (readonly [text: string, endLine: number, business: string | undefined])[] = [
    ['---\nbusiness: A\n---\n\n# T\n', 3, 'A'],
    ['---\nbusiness: A\n---', 3, 'A'],
    ['---  \nbusiness: A\n--- \t\n', 3, 'A'],
    ['---yaml\nbusiness: A\n---\n', 3, 'A'],
    ['--- YML\nbusiness: A\n---\n', 3, 'A'],
    ['\ufeff---\nbusiness: A\n---\n', 3, 'A'],
    ['---\r\nbusiness: A\r\n---\r\n', 3, 'A'],
    ['---\rbusiness: A\rcurrency: EUR\r---\r', 4, 'A'],
    ['---\nbusiness: A\n----\nx: b\n---\n', 5, 'A'],
    ['---\n---\nbusiness: A\n', 2, undefined],
    ['---\n\nbusiness: A\n\n---\n', 5, 'A'],
    ['---\n# A comment.\nbusiness: A # ours\n---\n', 4, 'A'],
    ['\n---\nbusiness: A\n---\n', 0, undefined],
    [' ---\nbusiness: A\n---\n', 0, undefined],
    ['----\nbusiness: A\n---\n', 0, undefined],
    ['--- business: A\n---\n', 0, undefined],
    ['---\u00a0\nbusiness: A\n---\n', 0, undefined],
    ['---\nbusiness: A\n---\u00a0\n---\n', 4, 'A'],
    ['', 0, undefined],
    ['# T\n\n---\nbusiness: A\n---\n', 0, undefined],
  ];
  for (const [text, endLine, business] of places) {
    it(JSON.stringify(text), () => {
      const { frontMatter, business: read } = readHeader(text);
      assert.deepEqual([frontMatter.endLine, read], [endLine, business]);
      assert.equal(frontMatter.length, text.split(/(?<=\r\n|\n|\r(?!\n))/).slice(0, endLine).join('').length);
    });
  }

  const unclosed: readonly (readonly [text: string, endLine: number, tasks: number])[] = [
    ['---\nbusiness: A\n\n## T (recurring)\n', 2, 1],
    ['---\nbusiness: A\n## T (recurring)\n\n- Owner: @maria\n', 2, 1],
    ['---\nbusiness: A\n## T (recurring)\n\nText.\n\n---\n\nMore.\n', 2, 1],
    ['---\nbusiness: A\n\n# Tasks\n\n## T (recurring)\n\n---\n', 2, 1],
    ['---\nbusiness: A', 2, 0],
    ['---\n', 1, 0],
    ['---', 1, 0],
  ];
  for (const [text, endLine, tasks] of unclosed) {
    it(`is not closed: ${JSON.stringify(text)}`, () => {
      const { header, sections } = readDocument('file:///note.delegate.md', text);
      assert.equal(header.frontMatter.closed, false);
      assert.equal(header.frontMatter.endLine, endLine);
      assert.deepEqual(problems(text), ['---: unclosed']);
      assert.equal(header.business, text.includes('business') ? 'A' : undefined);
      assert.equal(sections.filter(({ block }) => block).length, tasks);
    });
  }
});

describe('the values of the header', () => {
  it('are read', () => {
    const header = of('delegate: 1\nbusiness: Studio Lux\ntimezone: Europe/Lisbon\nworkdays: [Mon, tue, Thursday]\nholidays: [2026-12-25, "2026-12-26"]\ncurrency: eur\nprocesses: how-to\nfields: [Client, Portal]\ndelegator: nora\nreviewed: 2026-01-05\nrules: { stale-post: off, missing-backup: error }');
    assert.deepEqual(header.problems, []);
    assert.deepEqual(header.unknownKeys, []);
    const { business, workdays, holidays, currency, processes, fields } = header;
    assert.deepEqual({ business, workdays, currency, processes, fields }, { business: 'Studio Lux', workdays: [0, 1, 3], currency: 'EUR', processes: 'how-to', fields: ['Client', 'Portal'] });
    assert.deepEqual(holidays.map(formatDay), ['2026-12-25', '2026-12-26']);
    assert.deepEqual([header.timezone!.value, header.delegator!.value, formatDay(header.reviewed!.value)], ['Europe/Lisbon', 'nora', '2026-01-05']);
    assert.deepEqual([...header.rules].map(([code, { value }]) => [code, value]), [['stale-post', 'off'], ['missing-backup', 'error']]);
  });

  const workdays: readonly (readonly [yaml: string, days: readonly number[]])[] = [
    ['Mon-Fri', [0, 1, 2, 3, 4]], ['Mon to Fri', [0, 1, 2, 3, 4]], ['[Sun-Thu]', [0, 1, 2, 3, 6]], ['[sat, sat, mon]', [0, 5]], ['Saturday', [5]], ['[mon–wed, fri]', [0, 1, 2, 4]],
  ];
  for (const [yaml, days] of workdays) it(`workdays: ${yaml}`, () => assert.deepEqual(of(`workdays: ${yaml}`).workdays, days));

  it('are texts as they are written, whatever YAML makes of them', () => {
    for (const text of ['010', '12:30:00', '1.50', 'yes', 'No', '~x', '2026-02-30', '0x1F', '1e3', '.inf']) assert.equal(of(`business: ${text}`).business, text, text);
    assert.equal(of('business: "010"').business, '010');
    assert.equal(of('business: null').business, undefined);
    assert.equal(of('business: |\n  a\n  b').business, 'a\nb\n');
    assert.deepEqual(of('fields: [010, No, 12:30:00]').fields, ['010', 'No', '12:30:00']);
  });

  it('may be empty', () => {
    const header = of('business:\nworkdays:\nholidays:\ncurrency: ~\nfields: []\nrules:\nteam:\ntimezone:\nreviewed:');
    assert.deepEqual(header.problems, []);
    assert.deepEqual([header.business, header.workdays, header.holidays, header.team, header.reviewed], [undefined, undefined, [], [], undefined]);
  });

  it('know off from false', () => assert.equal(of('rules: { a: off, b: false }').rules.get('b')!.value, 'off'));

  const wrong: readonly (readonly [yaml: string, ...problems: string[]])[] = [
    ['timezone: Lisbon', 'Lisbon: no such time zone is known; it is written as in “Europe/London”'],
    ['timezone: +01:00', '+01:00: no such time zone is known; it is written as in “Europe/London”'],
    ['currency: EURO', 'EURO: a currency is a code of three letters, as in “EUR”'],
    ['workdays: [Mon, Foo]', 'Foo: a workday is a day of the week, as in “Mon” or “Mon-Fri”'],
    ['holidays: [2026-02-30, 25.12.2026, soon]', '2026-02-30: invalid-date', '25.12.2026: invalid-date', 'soon: invalid-date'],
    ['holidays:\n  - 2026-02-30', '2026-02-30: invalid-date'],
    ['reviewed: 2026-1-5', '2026-1-5: invalid-date'],
    ['rules: { a: loud }', 'loud: a level is one of off, info, warning, error'],
    ['rules: [a]', '[a]: each rule has its level, as in `stale-post: off`'],
    ['team: [maria]', '[maria]: the team maps handles to people, as in `maria: { name: Maria Silva }`'],
    ['team: { maria: { hours: 200, rate: -1, time: full, since: x } }', '200: hours a week has to be a number from 0 to 168', '-1: a rate has to be a number from 0 to 1000000', 'full: time is full-time, part-time or contract', 'x: invalid-date'],
    ['team: { maria: { away: [[2026-08-14, 2026-08-01]] } }', '[2026-08-14, 2026-08-01]: away is a first and a last day, as in `[2026-08-01, 2026-08-14]`'],
    ['team: { maria: { away: [[2026-08-32, 2026-08-01]] } }', '2026-08-32: invalid-date'],
    ['team: { maria: [a] }', '[a]: a person is written as `{ name: Maria Silva, role: operations }`'],
    ['team: { "maria silva": x }', '"maria silva": a handle is one word, as in `maria`'],
    ['business: { a: b }', '{ a: b }: a text is expected here'],
    ['business: *x', '*x: a value that begins with `*` has to stand in quotes'],
    ['business: A\nbusiness: B', 'business: the key is there twice; the first one counts'],
    ['team: { a: x, a: y }', 'a: the key is there twice; the first one counts'],
    ['- a', '- a: it has to be a list of `key: value` lines'],
    ['text', 'text: it has to be a list of `key: value` lines'],
  ];
  for (const [yaml, ...expected] of wrong) {
    it(`${yaml} is wrong`, () => {
      for (const [fence, eol] of [['---', '\n'], ['\ufeff---', '\n'], ['---', '\r\n'], ['---', '\r']] as const) {
        assert.deepEqual(problems([fence, ...yaml.split('\n'), '---', ''].join(eol)).sort(), [...expected].sort(), JSON.stringify(fence + eol));
      }
    });
  }

  const around: readonly (readonly [broken: string, ...problems: string[]])[] = [
    ['business: A: b', 'A: Nested mappings are not allowed in compact mappings'],
    ['business: @b', '@: Plain value cannot start with reserved character @'],
    ['business', 'business: Implicit keys need to be on a single line'],
    ['business: [a, b', '[a, b: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['\tbusiness: A', '\t: Tabs are not allowed as indentation'],
    ['business: "x" y', 'y: Unexpected scalar at node end'],
    ['team:\n  lin: Lin: Chen\n  maria: Maria', 'L: Nested mappings are not allowed in compact mappings'],
  ];
  for (const [broken, ...expected] of around) {
    it(`are read around ${JSON.stringify(broken)}`, () => {
      const text = `---\ncurrency: EUR\n${broken}\nprocesses: how-to\n${broken.startsWith('team') ? '' : 'team:\n  maria: Maria\n'}---\n`;
      const { currency, processes, team, business } = readHeader(text);
      assert.deepEqual(problems(text), expected);
      assert.deepEqual({ currency, processes, team: team.map(({ handle }) => handle), business }, { currency: 'EUR', processes: 'how-to', team: ['maria'], business: undefined });
    });
  }
});

describe('the team', () => {
  const text = '---\nteam:\n  maria: { name: Maria Silva, role: operations, time: part-time, hours: 20, rate: 30.5, since: 2024-01-01, until: 2026-12-31, away: [[2026-08-01, 2026-08-14], [2026-12-24, 2026-12-31]] }\n  jon: Jon Park\n  "@lin":\n    name: Lin\n    away: 2026-08-01\n  kim: { away: [2026-08-01, 2026-08-03] }\n  7: { name: Seven }\n  lee:\n---\n';

  it('is people by handle', () => {
    const { team, problems: wrong } = readHeader(text);
    assert.deepEqual(wrong, []);
    assert.deepEqual(team.map(({ handle, name, at: place }) => [handle, name, at(text, place)]), [
      ['maria', 'Maria Silva', 'maria'], ['jon', 'Jon Park', 'jon'], ['lin', 'Lin', '"@lin"'], ['kim', undefined, 'kim'], ['7', 'Seven', '7'], ['lee', undefined, 'lee'],
    ]);
    const [{ role, time, hours, rate, since, until, away }] = team as [(typeof team)[0]];
    assert.deepEqual({ role, time, hours, rate }, { role: 'operations', time: 'part-time', hours: 20, rate: 30.5 });
    assert.deepEqual([since, until].map((day) => formatDay(day!)), ['2024-01-01', '2026-12-31']);
    const days = (each: typeof away): string[] => each.map(([from, to]) => `${formatDay(from)} ${formatDay(to)}`);
    assert.deepEqual(days(away), ['2026-08-01 2026-08-14', '2026-12-24 2026-12-31']);
    assert.deepEqual(team.slice(2, 4).map((person) => days(person.away)), [['2026-08-01 2026-08-01'], ['2026-08-01 2026-08-03']]);
  });

  it('has a place for one more', () => {
    assert.deepEqual(readHeader(text).teamEnd, { line: 9, indent: '  ' });
    assert.deepEqual(of('team:\n    a: x\n    b:\n        name: y\n\ncurrency: EUR').teamEnd, { line: 4, indent: '    ' });
    assert.equal(of('team: { a: x }').teamEnd, undefined);
    assert.equal(of('team:').teamEnd, undefined);
  });

  it('counts a handle once', () => assert.deepEqual(of('team:\n  a: x\n  "@a": y').team.map(({ name }) => name), ['x']));
});

describe('unknown keys', () => {
  it('are set aside with what may have been meant', () => {
    const source = '---\nholiday: x\nteam:\n  maria: { nam: x, role: y }\ncurrency: EUR\n---\n';
    const [holiday, nam] = readHeader(source).unknownKeys;
    assert.deepEqual([at(source, holiday!.at), at(source, nam!.at)], ['holiday', 'nam']);
    assert(holiday!.free.includes('holidays') && !holiday!.free.includes('currency'));
    assert(nam!.free.includes('name') && !nam!.free.includes('role'));
  });
});

describe('the traps of front matter', () => {
  const unsafe = ['js', 'JS', 'javascript', 'JavaScript', 'coffee', 'json', 'toml', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'not', 'yaml2', 'js-yaml'];
  for (const language of unsafe) {
    it(`---${language} runs nothing`, () => {
      const global = globalThis as { ran?: boolean };
      for (const [bom, space, eol] of [['', '', '\n'], ['\ufeff', '', '\n'], ['', ' ', '\r\n'], ['', '\t', '\r']] as const) {
        const text = `${bom}---${space}${language}${eol}(globalThis.ran = true), { business: 'A' }${eol}---${eol}# T${eol}`;
        const { problems: found, frontMatter, business } = readHeader(text);
        assert.deepEqual(found.map(({ code, at: place }) => [code, at(text, place)]), [['unsafe-front-matter', language]]);
        assert.deepEqual([frontMatter.endLine, frontMatter.root, business, global.ran], [3, undefined, undefined, undefined]);
      }
    });
  }

  it('takes a language without a closing fence for text', () => assert.deepEqual(readHeader('---js\n# T\n').problems, []));

  it('runs no tag either', () => {
    const found = problems('---\nbusiness: !!js/function "function () { throw 1 }"\n---\n');
    assert.equal(found.length, 1);
    assert.match(found[0]!, /Unresolved tag/);
  });

  it('reports the same mistake each time that it is read', () => {
    const text = '---\nbusiness: [a\n---\n';
    const first = problems(text);
    assert.equal(first.length, 1);
    for (let time = 0; time < 3; time++) assert.deepEqual(problems(text), first);
  });

  it('does not let a line of hyphens end it, nor what only begins with three', () => {
    for (const line of ['----', '---not', '--- not', '---:']) {
      const { frontMatter } = readHeader(`---\nbusiness: A\n${line}\ncurrency: EUR\n---\n# T\n`);
      assert.equal(frontMatter.endLine, 5, line);
    }
    assert.equal(problems('---\nbusiness: A\n--- x\ncurrency: EUR\n---\n').length, 1);
  });

  it('does not turn 30 February into March', () => {
    const { holidays, problems: found } = of('holidays: [2026-02-30, 2026-03-02]');
    assert.deepEqual(holidays.map(formatDay), ['2026-03-02']);
    assert.equal(found[0]!.code, 'invalid-date');
  });

  it('has no keys of Object.prototype', () => {
    const header = of('constructor: x\ntoString: y\n__proto__: { business: Evil }\nhasOwnProperty: z');
    assert.equal(header.business, undefined);
    assert.deepEqual(header.unknownKeys.map(({ name }) => name), ['constructor', 'toString', '__proto__', 'hasOwnProperty']);
    assert.equal(({} as { business?: string }).business, undefined);
    assert.deepEqual(of('team: { constructor: x, __proto__: y }').team.map(({ handle }) => handle), ['constructor', '__proto__']);
  });

  const refused: readonly (readonly [what: string, yaml: string, reason: RegExp])[] = [
    ['160,000 blank lines', '\n'.repeat(160000), /gap of more than 1000 blanks/],
    ['blank lines in between', `a: 1${'\n'.repeat(160000)}b: 2`, /gap/],
    ['spaces', `a: ${' '.repeat(160000)}1`, /gap/],
    ['lists in lists', '[ '.repeat(5000) + '] '.repeat(5000), /nested deeper than 20/],
    ['maps in maps', '{a: '.repeat(5000), /nested/],
    ['lists without brackets', '- '.repeat(20000), /gap/],
    ['too much of it', `a: ${'x'.repeat(frontMatterLimit)}`, /longer than 256 KB/],
    ['a NUL', 'a: \0', /no text/],
  ];
  for (const [what, yaml, reason] of refused) {
    it(`is not read: ${what}`, () => {
      const text = `---\n${yaml}\n---\n\n## T (recurring)\n`;
      const { header, sections } = readDocument('file:///note.delegate.md', text);
      assert.equal(header.frontMatter.root, undefined);
      assert.equal(header.problems.length, 1);
      assert.match(header.problems[0]!.reason!, reason);
      assert.equal(sections.filter(({ block }) => block).length, 1);
    });
  }

  it('expands no alias', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...[...'bcdefghij'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`), 'business: *j', 'team: *j', 'holidays: [*j]'].join('\n');
    const header = of(bomb);
    assert.equal(header.business, undefined);
    assert.deepEqual([header.team, header.holidays], [[], []]);
    assert.equal(header.problems.length, 3);
  });

  it('merges no keys', () => assert.equal(of('x: &x { business: A }\n<<: *x').business, undefined));

  it('takes thousands of keys and mistakes', () => {
    const keys = Array.from({ length: 2000 }, (_, i) => `k${i}: v`).join('\n');
    assert.equal(of(keys).unknownKeys.length, 2000);
    assert.equal(of(Array.from({ length: 2000 }, () => 'k: v').join('\n')).problems.length, 1999);
    assert.equal(of(Array.from({ length: 2000 }, (_, i) => `k${i}: @v`).join('\n')).problems.length, 2000);
    assert.equal(of(`team:\n${Array.from({ length: 2000 }, (_, i) => `  p${i}: { nam: x }`).join('\n')}`).team.length, 2000);
  });

  it('never throws, and points into the text', () => {
    const part = fc.oneof(
      fc.constantFrom('---', '\n', '\n', '\r\n', '\r', ' ', '  ', '\t', ': ', ':', '- ', '? ', '[', ']', '{', '}', ', ', '"', "'", '#', ' #', '&a ', '*a', '!x ', '!!str ', '|', '>', '%', '@', '`', '...', '<<: ', '\ufeff', '\0', '🎉', '\ud800', '~', '\\'),
      fc.constantFrom('team', 'maria', 'holidays', 'away', 'rules', 'workdays', 'fields', 'timezone', 'currency', 'reviewed', 'name', '2026-02-30', '2026-02-03', 'off', '1', 'Mon', 'constructor'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 24 }), fc.boolean(), (parts, closed) => {
        const text = `---\n${parts.join('')}${closed ? '\n---\n' : ''}`;
        const lines = text.split(/\r\n|\n|\r/);
        const header = readHeader(text);
        for (const { at: place } of [...header.problems, ...header.unknownKeys, ...header.team]) {
          const line = lines[place.line];
          assert(line !== undefined && place.start <= place.end && place.end <= line.length, JSON.stringify({ text, place }));
          assert.doesNotMatch(line.slice(0, place.start), /[\ud800-\udbff]$/.test(line) ? /(?!)/ : /[\ud800-\udbff]$/, JSON.stringify({ text, place }));
        }
        assert.deepEqual(readFrontMatter(text).problems, readFrontMatter(text).problems);
      }),
      { numRuns: 400 },
    );
  });
});
