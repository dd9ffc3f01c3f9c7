/** Columns and lines as editors write them, `1-5:18-57`, several behind blanks, or `1-5:?` → rectangles of the grid. */

import type { GridBox } from './grid-box.ts';

const BOX = /^(\d{1,3})(?:-(\d{1,3}))?:(\d{1,4})(?:-(\d{1,4}))?$/;

/** Counted from 1, both ends included; null for anything else. */
export function readArea(value: string): readonly GridBox[] | null {
  const boxes: GridBox[] = [];
  for (const word of value.trim().split(/ +/)) {
    const found = BOX.exec(word);
    if (found === null) return null;
    const [, column, lastColumn = column, line, lastLine = line] = found;
    const box = {
      column: Number(column) - 1,
      columns: Number(lastColumn) - Number(column) + 1,
      line: Number(line) - 1,
      lines: Number(lastLine) - Number(line) + 1,
    };
    if (box.column < 0 || box.line < 0 || box.columns < 1 || box.lines < 1) return null;
    boxes.push(box);
  }
  return boxes;
}

const OPEN = /^(\d{1,3})(?:-(\d{1,3}))?:\?(\d{1,3})?$/;

/** Columns of a block whose lines the page shares out, and its height where it was given. */
export interface OpenPlace {
  readonly columns: GridBox;
  /** Null: its share. */
  readonly lines: number | null;
}

/** `1-5:?`, or `1-5:?20`; null for anything else. */
export function readOpenPlace(value: string): OpenPlace | null {
  const found = OPEN.exec(value.trim());
  const [columns] = found === null ? [] : (readArea(`${found[1]}-${found[2] ?? found[1]}:1`) ?? []);
  if (found === null || columns === undefined) return null;
  const lines = found[3] === undefined ? null : Number(found[3]);
  return lines === 0 ? null : { columns: { ...columns, lines: lines ?? 1 }, lines };
}

/** Its rectangles; of a block whose lines are shared out its columns. */
export function placedAt(value: string): readonly GridBox[] | null {
  const open = readOpenPlace(value);
  return open === null ? readArea(value) : [open.columns];
}
