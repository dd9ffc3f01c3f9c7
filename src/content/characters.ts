/** A character, or a place in a text → what it is to the rules of normalising: Han, Latin, a mark, a blank. */

/** Marks that exist in Chinese text only: full-width points, brackets, book-title marks, corner quotes. */
const HAN_MARKS = new Set('、。，．；：？！（）［］｛｝〔〕【】〖〗《》〈〉「」『』～');

/** Marks that Chinese and Latin text share: a look for a neighbour passes over them. */
const SHARED_MARKS = new Set(`“”‘’"'()[]—…·,;:?!`);

/** Ideographs with their iteration mark and 〇, radicals, bopomofo, kana, the supplementary ideographs. */
export function isHan(codePoint: number): boolean {
  return (
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0x3005 && codePoint <= 0x3007) ||
    (codePoint >= 0x3021 && codePoint <= 0x3029) ||
    (codePoint >= 0x2e80 && codePoint <= 0x2fdf) ||
    (codePoint >= 0x3041 && codePoint <= 0x30fa) ||
    (codePoint >= 0x30fc && codePoint <= 0x312f) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd)
  );
}

export function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9';
}

/** Basic Latin and the letters with accents of Latin-1 and Latin Extended-A and -B. */
export function isLatinLetter(c: string | undefined): boolean {
  return c !== undefined && /[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]/.test(c);
}

export function isLatin(c: string | undefined): boolean {
  return isDigit(c) || isLatinLetter(c);
}

/** Blanks of any width, the ideographic space and line ends among them. */
export function isBlank(c: string | undefined): boolean {
  return c !== undefined && /[\s\u00A0\u3000]/.test(c);
}

/** Blanks that text in Han does not have between its characters; U+3000 is set on purpose, and stays. */
export const NARROW_BLANKS = '[\\t \\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F]';

export function isHanMark(c: string | undefined): boolean {
  return c !== undefined && HAN_MARKS.has(c);
}

/** True at a Han character or at a mark that only Chinese has. */
export function isHanOrMark(text: string, at: number): boolean {
  const c = text[at];
  if (c === undefined) return false;
  return HAN_MARKS.has(c) || isHan(codePointAround(text, at));
}

export function isSharedMark(c: string | undefined): boolean {
  return c !== undefined && SHARED_MARKS.has(c);
}

/** The code point of which the unit at `at` is a part, a second half of a pair included. */
function codePointAround(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff && at > 0;
  return text.codePointAt(isSecondHalf ? at - 1 : at)!;
}

/** How far a look goes over blanks and shared marks; more in a row is no sentence. */
const FARTHEST = 64;

/**
 * Whether Chinese stands next to a place: the nearest character from `at` on in a direction that is neither
 * a blank nor a mark shared with Latin.
 */
export function hanLiesBeside(text: string, at: number, direction: 1 | -1): boolean {
  let k = at;
  const last = at + direction * FARTHEST;
  while (k !== last && (isBlank(text[k]) || isSharedMark(text[k]))) k += direction;
  return isHanOrMark(text, k);
}
