/** What the readers of single formats give: a header, or a fault with its cure. */

import { type Message, message } from '../diagnostics.ts';
import type { ImageInfo, PhotoInfo } from './image.ts';

/** The image is at fault; where it was named, the caller knows. */
export interface ImageFault {
  readonly kind: 'fault';
  readonly code: string;
  readonly message: Message;
  readonly hints: readonly Message[];
  /** Where in the file's text, if it is text: offsets. */
  readonly at?: { readonly text: string; readonly start: number; readonly end: number };
}

export type ImageRead = { readonly kind: 'image'; readonly image: ImageInfo } | ImageFault;

/** Width and height as stored, before the EXIF orientation is applied. */
export interface Header {
  readonly format: PhotoInfo['format'];
  readonly storedWidth: number;
  readonly storedHeight: number;
  readonly orientation: number;
  readonly channels: PhotoInfo['channels'];
  readonly alpha: boolean;
}

export function fault(code: string, text: Message, ...hints: Message[]): ImageFault {
  return { kind: 'fault', code, message: text, hints };
}

/** `missing`: what the file should have had at its end. */
export function truncated(missing: Message): ImageFault {
  return fault(
    'image-truncated',
    message(`图片不完整：${missing.zh}`, `the image is cut short: ${missing.en}`),
    message(
      '多半是传输中断，请重新传一次。',
      'Most likely a transfer was broken off: transfer it once more.',
    ),
  );
}

export function damaged(what: Message): ImageFault {
  return fault(
    'image-damaged',
    message(`图片损坏：${what.zh}`, `the image is damaged: ${what.en}`),
    message('请重新导出或重新传一次。', 'Export or transfer it once more.'),
  );
}

export function unsupported(what: Message): ImageFault {
  return fault(
    'image-unsupported',
    message(`不支持这种图片：${what.zh}`, `this kind of image is not supported: ${what.en}`),
    message(
      '请另存为普通 JPEG（8 位，基线或渐进）。',
      'Save it as an ordinary JPEG (8 bit, baseline or progressive).',
    ),
  );
}

/** Big-endian numbers of two and four bytes. */
export function u16(bytes: Uint8Array, at: number): number {
  return bytes[at]! * 256 + bytes[at + 1]!;
}

export function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) * 65536 + u16(bytes, at + 2);
}

/** The characters of bytes, as in ASCII. */
export function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
