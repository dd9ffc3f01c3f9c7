/**
 * Places and text → marks in the text itself, so that they come through a template unharmed, and back.
 *
 * Marks are made of the noncharacters U+FDD0–U+FDEF: XML allows them, Unicode never assigns them, stage ①
 * takes them out of content and stage ② refuses them in templates. So a mark is always the program's own.
 *
 *   content   OPEN number SEPARATOR offset TEXT … CLOSE    a value of the issue, from `offset` in it
 *   omitted   OMIT number CLOSE                            a value that a template leaves out on purpose
 *   place     PLACE file SEPARATOR start SEPARATOR end SEPARATOR own TEXT
 *             what follows stands there in a template (own 1), or a mustache that stands there wrote it (0)
 */

const OPEN = '\uFDD0';
const TEXT = '\uFDD1';
const CLOSE = '\uFDD2';
const OMIT = '\uFDD3';
const PLACE = '\uFDD4';
const SEPARATOR = '\uFDD5';
const OPEN_CODE = OPEN.charCodeAt(0);
const TEXT_CODE = TEXT.charCodeAt(0);
const SEPARATOR_CODE = SEPARATOR.charCodeAt(0);
const OMIT_CODE = OMIT.charCodeAt(0);
/** Sixteen digits, U+FDE0–U+FDEF. */
const DIGIT_ZERO = 0xfde0;
const DIGITS = Array.from({ length: 16 }, (_, digit) => String.fromCharCode(DIGIT_ZERO + digit));

/** Finds any character that marks are made of. */
export const MARK_CHARACTERS = /[\uFDD0-\uFDEF]/;

/** `html` is XML text already escaped; `offset` is where it begins in the value that `number` names. */
export function markContent(number: number, offset: number, html: string): string {
  return `${OPEN}${digits(number)}${SEPARATOR}${digits(offset)}${TEXT}${html}${CLOSE}`;
}

export function markOmitted(number: number): string {
  return `${OMIT}${digits(number)}${CLOSE}`;
}

/** A piece of the template file that `file` numbers. */
export interface Piece {
  readonly file: number;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** Whether what comes out is the piece's own text; else a mustache made it. */
  readonly own: boolean;
}

export function markPlace({ file, start, end, own }: Piece): string {
  return PLACE + [file, start, end, own ? 1 : 0].map(digits).join(SEPARATOR) + TEXT;
}

/** From `at` on, in the text without place marks, the piece wrote what stands there. */
export interface PlaceMark extends Piece {
  readonly at: number;
}

/** The text without its place marks, and what they said. */
export function liftPlaces(marked: string): { text: string; places: readonly PlaceMark[] } {
  const places: PlaceMark[] = [];
  const kept: string[] = [];
  let at = 0;
  let from = 0;
  for (let open = marked.indexOf(PLACE); open !== -1; open = marked.indexOf(PLACE, from)) {
    kept.push(marked.slice(from, open));
    at += open - from;
    const [[file, start, end, own], behind] = numbersAt(marked, open + 1);
    places.push({ at, file: file!, start: start!, end: end!, own: own === 1 });
    from = behind;
  }
  kept.push(marked.slice(from));
  return { text: kept.join(''), places };
}

/** The numbers of a mark, as far as its TEXT, and what stands behind that. A page has thousands of marks. */
function numbersAt(text: string, from: number): readonly [numbers: readonly number[], behind: number] {
  const numbers = [0];
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === TEXT_CODE) return [numbers, at + 1];
    if (code === SEPARATOR_CODE) numbers.push(0);
    else numbers.push(numbers.pop()! * 16 + code - DIGIT_ZERO);
  }
}

/** A stretch of a text with content marks; `from`–`to` are offsets in that text. */
export type Stretch =
  | { readonly kind: 'plain'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'content';
      readonly number: number;
      readonly offset: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'omitted'; readonly number: number; readonly from: number; readonly to: number };

/** Where the first content mark or omission from `from` on begins; `to` where none does before it. */
function nextMark(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_CODE || code === OMIT_CODE) return at;
  }
  return Math.max(from, to);
}

/** The stretches of `text` between `from` and `to`, in order; no plain one is empty. */
export function stretches(text: string, from = 0, to = text.length): Stretch[] {
  const found: Stretch[] = [];
  let plain = from;
  for (;;) {
    const at = nextMark(text, plain, to);
    if (plain < at) found.push({ kind: 'plain', from: plain, to: at });
    if (at >= to) return found;
    const close = text.indexOf(CLOSE, at);
    if (text[at] === OMIT) {
      found.push({ kind: 'omitted', number: numberOf(text.slice(at + 1, close)), from: close, to: close });
    } else {
      const [[number, offset], behind] = numbersAt(text, at + 1);
      found.push({ kind: 'content', number: number!, offset: offset!, from: behind, to: close });
    }
    plain = close + 1;
  }
}

function digits(value: number): string {
  const last = DIGITS[value % 16]!;
  return value < 16 ? last : digits(Math.floor(value / 16)) + last;
}

function numberOf(marks: string): number {
  let value = 0;
  for (let i = 0; i < marks.length; i++) value = value * 16 + marks.charCodeAt(i) - DIGIT_ZERO;
  return value;
}
