/** Comments that silence findings, and those that silence nothing. */
import assert from 'node:assert/strict';
import { applyFix, checkAll, parseFixture } from '../support/fixture.ts';
import { assertFix, examples, findingIn, fixesOf } from '../support/ruleTests.ts';

/** Two dates that do not exist, on its lines 3 and 5. */
const block = `## A (recurring)

- Starts: 2026-02-30
- Cadence: weekly
- Ends: 2026-02-31
`;

const other = block.replace('A', 'B');

/** What is found: `invalid-date 5` by line, from 1. */
function found(note: string): string[] {
  const only = new Set(['invalid-date', 'duplicate-task']);
  return checkAll(parseFixture(note), { only }).map(({ code, range }) => `${code} ${range.start.line + 1}`);
}

describe('disable comments', () => {
  const cases: readonly (readonly [what: string, note: string, findings: readonly string[]])[] = [
    ['no comment', block, ['invalid-date 3', 'invalid-date 5']],
    ['disable-file', `<!-- delegate-disable-file invalid-date -->\n\n${block}`, []],
    ['disable-file at the end', `${block}\n<!-- delegate-disable-file -->\n`, []],
    ['disable-file of front matter, where no comment can be', `---\nreviewed: 2026-02-30\n---\n\n<!-- delegate-disable-file invalid-date -->\n`, []],
    ['disable to the end', `<!-- delegate-disable invalid-date -->\n\n${block}`, []],
    ['disable speaks of what is below it', `${block}\n<!-- delegate-disable invalid-date -->\n\n${other}`, ['invalid-date 3', 'invalid-date 5']],
    ['enable ends it', `<!-- delegate-disable -->\n\n${block}\n<!-- delegate-enable -->\n\n${other}`, ['invalid-date 13', 'invalid-date 15']],
    ['enable ends one code of two', `<!-- delegate-disable invalid-date, unused-disable -->\n\n${block}\n<!-- delegate-enable invalid-date -->\n\n${other}`, ['invalid-date 13', 'invalid-date 15']],
    ['enable ends one code of all', `<!-- delegate-disable -->\n\n${block}\n<!-- delegate-enable invalid-date -->\n\n${other}`, ['invalid-date 13', 'invalid-date 15']],
    ['enable of another code ends nothing', `<!-- delegate-disable invalid-date -->\n<!-- delegate-enable missing-owner -->\n\n${block}`, []],
    ['disable again', `<!-- delegate-disable -->\n\n${block}\n<!-- delegate-enable -->\n\n<!-- delegate-disable invalid-date -->\n\n${other}`, []],
    ['disable-line', block.replace('30\n', '30 <!-- delegate-disable-line invalid-date -->\n'), ['invalid-date 5']],
    ['disable-line of all', block.replace('30\n', '30 <!-- delegate-disable-line -->\n'), ['invalid-date 5']],
    ['disable-next-line inside of a list', block.replace('- Starts', '- Estimate: 1h\n  <!-- delegate-disable-next-line invalid-date -->\n- Starts'), ['invalid-date 7']],
    ['disable-next-line over blank lines', `## A (recurring)\n\n<!-- delegate-disable-next-line invalid-date -->\n\n\n- 2026-02-30 1h\n- 2026-02-31 1h\n`, ['invalid-date 7']],
    ['disable-next-line from one section to the next', `# Tasks\n\n<!-- delegate-disable-next-line duplicate-task -->\n\n## A (recurring)\n\n## A (recurring)\n`, ['duplicate-task 7']],
    ['disable-next-line in HTML', `<details>\n<!-- delegate-disable-next-line invalid-date -->\n\n- 2026-02-30\n</details>\n`, []],
    ['a comment of several lines', `## A (recurring)\n\n<!-- delegate-disable-next-line\n  missing-owner\n  invalid-date\n  -- Ask Maria. -->\n- 2026-02-30 1h\n`, []],
    ['several codes and a reason', block.replace('30\n', '30 <!-- delegate-disable-line missing-owner, invalid-date -- the client wrote it so -->\n'), ['invalid-date 5']],
    ['a code in the reason counts for nothing', block.replace('30\n', '30 <!-- delegate-disable-line missing-owner -- not invalid-date -->\n'), ['invalid-date 3', 'invalid-date 5']],
    ['another code', block.replace('30\n', '30 <!-- delegate-disable-line missing-owner -->\n'), ['invalid-date 3', 'invalid-date 5']],
    ['behind a title, which keeps its kind', '## A (recurring) <!-- delegate-disable-line duplicate-task -->\n\n## A (recurring)\n', ['duplicate-task 3']],
    ['in a fence', `\`\`\`\n<!-- delegate-disable-file -->\n\`\`\`\n\n${block}`, ['invalid-date 7', 'invalid-date 9']],
    ['in a code span', `Write \`<!-- delegate-disable-file -->\`.\n\n${block}`, ['invalid-date 5', 'invalid-date 7']],
    ['in indented code', `Text\n\n    <!-- delegate-disable-file -->\n\n${block}`, ['invalid-date 7', 'invalid-date 9']],
    ['a comment that is not closed', `<!-- delegate-disable-file\n\n${block}`, []],
    ['a comment of another tool', `<!-- markdownlint-disable-file -->\n<!-- delegate-disabled -->\n\n${block}`, ['invalid-date 6', 'invalid-date 8']],
    ['CRLF', `<!-- delegate-disable-next-line duplicate-task -->\r\n## A (recurring)\r\n\r\n## A (recurring)\r\n`, ['duplicate-task 4']],
  ];
  for (const [what, note, findings] of cases) {
    it(what, () => assert.deepEqual(found(note), findings));
  }

  it('takes thousands of comments and findings', () => {
    const note = `## A (recurring)\n\n${'- 2026-02-30 <!-- delegate-disable-line invalid-date -->\n<!-- delegate-disable invalid-date -->\n'.repeat(4000)}`;
    assert.deepEqual(found(note), []);
  });
});

describe('unused-disable', () => {
  const function_ = '## A (recurring)\n\n- Owner: @maria\n';
  const unused = (note: string): string[] => {
    const files = parseFixture(note).files;
    return checkAll({ files }).filter(({ code }) => code === 'unused-disable').map(({ range: { start, end } }) => `${start.line + 1}:${start.character + 1}-${end.character + 1}`);
  };

  it('marks the code, or the comment where it names none', () => {
    assert.deepEqual(unused(`<!-- delegate-disable-next-line missing-owner -->\n${function_}`), ['1:33-46']);
    assert.deepEqual(unused('<!-- delegate-disable-next-line -->\nText.\n'), ['1:1-36']);
    assert.deepEqual(unused('<!-- delegate-disable -->\n\nText.\n'), ['1:1-26']);
    assert.deepEqual(unused('Text. <!-- delegate-disable-line -->\n'), ['1:7-37']);
    assert.deepEqual(unused('<!-- delegate-disable-file -->\n'), ['1:1-31']);
  });

  it('marks each code that is of no use', () => {
    assert.deepEqual(unused(`<!-- delegate-disable-next-line missing-owner missing-process missing-cadence -->\n${function_}`), ['1:33-46']);
    assert.deepEqual(unused(`<!-- delegate-disable-next-line missing-process,missing-process -->\n${function_}`), ['1:49-64']);
  });

  it('marks what is silent already', () => {
    assert.deepEqual(unused(`<!-- delegate-disable missing-process -->\n<!-- delegate-disable missing-process -->\n\n${function_}`), ['2:23-38']);
  });

  it('marks an enable that ends nothing', () => {
    assert.deepEqual(unused('<!-- delegate-enable -->\n'), ['1:1-25']);
    assert.deepEqual(unused(`<!-- delegate-disable missing-process -->\n\n${function_}\n<!-- delegate-enable missing-proces -->\n`), ['7:22-36']);
  });

  it('leaves alone what has not been tried', () => {
    const note = '<!-- delegate-disable-file past-due -->\n';
    assert.equal(checkAll(parseFixture(note)).length, 1);
    assert.deepEqual(checkAll(parseFixture(note), { today: undefined }), []);
    assert.deepEqual(checkAll(parseFixture(note), { levels: new Map([['past-due', 'off']]) }), []);
    assert.deepEqual(checkAll(parseFixture('<!-- delegate-disable-file -->\n'), { today: undefined }), []);
    assert.equal(checkAll(parseFixture('<!-- delegate-disable-file pst-due -->\n'), { today: undefined }).length, 1);
  });

  it('can be silenced by its name only', () => {
    assert.deepEqual(unused('<!-- delegate-disable-file unused-disable -->\n<!-- delegate-disable-line missing-owner -->\n'), []);
    assert.deepEqual(unused('<!-- delegate-disable-line missing-owner, unused-disable -->\n'), []);
    assert.deepEqual(unused('<!-- delegate-disable-file unused-disable -->\n'), []);
    assert.deepEqual(checkAll(parseFixture('---\nrules: { unused-disable: off }\n---\n\n<!-- delegate-disable-file -->\n')), []);
  });

  examples('unused-disable', ['a code that there is not', '<!-- delegate-disable-file mising-owner -->\n                           ^^^^^^^^^^^^\n']);

  it('says which code was meant', () => {
    assert.match(findingIn('unused-disable', '<!-- delegate-disable-file mising-owner -->\n').message, /Did you mean missing-owner\?/);
    assert.deepEqual(fixesOf('unused-disable', '<!-- delegate-disable-file mising-owner -->\n'), ['Change to missing-owner', 'Remove the comment']);
    assert.deepEqual(fixesOf('unused-disable', '<!-- delegate-disable-file bogus -->\n'), ['Remove the comment']);
  });

  const removals: readonly (readonly [before: string, after: string])[] = [
    ['A\n\n<!-- delegate-disable-file bogus -->\n\nB\n', 'A\n\nB\n'],
    ['<!-- delegate-disable-file bogus -->\n\nB\n', '\nB\n'],
    ['A\n\n<!-- delegate-disable-file bogus -->', 'A\n'],
    ['<!-- delegate-disable-file bogus -->', ''],
    ['A\r\n\r\n<!-- delegate-disable-file\r\nbogus -->\r\n\r\nB\r\n', 'A\r\n\r\nB\r\n'],
    ['A word. <!-- delegate-disable-file bogus -->\n', 'A word.\n'],
    ['A <!-- delegate-disable-file bogus --> word.\n', 'A word.\n'],
    ['- A\n  <!-- delegate-disable-file bogus -->\n- B\n', '- A\n- B\n'],
    ['- <!-- delegate-disable-file bogus --> A\n', '- A\n'],
    ['A\n\n<!-- delegate-disable bogus -->\n\nB\n\n<!-- delegate-enable -->\n\nC\n', 'A\n\nB\n\nC\n'],
    ['A <!-- delegate-disable bogus --><!-- delegate-enable bogus --> B\n', 'A B\n'],
  ];
  for (const [before, after] of removals) it(`removes it from ${JSON.stringify(before)}`, () => assertFix('unused-disable', 'Remove the comment', before, after));

  const codes: readonly (readonly [before: string, after: string])[] = [
    ['bogus, invalid-date', 'invalid-date'],
    ['invalid-date, bogus', 'invalid-date'],
    ['invalid-date bogus missing-owner -- why', 'invalid-date missing-owner -- why'],
    ['bogus\ninvalid-date', 'invalid-date'],
    ['invalid-date\nbogus', 'invalid-date\n'],
  ];
  for (const [before, after] of codes) {
    const comment = (text: string): string => `## A (recurring)\n\n- 2026-02-30\n\n<!-- delegate-disable-file ${text} -->\n`;
    it(`removes the code from ${JSON.stringify(before)}`, () => {
      const { files } = parseFixture(comment(before));
      const finding = checkAll({ files }, { only: new Set(['invalid-date', 'unused-disable']) });
      assert.equal(finding.length, 1);
      const [fix] = finding[0]!.fixes();
      assert.equal(fix!.title, 'Remove “bogus” from the comment');
      assert.equal(applyFix(files, fix!).get('note.delegate.md'), comment(after));
    });
  }

  it('never leaves a comment that silences more than before', () => {
    const note = '<!-- delegate-disable-file bogus, unknown -->\n';
    for (const finding of checkAll(parseFixture(note))) assert.deepEqual(finding.fixes().at(-1)!.title, 'Remove the comment');
  });
});
