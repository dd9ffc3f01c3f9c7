/** CLREQ #line_adjustment: what gives first, what grows first, and that all places of a step give equally. */

import { describe, expect, it } from 'vitest';
import { prepareParagraph } from '../../../src/text/index.ts';
import { setLine } from '../../../src/text/justify.ts';
import { GB, paragraphBox, setText, TABLES, widthOf } from '../../support/paragraph.ts';

const spaced = { profile: { ...GB, autospace: 250 } };

/** All of a text as one line, brought to a width: what was done, `kind places each`. */
function adjusted(
  text: string,
  width: number,
  wishes: Parameters<typeof paragraphBox>[1] = {},
): { readonly steps: readonly string[]; readonly width: number } {
  const { cells, sums } = prepareParagraph(paragraphBox(text, wishes), TABLES);
  const line = setLine(cells, sums, { from: 0, to: cells.count }, { width, justified: true });
  const steps = line.adjustments.map(({ kind, places, each }) => `${kind} ${places} ${Math.round(each)}`);
  return { steps, width: line.width };
}

/** 1/1000 字. */
const natural = (text: string, wishes: Parameters<typeof paragraphBox>[1] = {}): number =>
  Math.round(widthOf(text, wishes) * 1000);

describe('squeezing, in order (#procedures_for_inter-character_spacing_reduction)', () => {
  // A pair of quotes, a comma, two Han–Latin gaps, a full stop: each has room.
  const TEXT = '国“家”建，设A发。展经济工';

  it.each([
    [200, ['bracket 2 -100']],
    [1000, ['bracket 2 -500']],
    [1300, ['bracket 2 -500', 'comma 1 -300']],
    [1500, ['bracket 2 -500', 'comma 1 -500']],
    [1700, ['bracket 2 -500', 'comma 1 -500', 'gap 2 -100']],
    [1750, ['bracket 2 -500', 'comma 1 -500', 'gap 2 -125']],
    [2000, ['bracket 2 -500', 'comma 1 -500', 'gap 2 -125', 'stop 1 -250']],
    [2250, ['bracket 2 -500', 'comma 1 -500', 'gap 2 -125', 'stop 1 -500']],
  ])('%d to take: %j', (take, steps) => {
    const width = natural(TEXT, spaced) - take;
    expect(adjusted(TEXT, width, spaced)).toEqual({ steps, width });
  });

  it('：； give with ，、, ！？ with 。', () => {
    const text = '国：家；建、设！发？展经';
    const width = natural(text);
    expect(adjusted(text, width - 300).steps).toEqual(['comma 3 -100']);
    expect(adjusted(text, width - 1700).steps).toEqual(['comma 3 -500', 'stop 2 -100']);
  });

  it('no more than that can be taken', () => {
    const width = natural(TEXT, spaced) - 2300;
    expect(adjusted(TEXT, width, spaced).width).toBe(width + 50);
  });

  it('word spaces give before all marks, down to ¼ em', () => {
    const text = '国，ab cd国国';
    const box = paragraphBox(text);
    const runs = box.runs.map((run) => ({ ...run, style: { ...run.style, spaceWidth: 500 } }));
    const width = natural(text, { runs }) - 300;
    expect(adjusted(text, width, { runs }).steps).toEqual(['space 1 -250', 'comma 1 -50']);
  });

  it('a place that has less gives all it has, the others go on equally', () => {
    // ” before （ has half an em with it instead of two halves: three places, of which the quotes’ middle is one.
    const text = '国（家）“建”国';
    expect(adjusted(text, natural(text) - 900).steps).toEqual(['bracket 3 -300']);
  });

  it('·, – and / have a width of their own: nothing is taken from them, across or down (标点符号的调整空间)', () => {
    for (const direction of ['across', 'down'] as const) {
      for (const mark of ['·', '–', '/', '—', '～', '……', '——']) {
        const text = `国${mark}国`;
        const width = natural(text, { direction });
        expect(adjusted(text, width - 100, { direction })).toEqual({ steps: [], width });
      }
    }
  });

  it('a mark at the line’s end has half an em already (5.1.10): the first step', () => {
    expect(natural('国家建设，')).toBe(4500);
    expect(adjusted('国家建设，', 4500).steps).toEqual([]);
  });
});

describe('stretching, in order (#procedures_for_inter-character_space_expansion)', () => {
  it('word spaces first, up to ½ em', () => {
    const text = '国ab cd ef国国';
    expect(adjusted(text, natural(text) + 400).steps).toEqual(['space 2 200']);
    expect(adjusted(text, natural(text) + 900).steps).toEqual(['space 2 250', 'between 5 80']);
  });

  it('and before Han–Latin gaps', () => {
    const text = '国ab cd国国家';
    const width = natural(text, spaced);
    expect(adjusted(text, width + 200, spaced).steps).toEqual(['space 1 200']);
    expect(adjusted(text, width + 400, spaced).steps).toEqual(['space 1 250', 'gap 2 75']);
  });

  it('all gaps of a line equally, to a thousandth', () => {
    const { cells, sums } = prepareParagraph(paragraphBox('国家建设发展经'), TABLES);
    const line = setLine(cells, sums, { from: 0, to: cells.count }, { width: 7500, justified: true });
    expect(line.gap).toEqual([84, 84, 83, 83, 83, 83, 0]);
  });

  it('then Han–Latin gaps, up to ½ em', () => {
    const text = '国ab国国国家';
    expect(adjusted(text, natural(text, spaced) + 300, spaced).steps).toEqual(['gap 2 150']);
  });

  it('then all that is left equally', () => {
    const text = '国ab国国国家';
    expect(adjusted(text, natural(text, spaced) + 1000, spaced).steps).toEqual([
      'gap 2 250',
      'between 5 100',
    ]);
  });

  it('without a gap between Han and Latin there is none to grow', () => {
    const text = '国ab国国国家';
    expect(adjusted(text, natural(text) + 500).steps).toEqual(['between 5 100']);
  });

  it('spaces that are set to a width of their own, as between names, do not grow', () => {
    const box = paragraphBox('李明 王强');
    const runs = box.runs.map((run) => ({ ...run, style: { ...run.style, spaceWidth: 1000 } }));
    expect(adjusted('李明 王强', natural('李明 王强', { runs }) + 300, { runs }).steps).toEqual([
      'between 3 100',
    ]);
  });

  it('a line stretched by more than ¼ em a gap is loose, and so is one with no gap', () => {
    expect(setText('国家建2020202020年国家', 5.5).lines[0]!.loose).toBe(true);
    expect(setText('国家建设发展', 4).lines[0]!.loose).toBe(false);
  });
});

describe('Han–Latin gap (#mixed_text_composition_in_horizontal_writing_mode)', () => {
  // As WPT css/css-text/text-autospace asks: a gap or none, not how wide.
  const gaps = (text: string): number => (widthOf(text, spaced) - widthOf(text)) / 0.25;
  it.each([
    ['国国XX国', 2],
    ['国。XX国', 1],
    ['国XX。国', 1],
    ['国（XX）国', 0],
    ['国“XX”国', 0],
    ['国11月', 2],
    ['国18.7%，', 1],
    ['国5%国', 2],
    ['国$5国', 1],
    ['国XX', 1],
    ['XX国', 1],
    ['XX YY', 0],
    ['国 XX国', 1],
    ['国·XX国', 1],
    ['国々XX', 1],
  ])('%s has %d', (text, count) => {
    expect(gaps(text)).toBe(count);
  });

  it('there is none at a line’s edge', () => {
    const set = setText('国家建设AB发展经济国家', 4, spaced);
    const at = set.texts.findIndex((line) => line.startsWith('AB'));
    expect(set.lines[at]!.left[0]).toBe(0);
    const behind = setText('国家AB建设发展', 3.25, spaced);
    expect(behind.texts[0]).toBe('国家AB');
    expect(behind.lines[0]!.natural).toBe(3250);
  });

  it('plain marks do not bring it back', () => {
    const plain = { profile: { ...GB, autospace: 250, marks: 'plain' as const, trimStart: false } };
    expect(setText('国家AB建设发展', 3.25, plain).lines[0]!.natural).toBe(3250);
    expect(setText('国家建设AB发展', 4, plain).lines[1]!.left[0]).toBe(0);
  });
});

describe('each width of marks has lines of its own', () => {
  const TEXT = '国家（建设），发展“经济”。工业园区：新闻、大会；同志';
  it.each(['kaiming', 'hangmobanjiao', 'banjiao', 'plain'] as const)('%s', (marks) => {
    expect(widthOf(TEXT, { profile: { ...GB, marks } })).not.toBe(widthOf(TEXT));
  });
  it('plain keeps the blanks at both edges and squeezes nothing', () => {
    const profile = { ...GB, marks: 'plain' as const };
    expect(widthOf('国）（国！！国', { profile })).toBe(7);
    expect(setText('国家建设，发展经济', 5, { profile }).lines[0]!.natural).toBe(5000);
    const kept = setText('国家建设（发展经国家建设', 4, { profile: { ...profile, trimStart: true } });
    expect(kept.texts[1]).toBe('（发展经');
    expect(kept.lines[1]!.left[0]).toBe(500);
  });
  it('hangmobanjiao squeezes no pairs, and line ends all the same', () => {
    const profile = { ...GB, marks: 'hangmobanjiao' as const };
    expect(widthOf('国）（国', { profile })).toBe(4);
    expect(setText('国家建设，发展经济', 5, { profile }).lines[0]!.natural).toBe(4500);
  });
});
