import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../../src/markup/box.ts';
import { hanNumerals } from '../../../src/markup/han-numerals.ts';
import { paragraphBox } from '../../support/paragraph.ts';

function runsOf(...texts: readonly string[]): readonly TextRun[] {
  return texts.flatMap((text) => paragraphBox(text).runs);
}

const set = (...texts: readonly string[]): string =>
  hanNumerals(runsOf(...texts))
    .map(({ text }) => text)
    .join('|');

describe('long numbers in Han numerals, of lines that run down (GB/T 15835-2011)', () => {
  it.each([
    ['2026年', '二〇二六年'],
    ['建国路1088号', '建国路一〇八八号'],
    ['2019—2026年', '二〇一九—二〇二六年'],
    ['2026', '二〇二六'],
  ])('%s becomes %s', (text, expected) => {
    expect(set(text)).toBe(expected);
  });

  it.each([
    '5月14日',
    '第106期',
    '18.7%',
    '12,000元',
    '1234.5元',
    '2020-04-08',
    '10:3000',
    'AGM2026',
    '2026A',
    '￥3600',
  ])('%s stays as it is', (text) => {
    expect(set(text)).toBe(text);
  });

  it('a number over two runs is one number, and each run keeps its length and its map', () => {
    expect(set('二十20', '26年')).toBe('二十二〇|二六年');
    const runs = runsOf('在2026年');
    expect(hanNumerals(runs)[0]!.map).toBe(runs[0]!.map);
  });

  it('text without a long number is handed back itself', () => {
    const runs = runsOf('五月四日');
    expect(hanNumerals(runs)).toBe(runs);
  });
});
