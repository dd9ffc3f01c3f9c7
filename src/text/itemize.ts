/** A paragraph's text → the class of each character in its context: Latin quotes, 破折号, numbers. */

import { Class, classOf, isLatin } from './marks.ts';

/** A text while its classes are resolved from left to right. */
interface Context {
  /** The line runs downwards. */
  readonly down: boolean;
  readonly text: string;
  readonly classes: Uint8Array;
  /** A ‘ stands open. */
  single: boolean;
  /** For each place the class of the nearest letter, digit or Han before it and behind it, or `NOTHING`. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** At the paragraph's edge. */
const NOTHING = 255;

/** Classes by UTF-16 unit; the second half of a surrogate pair repeats the first. */
export function itemize(text: string, down: boolean): Uint8Array {
  const classes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    classes[i] = unit >= 0xd800 && unit < 0xe000 ? Class.HAN : classOf(unit);
  }
  const context: Context = {
    down,
    text,
    classes,
    single: false,
    before: new Uint8Array(text.length),
    after: nearestBehind(classes),
  };
  let last = NOTHING;
  for (let i = 0; i < text.length; i++) {
    context.before[i] = last;
    resolve(context, i);
    if (!isPassedOver(classes[i]!)) last = classes[i]!;
  }
  return classes;
}

function nearestBehind(classes: Uint8Array): Uint8Array {
  const after = new Uint8Array(classes.length);
  let last = NOTHING;
  for (let i = classes.length - 1; i >= 0; i--) {
    after[i] = last;
    if (!isPassedOver(classes[i]!)) last = classes[i]!;
  }
  return after;
}

/** Blanks, marks and quotes, on the way to the letter, digit or Han next to a quote. */
function isPassedOver(cls: number): boolean {
  return cls === Class.SPACE || cls === Class.LATIN_MARK || cls === Class.OPEN || cls === Class.CLOSE;
}

const OPENING_QUOTES = '“‘';
const CLOSING_QUOTES = '”’';

function resolve(context: Context, i: number): void {
  const { text, classes } = context;
  const cls = classes[i];
  if (cls === Class.OPEN || cls === Class.CLOSE) resolveQuote(context, i);
  else if (cls === Class.CONNECT) resolveDash(text, classes, i);
  else if (cls === Class.LATIN_MARK) resolveLatinMark(context, i);
  else if (cls === Class.HYPHEN && isInLatin(classes, i)) classes[i] = Class.LATIN_MARK;
  else if (cls === Class.HAN && isSign(text[i]!) && classes[i + 1] === Class.DIGIT) {
    classes[i] = Class.LATIN_MARK;
  } else if (cls === Class.HAN && classes[i - 1] === Class.DIGIT && isFraction(text[i]!)) {
    classes[i] = Class.LATIN;
  }
}

/** 3½ is one number; a ½ by itself is a character among others, upright in lines that run down (UAX #50). */
function isFraction(character: string): boolean {
  return (character >= '¼' && character <= '¾') || (character >= '⅐' && character <= '⅞');
}

/** Between letters or digits, or at the head of a word. */
function isInLatin(classes: Uint8Array, i: number): boolean {
  if (between(classes, i, isLatin)) return true;
  return classes[i - 1] === Class.SPACE && isLatin(classes[i + 1] as Class);
}

function isSign(character: string): boolean {
  return character === '−' || character === '±';
}

function between(classes: Uint8Array, i: number, test: (cls: Class) => boolean): boolean {
  return i > 0 && i + 1 < classes.length && test(classes[i - 1] as Class) && test(classes[i + 1] as Class);
}

/**
 * “” and ‘’ serve Chinese and Latin text alike. They are Latin where they stand in Latin text: Latin (or
 * nothing) on both sides, blanks and marks passed over. ’ between letters is an apostrophe, and so is one at a
 * letter or digit that closes nothing: students’ work, ’90s, rock ’n’ roll.
 */
function resolveQuote(context: Context, i: number): void {
  const { text, classes } = context;
  const character = text[i]!;
  if (character === '’' && isApostrophe(context, i)) {
    classes[i] = Class.LATIN;
    return;
  }
  if (character === '‘' || character === '’') context.single = character === '‘';
  if (!OPENING_QUOTES.includes(character) && !CLOSING_QUOTES.includes(character)) return;
  if (context.down && isAroundLatin(context, i)) {
    classes[i] = Class.LATIN_MARK;
    return;
  }
  const before = context.before[i]!;
  const after = isAtLatinPoint(context, i) ? Class.LATIN : context.after[i]!;
  if (before === NOTHING && after === NOTHING) return;
  if (!isLatinOrNothing(before) || !isLatinOrNothing(after)) return;
  if (!spansChinese(context, i)) classes[i] = Class.LATIN_MARK;
}

function isApostrophe({ classes, single }: Context, i: number): boolean {
  if (between(classes, i, isLatin)) return true;
  return !single && (isLatinAt(classes, i - 1) || isLatinAt(classes, i + 1));
}

function isLatinAt(classes: Uint8Array, i: number): boolean {
  const cls = classes[i];
  return cls !== undefined && isLatin(cls as Class);
}

/** A point of Latin text directly behind a closing quote: the quotation is part of a Latin sentence. */
function isAtLatinPoint({ text, classes }: Context, i: number): boolean {
  return classes[i + 1] === Class.LATIN_MARK && '.,;:!?'.includes(text[i + 1]!);
}

/**
 * CLREQ #usage_of_punctuation_marks: in a line that runs down a quotation of Western words may keep its curly
 * quotes, which then lie on their side with it. Its partner is the next quote of the other half: nothing but
 * Latin stands between the two.
 */
function isAroundLatin({ text, classes }: Context, i: number): boolean {
  const opening = OPENING_QUOTES.indexOf(text[i]!);
  const step = opening >= 0 ? 1 : -1;
  const partner = opening >= 0 ? CLOSING_QUOTES[opening]! : OPENING_QUOTES[CLOSING_QUOTES.indexOf(text[i]!)]!;
  let hasLetters = false;
  for (let at = i + step; at >= 0 && at < text.length && Math.abs(at - i) <= FARTHEST_PARTNER; at += step) {
    if (text[at] === partner) return hasLetters;
    const cls = classes[at]!;
    if (cls === Class.LATIN) hasLetters = true;
    else if (cls !== Class.SPACE && !isLatinPart(cls)) return false;
  }
  return false;
}

function isLatinOrNothing(cls: number): boolean {
  return cls === NOTHING || isLatin(cls as Class);
}

/** How far the partner of a quote is looked for: no quotation is longer in a line of thought. */
const FARTHEST_PARTNER = 500;

/** A quotation that begins and ends in Latin but stands in or holds Chinese is set with Chinese quotes. */
function spansChinese(context: Context, i: number): boolean {
  const { text, classes, before, after } = context;
  const opening = OPENING_QUOTES.indexOf(text[i]!);
  const step = opening >= 0 ? 1 : -1;
  const partner = opening >= 0 ? CLOSING_QUOTES[opening]! : OPENING_QUOTES[CLOSING_QUOTES.indexOf(text[i]!)]!;
  for (let at = i + step; at >= 0 && at < text.length; at += step) {
    if (text[at] === partner) {
      if (step > 0 && isAtLatinPoint(context, at)) return false;
      return (step > 0 ? after : before)[at] === Class.HAN;
    }
    if (classes[at] === Class.HAN) return true;
    if (Math.abs(at - i) > FARTHEST_PARTNER) return false;
  }
  return false;
}

/** —— is one 破折号 of two characters; a third begins another. A single — is the 一字线 (5.1.4, 5.1.6). */
function resolveDash(text: string, classes: Uint8Array, i: number): void {
  if (text[i] !== '—' || text[i + 1] !== '—') return;
  classes[i] = Class.DASH;
  classes[i + 1] = Class.DASH;
}

/** ASCII marks: a slash or hyphen among Han is the half-em mark of GB/T 15834 5.1.6 and 5.1.9. */
function resolveLatinMark({ text, classes, before, after }: Context, i: number): void {
  const character = text[i];
  if (character !== '/' && character !== '-') return;
  const first = classes[i - 1];
  const second = classes[i + 1];
  const isEdge =
    first === undefined || second === undefined || first === Class.SPACE || second === Class.SPACE;
  const isAmongHan = before[i] === Class.HAN && after[i] === Class.HAN;
  const isAmongLatin = !isEdge && isLatinPart(first) && isLatinPart(second);
  if (isAmongLatin || (isEdge && !isAmongHan)) return;
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
  const most = at + (cls === Class.DIGIT ? MOST_ACROSS : 1);
  let end = at + 1;
  while (end < most && end < text.length && classes[end] === cls) end += 1;
  return isJoined(classes[at - 1]) || isJoined(classes[end]) ? null : end;
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
