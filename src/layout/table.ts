/**
 * A table and the width of a column → its cells and rules, each with its place in the table.
 *
 * Columns take whole 字: as many as their widest cell, the wide ones fewer where there is no room, so that their
 * cells break into rows; what is left of the width goes between the columns. Figures stand on their points, in the
 * middle of their column where nothing else is said. The table is a whole number of lines of the grid high, and its
 * first baseline stands on the grid.
 */

import type { Align, Grid, ParagraphBox, RuleStyle, TableBox } from '../markup/box.ts';
import {
  breakGalley,
  evenMeasure,
  type FaceTables,
  type Galley,
  prepareParagraph,
  type SetLine,
  setLines,
  setOnOneLine,
} from '../text/index.ts';
import { heightOfRule } from './frame.ts';
import { ABOVE_BASELINE, halfLead } from './grid.ts';
import { partOfParagraph, textOfBox } from './part-of-paragraph.ts';

/** Places are pt from the table's top left corner: the left edge of its column, the top of its first line. */
export interface SetTable {
  readonly lines: number;
  readonly cells: readonly SetCell[];
  readonly rules: readonly { readonly rule: RuleStyle; readonly top: number }[];
  /** 字 that its columns need and do not have; 0: it has room. */
  readonly missing: number;
}

export interface SetCell {
  readonly galley: Galley;
  readonly rows: readonly SetLine[];
  readonly start: number;
  readonly extent: number;
  /** Of the em box of its first row. */
  readonly top: number;
}

/** The narrowest that a column of text is made, 字. */
const NARROWEST = 4;
/** Blank above and below the text of a row, at the least; em of the cell. */
const PADDING = 0.2;

export function setTable(table: TableBox, grid: Grid, width: number, tables: FaceTables): SetTable {
  const columns = columnsOf(table, tables);
  const unit = Math.max(...allCells(table).map(({ size }) => size));
  const inner = width - columns.length * table.gap;
  const wanted = columns.map(({ natural }) => Math.ceil(natural / unit - 1e-6));
  const room = Math.floor(inner / unit + 1e-6);
  const least = columns.map(({ figures }) =>
    figures === null ? NARROWEST : Math.ceil((figures.whole + figures.fraction) / unit - 1e-6),
  );
  const chars = shrunk(wanted, least, room);
  const taken = chars.reduce(sum, 0);
  const gap = table.gap + Math.max(0, inner - taken * unit) / columns.length;
  let left = gap / 2;
  const places = columns.map((column, c) => {
    const place = { ...column, start: left, extent: chars[c]! * unit };
    left += place.extent + gap;
    return place;
  });
  const set = table.rows.map(({ isHead, cells }) =>
    cells.flatMap((cell, c) => (cell === null ? [] : [setCell(cell, places[c]!, isHead, tables)])),
  );
  return { ...stacked(set, table, grid), missing: Math.max(0, taken - room) };
}

function sum(a: number, b: number): number {
  return a + b;
}

function allCells({ rows }: TableBox): readonly ParagraphBox[] {
  return rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
}

interface Column {
  /** pt. */
  readonly natural: number;
  /** Of a column of figures: the widest part in front of the point and from it on, pt. */
  readonly figures: { readonly whole: number; readonly fraction: number } | null;
}

const FIGURE = /^[+\-−–]?[\d,，]*(?:\.\d+)?[%％‰]?$/;

function columnsOf(table: TableBox, tables: FaceTables): readonly Column[] {
  const count = Math.max(...table.rows.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, c) => {
    const cells = table.rows.flatMap(({ cells }) => cells[c] ?? []);
    const widest = Math.max(0, ...cells.map((cell) => lengthOf(cell, tables)));
    const below = table.rows.filter(({ isHead }) => !isHead).flatMap(({ cells }) => cells[c] ?? []);
    if (below.length === 0 || below.some((cell) => !FIGURE.test(textOfBox(cell)))) {
      return { natural: widest, figures: null };
    }
    const wholes = below.map((cell) => wholeOf(cell, tables));
    const whole = Math.max(...wholes);
    const fraction = Math.max(...below.map((cell, k) => lengthOf(cell, tables) - wholes[k]!));
    return { natural: Math.max(widest, whole + fraction), figures: { whole, fraction } };
  });
}

/** pt. */
function lengthOf(cell: ParagraphBox, tables: FaceTables): number {
  return (setOnOneLine(prepareParagraph(cell, tables)).width * cell.size) / 1000;
}

/** Of a figure what stands in front of its point, or of its sign of percent; pt. */
function wholeOf(cell: ParagraphBox, tables: FaceTables): number {
  const { length } = /^[^.%％‰]*/.exec(textOfBox(cell))![0];
  return length === 0 ? 0 : lengthOf({ ...partOfParagraph(cell, 0, length), marks: [] }, tables);
}

/** Widths in 字, the widest columns drawn in one 字 after the other until all have room. */
function shrunk(wanted: readonly number[], least: readonly number[], room: number): readonly number[] {
  const chars = [...wanted];
  for (let over = chars.reduce(sum, 0) - room; over > 0; over--) {
    let widest = -1;
    chars.forEach((width, c) => {
      if (width > least[c]! && (widest === -1 || width > chars[widest]!)) widest = c;
    });
    if (widest === -1) break;
    chars[widest]! -= 1;
  }
  return chars;
}

type FlatCell = Omit<SetCell, 'top'>;

function setCell(
  cell: ParagraphBox,
  column: Column & { readonly start: number; readonly extent: number },
  isHead: boolean,
  tables: FaceTables,
): FlatCell {
  const { start, extent, figures } = column;
  if (figures !== null && !isHead) {
    const block = figures.whole + figures.fraction;
    const free = extent - block;
    const edge = cell.align === 'right' ? free : cell.align === 'left' ? 0 : free / 2;
    const galley = prepareParagraph({ ...cell, align: 'left' }, tables);
    const at = start + edge + figures.whole - wholeOf(cell, tables);
    return { galley, rows: [setOnOneLine(galley)], start: at, extent: start + extent - at };
  }
  const galley = prepareParagraph({ ...cell, align: ragged(cell.align) }, tables);
  const measure = evenMeasure(cell, Math.floor((extent / cell.size) * 1000 + 1e-6));
  return { galley, rows: setLines(galley, breakGalley(galley, measure), measure), start, extent };
}

/** Cells are too narrow to be justified. */
function ragged(align: Align): Align {
  return align === 'center' || align === 'right' ? align : 'left';
}

function heightOf({ galley: { paragraph }, rows }: FlatCell): number {
  return paragraph.size + (rows.length - 1) * paragraph.rowPitch;
}

/** Rows one below the other, what is over of the last line shared among all but the first. */
function stacked(
  set: readonly (readonly FlatCell[])[],
  { rule, rowRule, rowGap }: TableBox,
  grid: Grid,
): Omit<SetTable, 'missing'> {
  const sizeOf = (row: readonly FlatCell[]): number =>
    Math.max(0, ...row.map(({ galley }) => galley.paragraph.size));
  const onGrid = halfLead(grid) + ABOVE_BASELINE * (grid.em - sizeOf(set[0] ?? []));
  const heights = set.map(
    (row, r) =>
      Math.max(0, ...row.map(heightOf)) +
      2 * Math.max(onGrid, PADDING * sizeOf(row)) +
      (r === 0 ? 0 : rowGap),
  );
  const total = heights.reduce(sum, 0);
  const lines = Math.max(1, Math.ceil(total / grid.pitch - 1e-6));
  const more = set.length < 2 ? 0 : (lines * grid.pitch - total) / (set.length - 1);
  const cells: SetCell[] = [];
  const rules: { readonly rule: RuleStyle; readonly top: number }[] = [];
  if (rule !== null) rules.push({ rule, top: 0 });
  let top = 0;
  set.forEach((row, r) => {
    const height = heights[r]! + (r === 0 ? 0 : more);
    for (const cell of row) cells.push({ ...cell, top: top + (height - heightOf(cell)) / 2 });
    top += height;
    const isLast = r === set.length - 1;
    if (!isLast && rowRule !== null) rules.push({ rule: rowRule, top: top - heightOfRule(rowRule) / 2 });
  });
  if (rule !== null) rules.push({ rule, top: lines * grid.pitch - heightOfRule(rule) });
  return { lines, cells, rules };
}
