/** Pictures of the pages → image objects, each embedded once, and the operators that place them. */

import { inflateSync } from 'node:zlib';
import type { ImageInfo, ImageKey } from '../images/image.ts';
import type { Picture } from '../layout/page.ts';
import { embedPng, type PdfDocument, type PdfObject, writeStream } from './glyphs.ts';
import { pdfNumbers } from './number.ts';

/** Steps across and down, in widths and heights of the picture as it is shown. */
type Step = readonly [across: number, down: number];

/**
 * By EXIF orientation (CIPA DC-008, tag 0x0112), from 1: at which corner of the shown picture the stored
 * rows begin, which way a stored row runs, and which way the rows follow each other.
 */
const ORIENTATIONS: readonly { readonly corner: Step; readonly row: Step; readonly rows: Step }[] = [
  { corner: [0, 0], row: [1, 0], rows: [0, 1] },
  { corner: [1, 0], row: [-1, 0], rows: [0, 1] },
  { corner: [1, 1], row: [-1, 0], rows: [0, -1] },
  { corner: [0, 1], row: [1, 0], rows: [0, -1] },
  { corner: [0, 0], row: [0, 1], rows: [1, 0] },
  { corner: [1, 0], row: [0, 1], rows: [-1, 0] },
  { corner: [1, 1], row: [0, -1], rows: [-1, 0] },
  { corner: [0, 1], row: [0, -1], rows: [1, 0] },
];

/** The operators that draw a picture; `name` is its object's on the page. */
export function drawPicture({ box, crop }: Picture, orientation: number, name: string): string {
  const width = box.width / crop.width;
  const height = box.height / crop.height;
  const { corner, row, rows } = ORIENTATIONS[orientation - 1]!;
  // An image fills the unit square, its first row at the top: the second axis runs against the rows.
  const matrix = pdfNumbers(
    width * row[0],
    height * row[1],
    -width * rows[0],
    -height * rows[1],
    box.x + width * (corner[0] + rows[0] - crop.x),
    box.y + height * (corner[1] + rows[1] - crop.y),
  );
  const whole = crop.width === 1 && crop.height === 1;
  const clip = whole ? '' : `${pdfNumbers(box.x, box.y, box.width, box.height)} re W n\n`;
  return `q\n${clip}${matrix} cm\n/${name} Do\nQ`;
}

/** A picture whose header is sound but whose pixels are not. */
export class DamagedPicture extends Error {
  readonly key: ImageKey;
  constructor(key: ImageKey, cause: unknown) {
    super(`the pixels of ${key} are damaged`, { cause });
    this.name = 'DamagedPicture';
    this.key = key;
  }
}

/**
 * Embeds a picture: a JPEG byte for byte, a PNG as pdfkit does it.
 * @throws DamagedPicture if the pixels of a PNG cannot be had. A JPEG is not decoded.
 */
export function embedPicture(doc: PdfDocument, info: ImageInfo): PdfObject {
  if (info.format === 'jpeg') return embedJpeg(doc, info);
  try {
    // pdfkit inflates some PNGs on another thread and throws there, out of reach: a bad one must stop here.
    inflateSync(pngPixels(info.bytes), { maxOutputLength: mostPixelBytes(info) });
    return embedPng(doc, info.bytes);
  } catch (cause) {
    throw new DamagedPicture(info.key, cause);
  }
}

/** 16 bits for red, green, blue and alpha each, and a filter byte a row, of seven passes at most. */
function mostPixelBytes({ width, height }: ImageInfo): number {
  return 8 * width * height + 7 * (width + height);
}

const SPACES = { grey: 'DeviceGray', rgb: 'DeviceRGB', cmyk: 'DeviceCMYK' } as const;

/** Not pdfkit's own way: it inverts every CMYK JPEG, which is right only for those that Adobe's mark is in. */
function embedJpeg(doc: PdfDocument, info: ImageInfo): PdfObject {
  const turned = info.orientation > 4;
  const inverted = info.channels === 'cmyk' && hasAdobeMark(info.bytes);
  const entries = [
    '/Type /XObject /Subtype /Image /BitsPerComponent 8',
    `/Width ${turned ? info.height : info.width} /Height ${turned ? info.width : info.height}`,
    `/ColorSpace /${SPACES[info.channels]}${inverted ? ' /Decode [1 0 1 0 1 0 1 0]' : ''}`,
    '/Filter /DCTDecode',
  ];
  return writeStream(doc, entries.join(' '), info.bytes);
}

/** Whether the segments before the scan hold APP14 `Adobe` (ITU-T T.872, 6.5.3): CMYK is then inverted. */
function hasAdobeMark(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    if (bytes[at + 1] === 0xee && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === 'Adobe')
      return true;
    at += 2 + 256 * bytes[at + 2]! + bytes[at + 3]!;
  }
  return false;
}

const IDAT = 0x49444154;

/** The deflated pixels of a PNG: what its IDAT chunks hold, joined. */
function pngPixels(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === IDAT) parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return Buffer.concat(parts);
}
