/**
 * Runs of text that runs down → the same with its long numbers in Han numerals, digit by digit: 2026 is 二〇二六.
 *
 * Digit by digit, as GB/T 15835-2011 has years, numbers of houses and the like; a sum of money in thousands is for
 * its author to write. Each digit is one character before and behind, so that all of them keep their places.
 */

import type { TextRun } from './box.ts';

const NUMERALS = '〇一二三四五六七八九';

/** By itself: no part of a word, a decimal, a date with strokes, a sum with its sign. */
const NUMBER = /(?<![\p{Script=Latin}\d.,:/%‰°℃$￥¥€£+\-−±])\d{4,}(?![\p{Script=Latin}\d.,:/%‰°℃-])/gu;

export function hanNumerals(runs: readonly TextRun[]): readonly TextRun[] {
  const text = runs.map((run) => run.text).join('');
  const set = text.replace(NUMBER, (digits) => digits.replace(/\d/g, (digit) => NUMERALS[Number(digit)]!));
  if (set === text) return runs;
  let at = 0;
  return runs.map((run) => {
    at += run.text.length;
    return { ...run, text: set.slice(at - run.text.length, at) };
  });
}
