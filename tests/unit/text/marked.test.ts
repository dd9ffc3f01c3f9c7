/** What a paragraph's marks do to its cells: widths, breaks, readings. CLREQ's sections as named. */

import { describe, expect, it } from 'vitest';
import type { ParagraphBox, TextMark, TextRun } from '../../../src/markup/box.ts';
import { cellPlaces, overfullSpreads, type Reading } from '../../../src/text/index.ts';
import { glyphsOfLine, paragraphBox, type SetText, setText, widthOf } from '../../support/paragraph.ts';

/** A reading in the ruler face at half of 10 pt. */
function reading(text: string): TextRun {
  const [run] = paragraphBox(text).runs;
  return { ...run!, style: { ...run!.style, size: 5 } };
}

const ruby = (start: number, end: number, text: string): TextMark => ({
  kind: 'ruby',
  reading: reading(text),
  start,
  end,
});
const spread = (start: number, end: number, width: number): TextMark => ({
  kind: 'spread',
  width,
  start,
  end,
});
const marked = (...marks: TextMark[]): Partial<ParagraphBox> => ({ marks });

/** Where the cells of the first line begin, 字. */
function starts(set: SetText): readonly number[] {
  return cellPlaces(set.galley, set.lines[0]!).start.map((at) => at / 1000);
}

describe('均排: text set to a width (CLREQ #even_inter_character_spacing)', () => {
  it('gives names of two, three and four characters one width', () => {
    for (const [name, width] of [
      ['李明', 4],
      ['王小强', 4],
      ['欧阳小强', 4],
    ] as const) {
      expect(widthOf(name, marked(spread(0, name.length, 1000 * width)))).toBe(width);
    }
  });

  it('puts all it adds between the characters, none behind the last', () => {
    expect(starts(setText('李明王', 20, marked(spread(0, 2, 3000))))).toEqual([0, 2, 3]);
  });

  it('shares what cannot be shared evenly to a thousandth', () => {
    expect(starts(setText('王小强国', 20, marked(spread(0, 4, 5000))))).toEqual([0, 1.333, 2.666, 4]);
  });

  it('is no place for a line to end or to stretch', () => {
    const text = '国家建设发展李明王';
    const set = setText(text, 8, { ...marked(spread(6, 8, 3000)), align: 'justify' });
    expect(set.texts).toEqual(['国家建设发展', '李明王']);
    const apart = setText('李明国家建设发展经济', 8, marked(spread(0, 2, 3000)));
    const [first, second] = starts(apart);
    expect(second! - first!).toBe(2);
  });

  it('sets a text that is wider than the width as it is, and says so', () => {
    const set = setText('欧阳小强', 20, marked(spread(0, 4, 3000)));
    expect(set.lines[0]!.natural).toBe(4000);
    expect(overfullSpreads(set.galley)).toEqual([spread(0, 4, 3000)]);
    expect(overfullSpreads(setText('李明', 20, marked(spread(0, 2, 3000))).galley)).toEqual([]);
  });

  it('leaves no blank in the line that a reader of PDF could take for a space', () => {
    const [run] = glyphsOfLine(setText('李明', 20, marked(spread(0, 2, 3000))));
    expect(run!.cells).toEqual([2000, 1000]);
  });
});

/** `from-to: text` of every reading, with its kind. */
function readings(set: SetText): readonly string[] {
  const text = (each: Reading): string =>
    each.kind === 'over'
      ? each.piece.cells.text
      : `${each.symbols.cells.text}${each.tone?.piece.cells.text ?? ''}`;
  return set.galley.readings.map((each) => `${each.kind} ${each.from}-${each.to}: ${text(each)}`);
}

describe('注音: which reading belongs to which characters', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['one a character where the counts agree', '汉字', 'han zi', ['over 0-1: han', 'over 1-2: zi']],
    ['one for all where they do not', '汉字', 'hanzi', ['over 0-2: hanzi']],
    ['marks and blanks among them count for nothing', '汉，字', 'han  zi', ['over 0-1: han', 'over 2-3: zi']],
    ['bopomofo beside, the tone with it', '汉字', 'ㄏㄢˋ ㄗˋ', ['beside 0-1: ㄏㄢˋ', 'beside 1-2: ㄗˋ']],
    ['bopomofo without a tone', '三', 'ㄙㄢ', ['beside 0-1: ㄙㄢ']],
    ['bopomofo over the group where the counts differ', '汉字', 'ㄏㄢˋ', ['over 0-2: ㄏㄢˋ']],
  ])('%s', (_, text, written, expected) => {
    expect(readings(setText(text, 20, marked(ruby(0, text.length, written))))).toEqual(expected);
  });

  it('the light tone stands in front or behind as it was written', () => {
    const [before, behind] = [ruby(0, 1, '˙ㄉㄜ'), ruby(0, 1, 'ㄉㄜ˙')].map(
      (mark) => setText('的', 20, marked(mark)).galley.readings[0]!,
    );
    expect(before).toMatchObject({ tone: { light: true, first: true } });
    expect(behind).toMatchObject({ tone: { light: true, first: false } });
  });
});

describe('注音: the room it takes', () => {
  // A letter of the ruler face is ½ em, in a reading ¼ 字: zhuang is 1.5 字 wide.
  it('a reading may reach over neighbours that have none (CLREQ #positioning_of_romanization)', () => {
    expect(starts(setText('国庄家', 20, marked(ruby(1, 2, 'zhuang'))))).toEqual([0, 1, 2]);
  });

  it('but by no more than half of them', () => {
    expect(starts(setText('国庄家', 20, marked(ruby(1, 2, 'zhuangzhua'))))).toEqual([0, 1.25, 2.5]);
  });

  it('two readings stand ¼ em of theirs apart at the least', () => {
    expect(starts(setText('庄装', 20, marked(ruby(0, 2, 'zhuang zhuang'))))).toEqual([0, 1.625]);
    expect(starts(setText('义乙', 20, marked(ruby(0, 2, 'yi yi'))))).toEqual([0, 1]);
    expect(starts(setText('庄的装', 20, marked(ruby(0, 1, 'zhuang'), ruby(2, 3, 'zhuang'))))).toEqual([
      0, 1, 2,
    ]);
  });

  it('its characters stay on one line, unless they are longer than the line', () => {
    const text = '国家建设汉字经济';
    expect(setText(text, 5, marked(ruby(4, 6, 'hanzi'))).texts).toEqual(['国家建设', '汉字经济']);
    expect(setText(text, 5).texts).toEqual(['国家建设汉', '字经济']);
    expect(setText('国家建设汉字', 4, marked(ruby(0, 6, 'guojia'))).texts.join('')).toBe('国家建设汉字');
  });

  it('bopomofo takes half its base behind it, and stays with it (CLREQ #positioning_of_zhuyin)', () => {
    const set = setText('汉字国', 20, marked(ruby(0, 2, 'ㄏㄢˋ ㄗˋ')));
    expect(starts(set)).toEqual([0, 1.5, 3]);
    expect(glyphsOfLine(set)[0]!.cells).toEqual([1500, 1500, 1000]);
    expect(setText('国家建设汉字', 5, marked(ruby(4, 5, 'ㄏㄢˋ'))).texts[0]).toBe('国家建设');
  });

  it('in lines that run down it stands between the lines and takes none', () => {
    const set = setText('汉字国', 20, { ...marked(ruby(0, 2, 'ㄏㄢˋ ㄗˋ')), direction: 'down' });
    expect(starts(set)).toEqual([0, 1, 2]);
  });
});

describe('notes and panels', () => {
  it('a note’s sign does not begin a line', () => {
    const note: TextMark = { kind: 'note', start: 5, end: 6 };
    expect(setText('国家建设汉①字经济', 5, marked(note)).texts[0]).toBe('国家建设');
    expect(setText('国家建设汉①字经济', 5).texts[0]).toBe('国家建设汉');
  });

  it('a panel keeps clear of the text beside it, but not of the line’s edges', () => {
    const panel: TextMark = { kind: 'panel', swatch: 'black', start: 1, end: 3 };
    expect(starts(setText('国家建设', 20, marked(panel)))).toEqual([0, 1.125, 2.125, 3.25]);
    const atEdges: TextMark = { kind: 'panel', swatch: 'black', start: 0, end: 4 };
    expect(widthOf('国家建设', marked(atEdges))).toBe(4);
  });
});

it('marks that only draw change no line', () => {
  const text = '国家建设，发展经济。工业园区新闻大会同志们';
  const kinds = ['dots', 'name', 'title', 'underline'] as const;
  const plain = setText(text, 7);
  for (const kind of kinds) {
    expect(setText(text, 7, marked({ kind, swatch: 'black', start: 2, end: 12 })).lines).toEqual(plain.lines);
  }
});

describe('heads set to their measure', () => {
  const set = setText('字样', 5, { align: 'justify-all' });

  it('have their last line stretched too', () => {
    expect(set.lines[0]!.width).toBe(5000);
    expect(starts(set)).toEqual([0, 4]);
    expect(starts(setText('字样', 5, { align: 'justify' }))).toEqual([0, 1]);
  });

  it('leave no gap that a reader of PDF could take for a space', () => {
    const [run] = glyphsOfLine(set);
    expect(run!.cells).toEqual([4000, 1000]);
    expect(run!.dx[0]).toBe(4000);
  });
});
