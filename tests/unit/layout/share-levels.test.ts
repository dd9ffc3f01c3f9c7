/** Lines shared among blocks: columns full, the difference to what was asked in proportion. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asking, shareLines } from '../../../src/layout/share-levels.ts';

const WHOLE = { from: 4, to: 104 };
const asks = (from: number, to: number, lines: number, more: Partial<Asking> = {}): Asking => ({
  columns: { from, to },
  zone: WHOLE,
  lines,
  weight: (to - from) / lines,
  takesRest: false,
  ...more,
});
const columns = (count: number) => Array.from({ length: count }, () => [WHOLE]);

test('one block takes all', () => {
  expect(shareLines([asks(0, 3, 40)], columns(3), 1)).toEqual([WHOLE]);
});

test('what is over goes to each by what it asks, a blank line between', () => {
  // 99 lines for 66 asked for: half as much again for each.
  expect(shareLines([asks(0, 3, 44), asks(0, 3, 22)], columns(3), 1)).toEqual([
    { from: 4, to: 70 },
    { from: 71, to: 104 },
  ]);
});

test('what lacks is taken from each likewise', () => {
  const [a, b] = shareLines([asks(0, 3, 100), asks(0, 3, 50)], columns(3), 1);
  expect([a!.to - a!.from, b!.to - b!.from]).toEqual([66, 33]);
});

test('one that takes the rest leaves the others what they ask', () => {
  const lead = { weight: 1e-6, takesRest: true };
  const lines = (one: number) =>
    shareLines([asks(0, 3, one, lead), asks(0, 3, 30), asks(0, 3, 20)], columns(3), 1).map(
      ({ from, to }) => to - from,
    );
  expect(lines(10)).toEqual([48, 30, 20]);
  expect(lines(90)).toEqual([48, 30, 20]);
});

test('blocks side by side that both have one below them end level', () => {
  const [a, b, below] = shareLines([asks(0, 2, 30), asks(2, 5, 60), asks(0, 5, 40)], columns(5), 1);
  expect(a!.to).toBe(b!.to);
  expect(below!.from).toBe(a!.to + 1);
});

test('columns that nothing joins are shared each for itself', () => {
  const lone = [asks(0, 2, 30), asks(0, 2, 30)];
  const other = [asks(2, 4, 20), asks(2, 4, 60)];
  expect(shareLines([...lone, ...other], columns(4), 1)).toEqual([
    ...shareLines(lone, columns(2), 1),
    ...shareLines(
      other.map((one) => ({ ...one, columns: { from: 0, to: 2 } })),
      columns(2),
      1,
    ),
  ]);
});

test('blocks stand in the free lines that are theirs', () => {
  const zones = [
    { from: 4, to: 40 },
    { from: 50, to: 104 },
  ];
  const free = Array.from({ length: 3 }, () => zones);
  const found = shareLines(
    [asks(0, 3, 20, { zone: zones[0]! }), asks(0, 3, 20, { zone: zones[1]! })],
    free,
    1,
  );
  expect(found).toEqual(zones);
});

test('any chain of blocks fills its columns, none far from its part', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 12 }), (wanted) => {
      const runs = shareLines(
        wanted.map((lines) => asks(0, 2, lines)),
        columns(2),
        1,
      );
      expect(runs[0]!.from).toBe(4);
      expect(runs[runs.length - 1]!.to).toBe(104);
      expect(runs.slice(1).map(({ from }) => from)).toEqual(runs.slice(0, -1).map(({ to }) => to + 1));
      const scale = (100 - (wanted.length - 1)) / wanted.reduce((sum, lines) => sum + lines, 0);
      const off = runs.map(({ from, to }, k) => Math.abs(to - from - wanted[k]! * scale));
      expect(Math.max(...off)).toBeLessThan(3);
    }),
    { numRuns: 40 },
  );
});
