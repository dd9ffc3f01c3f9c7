/**
 * Typed stand-ins → the marks of GB/T 15834: `--` → ——, `...` and `。。。` → ……, `~` → ～, `・•‧` → ·.
 *
 * A lone — between Han stays (it may be a 一字线, 4.13.3.2), so does a single …; nothing is invented.
 */

import { isBlank, isDigit, isHanMark, isHanOrMark, isLatin } from '../characters.ts';
import type { Change } from './change.ts';

/** Exactly two: longer rows are rules drawn by hand. */
const DASH = /(?<!-)--(?!-)|(?<!－)－－(?!－)/g;

export function dashes(text: string): Change[] {
  return [...text.matchAll(DASH)]
    .filter((found) => !isTight(text, found.index, found[0].length))
    .map(({ index }) => ({ from: index, to: index + 2, text: '——', kind: 'dash' }));
}

/** An ellipsis has six dots (4.11.2), two of them twelve. */
const DOTS = /\.{3,}|。{3,}|[・·•‧]{3,}/g;

export function dots(text: string): Change[] {
  const found: Change[] = [];
  for (const { 0: row, index } of text.matchAll(DOTS)) {
    if (row[0] === '.' && (isTight(text, index, row.length) || isAmongLatin(text, index, row.length)))
      continue;
    const ellipses = Math.max(1, Math.round(row.length / 6));
    found.push({ from: index, to: index + row.length, text: '……'.repeat(ellipses), kind: 'ellipsis' });
  }
  return found;
}

/** Latin before and, behind blanks and quotes, Latin or nothing of a text without Han: English keeps its dots. */
function isAmongLatin(text: string, at: number, length: number): boolean {
  const before = text.slice(0, at).trimEnd().at(-1);
  const after = /^[\s"'“”‘’()（）]*/.exec(text.slice(at + length))![0].length;
  const next = text[at + length + after];
  return isLatin(before) && (next === undefined ? !/\p{Script=Han}/u.test(text) : isLatin(next));
}

/** `a--b`, `1...5`, `../x`: part of a name, a range or a path. */
function isTight(text: string, at: number, length: number): boolean {
  const before = text[at - 1];
  const after = text[at + length];
  return (isLatin(before) && isLatin(after)) || before === '/' || after === '/';
}

/** 浪纹线 (4.13.3.3) between numbers or Han; `~user` and a row of them stay. */
export function tildes(text: string): Change[] {
  return [...text.matchAll(/(?<!~)~(?!~)/g)]
    .filter(({ index }) => joins(text, index - 1, -1) && joins(text, index + 1, 1))
    .map(({ index }) => ({ from: index, to: index + 1, text: '～', kind: 'tilde' }));
}

function joins(text: string, at: number, direction: 1 | -1): boolean {
  const next = isBlank(text[at]) ? at + direction : at;
  const c = text[next];
  return isDigit(c) || '%％℃°'.includes(c ?? '?') || (isHanOrMark(text, next) && !isHanMark(c));
}

/** 间隔号 (4.14) is U+00B7 and stands between letters or Han; at the head of a text it is a bullet. */
export function middleDots(text: string): Change[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N}])[・•‧](?=[\p{L}\p{N}])/gu)].map(({ index }) => ({
    from: index,
    to: index + 1,
    text: '·',
    kind: 'middle-dot',
  }));
}
