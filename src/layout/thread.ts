/** A story that goes on in another block → what of it fills this one, and what is left for the next. */

import type { Grid, ParagraphBox, TextRun } from '../markup/box.ts';
import { sliceMap } from '../source-map.ts';
import type { FaceTables } from '../text/index.ts';
import { type Area, type Composition, composeStory } from './compose.ts';
import { type Distribution, distribute } from './distribute.ts';
import { cutToFit } from './overset.ts';
import { type BodyBlock, type MeasuredStory, measureStory } from './story.ts';

export interface FilledPart {
  /** Of the blocks that begin in the part. */
  readonly composition: Composition & { readonly distribution: Distribution };
  readonly body: readonly BodyBlock[];
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
  const known = new Map(story.body.map((block) => [block.box, block]));
  const compose = (body: readonly ParagraphBox[]): Composition | null =>
    composeStory(measureStory({ ...story.box, body }, grid, tables, known), area, {
      grid,
      tables,
      crop: true,
    });
  const cut = cutToFit(story.box.body, (body) => compose(body)?.distribution != null);
  const filled = compose(cut.body);
  if (filled === null || cut.body.length === 0) return null;
  const slots = filled.slots
    .map((slot, k) => (k === filled.slots.length - 1 ? { ...slot, lines: slot.lines - kept } : slot))
    .filter((slot) => slot.lines > 0);
  const distribution = runOver(
    story,
    slots.map((slot) => slot.lines),
  );
  if (slots.length === 0 || distribution === null) return null;
  const last = filled.slots[filled.slots.length - 1]!;
  const room = slots.reduce((sum, slot) => sum + slot.lines, 0);
  const begun = distribution.placements.filter(({ at }) => at < room).length;
  return {
    composition: {
      ...filled,
      slots,
      distribution: { ...distribution, placements: distribution.placements.slice(0, begun), end: room },
    },
    body: story.body.slice(0, begun),
    jumpAt: { column: last.column, line: last.line + last.lines - 1 },
    rest: restBehind(story, distribution, room),
  };
}

/** The distribution as if one more slot of any length stood behind the last; null without slots. */
export function runOver(story: MeasuredStory, slots: readonly number[]): Distribution | null {
  const blocks = story.body.map((block) => ({ ...block.menu, options: block.menu.options.slice(0, 1) }));
  return distribute(blocks, [...slots, 2 * story.lines + 100]);
}

/** What stands behind `room` lines: the rest of the paragraph that crosses them, and all that follows. */
function restBehind(
  story: MeasuredStory,
  { placements }: Distribution,
  room: number,
): readonly ParagraphBox[] {
  return story.body.flatMap((block, index) => {
    const { at } = placements[index]!;
    if (at >= room) return [block.box];
    const lines = block.breaks[0]!.ends.length;
    if (block.box.lines > 0 || at + lines <= room) return [];
    return [behindLine(block, room - at)];
  });
}

/** A paragraph from behind its first `lines` lines on: it goes on flush left. */
function behindLine({ galley, breaks }: BodyBlock, lines: number): ParagraphBox {
  const { cells, paragraph } = galley;
  const from = cells.start[breaks[0]!.ends[lines - 1]!]!;
  const moved = <T extends { readonly start: number; readonly end: number }>(ranges: readonly T[]): T[] =>
    ranges.flatMap((range) =>
      range.end > from ? [{ ...range, start: Math.max(0, range.start - from), end: range.end - from }] : [],
    );
  return {
    ...paragraph,
    runs: runsFrom(paragraph.runs, from),
    marks: moved(paragraph.marks),
    kept: moved(paragraph.kept),
    rowEnds: [],
    indent: 0,
    initial: 0,
    spaceBefore: 0,
  };
}

function runsFrom(runs: readonly TextRun[], from: number): readonly TextRun[] {
  let before = 0;
  return runs.flatMap((run) => {
    const start = Math.max(0, from - before);
    before += run.text.length;
    if (start >= run.text.length) return [];
    const { length } = run.text;
    return [{ ...run, text: run.text.slice(start), map: sliceMap(run.map, start, length) }];
  });
}
