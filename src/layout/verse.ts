/** The lines of a story's poems and the width of a column → the same lines, each poem in the middle of the column. */

import type { ParagraphBox } from '../markup/box.ts';
import { type FaceTables, prepareParagraph, setOnOneLine } from '../text/index.ts';

/** How far the rest of a line that is too long stands in, 1/1000 字. */
const HANG = 2000;

/**
 * All lines of a poem begin at one edge, and the longest stands in the middle: 诗行左齐，整首居中.
 * @param width of a column, pt.
 */
export function centreVerse(
  body: readonly ParagraphBox[],
  width: number,
  tables: FaceTables,
): readonly ParagraphBox[] {
  const centred: ParagraphBox[] = [];
  for (let from = 0; from < body.length; ) {
    let to = from;
    while (body[to]?.role === 'verse') to += 1;
    const poem = body.slice(from, to);
    const longest = Math.max(0, ...poem.map((line) => lengthOf(line, tables)));
    centred.push(...poem.map((line) => setIn(line, Math.max(0, width - longest) / 2)));
    if (to < body.length) centred.push(body[to]!);
    from = to + 1;
  }
  return centred;
}

/** pt. */
function lengthOf(line: ParagraphBox, tables: FaceTables): number {
  const galley = prepareParagraph({ ...line, indent: 0, insetStart: 0, insetEnd: 0 }, tables);
  return (setOnOneLine(galley).width * line.size) / 1000;
}

function setIn(line: ParagraphBox, edge: number): ParagraphBox {
  const insetStart = Math.floor((edge / line.size) * 1000) + HANG;
  // The same box where nothing changes: what is known of it holds.
  if (line.insetStart === insetStart && line.indent === -HANG) return line;
  return { ...line, insetStart, insetEnd: 0, indent: -HANG, align: 'left' };
}
