import { PDFParse } from 'pdf-parse';
import { describe, expect, test } from 'vitest';
import type { ImageInfo } from '../../../src/images/index.ts';
import { line, made, path, picture, rule, shape } from '../../support/made.ts';
import { type Colour, missing, pageTexts, raster, run } from '../../support/pdf-tools.ts';
import { fileOf, pageOf, source } from './support.ts';

const TEXT = line({ text: '春风送暖', x: 50, y: 60 });

async function infoOf(bytes: Uint8Array) {
  const parser = new PDFParse({ data: Uint8Array.from(bytes) });
  try {
    return await parser.getInfo({ parsePageInfo: true });
  } finally {
    await parser.destroy();
  }
}

describe('what the file says of itself', () => {
  test('title, language, producer; all dates are the issue’s', async () => {
    const { info } = await infoOf(await pageOf([TEXT], { title: '园区新报 & <2020>' }));
    expect(info).toMatchObject({
      Title: '园区新报 & <2020>',
      Language: 'zh-CN',
      Producer: 'Banmian',
      CreationDate: 'D:20200408000000Z',
      ModDate: 'D:20200408000000Z',
      PDFFormatVersion: '1.7',
    });
  });

  test('a viewer shows the title, not the file’s name', async () => {
    expect(source(await pageOf([TEXT]))).toContain('/DisplayDocTitle true');
  });

  test('no font but the pages’ own', async () => {
    const bytes = source(await pageOf([TEXT]));
    expect(bytes.match(/\/BaseFont \/\S+/g)!.every((name) => name.endsWith('+NotoSerifSC-Regular'))).toBe(
      true,
    );
    expect(bytes).not.toContain('Helvetica');
  });

  test('no empty tree of destinations', async () => {
    expect(source(await pageOf([TEXT]))).not.toContain('/Dests');
  });
});

describe('the same input gives the same bytes', () => {
  const twoPages = made([{ items: [TEXT] }, { label: '06', items: [{ ...TEXT, face: 'song-700' }] }], '背后');

  test('two runs', async () => {
    expect(Buffer.from(await fileOf(twoPages)).equals(await fileOf(twoPages))).toBe(true);
  });

  test('also side by side', async () => {
    const [first, second] = await Promise.all([fileOf(twoPages), fileOf(twoPages)]);
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  const id = (bytes: Uint8Array): string => /\/ID \[<\w{32}> <\w{32}>\]/.exec(source(bytes))![0];

  test('another text, place or face has another identifier', async () => {
    const ids = await Promise.all(
      [
        TEXT,
        line({ text: '春风送冷', x: 50, y: 60 }),
        line({ text: '春风送暖', x: 50.001, y: 60 }),
        { ...TEXT, face: 'song-700' },
      ].map(async (item) => id(await pageOf([item]))),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('so has another photo of the same name, size and length', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, k) => k % 251);
    const info: ImageInfo = {
      key: '1.jpg',
      format: 'jpeg',
      width: 30,
      height: 20,
      orientation: 1,
      channels: 'rgb',
      alpha: false,
      bytes,
    };
    const idOf = async (changed: Uint8Array): Promise<string> => {
      const items = [picture({ image: '1.jpg', box: { x: 0, y: 0, width: 30, height: 20 } })];
      return id(await pageOf(items, { images: new Map([['1.jpg', { ...info, bytes: changed }]]) }));
    };
    const last = bytes.length - 1;
    expect(await idOf(bytes.with(last, 7))).not.toBe(await idOf(bytes));
    expect(await idOf(Uint8Array.from(bytes))).toBe(await idOf(bytes));
  });

  test('another date is another file', async () => {
    const first = await fileOf(twoPages);
    const later = await fileOf(twoPages, { date: '2020-04-09' });
    expect(id(later)).not.toBe(id(first));
  });
});

describe('page labels and outline', () => {
  const pages = made(
    [
      {
        label: '05',
        section: '工业园区新闻',
        items: [TEXT],
        blocks: [
          { id: 'column', polygon: [{ x: 20, y: 150 }] },
          { id: 'kicker', role: 'kicker', polygon: [{ x: 60, y: 90 }] },
          { id: 'head', role: 'headline', polygon: [{ x: 40, y: 100 }] },
          { id: 'folio', role: 'folio', story: null, polygon: [{ x: 0, y: 0 }] },
        ],
      },
      { label: 'A3', items: [TEXT] },
    ],
    '四个『全市第一』的背后',
  );

  test('labels are as printed', async () => {
    const labels = /\/Nums \[0 <<\s+\/P \(05\)\s+>> 1 <<\s+\/P \(A3\)\s+>>\]/;
    expect(source(await fileOf(pages))).toMatch(labels);
  });

  test('a page by label and section, under it its stories by their headlines', async () => {
    const { outline } = await infoOf(await fileOf(pages));
    const titles = outline!.map((entry) => [
      entry.title,
      entry.items.map((item: { title: string }) => item.title),
    ]);
    expect(titles).toEqual([
      ['05 工业园区新闻', ['四个『全市第一』的背后']],
      ['A3', ['四个『全市第一』的背后']],
    ]);
  });

  test('a story’s entry leads to the top left corner of its head, or of the story', async () => {
    const { outline } = await infoOf(await fileOf(pages));
    const places = outline!.map((entry) => entry.items[0].dest.slice(2, 5));
    expect(places).toEqual([
      [40, 300 - 90, 0],
      [20, 300 - 20, 0],
    ]);
  });

  test('a story without a headline, or continued from elsewhere, has no entry', async () => {
    const { outline } = await infoOf(await fileOf(made([{ items: [TEXT] }], null)));
    expect(outline!.map((entry) => entry.items)).toEqual([[]]);
    const continued = { ...pages, fits: pages.fits.map((fit) => ({ ...fit, part: 1, parts: 2 })) };
    const again = await infoOf(await fileOf(continued));
    expect(again.outline!.flatMap((entry) => entry.items)).toEqual([]);
  });
});

describe('pages', () => {
  test('forty pages, each of its own size, are whole', async () => {
    const drafts = Array.from({ length: 40 }, (_, page) => ({
      label: String(page + 1),
      trim: { width: 400 + page, height: 300 },
      items: [line({ text: `第${page + 1}版`, x: 50, y: 60 })],
    }));
    const bytes = await fileOf(made(drafts, '题'));
    expect(await pageTexts(bytes)).toEqual(drafts.map((_, page) => `第${page + 1}版`));
    expect(source(bytes).match(/\/MediaBox \[0 0 4\d\d 300\]/g)).toHaveLength(40);
    if (!missing('qpdf'))
      expect(run('qpdf', bytes, ['--check', '{}'])).toMatchObject({ status: 0, stderr: '' });
  });

  test('a page without items is a page', async () => {
    expect(await pageTexts(await pageOf([]))).toEqual(['']);
  });

  test('text follows the order of the items, across blocks and pictures between', async () => {
    const items = [
      line({ text: '主题', x: 50, y: 200, block: 'head' }),
      rule({ from: { x: 10, y: 10 }, to: { x: 390, y: 10 } }),
      line({ text: '第二栏', x: 250, y: 60, block: 'column-2' }),
      line({ text: '第一栏', x: 50, y: 100, block: 'column-1' }),
    ];
    expect(await pageTexts(await pageOf(items))).toEqual(['主题\n第二栏\n第一栏']);
  });

  test('a name the job lacks is an error that says which', async () => {
    await expect(pageOf([{ ...TEXT, swatch: 'gold' }])).rejects.toThrow('gold');
    await expect(pageOf([{ ...TEXT, face: 'ming-400' }])).rejects.toThrow('ming-400');
  });
});

describe('live areas', () => {
  test('a link covers its box and leads to its target', async () => {
    const box = { x: 50, y: 40, width: 100, height: 20 };
    const bytes = source(
      await pageOf([
        { kind: 'link', role: 'furniture', block: 'body', box, target: 'https://example.org/a' },
      ]),
    );
    expect(bytes).toContain('/URI (https://example.org/a)');
    expect(bytes).toContain('/Rect [50 240 150 260]');
  });
});

function close(colour: Colour, wanted: Colour): boolean {
  return colour.every((v, k) => Math.abs(v - wanted[k]!) < 3);
}

describe.skipIf(missing('pdftoppm'))('rules and shapes', () => {
  test('a rule runs from one end to the other, as wide and as coloured as it says', async () => {
    const items = [rule({ from: { x: 50, y: 60 }, to: { x: 150, y: 60 }, width: 4, swatch: 'red' })];
    const page = raster(await pageOf(items), 144);
    for (const [x, y] of [
      [51, 58.5],
      [149, 61.4],
    ] as const)
      expect(close(page.colour(x, y), [200, 16, 46])).toBe(true);
    for (const [x, y] of [
      [100, 57],
      [100, 63],
      [48, 60],
      [152, 60],
    ] as const) {
      expect(page.colour(x, y)).toEqual([255, 255, 255]);
    }
  });

  test('a shape is filled, stroked, or both', async () => {
    const box = (x: number) => ({ x, y: 50, width: 40, height: 40 });
    const items = [
      shape({ box: box(50), fill: 'grey', stroke: null }),
      shape({ box: box(150), fill: null, stroke: { width: 6, swatch: 'black' } }),
      shape({ box: box(250), fill: 'grey', stroke: { width: 6, swatch: 'red' } }),
    ];
    const page = raster(await pageOf(items), 144);
    const at = (x: number): readonly Colour[] => [page.colour(x + 20, 70), page.colour(x + 1, 70)];
    expect(at(50)).toEqual([
      [128, 128, 128],
      [128, 128, 128],
    ]);
    expect(at(150)).toEqual([
      [255, 255, 255],
      [0, 0, 0],
    ]);
    expect(at(250)).toEqual([
      [128, 128, 128],
      [200, 16, 46],
    ]);
  });

  test('what comes later in the items is painted over what came before', async () => {
    const box = { x: 50, y: 50, width: 40, height: 40 };
    const items = [shape({ box, fill: 'red', stroke: null }), shape({ box, fill: 'grey', stroke: null })];
    expect(raster(await pageOf(items), 72).colour(70, 70)).toEqual([128, 128, 128]);
    expect(raster(await pageOf([...items].reverse()), 72).colour(70, 70)).toEqual([200, 16, 46]);
  });

  test('a stroke’s colour and width do not reach the text behind it', async () => {
    const items = [
      rule({ from: { x: 50, y: 20 }, to: { x: 150, y: 20 }, swatch: 'red' }),
      shape({ box: { x: 300, y: 20, width: 10, height: 10 }, fill: 'red', stroke: null }),
      line({ text: '一', x: 50, y: 120, size: 80 }),
    ];
    const page = raster(await pageOf(items), 72);
    const column = Array.from({ length: 80 }, (_, k) => page.colour(90, 50 + k).join());
    expect(column).toContain('0,0,0');
    expect(column).not.toContain('200,16,46');
  });
});

test.skipIf(missing('pdftoppm'))('a shape has round corners, its sides where they were', async () => {
  const box = { x: 50, y: 50, width: 60, height: 40 };
  const drawn = async (radius: number) =>
    raster(await pageOf([shape({ box, radius, fill: 'grey', stroke: null })]), 144);
  const [square, round, over] = await Promise.all([0, 10, 500].map(drawn));
  const white = [255, 255, 255];
  const grey = [128, 128, 128];
  expect([52, 108].map((x) => square!.colour(x, 52))).toEqual([grey, grey]);
  for (const x of [52, 108]) {
    for (const y of [52, 88]) expect(round!.colour(x, y)).toEqual(white);
  }
  expect([round!.colour(51, 70), round!.colour(80, 51), round!.colour(55, 55)]).toEqual([grey, grey, grey]);
  // No corner is larger than half the shorter side.
  expect([over!.colour(51, 70), over!.colour(55, 55)]).toEqual([grey, white]);
});

test.skipIf(missing('pdftoppm'))(
  'a path is stroked along its curves, or filled, each curve by itself',
  async () => {
    // A bow from 50 to 150 that reaches 30 pt below its ends; two lenses.
    const bow = [50, 60, 50, 100, 150, 100, 150, 60];
    const lens = (x: number) => [x, 150, x, 110, x + 40, 110, x + 40, 150, x + 40, 190, x, 190, x, 150];
    const items = [
      path({ curves: [bow], width: 4, swatch: 'red' }),
      path({ curves: [lens(50), lens(150)], width: null, swatch: 'grey' }),
    ];
    const page = raster(await pageOf(items), 144);
    expect(close(page.colour(100, 90), [200, 16, 46])).toBe(true);
    expect(page.colour(100, 70)).toEqual([255, 255, 255]);
    expect([70, 170].map((x) => page.colour(x, 150))).toEqual([
      [128, 128, 128],
      [128, 128, 128],
    ]);
    expect(page.colour(120, 150)).toEqual([255, 255, 255]);
  },
);
