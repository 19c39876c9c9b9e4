/** `delegate-notes fmt`: writes the notes below the paths in canonical form, or says which are not. */
import { fileURLToPath } from 'node:url';
import { textOf } from '../notation/document.ts';
import { formatDocument } from '../notation/format/format.ts';
import { printable } from '../reports/text.ts';
import { withEdits } from '../text.ts';
import type { Command, ExitCode, Terminal } from './command.ts';
import { Input } from './folders.ts';
import { readOptions } from './options.ts';
import { writeNote } from './writeNote.ts';

export const formatCommand: Command = {
  name: 'fmt',
  usage: `\
  fmt [PATH…]       Write the notes below the paths in canonical form (default: here)
    --check                         write nothing, list the notes that are not; the exit code is 1 if there are any
`,
  run(args, terminal) {
    const { paths, values } = readOptions(args, { check: 'flag' });
    return formatPaths(paths, values.check === true, terminal);
  },
};

function formatPaths(paths: readonly string[], isCheck: boolean, terminal: Terminal): ExitCode {
  const input = new Input(terminal);
  let files = 0;
  let changed = 0;
  for (const { folder, wanted } of input.folders(paths)) {
    for (const { path, document } of wanted) {
      files++;
      const edits = formatDocument(document, { currency: folder.roster.currency });
      if (edits.length === 0) continue;
      const file = fileURLToPath(document.uri);
      const before = textOf(document);
      const problem = isCheck ? undefined : writeNote(file, fileURLToPath(folder.uri), before, withEdits(before, edits));
      if (problem !== undefined) {
        input.complain(file, problem);
        continue;
      }
      changed++;
      terminal.out(`${printable(path)}\n`);
    }
  }
  terminal.out(`${files} ${files === 1 ? 'file' : 'files'}: ${changed} ${isCheck ? 'to format' : 'formatted'}\n`);
  if (input.hasFailed) return 2;
  return isCheck && changed > 0 ? 1 : 0;
}
