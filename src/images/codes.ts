/** `qr:…` and `issn:…` → drawings of the code, or what is wrong with the text. */

import { encode } from 'uqr';
import { message } from '../diagnostics.ts';
import { fault, type ImageFault, type ImageRead } from './header.ts';
import type { ArtworkInfo, ImageKey, Outline } from './image.ts';

/** A key that is no file. */
export function isCodeKey(key: string): boolean {
  return /^(?:qr|issn):/.test(key);
}

/** @returns the drawing, or a fault with the code `bad-code`. */
export function readCode(key: ImageKey): ImageRead {
  const text = key.slice(key.indexOf(':') + 1);
  return key.startsWith('qr:') ? qrCode(key, text) : issnCode(key, text);
}

/** The white round a QR code (ISO/IEC 18004, 5.3.8), modules. */
const QUIET = 4;
/** Version 25 at level M; with more no newsprint shows the modules. */
const MAX_QR = 900;

function qrCode(key: ImageKey, text: string): ImageRead {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes === 0 || bytes > MAX_QR) {
    return fault(
      'bad-code',
      message(
        `二维码的内容有 ${bytes} 字节，要有 1 到 ${MAX_QR} 字节`,
        `the QR code is to hold ${bytes} bytes; it takes 1 to ${MAX_QR}`,
      ),
      message(
        '写在 qr: 后面，如 qr:https://example.com。',
        'Write it behind qr:, such as qr:https://example.com.',
      ),
    );
  }
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const bars = data.flatMap((row, y) => barsOf(row).map((bar) => ({ ...bar, y, height: 1 })));
  return { kind: 'image', image: drawing(key, { width: size, height: size }, bars) };
}

/** Runs of dark modules. */
function barsOf(row: readonly boolean[]): { x: number; width: number }[] {
  const bars: { x: number; width: number }[] = [];
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    let end = x;
    while (row[end] === true) end += 1;
    bars.push({ x, width: end - x });
    x = end;
  }
  return bars;
}

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Black bars in one shape, so that no seam shows between them. */
function drawing(key: ImageKey, size: { width: number; height: number }, bars: readonly Bar[]): ArtworkInfo {
  const scale = 1000 / Math.max(size.width, size.height);
  const outlines = bars.map(({ x, y, width, height }) =>
    rectangle([x, y, x + width, y + height].map((value) => value * scale)),
  );
  const fill = { rgb: [0, 0, 0], opacity: 1, rule: 'nonzero' } as const;
  const shapes = [{ outlines, fill, stroke: null }];
  return { key, format: 'svg', width: size.width * scale, height: size.height * scale, shapes };
}

function rectangle(corners: readonly number[]): Outline {
  const [left, top, right, bottom] = corners as [number, number, number, number];
  const ends = [right, top, right, bottom, left, bottom];
  const curve = [left, top];
  let [x, y] = [left, top];
  for (let at = 0; at < ends.length; at += 2) {
    const [toX, toY] = [ends[at]!, ends[at + 1]!];
    curve.push(x, y, toX, toY, toX, toY);
    [x, y] = [toX, toY];
  }
  return { curve, closed: true };
}

/** EAN-13 (ISO/IEC 15420): widths of space, bar, space, bar of the digits in set A. */
const SET_A = '3211 2221 2122 1411 1132 1231 1114 1312 1213 3112'.split(' ');
/** Which of the left six digits stand in set B, by the first digit. */
const LEFT_SETS = 'AAAAAA AABABB AABBAB AABBBA ABAABB ABBAAB ABBBAA ABABAB ABABBA ABBABA'.split(' ');
const ADD_ON_2 = 'AA AB BA BB'.split(' ');
const ADD_ON_5 = 'BBAAA BABAA BAABA BAAAB ABBAA AABBA AAABB ABABA ABAAB AABAB'.split(' ');

/** White before, between code and add-on, and behind; heights of bars, guards and where an add-on begins. */
const MARGINS = { left: 11, between: 9, right: 7 } as const;
const HEIGHTS = { bar: 69, guard: 74, addOn: 9 } as const;

function issnCode(key: ImageKey, text: string): ImageRead {
  const [, issn, addOn = ''] = /^(\d{4}-?\d{3}[\dXx])(?:-(\d{2}|\d{5}))?$/.exec(text) ?? [];
  if (issn === undefined) {
    return badIssn(message(`“${text}”不是 ISSN`, `"${text}" is no ISSN`));
  }
  const digits = issn.replace('-', '').toUpperCase();
  const due = issnCheck(digits);
  if (digits[7] !== due) {
    return badIssn(
      message(
        `ISSN ${issn} 的校验位不对：应为 ${due}，写的是 ${digits[7]}`,
        `the check digit of ISSN ${issn} is wrong: it should be ${due} and is ${digits[7]}`,
      ),
    );
  }
  // 977, seven digits, two of variant: 00 where there is one price (ISSN Manual, annex on bar codes).
  const twelve = `977${digits.slice(0, 7)}00`;
  const main = ean13(`${twelve}${eanCheck(twelve)}`);
  const widths = addOn === '' ? [] : addOnWidths(addOn);
  const bars: Bar[] = [];
  const end = addBars(bars, main, MARGINS.left, { y: 0, height: HEIGHTS.bar });
  const guards = new Set([0, 2, 46, 48, 92, 94]);
  const tall = bars.map((bar) =>
    guards.has(bar.x - MARGINS.left) ? { ...bar, height: HEIGHTS.guard } : bar,
  );
  const extra: Bar[] = [];
  const place = { y: HEIGHTS.addOn, height: HEIGHTS.guard - HEIGHTS.addOn };
  const right = addOn === '' ? end : addBars(extra, widths, end + MARGINS.between, place);
  const size = { width: right + MARGINS.right, height: HEIGHTS.guard };
  return { kind: 'image', image: drawing(key, size, [...tall, ...extra]) };
}

function badIssn(what: ReturnType<typeof message>): ImageFault {
  return fault(
    'bad-code',
    what,
    message(
      '写成 issn:1234-5679，附加码两位或五位写在后面：issn:1234-5679-01。',
      'Write issn:1234-5679, an add-on of two or five digits behind it: issn:1234-5679-01.',
    ),
  );
}

/** ISO 3297: weights 8 to 2, modulo 11, 10 is X. */
function issnCheck(digits: string): string {
  const sum = [...digits.slice(0, 7)].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

function eanCheck(twelve: string): number {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

/** Widths in modules, bar first, bar and space in turn. */
function ean13(digits: string): number[] {
  const sets = LEFT_SETS[Number(digits[0])]!;
  const left = [...digits.slice(1, 7)].map((digit, at) => digitWidths(digit, sets[at]!));
  // Set C is set A with bars and spaces changed: the same widths.
  const right = [...digits.slice(7)].map((digit) => digitWidths(digit, 'A'));
  return [[1, 1, 1], ...left, [1, 1, 1, 1, 1], ...right, [1, 1, 1]].flat();
}

function addOnWidths(digits: string): number[] {
  const sets = digits.length === 2 ? ADD_ON_2[Number(digits) % 4]! : ADD_ON_5[addOnCheck(digits)]!;
  // A guard 1 1 2, then the digits, parted by space 1 and bar 1.
  const parts = [...digits].map((digit, at) => [
    ...(at === 0 ? [] : [1, 1]),
    ...digitWidths(digit, sets[at]!),
  ]);
  return [1, 1, 2, ...parts.flat()];
}

function addOnCheck(digits: string): number {
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 3 : 9), 0) % 10;
}

/** Set B is set A read backwards. */
function digitWidths(digit: string, set: string): number[] {
  const widths = [...SET_A[Number(digit)]!].map(Number);
  return set === 'B' ? widths.reverse() : widths;
}

function addBars(
  bars: Bar[],
  widths: readonly number[],
  from: number,
  place: { y: number; height: number },
): number {
  let x = from;
  widths.forEach((width, at) => {
    if (at % 2 === 0) bars.push({ x, width, ...place });
    x += width;
  });
  return x;
}
