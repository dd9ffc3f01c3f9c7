/**
 * 行首行尾禁则 by level (CLREQ #prohibition_rules_for_line_start_end; GB/T 15834-2011 5.1): every character of the
 * sheet's strings (A2), at a line's start and at its end, across and running down; and lines as set.
 */

import { describe, expect, it } from 'vitest';
import type { Prohibition } from '../../src/markup/box.ts';
import { mayEndAt } from '../support/breaks.ts';
import { GB, setText } from '../support/paragraph.ts';

/** NO_START of the sheet, A2; — is a single one. */
const NO_START = '，。、；：？！．”’）〕］｝】〗》〉」』—～–-‐·・‧/／%％‰°℃々〻‼⁇⁈⁉';
const NO_START_STRICT = ['——', '……', '⸺', '⋯⋯'];
const OPENING = '“‘（〔［｛【〖《〈「『';
const PREFIXES = '￥¥$£€№';
const SLASHES = '/／';
const ALLOWED_AT_START = ['国', 'A', '5', '“', '（', '《', '￥', '▲', '①'];

const atStart = (unit: string, prohibition: Prohibition): boolean =>
  mayEndAt(`国|${unit}国`, { prohibition });
const atEnd = (unit: string, prohibition: Prohibition): boolean => mayEndAt(`国${unit}|国`, { prohibition });

describe.each(['basic', 'gb', 'strict'] as const)('%s', (level) => {
  it.each([...NO_START])('%s begins no line', (mark) => {
    expect(atStart(mark, level)).toBe(false);
  });
  it.each(ALLOWED_AT_START)('%s may begin one', (unit) => {
    expect(atStart(unit, level)).toBe(true);
  });
  it.each([...OPENING, ...PREFIXES])('%s ends no line', (mark) => {
    expect(atEnd(mark, level)).toBe(false);
  });
  it.each([...NO_START].filter((mark) => !SLASHES.includes(mark)))('%s may end one', (mark) => {
    expect(atEnd(mark, level)).toBe(true);
  });
  it.each([...SLASHES])(`%s ${level === 'basic' ? 'may end a line' : 'ends no line'}`, (mark) => {
    expect(atEnd(mark, level)).toBe(level === 'basic');
  });
  it.each(NO_START_STRICT)(`%s ${level === 'strict' ? 'begins no line' : 'may begin a line'}`, (unit) => {
    expect(atStart(unit, level)).toBe(level !== 'strict');
    expect(atEnd(unit, level)).toBe(true);
  });
});

describe('none', () => {
  it.each([...NO_START, ...OPENING, ...PREFIXES, ...NO_START_STRICT])(
    '%s may begin and end a line',
    (mark) => {
      // A number and its sign stay together at every level, and so do the halves of —— and ……
      expect([atStart(mark, 'none'), atEnd(mark, 'none')]).toEqual([true, true]);
    },
  );
  it('units are whole all the same', () => {
    for (const marked of ['国—|—国', '国…|…国', '18.|7%', '18.7|%', '￥|5', 'A|B']) {
      expect([marked, mayEndAt(marked, { prohibition: 'none' })]).toEqual([marked, false]);
    }
  });
});

describe('the CSS levels differ from gb where they say so', () => {
  it.each([
    ['—', 'css-strict', true],
    ['～', 'css-strict', true],
    ['·', 'css-strict', true],
    ['／', 'css-strict', true],
    ['……', 'css-strict', false],
    ['：', 'css-normal', false],
    ['：', 'css-loose', true],
    ['–', 'css-normal', true],
    ['，', 'css-loose', false],
  ] as const)('%s may begin a line by %s: %s', (unit, level, may) => {
    expect(atStart(unit, level)).toBe(may);
  });
});

describe('lines as set', () => {
  const HAN = '国家建设发展经济工业园区新闻大会同志们年月日高质量';
  it('at every place and measure no line of gb begins or ends with what it may not', () => {
    const marks = [...NO_START, ...OPENING, ...PREFIXES];
    for (const mark of marks) {
      for (let lead = 2; lead < 9; lead++) {
        const text = `${HAN.slice(0, lead)}${mark}${HAN.slice(lead)}`;
        for (const measure of [4, 5, 6.5, 8]) {
          const { texts } = setText(text, measure);
          if (NO_START.includes(mark)) {
            expect([text, texts.slice(1).filter((line) => line.startsWith(mark))]).toEqual([text, []]);
          }
          if (OPENING.includes(mark) || PREFIXES.includes(mark) || SLASHES.includes(mark)) {
            expect([text, texts.slice(0, -1).filter((line) => line.endsWith(mark))]).toEqual([text, []]);
          }
        }
      }
    }
  });

  it('each level has lines of its own', () => {
    const lines = (text: string, prohibition: Prohibition): readonly string[] =>
      setText(text, 4, { profile: { ...GB, prohibition } }).texts;
    const text = '国家建设——发展经济';
    expect(lines(text, 'strict')).not.toEqual(lines(text, 'gb'));
    const slash = '国家建/设发展经济工业';
    expect(lines(slash, 'basic')[0]).toBe('国家建/');
    expect(lines(slash, 'gb')[0]).toBe('国家');
    expect(lines('国家建设，发展', 'none')).not.toEqual(lines('国家建设，发展', 'gb'));
  });

  it('pushes in before it pushes out (先挤进，后推出)', () => {
    // The comma has no room unless the mark before it gives half an em: it goes in.
    expect(setText('国（家）建设，发展经济', 6).texts[0]).toBe('国（家）建设，');
    // Half an em could be shared out over twelve gaps as well; it is taken from the comma.
    const both = setText('国家建，设发展经济工业园区新。闻大会同志们年月日高质量国家建设发展经济', 14);
    expect(both.texts[0]).toBe('国家建，设发展经济工业园区新。');
    expect(both.lines[0]!.adjustments).toEqual([{ kind: 'comma', places: 1, each: -500 }]);
    // Nothing gives: the mark goes to the next line with the character before it.
    expect(setText('国家建设发，展经济', 5).texts[0]).toBe('国家建设');
  });

  it('marks alone in a measure too narrow for them are set all the same', () => {
    expect(setText('）。」』）。」』', 1).texts.join('')).toBe('）。」』）。」』');
  });
});
