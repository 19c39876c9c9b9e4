/**
 * A map that never changes: one with another entry is another map, which shares all but a small part of itself with the one
 * before. Ten thousand notes are not copied at every key, and what differs between two maps is found without looking at what
 * they share.
 */
type Shelf<V> = ReadonlyMap<string, V>;

type Rack<V> = readonly (Shelf<V> | undefined)[];

/** So many racks of as many shelves: with a hundred thousand entries, a shelf holds a hundred. */
const side = 32;

/** Stands for a map without keeping it. */
type Token = object;

export class PersistentMap<V> implements ReadonlyMap<string, V> {
  private readonly token: Token = {};

  private constructor(
    private readonly racks: readonly (Rack<V> | undefined)[],
    readonly size: number,
    /** What it was made of, and with which keys. */
    private readonly origin?: { readonly token: Token; readonly keys: ReadonlySet<string> },
  ) {}

  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>(Array.from({ length: side }), 0);
  }

  /** The map with some entries; a value of `undefined` takes its key out. */
  with(entries: Iterable<readonly [key: string, value: V | undefined]>): PersistentMap<V> {
    const racks = this.racks.slice();
    const own = new Map<number, Map<string, V>>();
    const keys = new Set<string>();
    let { size } = this;
    for (const [key, value] of entries) {
      keys.add(key);
      const index = shelfOf(key);
      let shelf = own.get(index);
      if (!shelf) {
        const rack: (Shelf<V> | undefined)[] = racks[Math.floor(index / side)]?.slice() ?? Array.from({ length: side });
        shelf = new Map(rack[index % side]);
        own.set(index, shelf);
        rack[index % side] = shelf;
        racks[Math.floor(index / side)] = rack;
      }
      size -= shelf.size;
      if (value === undefined) shelf.delete(key);
      else shelf.set(key, value);
      size += shelf.size;
    }
    return new PersistentMap(racks, size, { token: this.token, keys });
  }

  get(key: string): V | undefined {
    const index = shelfOf(key);
    return this.racks[Math.floor(index / side)]?.[index % side]?.get(key);
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
    for (let i = 0; i < side; i++) {
      const [own, others] = [this.racks[i], other.racks[i]];
      if (own === others) continue;
      for (let j = 0; j < side; j++) {
        const [mine, theirs] = [own?.[j], others?.[j]];
        if (mine === theirs) continue;
        for (const [key, value] of mine ?? []) if (theirs?.get(key) !== value) yield key;
        for (const key of theirs?.keys() ?? []) if (!mine?.has(key)) yield key;
      }
    }
  }

  *entries(): MapIterator<[string, V]> {
    for (const shelf of this.shelves()) yield* shelf.entries();
  }

  *keys(): MapIterator<string> {
    for (const shelf of this.shelves()) yield* shelf.keys();
  }

  *values(): MapIterator<V> {
    for (const shelf of this.shelves()) yield* shelf.values();
  }

  private *shelves(): Generator<Shelf<V>> {
    for (const rack of this.racks) if (rack) for (const shelf of rack) if (shelf) yield shelf;
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
  return (hash >>> 0) % (side * side);
}
