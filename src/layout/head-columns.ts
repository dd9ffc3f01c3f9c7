/** A head and the columns that a story has at its top → those that the head stands over, and a fault of theirs. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { HeadBox } from '../markup/box.ts';
import type { LineRun } from './block-grid.ts';

export interface Columns {
  readonly column: number;
  readonly columns: number;
}

/** The first columns side by side that are the story's from their first line: its head stands over them. */
export function columnsAtTop(blocked: readonly (readonly LineRun[])[], columns: number): Columns {
  const isFree = (k: number): boolean => !(blocked[k] ?? []).some((run) => run.from === 0);
  let column = 0;
  while (column < columns && !isFree(column)) column++;
  if (column === columns) return { column: 0, columns };
  let end = column;
  while (end < columns && isFree(end)) end++;
  return { column, columns: end - column };
}

/** Columns that a head with text beside it needs. */
const LEAST: Readonly<Record<HeadBox['side'], number>> = {
  above: 1,
  below: 1,
  left: 2,
  right: 2,
  corner: 2,
  middle: 3,
  within: 3,
};

/**
 * 眉心题 and 文包题 stand over as many columns as they have, one more where as many columns of text would not be at
 * both sides; 串文题 over the first. Where the story is too narrow, over all.
 */
export function columnsOfHead(head: HeadBox | null, top: Columns): Columns {
  const isBeside = head !== null && ['middle', 'corner', 'within'].includes(head.side);
  if (!isBeside || top.columns < LEAST[head.side]) return top;
  if (head.side === 'corner') return { ...top, columns: Math.min(head.columns, top.columns - 1) };
  const least = Math.min(head.columns, top.columns - 2);
  const columns = least + ((top.columns - least) % 2);
  return { column: top.column + (top.columns - columns) / 2, columns };
}

const NAMES: Partial<Readonly<Record<HeadBox['side'], readonly [zh: string, en: string]>>> = {
  middle: ['眉心题', 'A head in the middle of the top'],
  corner: ['串文题', 'A head at the corner'],
  within: ['文包题', 'A head within its text'],
};

/** An error where no text would stand beside a head that is to have some. */
export function noTextBeside(head: HeadBox | null, { columns }: Columns): readonly Diagnostic[] {
  const name = head === null ? undefined : NAMES[head.side];
  if (head === null || name === undefined || columns >= LEAST[head.side]) return [];
  const least = LEAST[head.side];
  return [
    errorAt(
      head.span,
      'no-text-beside-head',
      message(
        `${name[0]}旁边要排文字，稿件至少要 ${least} 栏，这里只有 ${columns} 栏`,
        `${name[1]} has text beside it, so the story needs ${least} columns; it has ${columns}`,
      ),
      message(
        '给这一块更多的栏（columns、set），或换一个样式（dress）。',
        'Give the block more columns (columns, set), or another dress.',
      ),
    ),
  ];
}
