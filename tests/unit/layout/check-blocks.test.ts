/** Blocks that leave the type area or stand on each other are errors; those that touch are none. */

import { describe, expect, test } from 'vitest';
import { checkBlocks } from '../../../src/layout/check-blocks.ts';
import type { FolioBox, GridBox, StoryBox } from '../../../src/markup/box.ts';
import { gridBox as at, pageBox, placeAt, storyBox } from '../../support/page-box.ts';

function block(id: string, ...boxes: readonly GridBox[]): StoryBox {
  return storyBox({ id, place: placeAt(...boxes) });
}

const NO_SLOT = { parts: [], gap: 0 };
const FOLIO: FolioBox = {
  kind: 'folio',
  lines: 4,
  ruleLine: 3,
  rule: null,
  left: NO_SLOT,
  center: NO_SLOT,
  right: NO_SLOT,
  span: { file: 'a.hbs', start: 0, end: 0 },
};

/** 6 columns, 60 lines, the first four the folio's. */
const faults = (...blocks: readonly StoryBox[]): readonly string[] =>
  checkBlocks(pageBox(blocks, { folio: FOLIO })).map(({ code, message }) => `${code} ${message.zh}`);

describe('within the type area', () => {
  test('from its first line to its last, from its first column to its last', () => {
    expect(faults(block('a', at(0, 6, 4, 56)))).toEqual([]);
  });

  test.each([
    ['a line too low', at(0, 6, 4, 57), '1-6 栏、5-61 行'],
    ['a column too wide', at(1, 6, 4, 56), '2-7 栏、5-60 行'],
    ['in the folio', at(0, 6, 3, 10), '1-6 栏、4-13 行'],
  ])('%s: an error that names it and what there is', (_, box, shown) => {
    expect(faults(block('a', box))).toEqual([
      `block-off-page “a”（${shown}）超出版心：可用的是 1-6 栏、5-60 行`,
    ]);
  });

  test('a block that flows has no place to be wrong', () => {
    expect(faults(storyBox({ id: 'a' }), block('b', at(0, 6, 4, 56)))).toEqual([]);
  });
});

describe('two blocks', () => {
  test('side by side and one below the other touch without a fault', () => {
    expect(
      faults(block('a', at(0, 3, 4, 20)), block('b', at(3, 3, 4, 20)), block('c', at(0, 6, 24, 36))),
    ).toEqual([]);
  });

  test.each([
    ['by a line', at(0, 3, 23, 10)],
    ['by a column', at(2, 2, 4, 20)],
    ['one within the other', at(1, 1, 10, 2)],
  ])('that overlap %s: an error that names both', (_, box) => {
    const [fault, ...more] = faults(block('a', at(0, 3, 4, 20)), block('b', box));
    expect(more).toEqual([]);
    expect(fault).toMatch(/^blocks-overlap “b”（.*与“a”（1-3 栏、5-24 行）重叠$/);
  });

  test('an L may hold another in its corner, but not under its arm', () => {
    const ell = block('a', at(0, 2, 4, 40), at(2, 2, 30, 14));
    expect(faults(ell, block('b', at(2, 4, 4, 26)))).toEqual([]);
    expect(faults(ell, block('b', at(2, 4, 4, 27)))).toHaveLength(1);
  });

  test('each pair is told of once', () => {
    const same = at(0, 1, 4, 4);
    expect(faults(block('a', same), block('b', same), block('c', same))).toHaveLength(3);
  });
});
