/** Runs the rules over a document: levels, disable comments, and a failing rule kept apart from the others. */
import type { Document, Section, Task } from '../notation/document.ts';
import { tasksOf } from '../notation/document.ts';
import type { Directive } from '../notation/directives.ts';
import type { Level } from '../notation/header.ts';
import { type Range, type Span, toRange } from '../text.ts';
import { rules } from './index.ts';
import type { Context, Fix, Related, Rule, UnusedDirective } from './rule.ts';

export interface Finding {
  readonly code: string;
  readonly level: Exclude<Level, 'off'>;
  readonly range: Range;
  readonly message: string;
  readonly related: readonly Related[];
  /** Works out the fixes, in the state of the workspace that the finding was made from. */
  readonly fixes: () => readonly Fix[];
}

export interface RunOptions {
  /** Levels by code that the user's settings give; a note's front matter goes before them. */
  readonly levels: ReadonlyMap<string, Level>;
  /** Rules to run, by code; all when it is not given. */
  readonly only?: ReadonlySet<string>;
  /** Told of a rule that failed; the others still run. */
  readonly onError: (rule: string, error: unknown) => void;
}

const noFixes = (): readonly Fix[] => [];

/** All findings of a document, in the order of their places. */
export function check(document: Document, context: Context, options: RunOptions): Finding[] {
  const runner = new Runner(document, context, options);
  runner.run();
  return runner.findings.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

class Runner {
  readonly findings: Finding[] = [];
  private readonly disabled: DisabledLines;

  constructor(
    private readonly document: Document,
    private readonly context: Context,
    private readonly options: RunOptions,
  ) {
    this.disabled = new DisabledLines(document);
  }

  run(): void {
    const active = rules.filter((rule) => this.levelOf(rule) !== 'off' && this.isWanted(rule));
    const tasks = tasksOf(this.document);
    for (const rule of active) {
      try {
        this.runRule(rule, tasks);
      } catch (error) {
        this.options.onError(rule.code, error);
      }
    }
    const last = active.find(({ checkUnused }) => checkUnused);
    if (last) this.runUnused(last, active);
  }

  private isWanted({ code, needsToday }: Rule): boolean {
    if (this.options.only && !this.options.only.has(code)) return false;
    return !needsToday || this.context.today !== undefined;
  }

  private levelOf({ code, level }: Rule): Level {
    return this.document.header.rules.get(code)?.value ?? this.options.levels.get(code) ?? level;
  }

  private runRule(rule: Rule, tasks: readonly Task[]): void {
    if (rule.checkTask) {
      for (const task of tasks) {
        for (const { at, message, related, fixes } of rule.checkTask(task, this.context)) {
          this.add(rule, shifted(at, task.firstLine), message, related, fixes && (() => fixes(task, this.context)));
        }
      }
    }
    for (const { at, message, related, fixes } of rule.checkDocument?.(this.document, this.context) ?? []) {
      this.add(rule, shifted(at, 0), message, related, fixes && (() => fixes(this.document, this.context)));
    }
  }

  private add(rule: Rule, range: Range, message: string, related: readonly Related[] = [], fixes: Finding['fixes'] = noFixes): void {
    if (this.disabled.silences(rule.code, range.start.line)) return;
    this.findings.push({ code: rule.code, level: this.levelOf(rule) as Finding['level'], range, message, related, fixes });
  }

  /** A comment is only called useless when every rule that it may be there for has run. */
  private runUnused(rule: Rule, active: readonly Rule[]): void {
    const ran = new Set(active.map(({ code }) => code));
    const known = new Set(rules.map(({ code }) => code));
    for (const unused of this.disabled.unused()) {
      const code = unused.code?.value;
      const judged = code === undefined ? rules.every((each) => ran.has(each.code)) : ran.has(code) || !known.has(code);
      if (!judged) continue;
      const { at, message, fixes } = rule.checkUnused!(unused, this.context);
      this.add(rule, shifted(at, 0), message, [], fixes && (() => fixes(this.document, this.context)));
    }
  }
}

function shifted(at: Span | Range, firstLine: number): Range {
  if ('line' in at) return toRange(at, firstLine);
  const { start, end } = at;
  return {
    start: { line: start.line + firstLine, character: start.character },
    end: { line: end.line + firstLine, character: end.character },
  };
}

/** One code of one disable comment, or all codes of one that names none, and the lines for which it holds. */
interface Silence {
  readonly directive: Directive;
  readonly firstLine: number;
  readonly code: { readonly value: string; readonly at: Span } | undefined;
  readonly from: number;
  until: number;
  used: boolean;
}

/** Which rules the disable comments of a document silence, line by line. */
class DisabledLines {
  private readonly all: Silence[] = [];

  constructor(document: Document) {
    document.sections.forEach((section, i) => this.readSection(section, document.firstLines[i]!));
  }

  private readSection({ directives }: Section, firstLine: number): void {
    for (const directive of directives) {
      const line = directive.range.start.line + firstLine;
      const end = directive.range.end.line + firstLine;
      if (directive.kind === 'enable') {
        for (const silence of this.all) {
          const names = directive.codes.length === 0 || directive.codes.some(({ value }) => value === silence.code?.value);
          if (silence.directive.kind === 'disable' && names) silence.until = Math.min(silence.until, line);
        }
        continue;
      }
      const [from, until] =
        directive.kind === 'disable-line' ? [line, end + 1]
        : directive.kind === 'disable-next-line' ? [end + 1, end + 2]
        : directive.kind === 'disable-file' ? [0, Infinity]
        : [line, Infinity];
      const codes = directive.codes.length > 0 ? directive.codes : [undefined];
      for (const code of codes) this.all.push({ directive, firstLine, code, from, until, used: false });
    }
  }

  silences(code: string, line: number): boolean {
    let silenced = false;
    for (const silence of this.all) {
      if (line < silence.from || line >= silence.until || (silence.code && silence.code.value !== code)) continue;
      silence.used = true;
      silenced = true;
    }
    return silenced;
  }

  *unused(): Generator<UnusedDirective> {
    for (const { directive, firstLine, code, used } of this.all) if (!used) yield { directive, firstLine, code };
  }
}
