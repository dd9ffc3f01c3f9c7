import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openProgram, type Program } from '../../../src/fonts/index.ts';
import { line, vendoredFonts } from '../../support/made.ts';
import { pageTexts } from '../../support/pdf-tools.ts';
import { pageOf, source } from './support.ts';

/** The program of the only face of a file. */
function programOf(bytes: Uint8Array): { program: Program; length: number; stated: number } {
  const file = source(bytes);
  const head = /\/Length1 (\d+) \/Length (\d+) >>\nstream\n/.exec(file)!;
  const start = head.index + head[0].length;
  const program = inflateSync(bytes.subarray(start, start + Number(head[2])));
  return { program: openProgram(program), length: program.length, stated: Number(head[1]) };
}

/** Widths by CID as the only face of a file states them. */
function widthsOf(bytes: Uint8Array): (cid: number) => number {
  const widths = new Map<number, number>();
  const entry = /\/W \[((?:\d+ \[[\d. ]+\] ?)*)\]/.exec(source(bytes))![1]!;
  for (const [, first, list] of entry.matchAll(/(\d+) \[([\d. ]+)\]/g)) {
    list!.split(' ').forEach((width, k) => {
      widths.set(Number(first) + k, Number(width));
    });
  }
  return (cid) => widths.get(cid) ?? 1000;
}

const MIXED = line({
  text: '（甲，乙）AB——丙 丙',
  x: 20,
  y: 40,
  gaps: 30,
  glyphs: { 0: { cell: 500, shift: -500 }, 2: { cell: 750 }, 9: { cell: 987.5 } },
});

describe('widths', () => {
  test('W and the program’s own advances say the same of every cell', async () => {
    const bytes = await pageOf([MIXED]);
    const { program } = programOf(bytes);
    const width = widthsOf(bytes);
    const cells = [...new Set(MIXED.gids.map((gid, k) => `${gid} ${MIXED.cells[k]} ${MIXED.text[k]}`))];
    expect(program.glyphCount).toBeGreaterThan(cells.length);
    for (let cid = 0; cid <= cells.length; cid++) {
      expect(Math.abs(program.advance(cid) - width(cid)), `CID ${cid}`).toBeLessThanOrEqual(0.5);
    }
    expect([1, 2, 3].map(width)).toEqual([500, 1000, 750]);
  });

  test('in a font of 2048 units an em, too; shifts are in its units', async () => {
    const fonts = vendoredFonts();
    const coarse = Uint8Array.from(fonts.bytes('song-400'));
    new DataView(coarse.buffer).setUint16(placeOfHead(coarse) + 18, 2048);
    const half = line({ text: '（甲', x: 20, y: 40, glyphs: { 0: { cell: 500, shift: -500 } } });
    const bytes = await pageOf([half], { fonts: { ...fonts, program: () => openProgram(coarse) } });
    const { program } = programOf(bytes);
    expect(program.unitsPerEm).toBe(2048);
    expect([program.advance(1), program.advance(2)]).toEqual([1024, 2048]);
    expect([widthsOf(bytes)(1), widthsOf(bytes)(2)]).toEqual([500, 1000]);
    const [before] = openProgram(coarse).box(half.gids[0]!);
    expect(program.box(1)[0]).toBe(before - 1024);
  });

  test('the length of the program is stated', async () => {
    const { length, stated } = programOf(await pageOf([MIXED]));
    expect(stated).toBe(length);
  });
});

/** Where the table `head` begins in a font file. */
function placeOfHead(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer);
  for (let entry = 12; ; entry += 16) {
    if (view.getUint32(entry) === 0x68656164) return view.getUint32(entry + 8);
  }
}

describe('cells are shared and kept apart', () => {
  const cells = async (...texts: readonly Parameters<typeof line>[0][]): Promise<number> =>
    programOf(await pageOf(texts.map(line))).program.glyphCount;

  test('the same character in the same cell is one code', async () => {
    expect(await cells({ text: '春春春', x: 20, y: 40 }, { text: '春', x: 20, y: 60, size: 20 })).toBe(2);
  });

  test('another cell, another shift or other characters make another', async () => {
    const glyphs = { 1: { cell: 900 }, 2: { cell: 900, shift: -50 } };
    expect(await cells({ text: '春春春', x: 20, y: 40, glyphs })).toBe(4);
    expect(await cells({ text: '…⋯', x: 20, y: 40 })).toBe(3);
  });
});

describe('any text', () => {
  const { codePoints } = vendoredFonts().tables.get('song-400')!;
  const han = [...codePoints].filter((code) => (code >= 0x4e00 && code < 0xa000) || code >= 0x20000);
  const character = fc.oneof(
    fc.integer({ min: 0, max: han.length - 1 }).map((index) => String.fromCodePoint(han[index]!)),
    fc.constantFrom(...'，。、；：？！“”‘’（）《》〈〉【】『』「」·—…～％'),
    fc.constantFrom(...'0123456789ABCxyz.%'),
  );
  const texts = fc.array(
    fc.record({
      text: fc.array(character, { minLength: 1, maxLength: 30 }).map((list) => list.join('')),
      gaps: fc.array(fc.integer({ min: -200, max: 100 }), { maxLength: 30 }),
    }),
    { minLength: 1, maxLength: 60 },
  );

  test('comes back whole, line by line, however it is spaced within 0.1 em', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (lines) => {
        const items = lines.map(({ text, gaps }, k) => line({ text, gaps, size: 4, x: 10, y: 5 + 4.8 * k }));
        expect(await pageTexts(await pageOf(items))).toEqual([lines.map(({ text }) => text).join('\n')]);
      }),
      { seed: 20200408, numRuns: 12 },
    );
  });
});
