/** Quick fixes: the fixes that come with the findings, as LSP's CodeActions. */
import type { CodeAction, Command } from 'vscode-languageserver-types';
import { isKindWanted, type NoteContext } from '../context.ts';
import { showFileCommand } from '../protocol.ts';
import type { Fix } from '../rules/rule.ts';
import type { Finding } from '../rules/run.ts';
import { comparePositions, overlaps, type Position, type Range } from '../text.ts';
import { isPossible, workspaceEdit } from '../workspaceEdit.ts';

/** What finds a fix again when its edit is asked for. */
interface FixReference {
  readonly uri: string;
  readonly version: number | null;
  readonly code: string;
  readonly start: Position;
  readonly index: number;
}

const kind = 'quickfix';

/** How many findings are asked for their fixes at once; nobody reads a longer menu. */
const mostFindings = 50;

/** The fixes of the findings that a range touches; their edits come with them, or later where the editor can wait. */
export function codeActions(context: NoteContext, range: Range, only: readonly string[] | undefined): CodeAction[] {
  if (!isKindWanted(kind, only)) return [];
  const actions = new Map<string, CodeAction>();
  for (const finding of context.findings.filter((each) => overlaps(each.range, range)).slice(0, mostFindings)) {
    for (const [fix, index] of offered(finding, context)) {
      const action = toCodeAction(fix, index, finding, context);
      // Several findings may be mended by one change: it is offered once, for all of them.
      const key = JSON.stringify([fix.title, fix.edits, fix.create, fix.show]);
      const same = actions.get(key);
      if (same) same.diagnostics!.push(...action.diagnostics!);
      else actions.set(key, action);
    }
  }
  return [...actions.values()];
}

/** Gives an action its edit; `undefined` when the note has changed since it was offered. */
export function resolveCodeAction(context: NoteContext, action: CodeAction): CodeAction | undefined {
  const { version, code, start, index } = action.data as FixReference;
  if (context.version(context.uri) !== version) return undefined;
  for (const finding of context.findings) {
    if (finding.code !== code || comparePositions(finding.range.start, start) !== 0) continue;
    const fix = finding.fixes()[index];
    if (fix?.title === action.title) return { ...action, edit: workspaceEdit(fix, context) };
  }
  return undefined;
}

/** The URI of the note that an action is for, as it is in its data; `undefined` for one that has no edit to wait for. */
export const uriOfCodeAction = ({ data }: CodeAction): string | undefined => (data as FixReference | undefined)?.uri;

/** The fixes that this editor can carry out. */
function offered(finding: Finding, context: NoteContext): [Fix, number][] {
  const can = (fix: Fix): boolean => isPossible(fix, context) && (context.abilities.showingFiles || hasEdits(fix));
  return finding.fixes().flatMap((fix, index): [Fix, number][] => (can(fix) ? [[fix, index]] : []));
}

const hasEdits = ({ edits = [], create }: Fix): boolean => edits.length > 0 || create !== undefined;

function toCodeAction(fix: Fix, index: number, finding: Finding, context: NoteContext): CodeAction {
  const { abilities } = context;
  const action: CodeAction = { title: fix.title, kind, diagnostics: [context.toDiagnostic(finding)] };
  if (fix.preferred && abilities.preferredActions) action.isPreferred = true;
  const shown = fix.show ?? fix.create?.uri;
  if (shown !== undefined && abilities.showingFiles) action.command = showFile(fix.title, context.spelled(shown));
  if (!hasEdits(fix)) return action;
  if (abilities.lazyEdits) {
    const { uri, version } = context;
    const { code, range } = finding;
    action.data = { uri, version: version(uri), code, start: range.start, index } satisfies FixReference;
  } else {
    action.edit = workspaceEdit(fix, context);
  }
  return action;
}

const showFile = (title: string, uri: string): Command => ({ title, command: showFileCommand, arguments: [uri] });
