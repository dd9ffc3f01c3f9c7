/** A range of a paragraph's text → its way back to the author's file. */

import type { Span } from '../diagnostics.ts';
import type { ParagraphBox } from '../markup/box.ts';
import { type SourceMap, sliceMap, spanInFile } from '../source-map.ts';

/** The map of a range of the paragraph's text that lies in one of its runs. */
export function mapOfRun(
  paragraph: ParagraphBox,
  range: { readonly run: number; readonly from: number; readonly to: number },
): SourceMap {
  let offset = 0;
  for (let k = 0; k < range.run; k++) offset += paragraph.runs[k]!.text.length;
  return sliceMap(paragraph.runs[range.run]!.map, range.from - offset, range.to - offset);
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
