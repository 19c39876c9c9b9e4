/** Findings as LSP's Diagnostics. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../rules/run.ts';

export interface DiagnosticOptions {
  /** The base of the rules' pages; `undefined` where the editor cannot link a code. */
  readonly rulePages: string | undefined;
  readonly relatedInformation: boolean;
  /** How the editor spells the URI of a file. */
  readonly spelled: (uri: string) => string;
}

const source = 'delegate';

/** LSP's Error, Warning and Information. Nothing is a Hint: the Problems panel hides hints. */
const severities = { error: 1, warning: 2, info: 3 } as const;

export function toDiagnostic({ code, level, range, message, related }: Omit<Finding, 'fixes'>, options: DiagnosticOptions): Diagnostic {
  const diagnostic: Diagnostic = { range, severity: severities[level], code, source, message };
  if (options.rulePages !== undefined) diagnostic.codeDescription = { href: `${options.rulePages}${code}.md` };
  if (options.relatedInformation && related.length > 0) {
    diagnostic.relatedInformation = related.map((each) => ({
      location: { uri: options.spelled(each.uri), range: each.range },
      message: each.message,
    }));
  }
  return diagnostic;
}

/** The one finding of a note that could not be read; it is no rule's, for there is no text that a rule could look at. */
export function unreadableNote(problem: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: severities.error,
    code: 'unreadable-note',
    source,
    message: `This note cannot be read (${problem}), so nothing in it is checked.`,
  };
}
