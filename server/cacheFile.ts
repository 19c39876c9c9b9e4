/**
 * The file in which it is kept from one start to the next what was found in the notes of a folder: a line of JSON that tells of
 * each note, and behind it the findings, which are read for those who ask. Whether the file is whole and of this build is
 * the storage's affair.
 */
import type { Finding } from './rules/run.ts';

export type CachedFinding = Omit<Finding, 'fixes'>;

/** A note as it was when it was checked. */
export interface CachedNote {
  /** The state of its file on the disk; empty where that is not certain. */
  readonly stamp: string;
  /** Of its text. */
  readonly digest: string;
  /** Of what its findings rest on, itself included. */
  readonly grounds: string;
  readonly tasks: number;
  /** As `tell` gives them. */
  readonly told: () => string;
}

export interface CacheFile {
  /** Under which it was checked: the day, the settings. */
  readonly given: string;
  /** Of the people, holidays and workdays. */
  readonly roster: string;
  readonly timezone: string | undefined;
  readonly notes: ReadonlyMap<string, CachedNote>;
  /** The states of the files that notes link to, by URI. */
  readonly files: ReadonlyMap<string, string>;
}

type Line = Pick<CacheFile, 'given' | 'roster' | 'timezone'> & {
  readonly notes: readonly (readonly [uri: string, stamp: string, digest: string, grounds: string, tasks: number, bytes: number])[];
  readonly files: readonly (readonly [uri: string, state: string])[];
};

const lineFeed = 10;

/** What fixes would be made from is all that was read of a note and known of its folder. */
export const withoutFixes = ({ code, level, range, message, related }: CachedFinding): CachedFinding => ({ code, level, range, message, related });

/** Findings as a text, without their fixes; empty for none. Two that are the same are told the same. */
export function tell(findings: readonly CachedFinding[]): string {
  return findings.length === 0 ? '' : JSON.stringify(findings.map(withoutFixes));
}

export const findingsIn = (told: string): readonly CachedFinding[] => (told === '' ? [] : (JSON.parse(told) as CachedFinding[]));

/** The parts of the file. */
export function encodeCache({ given, roster, timezone, notes, files }: CacheFile): Uint8Array[] {
  const encoder = new TextEncoder();
  const findings = [...notes.values()].map(({ told }) => encoder.encode(told()));
  const line: Line = {
    given, roster, timezone,
    notes: [...notes].map(([uri, { stamp, digest, grounds, tasks }], i) => [uri, stamp, digest, grounds, tasks, findings[i]!.length]),
    files: [...files],
  };
  return [encoder.encode(`${JSON.stringify(line)}\n`), ...findings];
}

export function decodeCache(bytes: Uint8Array): CacheFile {
  const decoder = new TextDecoder();
  const end = bytes.indexOf(lineFeed);
  const { given, roster, timezone, notes, files } = JSON.parse(decoder.decode(bytes.subarray(0, end))) as Line;
  let at = end + 1;
  const read = notes.map(([uri, stamp, digest, grounds, tasks, length]): [string, CachedNote] => {
    const own = bytes.subarray(at, (at += length));
    return [uri, { stamp, digest, grounds, tasks, told: () => decoder.decode(own) }];
  });
  return { given, roster, timezone, notes: new Map(read), files: new Map(files) };
}
