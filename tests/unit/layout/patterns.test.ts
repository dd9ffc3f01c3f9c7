/** 点线, 波纹线, 花边: whole repeats within their band, corners closed, for boxes and lines of any size. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect } from '../../../src/geometry.ts';
import { type Figure, patternAlong, patternRound } from '../../../src/layout/patterns.ts';
import type { Pattern } from '../../../src/markup/box.ts';

const BANDS: Readonly<Record<Pattern, number>> = { dots: 1, wave: 2.2, beads: 5, fret: 6, petals: 6.5 };
const PATTERNS = Object.keys(BANDS) as readonly Pattern[];
const BOX: Rect = { x: 100, y: 200, width: 251, height: 83 };

/** Where the ends of its curves lie. */
function ends(curve: readonly number[]): readonly (readonly [number, number])[] {
  const points: [number, number][] = [[curve[0]!, curve[1]!]];
  for (let at = 6; at < curve.length; at += 6) points.push([curve[at]!, curve[at + 1]!]);
  return points;
}

/** The smallest box that holds a figure: curves are followed in sixteen steps. */
function inkOf(figures: readonly Figure[]): Rect {
  let [left, top, right, foot] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { curves, width } of figures) {
    for (const curve of curves) {
      const half = (width ?? 0) / 2;
      for (let at = 0; at + 8 <= curve.length; at += 6) {
        for (let k = 0; k <= 16; k++) {
          const [x, y] = onCurve(curve.slice(at, at + 8), k / 16);
          [left, top] = [Math.min(left, x - half), Math.min(top, y - half)];
          [right, foot] = [Math.max(right, x + half), Math.max(foot, y + half)];
        }
      }
    }
  }
  return { x: left, y: top, width: right - left, height: foot - top };
}

function onCurve(c: readonly number[], t: number): readonly [number, number] {
  const s = 1 - t;
  const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  const sum = (axis: number): number =>
    weights.reduce((total, weight, k) => total + weight * c[2 * k + axis]!, 0);
  return [sum(0), sum(1)];
}

const sizes = fc.record({
  width: fc.double({ min: 30, max: 900, noNaN: true }),
  height: fc.double({ min: 30, max: 900, noNaN: true }),
});

describe.each(PATTERNS)('%s', (pattern) => {
  const band = BANDS[pattern];

  test('round any box stays within its edges and reaches them', () => {
    fc.assert(
      fc.property(sizes, ({ width, height }) => {
        const ink = inkOf(patternRound(pattern, band, { x: 10, y: 20, width, height }));
        const slack = band * 0.1;
        expect(Math.abs(ink.x - 10)).toBeLessThan(slack);
        expect(Math.abs(ink.y - 20)).toBeLessThan(slack);
        expect(Math.abs(ink.width - width)).toBeLessThan(2 * slack);
        expect(Math.abs(ink.height - height)).toBeLessThan(2 * slack);
      }),
      { numRuns: 40 },
    );
  });

  test('leaves the inside of the box free', () => {
    for (const { curves } of patternRound(pattern, band, BOX)) {
      for (const [x, y] of curves.flatMap(ends)) {
        const depth = Math.min(x - 100, 351 - x, y - 200, 283 - y);
        expect(depth).toBeLessThanOrEqual(band + 0.01);
      }
    }
  });

  test('is the same when the box is mirrored at its middle, or turned by a quarter', () => {
    const counts = (box: Rect): readonly number[] =>
      patternRound(pattern, band, box).map(({ curves }) => curves.length);
    expect(counts({ ...BOX, width: BOX.height, height: BOX.width })).toEqual(counts(BOX));
  });

  test('along a line, across or down, fills its length and its band', () => {
    const across = inkOf(
      patternAlong(pattern, band, { from: { x: 10, y: 20 }, length: 200, direction: 'across' }),
    );
    const down = inkOf(
      patternAlong(pattern, band, { from: { x: 10, y: 20 }, length: 200, direction: 'down' }),
    );
    for (const ink of [across, { ...down, width: down.height, height: down.width }]) {
      expect(Math.abs(ink.width - 200)).toBeLessThan(band * 0.3);
      expect(ink.height).toBeLessThan(band * 1.1);
      expect(ink.height).toBeGreaterThan(band * 0.9);
    }
  });

  test('no length is too short for it', () => {
    const figures = patternRound(pattern, band, { x: 0, y: 0, width: band * 2, height: band * 2 });
    for (const value of figures.flatMap(({ curves }) => curves.flat())) expect(value).not.toBeNaN();
  });
});

test('dots are round, evenly apart on each side, one at each corner', () => {
  const [{ curves, width }] = patternRound('dots', 1, BOX) as [Figure];
  expect(width).toBeNull();
  const middles = curves.map((curve) => [curve[0]! - 0.5, curve[1]!] as const);
  const top = middles.filter(([, y]) => y === 200.5).map(([x]) => x);
  expect([top[0], top.at(-1)]).toEqual([100.5, 350.5]);
  const steps = top.slice(1).map((x, k) => x - top[k]!);
  for (const step of steps) expect(step).toBeCloseTo(2.5, 6);
  for (const corner of [
    [100.5, 282.5],
    [350.5, 282.5],
  ]) {
    expect(middles.filter(([x, y]) => x === corner[0] && y === corner[1])).toHaveLength(1);
  }
});

describe('a wave', () => {
  const [{ curves }] = patternRound('wave', 2.2, BOX) as [Figure];
  const curve = curves[0]!;

  test('round a box is one line that ends where it began', () => {
    expect(curves).toHaveLength(1);
    expect(curve.at(-2)).toBeCloseTo(curve[0]!, 9);
    expect(curve.at(-1)).toBeCloseTo(curve[1]!, 9);
  });

  test('goes through each corner without a bend', () => {
    const corners = ends(curve).flatMap(([x, y], k) => {
      const isCorner = Math.abs(Math.abs(x - 225.5) - 124.4) + Math.abs(Math.abs(y - 241.5) - 40.4) < 1e-6;
      return isCorner && k > 0 ? [k] : [];
    });
    expect(corners).toHaveLength(4);
    for (const k of corners) {
      const at = 6 * k;
      const next = at + 2 < curve.length ? at + 2 : 2;
      const before = [curve[at]! - curve[at - 2]!, curve[at + 1]! - curve[at - 1]!];
      const behind = [curve[next]! - curve[at]!, curve[next + 1]! - curve[at + 1]!];
      const cross = before[0]! * behind[1]! - before[1]! * behind[0]!;
      expect(cross).toBeCloseTo(0, 6);
      expect(before[0]! * behind[0]! + before[1]! * behind[1]!).toBeGreaterThan(0);
    }
  });

  test('of a straight line begins and ends in the middle of its band', () => {
    const line = { from: { x: 0, y: 0 }, length: 100, direction: 'across' as const };
    const [{ curves }] = patternAlong('wave', 2.2, line) as [Figure];
    expect(curves[0]!.slice(0, 2)).toEqual([0, 1.1]);
    expect(curves[0]!.slice(-2)).toEqual([100, 1.1]);
    // Whole waves, of two arcs each.
    expect(((curves[0]!.length - 2) / 6) % 2).toBe(0);
  });
});
