/**
 * Columns and lines of a grid, of a page or of a block → points.
 *
 * Two directions: *along* a line, from its start, and *ahead*, from line to line. In a grid that runs down
 * (竖排) along is downwards and ahead is to the left; its `left` is a y and its `top` an x.
 */

import type { Rect } from '../geometry.ts';
import type { Grid, GridBox } from '../markup/box.ts';

export type { GridBox } from '../markup/box.ts';

/** Of the em box of a Han character, above the baseline: faces differ in hhea, not in this. */
export const ABOVE_BASELINE = 0.88;

/** Base columns side by side. */
export type Columns = Pick<GridBox, 'column' | 'columns'>;

/** 字 of a block over some base columns, gutters between them included: 长栏. */
export function charsAcross(grid: Grid, { column, columns }: Columns): number {
  const over = column + columns;
  return (
    columns * grid.chars + (columns - 1) * grid.gutter + beyondFold(grid, over) - beyondFold(grid, column)
  );
}

/** pt. */
export function widthAcross(grid: Grid, columns: Columns): number {
  return charsAcross(grid, columns) * grid.em;
}

export function allColumns({ columns }: Grid): Columns {
  return { column: 0, columns };
}

/** pt. */
export function columnWidth(grid: Grid, column: number): number {
  return widthAcross(grid, { column, columns: 1 });
}

/** The measure of the grid's text, pt: the fold is no column of its. */
export function textWidth(grid: Grid): number {
  return grid.chars * grid.em;
}

/** Where the lines of a column begin, pt: its left edge, or its top. */
export function columnLeft(grid: Grid, column: number): number {
  return grid.left + (column * (grid.chars + grid.gutter) + beyondFold(grid, column)) * grid.em;
}

/** 字 that the columns before this one take more than as many base columns. */
function beyondFold({ fold, chars }: Grid, column: number): number {
  return fold === null || column <= fold.column ? 0 : fold.chars - chars;
}

/** `ahead` pt from the grid's first line: a y, or an x. */
function aheadOf(grid: Grid, ahead: number): number {
  return grid.direction === 'across' ? grid.top + ahead : grid.top - ahead;
}

/** Where a line's share of the page begins, pt: the em box stands in its middle. */
export function lineTop(grid: Grid, line: number): number {
  return aheadOf(grid, line * grid.pitch);
}

/** Half of what the pitch has over the em box, pt. */
export function halfLead(grid: Grid): number {
  return (grid.pitch - grid.em) / 2;
}

/** The baseline of characters of `size` whose em boxes begin `ahead` pt from the grid's first line. */
export function baselineAt(grid: Grid, ahead: number, size: number): number {
  return aheadOf(grid, ahead + (grid.direction === 'across' ? ABOVE_BASELINE : 0.5) * size);
}

/** Baseline of a line of the grid, pt. */
export function lineBaseline(grid: Grid, line: number): number {
  return baselineAt(grid, line * grid.pitch + halfLead(grid), grid.em);
}

/** A rectangle by where it begins and its length, along the lines and ahead; pt. */
export function boxAt(
  grid: Grid,
  along: { readonly start: number; readonly length: number },
  ahead: { readonly start: number; readonly length: number },
): Rect {
  if (grid.direction === 'across') {
    return { x: along.start, y: grid.top + ahead.start, width: along.length, height: ahead.length };
  }
  const x = grid.top - ahead.start - ahead.length;
  return { x, y: along.start, width: ahead.length, height: along.length };
}

/**
 * The area of a picture or panel: from the top of the em boxes of its first line to their foot in its last,
 * so that its edges stand level with the characters beside it.
 */
export function inkBox(grid: Grid, box: GridBox): Rect {
  return boxAt(
    grid,
    { start: columnLeft(grid, box.column), length: widthAcross(grid, box) },
    { start: box.line * grid.pitch + halfLead(grid), length: inkHeight(grid, box.lines) },
  );
}

/** Height of `inkBox` for a number of lines, pt. */
export function inkHeight(grid: Grid, lines: number): number {
  return lines * grid.pitch - 2 * halfLead(grid);
}
