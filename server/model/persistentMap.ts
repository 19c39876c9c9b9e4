/**
 * A map that never changes: one with another entry is another map, which shares all but a small part of itself with the one
 * before. Ten thousand notes are not copied at every key, and what differs between two maps is found without looking at what
 * they share.
 */
type Shelf<V> = ReadonlyMap<string, V>;

/** With a hundred thousand entries, a shelf holds a hundred. */
const shelfCount = 1024;

/** Stands for a map without keeping it. */
type Token = object;

export class PersistentMap<V> implements ReadonlyMap<string, V> {
  private readonly token: Token = {};

  private constructor(
    private readonly shelves: readonly (Shelf<V> | undefined)[],
    readonly size: number,
    /** What it was made of, and with which keys. */
    private readonly origin?: { readonly token: Token; readonly keys: ReadonlySet<string> },
  ) {}

  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>(Array.from({ length: shelfCount }), 0);
  }

  /** The map with some entries; a value of `undefined` takes its key out. */
  with(entries: Iterable<readonly [key: string, value: V | undefined]>): PersistentMap<V> {
    const shelves = this.shelves.slice();
    const own = new Map<number, Map<string, V>>();
    const keys = new Set<string>();
    let { size } = this;
    for (const [key, value] of entries) {
      keys.add(key);
      const index = shelfOf(key);
      let shelf = own.get(index);
      if (!shelf) {
        shelf = new Map(shelves[index]);
        own.set(index, shelf);
        shelves[index] = shelf;
      }
      size -= shelf.size;
      if (value === undefined) shelf.delete(key);
      else shelf.set(key, value);
      size += shelf.size;
    }
    return new PersistentMap(shelves, size, { token: this.token, keys });
  }

  get(key: string): V | undefined {
    return this.shelves[shelfOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** The keys whose values are not the same in another map. */
  *differences(other: PersistentMap<V>): Generator<string> {
    if (this === other) return;
    if (this.origin?.token === other.token) {
      for (const key of this.origin.keys) if (this.get(key) !== other.get(key)) yield key;
      return;
    }
    for (let i = 0; i < shelfCount; i++) {
      const [mine, theirs] = [this.shelves[i], other.shelves[i]];
      if (mine === theirs) continue;
      for (const [key, value] of mine ?? []) if (theirs?.get(key) !== value) yield key;
      for (const key of theirs?.keys() ?? []) if (!mine?.has(key)) yield key;
    }
  }

  *entries(): MapIterator<[string, V]> {
    for (const shelf of this.shelves) if (shelf) yield* shelf.entries();
  }

  *keys(): MapIterator<string> {
    for (const shelf of this.shelves) if (shelf) yield* shelf.keys();
  }

  *values(): MapIterator<V> {
    for (const shelf of this.shelves) if (shelf) yield* shelf.values();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(call: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) call(value, key, this);
  }
}

/** FNV-1a. */
function shelfOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shelfCount;
}
