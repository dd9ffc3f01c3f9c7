/** Pictures of chosen heights and the lines of a story → where they stand, and the lines left for text. */

import type { Grid } from '../markup/box.ts';
import type { LineRun } from './block-grid.ts';
import { type Arrangement, linesTaken } from './figures.ts';
import type { GridBox } from './grid.ts';

/** A run of lines in one column that text may fill. */
export interface TextSlot {
  readonly column: number;
  /** First line on the page, from 0. */
  readonly line: number;
  readonly lines: number;
  /** Beside an obstacle: what of each line is free for text; null: all of every line. */
  readonly sides: readonly LineSide[] | null;
}

/** A part of a line, pt: `start` from its column's left edge. */
export interface LineSide {
  readonly start: number;
  readonly width: number;
}

/** The lines of the page that the story's text and pictures may take, the head's not among them. */
export interface Area {
  readonly column: number;
  readonly columns: number;
  readonly line: number;
  readonly lines: number;
  /** 文包题: columns and lines of a head in the midst of the text. */
  readonly inner: { readonly first: number; readonly count: number; readonly lines: number } | null;
  /** Columns of it, counted from its own first, that a head at the side takes from the text. */
  readonly headColumns: { readonly first: number; readonly count: number } | null;
  /** 中缝: pictures and heads stand over it, text does not. */
  readonly fold: Grid['fold'];
  /** The most lines from its top that text may reach down: less than `lines` where pictures are higher. */
  readonly textLines: number;
  /** Lines of each column that are another's, counted from the area's first: an L, a U, a head over some. */
  readonly blocked: readonly (readonly LineRun[])[];
}

/** An arrangement with the heights of its groups. */
export interface Stacked {
  readonly arrangement: Arrangement;
  readonly heights: readonly number[];
}

/** Where the groups of a candidate come to stand, and what of each column is taken then, in rising order. */
interface Stack {
  readonly starts: readonly number[];
  readonly taken: readonly (readonly LineRun[])[];
  /** Lines taken from the top and the foot of each column. */
  readonly top: readonly number[];
  readonly foot: readonly number[];
}

/** Lines of a head in the midst of the text, counted from the area's first: as many above it as below. */
function innerRun({ inner, lines, textLines }: Area): LineRun {
  const from = Math.max(0, Math.floor((Math.min(lines, textLines) - inner!.lines) / 2));
  return { from, to: from + inner!.lines };
}

/** What of each column is not for text and pictures before any of them stands, in rising order. */
export function blockedBefore(area: Area): readonly (readonly LineRun[])[] {
  const { inner } = area;
  if (inner === null) return area.blocked;
  return area.blocked.map((runs, k) =>
    k < inner.first || k >= inner.first + inner.count
      ? runs
      : [...runs, innerRun(area)].sort((a, b) => a.from - b.from),
  );
}

/** The page's line that a head in the midst of the text begins at. */
export function innerLineOf(area: Area): number | null {
  return area.inner === null ? null : area.line + innerRun(area).from;
}

/** Groups are stacked from the top and from the foot of their columns, beside what is another's there. */
export function stack(candidate: Stacked, area: Area): Stack {
  const blocked = blockedBefore(area);
  const top = blocked.map((runs) => runs.find((run) => run.from === 0)?.to ?? 0);
  const foot = blocked.map((runs) => {
    const last = runs.find((run) => run.from > 0 && run.to >= area.lines);
    return last === undefined ? 0 : area.lines - last.from;
  });
  const taken: LineRun[][] = blocked.map((runs) => [...runs]);
  const starts = candidate.arrangement.groups.map((group, g) => {
    const side = group.edge === 'top' ? top : foot;
    const lines = linesTaken(group, candidate.heights[g]!);
    const columns = group.members.flatMap((m) => Array.from({ length: m.columns }, (_, k) => m.column + k));
    const start = Math.max(...columns.map((column) => side[column]!));
    const from = group.edge === 'top' ? start : area.lines - start - lines;
    for (const column of columns) {
      side[column] = start + lines;
      taken[column]!.push({ from, to: from + lines });
    }
    return start;
  });
  for (const runs of taken) runs.sort((a, b) => a.from - b.from);
  return { starts, taken, top, foot };
}

export function textSlots(candidate: Stacked, area: Area): readonly TextSlot[] {
  const { headColumns, fold } = area;
  return stack(candidate, area).taken.flatMap((runs, k) => {
    if (k === fold?.column) return [];
    if (headColumns !== null && k >= headColumns.first && k < headColumns.first + headColumns.count)
      return [];
    return freeRuns(runs, area).map((run) => ({
      column: area.column + k,
      line: area.line + run.from,
      lines: run.to - run.from,
      sides: null,
    }));
  });
}

/** What is left of a column; a run of less than no lines where two of those taken share lines. */
function freeRuns(taken: readonly LineRun[], area: Area): readonly LineRun[] {
  const free: LineRun[] = [];
  let at = 0;
  for (const run of taken) {
    if (run.from < at) return [{ from: at, to: run.from }];
    if (run.from > at) free.push({ from: at, to: run.from });
    at = run.to;
  }
  free.push({ from: at, to: area.lines });
  return free.flatMap(({ from, to }) => {
    const end = Math.min(to, Math.max(area.textLines, from));
    return from === end && from < to ? [] : [{ from, to: end }];
  });
}

/** The lines that all columns of a head at the side have free of pictures. */
export function headBoxOf(candidate: Stacked, area: Area): GridBox | null {
  if (area.headColumns === null) return null;
  const { first, count } = area.headColumns;
  const { top, foot } = stack(candidate, area);
  const above = Math.max(...top.slice(first, first + count));
  const below = Math.max(...foot.slice(first, first + count));
  return {
    column: area.column + first,
    columns: count,
    line: area.line + above,
    lines: area.lines - above - below,
  };
}

/** Where a line counted over all slots stands on the page. */
export interface SlotLine {
  readonly slot: number;
  readonly line: number;
}

export function slotLine(slots: readonly TextSlot[], at: number): SlotLine | null {
  let left = at;
  for (let slot = 0; slot < slots.length; slot++) {
    if (left < slots[slot]!.lines) return { slot, line: slots[slot]!.line + left };
    left -= slots[slot]!.lines;
  }
  return null;
}
