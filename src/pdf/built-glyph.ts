/** Parts of a drawing → one composite glyph: each part a component, turned, narrowed and moved (OpenType, `glyf`). */

import type { Program } from '../fonts/index.ts';
import type { DrawingPart } from '../layout/page.ts';

const ARGUMENTS_ARE_WORDS_AND_OFFSETS = 0x0003;
const MORE_COMPONENTS = 0x0020;
const X_AND_Y_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;
/** 1 in the format F2DOT14. */
const ONE = 0x4000;

interface Box {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/**
 * @param homes the slot of each glyph in the program being written.
 * @returns the glyph's bytes, and its left side bearing in font units.
 */
export function buildComposite(
  font: Program,
  parts: readonly DrawingPart[],
  homes: ReadonlyMap<number, number>,
): { readonly bytes: Uint8Array; readonly left: number } {
  const units = font.unitsPerEm / 1000;
  const places = parts.map((part) => ({
    part,
    dx: Math.round(part.x * units),
    dy: Math.round(part.y * units),
  }));
  const boxes = places.map(({ part, dx, dy }) => moved(partBox(font, part), dx, dy));
  const view = new DataView(new ArrayBuffer(10 + parts.reduce((sum, part) => sum + lengthOf(part), 0)));
  view.setInt16(0, -1);
  view.setInt16(2, Math.min(...boxes.map((box) => box.xMin)));
  view.setInt16(4, Math.min(...boxes.map((box) => box.yMin)));
  view.setInt16(6, Math.max(...boxes.map((box) => box.xMax)));
  view.setInt16(8, Math.max(...boxes.map((box) => box.yMax)));
  let at = 10;
  places.forEach(({ part, dx, dy }, index) => {
    const more = index < places.length - 1 ? MORE_COMPONENTS : 0;
    view.setUint16(at, ARGUMENTS_ARE_WORDS_AND_OFFSETS | more | shapeFlag(part));
    view.setUint16(at + 2, homes.get(part.gid)!);
    view.setInt16(at + 4, dx);
    view.setInt16(at + 6, dy);
    writeShape(view, at + 8, part);
    at += lengthOf(part);
  });
  return { bytes: new Uint8Array(view.buffer), left: view.getInt16(2) };
}

function lengthOf(part: DrawingPart): number {
  return 8 + (part.turned ? 8 : part.scale === 1 ? 0 : 4);
}

function shapeFlag(part: DrawingPart): number {
  if (part.turned) return TWO_BY_TWO;
  return part.scale === 1 ? 0 : X_AND_Y_SCALE;
}

/** Turned clockwise, (x, y) goes to (y, −x): xscale 0, scale01 −1, scale10 1, yscale 0. */
function writeShape(view: DataView, at: number, part: DrawingPart): void {
  if (part.turned) {
    view.setInt16(at, 0);
    view.setInt16(at + 2, -ONE);
    view.setInt16(at + 4, ONE);
    view.setInt16(at + 6, 0);
  } else if (part.scale !== 1) {
    view.setInt16(at, Math.round(part.scale * ONE));
    view.setInt16(at + 2, ONE);
  }
}

/** A part's box about its own origin, turned and narrowed. */
function partBox(font: Program, part: DrawingPart): Box {
  const [xMin, yMin, xMax, yMax] = font.box(part.gid);
  if (part.turned) return { xMin: yMin, yMin: -xMax, xMax: yMax, yMax: -xMin };
  return { xMin: Math.floor(xMin * part.scale), yMin, xMax: Math.ceil(xMax * part.scale), yMax };
}

function moved(box: Box, dx: number, dy: number): Box {
  return { xMin: box.xMin + dx, yMin: box.yMin + dy, xMax: box.xMax + dx, yMax: box.yMax + dy };
}
