/** The typed values of a block's fields. What cannot be read is a problem at its place; an empty value or "TBD" is none. */
import { type Amount, parseAmount } from './amounts.ts';
import { type Day, parseDay } from './dates.ts';
import { type Minutes, parseDuration } from './durations.ts';
import { type Field, isPlaceholder } from './fields.ts';
import { Mention, mentionsIn } from './inline.ts';
import type { FieldName } from './keys.ts';
import { type Located, located, type Problem, type ProblemCode } from './located.ts';
import { type ProcessReference, readProcess } from './process.ts';

/** A span of several days, or an open one: `2026-07-01 to 2026-08-31`, `from 2026-07-01`. */
export interface Pause {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

export interface FieldValues {
  readonly owner: Mention | undefined;
  readonly backup: Mention | undefined;
  readonly cadence: Located<string> | undefined;
  readonly process: ProcessReference | undefined;
  readonly estimate: Located<Minutes> | undefined;
  readonly starts: Located<Day> | undefined;
  readonly ends: Located<Day> | undefined;
  readonly paused: Located<Pause> | undefined;
  /** `keep all`: every missed occurrence stays due. */
  readonly missed: Located<string> | undefined;
  readonly reviewed: Located<Day> | undefined;
  readonly budget: Located<Amount> | undefined;
  readonly due: Located<Day> | undefined;
  readonly sameAs: Located<string> | undefined;
}

/** Reads the first field of each name. */
export function readFields(fields: readonly Field[], problems: Problem[]): FieldValues {
  const first: Partial<Record<FieldName, Field>> = {};
  for (const field of fields) if (field.key) first[field.key] ??= field;
  const reader = new ValueReader(problems);
  return {
    owner: reader.person(first.Owner),
    backup: reader.person(first.Backup),
    cadence: reader.text(first.Cadence),
    process: reader.process(first.Process),
    estimate: reader.value(first.Estimate, 'invalid-duration', parseDuration),
    starts: reader.value(first.Starts, 'invalid-date', parseWholeDay),
    ends: reader.value(first.Ends, 'invalid-date', parseWholeDay),
    paused: reader.pause(first.Paused),
    missed: reader.text(first.Missed),
    reviewed: reader.value(first.Reviewed, 'invalid-date', parseWholeDay),
    budget: reader.value(first.Budget, 'invalid-amount', parseAmount),
    due: reader.value(first.Due, 'invalid-date', parseWholeDay),
    sameAs: reader.text(first['Same as']),
  };
}

const parseWholeDay = (text: string): Day | undefined => (text.length === 10 ? parseDay(text) : undefined);

class ValueReader {
  constructor(private readonly problems: Problem[]) {}

  text(field: Field | undefined): Located<string> | undefined {
    return field && field.value !== '' ? located(field.value, field.valueAt) : undefined;
  }

  /** The first person named; `undefined` when the value names nobody with an `@`. */
  person(field: Field | undefined): Mention | undefined {
    if (!field) return undefined;
    for (const [start, end] of mentionsIn(field.value)) {
      const at = field.partAt(start, end);
      return new Mention(field.value.slice(start + 1, end), at.line, at.start);
    }
    return undefined;
  }

  process(field: Field | undefined): ProcessReference | undefined {
    return field && readProcess(field);
  }

  value<T>(field: Field | undefined, code: ProblemCode, parse: (text: string) => T | undefined): Located<T> | undefined {
    if (!field) return undefined;
    const value = parse(field.value);
    if (value !== undefined) return located(value, field.valueAt);
    if (!isPlaceholder(field.value)) this.problems.push({ code, at: field.valueAt, text: field.value });
    return undefined;
  }

  /** `2026-07-01 to 2026-08-31`, `2026-07-01` or `from 2026-07-01` (open), `until 2026-08-31`, `yes`. */
  pause(field: Field | undefined): Located<Pause> | undefined {
    if (!field || isPlaceholder(field.value) || /^no$/i.test(field.value)) return undefined;
    if (/^yes$/i.test(field.value)) return located({ from: undefined, until: undefined }, field.valueAt);
    const until = /^(?:until|till|to)\s+(\S+)$/i.exec(field.value)?.[1];
    const days = /^(?:(?:from|since)\s+)?(\S+)(?:\s*(?:to|until|till|–|-)\s+(\S+))?$/i.exec(field.value);
    const [from, to] = until ? [undefined, until] : [days?.[1], days?.[2]];
    const fromDay = from === undefined ? undefined : parseWholeDay(from);
    const toDay = to === undefined ? undefined : parseWholeDay(to);
    const wrong = from !== undefined && fromDay === undefined ? from : to !== undefined && toDay === undefined ? to : undefined;
    if (wrong !== undefined || (from ?? to) === undefined) {
      const start = wrong === undefined ? 0 : field.value.indexOf(wrong);
      const text = wrong ?? field.value;
      this.problems.push({ code: 'invalid-date', at: field.partAt(start, start + text.length), text });
    } else if (fromDay !== undefined && toDay !== undefined && toDay < fromDay) {
      this.problems.push({ code: 'invalid-date', at: field.valueAt, text: field.value, reason: 'the pause ends before it begins' });
    } else {
      return located({ from: fromDay, until: toDay }, field.valueAt);
    }
    return undefined;
  }
}
