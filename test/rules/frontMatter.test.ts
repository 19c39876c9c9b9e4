/** The rules of front matter: what is said of YAML that cannot be read, and what mends it. */
import assert from 'node:assert/strict';
import { checkAll, parseFixture } from '../support/fixture.ts';
import { assertFix, examples, findingIn, fixesOf, header } from '../support/ruleTests.ts';

describe('invalid-front-matter', () => {
  examples(
    'invalid-front-matter',
    ['a value with a colon', '---\nbusiness: Acme: lamps\n          ^\n---\n'],
    ['one finding for one mistake', '---\nteam: { maria: { name: Maria: Silva, hours: x }\n                       ^^^^^^^^^^^^\n---\n'],
    ['a bracket that is not closed, where it opens', '---\nfields: [a, b\n        ^^^^^\n---\n'],
    ['a key that is there twice', '---\ncurrency: EUR\ncurrency: USD\n^^^^^^^^\n---\n'],
    ['a value of the wrong kind', '---\nteam:\n  maria: { hours: many }\n                  ^^^^\n---\n'],
    ['not closed', '---\n^^^\nbusiness: Acme\n\n# Tasks\n'],
    ['a list', '---\n- a\n^^^\n---\n'],
    ['nothing', '---\n---\n'],
    ['comments alone', '---\n# Later.\n---\n'],
    ['no front matter', '# Tasks\n\n---\n\na: b: c\n'],
  );

  const mends: readonly (readonly [yaml: string, title: string, after: string])[] = [
    ['business: Acme: lamps', 'Put it in quotes', 'business: "Acme: lamps"'],
    ['business: Acme: lamps # ours', 'Put it in quotes', 'business: "Acme: lamps" # ours'],
    ['business: @acme', 'Put it in quotes', 'business: "@acme"'],
    ['delegator: @maria', 'Leave the “@” out', 'delegator: maria'],
    ['business: `acme`', 'Put it in quotes', 'business: "`acme`"'],
    ['business: %acme', 'Put it in quotes', 'business: "%acme"'],
    ['business: *acme', 'Put it in quotes', 'business: "*acme"'],
    ['business: !acme', 'Put it in quotes', 'business: "!acme"'],
    ['business: "Acme" lamps', 'Put it in quotes', 'business: "Acme\\" lamps"'],
    ["business: 'Acme's'", 'Put it in quotes', 'business: "Acme\'s"'],
    ['business: "Acme', 'Close the quotation mark', 'business: "Acme"'],
    ['fields: [a, b', 'Add the missing “]”', 'fields: [a, b]'],
    ['team: { maria: Maria', 'Add the missing “}”', 'team: { maria: Maria }'],
    ['team:\n  maria: { name: @maria, role: x }', 'Put it in quotes', 'team:\n  maria: { name: "@maria", role: x }'],
    ['team:\n  @maria: Maria', 'Leave the “@” out', 'team:\n  maria: Maria'],
    ['team:\n  maria: { name: Maria role: desk }', 'Put commas between the values', 'team:\n  maria: { name: Maria, role: desk }'],
    ['team:\n  maria { name: Maria }', 'Put a colon behind “maria”', 'team:\n  maria: { name: Maria }'],
    ['team:\n  maria: Maria\n jon: Jon', 'Indent it like the line above', 'team:\n  maria: Maria\n  jon: Jon'],
    ['business Acme', 'Put a colon behind “business”', 'business: Acme'],
    ['business:Acme', 'Put a space behind the colon', 'business: Acme'],
    ['holidays:\n  - 2026-12-25\n  -2026-12-26', 'Put a space behind the hyphen', 'holidays:\n  - 2026-12-25\n  - 2026-12-26'],
    ['currency: EUR\ncurrency: USD', 'Remove this “currency”', 'currency: EUR'],
    ['currency: €', 'Change to EUR', 'currency: EUR'],
    ['timezone: Dublin', 'Change to Europe/Dublin', 'timezone: Europe/Dublin'],
    ['workdays: [Mon, Tusday]', 'Change to Tuesday', 'workdays: [Mon, Tuesday]'],
    ['rules: { stale-post: warn }', 'Change to warning', 'rules: { stale-post: warning }'],
    ['team: { maria: { time: part } }', 'Change to part-time', 'team: { maria: { time: part-time } }'],
    ['team: { maria: { hours: 20h } }', 'Change to 20', 'team: { maria: { hours: 20 } }'],
    ['team:\n  Maria Silva: { role: desk }', 'Change to maria-silva', 'team:\n  maria-silva: { role: desk }'],
  ];
  for (const [yaml, title, after] of mends) it(`${JSON.stringify(yaml)}: ${title}`, () => assertFix('invalid-front-matter', title, header(yaml), header(after)));

  it('replaces tabs in all lines at once', () => {
    const [finding] = checkAll(parseFixture(header('team:\n\tmaria: Maria\n\tjon:\n\t\tname: Jon')), { only: new Set(['invalid-front-matter']) });
    const [fix, ...others] = finding!.fixes();
    assert.deepEqual([fix!.title, others], ['Replace tabs by spaces', []]);
    assert.equal(fix!.edits![0]!.edits.length, 3);
  });

  for (const [before, after] of [['---\nbusiness: Acme\n\n# A\n', '---\nbusiness: Acme\n---\n\n# A\n'], ['---\r\nbusiness: Acme', '---\r\nbusiness: Acme\r\n---'], ['---\n## A (recurring)\n', '---\n---\n## A (recurring)\n']] as const) {
    it(`closes ${JSON.stringify(before)}`, () => assertFix('invalid-front-matter', 'Close the front matter', before, after));
  }

  it('offers nothing that has not been tried', () => {
    assert.deepEqual(fixesOf('invalid-front-matter', header('just text')), []);
    assert.deepEqual(fixesOf('invalid-front-matter', header('a: 1\n...\nb: 2')), []);
  });

  it('speaks plainly of what the library says', () => {
    const said = (yaml: string): string => findingIn('invalid-front-matter', header(yaml)).message;
    assert.match(said('business: @acme'), /cannot begin with “@”/);
    assert.match(said('team:\n\tmaria: Maria'), /tab cannot indent/);
    assert.match(said('business: "Acme'), /never closed/);
    assert.match(said('business: "C:\\Users"'), /backslash/);
    assert.match(said('a: 1\n--- b\nc: 2'), /ends the front matter/);
    assert.match(said('currency: EUR\ncurrency: USD'), /“currency” is there twice/);
  });
});

describe('unsafe-front-matter', () => {
  examples(
    'unsafe-front-matter',
    ['JavaScript', '---js\n   ^^\nmodule.exports = {}\n---\n'],
    ['in capitals', '---JavaScript\n   ^^^^^^^^^^\nx\n---\n'],
    ['behind a space', '--- coffee\n    ^^^^^^\nx\n---\n'],
    ['a name of Object.prototype', '---constructor\n   ^^^^^^^^^^^\nx\n---\n'],
    ['YAML by its name', '---yaml\nbusiness: Acme\n---\n\n'],
    ['a text that begins with a rule', '----\n\njs\n\n---\n'],
  );

  it('is made YAML where it is YAML', () => {
    assertFix('unsafe-front-matter', 'Make it YAML', '---json \n{ "business": "Acme" }\n---\n', '---\n{ "business": "Acme" }\n---\n');
    assertFix('unsafe-front-matter', 'Make it YAML', '---js\r\nbusiness: Acme\r\n---\r\n', '---\r\nbusiness: Acme\r\n---\r\n');
    assertFix('unsafe-front-matter', 'Make it YAML', '\ufeff---js\nbusiness: Acme\n---\n', '\ufeff---\nbusiness: Acme\n---\n');
  });

  it('is left alone where it is not', () => {
    assert.deepEqual(fixesOf('unsafe-front-matter', '---js\nmodule.exports = { a: 1 }\n---\n'), []);
    assert.deepEqual(fixesOf('unsafe-front-matter', '---toml\nbusiness = "Acme"\n---\n'), []);
  });
});
