import { readFileSync } from 'node:fs';
import { create } from '@pdf-lib/fontkit';
import { describe, expect, test } from 'vitest';
import { graft } from '../../../fonts/cut/graft.mjs';
import { entryOf } from '../../../src/fonts/face.ts';
import { makeTable } from '../../../src/fonts/make-table.ts';
import { openProgram } from '../../../src/fonts/program.ts';
import { tinyFont } from '../../support/tiny-font.ts';

const read = (file: string): Buffer => readFileSync(new URL(`../../../fonts/${file}`, import.meta.url));

describe('a face with a character of another', () => {
  const face = read('NotoSansSC-Regular.ttf');
  const donor = read('NotoSerifSC-Black.ttf');
  const gid = create(donor).glyphForCodePoint(0x20bb7).id;
  const NEW = 0x2ffff;
  const made = graft(face, donor, [[NEW, gid]]);
  const [before, after] = [makeTable('face', face), makeTable('face', made)];

  test('has the outline and the metrics of the other, both ways', () => {
    const entry = entryOf(after, NEW);
    const [program, theirs] = [openProgram(made), openProgram(donor)];
    const own = after.gids[entry]!;
    const outline = Buffer.from(theirs.glyph(gid));
    expect(Buffer.from(program.glyph(own)).subarray(0, outline.length).equals(outline)).toBe(true);
    expect([program.advance(own), program.leftBearing(own), program.verticalAdvance(own)]).toEqual([
      theirs.advance(gid),
      theirs.leftBearing(gid),
      theirs.verticalAdvance(gid),
    ]);
  });

  test('keeps all that it had: glyphs by their numbers, widths, boxes, forms, kerning', () => {
    const count = before.codePoints.length;
    expect(after.codePoints.length).toBe(count + 1);
    expect(after.glyphCount).toBe(before.glyphCount + 1);
    for (const key of ['codePoints', 'gids', 'advances'] as const)
      expect(after[key].subarray(0, count)).toEqual(before[key]);
    expect(after.boxes.subarray(0, 4 * count)).toEqual(before.boxes);
    expect([after.forms, after.kern]).toEqual([before.forms, before.kern]);
  });

  test('is read by others: fontkit finds the glyph and draws it', () => {
    const glyph = create(made).glyphForCodePoint(NEW);
    expect(glyph.path.toSVG()).toBe(create(donor).glyphForCodePoint(0x20bb7).path.toSVG());
  });
});

test.each([
  ['a face of another em', tinyFont({ unitsPerEm: 2048 }), 1, 'not 1000 units an em'],
  [
    'a blank glyph',
    read('NotoSerifSC-Black.ttf'),
    create(read('NotoSerifSC-Black.ttf')).glyphForCodePoint(0x20).id,
    'is blank',
  ],
])('%s is refused', (_, donor, gid, message) => {
  expect(() => graft(read('NotoSansSC-Regular.ttf'), donor, [[0x2ffff, gid]])).toThrow(message);
});
