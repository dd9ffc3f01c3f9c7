/** A set table and its place in a column → its rules and cells as items, row by row, with their nodes. */

import type { Grid } from '../markup/box.ts';
import { addLine } from './add-line.ts';
import { drawRule } from './frame.ts';
import { baselineAt, columnLeft, lineTop, widthAcross } from './grid.ts';
import type { Node } from './page.ts';
import { drawReadings, type PagePen } from './page-pen.ts';
import type { SetTable } from './table.ts';

export interface TablePlace {
  readonly block: string;
  readonly column: number;
  readonly line: number;
  /** Number of the table among the blocks of its story. */
  readonly index: number;
  readonly page: number;
  readonly lang: string;
  readonly source: Node['source'];
}

export function drawTable(pen: PagePen, grid: Grid, table: SetTable, place: TablePlace): Node {
  const { block, page, lang, source } = place;
  const left = columnLeft(grid, place.column);
  const top = lineTop(grid, place.line);
  const rules = table.rules.flatMap((each) =>
    drawRule(pen, each.rule, { block, left, width: widthAcross(grid, 1), top: top + each.top }),
  );
  const children = table.cells.map(({ galley, rows, start, extent, ...cell }): Node => {
    const { size, rowPitch, span } = galley.paragraph;
    const items = rows.flatMap((row, number) =>
      addLine(pen, galley, row, {
        block,
        role: 'cell',
        start: left + start,
        extent,
        baseline: baselineAt(grid, place.line * grid.pitch + cell.top + number * rowPitch, size),
        onGrid: false,
        paragraph: place.index,
        number,
        last: number === rows.length - 1,
      }),
    );
    const all = items.map((item) => ({ page, item }));
    return { role: 'cell', level: 0, block, lang, alt: null, source: span, items: all, children: [] };
  });
  const items = rules.map((item) => ({ page, item }));
  const readings = drawReadings(pen, page);
  return {
    role: 'table',
    level: 0,
    block,
    lang,
    alt: null,
    source,
    items,
    children: [...children, ...readings],
  };
}
