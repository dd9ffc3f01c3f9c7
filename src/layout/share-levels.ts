/** Blocks that ask for lines, and the free lines of a page's columns → the lines that each block gets. */

import type { LineRun } from './block-grid.ts';

/** A block without lines of its own, in the order of the plan. */
export interface Asking {
  /** Of the page's columns. */
  readonly columns: LineRun;
  /** The free lines that it is to stand in, the same for blocks above and below it. */
  readonly zone: LineRun;
  /** Lines that it asks for. */
  readonly lines: number;
  /** What a line more than it asks for costs; less costs more but for a block that takes what is left. */
  readonly weight: number;
  readonly takesRest: boolean;
}

/** What a line less than asked for costs beside a line more: text that finds no room is an error, white is none. */
const TOO_FEW = 100;
const NO_LINES = 1e9;

/** Levels that are moved in every combination; of more only neighbours are moved together. */
const COMBINED = 8;

const STEPS = [64, 32, 16, 8, 4, 2, 1] as const;

/** A cut of the page that blocks begin at or, `gap` lines above it, end at. */
interface Level {
  readonly value: number;
  readonly isFree: boolean;
}

interface Levels {
  readonly all: readonly Level[];
  /** By block, indexes in `all`. */
  readonly tops: readonly number[];
  readonly ends: readonly number[];
}

/**
 * The lines of each block so that the columns are full, as near to what they ask for as that allows: the least
 * sum of squares. A run of no lines or less where blocks have no room.
 * @param free by column its free lines, in rising order.
 * @param gap blank lines between two blocks one below the other.
 */
export function shareLines(
  asking: readonly Asking[],
  free: readonly (readonly LineRun[])[],
  gap: number,
): readonly LineRun[] {
  const levels = levelsOf(asking, free, gap);
  const values = solved(asking, levels, gap);
  return asking.map((_, k) => ({ from: values[levels.tops[k]!]!, to: values[levels.ends[k]!]! - gap }));
}

/** A block ends where the next one of its column begins, so all that meet there share one level. */
function levelsOf(asking: readonly Asking[], free: readonly (readonly LineRun[])[], gap: number): Levels {
  const parent = asking.flatMap((_, k) => [2 * k, 2 * k + 1]);
  const rootOf = (node: number): number => (parent[node] === node ? node : rootOf(parent[node]!));
  const from = new Map<number, number>();
  const to = new Map<number, number>();
  free.forEach((runs, column) => {
    for (const run of runs) {
      const chain = asking.flatMap(({ columns, zone }, k) =>
        columns.from <= column && column < columns.to && run.from <= zone.from && zone.to <= run.to
          ? [k]
          : [],
      );
      if (chain.length === 0) continue;
      const [first, last] = [chain[0]!, chain[chain.length - 1]!];
      from.set(2 * first, Math.max(from.get(2 * first) ?? 0, run.from));
      to.set(2 * last + 1, Math.min(to.get(2 * last + 1) ?? Number.POSITIVE_INFINITY, run.to + gap));
      for (let k = 1; k < chain.length; k++) parent[rootOf(2 * chain[k]!)] = rootOf(2 * chain[k - 1]! + 1);
    }
  });
  const roots = [...new Set(parent.map((_, node) => rootOf(node)))];
  const all = roots.map((root): Level => {
    const nodes = parent.flatMap((_, node) => (rootOf(node) === root ? [node] : []));
    const ends = nodes.flatMap((node) => to.get(node) ?? []);
    const tops = nodes.flatMap((node) => from.get(node) ?? []);
    if (ends.length > 0) return { value: Math.min(...ends), isFree: false };
    return tops.length > 0 ? { value: Math.max(...tops), isFree: false } : { value: 0, isFree: true };
  });
  const levelOf = (node: number): number => roots.indexOf(rootOf(node));
  return {
    all,
    tops: asking.map((_, k) => levelOf(2 * k)),
    ends: asking.map((_, k) => levelOf(2 * k + 1)),
  };
}

/** Steepest descent: the costs are convex, and a move of every set of levels up or down is tried. */
function solved(asking: readonly Asking[], { all, tops, ends }: Levels, gap: number): readonly number[] {
  const costOf = (values: readonly number[]): number =>
    asking.reduce((sum, asks, k) => sum + cost(asks, values[ends[k]!]! - gap - values[tops[k]!]!), 0);
  const values = all.map(({ value }) => value);
  const open = all.flatMap(({ isFree }, level) => (isFree ? [level] : []));
  // As they ask, one below the other: what they have in all is shared from there.
  for (let pass = 0; pass < open.length; pass++) {
    asking.forEach(({ lines }, k) => {
      const end = ends[k]!;
      if (all[end]!.isFree) values[end] = Math.max(values[end]!, values[tops[k]!]! + lines + gap);
    });
  }
  let least = costOf(values);
  for (const step of STEPS) {
    for (let found: readonly number[] | null = []; found !== null; ) {
      found = null;
      for (const set of setsOf(open, values)) {
        for (const by of [step, -step]) {
          const moved = values.map((value, level) => (set.includes(level) ? value + by : value));
          const sum = costOf(moved);
          if (sum >= least - 1e-9) continue;
          least = sum;
          found = moved;
        }
      }
      if (found !== null) values.splice(0, values.length, ...found);
    }
  }
  return values;
}

function cost({ lines, weight, takesRest }: Asking, got: number): number {
  const off = got - lines;
  const none = got < 1 ? NO_LINES * (1 - got) : 0;
  return none + weight * off * off * (off < 0 && !takesRest ? TOO_FEW : 1);
}

function setsOf(open: readonly number[], values: readonly number[]): readonly (readonly number[])[] {
  if (open.length <= COMBINED) {
    const sets: (readonly number[])[] = [];
    for (const level of open) sets.push(...sets.map((set) => [...set, level]), [level]);
    return sets;
  }
  const order = [...open].sort((a, b) => values[a]! - values[b]! || a - b);
  return order.flatMap((_, from) => order.slice(from).map((_, more) => order.slice(from, from + more + 1)));
}
