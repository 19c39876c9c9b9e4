/** What tells one state of a folder's notes, and of what their findings rest on, from another. */
import { groundsIn } from './model/grounds.ts';
import type { Folder } from './model/workspace.ts';
import type { Day } from './notation/dates.ts';
import { type Document, textOf } from './notation/document.ts';
import type { Level } from './notation/header.ts';

export type Digest = (text: string) => string;

/** The day, the levels and the rules that findings depend on, be there any notes or not. */
export function givenOf(today: Day | undefined, levels: ReadonlyMap<string, Level>, codes: Iterable<string> = []): string {
  return JSON.stringify([today ?? null, [...levels].sort(), [...codes].sort()]);
}

/** Digests of texts, by document. */
export class Digests {
  private readonly known = new WeakMap<Document, string>();

  constructor(readonly digest: Digest) {}

  of(document: Document): string {
    let known = this.known.get(document);
    if (known === undefined) this.known.set(document, (known = this.digest(textOf(document))));
    return known;
  }
}

/** Of one folder, on one day. */
export class Fingerprints {
  private readonly groundsOf: ReturnType<typeof groundsIn>;
  private wholeFolder: string | undefined;
  private people: string | undefined;

  constructor(
    private readonly folder: Folder,
    today: Day | undefined,
    private readonly digests: Digests,
  ) {
    this.groundsOf = groundsIn(folder, today);
  }

  /** Of all that the findings of a note rest on, itself included. */
  of(document: Document): string {
    const { uris, answers } = this.groundsOf(document);
    const others = uris === 'all' ? this.whole : uris.map((uri) => `${uri} ${this.state(uri)}`).join('\n');
    return this.digests.digest(`${this.digests.of(document)}\n${answers}\n${others}`);
  }

  /** Of the people, holidays and workdays, on which all findings rest. */
  get roster(): string {
    return (this.people ??= this.digests.digest(JSON.stringify(this.folder.roster, asArrays)));
  }

  private get whole(): string {
    return (this.wholeFolder ??= this.digests.digest([...this.folder.documents.keys(), ...this.folder.files.keys()].sort().map((uri) => `${uri} ${this.state(uri)}`).join('\n')));
  }

  private state(uri: string): string {
    const file = this.folder.file(uri);
    return typeof file === 'object' ? this.digests.of(file) : (file ?? '');
  }
}

const asArrays = (_: string, value: unknown): unknown => (value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value);
