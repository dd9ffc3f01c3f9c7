/**
 * A story's blocks with their menus of heights, and slots of lines → which line each block begins at.
 *
 * Dynamic programming over (block, line): every block may take any height of its menu, so that columns end
 * level, no subhead stands at a column's foot and no last line at its head, at the least cost overall.
 */

/** One height a block can have. */
export interface HeightOption {
  readonly lines: number;
  /** What is lost in the setting of its lines, compared with the block's best. */
  readonly cost: number;
}

export interface BlockMenu {
  readonly options: readonly HeightOption[];
  /** Where lines are of different widths: its options at a line counted over all slots, none where it cannot stand. */
  readonly optionsAt?: (at: number) => readonly HeightOption[];
  /** May stand in two columns. */
  readonly divisible: boolean;
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  readonly keepWithNext: number;
  readonly orphans: number;
  readonly widows: number;
  /** First lines that are not parted: those beside a drop initial. */
  readonly together: number;
  /** How it stands in several columns, its own way; null where it does not, or in one as well. */
  readonly cut: ((at: number, ends: readonly number[]) => Cut | null) | null;
}

/** A block from one line on in several columns. */
export interface Cut {
  /** The line behind it, counted over all slots. */
  readonly end: number;
  /** How often it is cut. */
  readonly cuts: number;
}

/** A block's place: option taken, first line counted over all slots (its space before not included). */
export interface Placement {
  readonly option: number;
  readonly at: number;
}

export interface Distribution {
  readonly placements: readonly Placement[];
  /** Lines used, counted over all slots, holes included. */
  readonly end: number;
  readonly cost: number;
}

/**
 * Costs of faults in columns, beside the costs of line setting (a line set solid: 10). Columns end level before
 * all else; a line stands alone only where nothing in the story can give instead.
 */
export const COLUMN_COST = {
  /** A last line alone at a column's head: CLREQ #widows_and_orphans, 孤行. */
  WIDOW: 2400,
  /** A first line alone at a column's foot: a paragraph of three lines is divided so, where it must be. */
  ORPHAN: 2000,
  /** Each line left blank at a column's foot before a block that must go over. */
  HOLE: 3000,
  /** Each time that a table goes on in the next column: it is cut only where it would leave more blank. */
  CUT: 30_000,
  /** Each line left blank at the end of a part, before the jump. */
  KEPT: 300,
  /** Each line that the last column is short. */
  SHORT: 120,
  /** Each further one beyond those that are borne, of a story that is to fill its place: it is told as short. */
  TOLD_SHORT: 2500,
} as const;

interface State {
  readonly at: number;
  readonly cost: number;
  readonly from: State | null;
  readonly placement: Placement | null;
}

/** A last column this many lines short is no fault: the trade's end mark or tail-piece stands there. */
export const SHORT_BORNE = 2;

/**
 * What the end of the last slot is: `full`, the end of a place that is to be filled; `level`, of columns that are as
 * low as they may be; `open`, of what follows elsewhere, no shorter for being blank.
 */
export type LastEnd = 'full' | 'level' | 'open';

/**
 * @param slots lines of each slot, in reading order.
 * @returns null where the story has more lines than the slots.
 */
export function distribute(
  blocks: readonly BlockMenu[],
  slots: readonly number[],
  end: LastEnd = 'level',
): Distribution | null {
  const ends: number[] = [];
  let capacity = 0;
  for (const lines of slots) {
    capacity += lines;
    ends.push(capacity);
  }
  if (ends.length === 0 && blocks.length > 0) return null;
  let states = new Map<number, State>([[0, { at: 0, cost: 0, from: null, placement: null }]]);
  for (const block of blocks) {
    const next = new Map<number, State>();
    for (const state of states.values()) place(state, block, ends, next);
    if (next.size === 0) return null;
    states = next;
  }
  return best(states, (at) => shortCost(capacity - at, end));
}

function shortCost(lines: number, end: LastEnd): number {
  if (end === 'open') return 0;
  const told = end === 'full' ? Math.max(0, lines - SHORT_BORNE) : 0;
  return lines * COLUMN_COST.SHORT + told * COLUMN_COST.TOLD_SHORT;
}

function best(states: ReadonlyMap<number, State>, shortAt: (at: number) => number): Distribution {
  let found: State | null = null;
  let least = 0;
  for (const state of states.values()) {
    const cost = state.cost + shortAt(state.at);
    if (found === null || cost < least || (cost === least && state.at > found.at)) {
      found = state;
      least = cost;
    }
  }
  const placements: Placement[] = [];
  for (let state = found; state !== null; state = state.from) {
    if (state.placement !== null) placements.push(state.placement);
  }
  return { placements: placements.reverse(), end: found!.at, cost: least };
}

function place(state: State, block: BlockMenu, ends: readonly number[], next: Map<number, State>): void {
  placeCut(state, block, ends, next);
  const here = startOf(state.at, block, ends);
  const options = optionsAt(block, here);
  for (let index = 0; index < Math.max(1, options.length); index++) {
    const option = options[index];
    const cost = option === undefined ? null : costAt(here, block, option, ends);
    if (option !== undefined && cost !== null) {
      enter(next, state, { option: index, at: here }, { after: spaceEnd(here, block, option, ends), cost });
      continue;
    }
    // At the head of the next slot; a slot that is too short for it is passed over too.
    for (const over of ends) {
      if (over <= state.at) continue;
      const further = optionsAt(block, over)[index];
      const there = further === undefined ? null : costAt(over, block, further, ends);
      if (further === undefined || there === null) continue;
      const hole = (over - state.at) * COLUMN_COST.HOLE;
      const after = spaceEnd(over, block, further, ends);
      enter(next, state, { option: index, at: over }, { after, cost: there + hole });
      break;
    }
  }
}

function optionsAt(block: BlockMenu, at: number): readonly HeightOption[] {
  return block.optionsAt?.(at) ?? block.options;
}

/** From where it would begin, or from the head of the next slot. */
function placeCut(state: State, block: BlockMenu, ends: readonly number[], next: Map<number, State>): void {
  const here = startOf(state.at, block, ends);
  for (const at of [here, ends.find((end) => end > here) ?? here]) {
    const cut = block.cut?.(at, ends) ?? null;
    if (cut === null) continue;
    const slotEnd = ends.find((line) => line >= cut.end) ?? cut.end;
    const after = Math.min(cut.end + block.spaceAfter, slotEnd);
    const hole = at === here ? 0 : (at - state.at) * COLUMN_COST.HOLE;
    enter(next, state, { option: 0, at }, { after, cost: cut.cuts * COLUMN_COST.CUT + hole });
  }
}

/** Where the next block may begin: space after a block ends with the column. */
function spaceEnd(at: number, block: BlockMenu, option: HeightOption, ends: readonly number[]): number {
  const end = at + option.lines;
  const slotEnd = ends.find((line) => line >= end) ?? end;
  return Math.min(end + block.spaceAfter, slotEnd);
}

/** Where a block would begin: space before it is dropped at a column's head. */
function startOf(at: number, block: BlockMenu, ends: readonly number[]): number {
  return at === 0 || ends.includes(at) ? at : at + block.spaceBefore;
}

/** The cost of a block at a line; null where it cannot stand there. */
function costAt(at: number, block: BlockMenu, option: HeightOption, ends: readonly number[]): number | null {
  const end = at + option.lines;
  if (end > ends[ends.length - 1]!) return null;
  const slotEnd = ends.find((line) => line > at) ?? at;
  if (block.keepWithNext > 0 && end + block.spaceAfter + block.keepWithNext > slotEnd) return null;
  if (end <= slotEnd) return option.cost;
  if (!block.divisible || slotEnd - at < block.together) return null;
  let cost = option.cost;
  if (slotEnd - at < block.orphans) cost += COLUMN_COST.ORPHAN;
  const lastSlotStart = ends.findLast((line) => line < end) ?? 0;
  if (end - lastSlotStart < block.widows) cost += COLUMN_COST.WIDOW;
  return cost;
}

function enter(
  next: Map<number, State>,
  from: State,
  placement: Placement,
  step: { readonly after: number; readonly cost: number },
): void {
  const cost = from.cost + step.cost;
  const known = next.get(step.after);
  if (known !== undefined && known.cost <= cost) return;
  next.set(step.after, { at: step.after, cost, from, placement });
}
