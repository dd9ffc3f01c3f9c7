/** A user's folder of fonts → its faces, and what is wrong with the files that cannot be used. */

import { createHash } from 'node:crypto';
import { type Diagnostic, errorAt, message, warningAt } from '../diagnostics.ts';
import type { World } from '../world.ts';
import { checkFont } from './check-font.ts';
import type { CollectedFamily, Collection, FaceSource } from './collection.ts';
import type { FaceKey, FaceTable } from './face.ts';
import { type FontList, readFontList } from './font-list.ts';
import { readNames } from './font-names.ts';
import { makeTable } from './make-table.ts';
import { openProgram } from './program.ts';

/** Parses YAML into plain data. @throws Error on a fault of syntax. */
export type ParseYaml = (text: string) => unknown;

export interface UserFonts {
  readonly collection: Collection;
  readonly diagnostics: readonly Diagnostic[];
}

/** Tables made in this process, by the SHA-256 of the font file: making one takes a third of a second. */
const made = new Map<string, FaceTable>();

const FONT_FILE = /\.(ttf|otf|ttc|otc|woff2?)$/i;
const EMPTY: Collection = { families: [], fallback: [] };

/**
 * With a fonts.yaml or fonts.json in the folder, the faces it lists, and a file it lists in vain is an error.
 * Without, every font file, by the names and weight it states itself, and one that cannot be used is a
 * warning. Its families then come first in the fallback chain, in the order of the files' names.
 *
 * @param taken keys of the faces opened before; those opened here are added.
 */
export function openUserFolder(
  world: World,
  folder: string,
  parseYaml: ParseYaml,
  taken: Set<FaceKey>,
): UserFonts {
  const names = world.list(folder);
  if (names === null) {
    const text = message(`找不到字体文件夹 ${folder}`, `There is no font folder ${folder}`);
    const hint = message(
      '请检查 --fonts 或 fonts: 里的路径。',
      'Check the path given with --fonts or `fonts:`.',
    );
    return { collection: EMPTY, diagnostics: [errorAt(null, 'font-folder', text, hint)] };
  }
  const listName = ['fonts.yaml', 'fonts.json'].find((name) => names.includes(name));
  if (listName === undefined) return openAll(world, folder, names, taken);
  const { list, diagnostics } = readList(world, `${folder}/${listName}`, parseYaml);
  return list === null ? { collection: EMPTY, diagnostics } : openListed(world, folder, list, taken);
}

function readList(world: World, path: string, parseYaml: ParseYaml): ReturnType<typeof readFontList> {
  const read = world.read(path);
  const text = new TextDecoder().decode(read.kind === 'bytes' ? read.bytes : new Uint8Array(0));
  let data: unknown;
  try {
    data = path.endsWith('.json') ? JSON.parse(text) : parseYaml(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const fault = message(`字体清单 ${path} 的写法有误：${why}`, `Font list ${path} cannot be read: ${why}`);
    return { list: null, diagnostics: [errorAt(null, 'font-list', fault)] };
  }
  return readFontList(data, path);
}

function openListed(world: World, folder: string, list: FontList, taken: Set<FaceKey>): UserFonts {
  const diagnostics: Diagnostic[] = [];
  const families = list.families.map(({ name, aliases, faces }): CollectedFamily => {
    const opened = faces.flatMap(({ weight, file }) => {
      const face = openFace(world, `${folder}/${file}`, taken);
      if (face.kind === 'face') return [{ weight, source: face.source }];
      diagnostics.push({ ...face.diagnostic, severity: 'error' });
      return [];
    });
    return { names: [name, ...aliases], faces: opened };
  });
  const fallback = list.fallback.length > 0 ? list.fallback : list.families.map(({ name }) => name);
  return { collection: { families, fallback }, diagnostics };
}

function openAll(world: World, folder: string, names: readonly string[], taken: Set<FaceKey>): UserFonts {
  const diagnostics: Diagnostic[] = [];
  const families: CollectedFamily[] = [];
  for (const name of names) {
    if (!FONT_FILE.test(name)) continue;
    const face = openFace(world, `${folder}/${name}`, taken);
    if (face.kind === 'face') {
      families.push({ names: face.families, faces: [{ weight: face.weight, source: face.source }] });
    } else {
      diagnostics.push(face.diagnostic);
    }
  }
  return { collection: { families, fallback: families.map((family) => family.names[0]!) }, diagnostics };
}

type OpenedFace =
  | {
      readonly kind: 'face';
      readonly families: readonly string[];
      readonly weight: number;
      readonly source: FaceSource;
    }
  | { readonly kind: 'fault'; readonly diagnostic: Diagnostic };

function openFace(world: World, path: string, taken: Set<FaceKey>): OpenedFace {
  const read = world.read(path);
  if (read.kind !== 'bytes') {
    const text = message(`找不到字体文件 ${path}`, `There is no font file ${path}`);
    return { kind: 'fault', diagnostic: errorAt(null, 'font-missing', text) };
  }
  const { bytes } = read;
  const fault = checkFont(bytes);
  if (fault !== null) {
    const text = message(
      `字体文件 ${path} ${fault.what.zh}，不能使用`,
      `Font file ${path} ${fault.what.en}; it cannot be used`,
    );
    return { kind: 'fault', diagnostic: warningAt(null, fault.code, text, fault.cure) };
  }
  const { families, postscript, weight } = readNames(bytes, stemOf(path));
  const key = freeKey(`user:${postscript}`, taken);
  return {
    kind: 'face',
    families,
    weight,
    source: { key, table: () => tableOf(key, bytes), program: () => openProgram(bytes), bytes: () => bytes },
  };
}

function tableOf(key: FaceKey, bytes: Uint8Array): FaceTable {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = made.get(sha256);
  const table = known?.key === key ? known : known ? { ...known, key } : makeTable(key, bytes);
  made.set(sha256, table);
  return table;
}

/** Two files may hold fonts of the same name. */
function freeKey(wanted: FaceKey, taken: Set<FaceKey>): FaceKey {
  let key = wanted;
  for (let number = 2; taken.has(key); number++) key = `${wanted}~${number}`;
  taken.add(key);
  return key;
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
