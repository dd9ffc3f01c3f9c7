/** Keys and values by number → a read-only map over them that stores nothing of its own. */

export interface Entries<K, V> {
  readonly size: number;
  readonly keyAt: (index: number) => K;
  readonly valueAt: (index: number) => V;
  /** The number of a key, or -1. */
  readonly find: (key: K) => number;
}

export function viewMap<K, V>({ size, keyAt, valueAt, find }: Entries<K, V>): ReadonlyMap<K, V> {
  function* each<T>(at: (index: number) => T): MapIterator<T> {
    for (let index = 0; index < size; index++) yield at(index);
  }
  const entries = (): MapIterator<[K, V]> => each((index) => [keyAt(index), valueAt(index)]);
  const map: ReadonlyMap<K, V> = {
    size,
    get: (key) => {
      const index = find(key);
      return index < 0 ? undefined : valueAt(index);
    },
    has: (key) => find(key) >= 0,
    keys: () => each(keyAt),
    values: () => each(valueAt),
    entries,
    forEach: (call) => {
      for (const [key, value] of entries()) call(value, key, map);
    },
    [Symbol.iterator]: entries,
  };
  return map;
}
