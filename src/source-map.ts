/**
 * Text on the page → the author's file: runs that lead every character back to where it was written.
 */

import type { Span } from './diagnostics.ts';

/**
 * One run: from `at` in the text on, character k stands at `start + (k - at)` in the file, up to the next
 * run.
 */
export interface SourceRun {
  readonly at: number;
  readonly start: number;
}

/** `runs` are in rising order of `at`; the first has `at` 0. `end` is the file offset behind the text. */
export interface SourceMap {
  readonly file: string;
  readonly runs: readonly SourceRun[];
  readonly end: number;
}

/** The offset in the file of a character of the text; never beyond the next run's start. */
export function offsetInFile(map: SourceMap, at: number): number {
  let low = 0;
  let high = map.runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (map.runs[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  const run = map.runs[low]!;
  const next = map.runs[low + 1];
  return Math.min(run.start + (at - run.at), next === undefined ? map.end : Math.max(run.start, next.start));
}

/** The span in the file of the characters `from`–`to` of the text. */
export function spanInFile(map: SourceMap, from: number, to: number): Span {
  const start = offsetInFile(map, from);
  const last = to > from ? offsetInFile(map, to - 1) + 1 : start;
  return { file: map.file, start, end: Math.max(last, start) };
}

/** The map of a part of the text, `from` to `to`, counted from 0 again. */
export function sliceMap(map: SourceMap, from: number, to: number): SourceMap {
  const runs: SourceRun[] = [{ at: 0, start: offsetInFile(map, from) }];
  for (const run of map.runs) {
    if (run.at > from && run.at < to) runs.push({ at: run.at - from, start: run.start });
  }
  return { file: map.file, runs, end: offsetInFile(map, to) };
}
