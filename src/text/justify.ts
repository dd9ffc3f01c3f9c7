/** A line's cells and its width → the width of every blank and gap, shrunk or stretched in the sheet's order. */

import { type Cells, Step } from './cells.ts';
import {
  type LineSums,
  STRETCH_LIMIT,
  shrinkOf,
  spaceStretch,
  stockOf,
  trimsEnd,
  trimsStart,
} from './line-stock.ts';

/** One step of the adjustment that was used: `each` 1/1000 字 a place, negative is taken. */
export interface Adjustment {
  readonly kind: 'space' | 'bracket' | 'comma' | 'gap' | 'stop' | 'between';
  readonly places: number;
  readonly each: number;
}

/** A line as set. Arrays have one entry a cell of the line. 1/1000 字. */
export interface SetLine {
  readonly from: number;
  readonly to: number;
  /** Width before shrinking and stretching, blanks at the edges gone. */
  readonly natural: number;
  /** Width as set. */
  readonly width: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Added behind the cell's right blank. */
  readonly gap: readonly number[];
  readonly adjustments: readonly Adjustment[];
  /** Short of its width, or stretched beyond the limit. */
  readonly loose: boolean;
}

const KINDS = ['space', 'space', 'bracket', 'comma', 'gap', 'stop'] as const;

interface Draft {
  readonly cells: Cells;
  readonly from: number;
  readonly left: number[];
  readonly right: number[];
  readonly gap: number[];
  readonly adjustments: Adjustment[];
}

/**
 * Sets cells `from` to `to` to `width`. `justified`: a line short of it is stretched; a line over it is
 * shrunk in any case.
 */
export function setLine(
  cells: Cells,
  sums: LineSums,
  range: { readonly from: number; readonly to: number },
  target: { readonly width: number; readonly justified: boolean },
): SetLine {
  const { from, to } = range;
  const stock = stockOf(cells, sums, from, to);
  const draft: Draft = {
    cells,
    from,
    left: Array.from(cells.left.subarray(from, to)),
    right: Array.from(cells.right.subarray(from, to)),
    gap: new Array<number>(to - from).fill(0),
    adjustments: [],
  };
  if (trimsStart(cells, from)) draft.left[0] = 0;
  if (trimsEnd(cells, to - 1)) draft.right[to - from - 1] = 0;
  const need = target.width - stock.natural;
  let rest = 0;
  if (need < 0) rest = shrinkLine(draft, -need);
  else if (need > 0 && target.justified) rest = stretchLine(draft, need);
  else rest = Math.max(0, need);
  const between = draft.adjustments.find((a) => a.kind === 'between');
  return {
    from,
    to,
    natural: stock.natural,
    width: need < 0 || target.justified ? target.width - rest : stock.natural,
    left: draft.left,
    right: draft.right,
    gap: draft.gap,
    adjustments: draft.adjustments,
    loose: target.justified && (rest > 0 || (between !== undefined && between.each > STRETCH_LIMIT)),
  };
}

/** Shrinks step by step, all places of a step equally; returns what could not be taken (a line too wide). */
function shrinkLine(draft: Draft, need: number): number {
  let rest = need;
  for (let step: number = Step.SPACE; step <= Step.STOP && rest > 0; step++) {
    const places = blanksOf(draft, step);
    const room = places.map((place) => shrinkOf(step, blankAt(draft, place)));
    rest -= share(draft, { places, room, step }, Math.min(rest, total(room)));
  }
  return -rest;
}

/** A blank of the line: cell k's left (2k) or right (2k + 1). */
function blanksOf(draft: Draft, step: number): number[] {
  const places: number[] = [];
  for (let k = 0; k < draft.left.length; k++) {
    const cell = draft.from + k;
    if (draft.cells.leftStep[cell] === step && draft.left[k]! > 0) places.push(2 * k);
    if (draft.cells.rightStep[cell] === step && draft.right[k]! > 0) places.push(2 * k + 1);
  }
  return places.filter((place) => shrinkOf(step, blankAt(draft, place)) > 0);
}

function blankAt(draft: Draft, place: number): number {
  return place % 2 === 0 ? draft.left[place >> 1]! : draft.right[place >> 1]!;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Takes `amount` from the places in equal parts (smaller ones give all they have); returns what was taken. */
function share(
  draft: Draft,
  from: { readonly places: readonly number[]; readonly room: readonly number[]; readonly step: number },
  amount: number,
): number {
  const { places, room, step } = from;
  if (amount <= 0) return 0;
  const order = places.map((_, k) => k).sort((a, b) => room[a]! - room[b]! || a - b);
  let rest = amount;
  let most = 0;
  order.forEach((k, done) => {
    const part = Math.min(room[k]!, Math.ceil(rest / (order.length - done)));
    const place = places[k]!;
    if (place % 2 === 0) draft.left[place >> 1]! -= part;
    else draft.right[place >> 1]! -= part;
    rest -= part;
    most = Math.max(most, part);
  });
  draft.adjustments.push({ kind: KINDS[step]!, places: places.length, each: -most });
  return amount - rest;
}

/** Stretches word spaces, then Han–Latin gaps, then all gaps equally; returns what is still missing. */
function stretchLine(draft: Draft, need: number): number {
  let rest = need - growSpaces(draft, need);
  if (rest <= 0) return 0;
  const places: number[] = [];
  for (let k = 0; k + 1 < draft.gap.length; k++) {
    if (draft.cells.stretchAfter[draft.from + k] === 1) places.push(k);
  }
  if (places.length === 0) return rest;
  const each = Math.floor(rest / places.length);
  let extra = rest - each * places.length;
  for (const k of places) {
    draft.gap[k] = each + (extra > 0 ? 1 : 0);
    extra -= 1;
  }
  draft.adjustments.push({ kind: 'between', places: places.length, each: rest / places.length });
  rest = 0;
  return rest;
}

function growSpaces(draft: Draft, need: number): number {
  const last = draft.right.length - 1;
  const places: number[] = [];
  for (let k = 0; k < last; k++) if (spaceStretch(draft.cells, draft.from + k) > 0) places.push(k);
  if (places.length === 0) return 0;
  let rest = need;
  let most = 0;
  places.forEach((k, done) => {
    const part = Math.min(
      spaceStretch(draft.cells, draft.from + k),
      Math.ceil(rest / (places.length - done)),
    );
    draft.right[k]! += part;
    rest -= part;
    most = Math.max(most, part);
  });
  draft.adjustments.push({ kind: 'space', places: places.length, each: most });
  return need - rest;
}
