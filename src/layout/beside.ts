/** Blocks of a body and slots whose lines are of different widths → the ways to set each block where it stands. */

import type { Grid } from '../markup/box.ts';
import type { Measure } from '../text/index.ts';
import type { BlockMenu, Placement } from './distribute.ts';
import { textWidth } from './grid.ts';
import type { LineSide, TextSlot } from './stack.ts';
import { type BodyBlock, blockAtMeasure } from './story.ts';

/** A narrower line takes no text of the block: less than this is left within its insets, 1/1000 字. */
const LEAST = 3000;

/** The lines of all slots, one behind the other; null where all are as wide as their columns. */
export function sidesOf(slots: readonly TextSlot[], grid: Grid): readonly LineSide[] | null {
  if (slots.every(({ sides }) => sides === null)) return null;
  const whole = { start: 0, width: textWidth(grid) };
  return slots.flatMap((slot) => slot.sides ?? Array.from({ length: slot.lines }, () => whole));
}

/** What `distribute` chooses from. */
export function menusBeside(
  body: readonly BodyBlock[],
  sides: readonly LineSide[] | null,
  grid: Grid,
): readonly BlockMenu[] {
  if (sides === null) return body.map(({ menu }) => menu);
  return body.map((block) => ({
    ...block.menu,
    optionsAt: (at) => blockBeside(block, at, sides, grid)?.menu.options ?? [],
    cut: cutBeside(block.menu.cut, sides, grid),
  }));
}

/** A table goes on only in columns that are whole where it stands. */
function cutBeside(cut: BlockMenu['cut'], sides: readonly LineSide[], grid: Grid): BlockMenu['cut'] {
  const whole = textWidth(grid) - 0.01;
  return (
    cut &&
    ((at, ends) => {
      const found = cut(at, ends);
      return found !== null && sides.slice(at, found.end).every(({ width }) => width >= whole) ? found : null;
    })
  );
}

/** The blocks as they are set where they came to stand. */
export function bodyBeside(
  body: readonly BodyBlock[],
  placements: readonly Placement[],
  sides: readonly LineSide[] | null,
  grid: Grid,
): readonly BodyBlock[] {
  if (sides === null) return body;
  return body.map((block, k) => {
    const at = placements[k]?.at;
    return at === undefined ? block : (blockBeside(block, at, sides, grid) ?? block);
  });
}

/** The part of the lines from `at` on that is free in all of them. */
export function commonSide(sides: readonly LineSide[], at: number, lines: number): LineSide | null {
  const those = sides.slice(at, at + Math.max(1, lines));
  if (those.length === 0) return null;
  const start = Math.max(...those.map((side) => side.start));
  const end = Math.min(...those.map((side) => side.start + side.width));
  return end > start ? { start, width: end - start } : null;
}

/** By block, then by the widths of its lines: a story is composed many times. */
const known = new WeakMap<BodyBlock, Map<string, BodyBlock | null>>();

/** Null where it cannot stand: a table, or lines too narrow for it. */
function blockBeside(block: BodyBlock, at: number, sides: readonly LineSide[], grid: Grid): BodyBlock | null {
  const full = textWidth(grid);
  const most = Math.max(...block.menu.options.map(({ lines }) => lines));
  const near = sides.slice(at, at + most);
  if (near.every(({ width }) => width >= full - 0.01)) return block;
  if (block.table !== null) return null;
  const { box, initial, menu } = block;
  const unit = 1000 / box.size;
  const inset = box.insetStart + box.insetEnd;
  const aside = (line: number): number => (initial !== null && line < initial.lines ? initial.width : 0);
  let last = sides.length;
  while (last > at && sides[last - 1]!.width >= full - 0.01) last--;
  const common = box.lines > 0 ? commonSide(sides, at, menu.options[0]!.lines) : null;
  if (box.lines > 0 && common === null) return null;
  const widths =
    common !== null
      ? []
      : sides.slice(at, last).map(({ width }, line) => Math.floor(width * unit + 1e-6) - inset - aside(line));
  const rest = Math.floor((common?.width ?? full) * unit + 1e-6) - inset;
  if (Math.min(rest, ...widths) < LEAST) return null;
  const measure: Measure = { ...block.measure, widths: widths.length > 0 ? widths : [], rest };
  const ways = known.get(block) ?? new Map<string, BodyBlock | null>();
  known.set(block, ways);
  const key = [rest, ...widths].join(' ');
  const found = ways.get(key) ?? blockAtMeasure(block, measure, grid);
  ways.set(key, found);
  return found;
}
