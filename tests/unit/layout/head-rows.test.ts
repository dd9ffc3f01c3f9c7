/** A part of a head and its width → size, tracking and rows. */

import { expect, test } from 'vitest';
import { fitRows } from '../../../src/layout/head-rows.ts';
import type { ParagraphBox } from '../../../src/markup/box.ts';
import { textOf } from '../../../src/text/index.ts';
import { GB, paragraphBox, TABLES } from '../../support/paragraph.ts';

/** @param width pt; the largest size is 40 pt. */
function fitted(text: string, width: number, wishes: Partial<ParagraphBox> = {}, tracking = 0) {
  const plain = paragraphBox(text);
  const style = { ...plain.runs[0]!.style, size: 40, tracking };
  const box = paragraphBox(text, {
    role: 'headline',
    align: 'center',
    profile: { ...GB, marks: 'banjiao' },
    size: 40,
    sizes: [40, 30, 20],
    maxRows: 2,
    rowPitch: 48,
    runs: [{ ...plain.runs[0]!, style }],
    trackingLimit: tracking,
    ...wishes,
  });
  const { galley, rows, rowPitch, tracking: set } = fitRows(box, width, TABLES);
  return {
    size: galley.paragraph.size,
    rowPitch,
    tracking: set,
    rows: rows.map((row) => textOf(galley, row)),
  };
}

test('the largest size at which the rows are good', () => {
  expect(fitted('老旧小区改造让居民住得舒心', 320)).toMatchObject({
    size: 40,
    rowPitch: 48,
    rows: ['老旧小区改造', '让居民住得舒心'],
  });
  expect(fitted('老旧小区改造让居民住得舒心', 520).rows).toHaveLength(1);
});

test('a smaller one where the larger would part a word', () => {
  // At 40 pt a row has six characters: no two rows of them leave 人民医院 whole.
  const { size, rows } = fitted('人民医院门诊大楼开工', 240);
  expect(rows.join('')).toBe('人民医院门诊大楼开工');
  expect(size).toBeLessThanOrEqual(40);
  expect(rows[0]).not.toBe('人民医院门');
});

test('no more rows than the sheet allows, but for those that the editor wants', () => {
  const text = '三十年守着一座水库';
  expect(fitted(text, 160, { maxRows: 1 }).rows).toHaveLength(2);
  expect(fitted(text, 400, { maxRows: 1 })).toMatchObject({ size: 40, rows: [text] });
  expect(fitted(text, 400, { maxRows: 1, rowEnds: [3] })).toMatchObject({
    size: 40,
    rows: ['三十年', '守着一座水库'],
  });
});

test('a row that an editor wants is kept whole at a smaller size, and parted only at the smallest', () => {
  const text = '三十年守着一座水库';
  expect(fitted(text, 200, { rowEnds: [3] })).toMatchObject({ size: 30, rows: ['三十年', '守着一座水库'] });
  expect(fitted(text, 80, { rowEnds: [3] }).rows.slice(0, 1)).toEqual(['三十年']);
});

test('characters come closer within the limit, no closer than is needed', () => {
  const text = '全县小麦今日开镰';
  expect(fitted(text, 310, { maxRows: 1 })).toMatchObject({ size: 30, tracking: 0 });
  const closer = fitted(text, 310, { maxRows: 1, trackingLimit: -100 });
  expect(closer).toMatchObject({ size: 40, rows: [text] });
  expect(closer.tracking).toBeGreaterThan(-40);
  expect(closer.tracking).toBeLessThan(0);
  expect(fitted(text, 310, { maxRows: 1, trackingLimit: -10 })).toMatchObject({ size: 30, tracking: 0 });
});

test('characters move apart within the limit, no farther than the width', () => {
  expect(fitted('麦收', 400, { trackingLimit: 1000 })).toMatchObject({ size: 40, tracking: 1000 });
  expect(fitted('麦收', 100, { trackingLimit: 1000 })).toMatchObject({ size: 40, tracking: 500 });
  expect(fitted('麦收', 400)).toMatchObject({ size: 40, tracking: 0 });
});

test('a byline is no text of words: its rows are equally long', () => {
  const { rows } = fitted('本报记者李振涛通讯员张敬勇', 400, { role: 'byline', maxRows: 0, rowEnds: [2] });
  expect(rows.map((row) => row.length)).toEqual([7, 6]);
});
