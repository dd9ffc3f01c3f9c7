/** The grid that a block's text is set on: 破栏, frames, L and U, text that runs down. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlockStyle, blockGrid, boundsOf, splitColumns } from '../../../src/layout/block-grid.ts';
import { columnLeft } from '../../../src/layout/grid.ts';
import type { Frame, Grid, GridBox } from '../../../src/markup/box.ts';

/** 8 columns of 13 字 of 9 pt, gutter 1 字, 115 lines of 12 pt. */
const PAGE: Grid = {
  direction: 'across',
  left: 50,
  top: 60,
  em: 9,
  pitch: 12,
  lines: 115,
  columns: 8,
  chars: 13,
  fold: null,
  gutter: 1,
};
const ACROSS: BlockStyle = { set: null, frame: null, direction: 'across' };
const FRAMED: Frame = { border: null, background: 'k8', radius: 0, corner: null };

const box = (column: number, columns: number, line: number, lines: number): GridBox => ({
  column,
  columns,
  line,
  lines,
});

describe('破栏', () => {
  test.each([
    [69, 3, 22, 1.5],
    [41, 2, 20, 1],
    [83, 4, 20, 1],
    [55, 4, 13, 1],
    [13, 1, 13, 0],
  ])('%d 字 in %d columns: %d 字 each, %d 字 between', (width, columns, chars, gutter) => {
    expect(splitColumns(width, columns, 1)).toEqual({ chars, gutter });
  });

  test('columns of whole 字, gutters no narrower than the page’s, the width used up', () => {
    const widths = fc.tuple(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 2, max: 9 }));
    fc.assert(
      fc.property(widths, fc.constantFrom(1, 1.5, 2), ([width, columns], least) => {
        fc.pre(width >= columns * (least + 1));
        const { chars, gutter } = splitColumns(width, columns, least);
        expect(Number.isInteger(chars)).toBe(true);
        expect(gutter).toBeGreaterThanOrEqual(least - 1e-6);
        expect(columns * chars + (columns - 1) * gutter).toBeCloseTo(width, 6);
      }),
    );
  });
});

describe('a block', () => {
  test('of the base columns has the page’s own columns, from its first line', () => {
    const { grid, blocked } = blockGrid(PAGE, [box(5, 3, 17, 30)], ACROSS);
    expect(grid).toMatchObject({ columns: 3, chars: 13, gutter: 1, lines: 30, pitch: 12 });
    expect(grid.left).toBe(50 + 5 * 14 * 9);
    expect(grid.top).toBe(60 + 17 * 12);
    expect(blocked).toEqual([[], [], []]);
  });

  test('in a frame loses a line above and below and 1 字 at both sides', () => {
    const { grid } = blockGrid(PAGE, [box(5, 3, 0, 16)], { ...ACROSS, set: 2, frame: FRAMED });
    expect(grid).toMatchObject({ columns: 2, chars: 19, gutter: 1, lines: 14, top: 72 });
    expect(grid.left).toBe(50 + (5 * 14 + 1) * 9);
  });

  test('as an L leaves out the lines that are not its own, column by column', () => {
    const { grid, blocked } = blockGrid(PAGE, [box(0, 2, 61, 53), box(2, 2, 71, 43)], ACROSS);
    expect(grid).toMatchObject({ columns: 4, lines: 53 });
    expect(blocked).toEqual([[], [], [{ from: 0, to: 10 }], [{ from: 0, to: 10 }]]);
  });

  test('as a U leaves out what lies between its arms', () => {
    const { blocked } = blockGrid(PAGE, [box(0, 1, 0, 30), box(1, 2, 20, 10), box(3, 1, 0, 30)], ACROSS);
    expect(blocked).toEqual([[], [{ from: 0, to: 20 }], [{ from: 0, to: 20 }], []]);
  });

  test('with a hole has a run of lines in the midst of a column', () => {
    const { blocked } = blockGrid(PAGE, [box(0, 1, 0, 10), box(0, 1, 15, 10)], ACROSS);
    expect(blocked).toEqual([[{ from: 10, to: 15 }]]);
  });

  test('in other columns than the page’s: a column is blocked where any base column under it is', () => {
    const style = { ...ACROSS, set: 3 };
    const { blocked } = blockGrid(PAGE, [box(0, 4, 0, 20), box(4, 1, 10, 10)], style);
    expect(blocked).toEqual([[], [], [{ from: 0, to: 10 }]]);
  });
});

describe('a block whose text runs down', () => {
  const down = (set: number | null) =>
    blockGrid(PAGE, [box(5, 3, 4, 56)], { ...ACROSS, set, direction: 'down' }).grid;

  test('in two bands: lines of whole 字 that lie within its height', () => {
    const grid = down(2);
    expect(grid).toMatchObject({ direction: 'down', columns: 2, chars: 36 });
    const end = grid.left + (2 * grid.chars + grid.gutter) * grid.em;
    expect(grid.left).toBeGreaterThanOrEqual(60 + 4 * 12);
    expect(end).toBeLessThanOrEqual(60 + 60 * 12 + 1e-6);
  });

  test('its lines stand within its width, in the middle', () => {
    const grid = down(null);
    const [left, right] = [50 + 5 * 14 * 9, 50 + (5 * 14 + 41) * 9];
    // The em box of a line is as far within its pitch at either side.
    const spare = (grid.pitch - grid.em) / 2;
    const first = grid.top - spare;
    const last = grid.top - grid.lines * grid.pitch + spare;
    expect(first).toBeLessThanOrEqual(right + 1e-6);
    expect(last).toBeGreaterThanOrEqual(left - 1e-6);
    expect(right - first).toBeCloseTo(last - left, 6);
  });
});

test('the bounds of several boxes hold them all', () => {
  expect(boundsOf([box(2, 2, 71, 43), box(0, 2, 61, 53)])).toEqual(box(0, 4, 61, 53));
  expect(boundsOf([box(3, 1, 4, 1)])).toEqual(box(3, 1, 4, 1));
});

describe('over the fold of a 通版', () => {
  /** Two such pages: their columns where they stand alone, the fold between, 9.8 字 wide. */
  const SPREAD: Grid = { ...PAGE, columns: 17, fold: { column: 8, chars: 9.8 } };
  const rightPage = PAGE.left + (8 * 14 + 9.8 + 1) * PAGE.em;

  test('the columns of the right page stand as far from the fold as those of the left', () => {
    const { grid } = blockGrid(SPREAD, [box(0, 17, 10, 20)], ACROSS);
    expect(grid).toMatchObject({ columns: 17, chars: 13, fold: { column: 8, chars: 9.8 } });
    expect(columnLeft(grid, 8)).toBeCloseTo(PAGE.left + 8 * 14 * 9, 6);
    expect(columnLeft(grid, 9)).toBeCloseTo(rightPage, 6);
  });

  test('a block at one side has no fold', () => {
    expect(blockGrid(SPREAD, [box(9, 3, 10, 20)], ACROSS).grid).toMatchObject({
      left: rightPage,
      fold: null,
    });
    expect(blockGrid(SPREAD, [box(2, 6, 10, 20)], ACROSS).grid.fold).toBeNull();
  });

  test('a block in the fold has one column of whole 字', () => {
    expect(blockGrid(SPREAD, [box(8, 1, 10, 20)], ACROSS).grid).toMatchObject({
      columns: 1,
      chars: 9,
      fold: null,
    });
  });

  test.each([2, 4, 6])('set in %d columns, half of them at either side', (set) => {
    const { grid } = blockGrid(SPREAD, [box(3, 11, 10, 20)], { ...ACROSS, set });
    expect(grid.columns).toBe(set + 1);
    expect(grid.fold!.column).toBe(set / 2);
    expect(columnLeft(grid, set / 2 + 1)).toBeCloseTo(rightPage, 6);
  });

  test('in a frame the columns stand 1 字 within it at both sides', () => {
    const { grid } = blockGrid(SPREAD, [box(5, 7, 10, 20)], { ...ACROSS, frame: FRAMED });
    expect(grid).toMatchObject({ columns: 7, lines: 18 });
    expect(columnLeft(grid, 0)).toBeCloseTo(PAGE.left + (5 * 14 + 1) * 9, 6);
    expect(columnLeft(grid, 4)).toBeCloseTo(rightPage, 6);
  });
});
