/**
 * Text → its 字数, as Word counts it, so that an editor can cut to the number.
 *
 * A Han character, a kana and every CJK mark count one each; what else stands together without a blank
 * counts one: a Latin word, a number with its sign and unit (18.7%, 4.3, GB/T). Blanks, combining marks,
 * variation selectors and zero-width characters count nothing.
 */

/** 字数 of a text. Linear in its length. */
export function countCharacters(text: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (text.codePointAt(at)! > 0xffff) at += 1;
    if (kind === 'mute') continue;
    if (kind === 'single' || (kind === 'word' && !inWord)) count += 1;
    inWord = kind === 'word';
  }
  return count;
}

type Kind = 'single' | 'word' | 'blank' | 'mute';

function kindAt(text: string, at: number): Kind {
  const code = text.codePointAt(at)!;
  if (code < 0x80) return code <= 0x20 || code === 0x7f ? 'blank' : 'word';
  if (code >= 0x4e00 && code <= 0x9fff) return 'single';
  if (isBlank(code)) return 'blank';
  if (isMute(code)) return 'mute';
  if (JOINERS.has(code)) return isWordUnit(text, at - 1) && isWordUnit(text, at + 1) ? 'word' : 'single';
  return isSingle(code) ? 'single' : 'word';
}

/** ’ in don’t and · between Latin letters belong to the word; next to Han they are marks. */
const JOINERS: ReadonlySet<number> = new Set([0x2019, 0xb7]);

function isWordUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f)
  );
}

function isBlank(code: number): boolean {
  return (
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x80 && code <= 0x9f) ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

function isMute(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0x302a && code <= 0x302f) ||
    (code >= 0x3099 && code <= 0x309a) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xfe20 && code <= 0xfe2f) ||
    code === 0xfeff ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}

/** Ranges of characters that count one each; the marks shared with Latin text among them. */
const SINGLES: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff], // Hangul letters
  [0x2014, 0x2015], // 破折号
  [0x2018, 0x201f], // quotes
  [0x2020, 0x2027], // … · †
  [0x203b, 0x203b], // ※
  [0x2103, 0x2103], // ℃
  [0x2109, 0x2109],
  [0x2116, 0x2116], // №
  [0x2160, 0x217f], // Ⅰ
  [0x2190, 0x23ff], // arrows, operators
  [0x2460, 0x27bf], // ①, box drawing, ■ ▲ ★
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf], // kana, bopomofo, ㈠ ㎡, Han, Yi
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffef], // full-width forms
  [0x1f000, 0x1faff], // emoji
  [0x20000, 0x3ffff],
];

function isSingle(code: number): boolean {
  return SINGLES.some(([first, last]) => code >= first && code <= last);
}
