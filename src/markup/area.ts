/** Columns and lines as editors write them, `1-5:18-57`, several behind blanks → rectangles of the grid. */

import type { GridBox } from './box.ts';

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
