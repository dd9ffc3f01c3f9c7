/** An own 花边 and the line or the box that it runs along → rows of its motif, a whole number of them each. */

import type { Point, Rect } from '../geometry.ts';
import type { ImageKey } from '../images/image.ts';
import type { Motif } from '../markup/box.ts';
import type { Ornament } from './page.ts';

export type MotifRow = Pick<Ornament, 'image' | 'from' | 'turn' | 'count' | 'size'>;

/** Along a line whose band has its top left corner at `from`; running down, heads are at the right. */
export function motifAlong(
  motif: Motif,
  band: number,
  line: { readonly from: Point; readonly length: number; readonly direction: 'across' | 'down' },
): MotifRow {
  const { from, length, direction } = line;
  const at = direction === 'across' ? from : { x: from.x + band, y: from.y };
  return row(motif, band, { at, turn: direction === 'across' ? 0 : 1, length });
}

/**
 * Round a box, within its edges. With a motif for the corners the sides run from corner to corner; without one
 * each side begins in its corner and ends where the next begins, so that the four corners are alike.
 */
export function motifRound(motif: Motif, band: number, { x, y, width, height }: Rect): readonly MotifRow[] {
  const { corner } = motif;
  const sides = [
    { at: { x, y }, along: { x: 1, y: 0 }, turn: 0, length: width },
    { at: { x: x + width, y }, along: { x: 0, y: 1 }, turn: 1, length: height },
    { at: { x: x + width, y: y + height }, along: { x: -1, y: 0 }, turn: 2, length: width },
    { at: { x, y: y + height }, along: { x: 0, y: -1 }, turn: 3, length: height },
  ] as const;
  if (corner === null) return sides.map((side) => row(motif, band, { ...side, length: side.length - band }));
  return sides.flatMap(({ at, along, turn, length }) => [
    corners(corner, band, at, turn),
    row(motif, band, {
      at: { x: at.x + along.x * band, y: at.y + along.y * band },
      turn,
      length: length - 2 * band,
    }),
  ]);
}

function corners(image: ImageKey, band: number, from: Point, turn: MotifRow['turn']): MotifRow {
  return { image, from, turn, count: 1, size: { width: band, height: band } };
}

/** Each as wide as its drawing wants, a little more or less so that the last ends where the side does. */
function row(
  { image, ratio }: Motif,
  band: number,
  { at, turn, length }: { readonly at: Point; readonly turn: MotifRow['turn']; readonly length: number },
): MotifRow {
  const count = Math.max(1, Math.round(length / (band * ratio)));
  return { image, from: at, turn, count, size: { width: length / count, height: band } };
}
