import { describe, expect, it } from 'vitest';
import { prepareParagraph } from '../../../src/text/index.ts';
import { inFaces } from '../../support/breaks.ts';
import { inkOfCell } from '../../support/ink.ts';
import { vendoredFonts } from '../../support/made.ts';
import { paragraphBox } from '../../support/paragraph.ts';

const fonts = vendoredFonts();

/** The cells of a text that runs down in Song: characters and length along the line. */
function cells(text: string): readonly (readonly [string, number])[] {
  const box = paragraphBox(text, { direction: 'down' });
  const runs = box.runs.map((run) => ({ ...run, style: { ...run.style, faces: ['song-400', 'hei-400'] } }));
  const { cells: of } = prepareParagraph({ ...box, runs }, fonts.tables);
  return Array.from({ length: of.count }, (_, i) => [
    text.slice(of.start[i], of.start[i + 1]),
    of.left[i]! + of.core[i]! + of.right[i]!,
  ]);
}

describe('lines that run down (GB/T 15834-2011 5.2, CLREQ #vertical_writing_mode)', () => {
  it('Han, 点号 and quotes take one em, ·, / and – half', () => {
    expect(cells('国，国')).toEqual([
      ['国', 1000],
      ['，', 1000],
      ['国', 1000],
    ]);
    expect(cells('“国”').map(([, length]) => length)).toEqual([1000, 1000, 1000]);
    expect(cells('国·国')[1]).toEqual(['·', 500]);
  });

  it('—— and …… are one cell of two em', () => {
    expect(cells('国——国')[1]).toEqual(['——', 2000]);
    expect(cells('国……国')[1]).toEqual(['……', 2000]);
  });

  it('adjacent marks squeeze as they do across; ：；！？ keep their cell', () => {
    const length = (text: string): number => cells(text).reduce((sum, [, l]) => sum + l, 0);
    expect(length('国）（国')).toBe(3500);
    expect(length('国。”国')).toBe(3500);
    expect(length('国：国')).toBe(3000);
  });

  it('one to three digits stand across in one cell, four and more lie on their side in one', () => {
    expect(cells('第1期')[1]).toEqual(['1', 1000]);
    expect(cells('第11期')[1]).toEqual(['11', 1000]);
    expect(cells('第106期')[1]).toEqual(['106', 1000]);
    expect(cells('第2020期')[1]).toEqual(['2020', 2000]);
    expect(cells('长18.7%')[1]![0]).toBe('18.7%');
  });

  it('lying on their side, their tops are at the right: they are read downwards', () => {
    const galley = inFaces('第2020期', ['song-400'], { direction: 'down' });
    const inks = inkOfCell(galley, 1);
    expect(inks).toHaveLength(4);
    // A digit is higher than broad: lying it is longer across the line than along it.
    for (const { along, over } of inks) expect(over.to - over.from).toBeGreaterThan(along.to - along.from);
    inks.slice(1).forEach(({ along }, k) => {
      expect(along.from).toBeGreaterThan(inks[k]!.along.from);
    });
    const parts = galley.cells.drawings.flatMap((drawing) => drawing.parts);
    expect(parts.map(({ turned }) => turned)).toEqual([true, true, true, true]);
    const [upright] = inkOfCell(inFaces('第20期', ['song-400'], { direction: 'down' }), 1);
    expect(upright!.along.to - upright!.along.from).toBeGreaterThan(upright!.over.to - upright!.over.from);
  });

  it('a letter by itself stands upright, a word lies on its side as one cell', () => {
    expect(cells('国A股')[1]).toEqual(['A', 1000]);
    expect(cells('国AGM板')[1]![0]).toBe('AGM');
    expect(cells('国AGM板')[1]![1]).toBeGreaterThan(1500);
    for (const text of ['国AGM板', '国“AGM”板']) {
      const { cells: of } = inFaces(text, ['song-400'], { direction: 'down' });
      const [word] = of.drawings;
      expect(word!.parts.length).toBeGreaterThan(2);
      expect(word!.parts.every(({ turned }) => turned)).toBe(true);
    }
    const { cells: letter } = inFaces('国A股', ['song-400'], { direction: 'down' });
    expect(letter.drawings.flatMap(({ parts }) => parts.map(({ turned }) => turned))).toEqual([false]);
  });

  it('a blank is as long as it is wide across: U+3000 one em, a word space the face’s own', () => {
    expect(cells('国　国')[1]).toEqual(['　', 1000]);
    expect(cells('国 国')[1]).toEqual([' ', 256]);
    expect(cells('open source')[1]).toEqual([' ', 256]);
  });

  it('quotes round Western words stay curly and lie on their side with them (CLREQ)', () => {
    expect(cells('国“AGM”板')[1]![0]).toBe('“AGM”');
    expect(cells('国“open source”板').map(([text]) => text)).toEqual(['国', '“open', ' ', 'source”', '板']);
    expect(cells('国‘PM2.5’板')[1]![0]).toBe('‘PM2.5’');
  });

  it('quotes round Chinese, round a number, and without a partner become corner brackets', () => {
    expect(cells('国“国家”板').map(([text]) => text)).toEqual(['国', '“', '国', '家', '”', '板']);
    expect(cells('国“AGM板”板')[1]![0]).toBe('“');
    expect(cells('国“2026”板')[1]![0]).toBe('“');
    expect(cells('国“AGM 国')[1]![0]).toBe('“');
  });

  it('a word too long for a cell keeps its letters, so that it can break', () => {
    expect(cells('abcdefghijklmnopqrstuvwxyz').length).toBe(26);
  });
});
