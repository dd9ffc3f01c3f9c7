/** A place in a text → what the characters there are together: an emoji, a letter with its marks; and which run to the left. */

/** Hebrew, Arabic, Syriac, Thaana, N’Ko and what else runs from right to left (Unicode: bidi classes R and AL). */
export function isRightToLeft(codePoint: number): boolean {
  if (codePoint < 0x590) return false;
  if (codePoint < 0x900) return true;
  if (codePoint < 0xfb1d) return false;
  if (codePoint < 0xfe00) return true;
  if (codePoint < 0x10800) return codePoint >= 0xfe70 && codePoint < 0xfeff;
  return codePoint < 0x11000 || (codePoint >= 0x1e800 && codePoint < 0x1f000);
}

/** What may stand between two words that run to the left: the whole is told of once. */
export const BETWEEN_WORDS = /^[\s.,;:!?'"()\-\d]*$/;

/** Of a letter: what stands over it, under it or round it. */
export function isCombining(unit: number): boolean {
  if (unit < 0x300) return false;
  return (
    unit < 0x370 ||
    (unit >= 0x1ab0 && unit < 0x1b00) ||
    (unit >= 0x1dc0 && unit < 0x1e00) ||
    (unit >= 0x20d0 && unit < 0x2100) ||
    unit === 0x3099 ||
    unit === 0x309a ||
    (unit >= 0xfe20 && unit < 0xfe30)
  );
}

/** Where the marks behind a base end; they are all of the BMP. */
export function endOfCombining(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && isCombining(text.charCodeAt(end))) end += 1;
  return end;
}

const FLAG = '\\p{Regional_Indicator}{2}';
const KEYCAP = '[0-9#*]\\uFE0F?\\u20E3';
const PICTURE = '\\p{Extended_Pictographic}\\uFE0F?[\\u{1F3FB}-\\u{1F3FF}]?';
const EMOJI = new RegExp(`${FLAG}|${KEYCAP}|${PICTURE}(?:\\u200D${PICTURE})*`, 'uy');

/** True where an emoji may begin: beyond the BMP, or with a selector, a joiner or a keycap behind it. */
function mayBeEmoji(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd83c && unit < 0xd83f) return true;
  const next = text.charCodeAt(at + 1);
  return next === 0xfe0f || next === 0x200d || next === 0x20e3;
}

/** Where the emoji ends that begins at `at`, with its selectors, skin tone and all that is joined to it; null for none. */
export function endOfEmoji(text: string, at: number): number | null {
  if (!mayBeEmoji(text, at)) return null;
  EMOJI.lastIndex = at;
  const found = EMOJI.exec(text);
  return found === null ? null : at + found[0].length;
}

/** True for an emoji of several signs, which no face has a glyph for that could be had without shaping. */
export function isSequence(emoji: string): boolean {
  return [...emoji].filter((sign) => sign !== '\ufe0f').length > 1;
}
