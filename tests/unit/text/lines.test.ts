import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsInRunt, evenMeasure, lineMenu, prepareParagraph } from '../../../src/text/index.ts';
import { GB, glyphsOfLine, paragraphBox, setText, TABLES, widthOf } from '../../support/paragraph.ts';

const HAN = '国家建设发展经济工业园区新闻大会同志们年月日高质量';

describe('widths of marks (CLREQ #punctuation_width_adjustment, sheet A3)', () => {
  it.each([
    ['国）（国', 3.5],
    ['国“（国', 3.5],
    ['国。”国', 3.5],
    ['国，“国', 3.5],
    ['国：“国', 3.5],
    ['国》）国', 3.5],
    ['国（）国', 4],
    ['国！）国', 3.5],
  ])('%s takes %d em: adjacent marks squeeze to 1.5 em', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('leaves 。、 side by side, without a bracket, at 2 em', () => {
    expect(widthOf('国。、国')).toBe(4);
  });

  it('GB/T 15834 5.1.2: two of ！？ take one em, three take two', () => {
    expect(widthOf('国？！国')).toBe(3);
    expect(widthOf('国！！！国')).toBe(4);
    expect(widthOf('国！国')).toBe(3);
  });

  it('5.1.4, 5.1.5: —— and …… take two em, 5.1.6: — one', () => {
    expect(widthOf('国——国')).toBe(4);
    expect(widthOf('国……国')).toBe(4);
    expect(widthOf('国—国')).toBe(3);
  });

  it('5.1.7, 5.1.9: · and / take half an em', () => {
    expect(widthOf('国·国')).toBe(2.5);
    expect(widthOf('国/国')).toBe(2.5);
  });

  it('GB/T 15835: digits take half an em each', () => {
    expect(widthOf('国2020国')).toBe(4);
  });

  it('banjiao sets every mark half an em, kaiming all but those that end a sentence', () => {
    const marks = (name: 'banjiao' | 'kaiming') => ({ profile: { ...GB, marks: name } });
    expect(widthOf('国，国。国', marks('banjiao'))).toBe(4);
    expect(widthOf('国，国。国', marks('kaiming'))).toBe(4.5);
    expect(widthOf('国，国。国')).toBe(5);
    for (const mark of '！？．') expect(widthOf(`国${mark}国`, marks('kaiming'))).toBe(3);
    for (const mark of '：；、（）“”') expect(widthOf(`国${mark}国`, marks('kaiming'))).toBe(2.5);
    for (const mark of '！？：；（）') expect(widthOf(`国${mark}国`, marks('banjiao'))).toBe(2.5);
  });
});

describe('Latin in Chinese', () => {
  const spaced = { profile: { ...GB, autospace: 125 } };

  it('stands ⅛ em from Han, and not from marks or line edges', () => {
    expect(widthOf('国11国', spaced)).toBe(3.25);
    expect(widthOf('国，11国', spaced)).toBe(4.125);
    expect(widthOf('11国', spaced)).toBe(2.125);
    expect(widthOf('11', spaced)).toBe(1);
  });

  it('“” are Chinese around a Latin word in Chinese, Latin in a Latin sentence', () => {
    expect(widthOf('国“AB”国')).toBe(5);
    expect(widthOf('say “yes” now')).toBe(0.5 * 9 + 0.8 + 0.5);
  });

  it('“” that hold Chinese, or stand in it, are Chinese, though Latin is next to them', () => {
    // With the blanks at the line's edges gone; Latin ones would take 0.4 em.
    expect(widthOf('“AB国AB”')).toBe(4);
    expect(widthOf('AB“国”AB')).toBe(5);
    expect(widthOf('“AB”')).toBe(0.5 * 2 + 0.8);
  });

  it('’ between letters is an apostrophe', () => {
    expect(widthOf('don’t')).toBe(2.3);
  });
});

describe('line edges', () => {
  it('5.1.10: a mark at a line’s end takes half an em', () => {
    const set = setText('国家建设，发展经济工业', 5);
    expect(set.texts[0]).toBe('国家建设，');
    expect(set.lines[0]!.natural).toBe(4500);
  });

  it('an opening mark at a line’s start loses its blank, in the profile that says so', () => {
    const text = '国家建设（发展）经济';
    expect(setText(text, 4).texts[1]!.startsWith('（')).toBe(true);
    expect(setText(text, 4).lines[1]!.left[0]).toBe(0);
    const kept = setText(text, 4, { profile: { ...GB, trimStart: false } });
    expect(kept.lines[1]!.left[0]).toBe(500);
  });

  it('behind an indent too', () => {
    const text = '“国家”建设发展经济';
    const indent = 2000;
    expect(setText(text, 8, { indent }).lines[0]!.left[0]).toBe(0);
    const kept = setText(text, 8, { indent, profile: { ...GB, trimStart: false } });
    expect(kept.lines[0]!.left[0]).toBe(500);
  });

  it.each(['，', '。', '、', '；', '：', '？', '！', '）', '》', '”', '·', '～', '—', '%', '々'])(
    'no line begins with %s',
    (mark) => {
      for (let lead = 3; lead < 12; lead++) {
        const text = `${HAN.slice(0, lead)}${mark}${HAN}`;
        for (const line of setText(text, 6).texts.slice(1)) expect(line.startsWith(mark)).toBe(false);
      }
    },
  );

  it.each(['（', '《', '“', '￥', '/'])('no line ends with %s', (mark) => {
    for (let lead = 3; lead < 12; lead++) {
      const text = `${HAN.slice(0, lead)}${mark}${HAN}`;
      for (const line of setText(text, 6).texts.slice(0, -1)) expect(line.endsWith(mark)).toBe(false);
    }
  });

  it('without prohibition a comma may begin a line', () => {
    const none = { profile: { ...GB, prohibition: 'none' as const, marks: 'plain' as const } };
    expect(setText('国家建设，发展经济国', 4, none).texts[1]!.startsWith('，')).toBe(true);
  });

  it('strict forbids —— at a line’s start, gb does not', () => {
    const text = '国家建设——发展经济国家建设';
    const strict = { profile: { ...GB, prohibition: 'strict' as const } };
    expect(setText(text, 4).texts[1]!.startsWith('——')).toBe(true);
    expect(setText(text, 4, strict).texts[1]!.startsWith('——')).toBe(false);
  });

  it.each(['——', '……', '2020', 'AGM', '18.7%', '-5', '10:30', '1,234.5'])('%s is never split', (unit) => {
    for (let lead = 1; lead < 9; lead++) {
      const texts = setText(`${HAN.slice(0, lead)}${unit}${HAN}`, 7).texts;
      expect(texts.some((line) => line.includes(unit))).toBe(true);
    }
  });

  it('a number may part from its 量词', () => {
    expect(setText('国家建设60亿元发展经济国家', 5).texts).toContain('国家建设60');
  });
});

describe('keep-all', () => {
  const names = '李振涛 张敬勇 吴峰';
  it('ends lines at blanks only', () => {
    const kept = { profile: { ...GB, keepAll: true }, align: 'left' as const };
    expect(setText(names, 5, kept).texts.map((t) => t.trim())).toEqual(['李振涛', '张敬勇', '吴峰']);
    expect(setText(names, 5, { align: 'left' }).texts[0]!.trim()).not.toBe('李振涛');
  });

  it('breaks a name that is longer than the line all the same', () => {
    expect(setText('国家建设发展', 4, { profile: { ...GB, keepAll: true } }).texts.length).toBe(2);
  });
});

describe('justification (CLREQ #line_adjustment)', () => {
  it('shrinks brackets before commas and full stops', () => {
    const set = setText('国家“建设”，发展经济工业园区国家', 8);
    expect(set.lines[0]!.adjustments.map((a) => a.kind)).not.toContain('stop');
  });

  it('stretches all gaps equally, the last line not at all', () => {
    const set = setText('国家建设发展2020经济', 7);
    const between = set.lines[0]!.adjustments.find((a) => a.kind === 'between')!;
    expect(set.texts[0]).toBe('国家建设发展');
    expect(between).toEqual({ kind: 'between', places: 5, each: 200 });
    expect(set.lines[1]!.adjustments).toEqual([]);
  });

  it('never stretches inside words, numbers and beside connectors', () => {
    const set = setText('国家AB建设5～7甲/乙发展经济AGREEMENT', 11);
    const line = set.lines[0]!;
    expect(line.adjustments.map(({ kind }) => kind)).toEqual(['between']);
    line.gap.forEach((gap, k) => {
      const text = set.galley.cells.text.slice(set.galley.cells.start[line.from + k]!);
      if (/^(AB|5|～|甲|\/)/.test(text)) expect(gap).toBe(0);
    });
  });

  it('stretches between Han, but not beside a connector that stands between two of them', () => {
    const set = setText('国家建设五～七天AGREE发展经济大', 9.5);
    const line = set.lines[0]!;
    const gaps = new Map(
      line.gap.map((gap, k) => [set.galley.cells.text[set.galley.cells.start[line.from + k]!], gap]),
    );
    expect(gaps.get('国')).toBeGreaterThan(0);
    expect([gaps.get('五'), gaps.get('～')]).toEqual([0, 0]);
  });

  it('avoids a last line of one character where it can, and says so where it cannot', () => {
    const text = `${HAN.slice(0, 7)}，${HAN.slice(0, 6)}。`;
    const set = setText(text, 7);
    expect(set.texts.at(-1)!.replace(/[。，]/g, '').length).toBeGreaterThan(1);
    const forced = prepareParagraph(paragraphBox('国家建'), TABLES);
    const measure = evenMeasure(forced.paragraph, 2000);
    const breaks = lineMenu(forced, measure)[0]!;
    expect(endsInRunt(forced, breaks)).toBe(true);
  });

  it('offers a paragraph a line longer where it sets well', () => {
    const galley = prepareParagraph(paragraphBox(`${HAN}，${HAN}。${HAN}、${HAN}`), TABLES);
    const counts = lineMenu(galley, evenMeasure(galley.paragraph, 14_000)).map((b) => b.ends.length);
    expect(new Set(counts).size).toBe(counts.length);
    expect(counts.length).toBeGreaterThan(1);
  });
});

describe('cells', () => {
  it('a half-width opening mark is a cell of half an em with its outline moved left', () => {
    const [run] = glyphsOfLine(setText('“国', 10));
    expect(run!.cells[0]).toBe(500);
    expect(run!.shifts[0]).toBe(-500);
  });

  it('a mark drawn in the middle gives from both sides, one narrower than its cell gets it by position', () => {
    expect(widthOf('国：“国')).toBe(3.5);
    const [run] = glyphsOfLine(setText('国·国', 10));
    expect(run!.cells[1]).toBe(500);
    expect(run!.shifts[1]).toBe(250 - (120 + 210) / 2);
  });

  it('—— is one glyph of two em for two characters', () => {
    const [run] = glyphsOfLine(setText('国——国', 10));
    expect(run!.gids[1]).toBe(60001);
    expect(run!.clusters).toEqual([0, 1, 3]);
    expect(run!.cells[1]).toBe(2000);
  });

  it('a character without a face is kept as one blank em and named', () => {
    const set = setText('国𠮷国', 10);
    expect(set.galley.cells.missing).toEqual([{ kind: 'no-face', start: 1, end: 3 }]);
    expect(set.lines[0]!.natural).toBe(3000);
  });
});

const anyText = fc
  .array(fc.constantFrom(...`${HAN}，。、；：？！“”‘’（）《》——……·～2020-%AGMpm .国`), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('for all text', () => {
  it('every character is on exactly one line, in order, and no line is over its measure', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 40 }), (text, measure) => {
        const set = setText(text, measure, { indent: 2000 });
        expect(set.texts.join('')).toBe(text);
        set.lines.forEach((line, k) => {
          const indent = k === 0 ? 2000 : 0;
          expect(line.width).toBeLessThanOrEqual(measure * 1000 - indent);
        });
      }),
    );
  });

  it('the advances of a line’s glyphs add up to its width', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 6, max: 20 }), (text, measure) => {
        const set = setText(text, measure);
        set.lines.forEach((line, k) => {
          const runs = glyphsOfLine(set, k);
          if (runs.length !== 1 || /^\s|\s$/.test(set.texts[k]!)) return;
          const sum = runs[0]!.dx.reduce((a, b) => a + b, runs[0]!.x);
          expect(sum).toBeCloseTo(line.width, 3);
        });
      }),
    );
  });
});
