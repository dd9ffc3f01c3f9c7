/** A text in a vendored face → where the ink of each of its cells is. */

import type { FaceTable } from '../../src/fonts/face.ts';
import type { Galley } from '../../src/text/index.ts';

/** From one end to the other, 1/1000 em. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * Ink of one glyph: along the line from where its cell's core begins, and across it. Across: y above the baseline,
 * the middle of the em box at 380; of lines that run down: x from the middle of the line.
 */
export interface Ink {
  readonly along: Extent;
  readonly over: Extent;
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

/** The ink of each glyph of a cell, in a paragraph whose runs have the paragraph's own size. */
export function inkOfCell({ cells }: Galley, cell: number): readonly Ink[] {
  const face = cells.faces[cells.face[cell]!]!;
  const found: Ink[] = [];
  let before = 0;
  for (let glyph = cells.glyphStart[cell]!; glyph < cells.glyphStart[cell + 1]!; glyph++) {
    const gid = cells.gid[glyph]!;
    const shift = before + cells.glyphShift[glyph]!;
    const boxes = gid < 0 ? boxesOfDrawing(face, cells.drawings[-1 - gid]!) : [boxOfGlyph(face, gid)];
    for (const [left, bottom, right, top] of boxes) {
      found.push(
        cells.down
          ? {
              along: { from: 880 - top + shift, to: 880 - bottom + shift },
              over: { from: left - 500, to: right - 500 },
            }
          : { along: { from: left + shift, to: right + shift }, over: { from: bottom, to: top } },
      );
    }
    before += cells.glyphWidth[glyph]!;
  }
  return found;
}

function boxesOfDrawing(face: FaceTable, drawing: Galley['cells']['drawings'][number]): readonly Box[] {
  return drawing.parts.map(({ gid, turned, scale, x, y }) => {
    const [left, bottom, right, top] = boxOfGlyph(face, gid);
    return turned
      ? [x + bottom, y - right, x + top, y - left]
      : [x + left * scale, y + bottom, x + right * scale, y + top];
  });
}

function boxOfGlyph(face: FaceTable, gid: number): Box {
  for (const form of face.forms.values()) if (form.gid === gid) return form.box as Box;
  const entry = face.gids.indexOf(gid);
  const [left, bottom, right, top] = face.boxes.subarray(entry * 4, entry * 4 + 4);
  return [left!, bottom!, right!, top!];
}

/** Around the ink of all glyphs of a cell. */
export function inkAround(galley: Galley, cell: number): Ink {
  const inks = inkOfCell(galley, cell);
  const around = (extents: readonly Extent[]): Extent => ({
    from: Math.min(...extents.map(({ from }) => from)),
    to: Math.max(...extents.map(({ to }) => to)),
  });
  return { along: around(inks.map(({ along }) => along)), over: around(inks.map(({ over }) => over)) };
}

export const middleOf = ({ from, to }: Extent): number => (from + to) / 2;
