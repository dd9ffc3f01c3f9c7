/** Glyphs of a face → one glyph built of them, and a glyph moved to the middle of its cell. */

/** One glyph in a drawing. */
export interface DrawingPart {
  readonly gid: number;
  /** Lies on its right side: turned by 90° clockwise. */
  readonly turned: boolean;
  /** Of its width, 1 or less. */
  readonly scale: number;
  /** Where its origin goes, 1/1000 em, y upward from the baseline of a cell of 1 em. */
  readonly x: number;
  readonly y: number;
}

/** Several glyphs, or one that is turned or moved, as one glyph in a cell 1 em wide whose top is at 880. */
export interface Drawing {
  readonly parts: readonly DrawingPart[];
}

/** A glyph of a face and its ink: left, bottom, right, top. */
export interface Inked {
  readonly gid: number;
  readonly box: readonly [number, number, number, number];
}

/** Top and middle of the em box above the baseline. */
export const TOP = 880;
export const MIDDLE = 380;
const HALF = 500;
/** An outline this near to the middle of the line is left as the face has it. */
const NEAR = 40;

/** A glyph, or the drawing it has to be, and how far it is moved along the line within its core. */
export interface Centred {
  readonly gid: number | Drawing;
  readonly shift: number;
}

/**
 * The middle of the ink comes to the middle of a core, and of the line: a face has marks that it shares with Latin
 * on the Latin's height, and as narrow as they are at the left of a line that runs down.
 */
export function inMiddle({ gid, box }: Inked, core: number, down: boolean): Centred {
  const [left, bottom, right, top] = box;
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  const along = Math.round(core / 2 - (down ? TOP - middle.y : middle.x));
  const across = Math.round(down ? HALF - middle.x : MIDDLE - middle.y);
  if (Math.abs(across) <= NEAR) return { gid, shift: along };
  const place = down ? { x: across, y: -along } : { x: along, y: across };
  return { gid: { parts: [{ gid, turned: false, scale: 1, ...place }] }, shift: 0 };
}

/** The same for a glyph on its right side. */
export function turnedInMiddle({ gid, box }: Inked, core: number): Drawing {
  const [left, bottom, right, top] = box;
  const x = Math.round(HALF - (bottom + top) / 2);
  const y = Math.round(TOP - core / 2 + (left + right) / 2);
  return { parts: [{ gid, turned: true, scale: 1, x, y }] };
}
