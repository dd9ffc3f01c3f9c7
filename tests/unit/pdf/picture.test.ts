import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PhotoInfo } from '../../../src/images/image.ts';
import { readImage } from '../../../src/images/index.ts';
import { DamagedPicture } from '../../../src/pdf/index.ts';
import { line, made, picture } from '../../support/made.ts';
import { type Colour, missing, raster, run } from '../../support/pdf-tools.ts';
import { fileOf, pageOf, source } from './support.ts';

const RED: Colour = [220, 20, 20];
const GREEN: Colour = [20, 200, 20];
const BLUE: Colour = [20, 20, 220];
const YELLOW: Colour = [230, 220, 20];

const WIDTH = 96;
const HEIGHT = 64;

/** Four quarters: red and green above, blue and yellow below. */
function quarters() {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [left, right] = y < HEIGHT / 2 ? [RED, GREEN] : [BLUE, YELLOW];
      pixels.set(x < WIDTH / 2 ? left : right, (y * WIDTH + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

function infoOf(key: string, bytes: Uint8Array): PhotoInfo {
  const read = readImage(key, bytes);
  if (read.kind !== 'image' || read.image.format === 'svg')
    throw new Error(`${key}: ${JSON.stringify(read)}`);
  return read.image;
}

const images = new Map<string, PhotoInfo>();
const add = (key: string, bytes: Uint8Array): void => void images.set(key, infoOf(key, bytes));

beforeAll(async () => {
  add('plain.jpg', await quarters().jpeg({ quality: 95 }).toBuffer());
  add('progressive.jpg', await quarters().jpeg({ quality: 95, progressive: true }).toBuffer());
  add('grey.jpg', await quarters().toColourspace('b-w').jpeg().toBuffer());
  add('cmyk.jpg', await quarters().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer());
  add('opaque.png', await quarters().png().toBuffer());
  add('palette.png', await quarters().png({ palette: true }).toBuffer());
  add('interlaced.png', await quarters().png({ progressive: true }).toBuffer());
  add('interlaced-palette.png', await quarters().png({ progressive: true, palette: true }).toBuffer());
  add('16-bits.png', await quarters().toColourspace('rgb16').png().toBuffer());
  add('see-through.png', await quarters().ensureAlpha(0.5).png().toBuffer());
  add('clear.png', await quarters().ensureAlpha(0).png().toBuffer());
  for (let orientation = 1; orientation <= 8; orientation++) {
    const turned = quarters().withMetadata({ orientation }).jpeg({ quality: 95 });
    add(`turned-${orientation}.jpg`, await turned.toBuffer());
  }
});

const BOX = { x: 50, y: 40, width: 120, height: 80 };

/** The colours in the middle of the four quarters of the box: above left and right, below left and right. */
async function quartersDrawn(image: string, changes: Partial<Parameters<typeof picture>[0]> = {}) {
  const box = changes.box ?? BOX;
  const page = raster(await pageOf([picture({ image, box, ...changes })], { images }), 72);
  return [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((across) => page.colour(box.x + across * box.width, box.y + down * box.height)),
  );
}

function expectColours(drawn: readonly Colour[], wanted: readonly Colour[], slack = 12): void {
  const apart = drawn.flatMap((colour, k) => colour.map((value, c) => Math.abs(value - wanted[k]![c]!)));
  expect(Math.max(...apart), JSON.stringify(drawn)).toBeLessThanOrEqual(slack);
}

describe('a JPEG goes into the file byte for byte', () => {
  test.each(['plain.jpg', 'progressive.jpg', 'grey.jpg', 'cmyk.jpg', 'turned-6.jpg'])('%s', async (key) => {
    const bytes = Buffer.from(await pageOf([picture({ image: key, box: BOX })], { images }));
    expect(bytes.includes(Buffer.from(images.get(key)!.bytes))).toBe(true);
  });

  test('used twice, also on two pages, it is there once', async () => {
    const again = picture({ image: 'plain.jpg', box: { ...BOX, y: 150 } });
    const items = [picture({ image: 'plain.jpg', box: BOX }), again];
    const bytes = await fileOf(made([{ items }, { label: '06', items }]), { images });
    expect(source(bytes).match(/\/Subtype \/Image/g)).toHaveLength(1);
  });

  test.skipIf(missing('pdfimages'))('with the colour space of its channels', async () => {
    const keys = ['plain.jpg', 'grey.jpg', 'cmyk.jpg'];
    const items = keys.map((image) => picture({ image, box: BOX }));
    const rows = run('pdfimages', await pageOf(items, { images }), ['-list', '{}'])
      .stdout.trim()
      .split('\n')
      .slice(2);
    expect(rows.map((row) => row.trim().split(/\s+/).slice(3, 9))).toEqual([
      ['96', '64', 'rgb', '3', '8', 'jpeg'],
      ['96', '64', 'gray', '1', '8', 'jpeg'],
      ['96', '64', 'cmyk', '4', '8', 'jpeg'],
    ]);
  });
});

describe.skipIf(missing('pdftoppm'))('pictures on the page', () => {
  test.each([
    'plain.jpg',
    'progressive.jpg',
    'opaque.png',
    'palette.png',
    'interlaced.png',
    'interlaced-palette.png',
    '16-bits.png',
  ])('%s fills its box, upright', async (key) => {
    expectColours(await quartersDrawn(key), [RED, GREEN, BLUE, YELLOW]);
  });

  test('its edges are the box’s', async () => {
    const page = raster(await pageOf([picture({ image: 'plain.jpg', box: BOX })], { images }), 72);
    const white: Colour = [255, 255, 255];
    expectColours([page.colour(51, 41), page.colour(168, 118)], [RED, YELLOW]);
    expectColours([page.colour(48, 60), page.colour(172, 60), page.colour(60, 38)], [white, white, white]);
  });

  test('an inverted CMYK JPEG is not shown as a negative', async () => {
    // Red would be cyan; the way through CMYK costs some of the tone.
    expectColours(await quartersDrawn('cmyk.jpg'), [RED, GREEN, BLUE, YELLOW], 110);
  });

  test('a CMYK JPEG without Adobe’s mark is not inverted', async () => {
    const { bytes } = images.get('cmyk.jpg')!;
    const mark = Buffer.from(bytes).indexOf('Adobe');
    expect(mark).toBeGreaterThan(0);
    const unmarked = Uint8Array.from(bytes);
    unmarked[mark] = 0x61;
    const changed = new Map([['cmyk.jpg', infoOf('cmyk.jpg', unmarked)]]);
    const decode = async (all: typeof images): Promise<boolean> =>
      source(await pageOf([picture({ image: 'cmyk.jpg', box: BOX })], { images: all })).includes(
        '/Decode [1 0',
      );
    expect(await decode(images)).toBe(true);
    expect(await decode(changed)).toBe(false);
  });

  test('a PNG that is clear lets the page through', async () => {
    const items = [picture({ image: 'clear.png', box: BOX })];
    const page = raster(await pageOf(items, { images }), 72);
    expectColours([page.colour(60, 60)], [[255, 255, 255]]);
  });

  test('a PNG that is half see-through lets half of the page through', async () => {
    const half = ([r, g, b]: Colour): Colour => [(r + 255) / 2, (g + 255) / 2, (b + 255) / 2];
    expectColours(await quartersDrawn('see-through.png'), [RED, GREEN, BLUE, YELLOW].map(half));
  });

  test.each([
    [1, [RED, GREEN, BLUE, YELLOW]],
    [2, [GREEN, RED, YELLOW, BLUE]],
    [3, [YELLOW, BLUE, GREEN, RED]],
    [4, [BLUE, YELLOW, RED, GREEN]],
    [5, [RED, BLUE, GREEN, YELLOW]],
    [6, [BLUE, RED, YELLOW, GREEN]],
    [7, [YELLOW, GREEN, BLUE, RED]],
    [8, [GREEN, YELLOW, RED, BLUE]],
  ])('EXIF orientation %d is honoured', async (orientation, colours) => {
    const box = orientation > 4 ? { ...BOX, width: 80, height: 120 } : BOX;
    expectColours(await quartersDrawn(`turned-${orientation}.jpg`, { box }), colours);
  });

  test('what orientation means is as sharp has it', async () => {
    const { bytes } = images.get('turned-6.jpg')!;
    const { data, info } = await sharp(bytes).rotate().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number): Colour =>
      [...data.subarray((y * info.width + x) * 3).subarray(0, 3)] as never;
    expectColours([at(5, 5), at(info.width - 5, 5)], [BLUE, RED]);
  });
});

describe.skipIf(missing('pdftoppm'))('crops and what lies over a picture', () => {
  test('a crop fills the box with its part and nothing stands beside', async () => {
    const crop = { x: 0.5, y: 0, width: 0.5, height: 0.5 };
    expectColours(await quartersDrawn('plain.jpg', { crop }), [GREEN, GREEN, GREEN, GREEN]);
    const page = raster(await pageOf([picture({ image: 'plain.jpg', box: BOX, crop })], { images }), 72);
    const white: Colour = [255, 255, 255];
    expectColours([page.colour(30, 60), page.colour(60, 130), page.colour(180, 60)], [white, white, white]);
  });

  test('a crop is of the picture as it is shown, not as it is stored', async () => {
    const crop = { x: 0, y: 0, width: 0.5, height: 0.5 };
    const drawn = await quartersDrawn('turned-6.jpg', { crop, box: { ...BOX, width: 80, height: 120 } });
    expectColours(drawn, [BLUE, BLUE, BLUE, BLUE]);
  });

  test('text behind a picture in the items is painted over it', async () => {
    const items = [picture({ image: 'plain.jpg', box: BOX }), line({ text: '一', x: 50, y: 90, size: 60 })];
    const page = raster(await pageOf(items, { images }), 72);
    const column = Array.from({ length: 80 }, (_, k) => page.colour(80, 40 + k)[0]);
    expect(Math.min(...column)).toBeLessThan(15);
  });
});

describe('a PNG whose pixels are damaged', () => {
  test.each(['opaque.png', 'clear.png'])('%s is refused by name, not half shown', async (key) => {
    const bytes = Uint8Array.from(images.get(key)!.bytes);
    const start = Buffer.from(bytes).indexOf('IDAT') + 8;
    bytes.fill(0x55, start, start + 40);
    const damaged = new Map([[key, infoOf(key, bytes)]]);
    const writing = pageOf([picture({ image: key, box: BOX })], { images: damaged });
    await expect(writing).rejects.toThrow(DamagedPicture);
    await expect(writing).rejects.toMatchObject({ key });
  });

  test('one that would inflate to far more than its size is refused', async () => {
    const small = Buffer.from(await quarters().png().toBuffer());
    const { data } = await sharp({ create: { width: 4000, height: 4000, channels: 3, background: 'black' } })
      .png()
      .toBuffer({ resolveWithObject: true });
    // The header of the small picture, the pixels of the large one.
    const bomb = Buffer.concat([small.subarray(0, 33), data.subarray(33)]);
    const bombs = new Map([['bomb.png', infoOf('bomb.png', bomb)]]);
    const writing = pageOf([picture({ image: 'bomb.png', box: BOX })], { images: bombs });
    await expect(writing).rejects.toThrow(DamagedPicture);
  });
});
