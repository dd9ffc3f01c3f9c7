/**
 * Cells and a measure → the cheapest breaks of the paragraph, over all breaks there are.
 *
 * Dynamic programming over (break, tightness of the line, number of lines) after Knuth and Plass 1981, with
 * blanks that shrink and gaps that stretch instead of spaces. It knows no fonts and no page.
 */

import { Break, type Breaks, type Cells, type Measure, Step, widthOfLine } from './cells.ts';
import { Class } from './marks.ts';

/** Costs. A line set solid costs `LINE`; the others are measured against it. */
export const COST = {
  LINE: 10,
  /** All blanks of a line shrunk to nothing: cheap, since CLREQ says shrink before you stretch. */
  FULL_SHRINK: 50,
  /** Every gap of a line stretched by 0.1 em, the limit of good setting; grows with the third power. */
  STRETCH: 100,
  /** Beyond 0.25 em a gap: only where nothing else is possible, and then warned of. */
  TOO_LOOSE: 5000,
  /** A short line with no gap to stretch. */
  RAGGED: 20000,
  /** Two neighbours of very different tightness, each class beyond the next one. */
  CONTRAST: 30,
  /** 孤字: CLREQ #widows_and_orphans, a last line of one character. */
  RUNT: 10000,
  EMERGENCY: 3000,
  /** A hyphen at the line's end. */
  HYPHEN: 60,
  /** Against the rules of prohibition. */
  ANYWHERE: 30000,
} as const;

/** Gap stretch, 1/1000 em: wanted at most, and borne at most. */
export const STRETCH_WANTED = 100;
export const STRETCH_LIMIT = 250;

/** Sums over the cells, so that a line is judged in constant time. */
export interface LineSums {
  /** Width before each cell. */
  readonly width: Float64Array;
  readonly shrink: Float64Array;
  readonly gaps: Int32Array;
  /** What the word spaces may grow by. */
  readonly spaces: Float64Array;
  /** Cells that are no marks and no spaces. */
  readonly body: Int32Array;
}

const SPACE_MOST = 500;
const SPACE_LEAST = 250;
const GAP_LEAST = 125;

/** How much a blank may shrink. */
export function shrinkOf(step: number, blank: number): number {
  if (step === Step.FIXED) return 0;
  if (step === Step.SPACE) return Math.max(0, blank - SPACE_LEAST);
  if (step === Step.GAP) return Math.max(0, blank - GAP_LEAST);
  return blank;
}

export function spaceStretch(cells: Cells, i: number): number {
  return cells.rightStep[i] === Step.SPACE ? Math.max(0, SPACE_MOST - cells.right[i]!) : 0;
}

export function sumCells(cells: Cells): LineSums {
  const n = cells.count;
  const width = new Float64Array(n + 1);
  const shrink = new Float64Array(n + 1);
  const gaps = new Int32Array(n + 1);
  const spaces = new Float64Array(n + 1);
  const body = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) {
    const left = cells.left[i]!;
    const right = cells.right[i]!;
    width[i + 1] = width[i]! + left + cells.core[i]! + right;
    shrink[i + 1] = shrink[i]! + shrinkOf(cells.leftStep[i]!, left) + shrinkOf(cells.rightStep[i]!, right);
    gaps[i + 1] = gaps[i]! + cells.stretchAfter[i]!;
    spaces[i + 1] = spaces[i]! + spaceStretch(cells, i);
    body[i + 1] = body[i]! + (isBody(cells.cls[i]!) ? 1 : 0);
  }
  return { width, shrink, gaps, spaces, body };
}

function isBody(cls: number): boolean {
  return cls === Class.HAN || cls === Class.LATIN || cls === Class.DIGIT;
}

/** What a line takes and gives: cells `from` to `to`. */
export interface LineStock {
  natural: number;
  shrink: number;
  gaps: number;
  spaces: number;
}

/** Fills `stock` for a line; blanks at its edges are gone. */
export function stockOf(
  cells: Cells,
  sums: LineSums,
  line: { readonly from: number; readonly to: number },
  stock: LineStock,
): void {
  const { from, to } = line;
  const last = to - 1;
  let natural = sums.width[to]! - sums.width[from]!;
  let shrink = sums.shrink[to]! - sums.shrink[from]!;
  let spaces = sums.spaces[to]! - sums.spaces[from]!;
  if (trimsStart(cells, from)) {
    natural -= cells.left[from]!;
    shrink -= shrinkOf(cells.leftStep[from]!, cells.left[from]!);
  }
  if (trimsEnd(cells, last)) {
    natural -= cells.right[last]!;
    shrink -= shrinkOf(cells.rightStep[last]!, cells.right[last]!);
    spaces -= spaceStretch(cells, last);
  }
  stock.natural = natural + cells.hyphen[last]!;
  stock.shrink = shrink;
  stock.spaces = spaces;
  stock.gaps = sums.gaps[last]! - sums.gaps[from]!;
}

/** A mark's blank goes by the profile; a space and a Han–Latin gap always (CLREQ #mixed_text_composition). */
export function trimsStart(cells: Cells, i: number): boolean {
  return cells.trimStart || cells.leftStep[i] === Step.GAP || cells.leftStep[i] === Step.FIXED;
}

export function trimsEnd(cells: Cells, i: number): boolean {
  const step = cells.rightStep[i];
  return cells.trimEnd || step === Step.SPACE || step === Step.GAP || step === Step.FIXED;
}

/** Tightness classes; neighbours more than one apart cost `CONTRAST`. */
const TIGHT = 0;
const SOLID = 1;
const LOOSE = 2;
const VERY_LOOSE = 3;

/** Cost × 64 + class, or -1 where the line cannot be set in `width` within the limits of the pass. */
function judge(stock: LineStock, width: number, last: boolean, loose: boolean): number {
  const need = width - stock.natural;
  if (need < 0) {
    if (-need > stock.shrink) return -1;
    const ratio = -need / stock.shrink;
    return pack(COST.FULL_SHRINK * ratio * ratio, ratio > 0.5 ? TIGHT : SOLID);
  }
  if (last || need === 0) return pack(0, SOLID);
  const rest = need - Math.min(need, stock.spaces);
  if (rest === 0) return pack(0, SOLID);
  if (stock.gaps * STRETCH_LIMIT < rest && !loose) return -1;
  if (stock.gaps === 0) return pack(COST.RAGGED + rest, VERY_LOOSE);
  const each = rest / stock.gaps;
  const ratio = each / STRETCH_WANTED;
  const beyond = each > STRETCH_LIMIT ? COST.TOO_LOOSE + 20 * (each - STRETCH_LIMIT) : 0;
  const capped = Math.min(ratio, STRETCH_LIMIT / STRETCH_WANTED);
  const cls = each <= 40 ? SOLID : each <= STRETCH_WANTED ? LOOSE : VERY_LOOSE;
  return pack(COST.STRETCH * capped * capped * capped + beyond, cls);
}

function pack(cost: number, cls: number): number {
  return Math.round(cost * 16) * 4 + cls;
}

/** The nodes of the search, as parallel arrays; those of one break are linked by `next`. */
interface Nodes {
  readonly at: number[];
  readonly line: number[];
  readonly cls: number[];
  readonly cost: number[];
  readonly from: number[];
  readonly next: number[];
}

export interface BreakOptions {
  /** Keep the best solution for every number of lines that sets well, not only the best of all. */
  readonly everyCount: boolean;
}

/**
 * The best breaks first; with `everyCount` one entry for each possible number of lines, best first.
 * Always at least one entry: where words are longer than the line they are broken.
 */
export function breakParagraph(
  cells: Cells,
  sums: LineSums,
  measure: Measure,
  options: BreakOptions,
): readonly Breaks[] {
  if (cells.count === 0) return [{ ends: [], cost: 0 }];
  for (const pass of PASSES) {
    const everyCount = options.everyCount && !pass.loose;
    const found = search(cells, sums, measure, { ...pass, everyCount });
    if (found.length > 0) return found;
  }
  return [];
}

interface Pass {
  /** Lines stretched beyond the limit are taken. */
  readonly loose: boolean;
  /** Words are broken anywhere. */
  readonly emergency: boolean;
  /** Every two cells may part, whatever the rules: marks alone in a measure too narrow for them. */
  readonly anywhere: boolean;
}

/** From good setting to setting at any price: the first that finds a way is taken. */
const PASSES: readonly Pass[] = [
  { loose: false, emergency: false, anywhere: false },
  { loose: true, emergency: false, anywhere: false },
  { loose: true, emergency: true, anywhere: false },
  { loose: true, emergency: true, anywhere: true },
];

interface Search {
  readonly cells: Cells;
  readonly sums: LineSums;
  readonly measure: Measure;
  readonly countLines: boolean;
  readonly pass: Pass;
  readonly nodes: Nodes;
  /** First node of each cell boundary, -1 where there is none. */
  readonly first: Int32Array;
  readonly stock: LineStock;
  readonly widest: number;
  readonly narrowest: number;
}

function search(
  cells: Cells,
  sums: LineSums,
  measure: Measure,
  options: BreakOptions & Pass,
): readonly Breaks[] {
  const state: Search = {
    cells,
    sums,
    measure,
    countLines: options.everyCount || measure.widths.some((width) => width !== measure.rest),
    pass: options,
    nodes: { at: [0], line: [0], cls: [SOLID], cost: [0], from: [-1], next: [-1] },
    first: new Int32Array(cells.count + 1).fill(-1),
    stock: { natural: 0, shrink: 0, gaps: 0, spaces: 0 },
    widest: Math.max(measure.rest, ...measure.widths),
    narrowest: Math.min(measure.rest, ...measure.widths) - Math.max(0, measure.indent),
  };
  state.first[0] = 0;
  const points: number[] = [0];
  for (let to = 1; to <= cells.count; to++) {
    const penalty = to === cells.count ? 0 : breakPenalty(cells.breakAfter[to - 1]!, options);
    if (penalty === null) continue;
    linesEndingAt(state, points, to, penalty);
    if (state.first[to]! >= 0) points.push(to);
  }
  return solutions(state);
}

/** What it costs to end a line with a break of a kind; null where the pass does not allow it. */
function breakPenalty(kind: number, pass: Pass): number | null {
  if (kind === Break.MAY) return 0;
  if (kind === Break.HYPHEN) return COST.HYPHEN;
  if (kind === Break.EMERGENCY) return pass.emergency ? COST.EMERGENCY : null;
  return pass.anywhere ? COST.ANYWHERE : null;
}

/** Tries every line that could end at `to`, nearest start first, until none can fit any more. */
function linesEndingAt(state: Search, points: readonly number[], to: number, penalty: number): void {
  const { cells, sums, stock, widest } = state;
  const final = to === cells.count;
  for (let p = points.length - 1; p >= 0; p--) {
    const from = points[p]!;
    const least = sums.width[to]! - sums.width[from]! - (sums.shrink[to]! - sums.shrink[from]!);
    if (least - 1000 > widest && from < to - 1) break;
    if (!final && !state.pass.loose && mostWidth(state, from, to) < state.narrowest) continue;
    stockOf(cells, sums, { from, to }, stock);
    // A single cell wider than the measure has no other place: it stands out of its line, and is seen.
    if (state.pass.anywhere && from === to - 1) stock.shrink = Math.max(stock.shrink, stock.natural);
    const runt = final && from > 0 && sums.body[to]! - sums.body[from]! <= 1 ? COST.RUNT : 0;
    for (let node = state.first[from]!; node >= 0; node = state.nodes.next[node]!) {
      const line = state.nodes.line[node]!;
      const judged = judge(stock, lineWidth(state, from, line), final, state.pass.loose);
      if (judged < 0) continue;
      const cls = judged & 3;
      const contrast = from === 0 ? 0 : Math.max(0, Math.abs(cls - state.nodes.cls[node]!) - 1);
      const cost =
        state.nodes.cost[node]! + (judged >> 2) / 16 + COST.LINE + runt + penalty + contrast * COST.CONTRAST;
      offer(state, node, to, { cls: final ? SOLID : cls, cost });
    }
  }
}

/** What a line could be stretched to at the most: a quick look before it is judged. */
function mostWidth(state: Search, from: number, to: number): number {
  const { sums } = state;
  return (
    sums.width[to]! -
    sums.width[from]! +
    (sums.gaps[to]! - sums.gaps[from]!) * STRETCH_LIMIT +
    (sums.spaces[to]! - sums.spaces[from]!)
  );
}

function lineWidth(state: Search, from: number, line: number): number {
  if (state.countLines) return widthOfLine(state.measure, line);
  return widthOfLine(state.measure, from === 0 ? 0 : 1);
}

/** Enters a line into the search: the cheapest way to each (break, class, count) stays. */
function offer(state: Search, from: number, to: number, way: { cls: number; cost: number }): void {
  const { nodes } = state;
  const { cls, cost } = way;
  const line = state.countLines ? nodes.line[from]! + 1 : 0;
  for (let node = state.first[to]!; node >= 0; node = nodes.next[node]!) {
    if (nodes.cls[node] !== cls || nodes.line[node] !== line) continue;
    if (cost < nodes.cost[node]!) {
      nodes.cost[node] = cost;
      nodes.from[node] = from;
    }
    return;
  }
  nodes.at.push(to);
  nodes.line.push(line);
  nodes.cls.push(cls);
  nodes.cost.push(cost);
  nodes.from.push(from);
  nodes.next.push(state.first[to]!);
  state.first[to] = nodes.at.length - 1;
}

function solutions(state: Search): readonly Breaks[] {
  const { nodes } = state;
  const found: Breaks[] = [];
  for (let node = state.first[state.cells.count]!; node >= 0; node = nodes.next[node]!) {
    const ends: number[] = [];
    for (let at = node; nodes.from[at]! >= 0; at = nodes.from[at]!) ends.push(nodes.at[at]!);
    found.push({ ends: ends.reverse(), cost: nodes.cost[node]! });
  }
  return found.sort((a, b) => a.cost - b.cost || a.ends.length - b.ends.length);
}
