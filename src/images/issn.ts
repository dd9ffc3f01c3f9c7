/** An ISSN, with an add-on or without → its bar code: EAN-13, the ISSN above it, its figures under the bars. */

import { message } from '../diagnostics.ts';
import { type Bar, barShape, blackShape, codeDrawing } from './code-drawing.ts';
import { outlinesOfWords } from './code-words.ts';
import { fault, type ImageFault, type ImageRead } from './header.ts';
import type { ImageKey, Outline } from './image.ts';

/** EAN-13 (ISO/IEC 15420): widths of space, bar, space, bar of the digits in set A. */
const SET_A = '3211 2221 2122 1411 1132 1231 1114 1312 1213 3112'.split(' ');
/** Which of the left six digits stand in set B, by the first digit. */
const LEFT_SETS = 'AAAAAA AABABB AABBAB AABBBA ABAABB ABBAAB ABBBAA ABABAB ABABBA ABBABA'.split(' ');
const ADD_ON_2 = 'AA AB BA BB'.split(' ');
const ADD_ON_5 = 'BBAAA BABAA BAABA BAAAB ABBAA AABBA AAABB ABABA ABAAB AABAB'.split(' ');

/** White before, between code and add-on, and behind, modules (GS1 General Specifications, 5.2.3). */
const MARGINS = { left: 11, between: 9, right: 7 } as const;
/** Of the characters, modules: with figures of 0.555 em each has room over its seven modules. */
const SIZE = 10.8;
/** From the top: the line of the ISSN, the bars, longer ones at the guards, the figures under them. */
const LINES = { issn: 8, top: 11, foot: 80, guards: 85, figures: 89.5, end: 90 } as const;
/** The figures of an add-on stand over its bars, as high as the code begins. */
const ADD_ON = { figures: LINES.top + 8, top: LINES.top + 10 } as const;

export function issnCode(key: ImageKey, text: string): ImageRead {
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
  const code = `${twelve}${eanCheck(twelve)}`;
  const bars = mainBars(code);
  const end = MARGINS.left + 95;
  const from = end + MARGINS.between;
  const widths = addOn === '' ? [] : addOnWidths(addOn);
  const place = { y: ADD_ON.top, height: LINES.guards - ADD_ON.top };
  const right = addOn === '' ? end : addBars(bars, widths, from, place);
  const name = `ISSN ${digits.slice(0, 4)}-${digits.slice(4)}`;
  const words = [
    ...outlinesOfWords(name, { middle: MARGINS.left + 95 / 2, baseline: LINES.issn, size: SIZE }),
    ...figures(code[0]!, 4.5, LINES.figures),
    ...figures(code.slice(1, 7), MARGINS.left + 3 + 3.5, LINES.figures),
    ...figures(code.slice(7), MARGINS.left + 50 + 3.5, LINES.figures),
    ...figures(addOn, from + 4 + 3.5, ADD_ON.figures, 9),
  ];
  const size = { width: right + MARGINS.right, height: LINES.end };
  return { kind: 'image', image: codeDrawing(key, size, [barShape(bars), blackShape(words)]) };
}

/** The guards of EAN-13 reach down beside the figures. */
function mainBars(code: string): Bar[] {
  const bars: Bar[] = [];
  addBars(bars, ean13(code), MARGINS.left, { y: LINES.top, height: LINES.foot - LINES.top });
  const guards = new Set([0, 2, 46, 48, 92, 94]);
  return bars.map((bar) =>
    guards.has(bar.x - MARGINS.left) ? { ...bar, height: LINES.guards - LINES.top } : bar,
  );
}

/** Each in the middle of its modules, the first at `middle`. */
function figures(digits: string, middle: number, baseline: number, step = 7): readonly Outline[] {
  return [...digits].flatMap((digit, at) =>
    outlinesOfWords(digit, { middle: middle + at * step, baseline, size: SIZE }),
  );
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
