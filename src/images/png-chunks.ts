/** A PNG's bytes → its chunks to IEND, and what they say of the picture (PNG, third edition, clause 11). */

import { ascii, u32 } from './header.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, k) => bytes[k] === byte);
}

export interface Chunk {
  readonly type: string;
  readonly body: Uint8Array;
}

/** Null if the file ends before IEND does. */
export function pngChunks(bytes: Uint8Array): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const end = at + 8 + u32(bytes, at);
    if (end + 4 > bytes.length) return null;
    const chunk = { type: ascii(bytes, at + 4, 4), body: bytes.subarray(at + 8, end) };
    chunks.push(chunk);
    if (chunk.type === 'IEND') return chunks;
    at = end + 4;
  }
  return null;
}

/** IHDR (11.2.1): sizes and the bytes that say how the pixels are kept. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Of one sample. */
  readonly bits: number;
  /** 0 grey, 2 RGB, 3 a palette, 4 grey and alpha, 6 RGB and alpha. */
  readonly colour: number;
  readonly compression: number;
  readonly filter: number;
  readonly interlace: number;
}

/** Null if it has not the length of one. */
export function pngHeader(body: Uint8Array): PngHeader | null {
  if (body.length !== 13) return null;
  const [bits, colour, compression, filter, interlace] = body.subarray(8);
  return {
    width: u32(body, 0),
    height: u32(body, 4),
    bits: bits!,
    colour: colour!,
    compression: compression!,
    filter: filter!,
    interlace: interlace!,
  };
}

/** Samples of a pixel as they are kept, by colour type. */
export const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
