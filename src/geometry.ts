/**
 * Places and sizes on a page → the few operations on them.
 *
 * One convention everywhere: points (1 pt = 1/72 inch), origin at the top left corner of the trim,
 * x to the right, y downward.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle by its top left corner and its size, in pt. */
export interface Rect extends Point, Size {}

/** A part of a picture, in fractions of its width and height (0–1), origin top left. */
export type Fractions = Rect;

/** The whole picture. */
export const UNCROPPED: Fractions = { x: 0, y: 0, width: 1, height: 1 };

/** True if two rectangles share more than `slack` pt in both directions. */
export function overlaps(a: Rect, b: Rect, slack = 0): boolean {
  return (
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > slack &&
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > slack
  );
}

/** True if `inner` lies within `outer`, with `slack` pt to spare on every side. */
export function contains(outer: Rect, inner: Rect, slack = 0): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}
