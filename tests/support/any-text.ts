/** Arbitrary texts as newspapers have them: Han, Latin, figures and all marks, in any order. */

import fc from 'fast-check';

/** All 6,763 Han characters of GB 2312: rows B0–F7, cells A1–FE, where one is assigned. */
const GB_2312 = gb2312Han();

function gb2312Han(): readonly string[] {
  const decoder = new TextDecoder('gb18030');
  const found: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^[\u4e00-\u9fff]$/.test(character)) found.push(character);
    }
  }
  return found;
}

const RARE = [...'䶮㛃堃喆犇镕燚垚〇々'];
const CHINESE_MARKS = [...'，。、；：？！“”‘’（）《》〈〉【】〔〕『』「」［］…—～·￥％'];
/** Without `*`, which is mark-up. */
const ASCII = Array.from({ length: 95 }, (_, k) => String.fromCharCode(32 + k)).filter((c) => c !== '*');
const SYMBOLS = [...'℃‰±×÷≤≥①②㎡ⅠⅡ→★●■▲αβμΩéüāǎБд°§'];

const word = (pool: readonly string[], most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...pool), { minLength: 1, maxLength: most })
    .map((characters) => characters.join(''));

const PIECES = fc.oneof(
  { weight: 8, arbitrary: word(GB_2312, 20) },
  { weight: 3, arbitrary: word(CHINESE_MARKS, 3) },
  { weight: 2, arbitrary: word([...'abcdefghijklmnopqrstuvwxyzABCXYZ'], 12) },
  { weight: 2, arbitrary: word([...'0123456789.,:%-/'], 8) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('——', '……', '18.7%', '4.3亿', '10:30', '3:2', 'PM2.5', "It's", '  '),
  },
  { weight: 1, arbitrary: word(ASCII, 6) },
  { weight: 1, arbitrary: word([...RARE, ...SYMBOLS], 3) },
);

/**
 * One paragraph. It begins and ends with Han, so that nothing at its edges is mark-up, and holds no picture
 * and no span in the dialect's notation.
 */
export function anyParagraph(most: number): fc.Arbitrary<string> {
  return fc
    .tuple(word(GB_2312, 2), fc.array(PIECES, { maxLength: most }), word(GB_2312, 2))
    .map(
      ([start, middle, end]) =>
        `${start}${middle.join('').replaceAll('![', '!').replaceAll(']{', ']').replace(/ +/g, ' ')}${end}`,
    );
}

/** Han with marks where a sentence has them, of a length in characters: text that sets well. */
export function plainText(length: number, seed: number): string {
  let text = '';
  for (let k = 0; text.length < length - 1; k++) {
    const isMark = k % 11 === 10;
    text += isMark ? '，' : GB_2312[(seed * 31 + k * 97 + k * k) % GB_2312.length]!;
  }
  return `${text}。`;
}
