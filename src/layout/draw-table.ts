/** A set table and the columns from where it begins → its rules and cells as items, row by row, with their nodes. */

import type { Grid, OptionalBlock } from '../markup/box.ts';
import { addLine } from './add-line.ts';
import { drawRule, furnitureNode } from './frame.ts';
import { baselineAt, columnLeft, lineTop, textWidth } from './grid.ts';
import type { Node } from './page.ts';
import { drawReadings, type PagePen } from './page-pen.ts';
import { slotLine, type TextSlot } from './stack.ts';
import { type LaidRow, layRows, type Placed, type SetMark, type SetTable } from './table.ts';
import { type TablePiece, tablePieces } from './table-pieces.ts';

export interface TablePlace {
  /** Of the story, for the names of its blocks. */
  readonly name: string;
  readonly slots: readonly TextSlot[];
  /** Its first line, counted over the slots. */
  readonly at: number;
  /** Number of the table among the blocks of its story. */
  readonly index: number;
  readonly page: number;
  readonly lang: string;
  readonly source: Node['source'];
}

/** Its pieces, one in each column that it stands in, as one node; what has no column is not drawn. */
export function drawTable(pen: PagePen, grid: Grid, table: SetTable, place: TablePlace): Node {
  const { slots, at, page, lang, source } = place;
  const pieces = tablePieces(
    table,
    at,
    slots.map(({ lines }) => lines),
  );
  const drawn = pieces.flatMap((piece) => drawPiece({ pen, grid, place }, table, piece) ?? []);
  const { block } = drawn[0]!;
  const items = drawn.flatMap((piece) => piece.items.map((item) => ({ page, item })));
  const children = drawn.flatMap((piece) => piece.children);
  const role = table.box.optional ?? 'table';
  return { role, level: 0, block, lang, alt: null, source, items, children };
}

interface Drawing {
  readonly pen: PagePen;
  readonly grid: Grid;
  readonly place: TablePlace;
}

interface DrawnPiece {
  readonly block: string;
  readonly items: readonly number[];
  readonly children: readonly Node[];
}

/** Null beyond the last column. */
function drawPiece(drawing: Drawing, table: SetTable, piece: TablePiece): DrawnPiece | null {
  const { pen, grid, place } = drawing;
  const where = slotLine(place.slots, piece.at);
  if (where === null) return null;
  const block = `${place.name}.text.${where.slot + 1}`;
  const left = columnLeft(grid, place.slots[where.slot]!.column);
  const top = lineTop(grid, where.line);
  const laid = layRows(table, piece);
  const items = laid.rules.flatMap((each) =>
    drawRule(pen, each.rule, { block, left, width: textWidth(grid), top: top + each.top }),
  );
  for (const leader of laid.leaders) {
    const place = { block, left: left + leader.left, width: leader.width, top: top + leader.top };
    items.push(...drawRule(pen, leader.rule, place));
  }
  const at = { block, left, line: where.line };
  const { optional } = table.box;
  const mark = laid.mark === null ? [] : drawUnread(drawing, [laid.mark], at);
  const rows = laid.rows.flatMap((row) =>
    optional === null ? drawRow(drawing, row, at) : drawText(drawing, row, { ...at, role: optional }),
  );
  return { block, items, children: [...mark, ...rows] };
}

interface CellPlace {
  readonly block: string;
  readonly left: number;
  readonly line: number;
}

/** A row is one node with a node for each of its columns; a head that was read above is none, but furniture. */
function drawRow(drawing: Drawing, { cells, isHead, isAgain }: LaidRow, where: CellPlace): readonly Node[] {
  const { page, lang, source } = drawing.place;
  const { block } = where;
  if (isAgain) return drawUnread(drawing, cells, where);
  const role = isHead ? 'head-cell' : 'cell';
  const rest = { level: 0, block, lang, alt: null } as const;
  const children = cells.map((cell): Node => {
    if (cell === null) return { ...rest, role, source, items: [], children: [] };
    const items = drawCell(drawing, cell, where, 'cell').map((item) => ({ page, item }));
    const { span } = cell.galley.paragraph;
    return { ...rest, role, source: span, items, children: drawReadings(drawing.pen, page) };
  });
  return [{ ...rest, role: 'row', source, items: [], children }];
}

function drawUnread(
  drawing: Drawing,
  cells: readonly (Placed<SetMark> | null)[],
  where: CellPlace,
): readonly Node[] {
  const { page, source } = drawing.place;
  const ids = cells.flatMap((cell) => (cell === null ? [] : drawCell(drawing, cell, where, 'furniture')));
  const items = ids.map((item) => ({ page, item }));
  return [furnitureNode(where.block, items, source), ...drawReadings(drawing.pen, page).map(unread)];
}

/** A row of an optional block is a paragraph. */
function drawText(
  drawing: Drawing,
  { cells }: LaidRow,
  where: CellPlace & { readonly role: OptionalBlock },
): readonly Node[] {
  const { page, lang } = drawing.place;
  return cells.flatMap((cell) => {
    if (cell === null) return [];
    const items = drawCell(drawing, cell, where, where.role).map((item) => ({ page, item }));
    const rest = { level: 0, block: where.block, lang, alt: null, source: cell.galley.paragraph.span };
    return [{ ...rest, role: 'paragraph', items, children: drawReadings(drawing.pen, page) }];
  });
}

function unread({ block, items, source }: Node): Node {
  return furnitureNode(block, items, source);
}

function drawCell(
  { pen, grid, place }: Drawing,
  { galley, rows, start, extent, top }: Placed<SetMark>,
  { block, left, line }: CellPlace,
  role: 'cell' | 'furniture' | OptionalBlock,
): readonly number[] {
  const { size, rowPitch } = galley.paragraph;
  return rows.flatMap((row, number) =>
    addLine(pen, galley, row, {
      block,
      role,
      start: left + start,
      extent,
      baseline: baselineAt(grid, line * grid.pitch + top + number * rowPitch, size),
      onGrid: false,
      paragraph: place.index,
      number,
      last: number === rows.length - 1,
    }),
  );
}
