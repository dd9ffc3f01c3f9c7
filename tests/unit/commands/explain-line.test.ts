import { expect, test } from 'vitest';
import { explainLine } from '../../../src/commands/explain-line.ts';
import type { FitLine } from '../../../src/fit.ts';

const line = (more: Partial<FitLine>): FitLine => ({
  paragraph: 0,
  text: '国家',
  width: 12.5,
  measure: 13,
  hung: 0,
  last: false,
  adjust: [],
  end: { kind: 'full' },
  choices: { cost: 12, earlier: null, later: null },
  ...more,
});

test('what was stretched, in both languages', () => {
  const between = { kind: 'between', places: 9, each: 0.05 } as const;
  expect(explainLine(line({ adjust: [between] }))).toEqual({
    zh: '自然宽 12.5 字，行长 13 字；字间 9 处，各撑 0.05 字；排满',
    en: 'natural width 12.5 of 13 em; gaps: 9 stretched by 0.05 em each; nothing more has room',
  });
});

test('what was squeezed, step by step', () => {
  const adjust = [
    { kind: 'bracket', places: 2, each: -0.5 },
    { kind: 'stop', places: 1, each: -0.1234 },
  ] as const;
  expect(explainLine(line({ width: 14.123, adjust, end: { kind: 'not-at-start', mark: '，' } })).zh).toBe(
    '自然宽 14.123 字，行长 13 字；括号、引号 2 处，各挤 0.5 字；句、问、叹号 1 处，各挤 0.123 字；「，」不能居行首',
  );
});

test('what hangs past the end of the line, and how far letters of what is split are apart', () => {
  const adjust = [
    { kind: 'between', places: 4, each: 0.1 },
    { kind: 'letters', places: 8, each: 0.02 },
  ] as const;
  expect(explainLine(line({ width: 13, hung: 0.5 })).zh).toBe(
    '自然宽 13 字，行长 13 字；行末的点号悬挂在版口外；排满',
  );
  expect(explainLine(line({ adjust, end: { kind: 'address' } })).zh).toBe(
    '自然宽 12.5 字，行长 13 字；字间 4 处，各撑 0.1 字；断开的单词或网址内 8 处，各撑 0.02 字；网址排不下，在字母之间断开',
  );
});

test.each([
  [{ kind: 'last' }, '段末'],
  [{ kind: 'full' }, '排满'],
  [{ kind: 'not-at-end', mark: '“' }, '「“」不能居行末'],
  [{ kind: 'unit', unit: '2020' }, '「2020」不能拆开'],
  [{ kind: 'even' }, '为全段各行匀称，提前断行'],
  [{ kind: 'hyphen' }, '英文单词用连字符断开'],
  [{ kind: 'address-mark', mark: '/' }, '网址在「/」后断开'],
  [{ kind: 'address' }, '网址排不下，在字母之间断开'],
  [{ kind: 'word-split' }, '单词或数字排不下，只好拆开'],
  [{ kind: 'rule-broken' }, '行太短，只好违反避头尾规则'],
] as const)('%j', (end, reason) => {
  expect(explainLine(line({ end })).zh).toBe(`自然宽 12.5 字，行长 13 字；${reason}`);
});

test('what it would have cost to end it one place earlier or later', () => {
  const earlier = { text: '建设，', cost: 5240.4, over: 0 };
  const later = { text: '发', cost: null, over: 480 };
  expect(explainLine(line({ choices: { cost: 12.5, earlier, later } }))).toEqual({
    zh: '自然宽 12.5 字，行长 13 字；排满；代价 13；「建设，」移到下行则代价 5240；「发」收进来则挤到头还多 0.48 字',
    en: 'natural width 12.5 of 13 em; nothing more has room; cost 13; "建设，" in the next line: cost 5240; "发" in this one: 0.48 em too much',
  });
});
