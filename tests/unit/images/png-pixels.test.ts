/** Every kind of PNG: its pixels as sharp has them, and none of a damaged one. */

import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readImage, readPngPixels } from '../../../src/images/index.ts';
import { writtenPng } from '../../support/written-png.ts';

/** Colour type, bit depth: table 11.1 of PNG. */
const KINDS = [
  [0, 1],
  [0, 2],
  [0, 4],
  [0, 8],
  [0, 16],
  [2, 8],
  [2, 16],
  [3, 1],
  [3, 2],
  [3, 4],
  [3, 8],
  [4, 8],
  [4, 16],
  [6, 8],
  [6, 16],
] as const;

const EVERY = KINDS.flatMap(([colour, bits]) =>
  [false, true].flatMap((interlaced) =>
    (colour < 4 ? [false, true] : [false]).map((clear) => ({ colour, bits, interlaced, clear })),
  ),
);

/** Red, green, blue and alpha of every pixel, 8 bits each. */
async function withSharp(bytes: Uint8Array): Promise<readonly number[]> {
  const image = sharp(bytes).toColourspace('srgb').ensureAlpha();
  return [...(await image.raw({ depth: 'uchar' }).toBuffer())];
}

function withOurs(bytes: Uint8Array, width: number, height: number): readonly number[] {
  const pixels = readPngPixels(bytes);
  if (pixels?.kind !== 'samples') throw new Error('not decoded');
  const { data, samples, alpha } = pixels;
  return Array.from({ length: width * height }, (_, k) => [
    ...(samples === 3 ? data.subarray(3 * k, 3 * k + 3) : [data[k]!, data[k]!, data[k]!]),
    alpha?.[k] ?? 255,
  ]).flat();
}

describe('a PNG is decoded as sharp decodes it', () => {
  const decoded = EVERY.filter(({ interlaced, clear, colour }) => interlaced || clear || colour >= 4);
  test.each(decoded)(
    'colour type $colour of $bits bits, interlaced $interlaced, with a clear colour $clear',
    async (kind) => {
      for (const [width, height] of [
        [13, 11],
        [1, 1],
        [3, 9],
      ] as const) {
        const bytes = writtenPng({ ...kind, width, height });
        const [ours, theirs] = [withOurs(bytes, width, height), await withSharp(bytes)];
        expect(ours.length).toBe(theirs.length);
        // 16 bits become 8 by their high byte here, rounded there.
        const apart = ours.map((value, k) => Math.abs(value - theirs[k]!));
        expect(Math.max(...apart)).toBeLessThanOrEqual(kind.bits === 16 ? 1 : 0);
      }
    },
  );
});

test.each(EVERY.filter(({ interlaced, clear, colour }) => !interlaced && !clear && colour < 4))(
  'colour type $colour of $bits bits goes into the PDF as it is deflated',
  (kind) => {
    const pixels = readPngPixels(writtenPng({ ...kind, width: 13, height: 11 }));
    expect(pixels).toMatchObject({ kind: 'deflated', bits: kind.bits, samples: kind.colour === 2 ? 3 : 1 });
    expect(pixels?.kind === 'deflated' && (pixels.palette === null) === (kind.colour !== 3)).toBe(true);
  },
);

describe('a damaged PNG has no pixels', () => {
  const rows = (change: (rows: Buffer) => Buffer) =>
    writtenPng({ colour: 2, bits: 8, width: 4, height: 3, interlaced: false, clear: false, change });

  test.each([
    ['a row whose filter is unknown', (data: Buffer) => with5(data, 13)],
    ['a row too few', (data: Buffer) => deflateSync(inflateSync(data).subarray(13))],
    ['a stream that is cut', (data: Buffer) => data.subarray(0, -5)],
    ['a stream that is none', (data: Buffer) => data.fill(0x55)],
  ])('%s', (_, change) => {
    expect(readPngPixels(rows((data) => data))).not.toBeNull();
    expect(readPngPixels(rows(change))).toBeNull();
  });
});

function with5(data: Buffer, at: number): Buffer {
  const rows = inflateSync(data);
  rows[at] = 5;
  return deflateSync(rows);
}

describe('an image spoilt anywhere is an image or a fault, never an exception', () => {
  const spoilt = (whole: Uint8Array): fc.Arbitrary<Uint8Array> =>
    fc
      .tuple(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(whole.length),
        fc.boolean(),
      )
      .map(([changes, length, isCut]) => {
        const bytes = Uint8Array.from(isCut ? whole.subarray(0, length) : whole);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        return bytes;
      });

  const read = (bytes: Uint8Array): void => {
    const found = readImage('1', bytes);
    if (found.kind === 'image' && found.image.format === 'png') readPngPixels(bytes);
  };

  test.each(EVERY)('PNG of $colour, $bits bits, interlaced $interlaced, clear $clear', (kind) => {
    const whole = writtenPng({ ...kind, width: 13, height: 11 });
    fc.assert(fc.property(spoilt(whole), read), { numRuns: 200 });
  });

  test.each([false, true])('JPEG, progressive %s', async (progressive) => {
    const pixels = sharp({ create: { width: 24, height: 16, channels: 3, background: 'red' } });
    const whole = await pixels.withMetadata({ orientation: 6 }).jpeg({ progressive }).toBuffer();
    fc.assert(fc.property(spoilt(whole), read), { numRuns: 2000 });
  });
});
