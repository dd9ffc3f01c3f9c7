/** A paragraph's marks → room for them in its cells: text set to a width, readings, panels; notes kept close. */

import type { ParagraphBox, TextMark } from '../markup/box.ts';
import { Break, type Cells, cellsIn } from './cells.ts';
import { Class } from './marks.ts';
import type { Piece, Reading } from './readings.ts';

/** Between two readings side by side: ¼ em of theirs (CLREQ #positioning_of_romanization). 1/1000 字. */
export const READING_GAP = 125;

/** The most a reading reaches over a neighbour that has none. */
const OVERHANG = 500;

/** Between a panel's edge, which lies in it, and the text next to it. */
const PANEL_ROOM = 125;

/** The cells are new and not yet summed up: what is added here is part of them. */
export function makeRoom(paragraph: ParagraphBox, cells: Cells, readings: readonly Reading[]): void {
  if (paragraph.marks.length === 0) return;
  for (const mark of paragraph.marks) if (mark.kind === 'ruby') keepTogether(cells, mark);
  makeRoomBeside(paragraph, cells, readings);
  makeRoomOver(cells, readings);
  for (const mark of paragraph.marks) if (mark.kind === 'panel') makeRoomForPanel(cells, mark);
  for (const mark of paragraph.marks) if (mark.kind === 'note') keepNote(cells, mark);
  for (const mark of paragraph.marks) if (mark.kind === 'spread') spread(cells, mark);
}

/** What is read as one stays on one line, unless it is longer than the line. */
function keepTogether(cells: Cells, mark: TextMark): void {
  const { from, to } = cellsIn(cells, mark);
  for (let i = from; i + 1 < to; i++) {
    if (cells.breakAfter[i] === Break.NEVER) continue;
    cells.breakAfter[i] = Break.EMERGENCY;
    cells.hyphen[i] = 0;
  }
}

/** It is part of the cell, so that it stays with its base at a line's end and reads as no blank. */
function makeRoomBeside(paragraph: ParagraphBox, cells: Cells, readings: readonly Reading[]): void {
  for (const reading of readings) {
    if (reading.kind !== 'beside') continue;
    const cell = reading.to - 1;
    cells.core[cell]! += reading.room;
    const glyph = cells.glyphStart[cell + 1]! - 1;
    if (glyph < cells.glyphStart[cell]!) continue;
    const { size } = cells.styles[cells.style[cell]!]!;
    cells.glyphWidth[glyph]! += Math.round((reading.room * paragraph.size) / size);
  }
}

/** Readings keep their distance from each other; over other text they may reach a little. */
function makeRoomOver(cells: Cells, readings: readonly Reading[]): void {
  let before: { readonly to: number; readonly excess: number } | null = null;
  for (const reading of readings) {
    if (reading.kind !== 'over') continue;
    const { from, to, width } = reading;
    const excess = (width - widthBetween(cells, from, to)) / 2;
    const free = before === null ? null : widthBetween(cells, before.to, from);
    if (before !== null && free !== null && before.excess + excess + READING_GAP > free) {
      addBehind(cells, before.to - 1, before.excess + excess + READING_GAP - free);
    } else addBehind(cells, from - 1, excess - OVERHANG);
    before = { to, excess };
    if (excess > OVERHANG) addBehind(cells, to - 1, excess - OVERHANG);
  }
}

/** From the core of the first cell to that of the last one, blanks between the cells included. */
function widthBetween(cells: Cells, from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) {
    width += cells.core[i]! + (i > from ? cells.left[i]! : 0) + (i + 1 < to ? cells.right[i]! : 0);
  }
  return width;
}

function addBehind(cells: Cells, i: number, width: number): void {
  if (i >= 0 && i + 1 < cells.count && width > 0) cells.right[i]! += Math.ceil(width);
}

function makeRoomForPanel(cells: Cells, mark: TextMark): void {
  const { from, to } = cellsIn(cells, mark);
  if (from === to) return;
  addBehind(cells, from - 1, PANEL_ROOM);
  addBehind(cells, to - 1, PANEL_ROOM);
}

/** A note's sign stays with what it stands behind, and in one piece. */
function keepNote(cells: Cells, mark: TextMark): void {
  const { from } = cellsIn(cells, mark);
  if (from > 0 && cells.cls[from - 1] !== Class.SPACE) cells.breakAfter[from - 1] = Break.NEVER;
  keepTogether(cells, mark);
}

/** The texts that are wider than the width they are to be set to. */
export function overfullSpreads({
  paragraph,
  cells,
}: Pick<Piece, 'paragraph' | 'cells'>): readonly TextMark[] {
  return paragraph.marks.filter((mark) => {
    if (mark.kind !== 'spread') return false;
    const { from, to } = cellsIn(cells, mark);
    return widthBetween(cells, from, to) > mark.width;
  });
}

/** CLREQ #even_inter_character_spacing: names of two and three characters come out equally long. */
function spread(cells: Cells, mark: TextMark & { readonly kind: 'spread' }): void {
  keepTogether(cells, mark);
  const { from, to } = cellsIn(cells, mark);
  const missing = Math.max(0, mark.width - widthBetween(cells, from, to));
  const gaps = to - from - 1;
  for (let k = 0; k < gaps; k++) {
    cells.stretchAfter[from + k] = 0;
    cells.right[from + k]! += Math.floor(((k + 1) * missing) / gaps) - Math.floor((k * missing) / gaps);
  }
}
