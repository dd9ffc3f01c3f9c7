/**
 * GB/T 15834-2011 5.1 and 5.2: where marks stand in their cells, by their ink in every vendored face. Across, the middle
 * of the line is that of the em box; of a line that runs down, that of its column.
 */

import { describe, expect, test } from 'vitest';
import { formOf } from '../../src/fonts/face.ts';
import { inFaces } from '../support/breaks.ts';
import { type Extent, inkAround, inkOfCell, middleOf } from '../support/ink.ts';
import { vendoredFonts } from '../support/made.ts';

const FACES = ['song-400', 'song-700', 'song-900', 'hei-400', 'hei-700', 'hei-900', 'kai-400'] as const;
type Direction = 'across' | 'down';

const set = (text: string, face: string, direction: Direction) => inFaces(text, [face], { direction });

/** The middle of the line: above the baseline, and from the middle of its column. */
const MIDDLE: Readonly<Record<Direction, number>> = { across: 380, down: 0 };
/** How far the middle of ink may be from it: what no reader sees of a mark. */
const NEAR = 40;

/** A mark between two Han: its length along the line in em, and its ink. */
function markOf(mark: string, face: string, direction: Direction) {
  const galley = set(`国${mark}国`, face, direction);
  const { cells } = galley;
  return { core: cells.core[1]! / 1000, ink: inkAround(galley, 1), parts: inkOfCell(galley, 1) };
}

function expectInMiddle(mark: string, face: string, direction: Direction): void {
  const { core, ink } = markOf(mark, face, direction);
  const off = [middleOf(ink.along) - core * 500, middleOf(ink.over) - MIDDLE[direction]];
  expect([mark, face, Math.abs(off[0]!) <= 2, Math.abs(off[1]!) <= NEAR]).toEqual([mark, face, true, true]);
}

const length = ({ from, to }: Extent): number => to - from;

/** Whether extents leave nothing blank between them. */
function isUnbroken(extents: readonly Extent[]): boolean {
  const sorted = [...extents].sort((a, b) => a.from - b.from);
  return sorted.every((one, k) => k === 0 || one.from <= sorted[k - 1]!.to);
}

const MARKS: readonly (readonly [mark: string, em: number])[] = [
  ['——', 2],
  ['⸺', 2],
  ['……', 2],
  ['⋯⋯', 2],
  ['—', 1],
  ['～', 1],
  ['–', 0.5],
  ['-', 0.5],
  ['·', 0.5],
  ['・', 0.5],
  ['/', 0.5],
  ['／', 0.5],
];

describe.each(FACES)('%s', (face) => {
  const has = ([mark]: readonly [string, number]): boolean =>
    set(`国${mark}国`, face, 'across').cells.missing.length === 0;
  const marks = MARKS.filter(has);

  test('5.1.4–5.1.9 and 5.2.2 stand in the middle of their cell, and of the line', () => {
    expect(marks.length).toBeGreaterThan(9);
    for (const direction of ['across', 'down'] as const) {
      for (const [mark, em] of marks) {
        expect([mark, direction, markOf(mark, face, direction).core]).toEqual([mark, direction, em]);
        expectInMiddle(mark, face, direction);
      }
    }
  });

  test('5.1.4 a 破折号 is one stroke from its first 字 to its second', () => {
    for (const direction of ['across', 'down'] as const) {
      for (const dash of ['——', '⸺']) {
        const { ink, parts } = markOf(dash, face, direction);
        expect(isUnbroken(parts.map(({ along }) => along))).toBe(true);
        expect(ink.along.from).toBeLessThan(150);
        expect(ink.along.to).toBeGreaterThan(1850);
      }
    }
  });

  test('no mark reaches over its neighbours', () => {
    for (const direction of ['across', 'down'] as const) {
      for (const [mark, em] of marks) {
        const { along } = markOf(mark, face, direction).ink;
        expect([mark, direction, along.from >= -20, along.to <= em * 1000 + 20]).toEqual([
          mark,
          direction,
          true,
          true,
        ]);
      }
    }
  });

  test('5.2.2 running down they are longer than broad, lying across they are not', () => {
    for (const mark of ['——', '……', '—', '～', '–', '-']) {
      for (const direction of ['across', 'down'] as const) {
        const { along, over } = markOf(mark, face, direction).ink;
        expect([mark, direction, length(along) > length(over)]).toEqual([mark, direction, true]);
      }
    }
    // The six dots stand one below the other, not three beside three.
    for (const mark of ['——', '……', '⋯⋯', '—', '–', '-']) {
      expect([mark, length(markOf(mark, face, 'down').ink.over) < 200]).toEqual([mark, true]);
    }
    const { along, over } = markOf('/', face, 'down').ink;
    expect(length(over)).toBeGreaterThan(length(along));
  });

  test('5.2.3 quotes are ﹃﹄ ﹁﹂, brackets the face’s own forms, not those of lines across', () => {
    const gidOf = (mark: string, direction: Direction): number => set(mark, face, direction).cells.gid[0]!;
    for (const [curly, corner] of ['“『', '”』', '‘「', '’」']) {
      expect([curly, gidOf(curly!, 'down')]).toEqual([curly, gidOf(corner!, 'down')]);
      expect(gidOf(curly!, 'across')).not.toBe(gidOf(curly!, 'down'));
    }
    const table = vendoredFonts().tables.get(face)!;
    for (const mark of '（）《》〈〉【】〔〕「」『』') {
      expect([mark, gidOf(mark, 'down')]).toEqual([mark, formOf(table, 'vert', mark)!.gid]);
    }
  });

  test('5.2.1 of lines that run down 点号 stand to the right of the middle, ？！：； in a whole 字', () => {
    for (const mark of '。，、？！：；') {
      const right = middleOf(markOf(mark, face, 'down').ink.over);
      expect([mark, right > 150, right < 350]).toEqual([mark, true, true]);
    }
    for (const mark of '？！：；') {
      const { cells } = set(`国${mark}国`, face, 'down');
      expect([mark, cells.left[1], cells.core[1], cells.right[1]]).toEqual([mark, 0, 1000, 0]);
    }
  });

  test('GB/T 15835: a digit takes half a 字 and stays in it', () => {
    const galley = set('国0123456789国', face, 'across');
    for (let digit = 1; digit <= 10; digit++) {
      const { along } = inkAround(galley, digit);
      expect([digit, galley.cells.core[digit], along.from >= -5, along.to <= 505]).toEqual([
        digit,
        500,
        true,
        true,
      ]);
    }
  });
});

test('a hyphen between letters keeps the height of Latin', () => {
  const galley = set('国A-B国', 'song-400', 'across');
  expect(middleOf(inkAround(galley, 2).over)).toBeLessThan(MIDDLE.across - NEAR);
});

test('a word on its side keeps its hyphen at its letters’ height', () => {
  const galley = set('国AGM-B国', 'song-400', 'down');
  const parts = inkOfCell(galley, 1);
  expect(parts).toHaveLength(5);
  expect(middleOf(parts[3]!.over)).toBeLessThan(-NEAR);
});
