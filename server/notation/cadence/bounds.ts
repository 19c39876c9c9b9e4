/**
 * When a cadence begins and ends, which belongs in fields of its own; a part of the grammar in grammar.ts:
 *
 *     bound = [ "," ] , ( "until" , date | "starting" , date , [ "to" , date ] | [ "for" ] , number , "times" ) ;
 *     date  = "2026-12-31" | number , month , year | month , number , [ "," ] , year ;
 */
import { type Day, dayOf, daysInMonth } from '../dates.ts';
import { mostEvery } from './cadence.ts';
import { TokenReader } from './tokenReader.ts';
import type { Token } from './tokens.ts';

/** A value that belongs in a field of its own, and where it stands in the text. */
export interface Part<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** What a cadence says of when it begins and ends. */
export interface Bounds {
  readonly starts?: Part<Day>;
  readonly ends?: Part<Day>;
  readonly times?: Part<number>;
}

export class BoundReader extends TokenReader {
  bounds: Bounds = {};

  /** Takes a bound, if one stands here. */
  protected bound(): boolean {
    const comma = this.is('comma') ? 1 : 0;
    const [word, behind] = [this.peek(comma), this.peek(comma + 1).is];
    const isStart = word.is === 'starting' || (word.is === 'edge' && word.value === 1 && (behind === 'on' || behind === 'starting' || behind === 'date'));
    const isTimes = word.is === 'number' && (behind === 'times' || behind === 'completion');
    if (word.is !== 'until' && word.is !== 'for' && !isStart && !isTimes) return false;
    const { start } = this.token;
    this.skip(comma);
    if (word.is === 'until' || isStart) {
      this.next();
      this.take('starting');
      this.setDay(isStart ? 'starts' : 'ends', word, start);
      if (isStart && this.is('to', 'dash')) this.setDay('ends', this.next(), this.taken.start);
    } else this.setTimes(word, start);
    return true;
  }

  private setDay(key: 'starts' | 'ends', word: Token, start: number): void {
    const value = this.date();
    if (this.bounds[key]) this.fail(word, 'it is said twice');
    this.bounds = { ...this.bounds, [key]: { value, start, end: this.taken.end } };
  }

  private setTimes(word: Token, start: number): void {
    this.take('for');
    const value = this.count(this.expect('number', 'a number of times is needed here, as in “for 10 times”'));
    if (!this.take('times', 'completion')) this.fail(this.token, 'a number of times is needed here, as in “for 10 times”');
    if (this.bounds.times) this.fail(word, 'it is said twice');
    this.bounds = { ...this.bounds, times: { value, start, end: this.taken.end } };
  }

  private date(): Day {
    this.take('on');
    this.take('the');
    const token = this.next();
    if (token.is === 'date') return token.day ?? this.fail(token, 'there is no such day');
    const other = this.next();
    const [number, month] = token.is === 'month' ? [other, token] : [token, other.is === 'of' ? this.next() : other];
    const isDate = (number.is === 'number' || number.is === 'ordinal') && month.is === 'month';
    if (isDate) this.take('comma');
    const year = isDate ? this.take('number') : undefined;
    if (!year || !(year.value! >= 1000 && year.value! <= 9999)) this.fail(token, 'a date is needed here, as in 2026-12-31');
    if (!(number.value! >= 1 && number.value! <= daysInMonth(year.value!, month.value!))) this.fail(number, 'there is no such day');
    return dayOf(year.value!, month.value!, number.value!);
  }

  /** The number of a word that counts. */
  protected count(token: Token): number {
    return this.bounded(token.is === 'other' ? 2 : token.value!, token);
  }

  protected bounded(count: number, token: Token): number {
    return count >= 1 && count <= mostEvery ? count : this.fail(token, `a number here goes from 1 to ${mostEvery}`, ['every week', 'every month', 'every year']);
  }
}
