/** A PNG's bytes → its header, by a walk over its chunks to IEND (PNG, third edition, clause 5). */

import { message } from '../diagnostics.ts';
import { exifOrientation } from './exif.ts';
import { ascii, damaged, type Header, type ImageFault, truncated, u32, unsupported } from './header.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, k) => bytes[k] === byte);
}

export function readPng(bytes: Uint8Array): Header | ImageFault {
  let header: Uint8Array | null = null;
  let orientation = 1;
  let hasData = false;
  let transparent = false;
  for (let at = SIGNATURE.length; ; ) {
    if (at + 12 > bytes.length) return NO_END;
    const length = u32(bytes, at);
    const type = ascii(bytes, at + 4, 4);
    const next = at + 12 + length;
    if (next > bytes.length) return NO_END;
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (header === null && type !== 'IHDR') {
      return damaged(message('PNG 没有以 IHDR 开头', 'the PNG does not begin with IHDR'));
    }
    if (type === 'IHDR') header = body;
    else if (type === 'IDAT') hasData = true;
    else if (type === 'tRNS') transparent = true;
    else if (type === 'eXIf') orientation = exifOrientation(body);
    else if (type === 'IEND') break;
    at = next;
  }
  if (header === null || !hasData) {
    return damaged(message('PNG 里没有图像数据', 'the PNG holds no picture data'));
  }
  return readHeader(header, orientation, transparent);
}

const NO_END = truncated(message('缺少 PNG 结尾（IEND）', 'the end of the PNG (IEND) is missing'));

/** IHDR (11.2.1): width, height, bit depth, colour type. */
function readHeader(header: Uint8Array, orientation: number, transparent: boolean): Header | ImageFault {
  if (header.length !== 13)
    return damaged(message('PNG 文件头长度不对', 'the PNG header has a wrong length'));
  const storedWidth = u32(header, 0);
  const storedHeight = u32(header, 4);
  const colour = COLOURS[header[9]!];
  if (storedWidth === 0 || storedHeight === 0) {
    return damaged(message('PNG 的宽或高为 0', 'the width or height of the PNG is 0'));
  }
  if (colour === undefined) {
    return unsupported(message(`颜色类型 ${header[9]} 的 PNG`, `a PNG of colour type ${header[9]}`));
  }
  const { channels, alpha } = colour;
  return { format: 'png', storedWidth, storedHeight, orientation, channels, alpha: alpha || transparent };
}

/** Colour types of 11.2.1; 3 is a palette, whose entries are RGB. */
const COLOURS: Readonly<Record<number, { channels: Header['channels']; alpha: boolean }>> = {
  0: { channels: 'grey', alpha: false },
  2: { channels: 'rgb', alpha: false },
  3: { channels: 'rgb', alpha: false },
  4: { channels: 'grey', alpha: true },
  6: { channels: 'rgb', alpha: true },
};
