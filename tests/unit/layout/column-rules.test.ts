/** 栏线: in the middle of the gutters, beside text only. */

import { describe, expect, test } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { Rule } from '../../../src/layout/page.ts';
import type { RuleStyle } from '../../../src/markup/box.ts';
import { bodyText, figureBox, hanText, headBox, pageBox, storyBox } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const THIN: RuleStyle = { strokes: [{ width: 0.3, swatch: 'k50' }], gap: 0, pattern: null };
const head = headBox([paragraphBox('国家建设', { role: 'headline', align: 'center' })]);
const body = Array.from({ length: 6 }, (_, i) => bodyText(hanText(130, i)));

function laid(wishes: Parameters<typeof storyBox>[0] = {}) {
  const story = storyBox({ fill: 'balance', columnRule: THIN, body, ...wishes });
  const { made } = layOut([pageBox([story])], TABLES);
  expect(pageFaults(made, { runtsKnown: true })).toEqual([]);
  const page = made.pages[0]!;
  const rules = page.items.filter((item): item is Rule => item.kind === 'rule');
  const text = page.lines.filter(({ role }) => role === 'paragraph');
  return { made, page, rules, text };
}

describe('between columns of text', () => {
  const { made, page, rules, text } = laid({ head });

  test('one stands in the middle of each gutter', () => {
    // 6 columns of 140 pt, 20 pt apart, from 50.
    for (const [k, rule] of rules.entries()) {
      expect(rule.from.x).toBeCloseTo(200 + 160 * k, 6);
      expect(rule.to.x).toBe(rule.from.x);
    }
    expect(rules.map(({ width, swatch }) => [width, swatch])).toEqual(Array(5).fill([0.3, 'k50']));
  });

  test('from the head of the first line to the foot of the last, below the head', () => {
    const top = Math.min(...text.map(({ box }) => box.y));
    const foot = Math.max(...text.map(({ box }) => box.y + box.height));
    for (const rule of rules) {
      expect(rule.from.y).toBeCloseTo(top, 6);
      expect(rule.to.y).toBeCloseTo(foot, 6);
    }
  });

  test('they are furniture: no reader reads them, no block is added', () => {
    const node = made.structure.find(({ role }) => role === 'furniture')!;
    expect(node.items.map(({ item }) => page.items[item]!.kind)).toEqual(Array(5).fill('rule'));
    const bare = laid({ head, columnRule: null });
    expect(bare.rules).toEqual([]);
    expect(page.blocks).toEqual(bare.page.blocks);
    expect(page.lines).toEqual(bare.page.lines);
  });
});

test('none goes through a picture or beside it alone', () => {
  const long = Array.from({ length: 20 }, (_, i) => bodyText(hanText(130, i)));
  const { page, rules } = laid({ body: long, figures: [figureBox({ columns: 2, place: 'top-right' })] });
  const photo = page.items.find((item) => item.kind === 'picture')!.box;
  const beside = rules.filter(({ from }) => from.x > photo.x - 20 && from.x < photo.x + photo.width);
  expect(beside).toHaveLength(2);
  for (const { from } of beside) expect(from.y).toBeGreaterThan(photo.y + photo.height);
  // The columns that the picture leaves alone have theirs from the top.
  const free = rules.filter(({ from }) => from.x < photo.x - 20);
  expect(free).toHaveLength(3);
  for (const { from } of free) expect(from.y).toBeLessThan(photo.y + 1);
});

test('none beside columns that the text leaves empty, and it ends with the longer of two', () => {
  const place = { boxes: [{ column: 0, columns: 6, line: 0, lines: 40 }], span: body[0]!.span };
  const { rules, text } = laid({ place, body: body.slice(0, 1) });
  const columns = new Set(text.map(({ box }) => box.x)).size;
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.length).toBeLessThanOrEqual(columns);
  const foot = Math.max(...text.map(({ box }) => box.y + box.height));
  for (const { to } of rules) expect(to.y).toBeLessThanOrEqual(foot + 0.01);
});

test('a story of one column has none', () => {
  expect(laid({ columns: 1, body: body.slice(0, 1) }).rules).toEqual([]);
});

test('between bands of lines that run down it lies across', () => {
  const place = { boxes: [{ column: 1, columns: 3, line: 10, lines: 40 }], span: body[0]!.span };
  const down = [bodyText(hanText(900), { direction: 'down' })];
  const { rules, text } = laid({ place, direction: 'down', set: 2, body: down });
  expect(rules).toHaveLength(1);
  const [{ from, to }] = rules as [Rule];
  expect(to.y).toBe(from.y);
  expect(from.x).toBeCloseTo(Math.min(...text.map(({ box }) => box.x)), 6);
  expect(to.x).toBeCloseTo(Math.max(...text.map(({ box }) => box.x + box.width)), 6);
  for (const { box } of text) expect(box.y > from.y || box.y + box.height < from.y).toBe(true);
});
