/** A story as placed → what is to be said of its text, part by part. */

import type { Diagnostic } from '../diagnostics.ts';
import type { Grid, ParagraphBox } from '../markup/box.ts';
import { type FaceTables, type Galley, prepareParagraph } from '../text/index.ts';
import { checkCaption } from './caption.ts';
import { checkCuts, WIDEN_PICTURE } from './check-cut.ts';
import { checkTable } from './check-table.ts';
import { checkCharacters, checkLines, checkSpreads, checkVerse } from './check-text.ts';
import { halfLead } from './grid.ts';
import type { HeadPart } from './head.ts';
import { checkMarkRoom } from './mark-room.ts';
import type { PlacedStory } from './placed-story.ts';
import { blockLines } from './story.ts';

/** Lines too close for marks are said once a story. */
export function checkStory(placed: PlacedStory, tables: FaceTables): readonly Diagnostic[] {
  const { story, grid, head, composition, rows } = placed;
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
    const { box, initial, galley, table } = story.body[index]!;
    if (initial !== null) found.push(...checkGalley(initial.galley));
    // The lines of a story that does not fit will not stay as they are.
    const lasting = placed.fit.overset.lines === 0 ? lines : [];
    found.push(...checkGalley(galley));
    if (table !== null) found.push(...checkTable(box, table, grid));
    else if (box.role === 'verse') found.push(...checkVerse(galley, lasting));
    else found.push(...checkLines(galley, lasting, box.align === 'justify'));
    tight.push(...checkMarkRoom(galley, blankBelow(box, lines.length, grid)));
  });
  for (const { caption, index, photo } of composition.figures) {
    if (caption === null) continue;
    found.push(...checkCaption(story.box.figures[index]!, photo, caption.breaks.ends.length));
    found.push(...checkGalley(caption.galley));
    const lines = caption.breaks.ends.map((to) => ({ to }));
    found.push(...checkCuts(caption.galley, lines, WIDEN_PICTURE));
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
