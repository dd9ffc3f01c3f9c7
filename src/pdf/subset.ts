/**
 * The cells that a document uses of a face → a TrueType program in which each cell is a glyph.
 *
 * Outlines are copied as they stand in the font file, never decoded. A moved outline is a composite glyph
 * of one component (OpenType, `glyf`), so the font's own advance is the width of the cell and the PDF needs
 * no corrections between glyphs: `W`, `hmtx` and layout say the same.
 */

import type { Component, Program } from '../fonts/index.ts';

/** A glyph as it shall stand in the program. All measures in font units. */
export interface ProgramGlyph {
  /** The glyph in the source font. */
  readonly gid: number;
  /** How far the outline is moved, x to the right, y upward. */
  readonly dx: number;
  readonly dy: number;
  readonly advance: number;
}

/** What is written for a slot: an outline of the source, or a composite that moves one. */
interface Slot extends ProgramGlyph {
  readonly outline: Uint8Array;
  /** The slot that a composite refers to; null where the outline itself is written. */
  readonly moves: number | null;
  /** What the outline is made of where it is written and is a composite. */
  readonly parts: readonly Component[];
}

interface Plan {
  readonly slots: readonly Slot[];
  /** The slot where the outline of each source glyph stands. */
  readonly homes: ReadonlyMap<number, number>;
}

/** One component, words for its place, which is an offset: 10 bytes of header and 8 of component. */
const MOVED_LENGTH = 18;
const ARGUMENTS_ARE_WORDS_AND_OFFSETS = 0x0003;

/**
 * Writes the program. Glyph n of it is `glyphs[n]`; glyph 0 must be `.notdef`. Parts of composite glyphs
 * that are no cell themselves stand behind the last cell.
 */
export function subsetProgram(font: Program, glyphs: readonly ProgramGlyph[]): Uint8Array {
  const plan = planSlots(font, glyphs);
  const { slots } = plan;
  const { glyf, loca } = writeOutlines(plan);
  const hmtx = new Uint8Array(4 * slots.length);
  const metrics = new DataView(hmtx.buffer);
  let widest = 0;
  slots.forEach((slot, index) => {
    metrics.setUint16(4 * index, slot.advance);
    metrics.setInt16(4 * index + 2, font.leftBearing(slot.gid) + slot.dx);
    widest = Math.max(widest, slot.advance);
  });
  return writeFile([
    ['cvt ', font.table('cvt ')],
    ['fpgm', font.table('fpgm')],
    ['glyf', glyf],
    ['head', headTable(font)],
    ['hhea', hheaTable(font, slots.length, widest)],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxpTable(font, slots.length)],
    ['prep', font.table('prep')],
  ]);
}

/** Decides which slot holds each outline; the first unmoved cell of a glyph is the home of its outline. */
function planSlots(font: Program, glyphs: readonly ProgramGlyph[]): Plan {
  const homes = new Map<number, number>();
  glyphs.forEach(({ gid, dx, dy }, index) => {
    if (dx === 0 && dy === 0 && !homes.has(gid)) homes.set(gid, index);
  });
  const wanted: ProgramGlyph[] = [...glyphs];
  const homeOf = (gid: number): number => {
    const known = homes.get(gid);
    if (known !== undefined) return known;
    homes.set(gid, wanted.length);
    return wanted.push({ gid, dx: 0, dy: 0, advance: font.advance(gid) }) - 1;
  };
  const slots: Slot[] = [];
  for (let index = 0; index < wanted.length; index++) {
    const { gid, dx, dy, advance } = wanted[index]!;
    const outline = font.glyph(gid);
    const home = outline.length === 0 || homes.get(gid) === index;
    const parts = home && isComposite(outline) ? font.components(gid) : NO_PARTS;
    for (const part of parts) homeOf(part.gid);
    slots.push({ gid, dx, dy, advance, outline, parts, moves: home ? null : homeOf(gid) });
  }
  return { slots, homes };
}

const NO_PARTS: readonly Component[] = [];

/** A negative number of contours (OpenType, `glyf`, glyph headers). */
function isComposite(outline: Uint8Array): boolean {
  return outline.length > 0 && outline[0]! >= 0x80;
}

const aligned = (length: number): number => (length + 3) & ~3;

function writeOutlines({ slots, homes }: Plan): { glyf: Uint8Array; loca: Uint8Array } {
  const loca = new Uint8Array(4 * (slots.length + 1));
  const places = new DataView(loca.buffer);
  let length = 0;
  slots.forEach(({ outline, moves }, index) => {
    length += aligned(moves === null ? outline.length : MOVED_LENGTH);
    places.setUint32(4 * (index + 1), length);
  });
  const glyf = new Uint8Array(length);
  const view = new DataView(glyf.buffer);
  slots.forEach((slot, index) => {
    const at = places.getUint32(4 * index);
    if (slot.moves !== null) {
      writeMoved(new DataView(glyf.buffer, at, MOVED_LENGTH), slot, slot.moves);
      return;
    }
    glyf.set(slot.outline, at);
    for (const part of slot.parts) view.setUint16(at + part.at, homes.get(part.gid)!);
  });
  return { glyf, loca };
}

/** A composite glyph: its box moved, then one component with its offset. */
function writeMoved(view: DataView, { outline, dx, dy }: Slot, target: number): void {
  const source = new DataView(outline.buffer, outline.byteOffset);
  view.setInt16(0, -1);
  view.setInt16(2, source.getInt16(2) + dx);
  view.setInt16(4, source.getInt16(4) + dy);
  view.setInt16(6, source.getInt16(6) + dx);
  view.setInt16(8, source.getInt16(8) + dy);
  view.setUint16(10, ARGUMENTS_ARE_WORDS_AND_OFFSETS);
  view.setUint16(12, target);
  view.setInt16(14, dx);
  view.setInt16(16, dy);
}

function copyOf(font: Program, tag: string): { bytes: Uint8Array; view: DataView } {
  // Not slice(): that of a Buffer is a view, and would write into the font itself.
  const bytes = Uint8Array.from(font.table(tag)!);
  return { bytes, view: new DataView(bytes.buffer) };
}

function headTable(font: Program): Uint8Array {
  const { bytes, view } = copyOf(font, 'head');
  view.setUint32(8, 0);
  view.setInt16(50, 1);
  return bytes;
}

function hheaTable(font: Program, count: number, widest: number): Uint8Array {
  const { bytes, view } = copyOf(font, 'hhea');
  view.setUint16(10, widest);
  view.setUint16(34, count);
  return bytes;
}

/** A moved glyph has all points of its outline and is one level deeper than the source's composites. */
function maxpTable(font: Program, count: number): Uint8Array {
  const { bytes, view } = copyOf(font, 'maxp');
  view.setUint16(4, count);
  view.setUint16(10, Math.max(view.getUint16(6), view.getUint16(10)));
  view.setUint16(12, Math.max(view.getUint16(8), view.getUint16(12)));
  view.setUint16(28, Math.max(view.getUint16(28), 1));
  view.setUint16(30, view.getUint16(30) + 1);
  return bytes;
}

/** The file: directory, tables, check sums. `tables` in order of their tags. */
function writeFile(all: readonly (readonly [string, Uint8Array | null])[]): Uint8Array {
  const tables = all.filter((entry): entry is readonly [string, Uint8Array] => entry[1] !== null);
  const start = 12 + 16 * tables.length;
  const file = new Uint8Array(tables.reduce((length, [, bytes]) => length + aligned(bytes.length), start));
  const view = new DataView(file.buffer);
  const power = 31 - Math.clz32(tables.length);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * tables.length - (16 << power));
  let offset = start;
  let head = 0;
  let total = 0;
  tables.forEach(([tag, bytes], index) => {
    const entry = 12 + 16 * index;
    for (let k = 0; k < 4; k++) file[entry + k] = tag.charCodeAt(k);
    file.set(bytes, offset);
    if (tag === 'head') head = offset;
    const end = offset + aligned(bytes.length);
    const sum = checkSum(view, offset, end);
    total += sum;
    view.setUint32(entry + 4, sum);
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, bytes.length);
    offset = end;
  });
  view.setUint32(head + 8, 0xb1b0afba - total - checkSum(view, 0, start));
  return file;
}

/** The sum of the 32-bit words (OpenType, "Calculating checksums"). */
function checkSum(view: DataView, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
