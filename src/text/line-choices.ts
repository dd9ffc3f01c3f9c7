/** A line as broken → what it costs, and what it would have cost to end it one place earlier or later. */

import { breakPenalty, UNBOUND } from './break.ts';
import { Break, type Cells } from './cells.ts';
import { COST, judge } from './line-cost.ts';
import { type LineSums, naturalIn, stockOf } from './line-stock.ts';

/** Another place where a line might end. */
export interface Choice {
  /** What would stand in the next line, or in this one. */
  readonly text: string;
  /** On the scale on which a line set solid costs 10; null where it has no room. */
  readonly cost: number | null;
  /** What is too much with all blanks squeezed, 1/1000 字. */
  readonly over: number;
}

export interface LineChoices {
  readonly cost: number;
  readonly earlier: Choice | null;
  readonly later: Choice | null;
}

/** Where a word may part with a hyphen counts, where only an emergency cuts it does not. */
const CHOSEN: readonly number[] = [
  Break.MAY,
  Break.HYPHEN,
  Break.SPARE_HYPHEN,
  Break.ADDRESS_MARK,
  Break.ADDRESS,
];

/** @param width of the line, 1/1000 字. */
export function choicesAt(
  { cells, sums }: { readonly cells: Cells; readonly sums: LineSums },
  { from, to }: { readonly from: number; readonly to: number },
  width: number,
): LineChoices {
  const at = (end: number): Choice => choiceAt(cells, sums, { from, to: end }, width);
  const between = (start: number, end: number): string =>
    cells.text.slice(cells.start[start], cells.start[end]).trim();
  const { cost } = at(to);
  if (to === cells.count) return { cost: cost ?? 0, earlier: null, later: null };
  let before = to - 1;
  while (before > from && !CHOSEN.includes(cells.breakAfter[before - 1]!)) before -= 1;
  let behind = to + 1;
  while (behind < cells.count && !CHOSEN.includes(cells.breakAfter[behind - 1]!)) behind += 1;
  return {
    cost: cost ?? 0,
    earlier: before === from ? null : { ...at(before), text: between(before, to) },
    later: { ...at(behind), text: between(to, behind) },
  };
}

function choiceAt(
  cells: Cells,
  sums: LineSums,
  range: { readonly from: number; readonly to: number },
  width: number,
): Choice {
  const stock = stockOf(cells, sums, range.from, range.to);
  const last = range.to === cells.count;
  const judged = judge(stock, width, last, true);
  if (judged < 0) return { text: '', cost: null, over: naturalIn(stock, width) - stock.shrink - width };
  const penalty = last ? 0 : breakPenalty(cells.breakAfter[range.to - 1]!, UNBOUND);
  return { text: '', cost: Math.floor(judged / 4) / 16 + COST.LINE + penalty, over: 0 };
}
