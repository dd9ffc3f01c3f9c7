/** Blocks, glyphs, pictures and rules in reading order → the arrays of a `Page`, ids given. */

import type { Span } from '../diagnostics.ts';
import type { Rect } from '../geometry.ts';
import type { LineGlyphs, Piece } from '../text/index.ts';
import type { GlyphRun, Item, Line, Node, PlacedBlock, Role } from './page.ts';
import { mapOfRun } from './paragraph-map.ts';

/** What is drawn while a page is finished. */
export interface PagePen {
  readonly items: Item[];
  readonly lines: Line[];
  readonly blocks: PlacedBlock[];
  /** 注音 of the lines drawn so far, each drawn when it is called: behind the text they would break. */
  readonly readings: ((page: number) => Node)[];
}

export function newPagePen(): PagePen {
  return { items: [], lines: [], blocks: [], readings: [] };
}

/** Draws the readings that are still to be drawn. `page` is the page's index in `Made.pages`. */
export function drawReadings(pen: PagePen, page: number): readonly Node[] {
  return pen.readings.splice(0).map((draw) => draw(page));
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

/** Where glyphs go, as `LinePlace` counts. */
export interface GlyphPlace {
  readonly block: string;
  readonly role: Role;
  readonly start: number;
  readonly baseline: number;
}

/** Draws glyphs of the line that was added last. */
export function addGlyphs(
  pen: PagePen,
  { paragraph, cells }: Piece,
  glyphs: LineGlyphs,
  place: GlyphPlace,
): number {
  const { size, direction } = paragraph;
  const { style } = glyphs;
  const along = place.start + (glyphs.x * size) / 1000;
  const rise = (style.rise * style.size) / 1000;
  const id = pen.items.length;
  const run: GlyphRun = {
    id,
    kind: 'glyphs',
    role: place.role,
    block: place.block,
    face: glyphs.face,
    size: style.size,
    swatch: style.swatch,
    at:
      direction === 'down' ? { x: place.baseline + rise, y: along } : { x: along, y: place.baseline - rise },
    direction,
    gids: glyphs.gids,
    drawings: glyphs.drawings,
    cells: glyphs.cells,
    shifts: glyphs.shifts,
    dx: glyphs.dx,
    text: cells.text.slice(glyphs.from, glyphs.to) + (glyphs.hyphenated ? '\u00ad' : ''),
    clusters: glyphs.clusters,
    map: mapOfRun(paragraph, glyphs),
    line: pen.lines.length - 1,
  };
  pen.items.push(run);
  return id;
}

type Drawn = Exclude<Item, GlyphRun>;
type WithoutId<T> = T extends Item ? Omit<T, 'id'> : never;

/** Adds a picture, rule, shape or path; returns its id. */
export function addItem(pen: PagePen, item: WithoutId<Drawn>): number {
  const id = pen.items.length;
  pen.items.push({ ...item, id } as Item);
  return id;
}
