/** A kind of PNG → a small one with every filter and, where asked for, every pass of interlacing. */

import { crc32, deflateSync } from 'node:zlib';

export interface PngKind {
  readonly colour: number;
  readonly bits: number;
  readonly width: number;
  readonly height: number;
  readonly interlaced: boolean;
  /** Whether a tRNS chunk makes a colour clear. */
  readonly clear: boolean;
  /** What becomes of the deflated rows. */
  readonly change?: (rows: Buffer) => Buffer;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The rows hold bytes without meaning: any bytes are the filtered form of some picture. */
export function writtenPng(kind: PngKind): Uint8Array {
  const { colour, bits, width, height, interlaced, clear } = kind;
  const passes = interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  let seed = colour * 31 + bits;
  const next = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed >> 16;
  };
  const rows: number[] = [];
  for (const [x, y, dx, dy] of passes) {
    const across = Math.ceil((width - x) / dx);
    if (across <= 0) continue;
    for (let row = y; row < height; row += dy) {
      rows.push(((row - y) / dy + x) % 5);
      const length = Math.ceil((across * bits * SAMPLES[colour]!) / 8);
      for (let k = 0; k < length; k++) rows.push(next() & 255);
    }
  }
  const deflated = deflateSync(Buffer.from(rows));
  const half = deflated.length >> 1;
  const data = kind.change?.(deflated) ?? deflated;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', [...four(width), ...four(height), bits, colour, 0, 0, interlaced ? 1 : 0]),
    ...(colour === 3 ? [chunk('PLTE', palette(bits, next))] : []),
    ...(clear ? [chunk('tRNS', colour === 3 ? [0, 128] : clearColour(SAMPLES[colour]!, bits))] : []),
    // Two pieces: what one chunk ends with, the next goes on with.
    chunk('IDAT', [...data.subarray(0, half)]),
    chunk('IDAT', [...data.subarray(half)]),
    chunk('IEND', []),
  ]);
}

function palette(bits: number, next: () => number): number[] {
  return Array.from({ length: 3 * 2 ** bits }, () => next() & 255);
}

function clearColour(samples: number, bits: number): number[] {
  return Array.from({ length: samples }, () => [0, bits === 1 ? 1 : 2]).flat();
}

function four(n: number): number[] {
  return [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255];
}

function chunk(type: string, body: readonly number[]): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(body)]);
  return Buffer.concat([Buffer.from(four(body.length)), named, Buffer.from(four(crc32(named)))]);
}
