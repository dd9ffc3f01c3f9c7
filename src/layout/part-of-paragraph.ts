/** A paragraph and two places in its text → the part between them, every character leading back to its file. */

import type { ParagraphBox, TextRun } from '../markup/box.ts';
import { sliceMap } from '../source-map.ts';

export function textOfBox({ runs }: Pick<ParagraphBox, 'runs'>): string {
  return runs.map((run) => run.text).join('');
}

/** The characters `from` to `to`, with what is marked and kept together of them. */
export function partOfParagraph(box: ParagraphBox, from: number, to: number): ParagraphBox {
  return {
    ...box,
    runs: partOfRuns(box.runs, from, to),
    marks: within(box.marks, from, to),
    kept: within(box.kept, from, to),
    rowEnds: box.rowEnds.filter((end) => end > from && end < to).map((end) => end - from),
  };
}

function partOfRuns(runs: readonly TextRun[], from: number, to: number): readonly TextRun[] {
  let before = 0;
  return runs.flatMap((run) => {
    const { length } = run.text;
    const start = Math.max(0, from - before);
    const end = Math.min(length, to - before);
    before += length;
    if (start >= end) return [];
    if (start === 0 && end === length) return [run];
    return [{ ...run, text: run.text.slice(start, end), map: sliceMap(run.map, start, end) }];
  });
}

/** Ranges of the whole, counted in the part; those outside it are gone. */
function within<T extends { readonly start: number; readonly end: number }>(
  ranges: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  return ranges.flatMap((range) => {
    const [start, end] = [Math.max(range.start, from) - from, Math.min(range.end, to) - from];
    return start < end ? [{ ...range, start, end }] : [];
  });
}
