/** A PNG's bytes → its header, by a walk over its chunks to IEND (PNG, third edition, clauses 5 and 11). */

import { message } from '../diagnostics.ts';
import { exifOrientation } from './exif.ts';
import { damaged, type Header, type ImageFault, truncated, unsupported } from './header.ts';
import { type Chunk, type PngHeader, pngChunks, pngHeader } from './png-chunks.ts';

export function readPng(bytes: Uint8Array): Header | ImageFault {
  const chunks = pngChunks(bytes);
  if (chunks === null) return NO_END;
  const [first] = chunks;
  if (first?.type !== 'IHDR') {
    return damaged(message('PNG 没有以 IHDR 开头', 'the PNG does not begin with IHDR'));
  }
  const header = pngHeader(first.body);
  if (header === null) return damaged(message('PNG 文件头长度不对', 'the PNG header has a wrong length'));
  const named = (type: string): Chunk | undefined => chunks.find((chunk) => chunk.type === type);
  if (named('IDAT') === undefined) {
    return damaged(message('PNG 里没有图像数据', 'the PNG holds no picture data'));
  }
  const fault = checkHeader(header) ?? checkPalette(header, named('PLTE'));
  if (fault !== null) return fault;
  const exif = named('eXIf');
  const { channels, alpha } = COLOURS[header.colour]!;
  return {
    format: 'png',
    storedWidth: header.width,
    storedHeight: header.height,
    orientation: exif === undefined ? 1 : exifOrientation(exif.body),
    channels,
    alpha: alpha || named('tRNS') !== undefined,
  };
}

const NO_END = truncated(message('缺少 PNG 结尾（IEND）', 'the end of the PNG (IEND) is missing'));

function checkHeader({ width, height, bits, colour, ...methods }: PngHeader): ImageFault | null {
  if (width === 0 || height === 0) {
    return damaged(message('PNG 的宽或高为 0', 'the width or height of the PNG is 0'));
  }
  const kind = COLOURS[colour];
  if (kind === undefined) {
    return unsupported(message(`颜色类型 ${colour} 的 PNG`, `a PNG of colour type ${colour}`));
  }
  if (!kind.bits.includes(bits)) {
    return damaged(
      message(`PNG 的位深不能是 ${bits}`, `a PNG of its colour type cannot have ${bits} bits a sample`),
    );
  }
  if (methods.compression === 0 && methods.filter === 0 && methods.interlace <= 1) return null;
  return damaged(message('PNG 的压缩方法不认识', 'the PNG names an unknown method of compression'));
}

/** PLTE (11.2.2): 1 to 256 entries of three bytes. */
function checkPalette({ colour }: PngHeader, palette: Chunk | undefined): ImageFault | null {
  if (colour !== 3) return null;
  const length = palette?.body.length ?? 0;
  if (length > 0 && length <= 768 && length % 3 === 0) return null;
  return damaged(message('PNG 的调色板不对', 'the palette of the PNG is missing or wrong'));
}

/** Colour types and their bit depths by table 11.1; 3 is a palette, whose entries are RGB. */
const COLOURS: Readonly<
  Record<number, Pick<Header, 'channels' | 'alpha'> & { readonly bits: readonly number[] }>
> = {
  0: { channels: 'grey', alpha: false, bits: [1, 2, 4, 8, 16] },
  2: { channels: 'rgb', alpha: false, bits: [8, 16] },
  3: { channels: 'rgb', alpha: false, bits: [1, 2, 4, 8] },
  4: { channels: 'grey', alpha: true, bits: [8, 16] },
  6: { channels: 'rgb', alpha: true, bits: [8, 16] },
};
