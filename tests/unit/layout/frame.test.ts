/** Frames, tints and rules as they are drawn. */

import { describe, expect, test } from 'vitest';
import { drawFrame, drawRule } from '../../../src/layout/frame.ts';
import { newPagePen } from '../../../src/layout/page-pen.ts';
import type { Frame, RuleStyle } from '../../../src/markup/box.ts';

const BOX = { x: 10, y: 20, width: 200, height: 100 };
const DOUBLE: RuleStyle = {
  strokes: [
    { width: 2, swatch: 'black' },
    { width: 0.5, swatch: 'red' },
  ],
  gap: 1.5,
  pattern: null,
};
const BEADS: RuleStyle = { strokes: [{ width: 5, swatch: 'red' }], gap: 0, pattern: 'beads' };

function frame(wishes: Partial<Frame>) {
  const pen = newPagePen();
  const given = { border: null, background: null, radius: 0, corner: null, ...wishes };
  expect(drawFrame(pen, given, { block: 'a', box: BOX })).toEqual(pen.items.map(({ id }) => id));
  return pen.items;
}

describe('a frame', () => {
  test('has its strokes one within the other, the tint behind', () => {
    const shapes = frame({ border: DOUBLE, background: 'k10' });
    expect(shapes.map((item) => item.kind === 'shape' && [item.box, item.radius, item.fill])).toEqual([
      [BOX, 0, 'k10'],
      [{ x: 11, y: 21, width: 198, height: 98 }, 0, null],
      [{ x: 13.75, y: 23.75, width: 192.5, height: 92.5 }, 0, null],
    ]);
  });

  test('has round corners of one middle', () => {
    const shapes = frame({ border: DOUBLE, background: 'k10', radius: 3 });
    expect(shapes.map((item) => item.kind === 'shape' && item.radius)).toEqual([3, 2, 0]);
  });

  test('of a pattern is drawn as paths in its colour, its tint with square corners', () => {
    const [tint, ...paths] = frame({ border: BEADS, background: 'k10', radius: 3 });
    expect(tint).toMatchObject({ kind: 'shape', fill: 'k10', radius: 0 });
    expect(paths.map(({ kind, role, block }) => [kind, role, block])).toEqual([
      ['path', 'rule', 'a'],
      ['path', 'rule', 'a'],
    ]);
    for (const item of paths) expect(item).toMatchObject({ swatch: 'red' });
  });
});

describe('a rule', () => {
  test('has its strokes one below the other', () => {
    const pen = newPagePen();
    drawRule(pen, DOUBLE, { block: 'a', left: 10, width: 80, top: 5 });
    expect(pen.items).toMatchObject([
      { kind: 'rule', from: { x: 10, y: 6 }, to: { x: 90, y: 6 }, width: 2 },
      { kind: 'rule', from: { x: 10, y: 8.75 }, to: { x: 90, y: 8.75 }, width: 0.5, swatch: 'red' },
    ]);
  });

  test('of a pattern is a path', () => {
    const pen = newPagePen();
    drawRule(pen, { ...BEADS, pattern: 'dots' }, { block: 'a', left: 10, width: 80, top: 5 });
    expect(pen.items).toMatchObject([{ kind: 'path', swatch: 'red', width: null }]);
  });
});
