import { expect, test } from 'vitest';
import { unpaired } from '../../../src/content/normalise/pairs.ts';

/** `paragraph:place mark missing`. */
const faults = (...texts: string[]): string[] =>
  unpaired(texts).map(({ text, at, mark, missing }) => `${text}:${at} ${mark} ${missing}`);

test.each([
  [['增强“四个意识”、坚定“四个自信”']],
  [['“要‘强’出优势”']],
  [['四个『全市第一』的「背后」']],
  [['《干部任用条例》（试行）〔2020〕【快讯】〈诗〉']],
  [['“一。', '“二。', '“三。”']],
  [['“一。', '二。”']],
  [['don’t，the students’ work']],
  [['1）甲', 'a)乙', '十二）丙']],
  [['']],
])('%j has no fault', (texts) => {
  expect(faults(...texts)).toEqual([]);
});

test.each([
  ['a closing quote without an opening one', ['迈进。”4月7日'], ['0:3 ” “']],
  ['an opening quote without a closing one', ['甲“乙', '丙'], ['0:1 “ ”']],
  ['the inner quote left open', ['“要‘强出”优势'], ['0:2 ‘ ’']],
  ['a quote opened twice in one paragraph', ['“甲“乙”'], ['0:0 “ ”']],
  ['a quote left open before other pairs', ['甲“乙', '丙“丁”戊'], ['0:1 “ ”']],
  ['a bracket open at the end of its paragraph', ['甲（乙', '丙）丁'], ['0:1 （ ）', '1:1 ） （']],
  ['a half-width bracket', ['甲(乙'], ['0:1 ( )']],
  ['a book-title mark', ['《条例'], ['0:0 《 》']],
  ['a closing bracket in the middle', ['濮阳的甲）乙'], ['0:4 ） （']],
  ['pairs that cross', ['“甲《乙”丙》'], ['0:2 《 》', '0:6 》 《']],
])('%s is reported at its place', (_, texts, expected) => {
  expect(faults(...texts)).toEqual(expected);
});
