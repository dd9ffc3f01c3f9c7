/**
 * One break decision a character, as the W3C's tests for `line-break` in Chinese ask (WPT css/css-text/i18n/zh):
 * 36 characters in five groups, at three levels. `gb` answers differently where GB/T 15834 does.
 */

import { describe, expect, it } from 'vitest';
import type { Prohibition } from '../../src/markup/box.ts';
import { GB, setText } from '../support/paragraph.ts';

interface Group {
  readonly name: string;
  readonly codePoints: readonly number[];
  /** Whether the character may begin a line. */
  readonly allowed: Readonly<Record<'css-strict' | 'css-normal' | 'css-loose' | 'gb', boolean>>;
}

const GROUPS: readonly Group[] = [
  {
    name: 'cpm: centred and closing points',
    codePoints: [0x30fb, 0xff1a, 0xff1b, 0xff65, 0x203c, 0x2047, 0x2048, 0x2049, 0xff01, 0xff1f],
    allowed: { 'css-strict': false, 'css-normal': false, 'css-loose': true, gb: false },
  },
  {
    name: 'iteration marks',
    codePoints: [0x3005, 0x303b, 0x309d, 0x309e, 0x30fd, 0x30fe],
    allowed: { 'css-strict': false, 'css-normal': false, 'css-loose': true, gb: false },
  },
  {
    name: 'in: inseparable leaders',
    codePoints: [0x2024, 0x2025, 0x2026, 0x22ef, 0xfe19, 0x10af6],
    allowed: { 'css-strict': false, 'css-normal': false, 'css-loose': true, gb: true },
  },
  {
    name: 'po: postfixes',
    codePoints: [0x00b0, 0x2030, 0x2032, 0x2033, 0x2035, 0x2103, 0x2109, 0xfe6a, 0xff05, 0xffe0],
    allowed: { 'css-strict': false, 'css-normal': false, 'css-loose': true, gb: false },
  },
  {
    name: 'hyphens',
    codePoints: [0x2010, 0x2013, 0x301c, 0x30a0],
    allowed: { 'css-strict': false, 'css-normal': true, 'css-loose': true, gb: false },
  },
];

/** Six Han fill the line of 6.17 em: does the seventh character begin the second one by itself? */
function beginsLine(codePoint: number, prohibition: Prohibition): boolean {
  const character = String.fromCodePoint(codePoint);
  const set = setText(`${'文'.repeat(6)}${character}字字`, 6.17, {
    profile: { ...GB, prohibition, marks: 'plain' },
    align: 'left',
  });
  return set.texts[1]!.startsWith(character);
}

describe.each(GROUPS)('$name', ({ codePoints, allowed }) => {
  const cases = codePoints.flatMap((codePoint) =>
    Object.entries(allowed).map(([level, may]) => ({
      name: `U+${codePoint.toString(16).toUpperCase()}`,
      codePoint,
      level: level as Prohibition,
      may,
    })),
  );
  it.each(cases)('$level: $name may begin a line: $may', ({ codePoint, level, may }) => {
    expect(beginsLine(codePoint, level)).toBe(may);
  });
});
