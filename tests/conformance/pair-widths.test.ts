/**
 * Widths of two marks side by side: what headless Chromium gives with Noto Serif SC at `text-spacing-trim: normal`
 * (CSS Text 4), with CLREQ's word where no bracket is in the pair and GB/T 15834-2011 5.1.2 for ！？; the rows of
 * luatex-cn's squeeze tests (Apache-2.0, test/unit_test/shared/punct-squeeze-test.lua) as data; and the half
 * cells against each face's own `halt`.
 */

import fontkit from '@pdf-lib/fontkit';
import { describe, expect, it } from 'vitest';
import { glyphCell } from '../../src/text/glyph-cell.ts';
import { classOf, hasBlank } from '../../src/text/marks.ts';
import { downCell } from '../../src/text/vertical-cell.ts';
import { inFaces, lengthOf } from '../support/breaks.ts';
import { vendoredFonts } from '../support/made.ts';
import { GB, setText, widthOf } from '../support/paragraph.ts';

const MEMBERS = {
  open: [...'“‘（〔［｛【〖《〈「『'],
  close: [...'”’）〕］｝】〗》〉」』'],
  comma: [...'，、'],
  stop: [...'。．'],
  colon: [...'：；'],
  exclaim: [...'！？'],
  blank: ['\u3000'],
  dot: ['·'],
  long: ['——', '……'],
} as const;
type Kind = keyof typeof MEMBERS;

/** Rows: the first mark; columns: the second. Em for both together. */
const PAIRS: Readonly<Record<Exclude<Kind, 'dot' | 'long'>, Readonly<Record<Kind, number>>>> = {
  open: { open: 1.5, close: 2, comma: 2, stop: 2, colon: 2, exclaim: 2, blank: 2, dot: 1.5, long: 3 },
  close: {
    open: 1.5,
    close: 1.5,
    comma: 1.5,
    stop: 1.5,
    colon: 1.5,
    exclaim: 1.5,
    blank: 1.5,
    dot: 1.5,
    long: 3,
  },
  comma: { open: 1.5, close: 1.5, comma: 2, stop: 2, colon: 2, exclaim: 2, blank: 2, dot: 1.5, long: 3 },
  stop: { open: 1.5, close: 1.5, comma: 2, stop: 2, colon: 2, exclaim: 2, blank: 2, dot: 1.5, long: 3 },
  colon: { open: 1.5, close: 1.5, comma: 2, stop: 2, colon: 2, exclaim: 2, blank: 2, dot: 1.5, long: 3 },
  exclaim: { open: 1.5, close: 1.5, comma: 2, stop: 2, colon: 2, exclaim: 1, blank: 2, dot: 1.5, long: 3 },
  blank: { open: 1.5, close: 2, comma: 2, stop: 2, colon: 2, exclaim: 2, blank: 2, dot: 1.5, long: 3 },
};

const cases = Object.entries(PAIRS).flatMap(([first, row]) =>
  Object.entries(row).map(([second, width]) => ({ first: first as Kind, second: second as Kind, width })),
);

describe('pairs (sheet A3)', () => {
  it.each(cases)('$first and $second take $width em', ({ first, second, width }) => {
    for (const one of MEMBERS[first]) {
      for (const other of MEMBERS[second]) {
        const text = `国${one}${other}国`;
        expect([text, lengthOf(inFaces(text, ['song-400'])) - 2]).toEqual([text, width]);
      }
    }
  });

  it.each(cases.filter(({ first, second }) => !(first === 'blank' && second === 'blank')))(
    'so by the ruler face: $first and $second',
    ({ first, second, width }) => {
      const text = `国${MEMBERS[first][0]}${MEMBERS[second][0]}国`;
      expect(widthOf(text)).toBe(2 + width);
    },
  );

  it.each(['song-700', 'song-900', 'hei-400', 'hei-700', 'hei-900', 'kai-400'])('so in %s', (face) => {
    for (const { first, second, width } of cases) {
      const text = `国${MEMBERS[first][0]}${MEMBERS[second][0]}国`;
      expect([text, lengthOf(inFaces(text, [face])) - 2]).toEqual([text, width]);
    }
  });

  it('a blank that is typed as an ASCII space is no mark', () => {
    expect(widthOf('国） 国')).toBe(3.25);
  });

  it('three marks lose half an em at each place', () => {
    expect(widthOf('国。”）国')).toBe(4);
    expect(widthOf('国。”“国')).toBe(4);
  });
});

describe('the squeeze tests of luatex-cn', () => {
  interface Row {
    readonly name: string;
    readonly text: string;
    readonly down?: boolean;
    readonly marks?: 'quanjiao' | 'hangmobanjiao' | 'plain';
    readonly width: number;
  }
  const ROWS: readonly Row[] = [
    { name: 'a mark between Han is whole: ，', text: '字，字', down: true, width: 3 },
    { name: 'a mark between Han is whole: 、', text: '字、字', down: true, width: 3 },
    { name: 'a mark between Han is whole: 。', text: '字。字', down: true, width: 3 },
    { name: 'a mark between Han is whole: 「', text: '字「字', down: true, width: 3 },
    { name: 'a mark between Han is whole: 」', text: '字」字', down: true, width: 3 },
    { name: '，「 take 1.5', text: '字，「字', down: true, width: 3.5 },
    { name: '」「 take 1.5', text: '字」「字', down: true, width: 3.5 },
    { name: '」」 take 1.5', text: '字」」字', down: true, width: 3.5 },
    { name: '。、 have no bracket and stay', text: '字。、字', down: true, width: 4 },
    { name: '？ keeps its cell in lines that run down', text: '字？「字', down: true, width: 3.5 },
    { name: '？」 both whole running down', text: '字？」字', down: true, width: 4 },
    { name: 'nothing is squeezed where the style says so', text: '字，「字', marks: 'plain', width: 4 },
    { name: 'nor between marks in 行末半角式', text: '字，「字', marks: 'hangmobanjiao', width: 4 },
    { name: 'across the same: ，「', text: '字，「字', width: 3.5 },
    { name: 'across the same: 」「', text: '字」「字', width: 3.5 },
    { name: 'across the same: 。、', text: '字。、字', width: 4 },
  ];
  it.each(ROWS)('$name', ({ text, down = false, marks = 'quanjiao', width }) => {
    const wishes = { profile: { ...GB, marks }, direction: down ? 'down' : 'across' } as const;
    expect(lengthOf(inFaces(text, ['song-400'], wishes))).toBe(width);
  });

  it('「 at a line’s start loses half an em, unless the style keeps it', () => {
    const text = '字字字字「字字」字字';
    expect(setText(text, 4).lines[1]!.left[0]).toBe(0);
    expect(setText(text, 4, { profile: { ...GB, trimStart: false } }).lines[1]!.left[0]).toBe(500);
  });

  it('， at a line’s end loses half an em, unless the style keeps it', () => {
    const natural = (marks: 'quanjiao' | 'plain') =>
      setText('字字字字，字字字字', 5, { profile: { ...GB, marks } }).lines[0]!.natural;
    expect(natural('quanjiao')).toBe(4500);
    expect(natural('plain')).toBe(5000);
  });

  it('a line’s end takes all of a blank that a neighbour had taken from already', () => {
    const set = setText('字字字」」字字字字', 4);
    expect(set.texts[0]).toBe('字字字」」');
    expect(set.lines[0]!.natural).toBe(4000);
  });

  it('which side is blank: below ， and 」, above 「; none of ？', () => {
    const face = vendoredFonts().tables.get('song-400')!;
    const blanks = [...'，「」？'].map((mark) => {
      const cell = downCell(face, mark.codePointAt(0)!, classOf(mark.codePointAt(0)!))!;
      return [cell.left, cell.right];
    });
    expect(blanks).toEqual([
      [0, 500],
      [500, 0],
      [0, 500],
      [0, 0],
    ]);
  });
});

describe('the face’s own half-width metrics', () => {
  const MARKS = Array.from({ length: 0xfff0 }, (_, codePoint) => codePoint).filter((codePoint) =>
    hasBlank(classOf(codePoint)),
  );
  const faces = ['song-400', 'song-700', 'song-900', 'hei-400', 'hei-700', 'hei-900'];
  it.each(faces)('%s: width and place of every mark’s half cell are those of `halt`', (key) => {
    const face = vendoredFonts().tables.get(key)!;
    const font = fontkit.create(vendoredFonts().bytes(key));
    const checked = MARKS.filter((codePoint) => glyphCell(face, codePoint, classOf(codePoint)) !== null);
    expect(checked.length).toBeGreaterThan(30);
    for (const codePoint of checked) {
      const character = String.fromCodePoint(codePoint);
      const cell = glyphCell(face, codePoint, classOf(codePoint))!;
      const { glyphs, positions } = font.layout(character, { halt: true, fwid: true } as never);
      const halt = positions[0]!;
      expect([character, cell.gid, cell.core, cell.shift]).toEqual([
        character,
        glyphs[0]!.id,
        (halt.xAdvance * 1000) / font.unitsPerEm,
        (halt.xOffset * 1000) / font.unitsPerEm,
      ]);
    }
  });
});
