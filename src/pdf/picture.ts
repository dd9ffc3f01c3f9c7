/** Pictures of the pages → image objects, each embedded once, and the operators that place them. */

import { deflateSync } from 'node:zlib';
import type { ImageKey, PhotoInfo } from '../images/image.ts';
import { hasAdobeMark, type PngPixels, readPngPixels } from '../images/index.ts';
import type { Picture } from '../layout/page.ts';
import { type PdfDocument, type PdfObject, writeStream } from './glyphs.ts';
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
  constructor(key: ImageKey) {
    super(`the pixels of ${key} are damaged`);
    this.name = 'DamagedPicture';
    this.key = key;
  }
}

/**
 * Embeds a picture: a JPEG byte for byte, a PNG as its pixels.
 * @throws DamagedPicture if the pixels of a PNG cannot be had. A JPEG is not decoded.
 */
export function embedPicture(doc: PdfDocument, info: PhotoInfo): PdfObject {
  if (info.format === 'jpeg') return embedJpeg(doc, info);
  const pixels = readPngPixels(info.bytes);
  if (pixels === null) throw new DamagedPicture(info.key);
  return embedPng(doc, info, pixels);
}

/** The entries of every image's dictionary. Width and height are as stored, before it is turned. */
function imageEntries({ width, height, orientation }: PhotoInfo, bits: number, space: string): string {
  const turned = orientation > 4;
  const size = `/Width ${turned ? height : width} /Height ${turned ? width : height}`;
  return `/Type /XObject /Subtype /Image ${size} /BitsPerComponent ${bits} /ColorSpace ${space}`;
}

/** PNG's own filters are PDF's predictors from 10 on (ISO 32000-1, 7.4.4.4). */
function embedPng(doc: PdfDocument, info: PhotoInfo, pixels: PngPixels): PdfObject {
  const space = pixels.samples === 1 ? '/DeviceGray' : '/DeviceRGB';
  if (pixels.kind === 'deflated') {
    const { data, bits, samples, palette } = pixels;
    const columns = info.orientation > 4 ? info.height : info.width;
    const rows = `/Colors ${samples} /BitsPerComponent ${bits} /Columns ${columns}`;
    const filter = `/Filter /FlateDecode /DecodeParms << /Predictor 15 ${rows} >>`;
    return writeStream(doc, `${imageEntries(info, bits, indexed(palette) ?? space)} ${filter}`, data);
  }
  const mask = pixels.alpha === null ? '' : ` /SMask ${embedAlpha(doc, info, pixels.alpha)}`;
  const entries = `${imageEntries(info, 8, space)} /Filter /FlateDecode${mask}`;
  return writeStream(doc, entries, deflateSync(pixels.data));
}

/** A palette's entries stand in the dictionary as a hexadecimal string. */
function indexed(palette: Uint8Array | null): string | null {
  if (palette === null) return null;
  return `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${Buffer.from(palette).toString('hex')}>]`;
}

function embedAlpha(doc: PdfDocument, info: PhotoInfo, alpha: Uint8Array): string {
  const entries = `${imageEntries(info, 8, '/DeviceGray')} /Filter /FlateDecode`;
  return String(writeStream(doc, entries, deflateSync(alpha)));
}

const SPACES = { grey: 'DeviceGray', rgb: 'DeviceRGB', cmyk: 'DeviceCMYK' } as const;

/** Not pdfkit's own way: it inverts every CMYK JPEG, which is right only for those that Adobe's mark is in. */
function embedJpeg(doc: PdfDocument, info: PhotoInfo): PdfObject {
  const inverted = info.channels === 'cmyk' && hasAdobeMark(info.bytes);
  const decode = inverted ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
  const entries = `${imageEntries(info, 8, `/${SPACES[info.channels]}`)}${decode} /Filter /DCTDecode`;
  return writeStream(doc, entries, info.bytes);
}
