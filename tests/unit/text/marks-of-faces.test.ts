/** Faces draw their marks in different places: which half of its cell a mark is in is read from its ink. */

import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/fonts/face.ts';
import { glyphCell } from '../../../src/text/glyph-cell.ts';
import { prepareParagraph } from '../../../src/text/index.ts';
import { classOf } from '../../../src/text/marks.ts';
import { downCell } from '../../../src/text/vertical-cell.ts';
import { paragraphBox } from '../../support/paragraph.ts';
import { rulerFace } from '../../support/ruler-face.ts';

type Face = ReturnType<typeof rulerFace>;

const cellOf = (face: Face, mark: string) =>
  glyphCell(face, mark.codePointAt(0)!, classOf(mark.codePointAt(0)!));

function widthIn(face: Face, text: string): number {
  const { cells } = prepareParagraph(paragraphBox(text), new Map([['ruler', face]]));
  let sum = 0;
  for (let i = 0; i < cells.count; i++) sum += cells.left[i]! + cells.core[i]! + cells.right[i]!;
  return sum / 1000;
}

describe('the blank half of a mark (CLREQ #glyphs_sizes_and_positions_in_character_faces_of_punctuation_marks)', () => {
  it('drawn at one side, it is the other side', () => {
    expect(cellOf(rulerFace(), '：')).toMatchObject({ core: 500, shift: 0, left: 0, right: 500 });
    expect(cellOf(rulerFace(), '（')).toMatchObject({ core: 500, shift: -500, left: 500, right: 0 });
  });

  it('drawn in the middle, it is a quarter at either side, the ink in the middle of the half', () => {
    const face = rulerFace('ruler', { centred: '：（' });
    expect(cellOf(face, '：')).toMatchObject({ core: 500, shift: -250, left: 250, right: 250 });
    expect(cellOf(face, '（')).toMatchObject({ core: 500, shift: -250, left: 250, right: 250 });
    expect(widthIn(face, '国：国')).toBe(3);
    expect(widthIn(face, '国：“国')).toBe(3.5);
  });

  it('narrower than its cell, it is made as wide by position: opening marks at the right, others at the left', () => {
    const face = rulerFace('ruler', { narrow: '，（' });
    expect(cellOf(face, '，')).toMatchObject({ core: 500, shift: 0, left: 0, right: 500 });
    expect(cellOf(face, '（')).toMatchObject({ core: 500, shift: 100, left: 500, right: 0 });
    expect(widthIn(face, '国，国（国')).toBe(5);
    expect(widthIn(face, '国，（国')).toBe(3.5);
  });

  it('too wide for half a cell, it has none: nothing is taken from it', () => {
    const face = rulerFace('ruler', { broad: '！' });
    expect(cellOf(face, '！')).toMatchObject({ core: 1000, left: 0, right: 0 });
    expect(widthIn(face, '国！”国')).toBe(4);
  });
});

describe('quotes of lines that run down (GB/T 15834 5.2.3)', () => {
  it('are the face’s corner brackets, whatever it has for curly ones', () => {
    const corners = ['『', '』', '「', '」'].map(
      (mark, k) => [`vert:${mark}`, { gid: 500 + k, advance: 1000, box: [300, 300, 700, 850] }] as const,
    );
    const face = { ...rulerFace(), forms: new Map<string, Form>([...rulerFace().forms, ...corners]) };
    const gids = [...'“”‘’'].map(
      (mark) => downCell(face, mark.codePointAt(0)!, classOf(mark.codePointAt(0)!))!.gid,
    );
    expect(gids).toEqual([500, 501, 502, 503]);
  });
});

describe('digits of half a 字 (GB/T 15835) in a face without a form for them', () => {
  const digits = rulerFace('ruler', { without: '' });
  const without = {
    ...digits,
    forms: new Map([...digits.forms].filter(([name]) => !name.startsWith('hwid'))),
  };
  it('stand in the middle of it; one that is a little wider is narrowed', () => {
    expect(cellOf(without, '5')).toMatchObject({ core: 500, shift: -50 });
    const boxes = digits.boxes.slice();
    const entry = digits.codePoints.indexOf('4'.codePointAt(0)!);
    boxes.set([20, 0, 540, 800], entry * 4);
    const four = cellOf({ ...without, boxes }, '4')!;
    expect(four.core).toBe(500);
    const [part] = typeof four.gid === 'number' ? [] : four.gid.parts;
    expect(part!.scale).toBeCloseTo(480 / 520, 6);
    expect(part!.x + part!.scale * 280).toBeCloseTo(250, 0);
    boxes.set([20, 0, 800, 800], entry * 4);
    expect(cellOf({ ...without, boxes }, '4')).toMatchObject({ core: 600, shift: 0 });
  });
});
