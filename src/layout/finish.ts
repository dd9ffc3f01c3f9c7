/** A composed story → its head, lines, pictures and captions as items, in reading order, with their nodes. */

import type { FigureBox, Grid, StoryBox } from '../markup/box.ts';
import { prepareParagraph, type SetLine, setLines, setOnOneLine } from '../text/index.ts';
import { addLine } from './add-line.ts';
import { commonSide } from './beside.ts';
import { drawBand, placeCaption } from './caption.ts';
import type { Composition, PlacedFigure, TextSlot } from './compose.ts';
import { shownIn } from './crop.ts';
import { drawTable } from './draw-table.ts';
import { blockName, type FinishContext, textNode } from './finish-context.ts';
import { finishHead, finishSideHead } from './finish-head.ts';
import { baselineAt, columnLeft, halfLead, inkBox, lineBaseline, textWidth } from './grid.ts';
import type { SetHead } from './head.ts';
import { outlineOf, outlinePoints } from './obstacle.ts';
import type { Node } from './page.ts';
import { addBlock, addItem, drawReadings } from './page-pen.ts';
import type { PlacedStory } from './placed-story.ts';
import { type LineSide, type SlotLine, slotLine } from './stack.ts';
import type { BodyBlock } from './story.ts';

/** Draws a story; returns its tree. Lines that found no place are not drawn. */
export function finishStory(
  context: FinishContext,
  placed: Pick<PlacedStory, 'story' | 'composition' | 'rows' | 'jumpAt'>,
  head: { readonly set: SetHead; readonly line: number } | null,
): Node {
  const { story, composition } = placed;
  const children: Node[] = [];
  if (head !== null) children.push(...finishHead(context, story.box, head.set, head.line));
  if (composition.headBox !== null) children.push(...finishSideHead(context, story.box, composition.headBox));
  children.push(...finishBody(context, placed));
  if (placed.jumpAt !== null) children.push(finishJump(context, story.box, placed.jumpAt));
  for (const figure of composition.figures) children.push(finishFigure(context, story.box, figure));
  children.push(...drawReadings(context.pen, context.page));
  const { lang, id, span } = story.box;
  return { role: 'story', level: 0, block: id, lang, alt: null, source: span, items: [], children };
}

/** （下转第三版）, in the last line of the last column. */
function finishJump(context: FinishContext, box: StoryBox, at: NonNullable<PlacedStory['jumpAt']>): Node {
  const { pen, grid, page, tables } = context;
  const galley = prepareParagraph({ ...box.jump!, indent: 0 }, tables);
  const block = `${blockName(box)}.jump`;
  const place = { column: at.column, columns: 1, line: at.line, lines: 1 };
  const start = { id: block, role: 'jump' as const, story: box.id, part: box.part, source: box.jump!.span };
  addBlock(pen, start, inkBox(grid, place));
  const items = addLine(pen, galley, setOnOneLine(galley), {
    block,
    role: 'jump',
    start: columnLeft(grid, at.column),
    extent: textWidth(grid),
    baseline: lineBaseline(grid, at.line),
    onGrid: false,
    paragraph: 0,
    number: 0,
    last: true,
  });
  return textNode('jump', 0, block, { page, items, source: box.jump!.span, lang: box.lang });
}

interface FreeLine extends SlotLine {
  /** What of it is free for text. */
  readonly side: LineSide;
}

/** @param lines lines of which the common part is asked for. */
function freeLine(slots: readonly TextSlot[], at: number, grid: Grid, lines = 1): FreeLine | null {
  const place = slotLine(slots, at);
  if (place === null) return null;
  const { line, sides } = slots[place.slot]!;
  const within = place.line - line;
  const side =
    sides === null
      ? { start: 0, width: textWidth(grid) }
      : (commonSide(sides, within, lines) ?? sides[within]!);
  return { slot: place.slot, line: place.line, side };
}

function finishBody(
  context: FinishContext,
  { story, composition, rows }: Pick<PlacedStory, 'story' | 'composition' | 'rows'>,
): readonly Node[] {
  const { grid, pen, page } = context;
  const body = { slots: composition.slots, names: slotNames(story.box, composition.slots.length) };
  const end = composition.distribution!.end;
  let before = 0;
  composition.slots.forEach((slot, k) => {
    const isEmpty = before >= end;
    before += slot.lines;
    if (isEmpty) return;
    const start = {
      id: body.names[k]!,
      role: 'story' as const,
      story: story.box.id,
      part: k,
      source: story.box.span,
    };
    const box = inkBox(grid, { column: slot.column, columns: 1, line: slot.line, lines: slot.lines });
    if (slot.sides === null) addBlock(pen, start, box);
    else pen.blocks.push({ ...start, polygon: outlineOf(slot, slot.sides, grid) });
  });
  return composition.distribution!.placements.map((placement, index) => {
    const block = story.body[index]!;
    const lines = rows[index]!;
    const first = slotLine(composition.slots, placement.at);
    const id = body.names[first?.slot ?? 0]!;
    const rest = { page, source: block.box.span, lang: story.box.lang };
    if (block.table !== null && first !== null && grid.direction === 'across') {
      const where = { ...rest, name: blockName(story.box), at: placement.at, index };
      return drawTable(pen, grid, block.table, { ...where, slots: composition.slots });
    }
    const row = { block, count: lines.length, at: placement.at, index };
    const items = [
      ...initialOf(context, body, row),
      ...lines.flatMap((line, number) => bodyLine(context, body, row, { line, number })),
    ];
    return textNode(block.box.role, block.box.level, id, { ...rest, items });
  });
}

/** The names of a story's blocks of text, each made once: every line of the block has it. */
function slotNames(box: StoryBox, count: number): readonly string[] {
  return Array.from({ length: Math.max(1, count) }, (_, k) => `${blockName(box)}.text.${k + 1}`);
}

/** Where a story's text stands: its blocks and their names. */
interface BodySlots {
  readonly slots: Composition['slots'];
  readonly names: readonly string[];
}

interface BodyRows {
  readonly block: BodyBlock;
  readonly count: number;
  /** First line of the block over all slots. */
  readonly at: number;
  readonly index: number;
}

/** Draws a paragraph's drop initial, the first of its lines in the order of reading. */
function initialOf(
  { grid, pen }: FinishContext,
  { slots, names }: BodySlots,
  row: BodyRows,
): readonly number[] {
  const { box, initial } = row.block;
  const place = initial === null ? null : freeLine(slots, row.at, grid);
  if (initial === null || place === null) return [];
  const { size } = initial.galley.paragraph;
  return addLine(pen, initial.galley, initial.line, {
    block: names[place.slot]!,
    role: box.role,
    start:
      columnLeft(grid, slots[place.slot]!.column) + place.side.start + (box.insetStart * box.size) / 1000,
    extent: (initial.width * box.size) / 1000,
    baseline: baselineAt(grid, place.line * grid.pitch + halfLead(grid), size),
    onGrid: false,
    paragraph: row.index,
    number: 0,
    last: false,
  });
}

/** Draws one line of the body; a line beyond the last slot is overset and is not drawn. */
function bodyLine(
  context: FinishContext,
  { slots, names }: BodySlots,
  row: BodyRows,
  { line, number }: { readonly line: SetLine; readonly number: number },
): readonly number[] {
  const { grid, pen } = context;
  const { box } = row.block;
  const place =
    box.lines > 0
      ? freeLine(slots, row.at, grid, row.block.menu.options[0]!.lines)
      : freeLine(slots, row.at + number, grid);
  if (place === null) return [];
  const slot = slots[place.slot]!;
  const onGrid = box.lines === 0;
  const { initial } = row.block;
  const aside = initial !== null && number < initial.lines ? (initial.width * box.size) / 1000 : 0;
  return addLine(pen, row.block.galley, line, {
    block: names[place.slot]!,
    role: box.role,
    start: columnLeft(grid, slot.column) + place.side.start + aside,
    extent: place.side.width - aside,
    baseline: onGrid ? lineBaseline(grid, place.line) : centredBaseline(grid, row, number, place.line),
    onGrid: onGrid && box.size === grid.em && grid.direction === 'across',
    paragraph: row.index,
    number: number + (initial === null ? 0 : 1),
    last: number === row.count - 1,
  });
}

/** Rows of a block that takes whole lines, centred in them: 占行. */
function centredBaseline(grid: Grid, row: BodyRows, number: number, line: number): number {
  const { box, menu } = row.block;
  const height = box.size + (row.count - 1) * box.rowPitch;
  const taken = menu.options[0]!.lines * grid.pitch;
  const ahead = line * grid.pitch + (taken - height) / 2 + number * box.rowPitch;
  return baselineAt(grid, ahead, box.size);
}

function finishFigure(context: FinishContext, story: StoryBox, placed: PlacedFigure): Node {
  const { pen, grid, page } = context;
  const figure = story.figures[placed.index]!;
  const block = `${blockName(story)}.figure.${placed.index + 1}`;
  const { obstacle } = placed;
  const box = obstacle?.photo ?? inkBox(grid, placed.photo);
  const { photo } = placeCaption(figure, placed.photo, placed.caption?.breaks.ends.length ?? 0, grid);
  const start = {
    id: block,
    role: 'photo' as const,
    story: story.id,
    part: placed.index,
    source: figure.span,
  };
  const outline = obstacle === null ? null : outlinePoints(obstacle);
  if (outline === null) addBlock(pen, start, { ...photo, x: box.x, width: box.width });
  else pen.blocks.push({ ...start, polygon: outline });
  const items = [
    addItem(pen, {
      kind: 'picture',
      role: 'photo',
      block,
      image: figure.image,
      ...shownIn(figure, box),
      outline,
      alt: figure.alt,
    }),
  ];
  if (figure.border !== null && outline === null) {
    const stroke = figure.border;
    items.push(addItem(pen, { kind: 'shape', role: 'photo', block, box, radius: 0, fill: null, stroke }));
  }
  const caption = finishCaption(context, story, figure, placed);
  return {
    role: 'figure',
    level: 0,
    block,
    lang: story.lang,
    alt: figure.alt,
    source: figure.span,
    items: items.map((item) => ({ page, item })),
    children: caption === null ? [] : [caption],
  };
}

function finishCaption(
  context: FinishContext,
  story: StoryBox,
  figure: FigureBox,
  placed: PlacedFigure,
): Node | null {
  const { pen, grid, page } = context;
  if (placed.caption === null || figure.caption === null) return null;
  const { galley, breaks, measure } = placed.caption;
  const block = `${blockName(story)}.caption.${placed.index + 1}`;
  const place = placeCaption(figure, placed.photo, breaks.ends.length, grid);
  const start = {
    id: block,
    role: 'caption' as const,
    story: story.id,
    part: placed.index,
    source: figure.caption.span,
  };
  const wide = placed.obstacle?.photo ?? place.box;
  const box = { ...place.box, x: wide.x, width: wide.width };
  addBlock(pen, start, box);
  const rows = setLines(galley, breaks, measure);
  const under = drawBand(pen, figure, { block, box });
  const lines = rows.flatMap((row, number) =>
    addLine(pen, galley, row, {
      block,
      role: 'caption',
      start: wide.x,
      extent: wide.width,
      baseline: place.baselines[number]!,
      onGrid: place.onGrid,
      paragraph: placed.index,
      number,
      last: number === rows.length - 1,
    }),
  );
  const items = [...under, ...lines];
  return textNode('caption', 0, block, { page, items, source: figure.caption.span, lang: story.lang });
}
