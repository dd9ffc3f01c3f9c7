/** Blocks, lines, glyphs, pictures and rules in reading order → the arrays of a `Page`, ids given. */

import type { Span } from '../diagnostics.ts';
import type { Rect } from '../geometry.ts';
import type { ParagraphBox } from '../markup/box.ts';
import type { Galley, LineGlyphs, SetLine } from '../text/index.ts';
import { glyphsOf, textOf } from '../text/index.ts';
import { ABOVE_BASELINE } from './grid.ts';
import type { GlyphRun, Item, Line, PlacedBlock, Role } from './page.ts';
import { mapOfRun } from './paragraph-map.ts';

/** What is drawn while a page is finished. */
export interface PagePen {
  readonly items: Item[];
  readonly lines: Line[];
  readonly blocks: PlacedBlock[];
}

export function newPagePen(): PagePen {
  return { items: [], lines: [], blocks: [] };
}

export interface BlockStart {
  readonly id: string;
  readonly role: Role;
  readonly story: string | null;
  readonly part: number;
  readonly source: Span;
}

export function addBlock(pen: PagePen, block: BlockStart, box: Rect): void {
  const { x, y, width, height } = box;
  const polygon = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  pen.blocks.push({ ...block, polygon });
}

/** Where a line of text goes, in the line's own directions: a paragraph that runs down counts downwards. */
export interface LinePlace {
  readonly block: string;
  readonly role: Role;
  /** Start of the paragraph's measure, insets not yet added: its left edge, or its top; and its length, pt. */
  readonly start: number;
  readonly extent: number;
  /** The baseline's y, or the x of the middle of a line that runs down. */
  readonly baseline: number;
  readonly onGrid: boolean;
  readonly paragraph: number;
  readonly number: number;
  readonly last: boolean;
}

/** Draws one line of a paragraph; returns the ids of its items. */
export function addLine(pen: PagePen, galley: Galley, line: SetLine, place: LinePlace): readonly number[] {
  const { paragraph } = galley;
  const unit = paragraph.size / 1000;
  const indent = place.number === 0 ? paragraph.indent : 0;
  const edge = place.start + (paragraph.insetStart + indent) * unit;
  const room = place.extent - (paragraph.insetStart + paragraph.insetEnd + indent) * unit;
  const free = room - line.width * unit;
  const slack = paragraph.align === 'center' ? free / 2 : paragraph.align === 'right' ? free : 0;
  const start = edge + slack;
  const justified = paragraph.align === 'justify' && !place.last;
  const length = justified ? room : line.width * unit;
  pen.lines.push({
    block: place.block,
    role: place.role,
    order: pen.lines.length,
    box: lineBox(paragraph, { start: justified ? edge : start, length, baseline: place.baseline }),
    baseline: place.baseline,
    direction: paragraph.direction,
    text: textOf(galley, line),
    natural: line.natural * unit,
    measure: room,
    justified,
    onGrid: place.onGrid,
    paragraph: place.paragraph,
    number: place.number,
    last: place.last,
  });
  return glyphsOf(galley, line).map((glyphs) => addGlyphs(pen, galley, glyphs, { ...place, start }));
}

/** The em boxes of a line as one rectangle. */
function lineBox(
  { direction, size }: ParagraphBox,
  line: { readonly start: number; readonly length: number; readonly baseline: number },
): Rect {
  const { start, length, baseline } = line;
  if (direction === 'down') return { x: baseline - size / 2, y: start, width: size, height: length };
  return { x: start, y: baseline - ABOVE_BASELINE * size, width: length, height: size };
}

function addGlyphs(
  pen: PagePen,
  galley: Galley,
  glyphs: LineGlyphs,
  place: Pick<LinePlace, 'role' | 'block' | 'start' | 'baseline'>,
): number {
  const { size, direction } = galley.paragraph;
  const along = place.start + (glyphs.x * size) / 1000;
  const id = pen.items.length;
  const run: GlyphRun = {
    id,
    kind: 'glyphs',
    role: place.role,
    block: place.block,
    face: glyphs.face,
    size: glyphs.style.size,
    swatch: glyphs.style.swatch,
    at: direction === 'down' ? { x: place.baseline, y: along } : { x: along, y: place.baseline },
    direction,
    gids: glyphs.gids,
    drawings: glyphs.drawings,
    cells: glyphs.cells,
    shifts: glyphs.shifts,
    dx: glyphs.dx,
    text: galley.cells.text.slice(glyphs.from, glyphs.to) + (glyphs.hyphenated ? '\u00ad' : ''),
    clusters: glyphs.clusters,
    map: mapOfRun(galley.paragraph, glyphs),
    line: pen.lines.length - 1,
  };
  pen.items.push(run);
  return id;
}

type Drawn = Exclude<Item, GlyphRun>;
type WithoutId<T> = T extends Item ? Omit<T, 'id'> : never;

/** Adds a picture, rule or shape; returns its id. */
export function addItem(pen: PagePen, item: WithoutId<Drawn>): number {
  const id = pen.items.length;
  pen.items.push({ ...item, id } as Item);
  return id;
}
