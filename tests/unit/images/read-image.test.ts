import { describe, expect, test } from 'vitest';
import { readImage } from '../../../src/images/index.ts';
import { tinyJpeg, tinyPng } from '../../support/tiny-images.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from([...text].map((c) => c.charCodeAt(0)));

function info(bytes: Uint8Array): unknown {
  const read = readImage('photos/1.jpg', bytes);
  if (read.kind === 'fault') return read.code;
  if (read.image.format === 'svg') return 'svg';
  const { bytes: kept, ...rest } = read.image;
  expect(kept).toBe(bytes);
  return rest;
}

function code(bytes: Uint8Array): string | null {
  const read = readImage('photos/1.jpg', bytes);
  return read.kind === 'fault' ? read.code : null;
}

describe('a JPEG', () => {
  test('states its size, channels and orientation', () => {
    expect(info(tinyJpeg())).toEqual({
      key: 'photos/1.jpg',
      format: 'jpeg',
      width: 1800,
      height: 1200,
      orientation: 1,
      channels: 'rgb',
      alpha: false,
    });
  });

  test.each([
    [1, 'grey'],
    [3, 'rgb'],
    [4, 'cmyk'],
  ])('of %i components is %s', (components, channels) => {
    expect(info(tinyJpeg({ components }))).toMatchObject({ channels });
  });

  test.each([1, 2, 3, 4])('of orientation %i keeps width and height', (orientation) => {
    expect(info(tinyJpeg({ orientation }))).toMatchObject({ orientation, width: 1800, height: 1200 });
  });

  test.each([5, 6, 7, 8])('of orientation %i lies on its side', (orientation) => {
    expect(info(tinyJpeg({ orientation }))).toMatchObject({ orientation, width: 1200, height: 1800 });
  });

  test.each([0, 9])('with the meaningless orientation %i stands as stored', (orientation) => {
    expect(info(tinyJpeg({ orientation }))).toMatchObject({ orientation: 1 });
  });

  test('may be progressive, with several scans', () => {
    expect(info(tinyJpeg({ frame: 0xc2, scans: 4 }))).toMatchObject({ width: 1800 });
  });

  test('may have bytes behind its end mark', () => {
    const jpeg = tinyJpeg();
    expect(code(Uint8Array.from([...jpeg, ...jpeg, 1, 2, 3]))).toBeNull();
  });

  test('cut anywhere behind its first bytes is cut short, never taken', () => {
    const jpeg = tinyJpeg({ orientation: 6 });
    for (let length = 3; length < jpeg.length; length++) {
      expect(code(jpeg.subarray(0, length))).toBe('image-truncated');
    }
  });

  test.each([
    ['12 bits a sample', { precision: 12 }],
    ['arithmetic coding', { frame: 0xc9 }],
    ['lossless', { frame: 0xc3 }],
    ['2 components', { components: 2 }],
    ['no height stated', { height: 0 }],
  ])('PDF cannot carry as it is: %s', (_, options) => {
    expect(code(tinyJpeg(options))).toBe('image-unsupported');
  });

  test.each([0x00, 0x10, 0x51, 0x15])('whose components are sampled %i is damaged', (sampling) => {
    expect(code(tinyJpeg({ sampling }))).toBe('image-damaged');
    expect(code(tinyJpeg({ sampling: 0x42 }))).toBeNull();
  });

  test('without a scan is damaged', () => {
    expect(code(tinyJpeg({ scans: 0 }))).toBe('image-damaged');
  });
});

describe('a PNG', () => {
  test.each([
    [0, 'grey', false],
    [2, 'rgb', false],
    [3, 'rgb', false],
    [4, 'grey', true],
    [6, 'rgb', true],
  ])('of colour type %i is %s, alpha %s', (colour, channels, alpha) => {
    expect(info(tinyPng({ colour }))).toMatchObject({
      format: 'png',
      width: 640,
      height: 480,
      channels,
      alpha,
    });
  });

  test('with tRNS has alpha', () => {
    expect(info(tinyPng({ colour: 3, chunks: ['PLTE', 'tRNS', 'IDAT'] }))).toMatchObject({ alpha: true });
  });

  test('cut anywhere behind its signature is cut short, never taken', () => {
    const png = tinyPng({ chunks: ['IDAT', 'IDAT'] });
    for (let length = 8; length < png.length; length++) {
      expect(code(png.subarray(0, length))).toBe('image-truncated');
    }
  });

  test.each([
    ['a palette that is missing', { colour: 3, chunks: ['IDAT'] }],
    ['12 bits a sample', { bits: 12 }],
    ['4 bits a sample in colour', { colour: 2, bits: 4 }],
    ['16 bits an index', { colour: 3, bits: 16 }],
    ['an unknown compression', { methods: [1, 0, 0] }],
    ['an unknown filter', { methods: [0, 1, 0] }],
    ['an unknown interlace', { methods: [0, 0, 2] }],
  ] as const)('with %s is damaged', (_, options) => {
    expect(code(tinyPng(options))).toBe('image-damaged');
  });

  test('of a colour type that PNG does not have is not supported', () => {
    expect(code(tinyPng({ colour: 1 }))).toBe('image-unsupported');
  });

  test('without picture data, or of no width, is damaged', () => {
    expect(code(tinyPng({ chunks: [] }))).toBe('image-damaged');
    expect(code(tinyPng({ width: 0 }))).toBe('image-damaged');
  });
});

test('200 megapixels are taken, one row more is not', () => {
  expect(code(tinyPng({ width: 20_000, height: 10_000 }))).toBeNull();
  expect(code(tinyPng({ width: 20_000, height: 10_001 }))).toBe('image-too-large');
});

test.each([
  ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'HEIC'],
  ['\0\0\0\x18ftypavif\0\0\0\0', 'AVIF'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'WebP'],
  ['GIF89a', 'GIF'],
  ['II*\0\x08\0\0\0', 'TIFF'],
  ['BM\x36\0', 'BMP'],
  ['8BPS\0\x01', 'Photoshop'],
  ['%PDF-1.7', 'PDF'],
  ['\n<!DOCTYPE html><html><body>404</body></html>', 'HTML'],
  ['version https://git-lfs.github.com/spec/v1\n', 'Git LFS'],
  ['just words\n', '文字'],
])('%j is no JPEG or PNG, and the message says what it is', (text, name) => {
  const read = readImage('photos/1.jpg', bytesOf(text));
  if (read.kind !== 'fault') throw new Error('taken for an image');
  expect(read.code).toBe('not-an-image');
  expect(read.message.zh).toContain(name);
  expect(read.hints.length).toBeGreaterThan(0);
});

test('an empty file and bytes without meaning have their own messages', () => {
  expect(code(new Uint8Array())).toBe('image-empty');
  expect(code(Uint8Array.from([1, 2, 3, 200, 0, 7]))).toBe('not-an-image');
});
