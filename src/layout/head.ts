/** A head and the width it has → its rows at the largest size of the ladder that fits, in whole lines. */

import type { Grid, HeadBox, ParagraphBox, TextRun } from '../markup/box.ts';
import {
  balancedMeasure,
  breakGalley,
  evenMeasure,
  type FaceTables,
  type Galley,
  prepareParagraph,
  type SetLine,
  setLines,
} from '../text/index.ts';
import { widthAcross } from './grid.ts';
import { roomForMarks } from './mark-room.ts';

/** A part of a head as set: rows of one size, top to bottom. */
export interface HeadPart {
  readonly galley: Galley;
  readonly rows: readonly SetLine[];
  /** From the top of the head's content to the top of the first row's em box, pt. */
  readonly top: number;
  readonly rowPitch: number;
}

export interface SetHead {
  /** Columns of the story that it stands over, from the first. */
  readonly columns: number;
  readonly parts: readonly HeadPart[];
  /** Whole lines of the grid, blanks above and below included. */
  readonly lines: number;
  /** Height of the rows and the gaps between, pt. */
  readonly content: number;
}

export function setHead(head: HeadBox, grid: Grid, columns: number, tables: FaceTables): SetHead {
  const width = widthAcross(grid, columns);
  const parts: HeadPart[] = [];
  let top = 0;
  for (const box of head.parts) {
    const part = setPart(box, width, tables);
    const room = roomForMarks(part.galley);
    if (parts.length > 0) top += head.gap;
    top += room.before;
    parts.push({ ...part, top });
    top += heightOf(part) + room.after;
  }
  const lines = head.spaceBefore + Math.ceil(top / grid.pitch - 1e-6) + head.spaceAfter;
  return { columns, parts, lines, content: top };
}

function heightOf(part: Omit<HeadPart, 'top'>): number {
  return part.galley.paragraph.size + (part.rows.length - 1) * part.rowPitch;
}

/** A part at one size of its ladder, in rows of a measure. `width` in pt. */
export function rowsAt(
  box: ParagraphBox,
  size: number,
  width: number,
  tables: FaceTables,
): { readonly galley: Galley; readonly rows: readonly SetLine[] } {
  const galley = prepareParagraph(atSize(box, size), tables);
  const measure = Math.floor((width / size) * 1000);
  const breaks = breakGalley(galley, evenMeasure(galley.paragraph, measure));
  const rowMeasure =
    breaks.ends.length > 1 ? balancedMeasure(galley, measure) : evenMeasure(galley.paragraph, measure);
  return { galley, rows: setLines(galley, breakGalley(galley, rowMeasure), rowMeasure) };
}

/** The largest size whose rows are no more than the box wants; the smallest one in any case. */
export function setPart(box: ParagraphBox, width: number, tables: FaceTables): Omit<HeadPart, 'top'> {
  const sizes = box.sizes.length > 0 ? box.sizes : [box.size];
  for (const size of sizes) {
    const { galley, rows } = rowsAt(box, size, width, tables);
    const fits = box.maxRows === 0 || rows.length <= box.maxRows;
    if (!fits && size !== sizes[sizes.length - 1]) continue;
    return { galley, rows, rowPitch: (box.rowPitch * size) / box.size };
  }
  throw new Error('a ladder of sizes is never empty');
}

function atSize(box: ParagraphBox, size: number): ParagraphBox {
  if (size === box.size) return box;
  const scaled = (run: TextRun): TextRun => ({
    ...run,
    style: { ...run.style, size: (run.style.size * size) / box.size },
  });
  const marks = box.marks.map((mark) =>
    mark.kind === 'ruby' ? { ...mark, reading: scaled(mark.reading) } : mark,
  );
  return { ...box, size, runs: box.runs.map(scaled), marks };
}
