/** How other pages speak of a page: by the form of its own label. */

import { expect, test } from 'vitest';
import { numberOf, pageNumber } from '../../../src/content/page-number.ts';

test.each([
  ['3', '第三版'],
  ['三', '第三版'],
  ['第三版', '第三版'],
  ['03', '03版'],
  ['A3', 'A3版'],
  ['A03', 'A03版'],
  ['B12', 'B12版'],
  ['10', '第十版'],
  ['12', '第十二版'],
  ['20', '第二十版'],
  ['48', '第四十八版'],
  ['100', '100版'],
  ['T1', 'T1版'],
])('%s is %s', (label, number) => {
  expect(pageNumber(label)).toBe(number);
});

test('leads back to the label', () => {
  const map = { file: 'issue.yaml', runs: [{ at: 0, start: 40 }], end: 42 };
  const { text, map: back } = numberOf({ text: '03', map }, null);
  expect(text).toBe('03版');
  expect(back.runs[0]!.start).toBe(40);
});

test.each([
  ['2', '3', '第二、三版'],
  ['第二版', '第三版', '第二、三版'],
  ['02', '03', '02-03版'],
  ['A4', 'A1', 'A4-A1版'],
])('a 通版 of %s and %s is %s', (left, right, number) => {
  const map = { file: 'issue.yaml', runs: [{ at: 0, start: 40 }], end: 42 };
  expect(numberOf({ text: left, map }, { text: right, map }).text).toBe(number);
});
