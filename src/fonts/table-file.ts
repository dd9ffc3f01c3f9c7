/** A face table ⇄ one compact file, read back as views over its bytes. */

import type { FaceTable, Form } from './face.ts';
import { viewMap } from './view-map.ts';

/**
 * The file, little endian, each part padded to 4 bytes: `BMFACE1\n`, length of the header, size and SHA-256
 * of the font file, the header (JSON); then `codePoints`, kerning pairs rising (32 bits), `gids`, `advances`,
 * `boxes`, `bmp`, kerning, forms at six numbers each (16 bits).
 */
const MAGIC = 'BMFACE1\n';
const PREFIX = 48;

type Arrays = 'codePoints' | 'gids' | 'advances' | 'boxes' | 'bmp' | 'forms' | 'kern';

interface Header extends Omit<FaceTable, Arrays | 'sha256'> {
  readonly entries: number;
  readonly pairs: number;
  /** Their names, in the order of their numbers. */
  readonly forms: readonly string[];
}

/** For which font file a table is. */
export interface TableFor {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** `size`: bytes of the font file. */
export function writeTable(table: FaceTable, size: number): Uint8Array {
  const { sha256, codePoints, gids, advances, boxes, bmp, forms, kern, ...plain } = table;
  const header: Header = {
    ...plain,
    entries: codePoints.length,
    pairs: kern.size,
    forms: [...forms.keys()],
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const prefix = Buffer.alloc(PREFIX);
  prefix.write(MAGIC, 'latin1');
  prefix.writeUInt32LE(json.length, 8);
  prefix.writeUInt32LE(size, 12);
  prefix.write(sha256, 16, 'hex');
  const pairs = [...kern].sort(([a], [b]) => a - b);
  const arrays = [
    ...[codePoints, Uint32Array.from(pairs, ([key]) => key)],
    ...[gids, advances, boxes, bmp, Int16Array.from(pairs, ([, value]) => value)],
    Int16Array.from([...forms.values()].flatMap(({ gid, advance, box }) => [gid, advance, ...box])),
  ];
  return join([prefix, json, ...arrays.map((a) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength))]);
}

/** The font file that a table file is for; null for a file of another version, or that is no table. */
export function tableFor(file: Uint8Array): TableFor | null {
  const prefix = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, PREFIX));
  if (prefix.length < PREFIX || prefix.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  return { sha256: prefix.toString('hex', 16, 48), size: prefix.readUInt32LE(12) };
}

/** The table, as views over the file's bytes; null as `tableFor`, and for a file cut short. */
export function readTable(file: Uint8Array): FaceTable | null {
  const font = tableFor(file);
  if (font === null) return null;
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  if (PREFIX + length > bytes.length) return null;
  const text = new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + length));
  const { entries, pairs, forms, ...plain } = JSON.parse(text) as Header;
  let at = PREFIX + padded(length);
  if (at + sizeOfArrays(entries, pairs, forms.length) > bytes.length) return null;
  const next = <T>(kind: ArrayKind<T>, count: number): T => {
    const array = new kind(bytes.buffer, bytes.byteOffset + at, count);
    at += padded(count * kind.BYTES_PER_ELEMENT);
    return array;
  };
  const codePoints = next(Uint32Array, entries);
  const kernKeys = next(Uint32Array, pairs);
  const arrays = {
    codePoints,
    gids: next(Uint16Array, entries),
    advances: next(Uint16Array, entries),
    boxes: next(Int16Array, entries * 4),
    bmp: next(Uint16Array, 0x10000),
  };
  const kern = kernMap(kernKeys, next(Int16Array, pairs));
  return {
    ...plain,
    sha256: font.sha256,
    ...arrays,
    kern,
    forms: formMap(forms, next(Int16Array, forms.length * 6)),
  };
}

interface ArrayKind<T> {
  new (buffer: ArrayBufferLike, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function sizeOfArrays(entries: number, pairs: number, forms: number): number {
  const wide = entries * 4 + pairs * 4;
  return wide + padded(entries * 2) * 2 + entries * 8 + 0x20000 + padded(pairs * 2) + forms * 12;
}

/** `gid` is stored with a sign that it does not have. */
function formMap(names: readonly string[], numbers: Int16Array): ReadonlyMap<string, Form> {
  const places = new Map<string, number>();
  for (let index = 0; index < names.length; index++) places.set(names[index]!, index);
  const number = (index: number, k: number): number => numbers[index * 6 + k]!;
  return viewMap({
    size: names.length,
    keyAt: (index) => names[index]!,
    valueAt: (i) => ({
      gid: number(i, 0) & 0xffff,
      advance: number(i, 1),
      box: [number(i, 2), number(i, 3), number(i, 4), number(i, 5)],
    }),
    find: (name) => places.get(name) ?? -1,
  });
}

function kernMap(keys: Uint32Array, values: Int16Array): ReadonlyMap<number, number> {
  const find = (key: number): number => {
    let low = 0;
    let high = keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = keys[middle]!;
      if (found === key) return middle;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  return viewMap({ size: keys.length, keyAt: (i) => keys[i]!, valueAt: (i) => values[i]!, find });
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += padded(part.length);
  }
  return whole;
}
