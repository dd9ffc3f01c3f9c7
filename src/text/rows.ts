/**
 * A head's cells and the width of its rows → where the rows end: between words, balanced, as an editor would
 * part them; where an editor did, there.
 */

import { Break, type Breaks, type Cells, cellsIn, type Measure, widthOfLine } from './cells.ts';
import { type LineSums, stockOf } from './line-stock.ts';
import { rowCosts, SPLIT } from './row-costs.ts';

/** Longer ones are no heads. */
const LONGEST = 200;
/** Of a row half as long again as the mean: 30. */
const UNEVEN = 120;
/** A last row of one or two characters, and a first one. */
const TINY_LAST = 150;
const TINY_FIRST = 60;
const TINY = 2;
/** A row more than are needed. */
const MORE = 50;
/** A row that the editor meant to be one and that is too long. */
const PARTED = 100;

interface Head {
  readonly cells: Cells;
  readonly sums: LineSums;
  readonly measure: Measure;
  /** Asked for once a row has to be parted: the dictionary is read for it. */
  readonly costs: () => Float64Array;
}

/**
 * @param most rows there may be; 0: no limit.
 * @param wanted where the editor parts it, offsets in the text.
 * @returns null where no row can end between words: the rules of running text then find a way.
 */
export function breakIntoRows(
  { cells, sums }: { readonly cells: Cells; readonly sums: LineSums },
  measure: Measure,
  { most, wanted }: { readonly most: number; readonly wanted: readonly number[] },
): Breaks | null {
  if (cells.count === 0 || cells.count > LONGEST) return null;
  let known: Float64Array | null = null;
  const costs = (): Float64Array => {
    known ??= rowCosts(cells.text);
    return known;
  };
  const head: Head = { cells, sums, measure, costs };
  const edges = [0, ...wanted.map((at) => cellsIn(cells, { start: 0, end: at }).to), cells.count];
  const ends: number[] = [];
  let cost = 0;
  for (let k = 1; k < edges.length; k++) {
    const part = { from: edges[k - 1]!, to: edges[k]! };
    if (part.to <= part.from) continue;
    const left = most === 0 ? 0 : Math.max(1, most - ends.length - (edges.length - 1 - k));
    const rows = rowsOfPart(head, part, { line: ends.length, most: wanted.length === 0 ? left : 0 });
    if (rows === null) return null;
    ends.push(...rows.ends);
    cost += rows.cost + (wanted.length === 0 ? 0 : PARTED * (rows.ends.length - 1));
  }
  return { ends, cost, isPoor: cost >= SPLIT };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Rows {
  readonly ends: readonly number[];
  readonly cost: number;
}

function rowsOfPart(
  head: Head,
  part: Range,
  at: { readonly line: number; readonly most: number },
): Rows | null {
  if (fits(head, part, at.line)) return { ends: [part.to], cost: 0 };
  const whole = rowsOfWords(head, part, { ...at, below: SPLIT });
  const isFew = whole !== null && (at.most === 0 || whole.ends.length <= at.most);
  return isFew ? whole : (rowsOfWords(head, part, { ...at, below: Number.POSITIVE_INFINITY }) ?? whole);
}

interface Search {
  readonly line: number;
  readonly most: number;
  /** No row ends where it costs as much. */
  readonly below: number;
}

function rowsOfWords(head: Head, part: Range, { line, most, below }: Search): Rows | null {
  const least = leastRows(head, part, { line, below });
  if (least === null) return null;
  const last = most === 0 ? least + 1 : Math.max(least, Math.min(least + 1, most));
  let best: Rows | null = null;
  for (let count = least; count <= last; count++) {
    const rows = rowsOfCount(head, part, { line, count, below });
    if (rows === null) continue;
    const cost = rows.cost + MORE * (count - least);
    if (best === null || cost < best.cost) best = { ends: rows.ends, cost };
  }
  return best;
}

function fits({ cells, sums, measure }: Head, { from, to }: Range, line: number): boolean {
  const { natural, shrink } = stockOf(cells, sums, from, to);
  return natural - shrink <= widthOfLine(measure, line);
}

/** Rows filled one after the other as far as they go; null where something is longer than a row. */
function leastRows(head: Head, part: Range, { line, below }: Pick<Search, 'line' | 'below'>): number | null {
  let count = 0;
  for (let from = part.from; from < part.to; count++) {
    let end = -1;
    for (let to = from + 1; to <= part.to && fits(head, { from, to }, line + count); to++) {
      if (to === part.to || mayEnd(head, to, below)) end = to;
    }
    if (end === -1) return null;
    from = end;
  }
  return count;
}

function mayEnd({ cells, costs }: Head, to: number, below: number): boolean {
  return cells.breakAfter[to - 1] === Break.MAY && costs()[cells.start[to]!]! < below;
}

/** So many rows at the least cost, by dynamic programming over (row, end). */
function rowsOfCount(
  head: Head,
  part: Range,
  { line, count, below }: Omit<Search, 'most'> & { readonly count: number },
): Rows | null {
  const { cells, sums } = head;
  const mean = stockOf(cells, sums, part.from, part.to).natural / count;
  let before = new Map<number, Rows>([[part.from, { ends: [], cost: 0 }]]);
  for (let row = 0; row < count; row++) {
    const now = new Map<number, Rows>();
    for (let to = part.from + 1; to <= part.to; to++) {
      if ((to === part.to) !== (row === count - 1)) continue;
      if (to !== part.to && !mayEnd(head, to, below)) continue;
      for (const [from, way] of before) {
        if (from >= to || !fits(head, { from, to }, line + row)) continue;
        const cost =
          way.cost +
          costOfRow(head, { from, to }, { mean, isFirst: from === part.from, isLast: to === part.to });
        if (cost < (now.get(to)?.cost ?? Number.POSITIVE_INFINITY))
          now.set(to, { ends: [...way.ends, to], cost });
      }
    }
    before = now;
  }
  return before.get(part.to) ?? null;
}

function costOfRow(
  { cells, sums, costs }: Head,
  { from, to }: Range,
  { mean, isFirst, isLast }: { readonly mean: number; readonly isFirst: boolean; readonly isLast: boolean },
): number {
  const off = (stockOf(cells, sums, from, to).natural - mean) / mean;
  const end = isLast ? 0 : costs()[cells.start[to]!]!;
  const isTiny = sums.body[to]! - sums.body[from]! <= TINY;
  return UNEVEN * off * off + end + (isTiny ? (isLast ? TINY_LAST : isFirst ? TINY_FIRST : 0) : 0);
}
