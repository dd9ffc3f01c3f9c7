import { readFileSync } from 'node:fs';
import { create } from '@pdf-lib/fontkit';
import { describe, expect, test } from 'vitest';
import { openProgram } from '../../../src/fonts/index.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { tinyFont } from '../../support/tiny-font.ts';

const bytes = readFileSync(new URL('../../../fonts/LXGWWenKai-Regular.ttf', import.meta.url));
const kai = openProgram(bytes);
const font = create(bytes);

describe('a program', () => {
  test('states units and glyphs as fontkit does', () => {
    expect([kai.unitsPerEm, kai.glyphCount]).toEqual([font.unitsPerEm, font.numGlyphs]);
  });

  test('measures glyphs as fontkit does', () => {
    for (let gid = 1; gid < kai.glyphCount; gid += 97) {
      const { advanceWidth, cbox } = font.getGlyph(gid);
      expect(kai.advance(gid)).toBe(advanceWidth);
      if (kai.glyph(gid).length > 0) {
        expect(kai.box(gid)).toEqual([cbox.minX, cbox.minY, cbox.maxX, cbox.maxY]);
        expect(kai.leftBearing(gid)).toBe(cbox.minX);
      }
    }
  });

  test('has no outline and no box for a blank', () => {
    const { id } = font.glyphForCodePoint(0x20);
    expect(kai.glyph(id)).toHaveLength(0);
    expect(kai.box(id)).toEqual([0, 0, 0, 0]);
  });

  test('tells the parts of composite glyphs and where their numbers stand', () => {
    const composite = Array.from({ length: kai.glyphCount }, (_, gid) => gid).filter(
      (gid) => kai.components(gid).length > 0,
    );
    expect(composite.length).toBeGreaterThan(0);
    for (const gid of composite) {
      const outline = kai.glyph(gid);
      for (const part of kai.components(gid)) {
        expect(outline[part.at]! * 256 + outline[part.at + 1]!).toBe(part.gid);
        expect(kai.glyph(part.gid).length).toBeGreaterThan(0);
      }
    }
    expect(kai.components(font.glyphForCodePoint(0x4e00).id)).toEqual([]);
  });

  test('is the same whether in memory or read in parts', () => {
    const parts = openProgram(memoryWorld({ 'a.ttf': bytes }).parts('a.ttf')!);
    for (const gid of [0, 1, 500, kai.glyphCount - 1]) expect(parts.glyph(gid)).toEqual(kai.glyph(gid));
    expect(parts.table('head')).toEqual(kai.table('head'));
    expect(parts.table('none')).toBeNull();
  });

  test('has no glyph beyond its count', () => {
    expect(() => kai.glyph(kai.glyphCount)).toThrow(RangeError);
  });

  test('runs 1 em downwards where the font has no vertical metrics', () => {
    expect(openProgram(tinyFont({ unitsPerEm: 2048 })).verticalAdvance(1)).toBe(2048);
    expect(kai.verticalAdvance(font.glyphForCodePoint(0x4e00).id)).toBe(1000);
  });

  test('of a file without a table it cannot be without is refused', () => {
    expect(() => openProgram(tinyFont({ without: ['hmtx'] }))).toThrow('no hmtx table');
  });
});
