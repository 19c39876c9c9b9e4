/** How findings reach the editor: pushed, each time those of a file have changed, or as answers to an editor that asks. */
import type {
  Connection, DocumentDiagnosticReport, PreviousResultId, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Checks, Publisher } from './checks.ts';
import type { Result } from './result.ts';
import { canonicalUri } from './uris.ts';

type Spelled = (uri: string) => string;

/** Sends the findings of a file when they have changed. */
export function pushing(connection: Connection, spelled: Spelled): Pick<Publisher, 'checked' | 'settled'> {
  return {
    checked(uri, now, before) {
      if (areSame(now, before) && !(isShowing(now) && wasEdited(now, before))) return;
      const { diagnostics = [], version } = now ?? {};
      const params = { uri: spelled(uri), diagnostics: [...diagnostics] };
      void connection.sendDiagnostics(version === undefined ? params : { ...params, version });
    },
    settled() {},
  };
}

/** Sends nothing, but asks the editor to ask again when findings have changed in a file that it has not edited itself. */
export function pulling(connection: Connection, canAskAgain: boolean): Pick<Publisher, 'checked' | 'settled'> {
  let outdated = false;
  return {
    checked(_uri, now, before) {
      outdated ||= !areSame(now, before) && !wasEdited(now, before);
    },
    settled() {
      if (outdated && canAskAgain) connection.languages.diagnostics.refresh().catch(() => undefined);
      outdated = false;
    },
  };
}

const isShowing = (result: Result | undefined): boolean => result?.isEmpty === false;

function areSame(now: Result | undefined, before: Result | undefined): boolean {
  return now?.id === before?.id || !(isShowing(now) || isShowing(before));
}

/**
 * Editors move and squash the squiggles of a text that is typed in, so its findings are sent again even if they are word for
 * word those of the version before: whoever pastes a heading over itself would be left without a squiggle.
 */
function wasEdited(now: Result | undefined, before: Result | undefined): boolean {
  return now?.version !== undefined && before?.version !== undefined && now.version !== before.version;
}

export function documentReport(result: Result | undefined, previousId: string | undefined): DocumentDiagnosticReport {
  if (!result) return { kind: 'full', items: [] };
  if (result.id === previousId) return { kind: 'unchanged', resultId: result.id };
  return { kind: 'full', resultId: result.id, items: [...result.diagnostics] };
}

/** Files that had no findings and have none are left out; a file that is gone has none any more. */
export function workspaceReport(checks: Checks, previous: readonly PreviousResultId[], spelled: Spelled): WorkspaceDiagnosticReport {
  const ids = new Map(previous.map(({ uri, value }) => [canonicalUri(uri), value]));
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  for (const [uri, result] of checks.all()) {
    const previousId = ids.get(uri);
    ids.delete(uri);
    if (result.isEmpty && previousId === undefined) continue;
    const report = documentReport(result, previousId) as WorkspaceDocumentDiagnosticReport;
    items.push({ ...report, uri: spelled(uri), version: result.version ?? null });
  }
  for (const uri of ids.keys()) items.push({ kind: 'full', uri: spelled(uri), version: null, items: [] });
  return { items };
}
