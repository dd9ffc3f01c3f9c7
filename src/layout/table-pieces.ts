/** A set table and the lines of the columns from where it begins → its pieces, each under its head. */

import type { BlockMenu } from './distribute.ts';
import { linesOfRows, type SetTable } from './table.ts';

/** Rows of a table in one column. */
export interface TablePiece {
  readonly from: number;
  readonly to: number;
  /** First line, counted over all slots. */
  readonly at: number;
  readonly lines: number;
}

/** The fewest rows at the foot of a column and at the head of the next; in a column of its own one will do. */
const FEWEST = 2;
/** A slot that holds what stands behind all others. */
const REST = 1_000_000;

/** @param ends the line behind each slot. @returns null where its first rows have no room, or its last. */
function piecesTo(table: SetTable, start: number, ends: readonly number[]): readonly TablePiece[] | null {
  const count = table.rows.length;
  const pieces: TablePiece[] = [];
  let from = 0;
  let at = start;
  for (const end of ends) {
    if (end <= at) continue;
    const room = end - at;
    const rest = linesOfRows(table, from, count);
    if (rest <= room) return [...pieces, { from, to: count, at, lines: rest }];
    const to = lastRow(table, from, room);
    const isWhole = at !== start || ends.includes(at) || at === 0;
    const fewest = Math.max(from, table.heads) + (isWhole ? 1 : FEWEST);
    if (to >= fewest) {
      pieces.push({ from, to, at, lines: room });
      from = to;
    } else if (pieces.length === 0) return null;
    at = end;
  }
  return null;
}

/** The row behind the last that has room, not all but one. */
function lastRow(table: SetTable, from: number, room: number): number {
  const count = table.rows.length;
  let to = Math.max(from, table.heads);
  while (to < count && linesOfRows(table, from, to + 1) <= room) to += 1;
  return count - to < FEWEST ? Math.max(from, count - FEWEST) : to;
}

/** For the menu of a table. */
export function cutOf(table: SetTable): NonNullable<BlockMenu['cut']> {
  return (at, ends) => {
    const pieces = piecesTo(table, at, ends);
    if (pieces === null || pieces.length < 2) return null;
    const last = pieces[pieces.length - 1]!;
    return { end: last.at + last.lines, cuts: pieces.length - 1 };
  };
}

/** @param slots the lines of each; what stands behind them is in the last piece. */
export function tablePieces(table: SetTable, at: number, slots: readonly number[]): readonly TablePiece[] {
  const ends: number[] = [];
  for (const lines of [...slots, REST]) ends.push((ends[ends.length - 1] ?? 0) + lines);
  const whole = { from: 0, to: table.rows.length, at, lines: table.lines };
  return piecesTo(table, at, ends) ?? [whole];
}

/** The first row that stands behind the slots; null where all have room. */
export function rowsBehind(table: SetTable, at: number, slots: readonly number[]): number | null {
  const room = slots.reduce((sum, lines) => sum + lines, 0);
  return tablePieces(table, at, slots).find((piece) => piece.at >= room)?.from ?? null;
}
