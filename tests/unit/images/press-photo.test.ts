/** Photos for the press: as many pixels as it prints, within its limit of ink, grey where there is no colour. */

import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PhotoInfo } from '../../../src/images/image.ts';
import { type PressPhotoJob, pressPhoto, readImage } from '../../../src/images/index.ts';
import { limitInk, mostInk } from '../../../src/images/ink.ts';

const PROFILE = fileURLToPath(new URL('../../../assets/icc/SNAP-TR002-newsprint.icc', import.meta.url));

async function converted(bytes: Uint8Array, changes: Partial<PressPhotoJob> = {}) {
  const read = readImage('photos/1.jpg', bytes);
  if (read.kind === 'fault') throw new Error(read.message.en);
  const photo = read.image as PhotoInfo;
  return (await pressPhoto({
    photo,
    width: 5000,
    height: 5000,
    profile: PROFILE,
    inkLimit: 240,
    ...changes,
  }))!;
}

function plain(r: number, g: number, b: number) {
  return sharp({ create: { width: 40, height: 20, channels: 3, background: { r, g, b } } });
}

function inks(jpeg: Uint8Array): Promise<Buffer> {
  return sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
}

/** Colours of all kinds beside each other, with hard edges between them. */
function patches(): Promise<Buffer> {
  const pixels = Buffer.alloc(64 * 64 * 3);
  for (let at = 0; at < 64 * 64; at++) {
    const [x, y] = [at % 64, Math.floor(at / 64)];
    pixels.set([(x >> 3) * 36, (y >> 3) * 36, ((x ^ y) & 7) * 10], at * 3);
  }
  return sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer();
}

/** A JPEG without its segment APP14. */
function withoutAdobe(jpeg: Buffer): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xee]));
  expect(at).toBeGreaterThan(0);
  return Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + 2 + jpeg.readUInt16BE(at + 2))]);
}

describe('ink', () => {
  test('a black of four inks comes within the limit, and a colour without grey too', async () => {
    const pixels = Uint8Array.from([255, 255, 255, 255, 255, 255, 0, 128, 10, 20, 30, 40]);
    limitInk(pixels, 240);
    expect(mostInk(pixels)).toBeLessThanOrEqual(240);
    expect([...pixels.subarray(8)]).toEqual([10, 20, 30, 40]);
  });

  test.each([200, 220, 240])('of a photo never goes over %i %%, as its JPEG is decoded', async (inkLimit) => {
    const { jpeg, channels } = await converted(await patches(), { inkLimit });
    expect(channels).toBe('cmyk');
    expect(mostInk(await inks(jpeg))).toBeLessThanOrEqual(inkLimit);
  });

  test('of a brown so dark that the profile alone puts 250 % on it', async () => {
    const { jpeg } = await converted(await plain(20, 10, 0).jpeg().toBuffer());
    const most = mostInk(await inks(jpeg));
    expect(most).toBeLessThanOrEqual(240);
    expect(most).toBeGreaterThan(200);
  });
});

describe('channels', () => {
  test('a photo without colour, black too, goes to the black plate alone', async () => {
    for (const value of [0, 100, 255]) {
      const { channels } = await converted(await plain(value, value, value).jpeg().toBuffer());
      expect(channels).toBe('grey');
    }
  });

  test('a CMYK JPEG with Adobe’s mark, which is inverted, keeps its inks', async () => {
    const adobe = await plain(200, 30, 40).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    const before = [...(await inks(adobe)).subarray(0, 4)];
    const { jpeg, channels } = await converted(adobe);
    expect(channels).toBe('cmyk');
    const after = [...(await inks(jpeg)).subarray(0, 4)];
    for (const [index, ink] of after.entries()) expect(Math.abs(ink - before[index]!)).toBeLessThanOrEqual(3);
  });

  test('a CMYK JPEG without the mark has its inks as they are stored', async () => {
    const adobe = await plain(200, 30, 40).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    const before = [...(await inks(adobe)).subarray(0, 4)];
    const { jpeg } = await converted(withoutAdobe(adobe));
    const after = [...(await inks(jpeg)).subarray(0, 4)];
    for (const [index, ink] of after.entries()) {
      expect(Math.abs(ink - (255 - before[index]!))).toBeLessThanOrEqual(3);
    }
  });

  test('a PNG with alpha stands on white; one of 16 bits keeps its lightness', async () => {
    const clear = sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
    });
    const white = await converted(await clear.png().toBuffer());
    expect((await sharp(white.jpeg).raw().toBuffer())[0]).toBe(255);
    const deep = await plain(128, 128, 128).toColourspace('rgb16').png().toBuffer();
    const { jpeg } = await converted(deep);
    expect(Math.abs((await sharp(jpeg).raw().toBuffer())[0]! - 128)).toBeLessThanOrEqual(2);
  });
});

describe('size', () => {
  test('is what the page takes, never more than the photo has', async () => {
    const bytes = await plain(200, 30, 40).jpeg().toBuffer();
    expect(await converted(bytes, { width: 20, height: 10 })).toMatchObject({ width: 20, height: 10 });
    expect(await converted(bytes)).toMatchObject({ width: 40, height: 20 });
  });

  test('is that of the photo turned upright', async () => {
    const turned = await plain(200, 30, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await converted(turned)).toMatchObject({ width: 20, height: 40 });
  });
});

test('the same photo gives the same bytes', async () => {
  const bytes = await patches();
  const [one, two] = await Promise.all([converted(bytes), converted(bytes)]);
  expect(Buffer.from(one.jpeg).equals(two.jpeg)).toBe(true);
});

test('a photo whose pixels are damaged is none', async () => {
  const bytes = await patches();
  bytes.fill(0x55, 60, 120);
  const photo = {
    key: 'photos/1.png',
    format: 'png',
    width: 64,
    height: 64,
    orientation: 1,
    channels: 'rgb',
    alpha: false,
    bytes,
  } as const;
  const job = { photo, width: 9, height: 9, profile: PROFILE, inkLimit: 240 };
  expect(await pressPhoto(job)).toBeNull();
});
