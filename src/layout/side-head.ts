/**
 * A head at a story's side and the panel it has → its parts placed: rows that run down, side by side from the
 * right, and under them those that run across.
 */

import type { Rect } from '../geometry.ts';
import type { Grid, HeadBox, ParagraphBox } from '../markup/box.ts';
import type { FaceTables, Galley, SetLine } from '../text/index.ts';
import { ABOVE_BASELINE } from './grid.ts';
import { fitRows } from './head-rows.ts';
import { roomForMarks } from './mark-room.ts';

/** A row of a part with its place, as `LinePlace` counts. */
export interface PlacedRow {
  readonly line: SetLine;
  readonly start: number;
  readonly extent: number;
  readonly baseline: number;
}

export interface PlacedPart {
  readonly galley: Galley;
  readonly box: Rect;
  readonly rows: readonly PlacedRow[];
}

/** Blank between the panel's edge and what stands in it, 字 of the page. */
const PADDING = 1;

interface SetPart {
  readonly box: ParagraphBox;
  readonly galley: Galley;
  readonly rows: readonly SetLine[];
  readonly rowPitch: number;
}

export function placeSideHead(
  head: HeadBox,
  grid: Grid,
  panel: Rect,
  tables: FaceTables,
): readonly PlacedPart[] {
  const padding = PADDING * grid.em;
  const inner = {
    x: panel.x + padding,
    y: panel.y + padding,
    width: panel.width - 2 * padding,
    height: panel.height - 2 * padding,
  };
  const across = head.parts
    .filter((part) => part.direction === 'across')
    .map((part) => setPart(part, inner.width, Number.POSITIVE_INFINITY, tables));
  const acrossHeight = across.reduce((sum, part) => sum + thickness(part) + head.gap, 0);
  const room = { length: inner.height - acrossHeight, width: inner.width };
  const down = setDown(head, room, tables);
  const length = Math.max(0, ...down.flatMap((part) => part.rows.map((row) => lengthOf(part, row))));
  const top = inner.y + Math.max(0, (inner.height - length - acrossHeight) / 2);
  const placed = [
    ...placeDown(down, head.gap, { ...inner, y: top, height: length }),
    ...placeAcross(across, head.gap, { ...inner, y: top + length + head.gap }),
  ];
  return head.parts.map((part) => placed.find(({ of }) => of === part)!.placed);
}

interface Found {
  readonly of: ParagraphBox;
  readonly placed: PlacedPart;
}

/** In no more rows than it may have, and no more than `most` across. */
function setPart(box: ParagraphBox, length: number, most: number, tables: FaceTables): SetPart {
  const { galley, rows, rowPitch } = fitRows(box, length, tables, (found) => thickness(found) <= most);
  return { box, galley, rows, rowPitch };
}

/** The parts that run down; where they are too thick together, each gets its share of the panel. */
function setDown(
  head: HeadBox,
  room: { readonly length: number; readonly width: number },
  tables: FaceTables,
): readonly SetPart[] {
  const boxes = head.parts.filter((part) => part.direction === 'down');
  const free = room.width - head.gap * (boxes.length - 1);
  const wished = boxes.map((box) => setPart(box, room.length, free, tables));
  const total = wished.reduce((sum, part) => sum + thickness(part), 0);
  if (total <= free) return wished;
  return wished.map((part) => setPart(part.box, room.length, (thickness(part) * free) / total, tables));
}

/** From the first row's edge to the last one's, across the rows, with what their marks need outside; pt. */
function thickness({ galley, rows, rowPitch }: Omit<SetPart, 'box'>): number {
  const { before, after } = roomForMarks(galley);
  return before + galley.paragraph.size + (rows.length - 1) * rowPitch + after;
}

/** With the blanks at its start and end, pt. */
function lengthOf({ galley }: SetPart, row: SetLine): number {
  const { size, insetStart, insetEnd } = galley.paragraph;
  return ((row.width + insetStart + insetEnd) * size) / 1000;
}

/** Rows from the right to the left, all parts together in the middle of the panel. */
function placeDown(parts: readonly SetPart[], gap: number, area: Rect): readonly Found[] {
  const total = parts.reduce((sum, part) => sum + thickness(part), 0) + gap * (parts.length - 1);
  let right = area.x + (area.width + total) / 2;
  return parts.map((part) => {
    const { size } = part.galley.paragraph;
    const { before } = roomForMarks(part.galley);
    const width = thickness(part);
    const rows = part.rows.map((line, k) => ({
      line,
      start: area.y,
      extent: area.height,
      baseline: right - before - size / 2 - k * part.rowPitch,
    }));
    const box = { x: right - width, y: area.y, width, height: area.height };
    right -= width + gap;
    return { of: part.box, placed: { galley: part.galley, box, rows } };
  });
}

function placeAcross(parts: readonly SetPart[], gap: number, area: Rect): readonly Found[] {
  let top = area.y;
  return parts.map((part) => {
    const { size } = part.galley.paragraph;
    const { before } = roomForMarks(part.galley);
    const height = thickness(part);
    const rows = part.rows.map((line, k) => ({
      line,
      start: area.x,
      extent: area.width,
      baseline: top + before + k * part.rowPitch + ABOVE_BASELINE * size,
    }));
    const box = { x: area.x, y: top, width: area.width, height };
    top += height + gap;
    return { of: part.box, placed: { galley: part.galley, box, rows } };
  });
}
