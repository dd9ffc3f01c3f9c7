/** A paragraph's text → the class of each character in its context: Latin quotes, 破折号, numbers. */

import { Class, classOf, isLatin } from './marks.ts';

/** Classes by UTF-16 unit; the second half of a surrogate pair repeats the first. */
export function itemize(text: string): Uint8Array {
  const classes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    classes[i] = unit >= 0xd800 && unit < 0xe000 ? Class.HAN : classOf(unit);
  }
  for (let i = 0; i < text.length; i++) resolve(text, classes, i);
  return classes;
}

const OPENING_QUOTES = '“‘';
const CLOSING_QUOTES = '”’';

function resolve(text: string, classes: Uint8Array, i: number): void {
  const cls = classes[i];
  if (cls === Class.OPEN || cls === Class.CLOSE) resolveQuote(text, classes, i);
  else if (cls === Class.CONNECT) resolveDash(text, classes, i);
  else if (cls === Class.LATIN_MARK) resolveLatinMark(text, classes, i);
  else if (cls === Class.HYPHEN && between(classes, i, isLatin)) classes[i] = Class.LATIN_MARK;
  else if (cls === Class.HAN && isSign(text[i]!) && classes[i + 1] === Class.DIGIT) {
    classes[i] = Class.LATIN_MARK;
  }
}

function isSign(character: string): boolean {
  return character === '−' || character === '±';
}

function between(classes: Uint8Array, i: number, test: (cls: Class) => boolean): boolean {
  return i > 0 && i + 1 < classes.length && test(classes[i - 1] as Class) && test(classes[i + 1] as Class);
}

/**
 * “” and ‘’ serve Chinese and Latin text alike. They are Latin where they stand in Latin text: Latin (or
 * nothing) on both sides, blanks and marks passed over. ’ between letters is an apostrophe.
 */
function resolveQuote(text: string, classes: Uint8Array, i: number): void {
  const character = text[i]!;
  if (character === '’' && between(classes, i, isLatin)) {
    classes[i] = Class.LATIN;
    return;
  }
  if (!OPENING_QUOTES.includes(character) && !CLOSING_QUOTES.includes(character)) return;
  const before = nearest(classes, i, -1);
  const after = nearest(classes, i, 1);
  if (before === null && after === null) return;
  if ((before === null || isLatin(before)) && (after === null || isLatin(after))) {
    if (spansChinese(text, classes, i)) return;
    classes[i] = Class.LATIN_MARK;
  }
}

/** The class of the nearest letter, digit or Han on one side; null at the paragraph's edge. */
function nearest(classes: Uint8Array, from: number, step: 1 | -1): Class | null {
  for (let i = from + step; i >= 0 && i < classes.length; i += step) {
    const cls = classes[i] as Class;
    if (cls !== Class.SPACE && cls !== Class.LATIN_MARK && cls !== Class.OPEN && cls !== Class.CLOSE)
      return cls;
  }
  return null;
}

/** A quotation that begins and ends in Latin but stands in or holds Chinese is set with Chinese quotes. */
function spansChinese(text: string, classes: Uint8Array, i: number): boolean {
  const opening = OPENING_QUOTES.indexOf(text[i]!);
  const step = opening >= 0 ? 1 : -1;
  const partner = opening >= 0 ? CLOSING_QUOTES[opening]! : OPENING_QUOTES[CLOSING_QUOTES.indexOf(text[i]!)]!;
  let at = i + step;
  while (at >= 0 && at < text.length && text[at] !== partner) {
    if (classes[at] === Class.HAN) return true;
    at += step;
  }
  const beyond = nearest(classes, at, step);
  return at >= 0 && at < text.length && beyond === Class.HAN;
}

/** —— is one 破折号 of two characters; a third begins another. A single — is the 一字线 (5.1.4, 5.1.6). */
function resolveDash(text: string, classes: Uint8Array, i: number): void {
  if (text[i] !== '—' || text[i + 1] !== '—') return;
  classes[i] = Class.DASH;
  classes[i + 1] = Class.DASH;
}

/** ASCII marks: a slash or hyphen among Han is the half-em mark of GB/T 15834 5.1.6 and 5.1.9. */
function resolveLatinMark(text: string, classes: Uint8Array, i: number): void {
  const character = text[i];
  if (character !== '/' && character !== '-') return;
  const before = classes[i - 1];
  const after = classes[i + 1];
  const joined = before !== undefined && after !== undefined && isLatinPart(before) && isLatinPart(after);
  const edge = before === undefined || after === undefined || before === Class.SPACE || after === Class.SPACE;
  if (joined || edge) return;
  classes[i] = character === '/' ? Class.SLASH : Class.HYPHEN;
}

function isLatinPart(cls: number): boolean {
  return cls === Class.LATIN || cls === Class.DIGIT || cls === Class.LATIN_MARK;
}

/** The most digits set side by side in a cell of a line that runs down. */
const MOST_ACROSS = 3;

/** In a line that runs down: where a short number or single letter ends that stands upright; null if none. */
export function endOfUpright(text: string, classes: Uint8Array, at: number): number | null {
  const cls = classes[at];
  if (cls !== Class.DIGIT && cls !== Class.LATIN) return null;
  let end = at + 1;
  while (end < text.length && classes[end] === cls) end += 1;
  const most = cls === Class.DIGIT ? MOST_ACROSS : 1;
  const joined = isJoined(classes[at - 1]) || isJoined(classes[end]);
  return end - at > most || joined ? null : end;
}

/** The most characters of a word that lies on its side in one cell; a longer one must be able to break. */
const MOST_IN_WORD = 16;

/** In a line that runs down: where the word or number ends that begins here; null if it is too long for a cell. */
export function endOfTurned(text: string, classes: Uint8Array, at: number): number | null {
  const isPart = (i: number): boolean => isJoined(classes[i]) && text[i]! < '\u2e80';
  if (!isPart(at) || isPart(at - 1)) return null;
  let end = at;
  while (isPart(end)) end += 1;
  return end - at >= 2 && end - at <= MOST_IN_WORD ? end : null;
}

function isJoined(cls: number | undefined): boolean {
  return cls !== undefined && (isLatinPart(cls) || cls === Class.POSTFIX || cls === Class.PREFIX);
}
