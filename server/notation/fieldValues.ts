/** The typed values of a block's fields. What cannot be read is a problem at its place; an empty value or "TBD" is none. */
import { type Amount, parseAmount } from './amounts.ts';
import { type Day, parseDay } from './dates.ts';
import { type Minutes, parseDuration } from './durations.ts';
import { type Field, isPlaceholder } from './fields.ts';
import { handleEnd, Mention, nextMention } from './inline.ts';
import { fieldKeys, type FieldName, type Kind } from './keys.ts';
import { type Located, located, type Problem, type ProblemCode } from './located.ts';
import { type ArchiveReference, type ProcessReference, readArchive, readProcess } from './process.ts';

/** A span of several days, or an open one: `2026-07-01 to 2026-08-31`, `from 2026-07-01`. */
export interface Pause {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

/** What the fields of a block say; `undefined` where there is no such field, or where it cannot be read. */
export class FieldValues {
  owner: Mention | undefined = undefined;
  backup: Mention | undefined = undefined;
  cadence: Located<string> | undefined = undefined;
  process: ProcessReference | undefined = undefined;
  estimate: Located<Minutes> | undefined = undefined;
  starts: Located<Day> | undefined = undefined;
  ends: Located<Day> | undefined = undefined;
  paused: Located<Pause> | undefined = undefined;
  /** `keep all`: every missed occurrence stays due. */
  missed: Located<string> | undefined = undefined;
  reviewed: Located<Day> | undefined = undefined;
  archive: ArchiveReference | undefined = undefined;
  budget: Located<Amount> | undefined = undefined;
  due: Located<Day> | undefined = undefined;
  sameAs: Located<string> | undefined = undefined;
}

/** What the fields of a task of some kind are, with a bit for each. */
const bitsOf = (kind: Kind): ReadonlyMap<FieldName, number> =>
  new Map(fieldKeys.filter(({ kinds }) => (kinds as readonly Kind[]).includes(kind)).map(({ name }, i) => [name, 1 << i]));

const fieldsOf = { recurring: bitsOf('recurring'), 'one-off': bitsOf('one-off') } as const;

/** Whether a task of a kind has a field. */
export const isOfKind = (name: FieldName, kind: Kind): boolean => fieldsOf[kind].has(name);

/** Reads the fields of one block after the other into its values. */
export class ValueReader {
  private values!: FieldValues;
  private bits!: ReadonlyMap<FieldName, number>;
  /** The bits of the fields that were read. */
  private seen = 0;

  constructor(private readonly problems: Problem[]) {}

  begin(values: FieldValues, kind: Kind): void {
    this.values = values;
    this.bits = fieldsOf[kind];
    this.seen = 0;
  }

  /** Reads a field, if it is the first of its name, and one that a task of this kind has: others are unknown, whatever they hold. */
  read(field: Field): void {
    const { values } = this;
    const bit = field.key && this.bits.get(field.key);
    if (bit === undefined || (this.seen & bit) !== 0) return;
    this.seen |= bit;
    switch (field.key) {
      case 'Owner':
        values.owner = this.person(field);
        break;
      case 'Backup':
        values.backup = this.person(field);
        break;
      case 'Cadence':
        values.cadence = this.text(field);
        break;
      case 'Process':
        values.process = readProcess(field);
        break;
      case 'Estimate':
        values.estimate = this.value(field, 'invalid-duration', parseDuration);
        break;
      case 'Starts':
        values.starts = this.day(field);
        break;
      case 'Ends':
        values.ends = this.day(field);
        break;
      case 'Paused':
        values.paused = this.pause(field);
        break;
      case 'Missed':
        values.missed = this.text(field);
        break;
      case 'Reviewed':
        values.reviewed = this.day(field);
        break;
      case 'Archive':
        values.archive = readArchive(field);
        break;
      case 'Budget':
        values.budget = this.value(field, 'invalid-amount', parseAmount);
        break;
      case 'Due':
        values.due = this.day(field);
        break;
      case 'Same as':
        values.sameAs = this.text(field);
        break;
      case 'Skills':
      case undefined:
        break;
    }
  }

  private text(field: Field): Located<string> | undefined {
    return field.value === '' ? undefined : located(field.value, field.valueAt);
  }

  /** The first person named; `undefined` when the value names nobody with an `@`. */
  private person(field: Field): Mention | undefined {
    const start = nextMention(field.value, 0);
    if (start < 0) return undefined;
    const end = handleEnd(field.value, start + 1);
    const at = field.partAt(start, end);
    return new Mention(field.value.slice(start + 1, end), at.line, at.start);
  }

  private day(field: Field): Located<Day> | undefined {
    return this.value(field, 'invalid-date', parseWholeDay);
  }

  private value<T>(field: Field, code: ProblemCode, parse: (text: string) => T | undefined): Located<T> | undefined {
    const value = parse(field.value);
    if (value !== undefined) return located(value, field.valueAt);
    if (!isPlaceholder(field.value)) this.problems.push({ code, at: field.valueAt, text: field.value });
    return undefined;
  }

  /** `2026-07-01 to 2026-08-31`, `2026-07-01` or `from 2026-07-01` (open), `until 2026-08-31`, `yes`. */
  private pause(field: Field): Located<Pause> | undefined {
    if (isPlaceholder(field.value) || /^no$/i.test(field.value)) return undefined;
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

const parseWholeDay = (text: string): Day | undefined => (text.length === 10 ? parseDay(text) : undefined);
