/** A cursor over the tokens of a cadence. */
import { Misfit } from './misfit.ts';
import type { Token } from './tokens.ts';

type Class = Token['is'];

export class TokenReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  /** The token that comes next; behind the last one, the end. */
  protected get token(): Token {
    return this.tokens[this.at]!;
  }

  /** The token that was taken last. */
  protected get taken(): Token {
    return this.tokens[Math.max(this.at - 1, 0)]!;
  }

  protected peek(offset: number): Token {
    return this.tokens[Math.min(this.at + offset, this.tokens.length - 1)]!;
  }

  protected next(): Token {
    const { token } = this;
    if (token.is !== 'end') this.at++;
    return token;
  }

  protected skip(count: number): void {
    for (let i = 0; i < count; i++) this.next();
  }

  protected is(...classes: readonly Class[]): boolean {
    return classes.includes(this.token.is);
  }

  protected take(...classes: readonly Class[]): Token | undefined {
    return this.is(...classes) ? this.next() : undefined;
  }

  protected expect(is: Class, reason?: string, hints?: readonly string[]): Token {
    return this.take(is) ?? this.fail(this.token, reason, hints);
  }

  protected textOf({ start, end }: Token): string {
    return this.text.slice(start, end);
  }

  protected fail(token = this.token, reason?: string, hints?: readonly string[]): never {
    // Where the text ends too early, the last word is the one to look at.
    const isEnd = token.is === 'end';
    const { start, end } = isEnd && this.tokens.length > 1 ? this.tokens[this.tokens.length - 2]! : token;
    const known = isEnd ? unfinished : refusals[token.is];
    throw new Misfit(start, end, known?.reason ?? reason ?? 'it does not fit here', known ? [] : hints, known?.examples);
  }
}

interface Refusal {
  readonly reason: string;
  readonly examples?: readonly string[];
}

const unfinished: Refusal = { reason: 'something is missing behind it' };
const onlyOnce: Refusal = { reason: 'it comes once, and a function comes again and again', examples: ['every week', 'every 2 weeks', 'every month'] };

const clock: Refusal = { reason: 'a function has a day, not a clock', examples: ['every day', 'every workday', 'twice a week'] };

/** Words for which there is no place in any cadence, whatever stands around them. */
const refusals: Partial<Record<Class, Refusal>> = {
  at: clock,
  clock,
  vague: { reason: 'it names no day that comes again', examples: ['every week', 'every month', 'as needed'] },
  next: onlyOnce,
  previous: onlyOnce,
  unknown: { reason: 'it is no word of a cadence' },
};
