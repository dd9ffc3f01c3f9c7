/** Blocks of a body where lines are of different widths: how each is set, where it cannot stand. */

import { describe, expect, test } from 'vitest';
import { bodyBeside, commonSide, menusBeside, sidesOf } from '../../../src/layout/beside.ts';
import type { LineSide, TextSlot } from '../../../src/layout/stack.ts';
import { type BodyBlock, measureStory } from '../../../src/layout/story.ts';
import { bodyText, hanText, pageBox, storyBox, subhead } from '../../support/page-box.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

/** Columns of 14 字 of 10 pt. */
const { grid } = pageBox([]);
const WHOLE: LineSide = { start: 0, width: 140 };
const HALF: LineSide = { start: 70, width: 70 };

const slot = (lines: number, sides: readonly LineSide[] | null = null): TextSlot => ({
  column: 0,
  line: 0,
  lines,
  sides,
});
const blocksOf = (...boxes: readonly ReturnType<typeof bodyText>[]): readonly BodyBlock[] =>
  measureStory(storyBox({ columns: 1, body: boxes }), grid, TABLES).body;

describe('the lines of all slots', () => {
  test('are none where each slot is as wide as its column', () => {
    expect(sidesOf([slot(3), slot(5)], grid)).toBeNull();
  });

  test('stand one behind the other, whole ones with narrow ones', () => {
    expect(sidesOf([slot(2), slot(2, [HALF, WHOLE]), slot(1)], grid)).toEqual([
      WHOLE,
      WHOLE,
      HALF,
      WHOLE,
      WHOLE,
    ]);
  });
});

describe('what lines have free in common', () => {
  test('is what no one of them lacks', () => {
    const sides = [WHOLE, { start: 30, width: 110 }, { start: 0, width: 90 }];
    expect(commonSide(sides, 0, 3)).toEqual({ start: 30, width: 60 });
    expect(commonSide(sides, 0, 1)).toEqual(WHOLE);
  });

  test('is nothing where they share none, and behind the last line', () => {
    expect(commonSide([{ start: 0, width: 60 }, HALF], 0, 2)).toBeNull();
    expect(commonSide([WHOLE], 1, 2)).toBeNull();
  });
});

describe('a paragraph', () => {
  // 70 字, two of them indent: 6 lines of 14, or 11 of 7.
  const [block] = blocksOf(bodyText(hanText(70)));
  const lines = (at: number, sides: readonly LineSide[]): number | undefined =>
    menusBeside([block!], sides, grid)[0]!.optionsAt!(at)[0]?.lines;

  test('takes more lines where they are narrower', () => {
    expect(
      lines(
        0,
        Array.from({ length: 20 }, () => WHOLE),
      ),
    ).toBe(block!.menu.options[0]!.lines);
    expect(
      lines(
        0,
        Array.from({ length: 20 }, () => HALF),
      ),
    ).toBe(11);
  });

  test('counts the width of each of its lines, from the one that it begins at', () => {
    // Beside a picture of four lines: 28 字 there, the other 44 in whole lines.
    const sides = [...Array.from({ length: 4 }, () => HALF), ...Array.from({ length: 16 }, () => WHOLE)];
    expect(lines(0, sides)).toBe(8);
    expect(lines(2, sides)).toBe(7);
    expect(lines(4, sides)).toBe(6);
  });

  test('does not stand in lines of less than three 字', () => {
    const sides = Array.from({ length: 20 }, () => ({ start: 0, width: 29 }));
    expect(lines(0, sides)).toBeUndefined();
  });

  test('is set for the lines where it came to stand, and kept where these are whole', () => {
    const sides = [HALF, HALF, ...Array.from({ length: 18 }, () => WHOLE)];
    const [beside] = bodyBeside([block!], [{ option: 0, at: 0 }], sides, grid);
    expect(beside!.measure.widths.slice(0, 2)).toEqual([7000, 7000]);
    expect(beside!.measure.rest).toBe(14000);
    expect(bodyBeside([block!], [{ option: 0, at: 2 }], sides, grid)[0]).toBe(block);
    expect(bodyBeside([block!], [{ option: 0, at: 2 }], null, grid)[0]).toBe(block);
  });
});

test('a subhead of whole lines is set in what all its lines have free, else stands nowhere', () => {
  const [block] = blocksOf(subhead('项目落地'));
  const options = (sides: readonly LineSide[]) => menusBeside([block!], sides, grid)[0]!.optionsAt!(0);
  expect(options([HALF, WHOLE, WHOLE])).toHaveLength(1);
  expect(options([{ start: 0, width: 60 }, HALF, WHOLE])).toEqual([]);
  const [beside] = bodyBeside([block!], [{ option: 0, at: 0 }], [HALF, WHOLE, WHOLE], grid);
  expect(beside!.measure.rest).toBe(7000);
});

test('beside an initial the first lines are narrower by it too', () => {
  const [block] = blocksOf(paragraphBox(hanText(80), { initial: 2 }));
  const aside = block!.initial!.width;
  expect(aside).toBeGreaterThan(1000);
  const sides = [...Array.from({ length: 4 }, () => HALF), ...Array.from({ length: 16 }, () => WHOLE)];
  const [beside] = bodyBeside([block!], [{ option: 0, at: 0 }], sides, grid);
  expect(beside!.measure.widths).toEqual([7000 - aside, 7000 - aside, 7000, 7000]);
});

test('where all lines are whole a menu is the block’s own', () => {
  const blocks = blocksOf(bodyText(hanText(70)));
  expect(menusBeside(blocks, null, grid)).toEqual(blocks.map(({ menu }) => menu));
});
