/** The settings: what package.json and the README list, and how the server reads what an editor sends. */
import { type Day, parseDay } from './notation/dates.ts';
import { type Level, levels } from './notation/header.ts';

export interface Setting {
  /** Behind `delegateNotes.`. */
  readonly key: string;
  /** `resource` may differ from one workspace folder to the next. */
  readonly scope: 'resource' | 'window';
  readonly default: unknown;
  /** Markdown. */
  readonly description: string;
  /** The rest of its JSON schema. */
  readonly schema: Readonly<Record<string, unknown>>;
}

export const settings = [
  {
    key: 'rules',
    scope: 'resource',
    default: {},
    description:
      'The level of each rule by its code, as in `{ "missing-backup": "off" }`: `off`, `info`, `warning` or `error`. ' +
      'A note can say otherwise under `rules` in its front matter.',
    // The generated schema names every rule, so that the editor completes and explains them.
    schema: { type: 'object', additionalProperties: { type: 'string', enum: [...levels] } },
  },
  {
    key: 'codeLens',
    scope: 'resource',
    default: true,
    description: 'Whether a line above each task says how it stands: runs, the median of their time and the next due day, or the stage of a job.',
    schema: { type: 'boolean' },
  },
  {
    key: 'today',
    scope: 'window',
    default: '',
    description:
      'The day to take for today, as in `2026-11-23`, to see what the notes will look like then, or for tests. ' +
      'Empty means the real day, in the time zone that the notes give.',
    schema: { type: 'string', pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' },
  },
  {
    key: 'trace.server',
    scope: 'window',
    default: 'messages',
    description:
      'How much of what VS Code and the language server say to each other is written to the output *Delegate Notes* ' +
      'while its log level is Trace: `messages`, or `verbose` with all they hold. For finding faults.',
    // The library traces at that log level and at no other, so there is no `off`.
    schema: { type: 'string', enum: ['messages', 'verbose'] },
  },
] as const satisfies readonly Setting[];

export interface Settings {
  readonly levels: ReadonlyMap<string, Level>;
  readonly today: Day | undefined;
  readonly codeLens: boolean;
}

/** Reads what an editor gives for `delegateNotes`; values of the wrong kind count as not given. */
export function readSettings(value: unknown): Settings {
  const { rules, today, codeLens } = asRecord(value);
  const given = Object.entries(asRecord(rules)).filter((entry): entry is [string, Level] => isLevel(entry[1]));
  return { levels: new Map(given), today: readDay(today), codeLens: codeLens !== false };
}

/** A day as an editor gives it, `undefined` for anything else. */
export function readDay(value: unknown): Day | undefined {
  return typeof value === 'string' && value.length === 10 ? parseDay(value) : undefined;
}

const isLevel = (value: unknown): value is Level => (levels as readonly unknown[]).includes(value);

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
