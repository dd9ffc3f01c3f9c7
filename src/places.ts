/** Offsets in the files of a build → lines and columns, counted when a message or a report is written. */

import type { Span } from './diagnostics.ts';

/** The decoded texts of a build by the name that spans give them. */
export type Sources = ReadonlyMap<string, string>;

/** Line and column from 1; a column counts UTF-16 units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** The line itself: offsets in the file, its line end not counted. */
  readonly lineStart: number;
  readonly lineEnd: number;
}

/** A place finder; each file is cut into lines once, at its first question. Unknown files: null. */
export function placeFinder(sources: Sources): (span: Span) => Place | null {
  const tables = new Map<string, readonly number[]>();
  return ({ file, start }) => {
    const text = sources.get(file);
    if (text === undefined) return null;
    let starts = tables.get(file);
    if (starts === undefined) {
      starts = lineStarts(text);
      tables.set(file, starts);
    }
    const offset = Math.min(start, text.length);
    const index = lastAtOrBefore(starts, offset);
    const lineStart = starts[index]!;
    const next = starts[index + 1];
    const lineEnd = next === undefined ? text.length : text[next - 2] === '\r' ? next - 2 : next - 1;
    return {
      line: index + 1,
      column: offset - lineStart + 1,
      lineStart,
      lineEnd: Math.max(lineStart, lineEnd),
    };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last number that is not above `value`; `sorted` rises and begins at or below it. */
function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
