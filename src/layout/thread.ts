/** A story that goes on in another block → what of it fills this one, and what is left for the next. */

import type { Grid, ParagraphBox } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { bodyBeside, menusBeside, sidesOf } from './beside.ts';
import { type Area, type Composition, composeStory } from './compose.ts';
import { COLUMN_COST, type Distribution, distribute } from './distribute.ts';
import { cutToFit } from './overset.ts';
import { partOfParagraph } from './part-of-paragraph.ts';
import type { TextSlot } from './stack.ts';
import { type BodyBlock, type MeasuredStory, measureStory, withCuts } from './story.ts';
import { rowsBehind } from './table-pieces.ts';
import { tableRows } from './table-rows.ts';

export interface FilledPart {
  /** Of the blocks that begin in the part. */
  readonly composition: Composition & { readonly distribution: Distribution };
  /** Where 下转第三版 stands: the line kept free. */
  readonly jumpAt: { readonly column: number; readonly line: number };
  readonly rest: readonly ParagraphBox[];
}

export interface PartOptions {
  readonly grid: Grid;
  readonly tables: FaceTables;
  /** Lines that are kept free at the end of the last column: for 下转第三版. */
  readonly kept: number;
}

/** Null where the part has no line for text. */
export function fillPart(story: MeasuredStory, area: Area, options: PartOptions): FilledPart | null {
  const { grid, tables, kept } = options;
  const near = firstLines(story, area.columns * area.lines);
  const known = new Map(near.body.map((block) => [block.box, block]));
  const compose = (body: readonly ParagraphBox[]): Composition | null =>
    composeStory(cutting(measureStory({ ...story.box, body }, grid, tables, known)), area, {
      grid,
      tables,
      photos: Number.POSITIVE_INFINITY,
      photosFirst: false,
      end: 'level',
    });
  // Pictures have the heights with which a text as long as the part fills it; without them the slots are one way.
  const cut =
    story.box.figures.length === 0
      ? near.box.body
      : cutToFit(near.box.body, (body) => compose(body)?.distribution != null).body;
  const filled = compose(cut);
  if (filled === null || cut.length === 0) return null;
  const fills = KEPT_MORE.flatMap((more) => fillSlots(near, filled.slots, { kept: kept + more, grid }) ?? []);
  if (fills.length === 0) return null;
  const { slots, body, distribution, room } = fills.reduce((a, b) => (b.cost < a.cost ? b : a));
  const last = filled.slots[filled.slots.length - 1]!;
  const begun = distribution.placements.filter(({ at }) => at < room).length;
  return {
    composition: {
      ...filled,
      slots,
      body: body.slice(0, begun),
      distribution: { ...distribution, placements: distribution.placements.slice(0, begun), end: room },
    },
    jumpAt: { column: last.column, line: last.line + last.lines - 1 },
    rest: [...restBehind({ ...near, body }, distribution, slots), ...story.box.body.slice(near.body.length)],
  };
}

function cutting(story: MeasuredStory): MeasuredStory {
  return withCuts(story) ?? story;
}

/** The story's first blocks, of more than `lines` lines however they are set; what follows changes nothing there. */
function firstLines(story: MeasuredStory, lines: number): MeasuredStory {
  let count = 0;
  for (let least = 0; count < story.body.length && least <= lines; count++) {
    least += Math.min(...story.body[count]!.menu.options.map((option) => option.lines));
  }
  const box = { ...story.box, body: story.box.body.slice(0, count) };
  return { ...story, box, body: story.body.slice(0, count) };
}

/** Lines left blank at the end of a part so that no paragraph leaves a lone line at either side of the jump. */
const KEPT_MORE = [0, 1, 2] as const;

interface Fill {
  readonly slots: Composition['slots'];
  /** Set where they came to stand. */
  readonly body: readonly BodyBlock[];
  readonly distribution: Distribution;
  /** Lines of the slots. */
  readonly room: number;
  readonly cost: number;
}

/** All slots but the last `kept` lines of the last one, and what follows as one more of any length. */
function fillSlots(
  story: MeasuredStory,
  all: Composition['slots'],
  { kept, grid }: { readonly kept: number; readonly grid: Grid },
): Fill | null {
  const slots = all
    .map((slot, k) => (k === all.length - 1 ? shortened(slot, kept) : slot))
    .filter((slot) => slot.lines > 0);
  if (slots.length === 0) return null;
  const sides = sidesOf(slots, grid);
  const lines = slots.map((slot) => slot.lines);
  const distribution = distribute(
    menusBeside(story.body, sides, grid),
    [...lines, 2 * story.lines + 100],
    'open',
  );
  if (distribution === null) return null;
  const room = lines.reduce((sum, count) => sum + count, 0);
  const body = bodyBeside(story.body, distribution.placements, sides, grid);
  return { slots, body, distribution, room, cost: distribution.cost + kept * COLUMN_COST.KEPT };
}

function shortened(slot: TextSlot, by: number): TextSlot {
  const lines = slot.lines - by;
  return { ...slot, lines, sides: slot.sides?.slice(0, Math.max(0, lines)) ?? null };
}

/** The composition as if one more slot of any length stood behind the last. */
export function runOver(story: MeasuredStory, composition: Composition, grid: Grid): Composition {
  const { slots } = composition;
  const sides = sidesOf(slots, grid);
  const blocks = menusBeside(story.body, sides, grid).map((menu) => ({
    ...menu,
    options: menu.options.slice(0, 1),
  }));
  const lines = slots.map((slot) => slot.lines);
  const distribution = distribute(blocks, [...lines, 2 * story.lines + 100]);
  return {
    ...composition,
    distribution,
    body: bodyBeside(story.body, distribution?.placements ?? [], sides, grid),
  };
}

/** What stands behind the slots: the rest of the paragraph that crosses them, and all that follows. */
function restBehind(
  story: MeasuredStory,
  { placements }: Distribution,
  slots: Composition['slots'],
): readonly ParagraphBox[] {
  const lines = slots.map((slot) => slot.lines);
  const room = lines.reduce((sum, count) => sum + count, 0);
  return story.body.flatMap((block, index) => {
    const { at, option } = placements[index]!;
    if (at >= room) return [block.box];
    if (block.table !== null) {
      const row = rowsBehind(block.table, at, lines);
      return row === null ? [] : [tableRows(block.box, row, Number.POSITIVE_INFINITY)];
    }
    const breaks = block.breaks[option]!;
    if (block.box.lines > 0 || at + breaks.ends.length <= room) return [];
    return [behindLine(block, breaks.ends[room - at - 1]!)];
  });
}

/** A paragraph from one of its cells on: it goes on flush left. */
function behindLine({ galley }: BodyBlock, cell: number): ParagraphBox {
  const { cells, paragraph } = galley;
  const rest = partOfParagraph(paragraph, cells.start[cell]!, cells.text.length);
  return { ...rest, rowEnds: [], indent: 0, initial: 0, spaceBefore: 0, orphans: 1 };
}
