/** A TrueType font → its tables by name and its glyphs by number, nothing decoded. */

import type { Parts } from '../world.ts';

export interface Program {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** The bytes of a table, or null where the font has none of that name. */
  readonly table: (tag: string) => Uint8Array | null;
  /** A glyph's outline as it stands in `glyf`; no bytes for a blank glyph. */
  readonly glyph: (gid: number) => Uint8Array;
  /** Ink box in font units, y upward; all 0 for a blank glyph. */
  readonly box: (gid: number) => readonly [xMin: number, yMin: number, xMax: number, yMax: number];
  /** Font units. */
  readonly advance: (gid: number) => number;
  readonly leftBearing: (gid: number) => number;
  /** Font units, downwards; one em where the font says nothing. */
  readonly verticalAdvance: (gid: number) => number;
  /** The parts of a composite glyph; none for a plain one. A part may be a composite itself. */
  readonly components: (gid: number) => readonly Component[];
}

export interface Component {
  readonly gid: number;
  /** Where in the glyph's bytes its number stands: 2 bytes, high byte first. */
  readonly at: number;
}

/** The tables a TrueType program cannot be without (ISO/IEC 14496-22, 5.1). */
export const REQUIRED_TABLES = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const;

const BLANK = new Uint8Array(0);
const NO_BOX = [0, 0, 0, 0] as const;

/**
 * Opens a font that is in memory, or on the disk: then each table and glyph is read when it is asked for,
 * since a page shows some hundreds of ten thousand glyphs.
 *
 * @throws RangeError when a table is missing or shorter than it says; never for a font that was checked.
 */
export function openProgram(font: Uint8Array | Parts): Program {
  const source = font instanceof Uint8Array ? partsOf(font) : font;
  const places = readDirectory(source);
  const table = (tag: string): Uint8Array | null => {
    const place = places.get(tag);
    return place === undefined ? null : source.slice(place.start, place.end);
  };
  const need = (tag: string): DataView => {
    const found = table(tag);
    if (found === null) throw new RangeError(`the font has no ${tag} table`);
    return viewOf(found);
  };
  const head = need('head');
  const unitsPerEm = head.getUint16(18);
  const glyphCount = need('maxp').getUint16(4);
  const outlines = places.get('glyf')?.start ?? 0;
  const offset = readLoca(need('loca'), head.getInt16(50) === 1);
  const glyph = (gid: number): Uint8Array => {
    if (gid < 0 || gid >= glyphCount) throw new RangeError(`the font has no glyph ${gid}`);
    const [start, end] = [offset(gid), offset(gid + 1)];
    return start === end ? BLANK : source.slice(outlines + start, outlines + end);
  };
  const across = readMetrics(need('hmtx'), need('hhea').getUint16(34));
  const hasVertical = places.has('vmtx') && places.has('vhea');
  let down: Metrics | null = null;
  const verticalAdvance = (gid: number): number => {
    if (!hasVertical) return unitsPerEm;
    down ??= readMetrics(need('vmtx'), need('vhea').getUint16(34));
    return down.advance(gid);
  };
  return {
    unitsPerEm,
    glyphCount,
    table,
    glyph,
    box: (gid) => boxOf(glyph(gid)),
    advance: across.advance,
    leftBearing: across.bearing,
    verticalAdvance,
    components: (gid) => componentsOf(glyph(gid)),
  };
}

function partsOf(bytes: Uint8Array): Parts {
  return { size: bytes.length, slice: (start, end) => bytes.subarray(start, end) };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The table directory: where each table stands in the file. Those that reach beyond it are left out. */
function readDirectory(font: Parts): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  if (font.size < 12) return places;
  const count = viewOf(font.slice(0, 12)).getUint16(4);
  const entries = font.slice(12, 12 + 16 * count);
  const view = viewOf(entries);
  for (let entry = 0; entry + 16 <= entries.length; entry += 16) {
    const start = view.getUint32(entry + 8);
    const end = start + view.getUint32(entry + 12);
    if (end <= font.size)
      places.set(String.fromCharCode(...entries.subarray(entry, entry + 4)), { start, end });
  }
  return places;
}

/** All tables of a font in memory, `tag → bytes`; those that reach beyond its end are left out. */
export function readTables(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const places = readDirectory(partsOf(bytes));
  return new Map(Array.from(places, ([tag, { start, end }]) => [tag, bytes.subarray(start, end)]));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** `loca` holds offsets, or half of them in its short form. */
function readLoca(loca: DataView, long: boolean): (gid: number) => number {
  return long ? (gid) => loca.getUint32(gid * 4) : (gid) => loca.getUint16(gid * 2) * 2;
}

interface Metrics {
  readonly advance: (gid: number) => number;
  readonly bearing: (gid: number) => number;
}

/** `hmtx` and `vmtx`: pairs up to the last that differs, then bearings alone. */
function readMetrics(table: DataView, pairs: number): Metrics {
  return {
    advance: (gid) => table.getUint16(Math.min(gid, pairs - 1) * 4),
    bearing: (gid) => table.getInt16(gid < pairs ? gid * 4 + 2 : pairs * 4 + (gid - pairs) * 2),
  };
}

function boxOf(glyph: Uint8Array): readonly [number, number, number, number] {
  if (glyph.length === 0) return NO_BOX;
  const view = viewOf(glyph);
  return [view.getInt16(2), view.getInt16(4), view.getInt16(6), view.getInt16(8)];
}

/** Flags of a component (ISO/IEC 14496-22, 5.3.3.2). */
const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

function componentsOf(glyph: Uint8Array): readonly Component[] {
  const view = viewOf(glyph);
  if (glyph.length < 10 || view.getInt16(0) >= 0) return [];
  const found: Component[] = [];
  let at = 10;
  for (let flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; ) {
    flags = view.getUint16(at);
    found.push({ gid: view.getUint16(at + 2), at: at + 2 });
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
  }
  return found;
}
