/**
 * A table and the width of a column → its cells and rules, each with its place in the table.
 *
 * Columns take whole 字: as many as their widest cell, the wide ones fewer where there is no room, so that their
 * cells break into rows; what is left of the width goes between the columns. Figures stand on their points, in the
 * middle of their column where nothing else is said. The table is a whole number of lines of the grid high, and its
 * first baseline stands on the grid.
 */

import type { Align, Grid, OptionalBlock, ParagraphBox, RuleStyle, TableBox } from '../markup/box.ts';
import {
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
import { headBreaks } from './head-rows.ts';
import { DOT_STEP } from './patterns.ts';
import { setRows } from './set-rows.ts';
import { type Figures, figuresOf, lengthOf, startInFigures } from './table-figures.ts';
import { headRows } from './table-rows.ts';

/** Places are pt from the table's top left corner: the left edge of its column, the top of its first line. */
export interface LaidRows {
  readonly rows: readonly LaidRow[];
  readonly rules: readonly { readonly rule: RuleStyle; readonly top: number }[];
  readonly leaders: readonly LaidLeader[];
  /** 续表, above them. */
  readonly mark: Placed<SetMark> | null;
}

/** From what to its figure; `left` from the table's, `top` of the rule. */
export interface LaidLeader {
  readonly rule: RuleStyle;
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

export interface LaidRow {
  readonly isHead: boolean;
  /** A head that stands above other rows already: no text to read. */
  readonly isAgain: boolean;
  /** By column; null: an empty one. */
  readonly cells: readonly (Placed<SetCell> | null)[];
}

export interface SetTable {
  readonly box: TableBox;
  readonly grid: Grid;
  readonly rows: readonly (readonly SetCell[])[];
  /** The foot of each row, from the table's top; pt. */
  readonly feet: readonly number[];
  /** Rows at its top that stand above each of its parts. */
  readonly heads: number;
  /** 续表, and the height it takes in whole lines, pt. */
  readonly mark: { readonly cell: SetMark; readonly height: number } | null;
  /** Of the whole. */
  readonly lines: number;
  /** 字 that its columns need and do not have; 0: it has room. */
  readonly missing: number;
}

export interface SetMark {
  readonly galley: Galley;
  readonly rows: readonly SetLine[];
  readonly start: number;
  readonly extent: number;
}

export interface SetCell extends SetMark {
  /** Its column, from 0. */
  readonly column: number;
}

/** `top`: of the em box of its first row. */
export type Placed<T> = T & { readonly top: number };

/** The narrowest that a column of text is made, 字. */
const NARROWEST = 4;
/** From what to its figure at the least, 字. */
const SHORTEST_LEADER = 2;
/** Blank above and below the text of a row, at the least; em of the cell. */
const PADDING = 0.2;
/** And of a pull quote, whose rows stand in the middle of its lines as those of a subhead do (占行). */
const QUOTE_PADDING = 0.5;
/** Between the rules of a fact box or a filler and its text, more than that; em of its first row. */
const RULE_GAP = 0.4;

export function setTable(table: TableBox, grid: Grid, width: number, tables: FaceTables): SetTable {
  const unit = Math.max(...allCells(table).map(({ size }) => size));
  const { places, missing } = spreadColumns(table, { unit, width }, tables);
  const set = table.rows.map(({ isHead, cells }) =>
    cells.flatMap((cell, c) =>
      cell === null
        ? []
        : [
            {
              column: c,
              ...(table.optional === null
                ? setCell(cell, places[c]!, isHead, tables)
                : { ...setText(cell, table.optional, places[c]!.extent, tables), ...places[c]! }),
            },
          ],
    ),
  );
  const lead = leadOf(table, grid);
  let foot = lead;
  const feet = heightsOf(set, table, grid).map((height) => {
    foot += height;
    return foot;
  });
  const mark = table.continued === null ? null : setMark(table.continued, grid, width, tables);
  const whole = { box: table, grid, rows: set, feet, heads: headRows(table), mark, missing };
  return { ...whole, lines: linesOfRows(whole, 0, set.length) };
}

function setMark(box: ParagraphBox, grid: Grid, width: number, tables: FaceTables): SetTable['mark'] {
  const cell = { ...setRows(box, width, tables), start: 0, extent: width };
  return { cell, height: Math.ceil(heightOf(cell) / grid.pitch - 1e-6) * grid.pitch };
}

/** A line of blank in which the rule stands above a fact box or a filler: its text begins on the grid. */
function leadOf({ optional }: TableBox, grid: Grid): number {
  return optional === 'factbox' || optional === 'filler' ? grid.pitch : 0;
}

/** What the rule below takes. */
function underOf({ rule, rows }: TableBox): number {
  return gapOf(rows) + (rule === null ? 0 : heightOfRule(rule));
}

function gapOf(rows: TableBox['rows']): number {
  return RULE_GAP * (rows[0]?.cells[0]?.size ?? 0);
}

/** Widths in 字: the one it would have, and the least it can be drawn in to. */
interface Wish {
  readonly wanted: number;
  readonly least: number;
}

/** A column whose width was said has it, but for figures that need more. */
function wish({ natural, figures }: Column, said: number | null, unit: number): Wish {
  const ofFigures = figures === null ? 0 : Math.ceil((figures.whole + figures.fraction) / unit - 1e-6);
  if (said !== null) return { wanted: Math.max(said, ofFigures), least: Math.max(said, ofFigures) };
  return { wanted: Math.ceil(natural / unit - 1e-6), least: figures === null ? NARROWEST : ofFigures };
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
  /** Of a column of figures. */
  readonly figures: Figures | null;
}

const TEXT_COLUMN: Column = { natural: 0, figures: null };

function columnsOf(table: TableBox, tables: FaceTables): readonly Column[] {
  const count = Math.max(...table.rows.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, c) => {
    const cells = table.rows.flatMap(({ cells }) => cells[c] ?? []);
    const natural = Math.max(0, ...cells.map((cell) => lengthOf(cell, tables)));
    const below = table.rows.filter(({ isHead }) => !isHead).flatMap(({ cells }) => cells[c] ?? []);
    const isLeader = table.leader !== null;
    const figures = isLeader && c === 0 ? null : figuresOf(below, isLeader, tables);
    return { natural: Math.max(natural, figures === null ? 0 : figures.whole + figures.fraction), figures };
  });
}

interface ColumnPlace extends Column {
  readonly start: number;
  readonly extent: number;
}

interface ColumnPlaces {
  readonly places: readonly ColumnPlace[];
  /** 字 that are wanting. */
  readonly missing: number;
}

/** Whole 字 each, what is left of the width between them. */
function spreadColumns(
  table: TableBox,
  { unit, width }: { readonly unit: number; readonly width: number },
  tables: FaceTables,
): ColumnPlaces {
  const isText = table.optional !== null;
  const columns = isText ? [TEXT_COLUMN] : columnsOf(table, tables);
  if (table.leader !== null) return leaderColumns(columns, { unit, width });
  const inner = width - columns.length * table.gap;
  const room = Math.floor(inner / unit + 1e-6);
  const wishes = isText
    ? [{ wanted: room, least: room }]
    : columns.map((column, c) => wish(column, table.widths[c] ?? null, unit));
  const chars = shrunk(wishes, room);
  const taken = chars.reduce(sum, 0);
  const gap = table.gap + Math.max(0, inner - taken * unit) / columns.length;
  let left = gap / 2;
  const places = columns.map((column, c) => {
    const place = { ...column, start: left, extent: chars[c]! * unit };
    left += place.extent + gap;
    return place;
  });
  return { places, missing: Math.max(0, taken - room) };
}

/** The figures at the right edge, as wide as they are; all else is for what they belong to. */
function leaderColumns(
  columns: readonly Column[],
  { unit, width }: { readonly unit: number; readonly width: number },
): ColumnPlaces {
  const [name, figure] = columns as readonly [Column, Column];
  const extent = width - figure.natural - SHORTEST_LEADER * unit;
  const places = [
    { ...name, start: 0, extent: Math.max(extent, unit) },
    { ...figure, start: width - figure.natural, extent: figure.natural },
  ];
  return { places, missing: Math.max(0, Math.ceil((NARROWEST * unit - extent) / unit - 1e-6)) };
}

/** Widths in 字, the widest columns drawn in one 字 after the other until all have room. */
function shrunk(wishes: readonly Wish[], room: number): readonly number[] {
  const chars = wishes.map(({ wanted }) => wanted);
  for (let over = chars.reduce(sum, 0) - room; over > 0; over--) {
    let widest = -1;
    chars.forEach((width, c) => {
      if (width > wishes[c]!.least && (widest === -1 || width > chars[widest]!)) widest = c;
    });
    if (widest === -1) break;
    chars[widest]! -= 1;
  }
  return chars;
}

function setCell(cell: ParagraphBox, column: ColumnPlace, isHead: boolean, tables: FaceTables): SetMark {
  const { start, extent, figures } = column;
  if (figures !== null && !isHead) {
    const block = figures.whole + figures.fraction;
    const free = extent - block;
    const edge = cell.align === 'right' ? free : cell.align === 'left' ? 0 : free / 2;
    const galley = prepareParagraph({ ...cell, align: 'left' }, tables);
    const at = start + edge + startInFigures(cell, figures, tables);
    return { galley, rows: [setOnOneLine(galley)], start: at, extent: start + extent - at };
  }
  return { ...setRows({ ...cell, align: ragged(cell.align) }, extent, tables), start, extent };
}

/** A text of an optional block; the rows of a pull quote are balanced like a head's. */
function setText(
  box: ParagraphBox,
  optional: OptionalBlock,
  extent: number,
  tables: FaceTables,
): Pick<SetCell, 'galley' | 'rows'> {
  if (optional !== 'pullquote') return setRows(box, extent, tables);
  const galley = prepareParagraph(box, tables);
  const measure = evenMeasure(box, Math.floor((extent / box.size) * 1000 + 1e-6));
  return { galley, rows: setLines(galley, headBreaks(galley, measure).breaks, measure) };
}

/** Cells are too narrow to be justified. */
function ragged(align: Align): Align {
  return align === 'center' || align === 'right' ? align : 'left';
}

function heightOf({ galley: { paragraph }, rows }: SetMark): number {
  return paragraph.size + (rows.length - 1) * paragraph.rowPitch;
}

/** Of each row, that of the table's first on the grid; pt. */
function heightsOf(
  rows: readonly (readonly SetCell[])[],
  { rowGap, optional, leader }: TableBox,
  grid: Grid,
): readonly number[] {
  const sizeOf = (row: readonly SetCell[]): number =>
    Math.max(0, ...row.map(({ galley }) => galley.paragraph.size));
  const isQuote = optional === 'pullquote';
  const padding = isQuote ? QUOTE_PADDING : PADDING;
  const onGrid = isQuote ? 0 : leadTo(sizeOf(rows[0] ?? []), grid);
  return rows.map(
    (row, r) =>
      Math.max(0, ...row.map(heightOf)) +
      2 * Math.max(onGrid, leader === null ? padding * sizeOf(row) : 0) +
      (r === 0 ? 0 : rowGap),
  );
}

/** From the top of a line of the grid to the em box of that size whose baseline is the line's; pt. */
function leadTo(size: number, grid: Grid): number {
  return halfLead(grid) + ABOVE_BASELINE * (grid.em - size);
}

/** Whole lines of the grid that the rows `from` to `to` take under the table's head. */
export function linesOfRows(table: Omit<SetTable, 'lines'>, from: number, to: number): number {
  const { box, feet, heads, grid } = table;
  const under = leadOf(box, grid) === 0 ? 0 : underOf(box);
  const above = markAbove(table, from) + (from < heads ? 0 : footOf(feet, heads));
  const total = above + footOf(feet, to) - footOf(feet, from) + under;
  return Math.max(1, Math.ceil(total / grid.pitch - 1e-6));
}

/** What 续表 takes above the rows from `from` on, pt. */
function markAbove({ box, mark }: Omit<SetTable, 'lines'>, from: number): number {
  return mark !== null && (from > 0 || box.repeated) ? mark.height : 0;
}

/** Of the first `rows` rows, pt. */
function footOf(feet: readonly number[], rows: number): number {
  return rows === 0 ? 0 : feet[rows - 1]!;
}

/** Rows one below the other, what is over of `lines` shared among all but the first. */
export function layRows(
  table: SetTable,
  { from, to, lines }: { readonly from: number; readonly to: number; readonly lines: number },
): LaidRows {
  const { rule, rowRule, leader, repeated } = table.box;
  const { pitch } = table.grid;
  const { heads, feet } = table;
  const numbers = table.rows.map((_, r) => r).filter((r) => (r >= from && r < to) || (from > 0 && r < heads));
  const rows = numbers.map((r) => table.rows[r]!);
  const heights = numbers.map(
    (r) => footOf(feet, r + 1) - (r === 0 ? leadOf(table.box, table.grid) : footOf(feet, r)),
  );
  const lead = leadOf(table.box, table.grid);
  const ofMark = markAbove(table, from);
  const above = ofMark + lead;
  const isQuote = table.box.optional === 'pullquote';
  // Lines of a list stand on the grid.
  const isFixed = lead > 0 || leader !== null;
  const over = isFixed ? 0 : lines * pitch - above - heights.reduce(sum, 0);
  const more = over / Math.max(1, isQuote ? rows.length : rows.length - 1);
  const again = repeated || from > 0 ? heads : 0;
  const laid: LaidRow[] = [];
  const rules: { readonly rule: RuleStyle; readonly top: number }[] = [];
  const gap = lead === 0 ? 0 : gapOf(table.box.rows);
  const ruleTop = lead === 0 ? above : Math.max(0, above - gap - (rule === null ? 0 : heightOfRule(rule)));
  if (rule !== null) rules.push({ rule, top: ruleTop });
  let top = above;
  const leaders: LaidLeader[] = [];
  rows.forEach((row, r) => {
    const height = heights[r]! + (r === 0 && !isQuote ? 0 : more);
    const { isHead, cells } = table.box.rows[numbers[r]!]!;
    // In a list a figure stands beside the last row of what it belongs to.
    const foot = leader === null ? null : top + (height + Math.max(0, ...row.map(heightOf))) / 2;
    const placed = row.map((cell) => {
      const own = heightOf(cell);
      return { ...cell, top: foot === null ? top + (height - own) / 2 : foot - own };
    });
    const byColumn = cells.map((_, column) => placed.find((cell) => cell.column === column) ?? null);
    laid.push({ isHead, isAgain: r < again, cells: byColumn });
    if (leader !== null) leaders.push(...leaderOf(leader, placed));
    top += height;
    const isLast = r === rows.length - 1;
    if (!isLast && rowRule !== null) rules.push({ rule: rowRule, top: top - heightOfRule(rowRule) / 2 });
  });
  if (rule !== null) rules.push({ rule, top: lead > 0 ? top + gap : lines * pitch - heightOfRule(rule) });
  const mark = ofMark === 0 ? null : table.mark!.cell;
  const placed = mark && { ...mark, top: leadTo(mark.galley.paragraph.size, table.grid) };
  return { rows: laid, rules, leaders, mark: placed };
}

/** Dots of all rows stand one below the other: at whole steps from the column's edge, half an em from the words. */
function leaderOf(rule: RuleStyle, cells: readonly Placed<SetCell>[]): readonly LaidLeader[] {
  const [name, figure] = cells;
  if (name === undefined || figure === undefined) return [];
  const { size, rowPitch } = name.galley.paragraph;
  const band = heightOfRule(rule);
  const step = DOT_STEP * band;
  const last = name.rows[name.rows.length - 1]!;
  const from = Math.ceil((name.start + (last.width * size) / 1000 + size / 2) / step) * step;
  const to = Math.floor((figure.start - size / 2) / step) * step;
  const middle = name.top + (name.rows.length - 1) * rowPitch + size / 2;
  if (to <= from) return [];
  return [{ rule, left: from - band / 2, width: to - from + band, top: middle - band / 2 }];
}
