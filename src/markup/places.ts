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
  /** From one offset to another, `to` exclusive: in the template's own text; what a mustache wrote is all of it. */
  span(from: number, to: number): Span;
}

export function createPlaces(marks: readonly PlaceMark[], files: readonly string[]): Places {
  const nothing: PlaceMark = { at: 0, file: 0, start: 0, end: 0, own: true };
  const nameOf = ({ file }: PlaceMark): string => files[file] ?? '';
  return {
    at: (offset) => {
      const mark = lastAtOrBefore(marks, offset) ?? nothing;
      return { file: nameOf(mark), offset: Math.min(mark.start + offset - mark.at, mark.end), end: mark.end };
    },
    span: (from, to) => {
      const mark = lastAtOrBefore(marks, from) ?? nothing;
      if (!mark.own) return { file: nameOf(mark), start: mark.start, end: mark.end };
      const start = Math.min(mark.start + from - mark.at, mark.end);
      return { file: nameOf(mark), start, end: Math.min(start + Math.max(0, to - from), mark.end) };
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
