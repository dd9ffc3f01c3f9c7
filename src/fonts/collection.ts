/** Collections of faces (a user's folders, the vendored ones) → one font library. */

import type { FaceKey, FaceTable, Family, FontLibrary } from './face.ts';
import type { Program } from './program.ts';
import { viewMap } from './view-map.ts';

/** A face on the disk; what it holds is read when asked for. */
export interface FaceSource {
  readonly key: FaceKey;
  readonly table: () => FaceTable;
  readonly program: () => Program;
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
    program: (key) => sourceOf(sources, key).program(),
    bytes: (key) => sourceOf(sources, key).bytes(),
  };
}

function sourceOf(sources: ReadonlyMap<FaceKey, FaceSource>, key: FaceKey): FaceSource {
  const source = sources.get(key);
  if (source === undefined) throw new RangeError(`no face ${key} in this library`);
  return source;
}

/** Tables are read when first asked for, once. */
function tablesOf(sources: ReadonlyMap<FaceKey, FaceSource>): ReadonlyMap<FaceKey, FaceTable> {
  const keys = [...sources.keys()];
  // Asked once for every character that is set.
  const places = new Map(keys.map((key, index) => [key, index]));
  const read: (FaceTable | undefined)[] = keys.map(() => undefined);
  const tableAt = (index: number): FaceTable => {
    const known = read[index];
    if (known !== undefined) return known;
    const table = sources.get(keys[index]!)!.table();
    read[index] = table;
    return table;
  };
  return viewMap({
    size: keys.length,
    keyAt: (index) => keys[index]!,
    valueAt: tableAt,
    find: (key) => places.get(key) ?? -1,
  });
}
