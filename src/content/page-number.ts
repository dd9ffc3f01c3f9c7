/** A page's label, as printed → how other pages speak of it: 第三版, 03版, A3版. */

import type { Prose } from './issue.ts';

const DIGITS = '〇一二三四五六七八九';

/**
 * The form follows the label's own: `3` and `第三版` give 第三版, `03` 03版, `A3` A3版.
 * Rows and jump lines of one paper then read alike.
 */
export function pageNumber(label: string): string {
  if (/版$/.test(label)) return label;
  if (/^[1-9]\d?$/.test(label)) return `第${inHan(Number(label))}版`;
  if (/^[一二三四五六七八九十]+$/.test(label)) return `第${label}版`;
  return `${label}版`;
}

/** Of a 通版: 第二、三版, 02-03版. */
function spreadNumber(left: string, right: string): string {
  const [first, second] = [pageNumber(left), pageNumber(right)];
  return /^第/.test(first) && /^第/.test(second)
    ? `${first.slice(0, -1)}、${second.slice(1)}`
    : `${first.slice(0, -1)}-${second}`;
}

/** 1 to 99 in Han numerals: 三, 十, 十二, 二十. */
function inHan(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const unit = ones === 0 ? '' : DIGITS[ones]!;
  if (tens === 0) return unit;
  return `${tens === 1 ? '' : DIGITS[tens]!}十${unit}`;
}

/** The same as text that leads back to the label. */
export function numberOf(label: Prose, facing: Prose | null): Prose {
  const start = label.map.runs[0]!.start;
  const text = facing === null ? pageNumber(label.text) : spreadNumber(label.text, facing.text);
  return { text, map: { ...label.map, runs: [{ at: 0, start }] } };
}
