/** The bytes of a TrueType font → its face table, measured with @pdf-lib/fontkit. */

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Font } from '@pdf-lib/fontkit';
import type { FaceKey, FaceTable } from './face.ts';
import { measureForms, measureKerning, scaleOf } from './forms.ts';
import { openProgram, type Program, readTables, viewOf } from './program.ts';

/**
 * Makes the table of a face: coverage by its cmap, advances, ink boxes, forms, kerning.
 *
 * @throws when the bytes are no TrueType font; never for a font that was checked.
 */
export function makeTable(key: FaceKey, bytes: Uint8Array): FaceTable {
  const font = openFont(bytes);
  const program = openProgram(bytes);
  const scale = scaleOf(program);
  return {
    key,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    postscriptName: font.postscriptName ?? key,
    unitsPerEm: program.unitsPerEm,
    glyphCount: program.glyphCount,
    ascent: scale(font.ascent),
    descent: scale(font.descent),
    capHeight: scale(font.capHeight),
    xHeight: scale(font.xHeight),
    italicAngle: font.italicAngle,
    fontBox: [scale(font.bbox.minX), scale(font.bbox.minY), scale(font.bbox.maxX), scale(font.bbox.maxY)],
    ...measureCharacters(font, program),
    forms: measureForms(font, program),
    kern: measureKerning(font, program),
  };
}

/** Loaded here and not at the file's head: most builds read every table ready made, and it takes 100 ms. */
function openFont(bytes: Uint8Array): Font {
  const fontkit = createRequire(import.meta.url)('@pdf-lib/fontkit') as typeof import('@pdf-lib/fontkit');
  const { buffer, byteLength } = hasAppleLayout(bytes) ? withoutAppleLayout(bytes) : bytes;
  // Of a whole ArrayBuffer fontkit makes a view; a Uint8Array it copies number by number, half a second a font.
  const whole = buffer.byteLength === byteLength ? buffer : new Uint8Array(bytes).buffer;
  return fontkit.create(whole as unknown as Uint8Array);
}

/** Apple's counterpart to GSUB. Of a font that has both (LXGW WenKai) fontkit reads it alone, and poorly. */
const APPLE_LAYOUT = 'morx';

function hasAppleLayout(bytes: Uint8Array): boolean {
  const tables = readTables(bytes);
  return tables.has(APPLE_LAYOUT) && tables.has('GSUB');
}

/** A copy whose table of that name is called otherwise. */
function withoutAppleLayout(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  for (let entry = 12; entry < 12 + 16 * viewOf(copy).getUint16(4); entry += 16) {
    if (String.fromCharCode(...copy.subarray(entry, entry + 4)) === APPLE_LAYOUT)
      copy.fill(0x2d, entry, entry + 4);
  }
  return copy;
}

type Characters = Pick<FaceTable, 'codePoints' | 'gids' | 'advances' | 'boxes' | 'bmp'>;

function measureCharacters(font: Font, program: Program): Characters {
  const scale = scaleOf(program);
  const glyphs = new Map<number, number>();
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) {
    const gid = font.glyphForCodePoint(codePoint).id;
    if (gid > 0 && gid < program.glyphCount) glyphs.set(codePoint, gid);
  }
  const codePoints = Uint32Array.from(glyphs.keys());
  const gids = Uint16Array.from(glyphs.values());
  const boxes = new Int16Array(gids.length * 4);
  const bmp = new Uint16Array(0x10000);
  for (let entry = 0; entry < gids.length; entry++) {
    const box = program.box(gids[entry]!);
    for (let side = 0; side < 4; side++) boxes[entry * 4 + side] = scale(box[side]!);
    if (codePoints[entry]! < 0x10000) bmp[codePoints[entry]!] = entry + 1;
  }
  const advances = Uint16Array.from(gids, (gid) => scale(program.advance(gid)));
  return { codePoints, gids, advances, boxes, bmp };
}
