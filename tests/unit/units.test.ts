/** 字号 and millimetres in points. */

import { expect, test } from 'vitest';
import { haoInPoints, millimetres } from '../../src/units.ts';

test('an inch is 72 points', () => {
  expect(millimetres(25.4)).toBe(72);
});

test.each([
  ['初号', 42, 36],
  ['小初', 36, 32],
  ['二号', 22, 21],
  ['五号', 10.5, 10.5],
  ['小五', 9, 9],
  ['特号', null, 48],
  ['九号', null, null],
])('%s is %s pt by Word and %s pt by Founder', (name, word, founder) => {
  expect(haoInPoints(name, 'word')).toBe(word);
  expect(haoInPoints(name, 'founder')).toBe(founder);
});
