/** What stands beside, over and behind a line's characters. CLREQ #handling_interlinear_punctuation. */

import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { GlyphRun, Item, Page, Path, Rule, Shape } from '../../../src/layout/page.ts';
import type { ParagraphBox, TextMark } from '../../../src/markup/box.ts';
import { bodyText, hanText, headBox, pageBox, storyBox, subhead } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

type Drawn = 'dots' | 'name' | 'title' | 'underline';

const mark = (kind: Drawn, start: number, end: number): TextMark => ({ kind, swatch: 'red', start, end });

function ruby(start: number, end: number, text: string): TextMark {
  const [run] = paragraphBox(text).runs;
  const map = { file: 'a.md', runs: [{ at: 0, start: 900 }], end: 900 + text.length };
  return { kind: 'ruby', start, end, reading: { ...run!, map, style: { ...run!.style, size: 5 } } };
}

/** A page whose one story has these paragraphs, from the first line of the type area on. */
function page(body: readonly ParagraphBox[], head: readonly ParagraphBox[] = []): Page {
  const box = storyBox({ body, fill: 'balance', head: head.length === 0 ? null : headBox(head) });
  const { made } = layOut([pageBox([box])], TABLES);
  expect(pageFaults(made, { runtsKnown: true })).toEqual([]);
  return made.pages[0]!;
}

const oneLine = (text: string, ...marks: TextMark[]): Page => page([paragraphBox(text, { marks })]);

function of<K extends Item['kind']>({ items }: Page, kind: K): readonly (Item & { kind: K })[] {
  return items.filter((item): item is Item & { kind: K } => item.kind === kind);
}

/** The first line's em boxes go from 52.5 to 62.5 pt, its first cell begins at 50. */
const FOOT = 62.5;

/** The middle of a filled circle. */
function middles({ curves }: Path): readonly (readonly [number, number])[] {
  return curves.map((curve) => [curve[0]! - 0.8, Math.round(curve[1]! * 100) / 100]);
}

describe('着重号', () => {
  it('stand under the middle of their characters; marks and blanks have none', () => {
    const [dots] = of(oneLine('国家，建设。', mark('dots', 1, 6)), 'path');
    expect(dots).toMatchObject({ width: null, swatch: 'red', role: 'paragraph' });
    expect(middles(dots!).map(([x]) => x)).toEqual([65, 85, 95]);
    expect(new Set(middles(dots!).map(([, y]) => y))).toEqual(new Set([FOOT + 1.9]));
  });

  it('stay in the middle where characters are set apart', () => {
    const marks: TextMark[] = [{ kind: 'spread', width: 4000, start: 0, end: 2 }, mark('dots', 0, 2)];
    expect(middles(of(oneLine('李明', ...marks), 'path')[0]!).map(([x]) => x)).toEqual([55, 85]);
  });

  it('stand beyond a line at the same characters: line first, then dot', () => {
    const { items } = oneLine('红楼梦第一', mark('dots', 0, 5), mark('name', 0, 3));
    const [dots] = items.filter((item): item is Path => item.kind === 'path');
    const [line] = items.filter((item): item is Rule => item.kind === 'rule');
    const [, y] = middles(dots!)[0]!;
    expect(new Set(middles(dots!).map((at) => at[1]))).toEqual(new Set([FOOT + 3.2]));
    expect(line!.from.y).toBeLessThan(y - 0.8);
  });

  it('are no characters: nothing but the text is read', () => {
    const { items } = oneLine('国家建设', mark('dots', 0, 4));
    expect(items.filter((item): item is GlyphRun => item.kind === 'glyphs').map(({ text }) => text)).toEqual([
      '国家建设',
    ]);
  });
});

describe('专名号, 下划线', () => {
  it('run unbroken from the first character to the last', () => {
    const [line] = of(oneLine('国家建设发展', mark('underline', 1, 5)), 'rule');
    expect(line).toMatchObject({ from: { x: 60, y: FOOT + 1 }, to: { x: 100, y: FOOT + 1 }, width: 0.5 });
  });

  it('of neighbours are told apart, and grow with letter-spacing', () => {
    const lines = of(oneLine('北京上海', mark('name', 0, 2), mark('name', 2, 4)), 'rule');
    expect(lines.map(({ from, to }) => [from.x, to.x])).toEqual([
      [50.5, 69.5],
      [70.5, 89.5],
    ]);
    const spaced = oneLine('李明', { kind: 'spread', width: 5000, start: 0, end: 2 }, mark('name', 0, 2));
    expect(of(spaced, 'rule').map(({ from, to }) => [from.x, to.x])).toEqual([[50.5, 99.5]]);
  });

  it('go on, on the next line, without an end between', () => {
    const text = hanText(20);
    const lines = of(page([paragraphBox(text, { marks: [mark('name', 10, 18)] })]), 'rule');
    expect(lines).toHaveLength(2);
    const [first, second] = lines;
    // 14 字 a line: to its very end, and from the very start of the next column's or line's.
    expect(first!.to.x).toBeCloseTo(50 + 140, 6);
    expect((second!.from.x - 50) % 160).toBeCloseTo(0, 6);
  });

  it('end with the characters of a line, not with the blank of its last mark', () => {
    const [line] = of(oneLine('国家，建设', mark('underline', 0, 3)), 'rule');
    expect(line!.to.x).toBe(75);
  });
});

describe('书名号 as a wavy line', () => {
  const [wave] = of(oneLine('红楼梦', mark('title', 0, 3)), 'path');
  const [curve] = wave!.curves;

  it('is one stroked curve from the first character to the last', () => {
    expect(wave).toMatchObject({ swatch: 'red', width: 0.45 });
    expect(wave!.curves).toHaveLength(1);
    expect([curve![0], curve!.at(-2)]).toEqual([50.5, 79.5]);
  });

  it('has whole waves, which swing evenly about their middle and keep off the text', () => {
    expect((curve!.length - 2) % 12).toBe(0);
    const handles = curve!.filter((_, at) => at > 1 && at % 2 === 1);
    expect(Math.min(...handles) + Math.max(...handles)).toBeCloseTo(2 * (FOOT + 1.4), 6);
    expect(Math.min(...handles)).toBeGreaterThan(FOOT);
  });
});

describe('注音', () => {
  it('stands in the middle over its character, on the em boxes of the line', () => {
    const { lines } = oneLine('国汉字家', ruby(1, 3, 'han zi'));
    const readings = lines.filter(({ role }) => role === 'reading');
    expect(readings.map(({ text, box }) => [text, box.x + box.width / 2, box.y + box.height])).toEqual([
      ['han', 65, 52.5],
      ['zi', 75, 52.5],
    ]);
    expect(readings[0]!.box.height).toBe(5);
  });

  it('is read behind the text, which stays whole, and leads back to its own characters', () => {
    const { items } = page([
      paragraphBox('国汉字家', { marks: [ruby(1, 3, 'han zi')] }),
      paragraphBox('建设发展'),
    ]);
    const runs = items.filter((item): item is GlyphRun => item.kind === 'glyphs');
    expect(runs.map(({ text }) => text)).toEqual(['国汉字家', '建设发展', 'han', 'zi']);
    expect(runs.map(({ map }) => map.runs[0]!.start)).toEqual([0, 0, 900, 904]);
  });

  it('begins and ends with the measure at a line’s edges', () => {
    const text = '庄设发展经济工业园区新闻大庄';
    const { lines } = page([paragraphBox(text, { marks: [ruby(0, 1, 'zhuang'), ruby(13, 14, 'zhuang')] })]);
    const boxes = lines.filter(({ role }) => role === 'reading').map(({ box }) => box);
    expect(boxes.map(({ x, width }) => [x, x + width])).toEqual([
      [50, 65],
      [175, 190],
    ]);
  });

  it('keeps readings apart where one is pushed into the line', () => {
    const { lines } = oneLine('庄装状', ruby(0, 3, 'zhuang zhuang zhuang'));
    const boxes = lines.filter(({ role }) => role === 'reading').map(({ box }) => box);
    for (const [k, box] of boxes.slice(1).entries()) {
      expect(box.x - (boxes[k]!.x + boxes[k]!.width)).toBeCloseTo(1.25, 6);
    }
    expect(boxes[0]!.x).toBe(50);
  });

  it('bopomofo stands in a column at the right, its tone beside the last symbol', () => {
    const { lines, items } = oneLine('汉字', ruby(0, 1, 'ㄏㄢˋ'));
    const [symbols, tone] = lines.filter(({ role }) => role === 'reading');
    expect(symbols).toMatchObject({ text: 'ㄏㄢ', direction: 'down', box: { x: 60, width: 3, height: 6 } });
    expect(symbols!.box.y + symbols!.box.height / 2).toBe(57.5);
    expect(tone).toMatchObject({ text: 'ˋ', direction: 'across' });
    const sign = items.find((item): item is GlyphRun => item.kind === 'glyphs' && item.text === 'ˋ')!;
    // The middle of its ink, 250, 600 of 5 pt: in the tones' column, level with the top of the last symbol.
    expect(sign.at.x + 1.25).toBe(64);
    expect(sign.at.y - 3).toBeCloseTo(symbols!.box.y + 3, 6);
  });

  it('a line without it has the same glyphs', () => {
    const glyphs = (p: Page) => of(p, 'glyphs').filter(({ role }) => role === 'paragraph');
    expect(glyphs(oneLine('国汉字家', ruby(1, 3, 'han zi')))).toEqual(glyphs(oneLine('国汉字家')));
  });
});

describe('反白', () => {
  const panel = (start: number, end: number): TextMark => ({ kind: 'panel', swatch: 'black', start, end });

  it('lies behind its characters, painted before them, a little larger', () => {
    const { items } = oneLine('国家建设', panel(1, 3));
    const at = items.findIndex((item) => item.kind === 'shape');
    const shape = items[at] as Shape;
    expect(shape).toMatchObject({ fill: 'black', stroke: null });
    expect(items.findIndex((item) => item.kind === 'glyphs')).toBeGreaterThan(at);
    expect(shape.box.x).toBeCloseTo(61.25 - 0.9, 6);
    expect([shape.box.y, shape.box.height].map((n) => Math.round(n * 10) / 10)).toEqual([51.9, 11.2]);
  });

  it('ends with the measure at a line’s edges', () => {
    const [shape] = of(oneLine('国家', panel(0, 2)), 'shape');
    expect(shape!.box.x).toBe(50);
  });
});

it('a note’s sign is raised to the top of its line', () => {
  const base = paragraphBox('园区①。');
  const [run] = base.runs;
  const cut = (from: number, to: number, style = run!.style) => ({
    text: run!.text.slice(from, to),
    map: { ...run!.map, runs: [{ at: 0, start: from }] },
    style,
  });
  const small = { ...run!.style, size: 6, rise: 587 };
  const box = { ...base, runs: [cut(0, 2), cut(2, 3, small), cut(3, 4)] };
  const [before, note, after] = of(page([{ ...box, marks: [{ kind: 'note', start: 2, end: 3 }] }]), 'glyphs');
  expect(note!.at.y).toBeCloseTo(before!.at.y - 3.522, 6);
  expect(note!.at.y - 0.88 * 6).toBeCloseTo(before!.at.y - 0.88 * 10, 1);
  expect(after!.at.y).toBe(before!.at.y);
});

describe('lines that run down', () => {
  const down = (...marks: TextMark[]): Page => {
    const part = paragraphBox('红楼梦', { role: 'headline', direction: 'down', sizes: [10], marks });
    const head = { ...headBox([part]), side: 'left' as const };
    const body = Array.from({ length: 20 }, (_, i) => bodyText(hanText(100, i)));
    const { made } = layOut([pageBox([storyBox({ body, head, fill: 'balance' })])], TABLES);
    expect(pageFaults(made, { runtsKnown: true })).toEqual([]);
    return made.pages[0]!;
  };
  const middle = (p: Page): number => p.lines.find(({ direction }) => direction === 'down')!.baseline;

  it('have 着重号 at the right', () => {
    const p = down(mark('dots', 0, 3));
    expect(middles(of(p, 'path')[0]!).map(([x]) => x - middle(p))).toEqual(
      [6.9, 6.9, 6.9].map((x) => expect.closeTo(x, 6)),
    );
  });

  it('have 着重号 at the left where readings have the right, beyond a line that stands there', () => {
    const dotsOf = (...more: TextMark[]): readonly number[] => {
      const p = down(mark('dots', 0, 3), ruby(0, 1, 'ㄏㄨㄥˊ'), ...more);
      const dots = of(p, 'path').find(({ width }) => width === null)!;
      return middles(dots).map(([x]) => x - middle(p));
    };
    expect(dotsOf()).toEqual([-6.9, -6.9, -6.9].map((x) => expect.closeTo(x, 6)));
    expect(dotsOf(mark('name', 0, 3))).toEqual([-8.2, -8.2, -8.2].map((x) => expect.closeTo(x, 6)));
  });

  it('have 专名号 and wavy lines at the left', () => {
    const named = down(mark('name', 0, 3));
    const [line] = of(named, 'rule');
    expect(line!.from.x - middle(named)).toBeCloseTo(-6, 6);
    expect(line!.from.x).toBe(line!.to.x);
    const titled = down(mark('title', 0, 3));
    expect(of(titled, 'path')[0]!.curves[0]![0]! - middle(titled)).toBeCloseTo(-6.4, 6);
  });

  it('have readings at the right', () => {
    const p = down(ruby(0, 1, 'hong'));
    const reading = p.lines.find(({ role }) => role === 'reading')!;
    expect(reading.baseline - middle(p)).toBeCloseTo(7.8, 6);
    expect(reading.direction).toBe('down');
    const bopomofo = down(ruby(0, 1, 'ㄏㄨㄥˊ')).lines.filter(({ role }) => role === 'reading');
    expect(bopomofo[0]!.baseline - middle(p)).toBeCloseTo(6.5, 6);
  });
});

describe('room between the lines', () => {
  const tight = (size: number, ...marks: TextMark[]) => {
    const text = hanText(40);
    const runs = paragraphBox(text).runs.map((run) => ({ ...run, style: { ...run.style, size } }));
    const body = [paragraphBox(text, { marks, size, runs })];
    const { diagnostics } = layOut([pageBox([storyBox({ body, fill: 'balance' })])], TABLES);
    return diagnostics.filter(({ code }) => code === 'interlinear-tight');
  };

  it('of half an em is enough for one side, of less is warned of, at the mark', () => {
    expect(tight(10, mark('dots', 3, 5))).toEqual([]);
    expect(tight(10, ruby(3, 4, 'han'))).toEqual([]);
    const [warning, ...more] = tight(10.5, mark('dots', 3, 5), mark('name', 7, 9));
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ severity: 'warning', span: { start: 3, end: 5 } });
    expect(warning!.message.zh).toBe('行间有着重号、专名号，行与行之间至少空 0.5 字，这里只有 0.429 字');
    expect(warning!.hints[0]!.en).toContain('15.75 pt');
  });

  it('has to be five eighths with marks on both sides', () => {
    expect(tight(10, ruby(3, 4, 'han'), mark('dots', 7, 9))).toHaveLength(1);
    expect(tight(9, ruby(3, 4, 'han'), mark('dots', 7, 9))).toEqual([]);
  });

  it('is not asked for by what stays within the line', () => {
    expect(tight(14, { kind: 'spread', width: 4000, start: 0, end: 2 })).toEqual([]);
    expect(tight(14, { kind: 'panel', swatch: 'black', start: 0, end: 2 })).toEqual([]);
    expect(tight(14, ruby(0, 1, 'ㄏㄢˋ'))).toEqual([]);
  });

  it('is there below a subhead’s only row, but not between two of them', () => {
    const head = (text: string) =>
      subhead(text, { marks: [mark('dots', 0, 2)], rowPitch: 12, align: 'justify' });
    const found = (text: string) =>
      layOut(
        [pageBox([storyBox({ body: [head(text), bodyText(hanText(60))], fill: 'balance' })])],
        TABLES,
      ).diagnostics.filter(({ code }) => code === 'interlinear-tight');
    expect(found(hanText(8))).toEqual([]);
    expect(found(hanText(20))).toHaveLength(1);
  });

  it('is kept around the rows of a head', () => {
    const kicker = paragraphBox('国家', { role: 'kicker', align: 'center' });
    const headline = paragraphBox('建设', { role: 'headline', align: 'center' });
    const readings = { ...headline, marks: [ruby(0, 2, 'jian she')] };
    const gap = (parts: readonly ParagraphBox[]): number => {
      const { lines } = page([bodyText(hanText(100))], parts);
      const row = (role: string) => lines.find((line) => line.role === role)!.box;
      return row('headline').y - row('kicker').y - 10;
    };
    expect(gap([kicker, headline])).toBe(5);
    expect(gap([kicker, readings])).toBe(10);
    expect(gap([{ ...kicker, marks: [mark('dots', 0, 2)] }, readings])).toBeCloseTo(12.7, 6);
    expect(gap([{ ...kicker, marks: [mark('name', 0, 2)] }, headline])).toBeCloseTo(6.25, 6);
  });
});

it('a reading without a face is an error at its place', () => {
  const body = [paragraphBox('汉字', { marks: [ruby(0, 2, 'hàn zì')] })];
  const { diagnostics } = layOut([pageBox([storyBox({ body })])], TABLES);
  const missing = diagnostics.filter(({ code }) => code === 'no-glyph').map(({ span }) => span!.start);
  expect(missing).toEqual([901, 905]);
});
