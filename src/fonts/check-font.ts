/** The bytes of a user's font file → what is wrong with it, said so that a newsroom can mend it. */

import { type Message, message } from '../diagnostics.ts';
import { REQUIRED_TABLES, readTables, viewOf } from './program.ts';

export interface FontFault {
  readonly code: 'font-format' | 'font-broken';
  readonly what: Message;
  readonly cure: Message;
}

const GET_TTF = message(
  '请换成这款字体的 TrueType 版（.ttf），字体厂商一般都提供。',
  'Use the TrueType version (.ttf) of the font; foundries usually have one.',
);
const GET_AGAIN = message(
  '请重新下载，或从能正常使用它的电脑上再复制一份。',
  'Download it again, or copy it once more from a computer where it works.',
);

/** By the first four bytes of the file (ISO/IEC 14496-22, 5.1; WOFF 1 and 2). */
const FORMATS: ReadonlyMap<string, FontFault> = new Map([
  ['wOF2', unusable('是网页字体（WOFF2）', 'is a web font (WOFF2)')],
  ['wOFF', unusable('是网页字体（WOFF）', 'is a web font (WOFF)')],
  ['OTTO', unusable('是 PostScript 曲线的字体（OTF/CFF）', 'has PostScript outlines (OTF/CFF)')],
  [
    'ttcf',
    {
      code: 'font-format',
      what: message('是字体合集（TTC），一个文件里有好几款字', 'is a collection (TTC) of several fonts'),
      cure: message(
        '请用字体工具把它拆成单个的 .ttf 文件。',
        'Split it into single .ttf files with a font tool.',
      ),
    },
  ],
]);

const TRUE_TYPE = ['\0\x01\0\0', 'true'];

function unusable(zh: string, en: string): FontFault {
  return { code: 'font-format', what: message(zh, en), cure: GET_TTF };
}

function broken(zh: string, en: string): FontFault {
  return { code: 'font-broken', what: message(zh, en), cure: GET_AGAIN };
}

/** Null for a sound TrueType font: all that `openProgram` and the face table rely on is there. */
export function checkFont(bytes: Uint8Array): FontFault | null {
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  const format = FORMATS.get(signature);
  if (format !== undefined) return format;
  if (!TRUE_TYPE.includes(signature)) return broken('不是字体文件', 'is not a font');
  const tables = readTables(bytes);
  if (tables.has('CFF ') || tables.has('CFF2')) return FORMATS.get('OTTO')!;
  const missing = REQUIRED_TABLES.filter((tag) => !tables.has(tag));
  if (missing.length > 0) {
    return broken(
      `不完整，缺少数据表 ${missing.join('、')}`,
      `is incomplete: it lacks the tables ${missing.join(', ')}`,
    );
  }
  if (tables.size < viewOf(bytes).getUint16(4)) {
    return broken('不完整，文件少了一截', 'is incomplete: the file is cut short');
  }
  if (!outlinesFit(tables)) return broken('已损坏，字形数据对不上', 'is damaged: its outlines do not add up');
  if (!hasUnicodeMap(tables.get('cmap')!)) {
    return {
      code: 'font-format',
      what: message('没有 Unicode 编码表，无法按字取形', 'has no Unicode map from characters to glyphs'),
      cure: GET_TTF,
    };
  }
  return null;
}

/** Every glyph lies within `glyf`, and every advance within `hmtx`. */
function outlinesFit(tables: ReadonlyMap<string, Uint8Array>): boolean {
  const sizes = { head: 54, maxp: 6, hhea: 36 };
  for (const [tag, size] of Object.entries(sizes)) if (tables.get(tag)!.length < size) return false;
  const unitsPerEm = viewOf(tables.get('head')!).getUint16(18);
  const long = viewOf(tables.get('head')!).getInt16(50) === 1;
  const glyphCount = viewOf(tables.get('maxp')!).getUint16(4);
  const metrics = viewOf(tables.get('hhea')!).getUint16(34);
  const loca = viewOf(tables.get('loca')!);
  if (unitsPerEm === 0 || glyphCount === 0 || metrics === 0 || metrics > glyphCount) return false;
  if (loca.byteLength < (glyphCount + 1) * (long ? 4 : 2)) return false;
  if (tables.get('hmtx')!.length < metrics * 4 + (glyphCount - metrics) * 2) return false;
  let last = 0;
  for (let gid = 0; gid <= glyphCount; gid++) {
    const at = long ? loca.getUint32(gid * 4) : loca.getUint16(gid * 2) * 2;
    if (at < last || (at > last && gid > 0 && at - last < 10)) return false;
    last = at;
  }
  return last <= tables.get('glyf')!.length;
}

/** Encodings of `cmap` that are Unicode: platform 0 but for variation sequences, and Windows 1 and 10. */
function hasUnicodeMap(cmap: Uint8Array): boolean {
  const view = viewOf(cmap);
  const count = cmap.length < 4 ? 0 : view.getUint16(2);
  for (let entry = 4; entry < 4 + 8 * count && entry + 8 <= cmap.length; entry += 8) {
    const [platform, encoding] = [view.getUint16(entry), view.getUint16(entry + 2)];
    const unicode = platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10);
    if (unicode && view.getUint32(entry + 4) + 4 <= cmap.length) return true;
  }
  return false;
}
