/** A line's cells and its width → the width of every blank and gap, shrunk or stretched in the sheet's order. */

import { type Cells, Step } from './cells.ts';
import {
  growingPlaces,
  growthOf,
  LETTER_SHARE,
  type LineStock,
  type LineSums,
  naturalIn,
  STRETCH_LIMIT,
  STRETCH_WANTED,
  shrinkOf,
  stockOf,
  trimsEnd,
  trimsStart,
} from './line-stock.ts';
import { zeros } from './number-lists.ts';

/** One step of the adjustment that was used: `each` 1/1000 字 a place, negative is taken. */
export interface Adjustment {
  readonly kind: 'space' | 'dot' | 'bracket' | 'comma' | 'gap' | 'stop' | 'between' | 'letters';
  readonly places: number;
  readonly each: number;
}

/** A line as set. Arrays have one entry a cell of the line. 1/1000 字. */
export interface SetLine {
  readonly from: number;
  readonly to: number;
  /** Width before shrinking and stretching, blanks at the edges gone, without what hangs. */
  readonly natural: number;
  /** Width as set. */
  readonly width: number;
  /** What stands past the line's end: the width of a mark that hangs. */
  readonly hung: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Added behind the cell's right blank. */
  readonly gap: readonly number[];
  readonly adjustments: readonly Adjustment[];
  /** Short of its width, or stretched beyond the limit. */
  readonly loose: boolean;
}

const KINDS = ['space', 'space', 'dot', 'bracket', 'comma', 'gap', 'stop'] as const;

interface Draft {
  readonly cells: Cells;
  readonly from: number;
  readonly left: number[];
  readonly right: number[];
  gap: readonly number[];
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
    left: blanksIn(cells.left, from, to),
    right: blanksIn(cells.right, from, to),
    gap: zeros(to - from),
    adjustments: [],
  };
  // Most lines of Han have no blanks at all and share what is nothing.
  if (draft.left[0] !== 0 && trimsStart(cells, from)) draft.left[0] = 0;
  if (stock.end < to && draft.right !== zeros(to - from)) draft.right.fill(0, stock.end - from);
  const last = stock.end - 1 - from;
  if (draft.right[last] !== 0 && trimsEnd(cells, stock.end - 1)) draft.right[last] = 0;
  const natural = naturalIn(stock, target.width);
  const need = target.width - natural;
  let rest = 0;
  if (need < 0) rest = shrinkLine(draft, -need);
  else if (need > 0 && target.justified) rest = stretchLine(draft, stock, need);
  else rest = Math.max(0, need);
  return {
    from,
    to,
    natural,
    width: need < 0 || target.justified ? target.width - rest : natural,
    hung: stock.natural - natural,
    left: draft.left,
    right: draft.right,
    gap: draft.gap,
    adjustments: draft.adjustments,
    loose: target.justified && (rest > 0 || draft.adjustments.some(isTooMuch)),
  };
}

/** A list of its own, but for a line without blanks, which no step changes. */
function blanksIn(blanks: ArrayLike<number>, from: number, to: number): number[] {
  let at = from;
  while (at < to && blanks[at] === 0) at += 1;
  if (at === to) return zeros(to - from);
  const found = new Array<number>(to - from);
  for (let i = from; i < to; i++) found[i - from] = blanks[i]!;
  return found;
}

/** Parts of a 字 that rounding may add. */
const ROUNDING = 1;

function isTooMuch({ kind, each }: Adjustment): boolean {
  if (kind === 'letters') return each > STRETCH_LIMIT * LETTER_SHARE + ROUNDING;
  return kind === 'between' && each > STRETCH_LIMIT;
}

/** Shrinks step by step, all places of a step equally; returns what could not be taken (a line too wide). */
function shrinkLine(draft: Draft, need: number): number {
  let rest = need;
  for (let step: number = Step.SPACE; step <= Step.STOP && rest > 0; step++) {
    const places = blanksOf(draft, (blankStep, blank) => (blankStep === step ? shrinkOf(step, blank) : 0));
    const room = places.map((place) => shrinkOf(step, blankAt(draft, place)));
    rest -= share(draft, { places, room, step, grows: false }, Math.min(rest, total(room)));
  }
  return -rest;
}

/** Blanks of the line and how much each can give or grow, all of one step. */
interface Places {
  readonly places: readonly number[];
  readonly room: readonly number[];
  readonly step: number;
  readonly grows: boolean;
}

/** The blanks of the line that have room: cell k's left is 2k, its right 2k + 1. Edges have none left. */
function blanksOf(draft: Draft, room: (step: number, blank: number) => number): number[] {
  const { cells, from, left, right } = draft;
  const places: number[] = [];
  for (let k = 0; k < left.length; k++) {
    if (left[k]! > 0 && room(cells.leftStep[from + k]!, left[k]!) > 0) places.push(2 * k);
    if (right[k]! > 0 && room(cells.rightStep[from + k]!, right[k]!) > 0) places.push(2 * k + 1);
  }
  return places;
}

function blankAt(draft: Draft, place: number): number {
  return place % 2 === 0 ? draft.left[place >> 1]! : draft.right[place >> 1]!;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Takes `amount` from the places in equal parts (smaller ones give all they have); returns what was taken. */
function share(draft: Draft, from: Places, amount: number): number {
  const { places, room, step } = from;
  if (amount <= 0) return 0;
  const sign = from.grows ? 1 : -1;
  const order = places.map((_, k) => k).sort((a, b) => room[a]! - room[b]! || a - b);
  let rest = amount;
  let most = 0;
  order.forEach((k, done) => {
    const part = Math.min(room[k]!, Math.ceil(rest / (order.length - done)));
    const place = places[k]!;
    if (place % 2 === 0) draft.left[place >> 1]! += sign * part;
    else draft.right[place >> 1]! += sign * part;
    rest -= part;
    most = Math.max(most, part);
  });
  draft.adjustments.push({ kind: KINDS[step]!, places: places.length, each: sign * most });
  return amount - rest;
}

/**
 * Stretches word spaces, then Han–Latin gaps, then all gaps equally (CLREQ
 * #procedures_for_inter-character_space_expansion), then the letters of what is cut; returns what is still missing.
 */
function stretchLine(draft: Draft, stock: LineStock, need: number): number {
  let rest = need;
  for (const step of stock.spaces > 0 ? [Step.SPACE, Step.GAP] : []) {
    const places = blanksOf(draft, (blankStep, blank) => (blankStep === step ? growthOf(step, blank) : 0));
    const room = places.map((place) => growthOf(step, blankAt(draft, place)));
    rest -= share(draft, { places, room, step, grows: true }, Math.min(rest, total(room)));
  }
  if (rest <= 0) return 0;
  const isGap = (k: number): boolean => draft.cells.stretchAfter[draft.from + k] === 1;
  const places = growingPlaces(stock, rest);
  if (places === 0) return rest;
  if (places === stock.gaps) return rest - spreadOver(draft, 'between', placesWhere(stock, isGap), rest);
  const each = stock.gaps === 0 ? 0 : Math.max(STRETCH_WANTED, rest / places);
  rest -= spreadOver(draft, 'between', placesWhere(stock, isGap), Math.round(each * stock.gaps));
  const { from, past, first } = stock;
  const isLetter = (k: number): boolean => k < past - from || k >= first - from;
  return rest - spreadOver(draft, 'letters', placesWhere(stock, isLetter), rest);
}

/** The gaps of a line, by the number of the cell before each, that are so. */
function placesWhere({ from, end }: LineStock, isPlace: (k: number) => boolean): readonly number[] {
  const places: number[] = [];
  for (let k = 0; k + 1 < end - from; k++) if (isPlace(k)) places.push(k);
  return places;
}

/** Adds an amount to the places in equal parts; returns it, or 0 where there is no place. */
function spreadOver(
  draft: Draft,
  kind: 'between' | 'letters',
  places: readonly number[],
  amount: number,
): number {
  if (places.length === 0 || amount <= 0) return 0;
  const each = Math.floor(amount / places.length);
  let extra = amount - each * places.length;
  const gap = draft.gap.slice();
  draft.gap = gap;
  for (const k of places) {
    gap[k] = each + (extra > 0 ? 1 : 0);
    extra -= 1;
  }
  draft.adjustments.push({ kind, places: places.length, each: amount / places.length });
  return amount;
}
