/** Box tree → Pages: heads set, pictures arranged, text run through the columns of the grid. */

import { type Diagnostic, hasErrors } from '../diagnostics.ts';
import type { Grid, PageBox, ParagraphBox } from '../markup/box.ts';
import { type FaceTables, type Galley, prepareParagraph } from '../text/index.ts';
import { checkFull } from './check-fit.ts';
import { checkCharacters, checkLines, checkSpreads } from './check-text.ts';
import { finishStory } from './finish.ts';
import { finishFolio } from './folio.ts';
import { halfLead } from './grid.ts';
import type { HeadPart } from './head.ts';
import { checkMarkRoom } from './mark-room.ts';
import type { Made, Node, Page, StoryFit } from './page.ts';
import { newPagePen, type PagePen } from './page-pen.ts';
import { type PlacedStory, placeStory } from './place-story.ts';
import { blockLines } from './story.ts';

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

function layOutPage(box: PageBox, index: number, tables: FaceTables): MadePage {
  const { grid } = box;
  const pen = newPagePen();
  const structure: Node[] = [];
  const fits: StoryFit[] = [];
  const diagnostics: Diagnostic[] = [];
  if (box.folio !== null) {
    const folio = finishFolio({ pen, grid, page: index }, box.folio, tables);
    structure.push(folio.node);
    diagnostics.push(...folio.diagnostics);
  }
  let line = box.folio?.lines ?? 0;
  for (const story of box.stories) {
    const placed = placeStory(story, { label: box.label, grid, tables, line, lines: grid.lines - line });
    if (!('story' in placed)) {
      diagnostics.push(...placed);
      continue;
    }
    const context = { pen, grid, page: index, tables };
    const head = placed.head === null ? null : { set: placed.head, line };
    structure.push(finishStory(context, placed, head));
    fits.push(placed.fit);
    diagnostics.push(...placed.diagnostics, ...checkStory(placed, grid, tables));
    line += placed.lines + BETWEEN_STORIES;
  }
  // What a page with a fault has white is left by the fault.
  if (!hasErrors(diagnostics)) diagnostics.push(...checkFull(box, line - BETWEEN_STORIES));
  return { page: pageOf(box, pen), structure, fits, diagnostics };
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

/** What is to be said of the story's text, part by part. Lines too close for marks are said once a story. */
function checkStory(placed: PlacedStory, grid: Grid, tables: FaceTables): readonly Diagnostic[] {
  const { story, head, composition, rows } = placed;
  const found: Diagnostic[] = [];
  const tight: Diagnostic[] = [];
  for (const part of head?.parts ?? []) {
    found.push(...checkGalley(part.galley));
    if (part.rows.length > 1) tight.push(...checkMarkRoom(part.galley, blankOf(part)));
  }
  if (composition.headBox !== null) {
    for (const part of story.box.head!.parts) found.push(...checkGalley(prepareParagraph(part, tables)));
  }
  rows.forEach((lines, index) => {
    const { box, initial, galley } = story.body[index]!;
    if (initial !== null) found.push(...checkGalley(initial.galley));
    // The lines of a story that does not fit will not stay as they are.
    const lasting = placed.fit.overset.lines === 0 ? lines : [];
    found.push(...checkGalley(galley), ...checkLines(galley, lasting, box.align === 'justify'));
    tight.push(...checkMarkRoom(galley, blankBelow(box, lines.length, grid)));
  });
  for (const { caption } of composition.figures) {
    if (caption === null) continue;
    found.push(...checkGalley(caption.galley));
    tight.push(...checkMarkRoom(caption.galley, grid.pitch - caption.galley.paragraph.size));
  }
  return [...found, ...tight.slice(0, 1)];
}

function blankOf({ galley, rowPitch }: Pick<HeadPart, 'galley' | 'rowPitch'>): number {
  return rowPitch - galley.paragraph.size;
}

/** Between two lines of a paragraph, or below the one row of a block that takes whole lines; pt. */
function blankBelow(box: ParagraphBox, rows: number, grid: Grid): number {
  if (box.lines === 0) return grid.pitch - box.size;
  if (rows > 1) return box.rowPitch - box.size;
  return (blockLines(box, rows, grid) * grid.pitch - box.size) / 2 + halfLead(grid);
}

function checkGalley(galley: Galley): readonly Diagnostic[] {
  return [...checkCharacters(galley), ...checkSpreads(galley)];
}
