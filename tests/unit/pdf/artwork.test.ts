import jsqr from 'jsqr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type ImageInfo, readCode, readImage } from '../../../src/images/index.ts';
import { picture } from '../../support/made.ts';
import { missing, raster } from '../../support/pdf-tools.ts';
import { pageOf, source } from './support.ts';

const BOX = { x: 20, y: 20, width: 200, height: 200 };

function imageOf(read: ReturnType<typeof readImage>): ImageInfo {
  if (read.kind !== 'image') throw new Error(read.message.en);
  return read.image;
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
  <rect width="100" height="100" fill="#fff8e0"/>
  <path d="M10 80 C20 10 60 10 70 60 S90 90 95 40" fill="none" stroke="crimson" stroke-width="4" stroke-linecap="round" stroke-dasharray="9 6"/>
  <path d="M50 5 L61 40 L95 40 L67 60 L78 95 L50 73 L22 95 L33 60 L5 40 L39 40 Z M40 40h20v20h-20z" fill="navy" fill-opacity=".5" fill-rule="evenodd"/>
  <g transform="rotate(20 30 30) translate(2)"><rect x="10" y="10" width="30" height="16" rx="5" fill="teal"/></g>
  <path d="M60 90 a12 6 30 1 0 20 -4 q5 5 10 0 z" fill="orange" stroke="black" stroke-linejoin="bevel"/>
  <ellipse cx="80" cy="20" rx="14" ry="8" fill="none" stroke="green" stroke-width="2"/>
</svg>`;

const images = new Map([
  ['a.svg', imageOf(readImage('a.svg', new TextEncoder().encode(SVG)))],
  ['qr:https://example.com/报', imageOf(readCode('qr:https://example.com/报'))],
  ...['issn:1234-5679', 'issn:2434-561X-07', 'issn:1234-5679-51999'].map((key): [string, ImageInfo] => [
    key,
    imageOf(readCode(key)),
  ]),
]);

describe('a drawing in the file', () => {
  test('is one form, used as often as it stands there, and the same from run to run', async () => {
    const items = [
      picture({ image: 'a.svg', box: BOX }),
      picture({ image: 'a.svg', box: { ...BOX, y: 230 } }),
    ];
    const bytes = await pageOf(items, { images });
    expect(source(bytes).match(/\/Subtype \/Form/g)).toHaveLength(1);
    expect(await pageOf(items, { images })).toEqual(bytes);
  });

  test.skipIf(missing('pdftoppm'))('looks as librsvg draws it', async () => {
    const page = raster(await pageOf([picture({ image: 'a.svg', box: BOX })], { images }), 144);
    const other = await sharp(Buffer.from(SVG), { density: 72 * 4 })
      .flatten()
      .removeAlpha()
      .resize(400, 400)
      .raw()
      .toBuffer();
    let apart = 0;
    for (let y = 0; y < 200; y++) {
      for (let x = 0; x < 200; x++) {
        const ours = page.colour(20 + x + 0.25, 20 + y + 0.25);
        const at = (y * 2 * 400 + x * 2) * 3;
        if (ours.some((value, c) => Math.abs(value - other[at + c]!) > 40)) apart += 1;
      }
    }
    expect(apart / 40_000).toBeLessThan(0.01);
  });

  test.skipIf(missing('pdftoppm'))('a QR code can be read', async () => {
    const key = 'qr:https://example.com/报';
    const page = raster(await pageOf([picture({ image: key, box: BOX })], { images }), 144);
    const pixels = new Uint8ClampedArray(400 * 400 * 4).fill(255);
    for (let k = 0; k < 160_000; k++)
      pixels.set(page.colour(20 + (k % 400) / 2, 20 + Math.floor(k / 400) / 2), k * 4);
    const decode = jsqr as unknown as typeof jsqr.default;
    expect(decode(pixels, 400, 400)?.data).toBe('https://example.com/报');
  });

  test.skipIf(missing('pdftoppm')).each([
    ['issn:1234-5679', '9771234567003', ''],
    ['issn:2434-561X-07', '9772434561006', '07'],
    ['issn:1234-5679-51999', '9771234567003', '51999'],
  ])('the bars of %s can be read, as ISO/IEC 15420 has them', async (key, main, addOn) => {
    const { width, height } = images.get(key)!;
    const box = { x: 20, y: 20, width: 150, height: (150 * height) / width };
    const page = raster(await pageOf([picture({ image: key, box })], { images }), 600);
    const y = box.y + box.height / 2;
    const row = Array.from({ length: 3000 }, (_, k) => page.colour(20 + (k + 0.5) / 20, y)[0] < 128);
    expect(readBars(row)).toEqual({ main, addOn });
  });
});

/** As a scanner: dark and light runs → the digits of EAN-13 and of an add-on of two or five. */
function readBars(row: readonly boolean[]): { main: string; addOn: string } {
  const runs: number[] = [];
  for (let at = row.indexOf(true); at < row.length; ) {
    let end = at;
    while (row[end] === row[at] && end < row.length) end += 1;
    runs.push(end - at);
    at = end;
  }
  const quiet = row.indexOf(true);
  const module = runs.slice(0, 59).reduce((sum, run) => sum + run, 0) / 95;
  expect(quiet / module).toBeGreaterThan(10.9);
  const left = Array.from({ length: 6 }, (_, k) => readDigit(runs.slice(3 + 4 * k, 7 + 4 * k)));
  const right = Array.from({ length: 6 }, (_, k) => readDigit(runs.slice(32 + 4 * k, 36 + 4 * k)));
  const first = PARITIES.indexOf(left.map(({ even }) => (even ? 'G' : 'L')).join(''));
  const digits = [first, ...left.map(({ digit }) => digit), ...right.map(({ digit }) => digit)];
  const after = runs.slice(60, -1);
  const addOn = after.length < 4 ? [] : Array.from({ length: (after.length - 1) / 6 }, (_, k) => 3 + 6 * k);
  const extra = addOn.map((at) => readDigit(after.slice(at, at + 4)).digit);
  return { main: digits.join(''), addOn: extra.join('') };
}

const WIDTHS = '3211 2221 2122 1411 1132 1231 1114 1312 1213 3112'.split(' ');
const PARITIES = 'LLLLLL LLGLGG LLGGLG LLGGGL LGLLGG LGGLLG LGGGLL LGLGLG LGLGGL LGGLGL'.split(' ');

function readDigit(runs: readonly number[]): { digit: number; even: boolean } {
  const whole = runs.reduce((sum, run) => sum + run, 0);
  const widths = runs.map((run) => Math.round((7 * run) / whole)).join('');
  const odd = WIDTHS.indexOf(widths);
  if (odd !== -1) return { digit: odd, even: false };
  return { digit: WIDTHS.indexOf([...widths].reverse().join('')), even: true };
}
