import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { describe, expect, test } from 'vitest';
import { GLYPHS } from '../../../src/images/code-words.ts';
import { isCodeKey, readCode } from '../../../src/images/index.ts';

function said(key: string): string {
  const read = readCode(key);
  return read.kind === 'fault' ? read.message.zh : 'drawn';
}

/** Dark and light modules at mid height of a code `modules` wide. */
function modules(key: string, count: number): string {
  const read = readCode(key);
  if (read.kind !== 'image' || read.image.format !== 'svg') throw new Error('no drawing');
  const { width, height, shapes } = read.image;
  const dark = (x: number): boolean =>
    shapes[0]!.outlines.some(({ curve }) => {
      const [left, top, right, bottom] = [curve[0]!, curve[1]!, curve[6]!, curve[13]!];
      return left < x && x < right && top < height / 2 && height / 2 < bottom;
    });
  return Array.from({ length: count }, (_, k) => (dark(((k + 0.5) * width) / count) ? '1' : '0')).join('');
}

describe('an ISSN', () => {
  test('its bars are those of EAN-13: 977 1234567 00 3, add-on 01', () => {
    const left = '0111011 0010001 0110011 0010011 0100001 0100011'.replaceAll(' ', '');
    const right = modules('issn:1234-5679', 113).slice(11 + 3 + 42 + 5, 11 + 92);
    expect(modules('issn:1234-5679', 113).slice(0, 14)).toBe(`${'0'.repeat(11)}101`);
    expect(modules('issn:1234-5679', 113).slice(14, 56)).toBe(left);
    expect(right.slice(0, 7)).toBe('1001110');
    expect(right.slice(21, 28)).toBe('1110010');
    expect(modules('issn:1234-5679-01', 142).slice(115, 135)).toBe('10110001101010110011');
  });

  test('a wrong check digit is told with the right one; X is one', () => {
    expect(said('issn:1234-5678')).toContain('应为 9');
    expect(said('issn:2434-561X')).toBe('drawn');
    expect(said('issn:1234-5679-012')).toContain('不是 ISSN');
    expect(said('issn:1234-5679-01234')).toBe('drawn');
  });
});

test('the figures of a bar code are those of the 黑 in fonts/', () => {
  const file = readFileSync(new URL('../../../fonts/NotoSansSC-Regular.ttf', import.meta.url));
  const face = fontkit.create(file);
  for (const [character, [advance, outline]] of Object.entries(GLYPHS)) {
    const glyph = face.glyphForCodePoint(character.codePointAt(0)!);
    const { minX, maxY } = glyph.bbox;
    expect([character, advance]).toEqual([character, glyph.advanceWidth]);
    if (outline === '') continue;
    const numbers = [...outline.matchAll(/-?\d+/g)].map(Number);
    expect(Math.min(...numbers.filter((_, at) => at % 2 === 0))).toBe(minX);
    expect(Math.min(...numbers.filter((_, at) => at % 2 === 1))).toBe(-maxY);
  }
});

test('a QR code takes 1 to 900 bytes', () => {
  expect(said('qr:')).toContain('0 字节');
  expect(said(`qr:${'报'.repeat(301)}`)).toContain('903');
  expect(said('qr:报')).toBe('drawn');
  expect(isCodeKey('photos/qr.png')).toBe(false);
});
