/** A line of text and its place → the em boxes of its characters as one rectangle. */

import type { Rect } from '../geometry.ts';
import type { ParagraphBox } from '../markup/box.ts';
import { ABOVE_BASELINE } from './grid.ts';

export function lineBox(
  { direction, size }: Pick<ParagraphBox, 'direction' | 'size'>,
  line: { readonly start: number; readonly length: number; readonly baseline: number },
): Rect {
  const { start, length, baseline } = line;
  if (direction === 'down') return { x: baseline - size / 2, y: start, width: size, height: length };
  return { x: start, y: baseline - ABOVE_BASELINE * size, width: length, height: size };
}
