/** Box tree → Pages: heads set, pictures arranged, text run through the columns of the grid. */

import { type Diagnostic, hasErrors } from '../diagnostics.ts';
import type { PageBox, StoryBox } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { blockGrid, boundsOf } from './block-grid.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkFull } from './check-fit.ts';
import { checkStory } from './check-story.ts';
import { finishStory } from './finish.ts';
import { finishFolio } from './folio.ts';
import { drawFrame, furnitureNode } from './frame.ts';
import { inkBox } from './grid.ts';
import type { Made, Node, Page, StoryFit } from './page.ts';
import { addBlock, newPagePen, type PagePen } from './page-pen.ts';
import { finishPanel } from './panel.ts';
import { placeStory, type StorySpace } from './place-story.ts';

export { checkCharacters } from './check-text.ts';

export interface LaidOut {
  readonly made: Made;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays out pages, each by itself. A page with a fault is still made as far as it can be. */
export function layOut(pages: readonly PageBox[], tables: FaceTables): LaidOut {
  const made = pages.map((box, index) => layOutPage(box, index, tables));
  return {
    made: {
      pages: made.map((one) => one.page),
      structure: made.flatMap((one) => one.structure),
      fits: made.flatMap((one) => one.fits),
    },
    diagnostics: made.flatMap((one) => one.diagnostics),
  };
}

interface MadePage {
  readonly page: Page;
  readonly structure: readonly Node[];
  readonly fits: readonly StoryFit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Blank lines of the grid between two stories one below the other. */
const BETWEEN_STORIES = 1;

/** A page while it is made. */
interface Making {
  readonly box: PageBox;
  /** Index in `Made.pages`. */
  readonly index: number;
  readonly tables: FaceTables;
  readonly pen: PagePen;
  readonly structure: Node[];
  readonly fits: StoryFit[];
  readonly diagnostics: Diagnostic[];
  /** The first line below the blocks that flow. */
  line: number;
}

function layOutPage(box: PageBox, index: number, tables: FaceTables): MadePage {
  const making: Making = {
    box,
    index,
    tables,
    pen: newPagePen(),
    structure: [],
    fits: [],
    diagnostics: [...checkBlocks(box)],
    line: box.folio?.lines ?? 0,
  };
  const { pen, structure, fits, diagnostics } = making;
  if (box.folio !== null) {
    const folio = finishFolio({ pen, grid: box.grid, page: index }, box.folio, tables);
    structure.push(folio.node);
    diagnostics.push(...folio.diagnostics);
  }
  // Blocks that stand on each other or beyond the page would only be drawn to be told of again.
  if (!hasErrors(diagnostics)) for (const block of box.blocks) makeBlock(making, block);
  const flows = box.blocks.every((block) => block.place === null);
  // What a page with a fault has white is left by the fault.
  if (flows && !hasErrors(diagnostics)) diagnostics.push(...checkFull(box, making.line - BETWEEN_STORIES));
  return { page: pageOf(box, pen), structure, fits, diagnostics };
}

function makeBlock(making: Making, block: PageBox['blocks'][number]): void {
  const { pen, box, index, tables } = making;
  if (block.kind === 'story') {
    makeStory(making, block);
    return;
  }
  const panel = finishPanel({ pen, grid: box.grid, page: index, tables }, block);
  making.structure.push(panel.node);
  making.diagnostics.push(...panel.diagnostics);
}

function makeStory(making: Making, story: StoryBox): void {
  const { pen, index, tables, diagnostics } = making;
  const space = story.place === null ? spaceBelow(making, story) : spaceAt(making, story, story.place);
  const placed = placeStory(story, space);
  if (!('story' in placed)) {
    diagnostics.push(...placed);
    return;
  }
  if (story.place !== null && story.frame !== null) makeFrame(making, story, story.place);
  const context = { pen, grid: space.grid, page: index, tables };
  const head = placed.head === null ? null : { set: placed.head, line: space.line };
  making.structure.push(finishStory(context, placed, head));
  making.fits.push(placed.fit);
  diagnostics.push(...placed.diagnostics, ...checkStory(placed, tables));
  if (story.place === null) making.line += placed.lines + BETWEEN_STORIES;
}

/** All columns of the page, or the story's first ones, below the stories before it. */
function spaceBelow({ box, tables, line }: Making, story: StoryBox): StorySpace {
  const { grid, label } = box;
  const columns = Math.min(story.columns ?? grid.columns, grid.columns);
  const blocked = Array.from({ length: columns }, () => []);
  return { label, grid, blocked, tables, line, lines: grid.lines - line };
}

function spaceAt(
  { box, tables }: Making,
  story: StoryBox,
  place: NonNullable<StoryBox['place']>,
): StorySpace {
  const { grid, blocked } = blockGrid(box.grid, place.boxes, story);
  return { label: box.label, grid, blocked, tables, line: 0, lines: grid.lines };
}

/** The frame of a story stands behind it. */
function makeFrame(
  { pen, box, index, structure }: Making,
  story: StoryBox,
  place: NonNullable<StoryBox['place']>,
): void {
  const block = `${story.id}.frame`;
  const bounds = inkBox(box.grid, boundsOf(place.boxes));
  addBlock(pen, { id: block, role: 'furniture', story: story.id, part: 0, source: story.span }, bounds);
  const items = drawFrame(pen, story.frame!, { block, box: bounds });
  structure.push(
    furnitureNode(
      block,
      items.map((item) => ({ page: index, item })),
      story.span,
    ),
  );
}

function pageOf(box: PageBox, pen: PagePen): Page {
  const { label, section, side, trim, grid } = box;
  return {
    label,
    section,
    side,
    trim,
    grid,
    bleed: 0,
    blocks: pen.blocks,
    lines: pen.lines,
    items: pen.items,
  };
}
