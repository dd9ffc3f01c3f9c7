/** Collections of faces (a user's folders, the vendored ones) → one font library. */

import type { FaceKey, FaceTable, Family, FontLibrary } from './face.ts';

/** A face on the disk; what it holds is read when asked for. */
export interface FaceSource {
  readonly key: FaceKey;
  readonly table: () => FaceTable;
  readonly bytes: () => Uint8Array;
}

export interface CollectedFamily {
  /** The first is the one shown in messages. */
  readonly names: readonly string[];
  readonly faces: readonly { readonly weight: number; readonly source: FaceSource }[];
}

export interface Collection {
  readonly families: readonly CollectedFamily[];
  readonly fallback: readonly string[];
}

/**
 * Earlier collections come first: in the fallback chain, and among faces of the same weight. Families that
 * share a name become one, known by all names of both.
 */
export function joinCollections(collections: readonly Collection[]): FontLibrary {
  const families = new Map<string, CollectedFamily>();
  for (const family of collections.flatMap((collection) => collection.families)) {
    const known = [...new Set(family.names.flatMap((name) => families.get(name) ?? []))];
    const parts = [...known, family];
    const joined = {
      names: [...new Set(parts.flatMap((part) => part.names))],
      faces: parts.flatMap((part) => part.faces),
    };
    for (const name of joined.names) families.set(name, joined);
  }
  const sources = new Map<FaceKey, FaceSource>();
  const plain = new Map<CollectedFamily, Family>();
  for (const family of families.values()) {
    const faces = [...family.faces].sort((a, b) => a.weight - b.weight);
    for (const { source } of faces) sources.set(source.key, source);
    plain.set(family, {
      name: family.names[0]!,
      faces: faces.map(({ weight, source }) => ({ weight, key: source.key })),
    });
  }
  return {
    families: new Map(Array.from(families, ([name, family]) => [name, plain.get(family)!])),
    fallback: [...new Set(collections.flatMap((collection) => collection.fallback))],
    tables: tablesOf(sources),
    bytes: (key) => {
      const source = sources.get(key);
      if (source === undefined) throw new RangeError(`no face ${key} in this library`);
      return source.bytes();
    },
  };
}

/** A map by face whose tables are read when first asked for, once. */
function tablesOf(sources: ReadonlyMap<FaceKey, FaceSource>): ReadonlyMap<FaceKey, FaceTable> {
  const read = new Map<FaceKey, FaceTable>();
  const get = (key: FaceKey): FaceTable | undefined => {
    const source = sources.get(key);
    if (source !== undefined && !read.has(key)) read.set(key, source.table());
    return read.get(key);
  };
  function* entries(): MapIterator<[FaceKey, FaceTable]> {
    for (const key of sources.keys()) yield [key, get(key)!];
  }
  function* values(): MapIterator<FaceTable> {
    for (const key of sources.keys()) yield get(key)!;
  }
  const tables: ReadonlyMap<FaceKey, FaceTable> = {
    size: sources.size,
    get,
    has: (key) => sources.has(key),
    keys: () => sources.keys(),
    values,
    entries,
    forEach: (each) => {
      for (const [key, table] of entries()) each(table, key, tables);
    },
    [Symbol.iterator]: entries,
  };
  return tables;
}
