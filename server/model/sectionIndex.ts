/**
 * Which notes hold what: an index over the sections of all notes of a folder. Only what changed between two states of the
 * folder is looked at again.
 */
import { changedSections, type Document, type Section } from '../notation/document.ts';
import { PersistentMap } from './persistentMap.ts';

/** What a section is found by. */
export type KeysOf = (section: Section, document: Document) => readonly string[];

export class SectionIndex {
  private constructor(
    private readonly keysOf: KeysOf,
    private readonly documents: PersistentMap<Document>,
    /** By key the notes that hold it, in the order of their names; once for each section. */
    private readonly uris: PersistentMap<readonly string[]>,
  ) {}

  static of(keysOf: KeysOf, documents: PersistentMap<Document>): SectionIndex {
    return new SectionIndex(keysOf, PersistentMap.empty(), PersistentMap.empty()).with(documents);
  }

  /** The index of the notes as they have become. */
  with(documents: PersistentMap<Document>): SectionIndex {
    const { uris, keysOf } = this;
    const changed = new Map<string, string[]>();
    const holders = (key: string): string[] => {
      let list = changed.get(key);
      if (!list) changed.set(key, (list = [...(uris.get(key) ?? [])]));
      return list;
    };
    for (const uri of documents.differences(this.documents)) {
      const [before, after] = [this.documents.get(uri), documents.get(uri)];
      const { removed, added } = changedSections(before, after);
      const [gone, come] = [this.keysIn(removed, before!), this.keysIn(added, after!)];
      if (gone.length === come.length && gone.every((key, i) => key === come[i])) continue;
      for (const key of gone) {
        const list = holders(key);
        list.splice(list.indexOf(uri), 1);
      }
      for (const key of come) holders(key).push(uri);
    }
    const entries = [...changed].map(([key, list]) => [key, list.length > 0 ? list.sort() : undefined] as const);
    return new SectionIndex(keysOf, documents, entries.length > 0 ? uris.with(entries) : uris);
  }

  private keysIn(sections: readonly Section[], document: Document): readonly string[] {
    const keys: string[] = [];
    for (const section of sections) for (const key of this.keysOf(section, document)) keys.push(key);
    return keys;
  }

  /** The notes that hold a key, once for each of their sections that does. */
  holders(key: string): readonly string[] {
    return this.uris.get(key) ?? nobody;
  }

  keys(): Iterable<string> {
    return this.uris.keys();
  }
}

const nobody: readonly never[] = [];
