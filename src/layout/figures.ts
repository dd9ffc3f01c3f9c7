/**
 * A story's pictures and the grid → the ways to arrange them, and for each the heights they may take.
 *
 * Where the editor gave columns, lines or place, these stand. The rest follows the trade: the first picture
 * is the large one, high and to the right; the last ones make a strip of equal pictures at the foot; what is
 * between stands under the large one.
 */

import type { FigureBox, Grid } from '../markup/box.ts';
import { type Columns, inkHeight, widthAcross } from './grid.ts';

/** Pictures side by side, of one height. */
export interface FigureGroup {
  readonly edge: 'top' | 'foot';
  readonly members: readonly GroupMember[];
  /** Lines of the pictures, captions not counted: what the crop limits of all members allow. */
  readonly least: number;
  readonly most: number;
  /** Lines at which the least is cropped; not a whole number. */
  readonly ideal: number;
  /** Lines of the tallest caption, and blank lines towards the text. */
  readonly captionLines: number;
  readonly space: number;
}

export interface GroupMember {
  readonly figure: FigureBox;
  /** Index in the story's figures. */
  readonly index: number;
  readonly column: number;
  readonly columns: number;
  readonly captionLines: number;
}

export interface Arrangement {
  readonly groups: readonly FigureGroup[];
  /** How far it is from the theme's wish; 0 is the wish itself. */
  readonly cost: number;
}

/** The columns a story has, and at which side of them its large picture stands. */
export interface FigureArea {
  readonly columns: number;
  readonly leadSide: 'left' | 'right';
}

/** Caption lines of a figure over some columns. */
export type CaptionLines = (figure: FigureBox, columns: Columns) => number;

interface Slot {
  readonly index: number;
  readonly column: number;
  readonly columns: number;
}

/** All arrangements worth trying, the wished one first. */
export function arrangements(
  figures: readonly FigureBox[],
  grid: Grid,
  area: FigureArea,
  captionLines: CaptionLines,
): readonly Arrangement[] {
  if (figures.length === 0) return [{ groups: [], cost: 0 }];
  const { columns } = area;
  const found: Arrangement[] = [];
  const wish = Math.round((columns * 2) / 3);
  for (const leadColumns of leadWidths(figures[0]!, columns, wish)) {
    for (const strip of stripSizes(figures, columns)) {
      const slots = planSlots(figures, area, leadColumns, strip);
      if (slots === null) continue;
      const groups = slots.map((row) => group(row.edge, row.slots, { figures, grid, captionLines }));
      const lead = figures[0]!.columns === null ? 40 * Math.abs(leadColumns - wish) : 0;
      found.push({ groups, cost: lead + 25 * Math.abs(wishedStrip(figures, columns) - strip) });
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

function leadWidths(lead: FigureBox, columns: number, wish: number): readonly number[] {
  if (lead.columns !== null) return [Math.min(lead.columns, columns)];
  const all = Array.from({ length: columns }, (_, i) => i + 1).filter((n) => n >= Math.ceil(columns / 2));
  return all.sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish) || b - a);
}

/** Pictures that the editor gave no place of their own, the lead not counted. */
function freeFigures(figures: readonly FigureBox[]): readonly number[] {
  return figures.map((_, index) => index).filter((index) => index > 0 && figures[index]!.place === null);
}

/** The most pictures in one row of a strip: pairs of columns each. */
function inStripRow(columns: number): number {
  return Math.max(1, Math.floor(columns / 2));
}

/** How many of the last pictures make strips: full rows, what is over is left for under the lead. */
function wishedStrip(figures: readonly FigureBox[], columns: number): number {
  const free = freeFigures(figures).length;
  const row = inStripRow(columns);
  return free <= row ? free : free - (free % row);
}

/** All numbers of pictures in strips, the wished one and the next smaller first. */
function stripSizes(figures: readonly FigureBox[], columns: number): readonly number[] {
  const wish = wishedStrip(figures, columns);
  const all = Array.from({ length: freeFigures(figures).length + 1 }, (_, i) => i);
  return all.sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish) || a - b);
}

interface Row {
  readonly edge: 'top' | 'foot';
  readonly slots: readonly Slot[];
}

/** Rows of pictures from the edges inward; null where a row has more pictures than room. */
function planSlots(
  figures: readonly FigureBox[],
  area: FigureArea,
  leadColumns: number,
  strip: number,
): readonly Row[] | null {
  const { columns, leadSide } = area;
  const free = freeFigures(figures);
  const wish = leadSide === 'left' ? 'top-left' : 'top-right';
  const lead = placed(0, { ...figures[0]!, place: figures[0]!.place ?? wish }, columns, leadColumns);
  const under = free.slice(0, free.length - strip);
  const foot = free.slice(free.length - strip);
  const rows: Row[] = [lead];
  for (let index = 1; index < figures.length; index++) {
    const figure = figures[index]!;
    if (figure.place !== null)
      rows.push(placed(index, figure, columns, Math.max(1, Math.round(columns / 3))));
  }
  if (under.length > 0) {
    const slots = underLead(figures, under, lead.slots[0]!, leadSide);
    if (slots === null) return null;
    rows.push({ edge: lead.edge, slots });
  }
  const strips = stripRows(figures, foot, columns);
  if (strips === null) return null;
  const edge = lead.edge === 'top' ? 'foot' : 'top';
  return [
    ...rows,
    ...(edge === 'foot' ? strips.reverse() : strips).map((slots) => ({ edge, slots }) as const),
  ];
}

/** Pictures in rows over all columns, top row first; null where a row has more pictures than room. */
function stripRows(
  figures: readonly FigureBox[],
  indexes: readonly number[],
  columns: number,
): (readonly Slot[])[] | null {
  const rows: (readonly Slot[])[] = [];
  const size = inStripRow(columns);
  for (let from = 0; from < indexes.length; from += size) {
    const slots = sideBySide(figures, indexes.slice(from, from + size), columns);
    if (slots === null) return null;
    rows.push(slots);
  }
  return rows;
}

/** A picture at the place its editor named: 左 and 右 are the outermost columns. The lead's default is 右上. */
function placed(index: number, figure: FigureBox, columns: number, width: number): Row {
  const place = figure.place ?? 'top-right';
  const taken = Math.min(figure.columns ?? width, columns);
  const left = place === 'top-left' || place === 'bottom-left' || place === 'foot';
  const edge = place === 'top-left' || place === 'top-right' ? 'top' : 'foot';
  return { edge, slots: [{ index, column: left ? 0 : columns - taken, columns: taken }] };
}

/** Pictures under the large one, at its outer end, half its width each. */
function underLead(
  figures: readonly FigureBox[],
  under: readonly number[],
  lead: Slot,
  side: 'left' | 'right',
): readonly Slot[] | null {
  const half = Math.max(1, Math.floor(lead.columns / 2));
  const widths = under.map((index) => figures[index]!.columns ?? half);
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total > lead.columns) return null;
  const atLeft = side === 'left';
  return inRow(under, widths, atLeft ? lead.column : lead.column + lead.columns - total);
}

/** Pictures over all columns: widths the editor gave, the others as equal as whole columns allow. */
function sideBySide(
  figures: readonly FigureBox[],
  indexes: readonly number[],
  columns: number,
): readonly Slot[] | null {
  const open = indexes.filter((index) => figures[index]!.columns === null);
  const given = indexes.reduce((sum, index) => sum + (figures[index]!.columns ?? 0), 0);
  const free = columns - given;
  if (free < open.length) return null;
  const share = Math.floor(free / Math.max(1, open.length));
  const wider = open.length === 0 ? 0 : free % open.length;
  const widths = indexes.map((index) => {
    const place = open.indexOf(index);
    return figures[index]!.columns ?? share + (place >= open.length - wider ? 1 : 0);
  });
  return inRow(indexes, widths, 0);
}

function inRow(indexes: readonly number[], widths: readonly number[], from: number): readonly Slot[] {
  let column = from;
  return indexes.map((index, k) => {
    const slot = { index, column, columns: widths[k]! };
    column += widths[k]!;
    return slot;
  });
}

interface GroupContext {
  readonly figures: readonly FigureBox[];
  readonly grid: Grid;
  readonly captionLines: CaptionLines;
}

function group(edge: 'top' | 'foot', slots: readonly Slot[], context: GroupContext): FigureGroup {
  const members = slots.map((slot) => {
    const figure = context.figures[slot.index]!;
    return { ...slot, figure, captionLines: context.captionLines(figure, slot) };
  });
  const ranges = members.map((member) => linesOf(member, context.grid));
  const least = Math.max(...ranges.map((range) => range.least));
  const most = Math.max(least, Math.min(...ranges.map((range) => range.most)));
  const mean = ranges.reduce((sum, range) => sum + range.ideal, 0) / ranges.length;
  return {
    edge,
    members,
    least,
    most,
    ideal: Math.min(most, Math.max(least, mean)),
    captionLines: Math.max(...members.map((member) => member.captionLines)),
    space: Math.max(...members.map((member) => member.figure.space)),
  };
}

/** Lines of a picture uncropped, and the fewest and most that its crop limit allows. */
function linesOf(member: GroupMember, grid: Grid): { least: number; most: number; ideal: number } {
  const { figure } = member;
  if (figure.lines !== null) return { least: figure.lines, most: figure.lines, ideal: figure.lines };
  const height = (widthAcross(grid, member) * figure.pixels.height) / figure.pixels.width;
  const over = grid.pitch - inkHeight(grid, 1);
  const kept = 1 - 2 * figure.cropLimit;
  return {
    least: Math.max(1, Math.ceil((height * kept + over) / grid.pitch)),
    most: Math.max(1, Math.floor((height / kept + over) / grid.pitch)),
    ideal: (height + over) / grid.pitch,
  };
}

/** Lines a group takes from its columns: picture, captions, blank. */
export function linesTaken(figureGroup: FigureGroup, lines: number): number {
  return lines + figureGroup.captionLines + figureGroup.space;
}

/** Columns it takes from the text: the fold is none of them. */
export function columnsTaken(figureGroup: FigureGroup, { fold }: Pick<Grid, 'fold'>): number {
  const isOver = ({ column, columns }: Columns): boolean =>
    fold !== null && column <= fold.column && fold.column < column + columns;
  return figureGroup.members.reduce((sum, member) => sum + member.columns - (isOver(member) ? 1 : 0), 0);
}
