/** Pictures that text runs round: what they leave of each line, whole 字, and where they have no room. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LEAST_SIDE,
  type Obstacle,
  outlinePoints,
  slotsBeside,
  withoutRoom,
} from '../../../src/layout/obstacle.ts';
import type { TextSlot } from '../../../src/layout/stack.ts';
import type { Grid } from '../../../src/markup/box.ts';

const GRID: Grid = {
  direction: 'across',
  left: 0,
  top: 0,
  em: 10,
  pitch: 15,
  lines: 40,
  columns: 2,
  chars: 20,
  gutter: 2,
  fold: null,
};
const SLOTS: readonly TextSlot[] = [
  { column: 0, line: 0, lines: 40, sides: null },
  { column: 1, line: 0, lines: 40, sides: null },
];

/** Its ink from the first line's top to the last one's foot. */
function obstacle(x: number, width: number, line: number, lines: number): Obstacle {
  const photo = { x, y: line * 15 + 2.5, width, height: lines * 15 - 5 };
  return { index: 0, photo, outline: null, line, lines, captionLines: 0, space: 0, clear: 0 };
}

const sidesAt = (slots: readonly TextSlot[], column: number, line: number): readonly number[] | null => {
  const slot = slots.find((s) => s.column === column && line >= s.line && line < s.line + s.lines);
  if (slot === undefined) return null;
  const side = slot.sides?.[line - slot.line] ?? { start: 0, width: 200 };
  return [side.start, side.width];
};

describe('what is left of a line', () => {
  test('text stands at the left of a picture at the right, only in its lines', () => {
    const slots = slotsBeside(SLOTS, [obstacle(140, 60, 10, 5)], GRID);
    expect(sidesAt(slots, 0, 9)).toEqual([0, 200]);
    expect(sidesAt(slots, 0, 10)).toEqual([0, 140]);
    expect(sidesAt(slots, 0, 14)).toEqual([0, 140]);
    expect(sidesAt(slots, 0, 15)).toEqual([0, 200]);
    expect(sidesAt(slots, 1, 10)).toEqual([0, 200]);
  });

  test('it is whole 字: what is over goes to the blank', () => {
    const left = slotsBeside(SLOTS, [obstacle(0, 64, 10, 5)], GRID);
    expect(sidesAt(left, 0, 12)).toEqual([70, 130]);
    const right = slotsBeside(SLOTS, [obstacle(136, 64, 10, 5)], GRID);
    expect(sidesAt(right, 0, 12)).toEqual([0, 130]);
  });

  test('of two sides the wider is taken, of two equal ones the left', () => {
    expect(sidesAt(slotsBeside(SLOTS, [obstacle(60, 40, 10, 5)], GRID), 0, 12)).toEqual([100, 100]);
    expect(sidesAt(slotsBeside(SLOTS, [obstacle(80, 40, 10, 5)], GRID), 0, 12)).toEqual([0, 80]);
  });

  test('a side narrower than the least stays empty: the column is parted there', () => {
    const most = 200 - LEAST_SIDE * 10;
    expect(sidesAt(slotsBeside(SLOTS, [obstacle(0, most, 10, 5)], GRID), 0, 12)).toEqual([most, 50]);
    const slots = slotsBeside(SLOTS, [obstacle(0, most + 1, 10, 5)], GRID);
    expect(sidesAt(slots, 0, 12)).toBeNull();
    expect(slots.filter(({ column }) => column === 0).map(({ line, lines }) => [line, lines])).toEqual([
      [0, 10],
      [15, 25],
    ]);
  });

  test('a circle leaves more beside its head than beside its middle', () => {
    const slots = slotsBeside(SLOTS, [{ ...obstacle(100, 100, 10, 7), outline: { kind: 'circle' } }], GRID);
    expect(sidesAt(slots, 0, 10)![1]!).toBeGreaterThan(sidesAt(slots, 0, 13)![1]!);
    expect(sidesAt(slots, 0, 13)).toEqual([0, 100]);
  });

  test('text keeps clear of any picture, in whole 字, and no line is counted twice', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      width: fc.integer({ min: 5, max: 300 }),
      line: fc.integer({ min: 0, max: 30 }),
      lines: fc.integer({ min: 1, max: 10 }),
      clear: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (places) => {
        const obstacles = places.map((p) => ({ ...obstacle(p.x, p.width, p.line, p.lines), clear: p.clear }));
        for (const { column, line, lines, sides } of slotsBeside(SLOTS, obstacles, GRID)) {
          if (sides !== null) expect(sides).toHaveLength(lines);
          for (let k = 0; k < lines; k++) {
            const { start, width } = sides?.[k] ?? { start: 0, width: 200 };
            expect(width % 10).toBeCloseTo(0, 6);
            const from = column * 220 + start;
            for (const { photo, clear, line: first, lines: count } of obstacles) {
              const isBeside = line + k >= first && line + k < first + count;
              const isApart =
                from >= photo.x + photo.width + clear - 0.01 || from + width <= photo.x - clear + 0.01;
              expect(!isBeside || isApart).toBe(true);
            }
          }
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('where a picture has no room', () => {
  test('within the free lines it has; below them, beside them or on another it has not', () => {
    const stands = obstacle(0, 60, 10, 5);
    expect(withoutRoom([stands], SLOTS, GRID)).toEqual([]);
    expect(withoutRoom([obstacle(0, 60, 36, 5)], SLOTS, GRID)).toHaveLength(1);
    expect(withoutRoom([obstacle(400, 60, 10, 5)], SLOTS, GRID)).toHaveLength(1);
    expect(withoutRoom([stands, obstacle(30, 60, 12, 5)], SLOTS, GRID)).toHaveLength(1);
    expect(withoutRoom([stands, obstacle(60, 60, 12, 5)], SLOTS, GRID)).toEqual([]);
  });

  test('so of one within a gutter, which stands in no column: the lines at both sides count', () => {
    expect(withoutRoom([obstacle(203, 14, 10, 5)], SLOTS, GRID)).toEqual([]);
    expect(withoutRoom([obstacle(203, 14, 36, 5)], SLOTS, GRID)).toHaveLength(1);
    const short: readonly TextSlot[] = [SLOTS[0]!, { column: 1, line: 0, lines: 12, sides: null }];
    expect(withoutRoom([obstacle(203, 14, 10, 5)], short, GRID)).toHaveLength(1);
  });
});

test('a circle is drawn as a polygon whose corners are on it', () => {
  const round: Obstacle = { ...obstacle(100, 100, 10, 7), outline: { kind: 'circle' } };
  const points = outlinePoints(round)!;
  expect(points.length).toBeGreaterThanOrEqual(64);
  const { x, y, width, height } = round.photo;
  for (const point of points) {
    expect(Math.hypot(point.x - x - width / 2, point.y - y - height / 2)).toBeCloseTo(50, 6);
  }
});

describe('over the fold of a spread', () => {
  // Two columns of 20 字 with a fold of 6 between: 260 to 320 pt are the fold's with its gutters.
  const spread: Grid = { ...GRID, columns: 3, fold: { column: 1, chars: 6 } };
  const slots: readonly TextSlot[] = [SLOTS[0]!, { ...SLOTS[0]!, column: 2 }];

  test('a picture stands where the columns at both sides are the text’s', () => {
    expect(withoutRoom([obstacle(160, 180, 10, 5)], slots, spread)).toEqual([]);
    const beside = slotsBeside(slots, [obstacle(160, 180, 10, 5)], spread);
    expect(sidesAt(beside, 0, 12)).toEqual([0, 160]);
    expect(sidesAt(beside, 2, 12)![1]).toBeLessThan(200);
    expect(sidesAt(beside, 2, 20)).toEqual([0, 200]);
  });

  test('it has no room where one of these is not', () => {
    const short = [slots[0]!, { ...slots[1]!, lines: 12 }];
    expect(withoutRoom([obstacle(160, 180, 10, 5)], short, spread)).toHaveLength(1);
  });
});
