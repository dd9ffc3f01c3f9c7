/**
 * Cells and a measure → what a way to break them costs, and whether a cheaper one exists, by trying all.
 *
 * Written from what `COST` and `Step` say, not from the search: widths are added up cell by cell, every line is
 * judged by itself, every way is walked.
 */

import { Break, type Cells, type Measure, Step, widthOfLine } from '../../src/text/cells.ts';
import { COST } from '../../src/text/line-cost.ts';
import { STRETCH_LIMIT, STRETCH_WANTED } from '../../src/text/line-stock.ts';
import { Class } from '../../src/text/marks.ts';

/** What may be done to set a paragraph; each level allows all that the ones before it do. */
export const LEVELS = ['good', 'hyphens', 'loose', 'emergency', 'anywhere'] as const;
export type Level = (typeof LEVELS)[number];

interface Line {
  readonly cost: number;
  /** 0 tight, 1 solid, 2 loose, 3 very loose. */
  readonly tightness: number;
}

const isWord = (cls: number): boolean => cls === Class.HAN || cls === Class.LATIN || cls === Class.DIGIT;

/** ，、 and 。, which may hang past the end of their line. */
const isPoint = (cls: number): boolean => cls === Class.COMMA || cls === Class.STOP;

function give(step: number, blank: number): number {
  switch (step) {
    case Step.FIXED:
      return 0;
    case Step.SPACE:
      return Math.max(0, blank - 250);
    case Step.GAP:
      return Math.max(0, blank - 125);
    default:
      return blank;
  }
}

function grow(step: number, blank: number): number {
  return blank > 0 && (step === Step.SPACE || step === Step.GAP) ? Math.max(0, 500 - blank) : 0;
}

/** One line by itself: null where it cannot be set at the level. */
function judge(cells: Cells, range: readonly [number, number], width: number, level: Level): Line | null {
  const [from, to] = range;
  let solid = to;
  while (solid > from + 1 && cells.cls[solid - 1] === Class.SPACE) solid -= 1;
  let natural = cells.hyphen[to - 1]!;
  let less = 0;
  let more = 0;
  let gaps = 0;
  for (let i = from; i < solid; i++) {
    natural += cells.core[i]!;
    const atStart = i === from && isTrimmed(cells.trimStart, cells.leftStep[i]!, [Step.GAP, Step.FIXED]);
    const atEnd =
      i === solid - 1 && isTrimmed(cells.trimEnd, cells.rightStep[i]!, [Step.SPACE, Step.GAP, Step.FIXED]);
    for (const [gone, step, blank] of [
      [atStart, cells.leftStep[i]!, cells.left[i]!],
      [atEnd, cells.rightStep[i]!, cells.right[i]!],
    ] as const) {
      if (gone) continue;
      natural += blank;
      less += give(step, blank);
      more += grow(step, blank);
    }
    if (i < solid - 1) gaps += cells.stretchAfter[i]!;
  }
  if (cells.hangs && natural > width && solid - from > 1 && isPoint(cells.cls[solid - 1]!)) {
    natural -= cells.core[solid - 1]!;
  }
  if (level === 'anywhere' && to - from === 1) less = Math.max(less, natural);
  const missing = width - natural;
  if (missing < 0) {
    if (-missing > less) return null;
    const share = -missing / less;
    return { cost: COST.FULL_SHRINK * share * share, tightness: share > 0.5 ? 0 : 1 };
  }
  const rest = missing - Math.min(missing, more);
  if (to === cells.count || rest === 0) return { cost: 0, tightness: 1 };
  const isEnough = gaps > 0 && rest / gaps <= STRETCH_WANTED;
  const places = isEnough ? gaps : gaps + lettersOf(cells, [from, to, solid]) / 4;
  if (places > 0 && rest / places <= STRETCH_LIMIT) {
    const each = places > gaps && gaps > 0 ? Math.max(STRETCH_WANTED, rest / places) : rest / places;
    const ratio = each / STRETCH_WANTED;
    const cost = COST.STRETCH * ratio * ratio * ratio;
    return { cost, tightness: each <= 40 ? 1 : each <= STRETCH_WANTED ? 2 : 3 };
  }
  if (level === 'good' || level === 'hyphens') return null;
  const over = (rest - places * STRETCH_LIMIT) / Math.max(4, places);
  const most = COST.STRETCH * (STRETCH_LIMIT / STRETCH_WANTED) ** 3;
  const ragged = places === 0 ? COST.RAGGED : 0;
  return { cost: most + COST.TOO_LOOSE + 20 * over + (over * over) / 100 + ragged, tightness: 3 };
}

/** Gaps in the letters of what is cut at the line's edges. */
function lettersOf(cells: Cells, [from, to, solid]: readonly [number, number, number]): number {
  const isCutAt = (at: number): boolean =>
    at > 0 && at < cells.count && CUTS.includes(cells.breakAfter[at - 1]!);
  const isTied = (i: number): boolean =>
    cells.stretchAfter[i] === 0 && cells.cls[i] !== Class.SPACE && cells.cls[i + 1] !== Class.SPACE;
  const places = new Set<number>();
  if (isCutAt(from)) for (let i = from; i < solid - 1 && isTied(i); i++) places.add(i);
  if (isCutAt(to)) for (let i = to - 2; i >= from && isTied(i); i--) places.add(i);
  return places.size;
}

const CUTS: readonly number[] = [Break.ADDRESS_MARK, Break.ADDRESS, Break.WORD, Break.EMERGENCY];

function isTrimmed(byProfile: boolean, step: number, always: readonly number[]): boolean {
  return byProfile || always.includes(step);
}

/** Words, numbers and names that fit the narrowest line are not parted: cells joined by no other break. */
export function isShort(cells: Cells, to: number, measure: Measure): boolean {
  const free: readonly number[] = [Break.MAY, Break.ADDRESS_MARK, Break.ADDRESS];
  let from = to - 1;
  while (from > 0 && !free.includes(cells.breakAfter[from - 1]!)) from -= 1;
  let end = to;
  while (end < cells.count && !free.includes(cells.breakAfter[end - 1]!)) end += 1;
  let width = from === 0 ? Math.max(0, measure.indent) : 0;
  for (let i = from; i < end; i++) {
    const left = cells.left[i]! - give(cells.leftStep[i]!, cells.left[i]!);
    width += left + cells.core[i]! + cells.right[i]! - give(cells.rightStep[i]!, cells.right[i]!);
  }
  return width <= Math.min(measure.rest, ...measure.widths);
}

function penaltyOf(cells: Cells, measure: Measure, to: number, level: Level): number | null {
  if (to === cells.count) return 0;
  const kind = cells.breakAfter[to - 1];
  if ((kind === Break.WORD || kind === Break.EMERGENCY) && isShort(cells, to, measure)) return null;
  const allows = (least: Level, otherwise: Level = least): boolean =>
    LEVELS.indexOf(level) >= LEVELS.indexOf(cells.justified ? least : otherwise);
  switch (kind) {
    case Break.MAY:
      return 0;
    case Break.HYPHEN:
      return COST.HYPHEN;
    case Break.ADDRESS_MARK:
      return COST.ADDRESS_MARK;
    case Break.ADDRESS:
      return COST.ADDRESS;
    case Break.SPARE_HYPHEN:
      return allows('hyphens', 'emergency') ? COST.SPARE_HYPHEN : null;
    case Break.WORD:
      return allows('loose', 'emergency') ? COST.WORD : null;
    case Break.EMERGENCY:
      return allows('emergency') ? COST.EMERGENCY : null;
    default:
      return allows('anywhere') ? COST.ANYWHERE : null;
  }
}

/** Cost and tightness of the line behind one that was so tight; null where it is not allowed. */
function step(
  cells: Cells,
  range: readonly [number, number],
  at: {
    readonly measure: Measure;
    readonly width: number;
    readonly level: Level;
    readonly before: number;
  },
): Line | null {
  const [from, to] = range;
  const penalty = penaltyOf(cells, at.measure, to, at.level);
  const line = penalty === null ? null : judge(cells, range, at.width, at.level);
  if (line === null) return null;
  const words = Array.from(cells.cls.subarray(from, to)).filter(isWord).length;
  const runt = to === cells.count && from > 0 && words <= 1 ? COST.RUNT : 0;
  const contrast = from === 0 ? 0 : Math.max(0, Math.abs(line.tightness - at.before) - 1) * COST.CONTRAST;
  // Costs are counted in sixteenths.
  const cost = Math.round(line.cost * 16) / 16 + COST.LINE + penalty! + runt + contrast;
  return { cost, tightness: to === cells.count ? 1 : line.tightness };
}

/** What one way costs at a level, null where it is not allowed there. */
export function costOf(cells: Cells, measure: Measure, ends: readonly number[], level: Level): number | null {
  let cost = 0;
  let before = 1;
  let from = 0;
  for (const [line, to] of ends.entries()) {
    const found = step(cells, [from, to], { measure, width: widthOfLine(measure, line), level, before });
    if (found === null) return null;
    cost += found.cost;
    before = found.tightness;
    from = to;
  }
  return from === cells.count ? cost : null;
}

/** Whether all gaps of a way are as wide as is wanted, or narrower. */
export function setsWell(cells: Cells, measure: Measure, ends: readonly number[]): boolean {
  return ends.every((to, line) => {
    const from = line === 0 ? 0 : ends[line - 1]!;
    const found = judge(cells, [from, to], widthOfLine(measure, line), 'anywhere');
    return found !== null && found.cost <= COST.STRETCH;
  });
}

/** The lowest cost of all ways at a level that cost less than `bound`, by number of lines. */
export function cheapestWays(
  cells: Cells,
  measure: Measure,
  level: Level,
  bound: (lines: number) => number,
): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  const most = Math.max(...Array.from({ length: cells.count + 1 }, (_, lines) => bound(lines)));
  const walk = (from: number, line: number, way: Line): void => {
    if (from === cells.count) {
      const known = best.get(line) ?? bound(line);
      if (way.cost < known) best.set(line, way.cost);
      return;
    }
    const width = widthOfLine(measure, line);
    for (let to = from + 1; to <= cells.count; to++) {
      const found = step(cells, [from, to], { measure, width, level, before: way.tightness });
      if (found === null) {
        if (isTooWide(cells, from, to, width)) break;
        continue;
      }
      const cost = way.cost + found.cost;
      if (cost < most) walk(to, line + 1, { cost, tightness: found.tightness });
    }
  };
  walk(0, 0, { cost: 0, tightness: 1 });
  return best;
}

/** No line that begins here and goes on can fit any more. */
function isTooWide(cells: Cells, from: number, to: number, width: number): boolean {
  let core = 0;
  for (let i = from; i < to; i++) core += cells.core[i]! + Math.min(0, cells.right[i]!);
  if (cells.hangs && isPoint(cells.cls[to - 1]!)) core -= cells.core[to - 1]!;
  return core > width && to - from > 1;
}

/** Whether there is any way at a level. */
export function canBeSet(cells: Cells, measure: Measure, level: Level): boolean {
  let reached = new Set([0]);
  for (let line = 0; reached.size > 0; line++) {
    const next = new Set<number>();
    const width = widthOfLine(measure, line);
    for (const from of reached) {
      for (let to = from + 1; to <= cells.count; to++) {
        if (penaltyOf(cells, measure, to, level) === null || judge(cells, [from, to], width, level) === null)
          continue;
        if (to === cells.count) return true;
        next.add(to);
      }
    }
    reached = next;
  }
  return false;
}
