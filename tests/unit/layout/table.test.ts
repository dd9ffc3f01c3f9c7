/** Tables: columns in whole 字, figures on their points, rows on the grid. */

import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { Line } from '../../../src/layout/page.ts';
import type { ParagraphBox, StoryBox, TableBox } from '../../../src/markup/box.ts';
import { bodyText, hanText, pageBox, storyBox } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const THIN = { strokes: [{ width: 0.5, swatch: 'black' }], gap: 0, pattern: null };

/** A row a text, its cells behind blanks, `-` for an empty one; the first row is the head. */
function table(rows: readonly string[], wishes: Partial<TableBox> = {}, cell: Partial<ParagraphBox> = {}) {
  const cells = rows.map((row, r) => ({
    isHead: r === 0,
    cells: row
      .split(' ')
      .map((text) => (text === '-' ? null : paragraphBox(text, { role: 'cell', rowPitch: 13, ...cell }))),
  }));
  const runs = rows.flatMap((row) => paragraphBox(row.replaceAll('-', '')).runs);
  const box = {
    rows: cells,
    rule: THIN,
    rowRule: THIN,
    leader: null,
    gap: 10,
    rowGap: 0,
    widths: [],
    optional: null,
    repeated: false,
    continued: null,
    ...wishes,
  };
  return paragraphBox('', { role: 'table', lines: 1, runs, table: box });
}

function lay(body: readonly ParagraphBox[], wishes: Partial<StoryBox> = {}) {
  const { made, diagnostics } = layOut(
    [pageBox([storyBox({ body, fill: 'balance', columns: 1, ...wishes })])],
    TABLES,
  );
  const codes = diagnostics.map(({ code }) => code).filter((code) => code !== 'page-short');
  return { ...made.pages[0]!, codes, made };
}

const at = (lines: readonly Line[], text: string): Line => lines.find((line) => line.text === text)!;

describe('a table', () => {
  const { lines, items, codes, made } = lay([
    bodyText('表前'),
    table(['甲 乙丙丁', '子丑寅 卯', '辰 -']),
    bodyText('表后'),
  ]);
  const rules = items.filter((item) => item.kind === 'rule');

  it('is read row by row, where it is written', () => {
    expect(lines.map(({ text }) => text)).toEqual(['表前', '甲', '乙丙丁', '子丑寅', '卯', '辰', '表后']);
    expect(codes).toEqual([]);
    expect(pageFaults(made, { runtsKnown: true }).filter(({ property }) => property !== 'whole')).toEqual([]);
  });

  it('has columns as wide as their widest cell, what is over between them', () => {
    // 140 pt less 3 + 3 字: 40 pt a gap, half of it before the first column.
    expect(at(lines, '甲').box.x).toBe(70);
    expect(at(lines, '子丑寅').box.x).toBe(70);
    expect(at(lines, '乙丙丁').box.x).toBe(140);
    expect(at(lines, '卯').box.x).toBe(140);
  });

  it('has its first baseline on the grid and is a number of whole lines high', () => {
    const steps = ['甲', '表后'].map((text) => (at(lines, text).baseline - at(lines, '表前').baseline) / 15);
    expect(steps[0]).toBeCloseTo(1, 6);
    expect(steps[1]).toBeCloseTo(Math.round(steps[1]!), 6);
  });

  it('has rows as much higher as is wished, but for the first', () => {
    const rows = ['甲 乙', '丙 丁', '戊 己'];
    const ends = [0, 15].map((rowGap) => at(lay([table(rows, { rowGap })]).lines, '戊').baseline);
    // One row above it, and half of its own: its text stands in the middle.
    expect(ends[1]! - ends[0]!).toBeCloseTo(22.5, 6);
    const firsts = [0, 15].map((rowGap) => at(lay([table(rows, { rowGap })]).lines, '甲').baseline);
    expect(firsts[1]).toBe(firsts[0]);
  });

  it('has rules above, below and between its rows, over the whole column', () => {
    expect(rules).toHaveLength(4);
    for (const { from, to } of rules) expect([from.x, to.x]).toEqual([50, 190]);
    expect(rules.map(({ from }) => from.y).toSorted((a, b) => a - b)[0]).toBeCloseTo(65.25, 6);
  });
});

describe('a column of figures', () => {
  const points = (lines: readonly Line[], texts: readonly string[]): readonly number[] =>
    texts.map((text) => {
      const line = at(lines, text);
      const whole = /^[^.%]*/.exec(text)![0].length;
      return line.box.x + (line.box.width * whole) / text.length;
    });

  it('stands on its points', () => {
    const { lines } = lay([table(['价格', '1.25', '12.5', '112'])]);
    const [first, ...others] = points(lines, ['1.25', '12.5', '112']);
    for (const other of others) expect(other).toBeCloseTo(first!, 6);
  });

  it('stands at the right where it is said', () => {
    const { lines } = lay([table(['价格', '1.25', '12'], {}, { align: 'right' })]);
    const ends = ['1.25', '价格'].map((text) => at(lines, text).box.x + at(lines, text).box.width);
    expect(ends[0]).toBeCloseTo(ends[1]!, 6);
  });

  it('is one of text with a word in it', () => {
    const { lines } = lay([table(['价格', '1.25', '面议', '12.5'])]);
    expect(at(lines, '1.25').box.x).toBe(at(lines, '12.5').box.x);
  });
});

describe('a table without room', () => {
  it('breaks its widest texts into rows', () => {
    const { lines, codes } = lay([table(['名 说明', `甲 ${'国'.repeat(15)}`])]);
    const rows = lines.filter(({ text }) => text.startsWith('国'));
    expect(rows.map(({ text }) => text.length)).toEqual([11, 4]);
    expect(rows[1]!.baseline - rows[0]!.baseline).toBeCloseTo(13, 6);
    expect(at(lines, '甲').baseline).toBeCloseTo((rows[0]!.baseline + rows[1]!.baseline) / 2, 6);
    expect(codes).toEqual([]);
  });

  it('that cannot be drawn in is an error', () => {
    const wide = Array.from({ length: 4 }, () => '国家建设发展').join(' ');
    expect(lay([table([wide, wide])]).codes).toEqual(['table-too-wide']);
    expect(lay([table([wide, wide])], { columns: null, set: 1 }).codes).toEqual(['table-too-wide']);
  });

  it('nor any in a story that runs down', () => {
    const place = {
      boxes: [{ column: 0, columns: 2, line: 0, lines: 40 }],
      span: { file: 'a', start: 0, end: 0 },
    };
    const { codes } = lay([table(['甲', '乙'])], { direction: 'down', place });
    expect(codes).toContain('table-running-down');
  });

  it('goes whole into the next column', () => {
    const body = [bodyText(hanText(60)), table(['甲', '乙', '丙', '丁']), bodyText(hanText(60))];
    const { lines } = lay(body, { columns: 2 });
    const xs = ['甲', '乙', '丙', '丁'].map((text) => at(lines, text).box.x);
    expect(new Set(xs).size).toBe(1);
  });
});

describe('a list with leaders', () => {
  const leader = { strokes: [{ width: 1, swatch: 'black' }], gap: 0, pattern: 'dots' as const };
  const rows = ['菜 价', '瓜 12.4', '茄 3.85', '豆豆豆 免费'];
  const list = table(rows, { leader, rule: null, rowRule: null, gap: 0 }, { size: 10, rowPitch: 15 });
  const { lines, items, codes } = lay([bodyText('表前'), list, bodyText('表后')]);
  const paths = items.filter((item) => item.kind === 'path');

  it('has its figures at the right, on their points, and words there at the edge', () => {
    // The column goes from 50 to 190 pt.
    const [one, two, free] = ['3.85', '12.4', '免费'].map((text) => at(lines, text));
    expect(one!.box.x).toBeGreaterThan(two!.box.x);
    expect(free!.box.x + 20).toBeCloseTo(190, 3);
    expect(codes).toEqual([]);
  });

  it('has each line on the grid', () => {
    const first = at(lines, '表前').baseline;
    const steps = ['菜', '瓜', '茄', '豆豆豆', '表后'].map((text) => (at(lines, text).baseline - first) / 15);
    expect(steps.map((step) => Math.round(step * 1e6) / 1e6)).toEqual([1, 2, 3, 4, 5]);
  });

  it('leads dots from each to its figure', () => {
    expect(paths).toHaveLength(rows.length);
  });
});

describe('a table longer than its column', () => {
  const NAMES = Array.from({ length: 40 }, (_, k) => `行${String.fromCodePoint(0x4e00 + k)}`);
  const long = (wishes: Partial<TableBox> = {}) => table(['头', ...NAMES], wishes);
  const lines = 20;
  const place = { boxes: [{ column: 0, columns: 4, line: 0, lines }], span: { file: 'a', start: 0, end: 0 } };
  const {
    made,
    lines: set,
    items,
    codes,
  } = lay([bodyText('表前'), long(), bodyText('表后')], {
    columns: 4,
    fill: 'page',
    place,
  });
  const cells = set.filter(({ role }) => role === 'cell');
  const again = set.filter(({ role }) => role === 'furniture');

  it('goes on in the next one, no row twice or lost', () => {
    expect(cells.map(({ text }) => text)).toEqual(['头', ...NAMES]);
    expect(set[0]!.text).toBe('表前');
    expect(set.at(-1)!.text).toBe('表后');
    expect(codes.filter((code) => code !== 'short')).toEqual([]);
    expect(pageFaults(made, { runtsKnown: true })).toEqual([]);
  });

  it('has its head again in each, which is no text to read', () => {
    const columns = new Set(cells.map(({ block }) => block));
    expect(columns.size).toBeGreaterThan(1);
    expect(again.map(({ text }) => text)).toEqual(Array.from({ length: columns.size - 1 }, () => '头'));
    for (const { block, baseline } of again) {
      const below = cells.filter((cell) => cell.block === block);
      expect(Math.min(...below.map((cell) => cell.baseline))).toBeGreaterThan(baseline);
    }
  });

  it('has all its rules in each', () => {
    const blocks = [...new Set(cells.map(({ block }) => block))];
    for (const block of blocks) {
      const rows = set.filter((line) => line.block === block && ['cell', 'furniture'].includes(line.role));
      const rules = items.filter((item) => item.kind === 'rule' && item.block === block);
      expect(rules).toHaveLength(rows.length + 1);
    }
  });

  it('says how much of it has no room, in rows', () => {
    const few = { boxes: [{ ...place.boxes[0]!, columns: 1 }], span: place.span };
    const tight = lay([long()], { columns: 1, fill: 'page', place: few });
    expect(tight.codes).toContain('overset');
    const { characters } = tight.made.fits[0]!.overset;
    // The last character kept is the last of a row.
    const kept = NAMES.slice(0, NAMES.length - Math.ceil(characters / 2));
    const fits = (names: readonly string[]) =>
      !lay([table(['头', ...names])], { columns: 1, fill: 'page', place: few }).codes.includes('overset');
    expect([fits(kept), fits(NAMES.slice(0, kept.length + 1))]).toEqual([true, false]);
  });

  it('has 续表 above its head in each but the first, in a line of its own', () => {
    const continued = paragraphBox('续表', { role: 'text', align: 'right' });
    const marked = lay([long({ continued })], { columns: 4, fill: 'page', place });
    const rows = marked.lines.filter(({ text }) => text === '续表');
    const blocks = [...new Set(marked.lines.map(({ block }) => block))];
    expect(rows.map(({ block }) => block)).toEqual(blocks.slice(1));
    for (const { block, baseline, role } of rows) {
      const heads = marked.lines.filter((line) => line.block === block && line.text === '头');
      expect([role, (heads[0]!.baseline - baseline) / 15]).toEqual(['furniture', expect.closeTo(1, 6)]);
    }
    const texts = marked.lines.filter(({ role }) => role === 'cell').map(({ text }) => text);
    expect(texts).toEqual(['头', ...NAMES]);
    expect(pageFaults(marked.made, { runtsKnown: true })).toEqual([]);
  });

  it('has columns as wide as was said', () => {
    const { lines: rows } = lay([table(['甲 乙', '丙 丁'], { widths: [6, 2] })]);
    expect(at(rows, '乙').box.x - at(rows, '甲').box.x).toBeGreaterThan(60);
  });
});
