/**
 * GB/T 15834-2011 《标点符号用法》, section 5: 5.1 places of marks in lines that run across, 5.2 in lines that run
 * down. Each clause has a case for and a case against.
 */

import { describe, expect, test } from 'vitest';
import { entryOf, type Form, formOf } from '../../src/fonts/face.ts';
import { breakGalley, evenMeasure, glyphsOf, setLines, textOf } from '../../src/text/index.ts';
import { inFaces, lengthOf, mayEndAt } from '../support/breaks.ts';
import { vendoredFonts } from '../support/made.ts';
import { GB, setText, widthOf } from '../support/paragraph.ts';

const SONG = ['song-400', 'hei-400'];

/** Length of a text that runs down in Song, 字. */
const down = (text: string): number => lengthOf(inFaces(text, SONG, { direction: 'down' }));
const across = (text: string): number => lengthOf(inFaces(text, SONG));

/** The middle of the em box above the baseline, 1/1000 em. */
const MIDDLE = 380;

/** Ink of a character's full-width form in Song, 1/1000 em: left, bottom, right, top. */
function inkOf(mark: string): Form['box'] {
  const face = vendoredFonts().tables.get('song-400')!;
  const entry = entryOf(face, mark.codePointAt(0)!);
  const [left, bottom, right, top] = face.boxes.subarray(entry * 4, entry * 4 + 4);
  return formOf(face, 'fwid', mark)?.box ?? [left!, bottom!, right!, top!];
}

describe('5.1.1 句号、逗号、顿号、分号、冒号 take a 字 and begin no line', () => {
  test.each([...'。，、；：'])('%s takes 1 em', (mark) => {
    expect(across(`国${mark}国`)).toBe(3);
  });
  test.each([...'。，、；：'])('%s begins no line, though a line may end with it', (mark) => {
    expect(mayEndAt(`国|${mark}国`)).toBe(false);
    expect(mayEndAt(`国${mark}|国`)).toBe(true);
  });
  test.each([...'。，、；'])('%s is drawn at the lower left of its cell', (mark) => {
    const [left, bottom, right, top] = inkOf(mark);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(540);
    expect((bottom + top) / 2).toBeLessThan(MIDDLE);
  });
  test('：, which is as tall as a letter, at the left alone', () => {
    expect(inkOf('：')[2]).toBeLessThanOrEqual(540);
  });
  test('a line that has no room for the mark takes its character down with it', () => {
    expect(setText('国家建设，发展经济工业', 4).texts[0]).toBe('国家建');
  });
});

test('．, the 。 of science, is one: as wide, squeezed as it is, at no line’s start', () => {
  expect(across('国．国')).toBe(3);
  expect(across('国．”国')).toBe(3.5);
  expect(mayEndAt('国|．国')).toBe(false);
  expect(mayEndAt('国．|国')).toBe(true);
  expect(setText('国家建设。发展经济工业', 5).lines[0]!.natural).toBe(4500);
});

describe('5.1.2 问号、叹号 take a 字, two together one, three two, and begin no line', () => {
  test.each([
    ['国？国', 3],
    ['国！国', 3],
    ['国？！国', 3],
    ['国！！国', 3],
    ['国？？国', 3],
    ['国！！！国', 4],
    ['国？？？国', 4],
  ])('%s takes %d em', (text, width) => {
    expect(across(text)).toBe(width);
    expect(widthOf(text)).toBe(width);
  });
  test.each([...'？！'])('%s is drawn at the left of its cell', (mark) => {
    expect(inkOf(mark)[2]).toBeLessThanOrEqual(540);
  });
  test('neither begins a line, nor do two of them part', () => {
    expect(mayEndAt('国|？国')).toBe(false);
    expect(mayEndAt('国|！国')).toBe(false);
    expect(mayEndAt('国？|！国')).toBe(false);
    expect(mayEndAt('国！！|！国')).toBe(false);
    expect(mayEndAt('国？！|国')).toBe(true);
  });
  test('two sentences’ marks apart are two cells', () => {
    expect(across('国？国！')).toBe(4);
  });
});

describe('5.1.3 引号、括号、书名号: each half takes a 字; the first ends no line, the second begins none', () => {
  const PAIRS = ['“”', '‘’', '（）', '［］', '〔〕', '【】', '｛｝', '《》', '〈〉', '「」', '『』', '〖〗'];
  test.each(PAIRS)('%s', (pair) => {
    const [open, close] = [...pair];
    expect(across(`国${open}国国${close}国`)).toBe(6);
    expect(mayEndAt(`国${open}|国${close}国`)).toBe(false);
    expect(mayEndAt(`国|${open}国${close}国`)).toBe(true);
    expect(mayEndAt(`国${open}国|${close}国`)).toBe(false);
    expect(mayEndAt(`国${open}国${close}|国`)).toBe(true);
  });
});

describe('5.1.4 破折号 takes two 字 and does not part over two lines', () => {
  test.each(['——', '⸺'])('%s takes 2 em', (dash) => {
    expect(across(`国${dash}国`)).toBe(4);
  });
  test('it is never split, and may stand at either edge', () => {
    expect(mayEndAt('国—|—国')).toBe(false);
    expect(mayEndAt('国——|国')).toBe(true);
    expect(mayEndAt('国|——国')).toBe(true);
  });
  test('it stands in the middle between top and bottom', () => {
    const form = formOf(vendoredFonts().tables.get('song-400')!, 'fwid', '——')!;
    expect(Math.abs((form.box[1] + form.box[3]) / 2 - MIDDLE)).toBeLessThan(60);
  });
  test('it is one unbroken stroke: no stretch enters it', () => {
    const set = setText('国家——建设发展经济', 6.5);
    expect(set.texts[0]).toContain('——');
    const { cells } = set.galley;
    const dash = Array.from({ length: cells.count }, (_, i) => i).find(
      (i) => cells.text[cells.start[i]!] === '—',
    )!;
    expect(cells.start[dash + 1]! - cells.start[dash]!).toBe(2);
  });
  test('two of them may part between the units', () => {
    expect(mayEndAt('国——|——国')).toBe(true);
    expect(mayEndAt('国……|……国')).toBe(true);
    expect(mayEndAt('国——⸺|国')).toBe(true);
  });
});

describe('5.1.5 省略号 takes two 字 and does not part; two together take four', () => {
  test.each(['……', '⋯⋯'])('%s takes 2 em and is never split', (dots) => {
    expect(across(`国${dots}国`)).toBe(4);
    expect(mayEndAt(`国${dots[0]}|${dots[1]}国`)).toBe(false);
    expect(mayEndAt(`国${dots}|国`)).toBe(true);
    expect(mayEndAt(`国|${dots}国`)).toBe(true);
  });
  test('twelve dots take 4 em; a paragraph of their own is a line of their own', () => {
    expect(across('…………')).toBe(4);
    expect(setText('…………', 13).texts).toEqual(['…………']);
  });
});

describe('5.1.6 连接号: 短横线 takes half a 字, 一字线 and 浪纹线 one; none begins a line', () => {
  test.each([
    ['国–国', 2.5],
    ['国-国', 2.5],
    ['国—国', 3],
    ['国～国', 3],
  ])('%s takes %d em', (text, width) => {
    expect(across(text)).toBe(width);
  });
  test.each([...'–-—～'])('%s begins no line, and may end one', (mark) => {
    expect(mayEndAt(`国|${mark}国`)).toBe(false);
    expect(mayEndAt(`国${mark}|国`)).toBe(true);
  });
  test.each(['5～|7国', '5—|7国'])('a range may end a line behind its mark: %s', (marked) => {
    expect(mayEndAt(marked)).toBe(true);
  });
  test('a hyphen between letters is Latin and not half a 字', () => {
    expect(across('国A-B国')).not.toBe(3.5);
  });
});

describe('5.1.7 间隔号 takes half a 字 and begins no line', () => {
  test('· takes ½ em in every face', () => {
    for (const face of ['song-400', 'song-700', 'song-900', 'hei-400', 'hei-700', 'hei-900', 'kai-400']) {
      expect(lengthOf(inFaces('国·国', [face]))).toBe(2.5);
    }
  });
  test('it begins no line, and may end one', () => {
    expect(mayEndAt('比尔|·盖茨')).toBe(false);
    expect(mayEndAt('比尔·|盖茨')).toBe(true);
  });
  test('in a date it stays within its number', () => {
    expect(mayEndAt('在9·|11国')).toBe(false);
  });
});

describe('5.1.9 分隔号 takes half a 字 and stands at neither edge', () => {
  test.each([...'/／'])('%s takes ½ em', (mark) => {
    expect(across(`国${mark}国`)).toBe(2.5);
  });
  test.each([...'/／'])('%s begins no line and ends none', (mark) => {
    expect(mayEndAt(`国|${mark}国`)).toBe(false);
    expect(mayEndAt(`国${mark}|国`)).toBe(false);
  });
  test('the basic level forbids the line’s start alone', () => {
    expect(mayEndAt('国/|国', { prohibition: 'basic' })).toBe(true);
    expect(mayEndAt('国|/国', { prohibition: 'basic' })).toBe(false);
  });
});

describe('5.1.10 a mark at a line’s end takes half a 字', () => {
  test.each([...'，。、；：？！”’）》】〉」'])('%s', (mark) => {
    const set = setText(`国家建设${mark}发展经济工业`, 5);
    expect(set.texts[0]).toBe(`国家建设${mark}`);
    expect(set.lines[0]!.natural).toBe(4500);
  });
  test('and within a line a whole one', () => {
    expect(setText('国家，建设，发展经济', 7).lines[0]!.natural).toBe(7000);
  });
  test('plain setting leaves it whole', () => {
    const plain = { profile: { ...GB, marks: 'plain' as const } };
    expect(setText('国家建设，发展经济工业', 5, plain).lines[0]!.natural).toBe(5000);
  });
});

describe('5.1.11 marks within a line may be squeezed so that no line has one character or breaks a rule', () => {
  test('a mark goes in where its room is squeezed from those before it', () => {
    const set = setText('国家，建设（发展）。经济工业园区', 8.5);
    expect(set.texts[0]).toBe('国家，建设（发展）。');
    expect(set.lines[0]!.natural).toBe(9000);
    expect(set.lines[0]!.width).toBe(8500);
    expect(set.lines[0]!.adjustments.map(({ kind }) => kind)).toEqual(['bracket']);
  });
  test('the last character of a paragraph comes back into a line with marks to squeeze', () => {
    const set = setText('国家、建设、发展、经济工。', 12);
    expect(set.texts).toEqual(['国家、建设、发展、经济工。']);
    expect(set.lines[0]!.adjustments.map(({ kind }) => kind)).toEqual(['comma']);
  });
  test('where there is none to squeeze, a line is not squeezed', () => {
    const set = setText('国家建设发展经济工业园区新闻大会', 12);
    expect(set.lines.flatMap((line) => line.adjustments)).toEqual([]);
  });
});

describe('5.2.1 running down, 句号、逗号、顿号 stand at the upper right; ？！：； keep their 字', () => {
  const box = (mark: string): readonly [number, number, number, number] => {
    const galley = inFaces(mark, ['song-400'], { direction: 'down' });
    const table = vendoredFonts().tables.get('song-400')!;
    const gid = galley.cells.gid[0]!;
    return [...table.forms.values()].find((form) => form.gid === gid)!.box as [
      number,
      number,
      number,
      number,
    ];
  };
  test.each([...'，。、'])('%s is drawn in the upper right quarter of its cell', (mark) => {
    const [left, bottom, right, top] = box(mark);
    expect((left + right) / 2).toBeGreaterThan(500);
    expect((bottom + top) / 2).toBeGreaterThan(380);
  });
  test.each([...'，。、？！：；'])('%s takes 1 em', (mark) => {
    expect(down(`国${mark}国`)).toBe(3);
  });
  test('？！：； give nothing to a bracket next to them, ，does', () => {
    expect(down('国！（国')).toBe(3.5);
    expect(down('国！）国')).toBe(4);
    expect(down('国，）国')).toBe(3.5);
  });
});

describe('5.2.2 破折号、省略号、连接号、间隔号、分隔号 stand in the middle below the character and run down', () => {
  test.each([
    ['——', 2],
    ['……', 2],
    ['—', 1],
    ['～', 1],
    ['·', 0.5],
    ['/', 0.5],
  ])('国%s国', (mark, length) => {
    expect(down(`国${mark}国`)).toBe(2 + length);
  });
  test('their length is not that of a glyph lying across', () => {
    const galley = inFaces('——', ['song-400'], { direction: 'down' });
    const lying = inFaces('——', ['song-400']);
    expect(galley.cells.gid[0]).not.toBe(lying.cells.gid[0]);
  });
});

describe('5.2.3 quotes become ﹃﹄ ﹁﹂, brackets ︵︶', () => {
  const gids = (text: string, direction: 'across' | 'down'): readonly number[] =>
    Array.from(inFaces(text, ['song-400'], { direction }).cells.gid.slice(0, text.length));
  test('“” are set as 『』 running down, ‘’ as 「」', () => {
    expect(gids('“”', 'down')).toEqual(gids('『』', 'down'));
    expect(gids('‘’', 'down')).toEqual(gids('「」', 'down'));
  });
  test('and not across', () => {
    expect(gids('“”', 'across')).not.toEqual(gids('『』', 'across'));
  });
  test.each([...'（）《》〈〉【】'])('%s has a form of its own', (mark) => {
    expect(gids(mark, 'down')).not.toEqual(gids(mark, 'across'));
  });
});

describe('5.2.6 edges: what may not begin or end a line across may not running down', () => {
  const texts = (text: string, measure: number): readonly string[] => {
    const galley = inFaces(text, SONG, { direction: 'down' });
    const even = evenMeasure(galley.paragraph, measure * 1000);
    return setLines(galley, breakGalley(galley, even), even).map((line) => textOf(galley, line));
  };
  test.each([...'，。、；：？！”）》·～'])('no line begins with %s', (mark) => {
    for (let lead = 3; lead < 9; lead++) {
      const lines = texts(`${'国家建设发展经济'.slice(0, lead)}${mark}工业园区新闻大会`, 5);
      expect(lines.slice(1).some((line) => line.startsWith(mark))).toBe(false);
    }
  });
  test.each([...'“（《'])('no line ends with %s', (mark) => {
    for (let lead = 3; lead < 9; lead++) {
      const lines = texts(`${'国家建设发展经济'.slice(0, lead)}${mark}工业园区新闻大会`, 5);
      expect(lines.slice(0, -1).some((line) => line.endsWith(mark))).toBe(false);
    }
  });
  test('—— may begin one', () => {
    expect(texts('国家建设发——经济工业园区', 5)[1]!.startsWith('——')).toBe(true);
  });
  test('a line’s glyphs go down by its length', () => {
    const galley = inFaces('国，国', SONG, { direction: 'down' });
    const even = evenMeasure(galley.paragraph, 10_000);
    const [line] = setLines(galley, breakGalley(galley, even), even);
    expect(glyphsOf(galley, line!)[0]!.dx.reduce((sum, each) => sum + each, 0)).toBe(3000);
  });
});
