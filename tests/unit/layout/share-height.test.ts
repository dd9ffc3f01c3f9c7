/** 分高: a page whose plan leaves lines to the program comes out full, each story told what it got. */

import { describe, expect, test } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { PageBox, ShareRule, StoryBox } from '../../../src/markup/box.ts';
import { bodyText, hanText, pageBox, storyBox } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { TABLES } from '../../support/paragraph.ts';

const SPAN = { file: 'issue.yaml', start: 0, end: 1 };

interface Wish {
  readonly column?: number;
  readonly columns?: number;
  readonly line?: number;
  readonly lines?: number;
}

/** @param paragraphs of 100 字 each. */
function story(id: string, paragraphs: number, wish: Wish = {}): StoryBox {
  const { column = 0, columns = 6, line = 0, lines = 1 } = wish;
  const body = Array.from({ length: paragraphs }, (_, k) => bodyText(hanText(100, k)));
  return storyBox({ id, place: { boxes: [{ column, columns, line, lines }], span: SPAN }, body });
}

/** @param heights by story: given lines, or null; a story that is not named has its place. */
function lay(
  blocks: PageBox['blocks'],
  heights: Readonly<Record<string, number | null>>,
  rule: ShareRule = 'text',
) {
  const open = new Map(
    blocks.flatMap(({ id }, index) => (id in heights ? [[index, heights[id]!] as const] : [])),
  );
  return layOut([pageBox(blocks, { share: { rule, open }, layout: 'off' })], TABLES);
}

const gotOf = ({ made }: ReturnType<typeof lay>) =>
  Object.fromEntries(made.fits.map(({ id, share }) => [id, share && [share.from, share.lines]]));

describe.each([1, 2, 3, 5])('%i stories without lines', (count) => {
  const ids = Array.from({ length: count }, (_, k) => String.fromCharCode(97 + k));

  test('fill the page, one below the other', () => {
    // 8 lines a paragraph: 360 lines less the blanks between the stories, and less than a line of the page each.
    const paragraphs = Math.floor((360 - 11 * count) / 8 / count);
    const result = lay(
      ids.map((id) => story(id, paragraphs)),
      Object.fromEntries(ids.map((id) => [id, null])),
    );
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(pageFaults(result.made)).toEqual([]);
    const shares = result.made.fits.map(({ share }) => share!);
    expect(shares[0]!.from).toBe(0);
    expect(shares[count - 1]!.from + shares[count - 1]!.lines).toBe(60);
    const below = shares.map(({ from, lines }) => from + lines + 1);
    expect(shares.slice(1).map(({ from }) => from)).toEqual(below.slice(0, -1));
    for (const { lines, asked } of shares) expect(lines).toBeGreaterThanOrEqual(asked);
  });
});

test('in proportion to the lines that their texts take at their widths', () => {
  const result = lay([story('a', 10), story('b', 20)], { a: null, b: null });
  const [a, b] = result.made.fits.map(({ share }) => share!);
  expect(b!.lines / a!.lines).toBeCloseTo(b!.asked / a!.asked, 0);
  expect(a!.lines + b!.lines).toBe(59);
  expect(result.diagnostics.map(({ code }) => code)).toEqual(['short', 'short']);
});

test('by the rule of the lead the topmost takes what the others leave', () => {
  const { made } = lay([story('a', 10), story('b', 20)], { a: null, b: null }, 'lead');
  const [a, b] = made.fits.map(({ share }) => share!);
  expect(b!.lines).toBe(b!.asked);
  expect(a!.lines).toBe(59 - b!.asked);
  expect(a!.lines).toBeGreaterThan(a!.asked);
});

test('too much text is an error that says by how much, the page full all the same', () => {
  const result = lay([story('a', 40), story('b', 20)], { a: null, b: null });
  expect(result.diagnostics.map(({ code }) => code)).toEqual(['overset', 'overset']);
  const [a, b] = result.made.fits;
  expect(a!.share!.lines + b!.share!.lines).toBe(59);
  // 60 paragraphs of 8 lines in 59 lines of 6 columns, with paragraphs a line shorter.
  expect(a!.overset.lines + b!.overset.lines).toBeGreaterThan(60);
});

test('a height that is given is kept, wherever the block comes to stand', () => {
  const result = lay([story('a', 10), story('b', 5), story('c', 20)], { a: null, b: 12, c: null });
  const got = gotOf(result);
  expect(got.b![1]).toBe(12);
  expect(got.b![0]).toBe(got.a![1]! + 1);
});

test('blocks with lines of their own keep them, the others stand above and below as the plan names them', () => {
  const fixed = story('photo', 4, { line: 20, lines: 10 });
  expect(gotOf(lay([story('a', 6), fixed, story('b', 12)], { a: null, b: null }))).toEqual({
    a: [0, 19],
    photo: null,
    b: [31, 29],
  });
  const atFoot = story('foot', 4, { line: 50, lines: 10 });
  expect(gotOf(lay([atFoot, story('a', 20)], { a: null }))).toEqual({ foot: null, a: [0, 49] });
});

test('each column is full for itself', () => {
  const blocks = [
    story('a', 25, { columns: 4 }),
    story('b', 4, { column: 4, columns: 2 }),
    story('c', 8, { column: 4, columns: 2 }),
  ];
  const { a, b, c } = gotOf(lay(blocks, { a: null, b: null, c: null }));
  expect(a).toEqual([0, 60]);
  expect(b![0]).toBe(0);
  expect(c![0]).toBe(b![1]! + 1);
  expect(c![0]! + c![1]!).toBe(60);
});

test('where nothing is free there is an error that names the block', () => {
  const full = story('full', 40, { lines: 60 });
  const { diagnostics } = lay([full, story('a', 4)], { a: null });
  expect(diagnostics.map(({ code }) => code)).toEqual(['no-lines-to-share']);
  expect(diagnostics[0]!.message.zh).toContain('“a”在 1-6 栏');
  const tall = lay([story('a', 4), story('b', 4)], { a: 40, b: 30 });
  expect(tall.diagnostics.map(({ code }) => code)).toContain('no-lines-to-share');
});
