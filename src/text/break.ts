/**
 * Cells and a measure → the cheapest breaks of the paragraph, over all breaks there are.
 *
 * Dynamic programming over (break, tightness of the line, number of lines) after Knuth and Plass 1981, with
 * blanks that shrink and gaps that stretch instead of spaces. It knows no fonts and no page.
 */

import { Break, type Breaks, type Cells, type Measure, widthOfLine } from './cells.ts';
import { fitsLine } from './cut-units.ts';
import { markHyphens } from './hyphenate.ts';
import { COST, judge, SOLID } from './line-cost.ts';
import { fillStock, LETTER_SHARE, type LineStock, type LineSums, STRETCH_LIMIT } from './line-stock.ts';
import { Class } from './marks.ts';
import { enter, freshNodes, type Nodes } from './nodes.ts';

/** A way with a line as dear as this is poor: too loose, cut, or the last one a single character. */
const POOR = 3000;

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
  const good = goodWays(cells, sums, measure, options);
  const [best] = good;
  if (best !== undefined && !best.isPoor) return good;
  for (const pass of PASSES) {
    const [way] = search(cells, sums, measure, passOf(cells, pass)).found;
    if (way === undefined) continue;
    // All good ways end in 孤字: a line beyond the limit may be the lesser evil.
    if (best === undefined) return [way];
    if (way.cost >= best.cost) return good;
    return [way, ...good.filter(({ ends }) => ends.length !== way.ends.length)];
  }
  return good;
}

/** The ways without a line beyond the limit; with hyphens if gaps are wider than is wanted without. */
function goodWays(
  cells: Cells,
  sums: LineSums,
  measure: Measure,
  { everyCount }: BreakOptions,
): readonly Way[] {
  const find = (pass: Pass): readonly Way[] => {
    const near = everyCount && cells.count > LONG ? bestLines(cells, sums, measure, pass) : null;
    return search(cells, sums, measure, { ...pass, everyCount, near }).found;
  };
  const found = find(GOOD);
  const [best] = found;
  const isWide = best === undefined || best.dearest > COST.LINE + COST.STRETCH;
  if (!isWide || !cells.justified || spareHyphen(cells) === 0) return found;
  return find({ ...GOOD, hyphens: true });
}

/** The widest hyphen of a paragraph's words, which are marked at the first call; 0 where none has one. */
function spareHyphen(cells: Cells): number {
  return cells.down ? 0 : markHyphens(cells, Break.SPARE_HYPHEN);
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
  /** English words in Chinese part with a hyphen. */
  readonly hyphens: boolean;
  /** Words part without one. */
  readonly words: boolean;
  /** And so do numbers and names. */
  readonly emergency: boolean;
  /** Every two cells may part, whatever the rules: marks alone in a measure too narrow for them. */
  readonly anywhere: boolean;
}

const GOOD: Pass = { loose: false, hyphens: false, words: false, emergency: false, anywhere: false };

/** All that any pass does. */
export const UNBOUND: Pass = { loose: true, hyphens: true, words: true, emergency: true, anywhere: true };

/** Behind good setting, down to setting at any price: the first that finds a way is taken. */
const PASSES: readonly Pick<Pass, 'emergency' | 'anywhere'>[] = [
  { emergency: false, anywhere: false },
  { emergency: true, anywhere: false },
  { emergency: true, anywhere: true },
];

/** A word parts before a line is set far too loosely; in rows of a head, which end anywhere, if it is too long. */
function passOf(cells: Cells, pass: (typeof PASSES)[number]): SearchOptions {
  const words = cells.justified || pass.emergency;
  return { ...pass, loose: true, hyphens: words, words, everyCount: false, near: null };
}

interface SearchOptions extends Pass, BreakOptions {
  /** By boundary, the number of lines that those kept must be near to; null: all are kept. */
  readonly near: Int32Array | null;
}

/** What the dearest of its lines costs. */
interface Way extends Breaks {
  readonly dearest: number;
}

interface Search {
  readonly cells: Cells;
  readonly sums: LineSums;
  readonly measure: Measure;
  /** Lines are told apart up to this one; all behind it have one width. */
  readonly countedLines: number;
  readonly pass: Pass;
  readonly near: SearchOptions['near'];
  readonly nodes: Nodes;
  /** First node of each cell boundary, -1 where there is none. */
  readonly first: Int32Array;
  /** The boundaries that can be reached, rising. */
  readonly points: number[];
  /** The nearest of `points` from which a line can be long enough. */
  closest: number;
  /** The last boundary with no blank before it. */
  solid: number;
  /** The line that is looked at. */
  readonly stock: LineStock;
  readonly widest: number;
  readonly narrowest: number;
}

function search(
  cells: Cells,
  sums: LineSums,
  measure: Measure,
  options: SearchOptions,
): { readonly found: readonly Way[]; readonly state: Search } {
  const { count, breakAfter, cls } = cells;
  const hyphen = options.hyphens ? spareHyphen(cells) : 0;
  const narrowest = {
    line: Math.min(measure.rest, ...measure.widths),
    indent: Math.max(0, measure.indent),
  };
  const state: Search = {
    cells,
    sums: 2 * hyphen > sums.edge ? { ...sums, edge: 2 * hyphen } : sums,
    measure,
    countedLines: options.everyCount ? Number.MAX_SAFE_INTEGER : unevenLines(measure),
    pass: options,
    near: options.near,
    nodes: freshNodes(),
    first: new Int32Array(count + 1).fill(-1),
    points: [0],
    closest: -1,
    solid: 0,
    stock: {
      from: 0,
      to: 0,
      end: 0,
      natural: 0,
      shrink: 0,
      gaps: 0,
      spaces: 0,
      past: 0,
      first: 0,
      letters: 0,
      hang: 0,
    },
    widest: Math.max(measure.rest, ...measure.widths) - Math.min(0, measure.indent),
    narrowest: narrowest.line - narrowest.indent,
  };
  enter(state.nodes, { at: 0, key: SOLID, lines: 0, cost: 0, from: -1, next: -1 });
  state.first[0] = 0;
  for (let to = 1; to <= count; to++) {
    if (cls[to - 1] !== Class.SPACE) state.solid = to;
    const penalty = to === count ? 0 : breakPenalty(breakAfter[to - 1]!, options);
    if (penalty < 0) continue;
    const isEmergency = penalty === COST.WORD || penalty === COST.EMERGENCY;
    if (isEmergency && fitsLine(cells, sums, narrowest, to)) continue;
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
export function breakPenalty(kind: number, pass: Pass): number {
  switch (kind) {
    case Break.MAY:
      return 0;
    case Break.ADDRESS_MARK:
      return COST.ADDRESS_MARK;
    case Break.HYPHEN:
      return COST.HYPHEN;
    case Break.ADDRESS:
      return COST.ADDRESS;
    case Break.SPARE_HYPHEN:
      return pass.hyphens ? COST.SPARE_HYPHEN : -1;
    case Break.WORD:
      return pass.words ? COST.WORD : -1;
    case Break.EMERGENCY:
      return pass.emergency ? COST.EMERGENCY : -1;
    default:
      return pass.anywhere ? COST.ANYWHERE : -1;
  }
}

/** Tries every line that could end at `to`, nearest start first, until none can fit any more. */
function linesEndingAt(state: Search, to: number, penalty: number): void {
  const { sums, points, stock, solid } = state;
  const final = to === state.cells.count;
  const tooWide = state.widest + sums.edge;
  const width = sums.width[solid]! - sums.shrink[solid]!;
  stock.to = to;
  for (let p = nearest(state, to); p >= 0; p--) {
    const from = points[p]!;
    if (width - sums.width[from]! + sums.shrink[from]! > tooWide && from < to - 1) break;
    stock.from = from;
    stock.end = Math.max(solid, from + 1);
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
    (sums.hasAddress ? (to - from) * STRETCH_LIMIT * LETTER_SHARE : 0) +
    sums.edge
  );
}

/** Judges the line in `stock` behind each way that leads to its start. */
function linesFrom(state: Search, fixed: number): void {
  const { nodes, stock, pass, countedLines } = state;
  const { from, to } = stock;
  const final = to === state.cells.count;
  // Nearly all ways to a place leave the same width for the line behind it: it is judged once.
  let width = -1;
  let judged = -1;
  for (let node = state.first[from]!; node >= 0; node = nodes.next[node]!) {
    const key = nodes.key[node]!;
    const room = lineWidth(state, from, key >> 2);
    if (room !== width) {
      width = room;
      judged = judge(stock, room, final, pass.loose);
    }
    if (judged < 0) continue;
    const cls = judged & 3;
    const contrast = from === 0 ? 0 : Math.max(0, Math.abs(cls - (key & 3)) - 1);
    const cost = nodes.cost[node]! + Math.floor(judged / 4) / 16 + fixed + contrast * COST.CONTRAST;
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
  first[to] = enter(nodes, { at: to, key, lines, cost, from, next: first[to]! });
}

function solutions(state: Search): readonly Way[] {
  const { nodes } = state;
  const found: Way[] = [];
  for (let node = state.first[state.cells.count]!; node >= 0; node = nodes.next[node]!) {
    const ends: number[] = [];
    let dearest = 0;
    for (let at = node; nodes.from[at]! >= 0; at = nodes.from[at]!) {
      ends.push(nodes.at[at]!);
      dearest = Math.max(dearest, nodes.cost[at]! - nodes.cost[nodes.from[at]!]!);
    }
    found.push({ ends: ends.reverse(), cost: nodes.cost[node]!, isPoor: dearest >= POOR, dearest });
  }
  return found.sort((a, b) => a.cost - b.cost || a.ends.length - b.ends.length);
}
