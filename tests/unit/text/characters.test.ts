import { describe, expect, it } from 'vitest';
import type { FaceTable } from '../../../src/fonts/face.ts';
import type { ParagraphBox } from '../../../src/markup/box.ts';
import {
  type Galley,
  glyphsOf,
  type LineGlyphs,
  missingCharacters,
  prepareParagraph,
  setOnOneLine,
} from '../../../src/text/index.ts';
import { inFaces, lengthOf } from '../../support/breaks.ts';
import { paragraphBox } from '../../support/paragraph.ts';
import { rulerFace } from '../../support/ruler-face.ts';

const SONG = ['song-400', 'hei-400'];

const missingOf = (text: string): readonly (readonly string[])[] =>
  missingCharacters(inFaces(text, SONG)).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

/** Characters of each cell. */
function cellsOf(text: string, wishes: Partial<ParagraphBox> = {}): readonly string[] {
  const { cells } = inFaces(text, SONG, wishes);
  return Array.from({ length: cells.count }, (_, i) => text.slice(cells.start[i], cells.start[i + 1]));
}

const glyphs = (galley: Galley): LineGlyphs => glyphsOf(galley, setOnOneLine(galley))[0]!;

/** A text in the ruler face with a glyph of 1 em for some characters beyond the BMP. */
function inFaceWith(characters: string, text: string): Galley {
  const face = rulerFace('wide');
  const added = [...characters].map((character) => character.codePointAt(0)!).sort((a, b) => a - b);
  const wide: FaceTable = {
    ...face,
    codePoints: Uint32Array.from([...face.codePoints, ...added]),
    gids: Uint16Array.from([...face.gids, ...added.map((_, k) => 50000 + k)]),
    advances: Uint16Array.from([...face.advances, ...added.map(() => 1000)]),
    boxes: Int16Array.from([...face.boxes, ...added.flatMap(() => [40, 0, 960, 800])]),
  };
  const box = paragraphBox(text);
  const runs = box.runs.map((run) => ({ ...run, style: { ...run.style, faces: ['wide'] } }));
  return prepareParagraph({ ...box, runs }, new Map([['wide', wide]]));
}

describe('characters of names', () => {
  it.each([...'䶮㛃堃喆犇𠮷'])('%s is set, 1 em', (character) => {
    expect(missingOf(character)).toEqual([]);
    expect(lengthOf(inFaces(character, SONG))).toBe(1);
  });

  it('𡒄, which no vendored face has, is told of as one character', () => {
    expect(missingOf('国𡒄国')).toEqual([['no-face', '𡒄']]);
  });

  it.each(['song-400', 'song-700', 'song-900', 'hei-400', 'hei-700', 'hei-900', 'kai-400'])(
    '%s sets 𠮷, elements and Cantonese beyond U+FFFF by itself, with no mainland glyph to take them from',
    (face) => {
      expect(missingCharacters(inFaces('𠮷𨧀𨭎𨨏𨭆𨋢𡃁𥄫', [face]))).toEqual([]);
    },
  );

  it('a character of names that the Kai alone has is set from it in text of the others', () => {
    expect(missingCharacters(inFaces('国𫜷国', [...SONG, 'kai-400']))).toEqual([]);
    expect(missingCharacters(inFaces('𫜷', SONG))).toHaveLength(1);
  });

  it.each([
    ['B', '\u{20bb7}'],
    ['C', '\u{2a700}'],
    ['D', '\u{2b740}'],
    ['E', '\u{2b820}'],
    ['F', '\u{2ceb0}'],
    ['G', '\u{30ede}'],
    ['H', '\u{31350}'],
  ])(
    'extension %s is set where a face has it: one cell of 1 em, with breaks on both sides',
    (_, character) => {
      const galley = inFaceWith(character, `国${character}国`);
      expect(missingCharacters(galley)).toEqual([]);
      expect([...galley.cells.start.subarray(0, 4)]).toEqual([0, 1, 3, 4]);
      expect(lengthOf(galley)).toBe(3);
      expect([...galley.cells.breakAfter.subarray(0, 3)]).toEqual([1, 1, 1]);
    },
  );

  it('a variation selector belongs to its character and takes no room', () => {
    expect(cellsOf('葛\u{e0100}城')).toEqual(['葛\u{e0100}', '城']);
    expect(cellsOf('辻\ufe00口')).toEqual(['辻\ufe00', '口']);
    expect(lengthOf(inFaces('葛\u{e0100}城', SONG))).toBe(2);
  });

  it.each(['かなカナ', 'Привет', 'αβγΩ', 'āáǎà'])('%s is set', (text) => {
    expect(missingOf(text)).toEqual([]);
  });
});

describe('traditional characters', () => {
  it.each(['song-400', 'song-700', 'song-900', 'hei-400', 'hei-700', 'hei-900', 'kai-400'])(
    '%s sets them',
    (face) => {
      const text = '國家圖書館舉辦臺灣與香港報業歷史展覽，龍馬精神，衞生署裏説過嘅啲嘢';
      expect(missingCharacters(inFaces(text, [face]))).toEqual([]);
    },
  );
});

describe('letters with marks of their own', () => {
  it('e and U+0301 are set as é, in one cell that no line parts', () => {
    expect(cellsOf('Cafe\u0301')).toEqual(['C', 'a', 'f', 'e\u0301']);
    expect(glyphs(inFaces('e\u0301', SONG)).gids).toEqual(glyphs(inFaces('é', SONG)).gids);
  });

  it('a mark that no letter of Unicode has is set on the middle of its base, clear of it', () => {
    const { gids, drawings, clusters } = glyphs(inFaces('x\u0301', ['kai-400']));
    const [base, mark] = drawings[0]!.parts;
    expect([gids, clusters]).toEqual([[-1], [0]]);
    expect(base).toMatchObject({ x: 0, y: 0 });
    // The face draws it from −358 to −143: its middle is 250 before its origin.
    expect(mark!.x).toBeGreaterThan(400);
  });

  it('running down, it lies on its side with its word', () => {
    expect(cellsOf('国cafe\u0301国', { direction: 'down' })).toEqual(['国', 'cafe\u0301', '国']);
  });
});

describe('emoji are told of once each, sequences as one', () => {
  it.each([
    ['😀', 'a face'],
    ['👨\u200d👩\u200d👧', 'a family, joined'],
    ['👍🏽', 'a skin tone'],
    ['🇨🇳', 'a flag'],
    ['❤\ufe0f', 'a selector'],
    ['1\ufe0f\u20e3', 'a keycap'],
    ['👩🏽\u200d🚀', 'a skin tone and a joiner'],
  ])('%s: %s', (emoji) => {
    expect(missingOf(`国${emoji}国`)).toEqual([['emoji', emoji]]);
    expect(cellsOf(`国${emoji}国`)).toEqual(['国', emoji, '国']);
  });

  it('two side by side are two', () => {
    expect(missingOf('😀😀').length).toBe(2);
  });

  it('a single one is set where a face has it, a sequence is not: its signs would stand side by side', () => {
    expect(missingCharacters(inFaceWith('😀👍🏽', '😀'))).toEqual([]);
    expect(missingCharacters(inFaceWith('😀👍🏽', '👍🏽')).map(({ kind }) => kind)).toEqual(['emoji']);
  });

  it('digits, # and signs of the faces are no emoji', () => {
    expect(missingOf('1#*©®™☆→')).toEqual([]);
  });
});

describe('text that runs from right to left is never set in silence', () => {
  it.each(['שלום', 'العربية', 'ܐܒ', 'ދިވެހި', 'ﷺ', 'ﻻ'])('%s', (text) => {
    expect(missingOf(`国${text}国`)).toEqual([['right-to-left', text]]);
  });

  it('words in a row are told of once, from the first to the last', () => {
    expect(missingOf('题为“שלום עולם, 2026 שלום”的文章')).toEqual([
      ['right-to-left', 'שלום עולם, 2026 שלום'],
    ]);
    expect(missingOf('שלום国שלום').length).toBe(2);
  });

  it('even where a face has its letters', () => {
    const face = rulerFace();
    const bmp = Uint16Array.from(face.bmp);
    bmp[0x5e9] = 1;
    const galley = prepareParagraph(paragraphBox('ש'), new Map([['ruler', { ...face, bmp }]]));
    expect(missingCharacters(galley).map(({ kind }) => kind)).toEqual(['right-to-left']);
  });
});
