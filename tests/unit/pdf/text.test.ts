import { describe, expect, test } from 'vitest';
import { entryOf, formOf } from '../../../src/fonts/face.ts';
import { type LineDraft, line, made, vendoredFonts } from '../../support/made.ts';
import { missing, pageTexts, raster, run } from '../../support/pdf-tools.ts';
import { fileOf, pageOf, source } from './support.ts';

/** Lines below each other, the first baseline at 40 pt. */
function column(...lines: readonly (string | Omit<LineDraft, 'x' | 'y'>)[]) {
  return lines.map((draft, place) =>
    line({ x: 20, y: 40 + 15 * place, ...(typeof draft === 'string' ? { text: draft } : draft) }),
  );
}

/** What each of three programs reads, line by line. */
async function readings(bytes: Uint8Array): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = { 'pdf-parse': (await pageTexts(bytes))[0]!.split('\n') };
  const lines = (text: string): string[] => text.split(/[\n\f]/).filter((entry) => entry !== '');
  if (!missing('pdftotext')) found.pdftotext = lines(run('pdftotext', bytes, ['-raw', '{}', '-']).stdout);
  if (!missing('mutool')) found.mutool = lines(run('mutool', bytes, ['draw', '-F', 'txt', '{}']).stdout);
  return found;
}

async function expectLines(bytes: Uint8Array, lines: readonly string[]): Promise<void> {
  for (const [program, read] of Object.entries(await readings(bytes))) {
    expect(read, program).toEqual(lines);
  }
}

describe('the author’s characters come back', () => {
  test('lines in their order, no blanks between Han', async () => {
    const lines = ['春风送暖，捷报频传。', '在3月30日举行的大会上', '增速18.7%，全市第一'];
    await expectLines(await pageOf(column(...lines)), lines);
  });

  test('characters that share an outline', async () => {
    const lines = ['·•‧中', '…⋯中', '①➀中'];
    await expectLines(await pageOf(column(...lines)), lines);
    const hei = lines.map((text) => ({ text, face: 'hei-400' }));
    await expectLines(await pageOf(column(...hei)), lines);
  });

  test('one glyph for two characters: 破折号 comes back as two U+2014', async () => {
    const table = vendoredFonts().tables.get('song-400')!;
    expect(formOf(table, 'fwid', '——')?.advance).toBe(2000);
    await expectLines(await pageOf(column('好——坏')), ['好——坏']);
  });

  test('U+00B7 set with the glyph of another character comes back as U+00B7', async () => {
    const table = vendoredFonts().tables.get('song-400')!;
    const gid = table.gids[entryOf(table, 0x2027)]!;
    const text = '阿·卜';
    const bytes = await pageOf(column({ text, glyphs: { 1: { gid, cell: 500, shift: -250 } } }, '甲‧乙'));
    await expectLines(bytes, [text, '甲‧乙']);
  });

  test('characters beyond the BMP, also beside others', async () => {
    const lines = ['䶮㛃𫖯𬌗堃', '𬭎'];
    await expectLines(await pageOf(column(...lines)), lines);
  });

  test('several faces and sizes on one line', async () => {
    const bytes = await pageOf([
      line({ text: '全市', x: 20, y: 40 }),
      line({ text: '第一', x: 40, y: 40, face: 'hei-700' }),
      line({ text: '桂冠', x: 60, y: 40, size: 12, swatch: 'red' }),
    ]);
    await expectLines(bytes, ['全市第一桂冠']);
  });

  test('Latin words keep their blanks', async () => {
    await expectLines(await pageOf(column('Made in China 2025')), ['Made in China 2025']);
  });

  test('halved marks and 0.1 em of stretch put no blank anywhere', async () => {
    const text = '（他说：“好。”）于是大家';
    const glyphs = {
      0: { cell: 500, shift: -500 },
      3: { cell: 500 },
      4: { cell: 500, shift: -500 },
      6: { cell: 500 },
    };
    await expectLines(await pageOf(column({ text, glyphs, gaps: 100 })), [text]);
  });

  test('each page has its own text, faces shared', async () => {
    const labels = Array.from({ length: 12 }, (_, page) => `第${page + 1}版`);
    const bytes = await fileOf(made(labels.map((text) => ({ label: text, items: column(text) }))));
    expect(await pageTexts(bytes)).toEqual(labels);
    expect(source(bytes).match(/\/FontFile2/g)).toHaveLength(1);
  });

  test('text that runs down is one line a column; text that lies down is one line', async () => {
    const bytes = await pageOf([
      line({
        text: '四个全市第一',
        x: 300,
        y: 40,
        direction: 'down',
        glyphs: { 2: { cell: 500, shift: -250 } },
      }),
      line({ text: 'Lying on its side', x: 200, y: 40, direction: 'sideways' }),
    ]);
    expect((await pageTexts(bytes))[0]!.replaceAll('\t', '')).toBe('四个全市第一\nLying on its side');
  });
});

describe.skipIf(missing('qpdf', 'pdffonts'))('the file and its fonts are sound', () => {
  test('qpdf finds nothing; each face is embedded, a subset, with its characters', async () => {
    const bytes = await pageOf([
      ...column('春风送暖', { text: '捷报频传', face: 'hei-700' }),
      line({ text: '竖排', x: 300, y: 40, face: 'kai-400', direction: 'down', glyphs: { 1: { cell: 800 } } }),
    ]);
    expect(run('qpdf', bytes, ['--check', '{}'])).toMatchObject({ status: 0, stderr: '' });
    const fonts = run('pdffonts', bytes, ['{}']).stdout.trim().split('\n').slice(2).sort();
    expect(fonts.map((row) => row.replace(/^[A-Z]{6}\+|\s+\d+ +\d+$/g, '')).sort()).toEqual([
      expect.stringMatching(/^LXGWWenKai-Regular +CID TrueType +Identity-V +yes yes yes$/),
      expect.stringMatching(/^NotoSansSC-Bold +CID TrueType +Identity-H +yes yes yes$/),
      expect.stringMatching(/^NotoSerifSC-Regular +CID TrueType +Identity-H +yes yes yes$/),
    ]);
  });

  test('other glyphs of a face, another subset tag', async () => {
    const tag = async (text: string): Promise<string> =>
      /[A-Z]{6}\+/.exec(source(await pageOf(column(text))))![0];
    expect(await tag('春风')).toBe(await tag('春风'));
    expect(await tag('春风')).not.toBe(await tag('送暖'));
  });
});

const DPI = 288;
const PLACE = { x: 100, y: 100, size: 20 };

/** The ink about a glyph whose baseline begins there, from that place. */
async function inkAt(items: Parameters<typeof pageOf>[0], x: number, y: number) {
  const ink = raster(await pageOf(items), DPI).ink({ x: x - 10, y: y - 18, width: 40, height: 24 });
  return ink?.map((value, side) => Number((value - (side % 2 === 0 ? x : y)).toFixed(2)));
}

describe.skipIf(missing('pdftoppm'))('glyphs stand where layout put them', () => {
  test('a halved mark is drawn as the plain glyph moved by its shift', async () => {
    const whole = (await inkAt([line({ text: '（', ...PLACE })], 100, 100))!;
    const half = (await inkAt(
      [line({ text: '（', ...PLACE, glyphs: { 0: { cell: 500, shift: -500 } } })],
      100,
      100,
    ))!;
    expect(half).toEqual([whole[0]! - 10, whole[1], whole[2]! - 10, whole[3]]);
  });

  test('to the pixel', async () => {
    const page = raster(
      await pageOf([
        line({ text: '（', ...PLACE, x: 50 }),
        line({ text: '（', ...PLACE, x: 150, glyphs: { 0: { cell: 500, shift: -500 } } }),
      ]),
      DPI,
    );
    const box = { y: 75, width: 25, height: 40 };
    expect(page.cut({ x: 140, ...box })).toBe(page.cut({ x: 50, ...box }));
    expect(page.cut({ x: 141, ...box })).not.toBe(page.cut({ x: 50, ...box }));
  });

  test('the cell, not the glyph, says where the next one stands', async () => {
    const right = async (cell: number): Promise<number> =>
      (await inkAt(
        [line({ text: '，口', ...PLACE, x: 100 - cell * 0.02, glyphs: { 0: { cell } } })],
        100,
        100,
      ))![2]!;
    const alone = (await inkAt([line({ text: '口', ...PLACE })], 100, 100))![2]!;
    expect(await right(1000)).toBe(alone);
    expect(await right(500)).toBe(alone);
  });
});

describe.skipIf(missing('pdftoppm'))('lines are set as layout spaced them', () => {
  test.each([
    ['all gaps equal', [50, 50, 50, 0]],
    ['gaps that differ', [0, 120, -80, 0]],
    ['gaps with long fractions', [41.6667, 41.6667, 0.0001, 0]],
  ])('justification moves each glyph: %s', async (_, gaps) => {
    const text = '口口口口';
    const x = 100;
    const bytes = await pageOf([line({ text, x, y: 100, size: 20, gaps })]);
    const drawn = raster(bytes, DPI);
    const alone = raster(await pageOf([line({ text: '口', x: 100, y: 100, size: 20 })]), DPI);
    const ink = alone.ink({ x: 100, y: 80, width: 20, height: 25 })!;
    let at = x;
    for (const gap of gaps) {
      const here = drawn.ink({ x: at, y: 80, width: 20, height: 25 })!;
      expect(Math.abs(here[0]! - at - (ink[0]! - 100))).toBeLessThan(0.3);
      at += 20 + gap * 0.02;
    }
  });

  test('one run’s spacing does not reach into the next', async () => {
    const bytes = await pageOf([
      line({ text: '口口口', x: 20, y: 50, size: 20, gaps: 125 }),
      line({ text: '口口口', x: 20, y: 100, size: 20 }),
      line({ text: '口口口', x: 20, y: 150, size: 20, block: 'other' }),
    ]);
    const page = raster(bytes, DPI);
    const right = (y: number): number => page.ink({ x: 0, y, width: 200, height: 25 })![2]!;
    expect(right(30)).toBeCloseTo(right(80) + 5, 1);
    expect(right(130)).toBe(right(80));
  });

  test('text that runs down: top centre, then cell by cell, shifts downward', async () => {
    const glyphs = { 0: { cell: 500, shift: -250 } };
    const bytes = await pageOf([line({ text: '口口', x: 100, y: 100, size: 20, direction: 'down', glyphs })]);
    const page = raster(bytes, DPI);
    const flat = raster(await pageOf([line({ text: '口', x: 90, y: 117.6, size: 20 })]), DPI);
    const ink = flat.ink({ x: 80, y: 90, width: 40, height: 40 })!;
    const second = page.ink({ x: 80, y: 113, width: 40, height: 30 })!;
    // The renderer puts glyphs of vertical text on other fractions of a pixel.
    const apart = second.map((value, side) => Math.abs(value - (side % 2 === 0 ? 0 : 10) - ink[side]!));
    expect(Math.max(...apart)).toBeLessThan(0.3);
    const first = page.ink({ x: 80, y: 90, width: 40, height: 20 })!;
    expect(Math.abs(first[1]! - (ink[1]! - 5))).toBeLessThan(0.3);
  });

  test('a name in red is red, black text is black', async () => {
    const bytes = await pageOf([
      line({ text: '一', x: 100, y: 100, size: 80, swatch: 'red' }),
      line({ text: '一', x: 200, y: 100, size: 80, block: 'other' }),
    ]);
    const page = raster(bytes, 72);
    const row = (x: number) => Array.from({ length: 80 }, (_, k) => page.colour(x + 40, 30 + k)).join(' ');
    expect(row(100)).toContain('200,16,46');
    expect(row(200)).toContain('0,0,0');
  });
});
