/** A picture and the box it fills → the part of it that shows: as much as the box's shape allows, focus kept. */

import type { Fractions, Size } from '../geometry.ts';
import type { FigureBox } from '../markup/box.ts';

export function photoCrop(figure: FigureBox, box: Size): Fractions {
  const picture = figure.pixels.width / figure.pixels.height;
  const wanted = box.width / box.height;
  const width = Math.min(1, wanted / picture);
  const height = Math.min(1, picture / wanted);
  return {
    x: place(figure.focus.x, width),
    y: place(figure.focus.y, height),
    width,
    height,
  };
}

/** The start of a part of length `kept` with the focus in its middle, moved to stay within the picture. */
function place(focus: number, kept: number): number {
  return Math.min(1 - kept, Math.max(0, focus - kept / 2));
}
