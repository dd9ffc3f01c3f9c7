import { expect, test } from 'vitest';
import { countCharacters } from '../../src/count.ts';

test.each([
  ['', 0],
  ['春风送暖，捷报频传。', 10],
  // A number with its point, sign or unit is one word.
  ['实现产值4.3亿元，增长18.7%。', 12],
  ['2020年4月8日', 6],
  ['上午10:30', 3],
  // Words part at blanks and at Han, not at Latin marks.
  ['建设 5G 基站', 5],
  ['GB/T 15834', 2],
  ['don’t stop', 2],
  // Marks shared with Latin text are CJK marks next to Han.
  ['四个“全市第一”的背后', 11],
  ['卡尔·马克思', 6],
  ['他说——好……', 7],
  ['①园区', 3],
  ['37℃', 2],
  // Blanks and what has no width of its own.
  ['李　振　涛', 3],
  ['葛󠄀洲', 2],
  ['a\u200bb', 1],
  ['e\u0301tat', 1],
  // Beyond the BMP.
  ['𠮷野家', 3],
])('%s has %i 字', (text, count) => {
  expect(countCharacters(text)).toBe(count);
});

test('the sum over lines is the count of the whole where lines part between Han', () => {
  const text = '园区新一届领导班子突出绿色，引进企业11家。';
  expect(countCharacters(text.slice(0, 7)) + countCharacters(text.slice(7))).toBe(countCharacters(text));
});
