/** A head and the width it has → its parts set, one below the other, in whole lines. */

import type { Grid, HeadBox, ParagraphBox } from '../markup/box.ts';
import type { FaceTables, Galley, SetLine } from '../text/index.ts';
import { widthAcross } from './grid.ts';
import { fitRows } from './head-rows.ts';
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
  /** Columns of the story that it stands over. */
  readonly column: number;
  readonly columns: number;
  readonly parts: readonly HeadPart[];
  /** Whole lines of the grid, blanks above and below included. */
  readonly lines: number;
  /** Height of the rows and the gaps between, pt. */
  readonly content: number;
}

export function setHead(
  head: HeadBox,
  grid: Grid,
  { column, columns }: Pick<SetHead, 'column' | 'columns'>,
  tables: FaceTables,
): SetHead {
  const blank = padding(head, grid);
  const width = widthAcross(grid, { column, columns }) - 2 * blank.across;
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
  const inner = Math.ceil((top + 2 * blank.down) / grid.pitch - 1e-6);
  const lines = head.spaceBefore + inner + head.spaceAfter;
  return { column, columns, parts, lines, content: top };
}

/** Between the edge of what a head stands on and its rows, pt; nothing where it stands on the paper. */
export function padding(
  { background, border }: HeadBox,
  grid: Grid,
): { readonly across: number; readonly down: number } {
  if (background === null && border === null) return { across: 0, down: 0 };
  return { across: grid.em, down: grid.pitch / 2 };
}

function heightOf(part: Omit<HeadPart, 'top'>): number {
  return part.galley.paragraph.size + (part.rows.length - 1) * part.rowPitch;
}

/** @param width pt. */
export function setPart(box: ParagraphBox, width: number, tables: FaceTables): Omit<HeadPart, 'top'> {
  const { galley, rows, rowPitch } = fitRows(box, width, tables);
  return { galley, rows, rowPitch };
}
