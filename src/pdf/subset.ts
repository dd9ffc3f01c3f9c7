/**
 * The cells that a document uses of a face → a TrueType program in which each cell is a glyph.
 *
 * Outlines are copied as they stand in the font file, never decoded. A moved outline is a composite glyph
 * of one component (OpenType, `glyf`), so the font's own advance is the width of the cell and the PDF needs
 * no corrections between glyphs: `W`, `hmtx` and layout say the same.
 */

import type { Component, Program } from '../fonts/index.ts';
import type { DrawingPart } from '../layout/page.ts';
import { buildComposite } from './built-glyph.ts';
import { copiedTable, padded, type TableDraft, writeFontFile } from './font-file.ts';

/** A glyph as it shall stand in the program. All measures in font units. */
export interface ProgramGlyph {
  /** The glyph in the source font. */
  readonly gid: number;
  /** How far the outline is moved, x to the right, y upward. */
  readonly dx: number;
  readonly dy: number;
  readonly advance: number;
  /** Built of these glyphs instead of `gid`: a composite glyph of its own. */
  readonly parts: readonly DrawingPart[] | null;
}

/** What is written for a slot: an outline of the source, or a composite that moves one. */
interface Slot extends Omit<ProgramGlyph, 'parts'> {
  readonly outline: Uint8Array;
  /** The slot that a composite refers to; null where the outline itself is written. */
  readonly moves: number | null;
  /** What the outline is made of where it is written and is a composite. */
  readonly components: readonly Component[];
  /** Left side bearing. */
  readonly bearing: number;
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
  return writeFontFile([
    ...copyOf(font, 'cvt '),
    ...copyOf(font, 'fpgm'),
    glyfTable(plan),
    ...changed(font, 'head', (view) => {
      view.setUint32(8, 0);
      view.setInt16(50, 1);
    }),
    ...changed(font, 'hhea', (view) => {
      view.setUint16(10, Math.max(...plan.slots.map(({ advance }) => advance)));
      view.setUint16(34, plan.slots.length);
    }),
    hmtxTable(plan),
    locaTable(plan),
    ...changed(font, 'maxp', (view) => changeMaxp(view, plan.slots.length)),
    ...copyOf(font, 'prep'),
  ]);
}

/** Decides which slot holds each outline; the first unmoved cell of a glyph is the home of its outline. */
function planSlots(font: Program, glyphs: readonly ProgramGlyph[]): Plan {
  const homes = new Map<number, number>();
  glyphs.forEach(({ gid, dx, dy, parts }, index) => {
    if (dx === 0 && dy === 0 && parts === null && !homes.has(gid)) homes.set(gid, index);
  });
  const wanted: ProgramGlyph[] = [...glyphs];
  const homeOf = (gid: number): number => {
    const known = homes.get(gid);
    if (known !== undefined) return known;
    homes.set(gid, wanted.length);
    return wanted.push({ gid, dx: 0, dy: 0, advance: font.advance(gid), parts: null }) - 1;
  };
  const slots: Slot[] = [];
  for (let index = 0; index < wanted.length; index++) {
    const glyph = wanted[index]!;
    if (glyph.parts !== null) {
      for (const part of glyph.parts) homeOf(part.gid);
      slots.push(builtSlot(font, glyph, homes));
      continue;
    }
    const { gid, dx, dy, advance } = glyph;
    const outline = outlineOf(font, gid);
    const home = outline.length === 0 || homes.get(gid) === index;
    const parts = home && isComposite(outline) ? font.components(gid) : NO_PARTS;
    for (const part of parts) homeOf(part.gid);
    slots.push({
      gid,
      dx,
      dy,
      advance,
      outline,
      components: parts,
      moves: home ? null : homeOf(gid),
      bearing: font.leftBearing(gid) + dx,
    });
  }
  return { slots, homes };
}

/**
 * Outlines read so far in this process. A font on the disk is read glyph by glyph, and the pages of a paper
 * use the same thousand characters.
 */
const outlines = new WeakMap<Program, Map<number, Uint8Array>>();

function outlineOf(font: Program, gid: number): Uint8Array {
  let known = outlines.get(font);
  if (known === undefined) {
    known = new Map();
    outlines.set(font, known);
  }
  let outline = known.get(gid);
  if (outline === undefined) {
    outline = font.glyph(gid);
    known.set(gid, outline);
  }
  return outline;
}

const NO_PARTS: readonly Component[] = [];

/** The slot of a glyph built of others. */
function builtSlot(font: Program, glyph: ProgramGlyph, homes: ReadonlyMap<number, number>): Slot {
  const built = buildComposite(font, glyph.parts!, homes);
  return {
    gid: glyph.gid,
    dx: 0,
    dy: 0,
    advance: glyph.advance,
    outline: built.bytes,
    components: NO_PARTS,
    moves: null,
    bearing: built.left,
  };
}

/** A negative number of contours (OpenType, `glyf`, glyph headers). */
function isComposite(outline: Uint8Array): boolean {
  return outline.length > 0 && outline[0]! >= 0x80;
}

function lengthOf({ outline, moves }: Slot): number {
  return padded(moves === null ? outline.length : MOVED_LENGTH);
}

function glyfTable({ slots, homes }: Plan): TableDraft {
  const fill = (bytes: Uint8Array, view: DataView): void => {
    let at = 0;
    for (const slot of slots) {
      if (slot.moves !== null) writeMoved(new DataView(view.buffer, view.byteOffset + at), slot, slot.moves);
      else bytes.set(slot.outline, at);
      for (const part of slot.components) view.setUint16(at + part.at, homes.get(part.gid)!);
      at += lengthOf(slot);
    }
  };
  return { tag: 'glyf', length: slots.reduce((sum, slot) => sum + lengthOf(slot), 0), fill };
}

function locaTable({ slots }: Plan): TableDraft {
  const fill = (_: Uint8Array, view: DataView): void => {
    let end = 0;
    slots.forEach((slot, index) => {
      end += lengthOf(slot);
      view.setUint32(4 * (index + 1), end);
    });
  };
  return { tag: 'loca', length: 4 * (slots.length + 1), fill };
}

function hmtxTable({ slots }: Plan): TableDraft {
  const fill = (_: Uint8Array, view: DataView): void => {
    slots.forEach(({ advance, bearing }, index) => {
      view.setUint16(4 * index, advance);
      view.setInt16(4 * index + 2, bearing);
    });
  };
  return { tag: 'hmtx', length: 4 * slots.length, fill };
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

/** The source's table, none if it has none. */
function copyOf(font: Program, tag: string): TableDraft[] {
  const bytes = font.table(tag);
  return bytes === null ? [] : [copiedTable(tag, bytes)];
}

function changed(font: Program, tag: string, change: (view: DataView) => void): TableDraft[] {
  return copyOf(font, tag).map((table) => ({
    ...table,
    fill: (bytes, view) => {
      table.fill(bytes, view);
      change(view);
    },
  }));
}

/** A moved glyph has all points of its outline and is one level deeper than the source's composites. */
function changeMaxp(view: DataView, count: number): void {
  view.setUint16(4, count);
  view.setUint16(10, Math.max(view.getUint16(6), view.getUint16(10)));
  view.setUint16(12, Math.max(view.getUint16(8), view.getUint16(12)));
  view.setUint16(28, Math.max(view.getUint16(28), 1));
  view.setUint16(30, view.getUint16(30) + 1);
}
