/** A line as set → where each of its cells stands. */

import type { Cells } from './cells.ts';
import type { SetLine } from './justify.ts';
import type { Reading } from './readings.ts';

/** 1/1000 字 from the line's start, one entry a cell: without the blanks on both sides. */
export interface CellPlaces {
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** The middle of what is drawn: a cell may have room for a reading behind it. */
  readonly middle: readonly number[];
}

export function cellPlaces(
  { cells, readings }: { readonly cells: Cells; readonly readings: readonly Reading[] },
  line: SetLine,
): CellPlaces {
  const start: number[] = [];
  const end: number[] = [];
  let at = 0;
  for (let i = line.from; i < line.to; i++) {
    const k = i - line.from;
    start.push(at + line.left[k]!);
    end.push(start[k]! + cells.core[i]!);
    at = end[k]! + line.right[k]! + line.gap[k]!;
  }
  const middle = start.map((from, k) => (from + end[k]!) / 2);
  for (const reading of readings) {
    const k = reading.from - line.from;
    if (reading.kind === 'beside' && k >= 0 && k < middle.length) middle[k]! -= reading.room / 2;
  }
  return { start, end, middle };
}
