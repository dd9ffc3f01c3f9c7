/** Offsets in a page's markup → the place in the template that wrote them. */

import type { Span } from '../diagnostics.ts';
import type { PlaceMark } from '../source-marks.ts';

export interface Place {
  readonly file: string;
  readonly offset: number;
  /** Where the piece of template ends that wrote it. */
  readonly end: number;
}

export interface Places {
  at(offset: number): Place;
  /** From one offset to another, `to` exclusive; within the piece of template that holds `from`. */
  span(from: number, to: number): Span;
}

export function createPlaces(marks: readonly PlaceMark[], files: readonly string[]): Places {
  const at = (offset: number): Place => {
    const mark = lastAtOrBefore(marks, offset);
    if (mark === null) return { file: files[0] ?? '', offset: 0, end: 0 };
    const { start, end } = mark;
    return { file: files[mark.file] ?? '', offset: Math.min(start + offset - mark.at, end), end };
  };
  return {
    at,
    span: (from, to) => {
      const { file, offset, end } = at(from);
      return { file, start: offset, end: Math.min(offset + Math.max(0, to - from), end) };
    },
  };
}

/** A mark with nothing behind it stands at the same offset as the next one, which is the one that counts. */
function lastAtOrBefore(marks: readonly PlaceMark[], offset: number): PlaceMark | null {
  let low = 0;
  let high = marks.length - 1;
  if (high < 0 || marks[0]!.at > offset) return null;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (marks[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return marks[low]!;
}
