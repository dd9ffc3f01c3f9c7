/** Bytes of a TrueType font → its tables by name and its glyphs by number, as views, nothing decoded. */

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

/** @throws RangeError when a table is missing or shorter than it says; never for a font that was checked. */
export function openProgram(bytes: Uint8Array): Program {
  const tables = readDirectory(bytes);
  const need = (tag: string): DataView => {
    const table = tables.get(tag);
    if (table === undefined) throw new RangeError(`the font has no ${tag} table`);
    return viewOf(table);
  };
  const unitsPerEm = need('head').getUint16(18);
  const glyphCount = need('maxp').getUint16(4);
  const glyf = tables.get('glyf') ?? BLANK;
  const place = readLoca(need('loca'), need('head').getInt16(50) === 1);
  const glyph = (gid: number): Uint8Array => {
    if (gid < 0 || gid >= glyphCount) throw new RangeError(`the font has no glyph ${gid}`);
    return glyf.subarray(place(gid), place(gid + 1));
  };
  const across = readMetrics(need('hmtx'), need('hhea').getUint16(34));
  const vmtx = tables.get('vmtx');
  const vhea = tables.get('vhea');
  const down = vmtx && vhea ? readMetrics(viewOf(vmtx), viewOf(vhea).getUint16(34)) : null;
  return {
    unitsPerEm,
    glyphCount,
    table: (tag) => tables.get(tag) ?? null,
    glyph,
    box: (gid) => boxOf(glyph(gid)),
    advance: across.advance,
    leftBearing: across.bearing,
    verticalAdvance: down === null ? () => unitsPerEm : down.advance,
    components: (gid) => componentsOf(glyph(gid)),
  };
}

/** The table directory: `tag → bytes`. Entries that reach beyond the file are left out. */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  const count = bytes.length < 12 ? 0 : view.getUint16(4);
  for (let entry = 12; entry < 12 + 16 * count && entry + 16 <= bytes.length; entry += 16) {
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const start = view.getUint32(entry + 8);
    const end = start + view.getUint32(entry + 12);
    if (end <= bytes.length) tables.set(tag, bytes.subarray(start, end));
  }
  return tables;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** `loca` holds offsets, or half of them in its short form. */
function readLoca(loca: DataView, long: boolean): (gid: number) => number {
  return long ? (gid) => loca.getUint32(gid * 4) : (gid) => loca.getUint16(gid * 2) * 2;
}

/** `hmtx` and `vmtx`: pairs up to the last that differs, then bearings alone. */
function readMetrics(table: DataView, pairs: number) {
  return {
    advance: (gid: number): number => table.getUint16(Math.min(gid, pairs - 1) * 4),
    bearing: (gid: number): number =>
      table.getInt16(gid < pairs ? gid * 4 + 2 : pairs * 4 + (gid - pairs) * 2),
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
