/** 版样纸: a page's grid numbered, its blocks outlined; and the same drawn in letters. */

import { describe, expect, test } from 'vitest';
import { gridText, layOutGrid } from '../../../src/layout/index.ts';
import type { Page, Rule } from '../../../src/layout/page.ts';
import type { GridBox, StoryBox } from '../../../src/markup/box.ts';
import { gridBox as at, bodyText, pageBox, placeAt, storyBox } from '../../support/page-box.ts';
import { TABLES } from '../../support/paragraph.ts';

function block(id: string, ...boxes: readonly GridBox[]): StoryBox {
  return storyBox({ id, place: placeAt(...boxes), body: [bodyText('春风送暖。')] });
}

/** 6 columns × 60 lines. */
const PLAN = pageBox([
  block('lead', at(0, 2, 4, 40), at(2, 2, 30, 14)),
  block('photo', at(2, 4, 4, 20)),
  storyBox({ id: 'flows' }),
]);

describe('on paper', () => {
  const { made } = layOutGrid([PLAN], TABLES, { grid: 'k30', blocks: 'black' });
  const page: Page = made.pages[0]!;
  const rules = page.items.filter((item): item is Rule => item.kind === 'rule');

  test('columns and every fifth line have their numbers, lines at both sides', () => {
    const texts = page.lines.map(({ text }) => text);
    expect(texts.slice(0, 6)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(texts.filter((text) => text === '60')).toHaveLength(2);
    expect(texts.filter((text) => text === '7')).toHaveLength(0);
  });

  test('blocks have their names and sizes; one that flows has no place', () => {
    const texts = page.lines.map(({ text }) => text);
    expect(texts).toContain('lead 2×40+2×14');
    expect(texts).toContain('photo 4×20');
    expect(texts.join()).not.toContain('flows');
  });

  test('an L is outlined as one piece', () => {
    const edges = rules.filter(({ swatch }) => swatch === 'black');
    // The seam between its two rectangles, x of the third column's left edge below line 30.
    const seam = edges.filter(
      ({ from, to }) => from.x === to.x && from.x === 50 + 2 * 160 && from.y >= 50 + 30 * 15,
    );
    expect(seam).toEqual([]);
    expect(edges.filter(({ from, to }) => from.x === to.x && from.x === 50)).toHaveLength(1);
  });

  test('all of it is furniture, and each item is in the structure once', () => {
    expect(made.structure.map(({ role }) => role)).toEqual(['furniture']);
    expect(made.structure[0]!.items.map(({ item }) => item)).toEqual(page.items.map(({ id }) => id));
  });
});

describe('in letters', () => {
  test('as a dummy is written', () => {
    expect(gridText(PLAN).rows).toEqual([
      '4   ......',
      '20  甲甲乙乙乙乙',
      '6   甲甲....',
      '14  甲甲甲甲..',
      '16  ......',
    ]);
    expect(gridText(PLAN).legend.map(({ letter, name }) => `${letter} ${name}`)).toEqual([
      '甲 lead',
      '乙 photo',
    ]);
  });

  test('shows where two blocks stand on each other', () => {
    const { rows } = gridText(pageBox([block('a', at(0, 3, 0, 10)), block('b', at(2, 2, 5, 55))]));
    expect(rows).toEqual(['5   甲甲甲...', '5   甲甲×乙..', '50  ..乙乙..']);
  });
});
