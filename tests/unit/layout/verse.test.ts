/** Poems: line by line, in the middle of their column by the longest line. */

import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { Line } from '../../../src/layout/page.ts';
import type { ParagraphBox, StoryBox } from '../../../src/markup/box.ts';
import { bodyText, hanText, pageBox, storyBox } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const verse = (text: string, wishes: Partial<ParagraphBox> = {}): ParagraphBox =>
  paragraphBox(text, { role: 'verse', ...wishes });

function lay(body: readonly ParagraphBox[], wishes: Partial<StoryBox> = {}) {
  const result = layOut([pageBox([storyBox({ body, fill: 'balance', columns: 1, ...wishes })])], TABLES);
  expect(pageFaults(result.made, { runtsKnown: true })).toEqual([]);
  return {
    lines: result.made.pages[0]!.lines,
    codes: result.diagnostics.map(({ code }) => code).filter((code) => code !== 'page-short'),
  };
}

const starts = (lines: readonly Line[]): readonly number[] => lines.map(({ box }) => box.x);

describe('a poem', () => {
  it('has one left edge, its longest line in the middle of a column of 14 字', () => {
    const { lines, codes } = lay([verse('岸柳先绿了'), verse('另一半等着雨来呢'), verse('船')]);
    expect(starts(lines)).toEqual([80, 80, 80]);
    expect(lines[1]!.box.width).toBe(80);
    expect(codes).toEqual([]);
  });

  it('is measured apart from one that stands behind other text', () => {
    const { lines } = lay([verse('四字一行'), bodyText(hanText(30)), verse('这一行有八个字吧')]);
    expect(starts(lines)[0]).toBe(100);
    expect(starts(lines).at(-1)).toBe(80);
  });

  it('of a size of its own stands in the middle too', () => {
    const big = verse('岸柳先绿了一半');
    const runs = big.runs.map((run) => ({ ...run, style: { ...run.style, size: 14 } }));
    const { lines } = lay([{ ...big, size: 14, runs, lines: 2 }]);
    expect(starts(lines)[0]).toBeCloseTo(50 + (140 - 98) / 2, 1);
  });

  it('has a stanza’s gap, but not at the head of a column', () => {
    const { lines } = lay([verse('甲', { spaceBefore: 1 }), verse('乙'), verse('丙', { spaceBefore: 1 })]);
    expect(lines.map(({ baseline }) => (baseline - lines[0]!.baseline) / 15)).toEqual([0, 1, 3]);
  });

  it('turns a line that is too long over by 2 字, and says so', () => {
    const { lines, codes } = lay([verse('国'.repeat(20)), verse('短短的一行')]);
    expect(starts(lines)).toEqual([50, 70, 50]);
    expect(lines[0]!.text).toBe('国'.repeat(14));
    expect(codes).toEqual(['verse-turned']);
  });

  it('takes a line that fills the column without turning it over', () => {
    const { lines, codes } = lay([verse('国'.repeat(14))]);
    expect(starts(lines)).toEqual([50]);
    expect(codes).toEqual([]);
  });

  it('never parts a line over two columns', () => {
    const long = Array.from({ length: 3 }, () => verse('国'.repeat(20)));
    const { lines } = lay(long, { columns: 2 });
    const parted = long.filter((_, k) => {
      const xs = lines.filter(({ paragraph }) => paragraph === k).map(({ box }) => box.x >= 210);
      return new Set(xs).size > 1;
    });
    expect(parted).toEqual([]);
  });
});
