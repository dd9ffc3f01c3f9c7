/** The words of a field → its value, or what they should have been. */

import { type Message, meantHint, message } from '../diagnostics.ts';
import { readOutline, readWrapStart, readWrapWidth } from '../wrap-words.ts';
import type { Choice, FieldType } from './field-types.ts';

export type ScalarType = Extract<
  FieldType,
  { kind: 'text' | 'whole' | 'choice' | 'words' | 'range' | 'area' | 'point' | 'shape' }
>;

export interface ScalarFault {
  readonly code: string;
  readonly text: Message;
  readonly hints: readonly Message[];
}

export type ScalarRead = { readonly value: unknown } | { readonly fault: ScalarFault };

export function readScalar(type: ScalarType, words: string): ScalarRead {
  switch (type.kind) {
    case 'text':
      return type.form === 'date' ? readDate(words) : readText(type.form, words);
    case 'whole':
      return readWhole(words, type.min, type.max);
    case 'choice':
      return readChoice(words, type.options);
    case 'words':
      return readWords(words, type.options);
    case 'range':
      return readRange(words, type.max);
    case 'area':
      return readArea(words);
    case 'point':
      return readPoint(words);
    case 'shape':
      return readShape(type.form, words);
  }
}

function bad(text: Message, ...hints: Message[]): ScalarRead {
  return { fault: { code: 'bad-value', text, hints } };
}

/** What becomes a file's name may not lead elsewhere. */
export const NAME_PATTERN = /^[^./\\][^/\\]*$/;

function readText(form: 'any' | 'path' | 'name', words: string): ScalarRead {
  if (form === 'name' && !NAME_PATTERN.test(words)) {
    return bad(
      message(`“${words}”不能作名字`, `"${words}" cannot be a name`),
      message(
        '名字里不能有 / 和 \\，也不能以点开头。',
        'A name has no / or \\ and does not begin with a dot.',
      ),
    );
  }
  return { value: words };
}

function readWhole(words: string, min: number, max: number): ScalarRead {
  const value = /^\d{1,9}$/.test(words) ? Number(words) : Number.NaN;
  if (value >= min && value <= max) return { value };
  return bad(
    message(
      `应是 ${min} 到 ${max} 的整数，现在是“${words}”`,
      `a whole number from ${min} to ${max} is expected, not "${words}"`,
    ),
    message('只写数字，不写单位。', 'Write the digits only, without a unit.'),
  );
}

function readChoice(words: string, options: readonly Choice[]): ScalarRead {
  const found = options.find((o) => o.value === words || o.aliases.includes(words));
  if (found !== undefined) return { value: found.value };
  const names = options.flatMap((o) => [o.value, ...o.aliases]);
  const zh = options.map((o) => [...o.aliases, o.value][0]).join('、');
  const en = options.map((o) => o.value).join(', ');
  return bad(
    message(`没有“${words}”这个选项`, `"${words}" is none of the choices`),
    ...meantHint(words, names),
    message(`可选：${zh}。`, `Choose from: ${en}.`),
  );
}

/** What stands between two words of a list on one line. */
export const BETWEEN_WORDS = /[\s\u3000、，,]+/;

function readWords(words: string, options: readonly (Choice & { readonly group: string })[]): ScalarRead {
  const found = new Map<string, { readonly word: string; readonly value: string }>();
  for (const word of words.split(BETWEEN_WORDS).filter((one) => one !== '')) {
    const read = readChoice(word, options);
    if ('fault' in read) return read;
    const { group, value } = options.find((option) => option.value === read.value)!;
    const before = found.get(group);
    if (before !== undefined) {
      return bad(
        message(`“${before.word}”和“${word}”只能选一个`, `"${before.word}" and "${word}": only one of them`),
        message('请只留一个。', 'Keep one of them.'),
      );
    }
    found.set(group, { word, value });
  }
  return { value: [...found.values()].map(({ value }) => value) };
}

export const RANGE_PATTERN = /^(\d{1,3})(?: *[-–—~～] *(\d{1,3}))?$/;

function readRange(words: string, max: number): ScalarRead {
  const found = RANGE_PATTERN.exec(words);
  const from = Number(found?.[1]);
  const to = Number(found?.[2] ?? from);
  if (from >= 1 && to >= from && to <= max) return { value: { from, to } };
  return bad(
    message(
      `应是从小到大的两个数，如 1-5，最大 ${max}，现在是“${words}”`,
      `a range such as 1-5, at most ${max}, is expected, not "${words}"`,
    ),
    message('从 1 数起，首尾都算在内。', 'Counted from 1, both ends included.'),
  );
}

export const AREA_PATTERN =
  /^\d{1,3}(-\d{1,3})?:\d{1,4}(-\d{1,4})?( +\d{1,3}(-\d{1,3})?:\d{1,4}(-\d{1,4})?)*$/;

function readArea(words: string): ScalarRead {
  if (AREA_PATTERN.test(words)) return { value: words };
  return bad(
    message(`“${words}”不是版面上的一块`, `"${words}" is no area of the page`),
    message(
      '写“栏:行”，如 1-2:62-114；几块拼成的用空格隔开。',
      'Write columns:lines, such as 1-2:62-114; several behind blanks.',
    ),
  );
}

export const POINT_PATTERN = /^(\d{1,3}(?:\.\d+)?)% +(\d{1,3}(?:\.\d+)?)%$/;

function readPoint(words: string): ScalarRead {
  const found = POINT_PATTERN.exec(words);
  const [x, y] = [Number(found?.[1]) / 100, Number(found?.[2]) / 100];
  if (x <= 1 && y <= 1) return { value: { x, y } };
  return bad(
    message('应是两个百分比', 'two percentages are expected'),
    message('例如 40% 30%：左起 40%，上起 30%。', 'Such as 40% 30%: from the left, from the top.'),
  );
}

function readShape(form: 'width' | 'start' | 'outline', words: string): ScalarRead {
  const value = { width: readWrapWidth, start: readWrapStart, outline: readOutline }[form](words);
  if (value !== null) return { value };
  const [text, hint] = SHAPE_FAULTS[form];
  return bad(text, hint);
}

const SHAPE_FAULTS = {
  width: [
    message('这不是绕排图片的宽', 'this is no width of a picture that text runs round'),
    message('例如 8字、30mm、1/2栏。', 'Such as 8字, 30mm, 1/2栏 (half a column).'),
  ],
  start: [
    message('应是稿件的栏和行', 'a column and a line of the story are expected'),
    message('例如 2:8：第 2 栏，题以下第 8 行。', 'Such as 2:8: column 2, line 8 below the head.'),
  ],
  outline: [
    message('这不是轮廓', 'this is no outline'),
    message(
      '写 圆、椭圆，或至少三个点：0 0, 60 0, 100 100（左起、上起的百分比，不超过 100）。',
      'Write circle, ellipse, or three points at least: 0 0, 60 0, 100 100 (percent, at most 100).',
    ),
  ],
} as const;

export const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

function readDate(words: string): ScalarRead {
  if (DATE_PATTERN.test(words) && isDay(words)) return { value: words };
  const parts = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(words);
  const likely =
    parts === null ? null : `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  const example = likely !== null && isDay(likely) ? likely : '2020-04-08';
  const text = DATE_PATTERN.test(words)
    ? message(`日历上没有 ${words} 这一天`, `there is no such day as ${words}`)
    : message(`日期写法不对：“${words}”`, `this is no date: "${words}"`);
  const hint = message(`日期写成 年-月-日，如 ${example}。`, `Write year-month-day, such as ${example}.`);
  return { fault: { code: 'bad-date', text, hints: [hint] } };
}

/** Whether `2020-04-08` is a day of the Gregorian calendar. */
function isDay(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return year >= 1 && days !== undefined && day >= 1 && day <= days;
}
