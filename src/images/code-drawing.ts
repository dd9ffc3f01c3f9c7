/** Bars and characters of a code, in its modules → a drawing. */

import type { ArtShape, ArtworkInfo, ImageKey, Outline } from './image.ts';
import { mapped } from './svg-matrix.ts';

/** Modules. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @param size the drawing's, in the units of its shapes. */
export function codeDrawing(
  key: ImageKey,
  size: { readonly width: number; readonly height: number },
  shapes: readonly ArtShape[],
): ArtworkInfo {
  const scale = 1000 / Math.max(size.width, size.height);
  const scaled = shapes.map((shape) => ({
    ...shape,
    outlines: shape.outlines.map(({ curve, closed }) => ({
      curve: mapped([scale, 0, 0, scale, 0, 0], curve),
      closed,
    })),
  }));
  return { key, format: 'svg', width: size.width * scale, height: size.height * scale, shapes: scaled };
}

/** Bars in one shape, so that no seam shows between them. */
export function barShape(bars: readonly Bar[]): ArtShape {
  return blackShape(bars.map(({ x, y, width, height }) => rectangle([x, y, x + width, y + height])));
}

export function blackShape(outlines: readonly Outline[]): ArtShape {
  return { outlines, fill: { rgb: [0, 0, 0], opacity: 1, rule: 'nonzero' }, stroke: null };
}

function rectangle(corners: readonly number[]): Outline {
  const [left, top, right, bottom] = corners as [number, number, number, number];
  const ends = [right, top, right, bottom, left, bottom];
  const curve = [left, top];
  let [x, y] = [left, top];
  for (let at = 0; at < ends.length; at += 2) {
    const [toX, toY] = [ends[at]!, ends[at + 1]!];
    curve.push(x, y, toX, toY, toX, toY);
    [x, y] = [toX, toY];
  }
  return { curve, closed: true };
}
