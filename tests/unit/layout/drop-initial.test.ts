/** 首字下沉: `initial-letter` of CSS on the grid of a newspaper's column. */

import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { Line } from '../../../src/layout/page.ts';
import type { ParagraphBox } from '../../../src/markup/box.ts';
import { offsetInFile } from '../../../src/source-map.ts';
import { bodyText, figureBox, hanText, pageBox, storyBox } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { TABLES } from '../../support/paragraph.ts';

function lay(body: readonly ParagraphBox[], wishes: Parameters<typeof storyBox>[0] = {}) {
  const { made } = layOut([pageBox([storyBox({ body, fill: 'balance', ...wishes })])], TABLES);
  expect(pageFaults(made, { runtsKnown: true })).toEqual([]);
  return made.pages[0]!;
}

const first = (text: string, initial: number, wishes: Partial<ParagraphBox> = {}): ParagraphBox =>
  bodyText(text, { initial, ...wishes });

const ofParagraph = (lines: readonly Line[], k = 0): readonly Line[] =>
  lines.filter(({ paragraph }) => paragraph === k);

const LONG = Array.from({ length: 8 }, (_, i) => bodyText(hanText(120, i + 1)));

describe('a drop initial', () => {
  const { lines, items } = lay([first(hanText(120), 2), ...LONG]);
  const [initial, ...rest] = ofParagraph(lines);

  it('is as high as its lines, from the top of the first to the foot of the last', () => {
    expect(initial!.text).toBe('国');
    // 10 pt and one pitch of 15.
    expect(initial!.box).toMatchObject({ x: 50, y: 52.5, width: 25, height: 25 });
  });

  it('takes whole 字 of its lines and no indent; the lines below begin at the column’s edge', () => {
    expect(rest.slice(0, 3).map(({ box }) => box.x)).toEqual([80, 80, 50]);
    expect(rest.slice(0, 3).map(({ measure }) => measure)).toEqual([110, 110, 140]);
    expect(rest[0]!.baseline).toBe(61.3);
  });

  it('is read in front of its text, every character from its own place', () => {
    expect(
      ofParagraph(lines)
        .map(({ text }) => text)
        .join(''),
    ).toBe(hanText(120));
    const runs = items.flatMap((item) => (item.kind === 'glyphs' ? [item] : []));
    expect(runs[0]).toMatchObject({ text: '国', size: 25 });
    expect(offsetInFile(runs[1]!.map, 0)).toBe(1);
  });

  it('of three lines is higher', () => {
    const three = ofParagraph(lay([first(hanText(120), 3), ...LONG]).lines);
    expect(three[0]!.box.height).toBe(40);
    expect(three.slice(1, 5).map(({ box }) => box.x)).toEqual([100, 100, 100, 50]);
  });
});

it('a paragraph shorter than its initial takes the initial’s lines', () => {
  const { lines } = lay([first('国家', 3), ...LONG]);
  const next = ofParagraph(lines, 1)[0]!;
  expect(next.baseline).toBe(61.3 + 3 * 15);
});

it('its lines are not parted by a column’s end', () => {
  for (let before = 1; before <= 12; before++) {
    const lead = Array.from({ length: before }, (_, i) => bodyText(hanText(14 * 3 - 6, i)));
    const { lines } = lay([...lead, first(hanText(100), 3), ...LONG]);
    const blocks = ofParagraph(lines, before).slice(0, 4);
    expect(new Set(blocks.map(({ block }) => block)).size).toBe(1);
  }
});

it('stands beside a photo as any paragraph does', () => {
  lay([first(hanText(200), 2), ...LONG], { figures: [figureBox()], fill: 'page' });
});

describe('a paragraph is set without', () => {
  const withOne = (text: string, wishes: Partial<ParagraphBox> = {}): boolean =>
    ofParagraph(lay([first(text, 2, wishes), ...LONG]).lines)[0]!.box.height > 15;

  it.each([
    ['where it begins with a mark', `“国${hanText(50)}`, false],
    ['where a mark follows, which would come to a line’s head', `国，${hanText(50)}`, false],
    ['else with one', hanText(50), true],
    ['a letter will do', `A${hanText(50)}`, true],
    ['not one of a word in Chinese', `AGM${hanText(50)}`, false],
    ['but one of an English text', `Newspapers ${'read and write '.repeat(12)}`, true],
    ['where it begins with a number, which is not torn', `2020${hanText(50)}`, false],
    ['of one figure neither', `5${hanText(50)}`, false],
  ])('%s', (_, text, expected) => {
    expect(withOne(text)).toBe(expected);
  });

  it('where its first character is marked', () => {
    const marks = [{ kind: 'name' as const, swatch: 'black', start: 0, end: 2 }];
    expect(withOne(hanText(50), { marks })).toBe(false);
  });

  it('where the column has no room for text beside it', () => {
    expect(ofParagraph(lay([first(hanText(120), 9), ...LONG]).lines)[0]!.box.height).toBe(10);
  });
});

it('marks behind the initial stay with their characters', () => {
  const marks = [{ kind: 'underline' as const, swatch: 'black', start: 1, end: 3 }];
  const { items } = lay([first(hanText(50), 2, { marks }), ...LONG]);
  const [line] = items.flatMap((item) => (item.kind === 'rule' ? [item] : []));
  expect(line!.from.x).toBe(80);
  expect(line!.to.x).toBeGreaterThanOrEqual(100);
  expect(line!.to.x).toBeLessThan(102);
});
