/** The folder of the vendored fonts → its faces, with the tables that were made when they were cut. */

import { MachineFault, type World } from '../world.ts';
import type { Collection, FaceSource } from './collection.ts';
import type { FaceKey, FaceTable } from './face.ts';
import { readFontList } from './font-list.ts';
import { makeTable } from './make-table.ts';
import { readTable, type TableFor, tableFor } from './table-file.ts';

/**
 * Tables and font files read in this process, by the SHA-256 that a table file states. A warm build finds the
 * same objects again, and with them all that other rooms remember of a face.
 */
const tables = new Map<string, FaceTable>();
const programs = new Map<string, Uint8Array>();

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
  let stored: Uint8Array | null | undefined;
  const file = (): Uint8Array | null => {
    if (stored === undefined) stored = readStored(world, path);
    return stored;
  };
  return {
    key,
    table: () => {
      const bytes = file();
      const { sha256 } = (bytes && tableFor(bytes)) ?? { sha256: '' };
      const table =
        tables.get(sha256) ?? (bytes && readTable(bytes)) ?? makeTable(key, mustRead(world, path));
      tables.set(table.sha256, table);
      return table;
    },
    bytes: () => {
      const bytes = file();
      const { sha256 } = (bytes && tableFor(bytes)) ?? { sha256: path };
      const program = programs.get(sha256) ?? mustRead(world, path);
      programs.set(sha256, program);
      return program;
    },
  };
}

/**
 * The table file of a face, or null where it is not for this font file. Its size tells, cheaply; that the
 * sum is right too is checked when the fonts are cut and by a test.
 */
function readStored(world: World, path: string): Uint8Array | null {
  const read = world.read(path.replace(/\.ttf$/, '.face'));
  const font: TableFor | null = read.kind === 'bytes' ? tableFor(read.bytes) : null;
  if (read.kind !== 'bytes' || font === null) return null;
  const size = world.read(path, 0);
  return size.kind === 'too-large' && size.size === font.size ? read.bytes : null;
}

function mustRead(world: World, path: string): Uint8Array {
  const read = world.read(path);
  if (read.kind !== 'bytes') throw new MachineFault(path, 'ENOENT');
  return read.bytes;
}
