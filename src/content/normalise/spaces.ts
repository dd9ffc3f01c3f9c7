/** Blanks typed into body text: indents, and blanks between Han → gone. The page indents by itself. */

import { hanLiesBeside, isHanMark, isHanOrMark, isSharedMark, NARROW_BLANKS } from '../characters.ts';
import type { Change } from './change.ts';

const INDENT = new RegExp(`^(?:${NARROW_BLANKS}|\\u3000)+`);

export function indents(text: string): Change[] {
  const indent = INDENT.exec(text)?.[0] ?? '';
  return indent === '' ? [] : [{ from: 0, to: indent.length, text: '', kind: 'indent' }];
}

const BLANKS = new RegExp(`${NARROW_BLANKS}+`, 'g');

/** One row of blanks counts once. */
export function spaces(text: string): Change[] {
  return [...text.matchAll(BLANKS)]
    .map(({ 0: row, index }) => ({ from: index, to: index + row.length }))
    .filter(({ from, to }) => isBetweenHan(text, from, to))
    .map(({ from, to }) =>
      CLAUSE.test(text.slice(0, from))
        ? { from, to, text: '\u3000', kind: 'space-behind-clause' }
        : { from, to, text: '', kind: 'space-between-han' },
    );
}

/** What a paragraph of a law begins with: the blank behind it parts number and text, and is one 字. */
const CLAUSE = /^第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?$/;

/**
 * Both neighbours are Chinese, or one is a full-width mark, which has its blank in itself. Of two neighbours
 * that may be either, such as quotes, one must have Chinese behind it.
 */
function isBetweenHan(text: string, from: number, to: number): boolean {
  if (isHanMark(text[from - 1]) || isHanMark(text[to])) return true;
  const before = isHanOrMark(text, from - 1);
  const after = isHanOrMark(text, to);
  if (!before && !isSharedMark(text[from - 1])) return false;
  if (!after && !isSharedMark(text[to])) return false;
  return before || after || hanLiesBeside(text, from - 1, -1) || hanLiesBeside(text, to, 1);
}
