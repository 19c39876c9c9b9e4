/** What a note's front matter says: the team and the settings that hold for the tasks. */
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { Span } from '../text.ts';
import { type Day, parseDay } from './dates.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { isCurrencyCode, nearestAmount } from './amounts.ts';
import { headerMeanings, personMeanings } from './keys.ts';
import { type Located, located, type Problem, type ProblemCode } from './located.ts';

export interface Person {
  readonly handle: string;
  /** The key in the map. */
  readonly at: Span;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly time: 'full-time' | 'part-time' | 'contract' | undefined;
  /** A week. */
  readonly hours: number | undefined;
  /** An hour, in the note's currency. */
  readonly rate: number | undefined;
  readonly since: Day | undefined;
  readonly until: Day | undefined;
  /** First and last days, both away. */
  readonly away: readonly (readonly [Day, Day])[];
}

export const levels = ['off', 'info', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

export interface Header {
  readonly frontMatter: FrontMatter;
  readonly business: string | undefined;
  readonly timezone: Located<string> | undefined;
  /** 0 Monday to 6 Sunday; `undefined` when the note does not say. */
  readonly workdays: readonly number[] | undefined;
  readonly holidays: readonly Day[];
  readonly currency: string | undefined;
  /** The folder for new process documents, as written. */
  readonly processes: string | undefined;
  /** Further field names that are allowed. */
  readonly fields: readonly string[];
  /** Levels by code, each at its code. */
  readonly rules: ReadonlyMap<string, Located<Level>>;
  readonly delegator: Located<string> | undefined;
  readonly team: readonly Person[];
  /** Of a process document: the day on which it was last reviewed. */
  readonly reviewed: Located<Day> | undefined;
  /** Where the last line of `team:` ends, and its indentation, so that somebody can be added; `undefined` without a team. */
  readonly teamEnd: { readonly line: number; readonly indent: string } | undefined;
  readonly unknownKeys: readonly UnknownKey[];
  readonly problems: readonly Problem[];
}

/** A key that the notation does not have. Other tools have their own, so it may be right all the same. */
export interface UnknownKey {
  readonly name: string;
  readonly at: Span;
  /** The keys that its map could have and has not: what it may have been meant as. */
  readonly free: readonly string[];
}

export const headerKeys = Object.keys(headerMeanings) as readonly (keyof typeof headerMeanings)[];

export const personKeys = Object.keys(personMeanings) as readonly (keyof typeof personMeanings)[];

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** 0 Monday to 6 Sunday of a full or short English name, -1 for none. */
function weekdayNamed(name: string): number {
  const lower = name.toLowerCase();
  return lower.length < 2 ? -1 : weekdayNames.findIndex((full) => full === lower || full.slice(0, 3) === lower || (lower.length > 3 && full.startsWith(lower)));
}

/** Reads the front matter of a note or of a process document. */
export function readHeader(text: string): Header {
  const frontMatter = readFrontMatter(text);
  return new HeaderReader(frontMatter, text).read();
}

class HeaderReader {
  private readonly problems: Problem[];
  /** The lines that are no YAML: what is read there means nothing. */
  private readonly brokenLines: ReadonlySet<number>;
  private readonly unknownKeys: UnknownKey[] = [];

  constructor(
    private readonly frontMatter: FrontMatter,
    private readonly source: string,
  ) {
    this.problems = [...frontMatter.problems];
    this.brokenLines = new Set(this.problems.map(({ at }) => at.line));
  }

  read(): Header {
    const values = this.entriesOf(this.frontMatter.root, headerKeys);
    const teamNode = values.get('team');
    return {
      frontMatter: this.frontMatter,
      business: this.text(values.get('business')),
      timezone: this.timezone(values.get('timezone')),
      workdays: this.workdays(values.get('workdays')),
      holidays: this.items(values.get('holidays')).flatMap((node) => this.day(node) ?? []),
      currency: this.currency(values.get('currency')),
      processes: this.text(values.get('processes')),
      fields: this.items(values.get('fields')).flatMap((node) => this.text(node) ?? []),
      rules: this.rules(values.get('rules')),
      delegator: this.located(values.get('delegator'), (node) => this.text(node)?.replace(/^@/, '')),
      team: this.team(teamNode),
      reviewed: this.located(values.get('reviewed'), (node) => this.day(node)),
      teamEnd: isMap(teamNode) ? this.teamEnd(teamNode as YAMLMap.Parsed) : undefined,
      unknownKeys: this.unknownKeys,
      problems: this.problems,
    };
  }

  /** The values of a map by key; the first of a key that is there twice. Keys that are not allowed are set aside. */
  private entriesOf(map: YAMLMap.Parsed | undefined, allowed?: readonly string[]): Map<string, ParsedNode> {
    const entries = new Map<string, ParsedNode>();
    const names = new Set<string>();
    const unknown: ParsedNode[] = [];
    for (const { key, value } of map?.items ?? []) {
      const name = nameOf(key);
      if (allowed && !allowed.includes(name)) unknown.push(key);
      else if (value && !names.has(name)) entries.set(name, value);
      names.add(name);
    }
    const free = unknown.length > 0 ? allowed!.filter((name) => !names.has(name)) : [];
    for (const key of unknown) this.unknownKeys.push({ name: nameOf(key), at: this.at(key), free });
    return entries;
  }

  private at(node: ParsedNode): Span {
    return this.frontMatter.locate(node);
  }

  /** `expected` are the words that may stand here, or the one that was meant. */
  private problem(node: ParsedNode, reason: string, expected: readonly string[] = [], code: ProblemCode = 'invalid-front-matter'): undefined {
    const text = isScalar(node) ? String(node.source ?? node.value) : '';
    const at = this.at(node);
    if (!this.brokenLines.has(at.line)) this.problems.push({ code, at, text, reason, expected });
    return undefined;
  }

  private text(node: ParsedNode | undefined): string | undefined {
    if (!node) return undefined;
    if (isAlias(node)) return this.problem(node, 'a value that begins with `*` has to stand in quotes');
    if (!isScalar(node)) return this.problem(node, 'a text is expected here');
    return node.value === null ? undefined : String(node.source ?? node.value);
  }

  private number(node: ParsedNode | undefined, what: string, most: number): number | undefined {
    if (!node) return undefined;
    const value = isScalar(node) ? node.value : undefined;
    if (value === null) return undefined;
    if (typeof value === 'number' && value >= 0 && value <= most) return value;
    const meant = Number.parseFloat(String(value));
    return this.problem(node, `${what} has to be a number from 0 to ${most}`, meant >= 0 && meant <= most ? [String(meant)] : []);
  }

  private day(node: ParsedNode | undefined): Day | undefined {
    const text = this.text(node);
    if (!node || text === undefined) return undefined;
    const day = text.length === 10 ? parseDay(text) : undefined;
    return day ?? this.problem(node, 'a day is written as 2026-11-23', [], 'invalid-date');
  }

  private items(node: ParsedNode | undefined): readonly ParsedNode[] {
    if (!node || (isScalar(node) && node.value === null)) return [];
    return isSeq(node) ? (node.items as ParsedNode[]) : [node];
  }

  private located<T>(node: ParsedNode | undefined, read: (node: ParsedNode) => T | undefined): Located<T> | undefined {
    const value = node && read(node);
    return value === undefined ? undefined : located(value, this.at(node!));
  }

  private timezone(node: ParsedNode | undefined): Located<string> | undefined {
    return this.located(node, (scalar) => {
      const zone = this.text(scalar);
      if (zone === undefined || isTimeZone(zone)) return zone;
      return this.problem(scalar, 'no such time zone is known; it is written as in “Europe/London”', Intl.supportedValuesOf('timeZone'));
    });
  }

  private currency(node: ParsedNode | undefined): string | undefined {
    const code = this.text(node);
    if (!node || code === undefined) return undefined;
    if (isCurrencyCode(code)) return code.toUpperCase();
    const meant = nearestAmount(`1 ${code}`, undefined)?.currency;
    return this.problem(node, 'a currency is a code of three letters, as in “EUR”', meant === undefined ? [] : [meant]);
  }

  /** `[Mon, Tue]`, or a range in words: `Mon-Fri`, `Mon to Fri`. */
  private workdays(node: ParsedNode | undefined): number[] | undefined {
    if (!node) return undefined;
    const days = this.items(node).flatMap((item) => {
      const words = (this.text(item) ?? '').split(/\s*(?:-|–|to)\s*/i).map(weekdayNamed);
      if (words.length > 2 || words.includes(-1)) return this.problem(item, 'a workday is a day of the week, as in “Mon” or “Mon-Fri”', ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) ?? [];
      const [first, last = first] = words as [number, number?];
      return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7);
    });
    return days.length === 0 ? undefined : [...new Set(days)].sort((a, b) => a - b);
  }

  private rules(node: ParsedNode | undefined): Map<string, Located<Level>> {
    const rules = new Map<string, Located<Level>>();
    if (node && !isMap(node) && !(isScalar(node) && node.value === null)) this.problem(node, 'each rule has its level, as in `stale-post: off`');
    for (const { key, value } of isMap(node) ? (node as YAMLMap.Parsed).items : []) {
      const code = nameOf(key);
      if (!value || rules.has(code)) continue;
      // YAML 1.1 readers take a bare off for false; so does whoever writes false here.
      const level = isScalar(value) && value.value === false ? 'off' : this.text(value);
      if (level !== undefined && (levels as readonly string[]).includes(level)) rules.set(code, located(level as Level, this.at(key)));
      else if (level !== undefined) this.problem(value, `a level is one of ${levels.join(', ')}`, levels);
    }
    return rules;
  }

  private team(node: ParsedNode | undefined): Person[] {
    if (!node || (isScalar(node) && node.value === null)) return [];
    if (!isMap(node)) return this.problem(node, 'the team maps handles to people, as in `maria: { name: Maria Silva }`') ?? [];
    const people: Person[] = [];
    const seen = new Set<string>();
    for (const { key, value } of (node as YAMLMap.Parsed).items) {
      const handle = isScalar(key) ? String(key.source ?? key.value).replace(/^@/, '') : '';
      const isName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(handle);
      if (handle === '' || /[\s@]/.test(handle)) this.problem(key, 'a handle is one word, as in `maria`', isName ? [handle.toLowerCase().replace(/\s+/g, '-')] : []);
      else if (!seen.has(handle)) people.push(this.person(handle, key, value as ParsedNode | null));
      seen.add(handle);
    }
    return people;
  }

  private person(handle: string, key: ParsedNode, node: ParsedNode | null): Person {
    if (node && !isMap(node) && !isScalar(node)) this.problem(node, 'a person is written as `{ name: Maria Silva, role: operations }`');
    // `maria: Maria Silva` is as good as a map with a name.
    const name = node && isScalar(node) ? this.text(node) : undefined;
    const values = this.entriesOf(isMap(node) ? (node as YAMLMap.Parsed) : undefined, personKeys);
    return {
      handle,
      at: this.at(key),
      name: name ?? this.text(values.get('name')),
      role: this.text(values.get('role')),
      time: this.time(values.get('time')),
      hours: this.number(values.get('hours'), 'hours a week', 168),
      rate: this.number(values.get('rate'), 'a rate', 1e6),
      since: this.day(values.get('since')),
      until: this.day(values.get('until')),
      away: this.away(values.get('away')),
    };
  }

  private time(node: ParsedNode | undefined): Person['time'] {
    const time = this.text(node);
    if (!node || time === undefined) return undefined;
    if (time === 'full-time' || time === 'part-time' || time === 'contract') return time;
    return this.problem(node, 'time is full-time, part-time or contract', ['full-time', 'part-time', 'contract']);
  }

  /** `[[from, to], …]`; a single `[from, to]` and a bare day are read too. */
  private away(node: ParsedNode | undefined): [Day, Day][] {
    const items = this.items(node);
    const spans = items.length > 0 && items.every((item) => isScalar(item)) && items.length === 2 ? [node!] : items;
    return spans.flatMap((item): [Day, Day][] => {
      const days = this.items(item);
      const from = this.day(days[0]);
      const to = days.length > 1 ? this.day(days[1]) : from;
      if (from === undefined || to === undefined) return [];
      if (days.length > 2 || to < from) return this.problem(item, 'away is a first and a last day, as in `[2026-08-01, 2026-08-14]`') ?? [];
      return [[from, to]];
    });
  }

  private teamEnd(team: YAMLMap.Parsed): Header['teamEnd'] {
    const last = team.items[team.items.length - 1];
    const lines = this.source.split(/\r\n|\n|\r/, this.frontMatter.endLine + 1);
    if (!last || team.flow) return undefined;
    const first = this.at(team.items[0]!.key as ParsedNode);
    const indent = lines[first.line]!.slice(0, first.start);
    let line = this.at(last.key as ParsedNode).line;
    while (line + 1 < this.frontMatter.endLine - (this.frontMatter.closed ? 1 : 0) && isDeeper(lines[line + 1]!, indent)) line++;
    return { line, indent };
  }
}

const nameOf = (key: ParsedNode): string => (isScalar(key) ? String(key.value) : '');

const isDeeper = (line: string, indent: string): boolean => line.trim() !== '' && line.length - line.trimStart().length > indent.length;

/** Whether the runtime knows the IANA zone. Its list is short of other names for the same, and a formatter takes it ten times as long. */
function isTimeZone(zone: string): boolean {
  knownZones ??= new Set(Intl.supportedValuesOf('timeZone'));
  if (knownZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return false;
  }
  if (!/^[A-Za-z]/.test(zone)) return false;
  if (knownZones.size < 2000) knownZones.add(zone);
  return true;
}

/** What the runtime has been asked and has not refused. */
let knownZones: Set<string> | undefined;
