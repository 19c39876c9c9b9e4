/** Runs the rules over a document: levels, disable comments, and a failing rule kept apart from the others. */
import { leadsHere } from '../model/processes.ts';
import type { Directive } from '../notation/directives.ts';
import type { Document, Section, Task } from '../notation/document.ts';
import type { Level } from '../notation/header.ts';
import { type Range, type Span, toRange } from '../text.ts';
import { rules } from './index.ts';
import { type Fleeting, type Found, type Memory, type Noted, type Recall, toLookAt } from './memory.ts';
import { type Plan, planOf, type SectionRules } from './plan.ts';
import type { Context, Fix, Passage, Related, Report, Rule } from './rule.ts';
import { type Silence, Silences } from '../model/silences.ts';

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
  /** Where what was found in sections is kept for the next time; give the same one for all versions of a note. */
  readonly memory?: Memory | undefined;
  /** Sections for which something may have changed that rules look at beyond them; besides, only what changed itself is checked again. */
  readonly reached?: ReadonlySet<Section> | 'all' | undefined;
  /** Whether all notes of the folder have been read; where not, what is said of all together would be wrong. */
  readonly isWhole?: boolean | undefined;
}

/** What a report says, apart from where. */
type Said = Pick<Report, 'message' | 'related' | 'isRaised'>;

/** Of one rule in one line; a line without end would drown all else. */
const mostInLine = 20;

const codes: readonly string[] = rules.map(({ code }) => code);

const noFixes = (): readonly Fix[] => [];

const nothing: readonly never[] = [];

/** All findings of a document, in the order of their places. */
export function check(document: Document, context: Context, options: RunOptions): Finding[] {
  const runner = new Runner(document, context, options);
  runner.run();
  return runner.findings.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

class Runner {
  readonly findings: Finding[] = [];
  private readonly disabled: Silences;
  /** How many findings the rule of the last one has in its line. */
  private inLine = 0;
  private lastMessage = '';
  private readonly failed = new Set<string>();

  constructor(
    private readonly document: Document,
    private readonly context: Context,
    private readonly options: RunOptions,
  ) {
    this.disabled = new Silences(document);
  }

  run(): void {
    const plan = this.plan();
    this.runSections(plan);
    for (const rule of plan.ofDocument) this.isolated(rule, () => this.runDocument(rule));
    const { ofUnused, active } = plan;
    if (ofUnused && this.disabled.list.length > 0) this.isolated(ofUnused, () => this.runUnused(ofUnused, active));
  }

  /** The rules that run are the same from key to key. */
  private plan(): Plan {
    const { document: { header }, context: { today }, options: { levels, only, isWhole, memory } } = this;
    const make = (): Plan => planOf((rule) => this.isWanted(rule) && this.levelOf(rule) !== 'off');
    return memory ? memory.plan([header, levels, only, isWhole, today === undefined], make) : make();
  }

  private isolated(rule: Rule, run: () => void): void {
    if (this.failed.has(rule.code)) return;
    try {
      run();
    } catch (error) {
      this.fail(rule, error);
    }
  }

  /** A rule that has failed once is not asked again about this note. */
  private fail({ code }: Rule, error: unknown): void {
    this.failed.add(code);
    this.options.onError(code, error);
  }

  private isWanted({ code, needsToday, needsAll }: Rule): boolean {
    if (needsAll && this.options.isWhole === false) return false;
    if (this.options.only && !this.options.only.has(code)) return false;
    return !needsToday || this.context.today !== undefined;
  }

  private levelOf({ code, level, raised }: Rule, isRaised = false): Level {
    return this.document.header.rules.get(code)?.value ?? this.options.levels.get(code) ?? (isRaised && raised ? raised.level : level);
  }

  private runSections(plan: Plan): void {
    const { document, context } = this;
    const recall = this.options.memory?.under({
      header: document.header, roster: context.folder.roster, today: context.today, plan,
    });
    const noted: Noted[] = [];
    const { reached = 'all' } = this.options;
    const looks = reached === 'all' ? toLookAt(undefined, document.sections) : toLookAt(recall?.last, document.sections, reached);
    for (const { index, held } of looks) {
      const passage: Passage = { document, section: document.sections[index]!, firstLine: document.firstLines[index]! };
      const found = held ? held.found : this.foundIn(passage, plan, recall);
      const fleeting = held ? held.fleeting : this.fleetingOf(passage, found);
      if (found.length > 0 || fleeting !== 'never') noted.push({ index, found, fleeting });
      for (const report of found) {
        const { fixes } = report;
        this.add(report.rule, shifted(report.at, passage.firstLine), report, fixes && (() => fixes(passage, context)));
      }
    }
    if (recall) recall.last = this.failed.size === 0 ? { sections: document.sections, noted } : undefined;
  }

  private foundIn(passage: Passage, { local, reaching }: Plan, recall: Recall | undefined): readonly Found[] {
    if (!recall) return this.reportsOf(reaching, passage, this.reportsOf(local, passage));
    const { reached = 'all' } = this.options;
    const { section } = passage;
    const known = recall.of(section);
    if (known && reached !== 'all' && !reached.has(section) && this.fleetingOf(passage, known.all) === 'never') return known.all;
    const ofLocal = known && !this.pointsHere(known.local) ? known.local : this.reportsOf(local, passage);
    const all = this.reportsOf(reaching, passage, [...ofLocal]);
    // Most sections have nothing to say, and share that.
    if (this.failed.size === 0) recall.keep(section, { local: ofLocal.length > 0 ? ofLocal : nothing, all: all.length > 0 ? all : nothing });
    return all;
  }

  private fleetingOf({ document, section }: Passage, found: readonly Found[]): Fleeting {
    if (leadsHere(document, section.block)) return 'always';
    return this.pointsHere(found) ? 'when lines move' : 'never';
  }

  /** What points to a place in the note itself does not know when that place moves. */
  private pointsHere(found: readonly Found[]): boolean {
    return found.some(({ related }) => related?.some(({ uri }) => uri === this.document.uri));
  }

  /** What some rules report, behind what others have reported. */
  private reportsOf(some: SectionRules, passage: Passage, found: Found[] = []): Found[] {
    const { document, section, firstLine } = passage;
    const { block } = section;
    for (const rule of some.each) this.askOfSection(rule, passage, found);
    if (block) {
      const task: Task = { document, section, firstLine, block };
      for (const rule of some[block.kind]) this.askOfTask(rule, task, found);
    }
    return found;
  }

  private askOfSection(rule: Rule, passage: Passage, found: Found[]): void {
    if (this.failed.has(rule.code)) return;
    try {
      for (const report of rule.checkSection!(passage, this.context)) found.push({ ...report, rule, fixes: report.fixes });
    } catch (error) {
      this.fail(rule, error);
    }
  }

  private askOfTask(rule: Rule, task: Task, found: Found[]): void {
    if (this.failed.has(rule.code)) return;
    try {
      const reports = rule.checkTask!(task, this.context);
      if (reports) for (const report of reports) found.push(ofTask(rule, report, task));
    } catch (error) {
      this.fail(rule, error);
    }
  }

  private runDocument(rule: Rule): void {
    const { document, context } = this;
    for (const report of rule.checkDocument?.(document, context, codes) ?? []) {
      const { fixes } = report;
      this.add(rule, shifted(report.at, 0), report, fixes && (() => fixes(document, context)));
    }
  }

  private add(rule: Rule, range: Range, { message, related = [], isRaised = false }: Said, fixes: Finding['fixes'] = noFixes, about?: Directive): void {
    if (this.disabled.silences(rule.code, range.start.line, about)) return;
    const last = this.findings[this.findings.length - 1];
    this.inLine = last?.code === rule.code && last.range.start.line === range.start.line ? this.inLine + 1 : 1;
    if (this.inLine > mostInLine) {
      this.findings[this.findings.length - 1] = { ...last!, message: `${this.lastMessage} The line holds ${this.inLine - mostInLine} more like it.` };
      return;
    }
    this.lastMessage = message;
    this.findings.push({ code: rule.code, level: this.levelOf(rule, isRaised) as Finding['level'], range, message, related, fixes });
  }

  /** A comment is only called useless when every rule that it may be there for has run. */
  private runUnused(rule: Rule, active: readonly Rule[]): void {
    const ran = new Set(active.map(({ code }) => code));
    const isJudged = ({ code }: Silence): boolean => (code ? ran.has(code.value) || !codes.includes(code.value) : ran.size === codes.length);
    const unused = this.disabled.list.filter((silence) => !silence.used && isJudged(silence));
    const counts = new Map<Directive, number>();
    for (const { directive } of unused) counts.set(directive, (counts.get(directive) ?? 0) + 1);
    for (const { directive, firstLine, code, used, end } of unused) {
      // It may have silenced what is said of another one.
      if (used) continue;
      const isWhole = counts.get(directive)! >= directive.codes.length;
      const report = rule.checkUnused!({ directive, firstLine, code, isWhole, end, known: codes }, this.context);
      const { fixes } = report;
      this.add(rule, shifted(report.at, 0), report, fixes && (() => fixes(this.document, this.context)), directive);
    }
  }
}

/** A report on a task as one on its section. */
function ofTask(rule: Rule, { at, message, related, isRaised, fixes }: Report, { block }: Task): Found {
  return { rule, at, message, related, isRaised, fixes: fixes && ((now, context) => fixes({ ...now, block }, context)) };
}

function shifted(at: Span | Range, firstLine: number): Range {
  if ('line' in at) return toRange(at, firstLine);
  const { start, end } = at;
  return {
    start: { line: start.line + firstLine, character: start.character },
    end: { line: end.line + firstLine, character: end.character },
  };
}
