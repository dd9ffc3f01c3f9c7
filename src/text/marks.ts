/**
 * Characters → their class: the one table for prohibition, width, blank side and squeeze.
 *
 * Widths and places of marks: GB/T 15834-2011 5.1.1–5.1.11; blank sides and what may shrink: CLREQ
 * #punctuation_width_adjustment; prohibition: CLREQ #prohibition_rules_for_line_start_end.
 */

/** What a character is to line setting. The order is of no meaning. */
export const Class = {
  /** Everything set one to a cell without a rule of its own: Han, kana, symbols. */
  HAN: 0,
  OPEN: 1,
  CLOSE: 2,
  /** ， 、 */
  COMMA: 3,
  /** 。 ． */
  STOP: 4,
  /** ： ； */
  COLON: 5,
  /** ！ ？ */
  EXCLAIM: 6,
  /** 破折号, two characters in one cell of 2 em (5.1.4). */
  DASH: 7,
  /** 省略号, two characters in one cell of 2 em (5.1.5). */
  ELLIPSIS: 8,
  /** 一字线 and 浪纹线: connectors of 1 em (5.1.6). */
  CONNECT: 9,
  /** 短横线: a connector of half an em (5.1.6). */
  HYPHEN: 10,
  /** 间隔号, half an em (5.1.7). */
  DOT: 11,
  /** 分隔号, half an em (5.1.9). */
  SLASH: 12,
  /** % ℃ and what else follows its number. */
  POSTFIX: 13,
  /** ￥ $ and what else stands before its number. */
  PREFIX: 14,
  /** 々 */
  ITERATION: 15,
  LATIN: 16,
  DIGIT: 17,
  SPACE: 18,
  /** Marks of Latin text: . , ; : ' " ( ) and the like. */
  LATIN_MARK: 19,
  /** ‼ ⁇ ⁈ ⁉ */
  EXCLAIM2: 20,
} as const;
export type Class = (typeof Class)[keyof typeof Class];

const MEMBERS: readonly (readonly [Class, string])[] = [
  [Class.OPEN, '“‘（〔［｛【〖《〈「『〝﹁﹃〈〘〚｟﹙﹛﹝︗︵︷︹︻︽︿﹇'],
  [Class.CLOSE, '”’）〕］｝】〗》〉」』〞﹂﹄〉〙〛〟｠﹚﹜﹞︘︶︸︺︼︾﹀﹈'],
  [Class.COMMA, '，、﹐﹑︐︑'],
  [Class.STOP, '。．﹒︒'],
  [Class.COLON, '：；﹔﹕︓︔'],
  [Class.EXCLAIM, '！？﹖﹗︕︖'],
  [Class.DASH, '⸺'],
  [Class.ELLIPSIS, '…⋯‥︙︰'],
  [Class.CONNECT, '—～―〜゠－﹘︱'],
  [Class.HYPHEN, '–‐﹣︲'],
  [Class.DOT, '·・･‧•'],
  [Class.SLASH, '／'],
  [Class.POSTFIX, '%％﹪‰‱°℃℉′″‵￠'],
  [Class.PREFIX, '￥¥$£€№'],
  [Class.ITERATION, '々〻ゝゞヽヾ'],
  [Class.EXCLAIM2, '‼⁇⁈⁉'],
  [Class.SPACE, ' \u3000\u00a0\u2002\u2003\u2009'],
  [Class.LATIN_MARK, '!"#&\'()*+,-./:;<=>?@[\\]^_`{|}~«»¡¿‑'],
];

const TABLE = makeTable();

function makeTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const fill = (from: number, to: number, cls: Class): void => {
    table.fill(cls, from, to + 1);
  };
  fill(0x41, 0x5a, Class.LATIN);
  fill(0x61, 0x7a, Class.LATIN);
  fill(0x30, 0x39, Class.DIGIT);
  fill(0xaa, 0xaa, Class.LATIN);
  fill(0xb5, 0xb5, Class.LATIN);
  // km², H₂O: part of the word or number they stand in.
  fill(0xb2, 0xb3, Class.LATIN);
  fill(0xb9, 0xb9, Class.LATIN);
  fill(0x2070, 0x209c, Class.LATIN);
  fill(0xc0, 0x24f, Class.LATIN);
  fill(0xd7, 0xd7, Class.HAN);
  fill(0xf7, 0xf7, Class.HAN);
  fill(0x370, 0x52f, Class.LATIN);
  fill(0x1e00, 0x1fff, Class.LATIN);
  fill(0x300, 0x36f, Class.LATIN);
  for (const [cls, members] of MEMBERS) {
    for (const member of members) table[member.charCodeAt(0)] = cls;
  }
  return table;
}

/** The class of a code point by itself; context (a Latin quote, a single dash) is `itemize.ts`'s. */
export function classOf(codePoint: number): Class {
  return codePoint < 0x10000 ? (TABLE[codePoint] as Class) : Class.HAN;
}

/** True for letters and digits of alphabets: what 汉西间距 stands next to. */
export function isLatin(cls: Class): boolean {
  return cls === Class.LATIN || cls === Class.DIGIT;
}

/** True for the half-width marks' classes whose blank may be trimmed or shrunk: they sit in half their cell. */
export function hasBlank(cls: Class): boolean {
  return cls >= Class.OPEN && cls <= Class.EXCLAIM;
}

/** Which end of a line a class may not stand at. Bit 1: not at a line's start; bit 2: not at its end. */
export const NOT_AT_START = 1;
export const NOT_AT_END = 2;
