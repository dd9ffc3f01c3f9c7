/** The first bytes of a file that is neither JPEG nor PNG → what it really is, to tell its owner. */

import { ascii } from './header.ts';

export interface Look {
  readonly zh: string;
  readonly en: string;
  /** It is a picture in another format, so converting helps. */
  readonly picture: boolean;
}

/** Marks at the start of a file. `?` stands for any character. */
const MARKS: readonly (readonly [mark: string, zh: string, en: string, picture: boolean])[] = [
  ['RIFF????WEBP', ' WebP 图片', 'a WebP picture', true],
  ['GIF8', ' GIF 图片', 'a GIF picture', true],
  ['BM', ' BMP 图片', 'a BMP picture', true],
  ['II*\0', ' TIFF 图片', 'a TIFF picture', true],
  ['MM\0*', ' TIFF 图片', 'a TIFF picture', true],
  ['8BPS', ' Photoshop 文件', 'a Photoshop file', true],
  ['\0\0\0\x0cJXL ', ' JPEG XL 图片', 'a JPEG XL picture', true],
  ['\xff\x0a', ' JPEG XL 图片', 'a JPEG XL picture', true],
  ['\0\0\0\x0cjP  ', ' JPEG 2000 图片', 'a JPEG 2000 picture', true],
  ['%PDF', ' PDF 文件', 'a PDF file', false],
  ['%!PS', ' PostScript 文件', 'a PostScript file', false],
  ['PK\x03\x04', '压缩包或 Word 文件', 'a zip archive or a Word file', false],
  ['\xd0\xcf\x11\xe0', '旧版 Office 文件', 'an old Office file', false],
  [
    'version https://git-lfs',
    ' Git LFS 指针，不是图片本身',
    'a Git LFS pointer, not the picture itself',
    false,
  ],
];

/** HEIF brands in the `ftyp` box (ISO/IEC 23008-12), and AVIF's. */
const HEIF = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

export function looksLike(bytes: Uint8Array): Look | null {
  const head = ascii(bytes, 0, 64);
  for (const [mark, zh, en, picture] of MARKS) {
    if ([...mark].every((c, k) => c === '?' || head[k] === c)) return { zh, en, picture };
  }
  if (head.slice(4, 8) === 'ftyp') {
    const brand = head.slice(8, 12);
    if (HEIF.has(brand))
      return { zh: ' HEIC 图片（手机照片）', en: 'a HEIC picture (from a phone)', picture: true };
    if (brand === 'avif' || brand === 'avis')
      return { zh: ' AVIF 图片', en: 'an AVIF picture', picture: true };
    return { zh: '视频文件', en: 'a video', picture: false };
  }
  return textLook(bytes);
}

/** Behind the XML declaration, comments and the document type, which drawing programs write before it. */
export function isSvg(bytes: Uint8Array): boolean {
  const start = ascii(bytes, 0, 4096)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return (
    start.startsWith('<') && !/^<(?:!doctype html|html)/i.test(start) && /<(?:svg:)?svg[\s>]/.test(start)
  );
}

function textLook(bytes: Uint8Array): Look | null {
  const start = ascii(bytes, 0, 512)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) {
    return {
      zh: '网页（HTML），多半是下载失败时的提示页',
      en: 'a web page (HTML), most likely an error page saved instead',
      picture: false,
    };
  }
  const blank = (byte: number): boolean => byte === 9 || byte === 10 || byte === 13;
  const text = bytes.subarray(0, 512).every((byte) => byte >= 32 || blank(byte));
  return text ? { zh: '文字', en: 'text', picture: false } : null;
}
