/**
 * An image file's bytes in → what its header says, an SVG's drawing, or what is wrong with it.
 *
 * Reading decodes nothing: a page of photos costs a walk over their segments. That walk also shows a file that
 * was cut short on its way, which decoders fill up with grey. Only the pixels of a PNG are looked at once more,
 * when it goes into a PDF.
 */

import { message } from '../diagnostics.ts';
import { fault, type Header, type ImageFault, type ImageRead } from './header.ts';
import { type ImageKey, MAX_PIXELS, type PhotoInfo } from './image.ts';
import { isJpeg, readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { isPng } from './png-chunks.ts';
import { readSvg } from './read-svg.ts';
import { isSvg, looksLike } from './sniff.ts';

export { isCodeKey, readCode } from './codes.ts';
export type { ImageFault, ImageRead } from './header.ts';
export type { ArtworkInfo, ImageInfo, ImageKey } from './image.ts';
export { hasAdobeMark } from './jpeg.ts';
export { type PngPixels, readPngPixels } from './png-pixels.ts';
export { type PressPhoto, type PressPhotoJob, pressPhoto } from './press-photo.ts';

/**
 * Reads a JPEG or PNG by its header, an SVG whole.
 *
 * @returns the image, or a fault with one of the codes `image-empty`, `not-an-image`, `image-truncated`,
 * `image-damaged`, `image-unsupported`, `svg-unsupported`, `image-too-large` (over 200 megapixels).
 */
export function readImage(key: ImageKey, bytes: Uint8Array): ImageRead {
  if (bytes.length === 0) {
    return fault('image-empty', message('图片文件是空的', 'the image file is empty'), SEND_AGAIN);
  }
  if (isSvg(bytes)) return readSvg(key, bytes);
  const header = isJpeg(bytes) ? readJpeg(bytes) : isPng(bytes) ? readPng(bytes) : notAnImage(bytes);
  if ('kind' in header) return header;
  const { storedWidth, storedHeight, ...rest } = header;
  if (storedWidth * storedHeight > MAX_PIXELS) return tooLarge(header);
  const turned = header.orientation >= 5;
  const image: PhotoInfo = {
    key,
    ...rest,
    width: turned ? storedHeight : storedWidth,
    height: turned ? storedWidth : storedHeight,
    bytes,
  };
  return { kind: 'image', image };
}

const SEND_AGAIN = message('请重新传一次这张图片。', 'Transfer the image once more.');

function notAnImage(bytes: Uint8Array): ImageFault {
  const what = looksLike(bytes);
  if (what === null) {
    return fault(
      'not-an-image',
      message('这不是图片：既不是 JPEG 也不是 PNG', 'this is no image: neither JPEG nor PNG'),
      message('请换成 JPEG 或 PNG 图片。', 'Use a JPEG or PNG image.'),
    );
  }
  return fault(
    'not-an-image',
    message(`这不是 JPEG 或 PNG，内容是${what.zh}`, `this is neither JPEG nor PNG but ${what.en}`),
    what.picture
      ? message('请另存为 JPEG（只改扩展名不行）。', 'Convert it to JPEG (a new file name is not enough).')
      : message('请换成 JPEG 或 PNG 图片。', 'Use a JPEG or PNG image.'),
  );
}

function tooLarge(header: Header): ImageFault {
  const { storedWidth: w, storedHeight: h } = header;
  const million = Math.ceil((w * h) / 1_000_000);
  return fault(
    'image-too-large',
    message(
      `图片有 ${w}×${h} 像素，合 ${million} 百万像素，上限是 200 百万像素`,
      `the image has ${w}×${h} pixels, ${million} megapixels; the limit is 200`,
    ),
    message('请把图片缩小后再用。', 'Scale the image down.'),
  );
}
