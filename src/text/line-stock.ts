/** Cells from one place to another → what they take as a line, and how much the line can give and grow. */

import { Break, type Cells, isCut, Step } from './cells.ts';
import { Class } from './marks.ts';

/** Gap stretch, 1/1000 em: wanted at most, and borne at most. */
export const STRETCH_WANTED = 100;
export const STRETCH_LIMIT = 250;

/** What a gap between the letters of a cut address or word may take, to a gap between Han. */
export const LETTER_SHARE = 1 / 4;

/** Sums over the cells, so that a line is judged in constant time. */
export interface LineSums {
  /** Width before each cell. */
  readonly width: Float64Array;
  readonly shrink: Float64Array;
  readonly gaps: Int32Array;
  /** What the word spaces and the Han–Latin gaps may grow by. */
  readonly spaces: Float64Array;
  /** Cells that are no marks and no spaces. */
  readonly body: Int32Array;
  /** The most that a line's edges can add to or take from the sums. */
  readonly edge: number;
  /** The paragraph has an address, whose letters may stretch. */
  readonly hasAddress: boolean;
}

const GROWN_MOST = 500;
const SPACE_LEAST = 250;
const GAP_LEAST = 125;

/** How much a blank may shrink. */
export function shrinkOf(step: number, blank: number): number {
  if (step === Step.FIXED) return 0;
  if (step === Step.SPACE) return Math.max(0, blank - SPACE_LEAST);
  if (step === Step.GAP) return Math.max(0, blank - GAP_LEAST);
  return blank;
}

/** How much a word space or a Han–Latin gap may grow. */
export function growthOf(step: number, blank: number): number {
  if (blank === 0 || (step !== Step.SPACE && step !== Step.GAP)) return 0;
  return Math.max(0, GROWN_MOST - blank);
}

export function sumCells(cells: Cells): LineSums {
  const n = cells.count;
  const size = n + 1;
  const memory = new ArrayBuffer(size * (3 * 8 + 2 * 4));
  const width = new Float64Array(memory, 0, size);
  const shrink = new Float64Array(memory, size * 8, size);
  const spaces = new Float64Array(memory, size * 16, size);
  const gaps = new Int32Array(memory, size * 24, size);
  const body = new Int32Array(memory, size * 28, size);
  let edge = 0;
  let hasAddress = false;
  for (let i = 0; i < n; i++) {
    const left = cells.left[i]!;
    const right = cells.right[i]!;
    const hyphen = cells.hyphen[i]! - right;
    if (left > edge) edge = left;
    if (right > edge) edge = right;
    if (hyphen > edge) edge = hyphen;
    const hang = hangOf(cells, i);
    if (hang > edge) edge = hang;
    width[i + 1] = width[i]! + left + cells.core[i]! + right;
    shrink[i + 1] = shrink[i]! + shrinkOf(cells.leftStep[i]!, left) + shrinkOf(cells.rightStep[i]!, right);
    gaps[i + 1] = gaps[i]! + cells.stretchAfter[i]!;
    spaces[i + 1] = spaces[i]! + growthOf(cells.leftStep[i]!, left) + growthOf(cells.rightStep[i]!, right);
    body[i + 1] = body[i]! + (isBody(cells.cls[i]!) ? 1 : 0);
    const kind = cells.breakAfter[i]!;
    if (kind === Break.ADDRESS_MARK || kind === Break.ADDRESS) hasAddress = true;
  }
  return { width, shrink, gaps, spaces, body, edge: 2 * edge, hasAddress };
}

function isBody(cls: number): boolean {
  return cls === Class.HAN || cls === Class.LATIN || cls === Class.DIGIT;
}

/** A line, cells `from` to `to`, and what it takes and gives. */
export interface LineStock {
  from: number;
  to: number;
  /** Behind it are blanks alone: they hang out of the line, however many they are. */
  end: number;
  natural: number;
  shrink: number;
  gaps: number;
  spaces: number;
  /**
   * The rest of a word or address that is cut at the line's start goes to the cell before `past`, the part of one
   * that is cut at its end begins with the cell `first`: the gaps within them may take a little, `letters` in all.
   */
  past: number;
  first: number;
  letters: number;
  /** What of `natural` may stand past the line's end. */
  hang: number;
}

/** What cells `from` to `to` take and give as a line: blanks at its edges are gone. */
export function stockOf(cells: Cells, sums: LineSums, from: number, to: number): LineStock {
  let end = to;
  while (end > from + 1 && cells.cls[end - 1] === Class.SPACE) end -= 1;
  const stock = {
    from,
    to,
    end,
    natural: 0,
    shrink: 0,
    gaps: 0,
    spaces: 0,
    past: from,
    first: to,
    letters: 0,
    hang: 0,
  };
  fillStock(cells, sums, stock);
  return stock;
}

/** The search looks at many lines: it fills one stock again and again, of which it gives `from`, `to` and `end`. */
export function fillStock(cells: Cells, sums: LineSums, stock: LineStock): void {
  const { from, end } = stock;
  const last = end - 1;
  let natural = sums.width[end]! - sums.width[from]! + cells.hyphen[last]!;
  let shrink = sums.shrink[end]! - sums.shrink[from]!;
  let spaces = sums.spaces[end]! - sums.spaces[from]!;
  const left = cells.left[from]!;
  if (left !== 0 && trimsStart(cells, from)) {
    natural -= left;
    shrink -= shrinkOf(cells.leftStep[from]!, left);
    spaces -= growthOf(cells.leftStep[from]!, left);
  }
  const right = cells.right[last]!;
  if (right !== 0 && trimsEnd(cells, last)) {
    natural -= right;
    shrink -= shrinkOf(cells.rightStep[last]!, right);
    spaces -= growthOf(cells.rightStep[last]!, right);
  }
  stock.natural = natural;
  stock.shrink = shrink;
  stock.spaces = spaces;
  stock.gaps = sums.gaps[last]! - sums.gaps[from]!;
  stock.hang = from < last ? hangOf(cells, last) : 0;
  stock.letters = 0;
  const isCutBehind = stock.to < cells.count && isCut(cells.breakAfter[stock.to - 1]!);
  const isCutBefore = from > 0 && isCut(cells.breakAfter[from - 1]!);
  if (isCutBehind || isCutBefore) findLetters(cells, stock, isCutBefore, isCutBehind);
}

/** CLREQ #hanging_punctuation_marks_at_line_end: one 顿号, 逗号 or 句号, and no other mark. */
function hangOf({ hangs, cls, core }: Cells, i: number): number {
  return hangs && (cls[i] === Class.COMMA || cls[i] === Class.STOP) ? core[i]! : 0;
}

/** What the line takes of its width: a mark that may hang does so where the line has no room for it. */
export function naturalIn(stock: LineStock, width: number): number {
  return stock.natural > width ? stock.natural - stock.hang : stock.natural;
}

function findLetters(cells: Cells, stock: LineStock, isCutBefore: boolean, isCutBehind: boolean): void {
  const { from, end } = stock;
  let first = end - 1;
  if (isCutBehind) while (first > from && isWithin(cells, first - 1)) first -= 1;
  let past = from;
  if (isCutBefore) while (past < first && isWithin(cells, past)) past += 1;
  stock.past = past;
  stock.first = first;
  stock.letters = end - 1 - first + past - from;
}

/** Whether a cell and the next one belong to one word, number or address. */
function isWithin({ cls, stretchAfter }: Cells, i: number): boolean {
  return stretchAfter[i] === 0 && cls[i] !== Class.SPACE && cls[i + 1] !== Class.SPACE;
}

/**
 * Where a line grows that is short by `rest` when its blanks are as wide as may be: the gaps between Han, and
 * only if they would be wider than is wanted the letters of what is cut, each worth `LETTER_SHARE`.
 */
export function growingPlaces({ gaps, letters }: LineStock, rest: number): number {
  return letters === 0 || rest <= gaps * STRETCH_WANTED ? gaps : gaps + letters * LETTER_SHARE;
}

/** A mark's blank goes by the profile; a space and a Han–Latin gap always (CLREQ #mixed_text_composition). */
export function trimsStart(cells: Cells, i: number): boolean {
  return cells.trimStart || cells.leftStep[i] === Step.GAP || cells.leftStep[i] === Step.FIXED;
}

export function trimsEnd(cells: Cells, i: number): boolean {
  const step = cells.rightStep[i];
  return cells.trimEnd || step === Step.SPACE || step === Step.GAP || step === Step.FIXED;
}
