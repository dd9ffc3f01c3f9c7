/** A part of a paragraph keeps what is marked and kept together of its own characters, and their way back. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOfParagraph, textOfBox } from '../../../src/layout/part-of-paragraph.ts';
import { offsetInFile } from '../../../src/source-map.ts';
import { paragraphBox } from '../../support/paragraph.ts';

const TEXT = '青汀县农业农村局的技术员分成九个小组';
const BOX = {
  ...paragraphBox(TEXT),
  kept: [{ start: 3, end: 8 }],
  marks: [{ kind: 'dots' as const, swatch: 'black', start: 9, end: 12 }],
  rowEnds: [3, 9],
};

describe('a part', () => {
  test('from behind the first character on counts its ranges from there', () => {
    const rest = partOfParagraph(BOX, 1, TEXT.length);
    expect(textOfBox(rest)).toBe(TEXT.slice(1));
    expect(rest.kept).toEqual([{ start: 2, end: 7 }]);
    expect(rest.marks).toMatchObject([{ start: 8, end: 11 }]);
    expect(rest.rowEnds).toEqual([2, 8]);
  });

  test('within a range has what is left of it, and none that lie outside', () => {
    const part = partOfParagraph(BOX, 4, 6);
    expect(part.kept).toEqual([{ start: 0, end: 2 }]);
    expect(part.marks).toEqual([]);
    expect(part.rowEnds).toEqual([]);
  });

  test('of any ends is the text between them, each character at its own place in the file', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const part = partOfParagraph(BOX, from, to);
        expect(textOfBox(part)).toBe(TEXT.slice(from, to));
        const [run] = part.runs;
        const [whole] = BOX.runs;
        for (let at = 0; at < to - from; at++) {
          expect(offsetInFile(run!.map, at)).toBe(offsetInFile(whole!.map, from + at));
        }
      }),
    );
  });
});
