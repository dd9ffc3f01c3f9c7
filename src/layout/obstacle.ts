/**
 * Pictures of free width that stand in a story → where they stand, and what they leave of each line for text.
 *
 * Text runs at one side of an obstacle in each column, the wider one, the left of two that are equal: a line
 * that goes on behind a picture is lost by the eye. What is left of a line is whole 字, flush with the column's
 * edge, so that lines set solid fill it and keep step with those above and below (GB/T 纵横对齐); what is over
 * goes to the blank beside the picture.
 */

import type { Point, Rect } from '../geometry.ts';
import type { FigureBox, Grid } from '../markup/box.ts';
import { millimetres } from '../units.ts';
import type { Outline } from '../wrap-words.ts';
import { columnLeft, columnWidth, halfLead, inkHeight, textWidth } from './grid.ts';
import type { Area, LineSide, TextSlot } from './stack.ts';

type Wrap = NonNullable<FigureBox['wrap']>;

/** A side of fewer 字 stays empty: its lines would be gaps more than text. */
export const LEAST_SIDE = 5;

/** A picture that text runs round, with its caption. */
export interface Obstacle {
  /** Index in the story's figures. */
  readonly index: number;
  readonly photo: Rect;
  readonly outline: Outline | null;
  /** Lines of the story's grid that the picture takes, from `line`, and its caption. */
  readonly line: number;
  readonly lines: number;
  readonly captionLines: number;
  /** Whole lines above and below, and pt at the sides, that text keeps clear of. */
  readonly space: number;
  readonly clear: number;
}

/** Its width on a grid, pt; of a circle that of the whole lines it is high. */
export function wrapWidth(figure: FigureBox, wrap: Wrap, grid: Grid): number {
  const { value, unit } = wrap.width;
  const units = { 字: grid.em, mm: millimetres(1), 栏: textWidth(grid) };
  const width = value * units[unit];
  return wrap.outline?.kind === 'circle' ? inkHeight(grid, wrapLines(figure, wrap, grid, width)) : width;
}

/** The lines the editor gave, else those nearest to its own shape. */
function wrapLines(figure: FigureBox, wrap: Wrap, grid: Grid, width: number): number {
  if (figure.lines !== null) return figure.lines;
  const { pixels } = figure;
  const height = wrap.outline?.kind === 'circle' ? width : (width * pixels.height) / pixels.width;
  return Math.max(1, Math.round((height + grid.pitch - inkHeight(grid, 1)) / grid.pitch));
}

/**
 * The obstacles of a story whose text has an area.
 * @param captionLines lines of a figure's caption.
 */
export function obstaclesOf(
  figures: readonly FigureBox[],
  grid: Grid,
  area: Area,
  captionLines: (figure: number) => number,
): readonly Obstacle[] {
  return figures.flatMap((figure, index) => {
    const { wrap } = figure;
    if (wrap === null) return [];
    const width = wrapWidth(figure, wrap, grid);
    const lines = wrapLines(figure, wrap, grid, width);
    const caption = captionLines(index);
    const column = (wrap.start?.column ?? Math.max(1, Math.floor(area.columns / 2))) - 1;
    const middle = Math.max(0, Math.floor((area.lines - lines - caption) / 2));
    const line = area.line + (wrap.start === null ? middle : wrap.start.line - 1);
    const left = columnLeft(grid, area.column + column);
    const own = columnWidth(grid, area.column + column);
    const over = own - width;
    const gutter = own + (grid.gutter * grid.em - width) / 2;
    const x = left + { left: 0, center: over / 2, right: over, gutter }[wrap.side];
    const y = grid.top + line * grid.pitch + halfLead(grid);
    const photo = { x, y, width, height: inkHeight(grid, lines) };
    const { outline, clear } = wrap;
    return [{ index, photo, outline, line, lines, captionLines: caption, space: figure.space, clear }];
  });
}

/** The obstacles that do not stand in the story's free lines, or stand on one before them. */
export function withoutRoom(
  obstacles: readonly Obstacle[],
  slots: readonly TextSlot[],
  grid: Grid,
): readonly Obstacle[] {
  return obstacles.filter((obstacle, k) => {
    const { line, lines, captionLines } = obstacle;
    const foot = line + lines + captionLines;
    const isFree = columnsUnder(obstacle, grid).every(
      (column) =>
        column === grid.fold?.column ||
        slots.some((slot) => slot.column === column && line >= slot.line && foot <= slot.line + slot.lines),
    );
    const isClear = obstacles.slice(0, k).every((other) => !touch(other, obstacle));
    return !isFree || !isClear || !isWithin(obstacle, slots, grid);
  });
}

function isWithin({ photo }: Obstacle, slots: readonly TextSlot[], grid: Grid): boolean {
  if (slots.length === 0) return false;
  const columns = slots.map(({ column }) => column);
  const left = columnLeft(grid, Math.min(...columns));
  const right = columnLeft(grid, Math.max(...columns)) + textWidth(grid);
  return photo.x >= left - 0.01 && photo.x + photo.width <= right + 0.01;
}

/** The columns it reaches into; of a picture within a gutter those at both sides. */
function columnsUnder({ photo }: Obstacle, grid: Grid): readonly number[] {
  const reached = (slack: number): readonly number[] =>
    Array.from({ length: grid.columns }, (_, k) => k).filter((k) => {
      const left = columnLeft(grid, k) - slack;
      const right = columnLeft(grid, k) + textWidth(grid) + slack;
      return photo.x < right - 0.01 && photo.x + photo.width > left + 0.01;
    });
  const under = reached(0);
  return under.length > 0 ? under : reached(grid.gutter * grid.em);
}

function touch(a: Obstacle, b: Obstacle): boolean {
  const apart =
    a.line + a.lines + a.captionLines <= b.line ||
    b.line + b.lines + b.captionLines <= a.line ||
    a.photo.x + a.photo.width <= b.photo.x ||
    b.photo.x + b.photo.width <= a.photo.x;
  return !apart;
}

/** The slots with what the obstacles leave of their lines; lines of which nothing is left are parted off. */
export function slotsBeside(
  slots: readonly TextSlot[],
  obstacles: readonly Obstacle[],
  grid: Grid,
): readonly TextSlot[] {
  if (obstacles.length === 0) return slots;
  return slots.flatMap((slot) => {
    const sides = Array.from({ length: slot.lines }, (_, k) => sideOf(slot, slot.line + k, obstacles, grid));
    return runsOf(slot, sides, textWidth(grid));
  });
}

function runsOf(slot: TextSlot, sides: readonly (LineSide | null)[], width: number): TextSlot[] {
  const runs: TextSlot[] = [];
  for (let from = 0; from < sides.length; ) {
    let to = from;
    while (to < sides.length && sides[to] !== null) to++;
    const free = sides.slice(from, to) as readonly LineSide[];
    const isWhole = free.every((side) => side.width === width);
    if (to > from) {
      runs.push({ ...slot, line: slot.line + from, lines: to - from, sides: isWhole ? null : free });
    }
    from = to + 1;
  }
  return runs;
}

/** The widest free part of a line; null where all are too narrow. */
function sideOf(slot: TextSlot, line: number, obstacles: readonly Obstacle[], grid: Grid): LineSide | null {
  const left = columnLeft(grid, slot.column);
  const width = textWidth(grid);
  const taken = obstacles
    .flatMap((obstacle) => takenAt(obstacle, line, grid) ?? [])
    .filter(({ from, to }) => from < left + width - 0.01 && to > left + 0.01)
    .sort((a, b) => a.from - b.from);
  if (taken.length === 0) return { start: 0, width };
  let best: LineSide | null = null;
  let at = 0;
  for (const { from, to } of [...taken, { from: left + width, to: left + width }]) {
    const side = wholeChars(at, from - left, width, grid.em);
    if (side.width >= LEAST_SIDE * grid.em - 0.01 && side.width > (best?.width ?? 0) + 0.01) best = side;
    at = Math.max(at, to - left);
  }
  return best;
}

/** Whole 字 between two places of a line; at its right end they are flush with the column's edge. */
function wholeChars(from: number, to: number, end: number, em: number): LineSide {
  const start = Math.max(0, Math.ceil(from / em - 1e-6)) * em;
  if (to >= end - 0.01) return { start, width: end - start };
  return { start, width: Math.floor((to - start) / em + 1e-6) * em };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What an obstacle takes of a line, blank included; null for nothing. pt. */
function takenAt(obstacle: Obstacle, line: number, grid: Grid): Stretch | null {
  const { photo, outline, clear, space, captionLines } = obstacle;
  const foot = obstacle.line + obstacle.lines;
  const whole = { from: photo.x - clear, to: photo.x + photo.width + clear };
  if (captionLines > 0 && line >= foot) return line < foot + captionLines + space ? whole : null;
  if (outline === null) return line >= obstacle.line - space && line < foot + space ? whole : null;
  const top = grid.top + line * grid.pitch + halfLead(grid);
  const band = { from: top, to: top + grid.em };
  return outline.kind === 'polygon'
    ? ofPolygon(pointsOf(outline.points, photo), band, clear)
    : ofEllipse(photo, band, clear);
}

function pointsOf(points: readonly Point[], { x, y, width, height }: Rect): readonly Point[] {
  return points.map((point) => ({ x: x + point.x * width, y: y + point.y * height }));
}

/** The ellipse in a box, grown by the blank on all sides, where it is widest within a band of the page. */
function ofEllipse({ x, y, width, height }: Rect, band: Stretch, clear: number): Stretch | null {
  const centre = { x: x + width / 2, y: y + height / 2 };
  const nearest = Math.min(band.to, Math.max(band.from, centre.y)) - centre.y;
  const share = nearest / (height / 2 + clear);
  if (Math.abs(share) >= 1) return null;
  const half = (width / 2 + clear) * Math.sqrt(1 - share * share);
  return { from: centre.x - half, to: centre.x + half };
}

/** From the leftmost to the rightmost point of a polygon within a band, the blank added on all sides. */
function ofPolygon(points: readonly Point[], band: Stretch, clear: number): Stretch | null {
  const [top, foot] = [band.from - clear, band.to + clear];
  const xs = points.flatMap((a, k) => {
    const b = points[(k + 1) % points.length]!;
    if (Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > foot) return [];
    return [xAt(a, b, top), xAt(a, b, foot)];
  });
  return xs.length === 0 ? null : { from: Math.min(...xs) - clear, to: Math.max(...xs) + clear };
}

/** The x of an edge at a height, or at the end of it that is nearest. */
function xAt(a: Point, b: Point, y: number): number {
  if (a.y === b.y) return y < a.y ? Math.min(a.x, b.x) : Math.max(a.x, b.x);
  const share = (y - a.y) / (b.y - a.y);
  return a.x + (b.x - a.x) * Math.min(1, Math.max(0, share));
}

/** Corners of the polygon that an ellipse is drawn as: its quarter turns, halved four times. */
const QUARTER = halved([
  { x: 1, y: 0 },
  { x: 0, y: 1 },
]);

/** Points of the unit circle with those midway between them: only arithmetic that is exact on every machine. */
function halved(points: readonly Point[], times = 4): readonly Point[] {
  if (times === 0) return points;
  const more = points.flatMap((a, k) => {
    const b = points[k + 1];
    if (b === undefined) return [a];
    const [x, y] = [a.x + b.x, a.y + b.y];
    const length = Math.sqrt(x * x + y * y);
    return [a, { x: x / length, y: y / length }];
  });
  return halved(more, times - 1);
}

/** What of an obstacle's box its picture fills, as a polygon on the page; null: all. */
export function outlinePoints({ photo, outline }: Obstacle): readonly Point[] | null {
  if (outline === null) return null;
  if (outline.kind === 'polygon') return pointsOf(outline.points, photo);
  const [rx, ry] = [photo.width / 2, photo.height / 2];
  const quarter = QUARTER.slice(0, -1);
  const turned = [
    ...quarter,
    ...quarter.map(({ x, y }) => ({ x: -y, y: x })),
    ...quarter.map(({ x, y }) => ({ x: -x, y: -y })),
    ...quarter.map(({ x, y }) => ({ x: y, y: -x })),
  ];
  return turned.map(({ x, y }) => ({ x: photo.x + rx + x * rx, y: photo.y + ry + y * ry }));
}

/** The outline of a slot whose lines are of different widths: steps at both sides. */
export function outlineOf(slot: TextSlot, sides: readonly LineSide[], grid: Grid): readonly Point[] {
  const left = columnLeft(grid, slot.column);
  const top = (k: number): number => grid.top + (slot.line + k) * grid.pitch + (k === 0 ? halfLead(grid) : 0);
  const foot = (k: number): number =>
    grid.top + (slot.line + k + 1) * grid.pitch - (k === sides.length - 1 ? halfLead(grid) : 0);
  const down = sides.flatMap(({ start, width }, k) => [
    { x: left + start + width, y: top(k) },
    { x: left + start + width, y: foot(k) },
  ]);
  const up = sides.flatMap(({ start }, k) => [
    { x: left + start, y: top(k) },
    { x: left + start, y: foot(k) },
  ]);
  return [...down, ...up.reverse()];
}
