import { describe, expect, test } from 'vitest';
import { entryOf } from '../../../src/fonts/face.ts';
import { openProgram, type Program } from '../../../src/fonts/index.ts';
import { type ProgramGlyph, subsetProgram } from '../../../src/pdf/subset.ts';
import { vendoredFonts } from '../../support/made.ts';

const { tables, bytes } = vendoredFonts();
const song = openProgram(bytes('song-400'));
const gid = (character: string): number =>
  tables.get('song-400')!.gids[entryOf(tables.get('song-400')!, character.codePointAt(0)!)]!;

const NOTDEF: ProgramGlyph = { gid: 0, dx: 0, dy: 0, advance: song.advance(0), parts: null };
const plain = (character: string): ProgramGlyph => ({
  gid: gid(character),
  dx: 0,
  dy: 0,
  advance: 1000,
  parts: null,
});

/** The program of these glyphs after `.notdef`, read again. */
function subset(glyphs: readonly ProgramGlyph[], from: Program = song): Program {
  return openProgram(subsetProgram(from, [NOTDEF, ...glyphs]));
}

/** The outline, without the bytes that fill it up to four. */
function sameOutline(program: Program, glyph: number, from: Program, original: number): boolean {
  const outline = from.glyph(original);
  return Buffer.from(program.glyph(glyph).subarray(0, outline.length)).equals(outline);
}

/** Offsets of the one component of a moved glyph. */
function offsets(program: Program, glyph: number): readonly [number, number] {
  const outline = program.glyph(glyph);
  const view = new DataView(outline.buffer, outline.byteOffset);
  expect(view.getUint16(10) & 3).toBe(3);
  return [view.getInt16(14), view.getInt16(16)];
}

describe('a program of the cells a document uses', () => {
  test('glyph n is the nth glyph asked for, its outline untouched', () => {
    const program = subset([plain('春'), plain('风')]);
    expect(program.glyphCount).toBe(3);
    expect(sameOutline(program, 1, song, gid('春'))).toBe(true);
    expect(sameOutline(program, 2, song, gid('风'))).toBe(true);
    expect(sameOutline(program, 2, song, gid('春'))).toBe(false);
  });

  test('the font itself is not changed', () => {
    const before = Buffer.from(bytes('song-400')).toString('latin1', 0, 1000);
    subset([plain('春')]);
    expect(Buffer.from(bytes('song-400')).toString('latin1', 0, 1000)).toBe(before);
  });

  test('the advance of a glyph is the width of its cell', () => {
    const program = subset([
      { ...plain('，'), advance: 500 },
      { ...plain('，'), advance: 750 },
    ]);
    expect([program.advance(1), program.advance(2)]).toEqual([500, 750]);
  });
});

describe('moved and repeated outlines', () => {
  test('a moved outline is a composite of one component, its box and bearing moved', () => {
    const program = subset([{ gid: gid('（'), dx: -500, dy: 0, advance: 500, parts: null }]);
    const [xMin, yMin, xMax, yMax] = song.box(gid('（'));
    expect(program.box(1)).toEqual([xMin - 500, yMin, xMax - 500, yMax]);
    expect(program.leftBearing(1)).toBe(song.leftBearing(gid('（')) - 500);
    const [part, ...others] = program.components(1);
    expect(others).toEqual([]);
    expect(sameOutline(program, part!.gid, song, gid('（'))).toBe(true);
    expect(offsets(program, 1)).toEqual([-500, 0]);
  });

  test('a moved outline refers to the plain cell of the same glyph where there is one', () => {
    const program = subset([{ gid: gid('（'), dx: -500, dy: 0, advance: 500, parts: null }, plain('（')]);
    expect(program.glyphCount).toBe(3);
    expect(program.components(1).map((part) => part.gid)).toEqual([2]);
  });

  test('an outline in two cells is written once', () => {
    const twice = subset([plain('鑫'), { ...plain('鑫'), advance: 900 }]);
    expect(twice.glyph(2).length).toBeLessThan(24);
    expect(offsets(twice, 2)).toEqual([0, 0]);
    expect(twice.components(2)[0]!.gid).toBe(1);
  });

  test('text that runs down moves an outline downward', () => {
    const program = subset([{ gid: gid('。'), dx: 0, dy: 400, advance: 1000, parts: null }]);
    expect(program.box(1)[1]).toBe(song.box(gid('。'))[1] + 400);
    expect(offsets(program, 1)).toEqual([0, 400]);
  });

  test('a blank glyph stays blank, moved or not', () => {
    const program = subset([plain(' '), { ...plain(' '), dx: 100 }]);
    expect([program.glyph(1).length, program.glyph(2).length]).toEqual([0, 0]);
  });

  test('the parts of a composite of the source come along under their new numbers', () => {
    const source = subset([plain('春'), { gid: gid('（'), dx: -500, dy: 0, advance: 500, parts: null }]);
    const program = subset([{ gid: 2, dx: 0, dy: 0, advance: 500, parts: null }], source);
    const [part] = program.components(1);
    expect(part!.gid).toBe(2);
    expect(sameOutline(program, 2, song, gid('（'))).toBe(true);
  });

  test('a composite of the source can be moved too, one level deeper', () => {
    const source = subset([{ gid: gid('（'), dx: -500, dy: 0, advance: 500, parts: null }]);
    const program = subset([{ gid: 1, dx: 100, dy: 0, advance: 500, parts: null }], source);
    const outer = program.components(1)[0]!.gid;
    const inner = program.components(outer)[0]!.gid;
    expect(sameOutline(program, inner, song, gid('（'))).toBe(true);
    expect(depth(program)).toBe(depth(source) + 1);
  });

  test('tables stand in order of their tags, four bytes apart, and the check sum comes out', () => {
    const file = subsetProgram(song, [NOTDEF, plain('春')]);
    const view = new DataView(file.buffer);
    const entries = Array.from({ length: view.getUint16(4) }, (_, k) => 12 + 16 * k);
    const tags = entries.map((at) => String.fromCharCode(...file.subarray(at, at + 4)));
    expect(tags).toEqual([...tags].sort());
    expect(tags).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    expect(entries.every((at) => view.getUint32(at + 8) % 4 === 0)).toBe(true);
    let sum = 0;
    for (let at = 0; at < file.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});

/** `maxComponentDepth`. */
function depth(program: Program): number {
  const maxp = program.table('maxp')!;
  return new DataView(maxp.buffer, maxp.byteOffset).getUint16(30);
}
