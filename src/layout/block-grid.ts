/** A block's place on the page's grid, its columns and frame → the grid of its own that its text is set on. */

import type { Grid, GridBox, StoryBox } from '../markup/box.ts';
import { charsAcross, columnLeft, columnWidth, halfLead } from './grid.ts';

/** What of a block its text may fill. */
export interface BlockGrid {
  readonly grid: Grid;
  /** Column by column the runs of lines that are not the block's, from its first line; in rising order. */
  readonly blocked: readonly (readonly LineRun[])[];
}

export interface LineRun {
  readonly from: number;
  /** Behind its last. */
  readonly to: number;
}

/** Lines of a frame above and below what it holds, and 字 at its sides. */
export const FRAME = { lines: 1, chars: 1 } as const;

/** The smallest rectangle that holds all the others. */
export function boundsOf(area: readonly GridBox[]): GridBox {
  const column = Math.min(...area.map((box) => box.column));
  const line = Math.min(...area.map((box) => box.line));
  const columns = Math.max(...area.map((box) => box.column + box.columns)) - column;
  return { column, columns, line, lines: Math.max(...area.map((box) => box.line + box.lines)) - line };
}

/** The grid of a block: lines of the page's pitch on the page's grid; running down, bands of lines. */
export function blockGrid(page: Grid, area: readonly GridBox[], story: BlockStyle): BlockGrid {
  const bounds = boundsOf(area);
  const inset = story.frame === null ? { lines: 0, chars: 0 } : FRAME;
  const chars = charsAcross(page, bounds) - 2 * inset.chars;
  const left = columnLeft(page, bounds.column) + inset.chars * page.em;
  const lines = bounds.lines - 2 * inset.lines;
  if (story.direction === 'down') return downwards(page, { left, bounds, inset: inset.lines, chars }, story);
  const split = columnsIn(page, bounds, story);
  const { columns } = split;
  const top = page.top + (bounds.line + inset.lines) * page.pitch;
  const grid: Grid = { ...page, ...split, left, top, lines };
  const blocked = Array.from({ length: columns }, (_, k) =>
    blockedIn(page, area, {
      from: columnLeft(grid, k),
      width: split.chars * page.em,
      top: bounds.line + inset.lines,
      lines,
    }),
  );
  return { grid, blocked };
}

/** The base columns of a block, or those that its text is set in. */
function columnsIn(
  page: Grid,
  bounds: GridBox,
  { set, frame }: BlockStyle,
): Pick<Grid, 'columns' | 'chars' | 'gutter' | 'fold'> {
  const inset = frame === null ? 0 : FRAME.chars;
  const { chars, gutter, fold } = page;
  const before = fold === null ? 0 : fold.column - bounds.column;
  if (fold === null || before < 0 || before >= bounds.columns || bounds.columns === 1) {
    const columns = set ?? bounds.columns;
    const isBase = set === null && inset === 0 && bounds.column !== fold?.column;
    if (isBase) return { columns, chars, gutter, fold: null };
    const split = splitColumns(charsAcross(page, bounds) - 2 * inset, columns, gutter);
    return { columns, ...split, fold: null };
  }
  if (set === null && inset === 0) {
    return { columns: bounds.columns, chars, gutter, fold: { column: before, chars: fold.chars } };
  }
  // As many columns at either side of the fold; see `overTheFold` in check-blocks.ts.
  const each = Math.floor((set ?? bounds.columns - 1) / 2);
  const half = charsAcross(page, { column: bounds.column, columns: before }) - inset;
  const split = splitColumns(half, each, gutter);
  const between = fold.chars + 2 * gutter + (each === 1 ? half - split.chars : 0);
  return {
    columns: 2 * each + 1,
    ...split,
    fold: { column: each, chars: between - 2 * split.gutter },
  };
}

export type BlockStyle = Pick<StoryBox, 'set' | 'frame' | 'direction'>;

/** 破栏: `columns` columns of whole 字 in a width of `chars` 字; what is over goes to the gutters. */
export function splitColumns(
  chars: number,
  columns: number,
  gutter: number,
): { readonly chars: number; readonly gutter: number } {
  const each = Math.floor((chars - (columns - 1) * gutter) / columns + 1e-6);
  return { chars: each, gutter: columns === 1 ? 0 : (chars - columns * each) / (columns - 1) };
}

/** Bands one below the other, each of whole 字; lines go from the right edge to the left. */
function downwards(
  page: Grid,
  place: { readonly left: number; readonly bounds: GridBox; readonly inset: number; readonly chars: number },
  { set }: BlockStyle,
): BlockGrid {
  const { bounds, inset } = place;
  const width = place.chars * page.em;
  const height = (bounds.lines - 2 * inset) * page.pitch - 2 * halfLead(page);
  const columns = set ?? 1;
  const split = splitColumns(Math.floor(height / page.em + 1e-6), columns, 2 * page.gutter);
  const lines = Math.floor((width + 2 * halfLead(page)) / page.pitch + 1e-6);
  // The lines stand in the middle of the block's width.
  const over = width + 2 * halfLead(page) - lines * page.pitch;
  const grid: Grid = {
    ...page,
    ...split,
    direction: 'down',
    columns,
    fold: null,
    lines,
    left: page.top + (bounds.line + inset) * page.pitch + halfLead(page),
    top: place.left + width + halfLead(page) - over / 2,
  };
  return { grid, blocked: Array.from({ length: columns }, () => []) };
}

/** The lines of one column in which some base column under it does not belong to the block. */
function blockedIn(
  page: Grid,
  area: readonly GridBox[],
  column: { readonly from: number; readonly width: number; readonly top: number; readonly lines: number },
): readonly LineRun[] {
  const under = Array.from({ length: page.columns }, (_, k) => k).filter((k) => {
    const left = columnLeft(page, k);
    const right = left + columnWidth(page, k);
    return left < column.from + column.width - 0.01 && right > column.from + 0.01;
  });
  const runs: { from: number; to: number }[] = [];
  for (let line = 0; line < column.lines; line++) {
    if (under.every((k) => area.some((box) => holds(box, k, column.top + line)))) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.to === line) last.to = line + 1;
    else runs.push({ from: line, to: line + 1 });
  }
  return runs;
}

function holds(box: GridBox, column: number, line: number): boolean {
  return (
    column >= box.column &&
    column < box.column + box.columns &&
    line >= box.line &&
    line < box.line + box.lines
  );
}
