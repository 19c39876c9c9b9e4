/** `delegate-notes check`: reads the notes below the paths, checks them and prints what was found. */
import { relative, sep } from 'node:path';
import { dayIn } from '../model/today.ts';
import { linkedUris } from '../model/processes.ts';
import { Folder, type LinkedFile } from '../model/workspace.ts';
import { readDocument, tasksOf } from '../notation/document.ts';
import { Headers } from '../notation/headers.ts';
import { readLinked } from '../nodeFiles.ts';
import { jsonReport } from '../reports/json.ts';
import { type CheckedFile, resultOf } from '../reports/result.ts';
import { printable, textReport } from '../reports/text.ts';
import { rules } from '../rules/index.ts';
import { check, type RunOptions } from '../rules/run.ts';
import type { CheckArguments } from './arguments.ts';
import { collect, type NoteFile } from './collect.ts';
import type { ExitCode, Terminal } from './main.ts';

const ranks = { info: 0, warning: 1, error: 2 } as const;

export function checkPaths(args: CheckArguments, terminal: Terminal): ExitCode {
  let unreadable = false;
  const complain = (path: string, problem: string): void => {
    unreadable = true;
    terminal.error(`${printable(`${shown(path, terminal.cwd)}: ${problem}`)}\n`);
  };

  const files: CheckedFile[] = [];
  for (const { root, notes } of collect(args.paths, terminal.cwd, complain)) {
    files.push(...checkFolder(root, notes, args, terminal, complain));
  }
  const result = resultOf(files);
  terminal.out(args.format === 'json' ? jsonReport(result) : textReport(result));
  if (unreadable) return 2;
  return result.findings.some(({ severity }) => ranks[severity] >= ranks[args.failOn]) ? 1 : 0;
}

function checkFolder(
  root: string,
  notes: readonly NoteFile[],
  args: CheckArguments,
  terminal: Terminal,
  complain: (path: string, problem: string) => void,
): CheckedFile[] {
  const headers = new Headers();
  const documents = notes.map(({ uri, text }) => readDocument(uri, text, headers));
  let folder = Folder.empty(root).with(...documents);
  const linked: [string, LinkedFile][] = [];
  for (const uri of linkedUris(folder.tasks(), folder)) {
    if (!folder.documents.has(uri)) linked.push([uri, readLinked(uri, root)]);
  }
  folder = folder.withFiles(linked);

  // A rule that needs the day runs without --today only if it is asked for by name; then the day is the real one.
  const today = args.today ?? (args.select && dayIn(folder.roster.timezone, terminal.now));
  const options: RunOptions = {
    levels: new Map(),
    only: new Set(rules.map(({ code }) => code).filter((code) => (args.select?.has(code) ?? true) && !args.ignore.has(code))),
    onError: (rule, error) => complain(root, `the rule ${rule} failed: ${error instanceof Error ? error.message : String(error)}`),
  };
  return notes.flatMap(({ uri, path, isWanted }): CheckedFile[] => {
    if (!isWanted) return [];
    const document = folder.documents.get(uri)!;
    return [{ path: shown(path, terminal.cwd), tasks: tasksOf(document).length, findings: check(document, { folder, today }, options) }];
  });
}

/** A path as people write it: from where they are, with forward slashes. */
function shown(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return (near === '' ? '.' : near).split(sep).join('/');
}
