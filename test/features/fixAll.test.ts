import assert from 'node:assert/strict';
import type { TextDocumentEdit } from 'vscode-languageserver-types';
import { fixAllActions } from '../../server/features/fixAll.ts';
import { contextAt } from '../support/feature.ts';

const { context } = contextAt(`
## Send invoices (recurring)

- Owner: @maria
- Estimate: 1,5 std
- Owner: @maria
`);

describe('source.fixAll.delegate', () => {
  for (const only of ['source.fixAll.delegate', 'source.fixAll', 'source']) {
    it(`is there for those who ask for ${only}`, () => {
      const [action, ...others] = fixAllActions(context, ['refactor', only]);
      assert.equal(action?.kind, 'source.fixAll.delegate');
      assert.deepEqual(others, []);
      const [change] = action.edit!.documentChanges as TextDocumentEdit[];
      assert.deepEqual(change!.edits.map((edit) => ('newText' in edit ? edit.newText : undefined)).sort(), ['', '1h 30m']);
    });
  }

  it('is not there for those who ask for other things, or do not say for what', () => {
    for (const only of [undefined, [], [''], ['quickfix'], ['source.fixAll.eslint'], ['source.fix'], ['source.fixAll.delegate.more']]) {
      assert.deepEqual(fixAllActions(context, only), []);
    }
  });

  it('is not there where nothing is to be fixed', () => {
    assert.deepEqual(fixAllActions(contextAt('## Send invoices (recurring)\n').context, ['source.fixAll']), []);
  });
});
