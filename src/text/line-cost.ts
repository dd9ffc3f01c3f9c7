/** A line and the width it has → what it costs, and how tight it is: the scale on which breaks are weighed. */

import { growingPlaces, type LineStock, naturalIn, STRETCH_LIMIT, STRETCH_WANTED } from './line-stock.ts';

/** Costs. A line set solid costs `LINE`; the others are measured against it. */
export const COST = {
  LINE: 10,
  /** All blanks of a line shrunk to nothing: cheap, since CLREQ says shrink before you stretch. */
  FULL_SHRINK: 50,
  /** Every gap of a line stretched by 0.1 em, the limit of good setting; grows with the third power. */
  STRETCH: 100,
  /** Beyond 0.25 em a gap: only where nothing else is possible, and then warned of. What is over it, `looseness`. */
  TOO_LOOSE: 5000,
  /** On top of it, a short line with no gap to stretch. */
  RAGGED: 1000,
  /** Two neighbours of very different tightness, each class beyond the next one. */
  CONTRAST: 30,
  /** 孤字: CLREQ #widows_and_orphans, a last line of one character. */
  RUNT: 10000,
  /** A hyphen at the line's end, in an English paragraph and in a Chinese one. */
  HYPHEN: 60,
  SPARE_HYPHEN: 150,
  /** An address cut behind a mark, and between letters: as dear as gaps of 0.18 em. */
  ADDRESS_MARK: 60,
  ADDRESS: 600,
  /** A word cut because it is longer than a line: as dear as gaps of a whole em, or a line of few gaps that is 3 em short. */
  WORD: 25_000,
  /** A number or name that is cut. */
  EMERGENCY: 100_000,
  /** Against the rules of prohibition. */
  ANYWHERE: 300_000,
} as const;

/** A line with fewer gaps is judged as if it had so many: what is missing is seen in one place. */
const FEW_GAPS = 4;

/** Tightness classes; neighbours more than one apart cost `CONTRAST`. */
const TIGHT = 0;
export const SOLID = 1;
const LOOSE = 2;
const VERY_LOOSE = 3;

/** Cost × 64 + class, or -1 where the line cannot be set in `width` within the limits of the pass. */
export function judge(stock: LineStock, width: number, last: boolean, loose: boolean): number {
  const need = width - naturalIn(stock, width);
  if (need < 0) {
    if (-need > stock.shrink) return -1;
    const ratio = -need / stock.shrink;
    return pack(COST.FULL_SHRINK * ratio * ratio, ratio > 0.5 ? TIGHT : SOLID);
  }
  if (last || need === 0) return pack(0, SOLID);
  const rest = need - Math.min(need, stock.spaces);
  if (rest === 0) return pack(0, SOLID);
  const places = growingPlaces(stock, rest);
  if (places * STRETCH_LIMIT < rest) return loose ? pack(looseness(rest, places), VERY_LOOSE) : -1;
  const least = stock.gaps > 0 && places > stock.gaps ? STRETCH_WANTED : 0;
  const each = Math.max(least, rest / places);
  const cls = each <= 40 ? SOLID : each <= STRETCH_WANTED ? LOOSE : VERY_LOOSE;
  return pack(stretchCost(each), cls);
}

function stretchCost(each: number): number {
  const ratio = each / STRETCH_WANTED;
  return COST.STRETCH * ratio * ratio * ratio;
}

/** What a line beyond the limit costs: more with all that it is short of, so that lines share what is missing. */
function looseness(rest: number, places: number): number {
  const over = (rest - places * STRETCH_LIMIT) / Math.max(places, FEW_GAPS);
  const ragged = places === 0 ? COST.RAGGED : 0;
  return stretchCost(STRETCH_LIMIT) + COST.TOO_LOOSE + 20 * over + (over * over) / 100 + ragged;
}

function pack(cost: number, cls: number): number {
  return Math.round(cost * 16) * 4 + cls;
}
