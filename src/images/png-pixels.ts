/**
 * A PNG's bytes → its pixels as a PDF takes them: deflated as they are, or as samples and alpha.
 *
 * Everything is looked at here, every row's filter too: what a reader of the PDF would stumble over never gets
 * into it.
 */

import { inflateSync } from 'node:zlib';
import { type Chunk, type PngHeader, pngChunks, pngHeader, SAMPLES } from './png-chunks.ts';

export type PngPixels =
  /** Neither interlaced nor see-through: the deflated rows, filters included, fit PDF's predictors. */
  | {
      readonly kind: 'deflated';
      readonly data: Uint8Array;
      readonly bits: number;
      readonly samples: number;
      /** RGB by RGB; null where the samples are the colours. */
      readonly palette: Uint8Array | null;
    }
  /** 8 bits a sample, a palette resolved; `alpha` one byte a pixel, null where nothing is see-through. */
  | {
      readonly kind: 'samples';
      readonly data: Uint8Array;
      readonly samples: 1 | 3;
      readonly alpha: Uint8Array | null;
    };

/** @param bytes whose header `readImage` found sound. Null if the pixels are damaged. */
export function readPngPixels(bytes: Uint8Array): PngPixels | null {
  const chunks = pngChunks(bytes) ?? [];
  const header = pngHeader(chunks[0]?.body ?? new Uint8Array());
  if (header === null) return null;
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body));
  const passes = passesOf(header);
  const rows = inflate(data, passes);
  if (rows === null || !passes.every((pass) => filtersAreKnown(rows, pass))) return null;
  const body = (type: string): Uint8Array | null =>
    chunks.find((chunk: Chunk) => chunk.type === type)?.body ?? null;
  const palette = header.colour === 3 ? body('PLTE') : null;
  const clear = hasAlpha(header) ? null : body('tRNS');
  if (header.interlace === 0 && !hasAlpha(header) && clear === null) {
    return { kind: 'deflated', data, bits: header.bits, samples: SAMPLES[header.colour]!, palette };
  }
  return samplesOf({ ...header, palette, clear }, rows, passes);
}

function hasAlpha({ colour }: PngHeader): boolean {
  return colour === 4 || colour === 6;
}

/** Every `dx`-th pixel from `x` of every `dy`-th row from `y`; its rows stand at `at` in the inflated data. */
interface Pass {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
  readonly rowBytes: number;
  readonly at: number;
}

/** Adam7 (clause 8.2). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Passes without a pixel are not kept in the file. */
function passesOf({ width, height, bits, colour, interlace }: PngHeader): readonly Pass[] {
  const passes: Pass[] = [];
  let at = 0;
  for (const [x, y, dx, dy] of interlace === 1 ? ADAM7 : ([[0, 0, 1, 1]] as const)) {
    const size = { width: Math.ceil((width - x) / dx), height: Math.ceil((height - y) / dy) };
    if (size.width <= 0 || size.height <= 0) continue;
    const rowBytes = Math.ceil((size.width * bits * SAMPLES[colour]!) / 8);
    passes.push({ x, y, dx, dy, ...size, rowBytes, at });
    at += size.height * (1 + rowBytes);
  }
  return passes;
}

/** Some writers leave bytes behind the last row. */
const BORNE_BEHIND = 65_536;

function inflate(data: Uint8Array, passes: readonly Pass[]): Uint8Array | null {
  const last = passes[passes.length - 1]!;
  const length = last.at + last.height * (1 + last.rowBytes);
  try {
    const rows = inflateSync(data, { maxOutputLength: length + BORNE_BEHIND });
    return rows.length < length ? null : rows;
  } catch {
    return null;
  }
}

const PAETH = 4;

function filtersAreKnown(rows: Uint8Array, { at, height, rowBytes }: Pass): boolean {
  for (let row = 0; row < height; row++) {
    if (rows[at + row * (1 + rowBytes)]! > PAETH) return false;
  }
  return true;
}

/** What makes samples out of the rows. `clear`: the body of tRNS (11.3.1.1). */
interface Kept extends PngHeader {
  readonly palette: Uint8Array | null;
  readonly clear: Uint8Array | null;
}

function samplesOf(kept: Kept, rows: Uint8Array, passes: readonly Pass[]): PngPixels {
  const { width, height, bits, colour } = kept;
  const samples = kept.palette !== null || colour === 2 || colour === 6 ? 3 : 1;
  const data = new Uint8Array(width * height * samples);
  const alpha = hasAlpha(kept) || kept.clear !== null ? new Uint8Array(width * height) : null;
  const pixelBytes = Math.max(1, (bits * SAMPLES[colour]!) / 8);
  const put = writerOf(kept, data, alpha);
  for (const pass of passes) {
    let above: Uint8Array = new Uint8Array(pass.rowBytes);
    for (let row = 0; row < pass.height; row++) {
      const start = pass.at + row * (1 + pass.rowBytes);
      const line = rows.subarray(start + 1, start + 1 + pass.rowBytes);
      unfilter(line, above, rows[start]!, pixelBytes);
      const first = (pass.y + row * pass.dy) * width + pass.x;
      for (let k = 0; k < pass.width; k++) put(line, k, first + k * pass.dx);
      above = line;
    }
  }
  return { kind: 'samples', data, samples, alpha };
}

/** Undoes a row's filter in place (clause 9.2). */
function unfilter(line: Uint8Array, above: Uint8Array, filter: number, pixelBytes: number): void {
  if (filter === 0) return;
  for (let k = 0; k < line.length; k++) {
    const left = k < pixelBytes ? 0 : line[k - pixelBytes]!;
    const up = above[k]!;
    if (filter === 1) line[k] = line[k]! + left;
    else if (filter === 2) line[k] = line[k]! + up;
    else if (filter === 3) line[k] = line[k]! + ((left + up) >> 1);
    else line[k] = line[k]! + paeth(left, up, k < pixelBytes ? 0 : above[k - pixelBytes]!);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Takes pixel `k` of a row to place `to` of the picture. */
type PutPixel = (line: Uint8Array, k: number, to: number) => void;

function writerOf(kept: Kept, data: Uint8Array, alpha: Uint8Array | null): PutPixel {
  if (kept.palette !== null) return paletteWriter(kept, kept.palette, data, alpha);
  const { bits, colour, clear } = kept;
  const each = SAMPLES[colour]!;
  const colours = hasAlpha(kept) ? each - 1 : each;
  const most = 2 ** bits - 1;
  // One sample of 16 bits for each colour: pixels of just this colour are clear.
  const clearSample = (c: number): number =>
    clear === null ? -1 : (clear[2 * c]! * 256 + clear[2 * c + 1]!) & most;
  const clearColour = Array.from({ length: colours }, (_, c) => clearSample(c));
  return (line, k, to) => {
    let isClear = clear !== null;
    for (let c = 0; c < colours; c++) {
      const value = sampleAt(line, k * each + c, bits);
      data[to * colours + c] = eightBits(value, bits, most);
      isClear &&= value === clearColour[c];
    }
    if (alpha === null) return;
    if (clear === null) alpha[to] = eightBits(sampleAt(line, k * each + colours, bits), bits, most);
    else alpha[to] = isClear ? 0 : 255;
  };
}

/** An index that the palette lacks is black. */
function paletteWriter(
  { bits, clear }: Kept,
  palette: Uint8Array,
  data: Uint8Array,
  alpha: Uint8Array | null,
): PutPixel {
  return (line, k, to) => {
    const index = sampleAt(line, k, bits);
    for (let c = 0; c < 3; c++) data[to * 3 + c] = palette[index * 3 + c] ?? 0;
    if (alpha !== null) alpha[to] = clear?.[index] ?? 255;
  };
}

/** The `n`-th sample of a row (clause 7.2): those of less than a byte stand from its high bits down. */
function sampleAt(line: Uint8Array, n: number, bits: number): number {
  if (bits === 8) return line[n]!;
  if (bits === 16) return line[2 * n]! * 256 + line[2 * n + 1]!;
  const shift = 8 - bits - ((n * bits) & 7);
  return (line[(n * bits) >> 3]! >> shift) & (2 ** bits - 1);
}

function eightBits(value: number, bits: number, most: number): number {
  if (bits === 8) return value;
  return bits === 16 ? value >> 8 : Math.round((value * 255) / most);
}
