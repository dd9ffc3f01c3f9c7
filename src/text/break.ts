/**
 * Cells and a measure → the cheapest breaks of the paragraph, over all breaks there are.
 *
 * Dynamic programming over (break, tightness of the line, number of lines) after Knuth and Plass 1981, with
 * blanks that shrink and gaps that stretch instead of spaces. It knows no fonts and no page.
 */

import { Break, type Breaks, type Cells, type Measure, widthOfLine } from './cells.ts';
import {
  fillStock,
  type LineStock,
  type LineSums,
  naturalIn,
  STRETCH_LIMIT,
  STRETCH_WANTED,
} from './line-stock.ts';

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

/** Tightness classes; neighbours more than one apart cost `CONTRAST`. */
const TIGHT = 0;
const SOLID = 1;
const LOOSE = 2;
const VERY_LOOSE = 3;

/** Cost × 64 + class, or -1 where the line cannot be set in `width` within the limits of the pass. */
function judge(stock: LineStock, width: number, last: boolean, loose: boolean): number {
  const need = width - naturalIn(stock, width);
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
  /** Lines before it × 4 + class of the line that ends here: one node for each at a break. */
  readonly key: number[];
  /** Lines up to here. */
  readonly lines: number[];
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
  if (cells.count === 0) return [{ ends: [], cost: 0, isPoor: false }];
  for (const pass of PASSES) {
    const everyCount = options.everyCount && !pass.loose;
    const near = everyCount && cells.count > LONG ? bestLines(cells, sums, measure, pass) : null;
    const found = search(cells, sums, measure, { ...pass, everyCount, near }).found;
    const best = found[0];
    if (best === undefined) continue;
    if (pass.loose || !best.isPoor) return found;
    // All ways end in 孤字: a line beyond the limit may be the lesser evil.
    const loose = search(cells, sums, measure, { ...LOOSE_PASS, everyCount: false, near: null }).found[0]!;
    if (loose.cost >= best.cost) return found;
    return [loose, ...found.filter(({ ends }) => ends.length !== loose.ends.length)];
  }
  return [];
}

/** Cells of a paragraph in which a number of lines far from the best is not looked for: cost stays linear. */
const LONG = 600;
/** How far from the best way's the number of lines may be, at any place of such a paragraph. */
const NEAR = 2;

/** How many lines the cheapest way to each boundary has. */
function bestLines(cells: Cells, sums: LineSums, measure: Measure, pass: Pass): Int32Array {
  const { state } = search(cells, sums, measure, { ...pass, everyCount: false, near: null });
  const { nodes, first } = state;
  return first.map((start) => {
    let best = start;
    for (let node = start; node >= 0; node = nodes.next[node]!) {
      if (nodes.cost[node]! < nodes.cost[best]!) best = node;
    }
    return best < 0 ? 0 : nodes.lines[best]!;
  });
}

interface Pass {
  /** Lines stretched beyond the limit are taken. */
  readonly loose: boolean;
  /** Words are broken anywhere. */
  readonly emergency: boolean;
  /** Every two cells may part, whatever the rules: marks alone in a measure too narrow for them. */
  readonly anywhere: boolean;
}

const LOOSE_PASS: Pass = { loose: true, emergency: false, anywhere: false };

/** From good setting to setting at any price: the first that finds a way is taken. */
const PASSES: readonly Pass[] = [
  { loose: false, emergency: false, anywhere: false },
  LOOSE_PASS,
  { loose: true, emergency: true, anywhere: false },
  { loose: true, emergency: true, anywhere: true },
];

interface Search {
  readonly cells: Cells;
  readonly sums: LineSums;
  readonly measure: Measure;
  /** Lines are told apart up to this one; all behind it have one width. */
  readonly countedLines: number;
  readonly pass: Pass;
  /** By boundary, the number of lines that those kept must be near to; null: any. */
  readonly near: Int32Array | null;
  readonly nodes: Nodes;
  /** First node of each cell boundary, -1 where there is none. */
  readonly first: Int32Array;
  /** The boundaries that can be reached, rising. */
  readonly points: number[];
  /** The nearest of `points` from which a line can be long enough. */
  closest: number;
  /** The line that is looked at. */
  readonly stock: LineStock;
  readonly widest: number;
  readonly narrowest: number;
}

function search(
  cells: Cells,
  sums: LineSums,
  measure: Measure,
  options: BreakOptions & Pass & { readonly near: Int32Array | null },
): { readonly found: readonly Breaks[]; readonly state: Search } {
  const { count, breakAfter } = cells;
  const state: Search = {
    cells,
    sums,
    measure,
    countedLines: options.everyCount ? Number.MAX_SAFE_INTEGER : unevenLines(measure),
    pass: options,
    near: options.near,
    nodes: { at: [0], key: [SOLID], lines: [0], cost: [0], from: [-1], next: [-1] },
    first: new Int32Array(count + 1).fill(-1),
    points: [0],
    closest: -1,
    stock: { from: 0, to: 0, natural: 0, shrink: 0, gaps: 0, spaces: 0, hang: 0 },
    widest: Math.max(measure.rest, ...measure.widths),
    narrowest: Math.min(measure.rest, ...measure.widths) - Math.max(0, measure.indent),
  };
  state.first[0] = 0;
  for (let to = 1; to <= count; to++) {
    const penalty = to === count ? 0 : breakPenalty(breakAfter[to - 1]!, options);
    if (penalty < 0) continue;
    linesEndingAt(state, to, penalty);
    if (state.first[to]! >= 0) state.points.push(to);
  }
  return { found: solutions(state), state };
}

/** How many lines there are up to the last one whose width is not that of all others. */
function unevenLines({ widths, rest }: Measure): number {
  let count = widths.length;
  while (count > 0 && widths[count - 1] === rest) count -= 1;
  return count;
}

/** What it costs to end a line with a break of a kind; -1 where the pass does not allow it. */
function breakPenalty(kind: number, pass: Pass): number {
  if (kind === Break.MAY) return 0;
  if (kind === Break.HYPHEN) return COST.HYPHEN;
  if (kind === Break.EMERGENCY) return pass.emergency ? COST.EMERGENCY : -1;
  return pass.anywhere ? COST.ANYWHERE : -1;
}

/** Tries every line that could end at `to`, nearest start first, until none can fit any more. */
function linesEndingAt(state: Search, to: number, penalty: number): void {
  const { sums, points, stock } = state;
  const final = to === state.cells.count;
  const tooWide = state.widest + sums.edge;
  const width = sums.width[to]! - sums.shrink[to]!;
  stock.to = to;
  for (let p = nearest(state, to); p >= 0; p--) {
    const from = points[p]!;
    if (width - sums.width[from]! + sums.shrink[from]! > tooWide && from < to - 1) break;
    stock.from = from;
    fillStock(state.cells, sums, stock);
    // A single cell wider than the measure has no other place: it stands out of its line, and is seen.
    if (state.pass.anywhere && from === to - 1) stock.shrink = Math.max(stock.shrink, stock.natural);
    const runt = final && from > 0 && sums.body[to]! - sums.body[from]! <= 1 ? COST.RUNT : 0;
    linesFrom(state, COST.LINE + runt + penalty);
  }
}

/** The nearest start of a line that ends at `to`: it moves on with `to`, since lines only grow with it. */
function nearest(state: Search, to: number): number {
  const { points, sums, pass, narrowest } = state;
  if (to === state.cells.count || pass.loose) return points.length - 1;
  while (state.closest + 1 < points.length && mostWidth(sums, points[state.closest + 1]!, to) >= narrowest) {
    state.closest += 1;
  }
  return state.closest;
}

/** What a line could be stretched to, at the most. */
function mostWidth(sums: LineSums, from: number, to: number): number {
  return (
    sums.width[to]! -
    sums.width[from]! +
    (sums.gaps[to]! - sums.gaps[from]!) * STRETCH_LIMIT +
    (sums.spaces[to]! - sums.spaces[from]!) +
    sums.edge
  );
}

/** Judges the line in `stock` behind each way that leads to its start. */
function linesFrom(state: Search, fixed: number): void {
  const { nodes, stock, pass, countedLines } = state;
  const { from, to } = stock;
  const final = to === state.cells.count;
  for (let node = state.first[from]!; node >= 0; node = nodes.next[node]!) {
    const key = nodes.key[node]!;
    const judged = judge(stock, lineWidth(state, from, key >> 2), final, pass.loose);
    if (judged < 0) continue;
    const cls = judged & 3;
    const contrast = from === 0 ? 0 : Math.max(0, Math.abs(cls - (key & 3)) - 1);
    const cost = nodes.cost[node]! + (judged >> 2) / 16 + fixed + contrast * COST.CONTRAST;
    const line = Math.min((key >> 2) + 1, countedLines);
    offer(state, node, line * 4 + (final ? SOLID : cls), cost);
  }
}

function lineWidth(state: Search, from: number, line: number): number {
  return widthOfLine(state.measure, from > 0 && line === 0 ? 1 : line);
}

/** Enters the line in `stock` into the search: the cheapest way to each (break, class, count) stays. */
function offer(state: Search, from: number, key: number, cost: number): void {
  const { nodes, first, near } = state;
  const { to } = state.stock;
  const lines = nodes.lines[from]! + 1;
  if (near !== null && Math.abs(lines - near[to]!) > NEAR) return;
  for (let node = first[to]!; node >= 0; node = nodes.next[node]!) {
    if (nodes.key[node] !== key) continue;
    if (cost < nodes.cost[node]!) {
      nodes.cost[node] = cost;
      nodes.from[node] = from;
      nodes.lines[node] = lines;
    }
    return;
  }
  nodes.at.push(to);
  nodes.key.push(key);
  nodes.lines.push(lines);
  nodes.cost.push(cost);
  nodes.from.push(from);
  nodes.next.push(first[to]!);
  first[to] = nodes.at.length - 1;
}

function solutions(state: Search): readonly Breaks[] {
  const { nodes } = state;
  const found: Breaks[] = [];
  for (let node = state.first[state.cells.count]!; node >= 0; node = nodes.next[node]!) {
    const ends: number[] = [];
    let isPoor = false;
    for (let at = node; nodes.from[at]! >= 0; at = nodes.from[at]!) {
      ends.push(nodes.at[at]!);
      isPoor ||= nodes.cost[at]! - nodes.cost[nodes.from[at]!]! >= COST.EMERGENCY;
    }
    found.push({ ends: ends.reverse(), cost: nodes.cost[node]!, isPoor });
  }
  return found.sort((a, b) => a.cost - b.cost || a.ends.length - b.ends.length);
}
