/** Columns and lines of a page's grid → points. */

import type { Rect } from '../geometry.ts';
import type { Grid } from '../markup/box.ts';

/** Of the em box of a Han character, above the baseline: faces differ in hhea, not in this. */
export const ABOVE_BASELINE = 0.88;

/** A rectangle of the grid: base columns and lines, from 0. */
export interface GridBox {
  readonly column: number;
  readonly columns: number;
  readonly line: number;
  readonly lines: number;
}

/** 字 of a block over some base columns, gutters between them included: 长栏. */
export function charsAcross(grid: Grid, columns: number): number {
  return columns * grid.chars + (columns - 1) * grid.gutter;
}

/** pt. */
export function widthAcross(grid: Grid, columns: number): number {
  return charsAcross(grid, columns) * grid.em;
}

/** Left edge of a column, pt. */
export function columnLeft(grid: Grid, column: number): number {
  return grid.left + column * (grid.chars + grid.gutter) * grid.em;
}

/** Top of a line's share of the page, pt: the em box stands in its middle. */
export function lineTop(grid: Grid, line: number): number {
  return grid.top + line * grid.pitch;
}

/** Half of what the pitch has over the em box, pt. */
export function halfLead(grid: Grid): number {
  return (grid.pitch - grid.em) / 2;
}

/** Baseline of a line of the page's grid, pt. */
export function lineBaseline(grid: Grid, line: number): number {
  return lineTop(grid, line) + halfLead(grid) + ABOVE_BASELINE * grid.em;
}

/**
 * The area of a picture or panel: from the top of the em boxes of its first line to their foot in its last,
 * so that its edges stand level with the characters beside it.
 */
export function inkBox(grid: Grid, box: GridBox): Rect {
  return {
    x: columnLeft(grid, box.column),
    y: lineTop(grid, box.line) + halfLead(grid),
    width: widthAcross(grid, box.columns),
    height: inkHeight(grid, box.lines),
  };
}

/** Height of `inkBox` for a number of lines, pt. */
export function inkHeight(grid: Grid, lines: number): number {
  return lines * grid.pitch - 2 * halfLead(grid);
}
