/** A head of a block that is no rectangle stands over the columns that are its from the top. */

import { describe, expect, test } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { GridBox } from '../../../src/markup/box.ts';
import { bodyText, hanText, headBox, pageBox, placeAt, storyBox } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const HEAD = headBox([
  paragraphBox('清河两岸', { role: 'headline', size: 30, sizes: [30], align: 'center' }),
]);

/** Left edge and width of the headline's block in columns of 16 字 of 10 pt, from the type area's left. */
function headOver(boxes: readonly GridBox[]): readonly [number, number] {
  const story = storyBox({
    place: placeAt(...boxes),
    head: HEAD,
    body: [bodyText(hanText(900))],
  });
  const { made } = layOut([pageBox([story])], TABLES);
  expect(pageFaults(made)).toEqual([]);
  const [first, , third] = made.pages[0]!.blocks.find(({ role }) => role === 'headline')!.polygon;
  return [(first!.x - 50) / 160, (third!.x - first!.x + 20) / 160];
}

describe('the head', () => {
  test('of an L that is lower at its right stands over the columns at its left', () => {
    const boxes = [
      { column: 0, columns: 2, line: 0, lines: 40 },
      { column: 2, columns: 1, line: 20, lines: 20 },
    ];
    expect(headOver(boxes)).toEqual([0, 2]);
  });

  test('of an L that is lower at its left stands over the columns at its right', () => {
    const boxes = [
      { column: 0, columns: 1, line: 20, lines: 20 },
      { column: 1, columns: 2, line: 0, lines: 40 },
    ];
    expect(headOver(boxes)).toEqual([1, 2]);
  });

  test('of a rectangle stands over all of them', () => {
    expect(headOver([{ column: 1, columns: 3, line: 0, lines: 40 }])).toEqual([1, 3]);
  });
});
