/** Nothing → the characters that the vendored fonts keep. */

import { readFileSync } from 'node:fs';

/**
 * Whole blocks of signs: a face keeps what it has of them. Newspapers print prices, degrees, numbered points,
 * rules made of box drawing, pinyin, foreign names, stock tables and arrows.
 */
const BLOCKS = [
  [0x0020, 0x007e, 'ASCII'],
  [0x00a0, 0x017f, 'Latin-1, Latin Extended-A'],
  [0x01cd, 0x01dc, 'pinyin: ǎ to ǜ'],
  [0x01f8, 0x01f9, 'pinyin: ǹ'],
  [0x0251, 0x0251, 'pinyin: ɑ'],
  [0x0261, 0x0261, 'pinyin: ɡ'],
  [0x02b0, 0x036f, 'tone marks, combining marks'],
  [0x0370, 0x03ff, 'Greek'],
  [0x0400, 0x045f, 'Cyrillic'],
  [0x1e3e, 0x1e3f, 'pinyin: ḿ'],
  [0x1ea0, 0x1ef9, 'Vietnamese, pinyin: ế ề'],
  [0x2000, 0x206f, 'general punctuation'],
  [0x2070, 0x209f, 'superscripts, subscripts'],
  [0x20a0, 0x20cf, 'currency'],
  [0x2100, 0x218f, 'letterlike signs, number forms'],
  [0x2190, 0x21ff, 'arrows'],
  [0x2200, 0x23ff, 'mathematics, technical'],
  [0x2460, 0x24ff, '① ⑴ ⒈ ⓐ'],
  [0x2500, 0x259f, 'box drawing, block elements'],
  [0x25a0, 0x26ff, '■ ▲ ● ★ ☆ ♀ ♪'],
  [0x2700, 0x27bf, 'dingbats, ❶'],
  [0x2e3a, 0x2e3b, 'two-em dash'],
  [0x2e80, 0x2ef3, 'radicals: ⺮ 字头, ⻊ 字旁'],
  [0x2ff0, 0x2ffb, 'description of characters that no font has: ⿰ ⿱'],
  [0x3000, 0x303f, 'CJK signs and marks'],
  [0x3041, 0x30ff, 'kana'],
  [0x3105, 0x312f, 'bopomofo'],
  [0x31a0, 0x31bf, 'bopomofo of dialects'],
  [0x31c0, 0x31e3, 'strokes: ㇏'],
  [0x3200, 0x33ff, '㈠ ㊣ ㎡ ㎏'],
  [0xfa0e, 0xfa29, 'Han of the compatibility block: 﨑'],
  [0xfb00, 0xfb06, 'ligatures of f'],
  [0xfe10, 0xfe1f, 'vertical forms'],
  [0xfe30, 0xfe6f, 'compatibility and small forms'],
  [0xff01, 0xffee, 'full-width and half-width forms'],
];

/** Han outside the lists that papers print all the same: new elements, other forms, Cantonese, 氹仔, names of Japanese. */
const EXTRA_HAN =
  '𠝹𠱁𠳏𠵱𠸎𠹌𠺘𠺢𠻹𡁵𡁻𡃁𡅏𢆡𢫏𢯎𢱕𢲈𢲲𢳂𢵌𣲷𥄫𥋇𦉘𦧲𧕴𨀤𨂽𨃩𨋢' +
  '〇䶮㛃堃喆犇囍槑峯臺祕綫髙鿔鿫鿬鿭衞鷄舖廸啓着鈎冇嘅咗嚟嘢咁佢哋喺唔嗰嚿冚乜攞瞓噉啲咪睇啱嘥冧嗌諗攰揾' +
  '氹辻畑働込峠榊笹凪匂枠栃渕鴫塀';

/** What chooses among the forms of the character before: the faces have some of such sequences. */
const SELECTORS = [
  [0xfe00, 0xfe0f],
  [0xe0100, 0xe01ef],
];

/** The 8,105 characters of the 通用规范汉字表. */
export function standardCharacters() {
  return listed('tgh-8105.txt');
}

/**
 * Traditional characters for papers of Taiwan and Hong Kong, and for names and quotations in the others: the
 * 5,401 common ones of Big5, the traditional forms of the 8,105, the 香港常用字字形表.
 */
export function traditionalCharacters() {
  return [...new Set([...big5Common(), ...listed('traditional.txt')])];
}

/**
 * Characters of persons' and places' names that the lists before have not: how they were found, the first line
 * says. Thirty of them the Kai alone has; text of the other faces falls back to it for those.
 */
export function nameCharacters() {
  return listed('names.txt');
}

/** A list of characters, its first line saying where it is from. */
function listed(file) {
  const [, ...lines] = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return Array.from(lines.join(''), (character) => character.codePointAt(0));
}

/** Big5 level 1, 常用字: rows A4 to C6, whose last cell is C67E. */
function big5Common() {
  const decoder = new TextDecoder('big5');
  const found = [];
  for (let row = 0xa4; row <= 0xc6; row++) {
    for (let cell = 0x40; cell <= (row === 0xc6 ? 0x7e : 0xfe); cell++) {
      if (cell > 0x7e && cell < 0xa1) continue;
      found.push(decoder.decode(new Uint8Array([row, cell])).codePointAt(0));
    }
  }
  return found;
}

/** GB/T 2312: signs of rows 1–9 and hanzi of rows 16–87, by way of GBK, which agrees there. */
export function gb2312() {
  const decoder = new TextDecoder('gbk');
  const found = [];
  for (let row = 1; row <= 87; row++) {
    if (row > 9 && row < 16) continue;
    for (let cell = 1; cell <= 94; cell++) {
      if (!inGb2312(row, cell)) continue;
      found.push(decoder.decode(new Uint8Array([0xa0 + row, 0xa0 + cell])).codePointAt(0));
    }
  }
  return found;
}

/** Cells of a row that GB/T 2312 fills; GBK put more into the gaps. */
const FILLED = {
  2: [17, 36, 37, 56, 57, 66, 69, 78, 81, 92],
  4: [1, 83],
  5: [1, 86],
  6: [1, 24, 33, 56],
  7: [1, 33, 49, 81],
  8: [1, 26, 37, 73],
  9: [4, 79],
  55: [1, 89],
};

function inGb2312(row, cell) {
  const ranges = FILLED[row] ?? [1, 94];
  for (let i = 0; i < ranges.length; i += 2) if (cell >= ranges[i] && cell <= ranges[i + 1]) return true;
  return false;
}

/** All code points that the cut keeps, where a face has them. */
export function charset() {
  const all = new Set([
    ...[...gb2312(), ...standardCharacters()],
    ...[...traditionalCharacters(), ...nameCharacters()],
  ]);
  for (const [from, to] of [...BLOCKS, ...SELECTORS])
    for (let codePoint = from; codePoint <= to; codePoint++) all.add(codePoint);
  for (const character of EXTRA_HAN) all.add(character.codePointAt(0));
  return [...all].sort((a, b) => a - b);
}
