/** A place within a word, number or name → whether it fits a line whole, so that no line may part it. */

import { Break, type Cells } from './cells.ts';
import type { LineSums } from './line-stock.ts';

/** 1/1000 字. */
export interface Narrowest {
  /** The narrowest line, no indent taken off. */
  readonly line: number;
  readonly indent: number;
}

/**
 * An emergency cut is legal only within what is longer than a line (CSS Text 3 `overflow-wrap: break-word`).
 *
 * @param at the cell behind the cut.
 */
export function fitsLine(cells: Cells, sums: LineSums, { line, indent }: Narrowest, at: number): boolean {
  const widthOf = (from: number, to: number): number =>
    sums.width[to]! - sums.width[from]! - sums.shrink[to]! + sums.shrink[from]!;
  let from = at - 1;
  // What is wider than a line is not looked through to its end: cost stays linear.
  while (from > 0 && isTied(cells, from) && widthOf(from, at) <= line) from -= 1;
  let to = at;
  while (to < cells.count && isTied(cells, to) && widthOf(from, to) <= line) to += 1;
  return widthOf(from, to) <= (from === 0 ? line - indent : line);
}

/** Whether a cell and the one before it are parts of one unit. */
function isTied({ breakAfter }: Cells, i: number): boolean {
  const kind = breakAfter[i - 1]!;
  return kind !== Break.MAY && kind !== Break.ADDRESS_MARK && kind !== Break.ADDRESS;
}
