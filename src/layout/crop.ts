/** A picture and the box it fills → the part of it that shows: as much as the box's shape allows, focus kept. */

import { type Fractions, type Rect, type Size, UNCROPPED } from '../geometry.ts';
import { isCodeKey } from '../images/index.ts';
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

interface Shown {
  readonly box: Rect;
  readonly crop: Fractions;
}

/** Of a code nothing may be cut off, or nothing could read it: it stands whole within the box. */
export function shownIn(figure: FigureBox, box: Rect): Shown {
  return isCodeKey(figure.image) ? wholeIn(figure, box) : { box, crop: photoCrop(figure, box) };
}

/** All of the picture, as large as there is room, in the middle of a box. */
export function wholeIn({ pixels }: FigureBox, box: Rect): Shown {
  const scale = Math.min(box.width / pixels.width, box.height / pixels.height);
  const [width, height] = [pixels.width * scale, pixels.height * scale];
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
  return { box: { x, y, width, height }, crop: UNCROPPED };
}

/** The start of a part of length `kept` with the focus in its middle, moved to stay within the picture. */
function place(focus: number, kept: number): number {
  return Math.min(1 - kept, Math.max(0, focus - kept / 2));
}
