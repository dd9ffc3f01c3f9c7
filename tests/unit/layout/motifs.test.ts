/** Own 花边: whole numbers of motifs along each side, heads outward, corners turned or with a motif of their own. */

import { describe, expect, test } from 'vitest';
import { motifAlong, motifRound } from '../../../src/layout/motifs.ts';
import type { Motif } from '../../../src/markup/box.ts';

const BOX = { x: 10, y: 20, width: 100, height: 61 };
const PLAIN: Motif = { image: 'a.svg', ratio: 2, corner: null };

describe('round a box', () => {
  test('without a corner each side begins in its corner and ends where the next begins', () => {
    const rows = motifRound(PLAIN, 8, BOX);
    expect(rows.map(({ turn, from }) => [turn, from.x, from.y])).toEqual([
      [0, 10, 20],
      [1, 110, 20],
      [2, 110, 81],
      [3, 10, 81],
    ]);
    // 92 and 53 pt by motifs of 16.
    expect(rows.map(({ count }) => count)).toEqual([6, 3, 6, 3]);
    expect(rows.map(({ count, size }) => count * size.width)).toEqual([92, 53, 92, 53]);
  });

  test('with one the sides run from corner to corner, the corners a square of the band', () => {
    const rows = motifRound({ ...PLAIN, corner: 'c.svg' }, 8, BOX);
    const corners = rows.filter(({ image }) => image === 'c.svg');
    expect(corners.map(({ turn }) => turn)).toEqual([0, 1, 2, 3]);
    expect(corners.every(({ count, size }) => count === 1 && size.width === 8 && size.height === 8)).toBe(
      true,
    );
    const sides = rows.filter(({ image }) => image === 'a.svg');
    expect(sides.map(({ from }) => [from.x, from.y])).toEqual([
      [18, 20],
      [110, 28],
      [102, 81],
      [10, 73],
    ]);
    expect(sides.map(({ count, size }) => Math.round(count * size.width))).toEqual([84, 45, 84, 45]);
  });
});

test('a motif is stretched by less than half of it, and never fewer than one', () => {
  for (let length = 9; length < 200; length += 7) {
    const { count, size } = motifAlong(PLAIN, 8, { from: { x: 0, y: 0 }, length, direction: 'across' });
    expect(count * size.width).toBeCloseTo(length, 9);
    expect(Math.abs(size.width - 16) * count).toBeLessThanOrEqual(8);
  }
  expect(motifAlong(PLAIN, 8, { from: { x: 0, y: 0 }, length: 2, direction: 'across' }).count).toBe(1);
});

test('down a line heads look to the right', () => {
  const line = { from: { x: 5, y: 6 }, length: 64, direction: 'down' as const };
  expect(motifAlong(PLAIN, 8, line)).toMatchObject({ from: { x: 13, y: 6 }, turn: 1, count: 4 });
});
