/** A range of a paragraph's text → its way back to the author's file. */

import type { Span } from '../diagnostics.ts';
import type { ParagraphBox } from '../markup/box.ts';
import { type SourceMap, sliceMap, spanInFile } from '../source-map.ts';

/**
 * The map of a range that lies in one run, or begins in one and goes on in others of the same file: the
 * runs' maps joined.
 */
export function sliceParagraphMap(paragraph: ParagraphBox, from: number, to: number): SourceMap {
  const runs: { at: number; start: number }[] = [];
  let file = '';
  let end = 0;
  let offset = 0;
  for (const run of paragraph.runs) {
    const low = Math.max(from, offset);
    const high = Math.min(to, offset + run.text.length);
    if (low < high) {
      const part = sliceMap(run.map, low - offset, high - offset);
      if (file === '') file = part.file;
      for (const piece of part.runs) runs.push({ at: piece.at + low - from, start: piece.start });
      end = part.end;
    }
    offset += run.text.length;
  }
  return { file, runs: runs.length > 0 ? runs : [{ at: 0, start: 0 }], end };
}

/** Where the characters `from`–`to` of a paragraph were written. */
export function spanOf(paragraph: ParagraphBox, from: number, to: number): Span {
  let offset = 0;
  for (const run of paragraph.runs) {
    if (from < offset + run.text.length) {
      return spanInFile(run.map, from - offset, Math.min(to - offset, run.text.length));
    }
    offset += run.text.length;
  }
  return paragraph.span;
}
