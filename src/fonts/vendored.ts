/** The folder of the vendored fonts → its faces, with the tables that were made when they were cut. */

import { MachineFault, type Parts, type World } from '../world.ts';
import type { Collection, FaceSource } from './collection.ts';
import type { FaceKey, FaceTable } from './face.ts';
import { readFontList } from './font-list.ts';
import { makeTable } from './make-table.ts';
import { openProgram, type Program } from './program.ts';
import { readTable, tableFor } from './table-file.ts';

/**
 * What this process has read of faces, by the SHA-256 that a table file states. A warm build finds the same
 * objects again, and with them all that other rooms remember of a face.
 */
const tables = new Map<string, FaceTable>();
const programs = new Map<string, Program>();

/** @throws MachineFault when the program's own files are not there: it is not properly installed. */
export function openVendored(world: World, folder: string): Collection {
  const file = `${folder}/fonts.json`;
  const { list } = readFontList(JSON.parse(new TextDecoder().decode(mustRead(world, file))), file);
  if (list === null) throw new MachineFault(file, 'EINVAL');
  return {
    families: list.families.map(({ name, aliases, faces }) => ({
      names: [name, ...aliases],
      faces: faces.map(({ weight, file }) => ({
        weight,
        source: vendoredFace(world, `${folder}/${file}`, `${aliases[0] ?? name}-${weight}`),
      })),
    })),
    fallback: list.fallback,
  };
}

function vendoredFace(world: World, path: string, key: FaceKey): FaceSource {
  let known: Stored | null | undefined;
  const stored = (): Stored | null => {
    if (known === undefined) known = readStored(world, path);
    return known;
  };
  return {
    key,
    table: () => {
      const file = stored();
      if (file === null) return makeTable(key, mustRead(world, path));
      return keep(tables, file.sha256, () => readTable(file.bytes) ?? makeTable(key, mustRead(world, path)));
    },
    program: () => {
      const file = stored();
      const open = (): Program => openProgram(mustOpen(world, path));
      return file === null ? open() : keep(programs, file.sha256, open);
    },
    bytes: () => mustRead(world, path),
  };
}

interface Stored {
  /** Of the font file. */
  readonly sha256: string;
  /** The table file. */
  readonly bytes: Uint8Array;
}

/**
 * The table file of a face, or null where it is not for this font file. Its size tells, cheaply; that the
 * sum is right too is checked when the fonts are cut and by a test.
 */
function readStored(world: World, path: string): Stored | null {
  const read = world.readOwn(path.replace(/\.ttf$/, '.face'));
  const font = read.kind === 'bytes' ? tableFor(read.bytes) : null;
  if (read.kind !== 'bytes' || font === null || font.size !== mustOpen(world, path).size) return null;
  return { sha256: font.sha256, bytes: read.bytes };
}

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
}

function mustOpen(world: World, path: string): Parts {
  const parts = world.parts(path);
  if (parts === null) throw new MachineFault(path, 'ENOENT');
  return parts;
}

function mustRead(world: World, path: string): Uint8Array {
  const read = world.read(path);
  if (read.kind !== 'bytes') throw new MachineFault(path, 'ENOENT');
  return read.bytes;
}
