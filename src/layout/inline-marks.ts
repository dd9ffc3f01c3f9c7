/**
 * A line as set and its paragraph's marks → 着重号, 专名号, 书名号, 下划线 beside its characters, 反白 behind them.
 *
 * CLREQ #handling_interlinear_punctuation: under lines that run across; in lines that run down, lines at the
 * left and dots at the right, or at the left too where readings have the right. One unbroken line an item, two
 * neighbours told apart; the line stands nearer to the text than the dots, and each dot in the middle of its character.
 */

import type { Point, Rect } from '../geometry.ts';
import type { TextMark } from '../markup/box.ts';
import {
  type CellPlaces,
  cellPlaces,
  cellsIn,
  type Galley,
  isBlankCell,
  isCharacterCell,
  type SetLine,
} from '../text/index.ts';
import { lineBox } from './line-box.ts';
import type { Role } from './page.ts';
import { addItem, type PagePen } from './page-pen.ts';
import { circle } from './patterns.ts';

/** A line of a paragraph that has marks, as it is drawn. */
export interface MarkedLine {
  readonly galley: Galley;
  readonly line: SetLine;
  /** Start and length of the line's measure, in its own direction, pt. */
  readonly edge: number;
  readonly room: number;
  readonly place: {
    readonly block: string;
    readonly role: Role;
    readonly paragraph: number;
    readonly number: number;
    /** Where the first cell begins. */
    readonly start: number;
    readonly baseline: number;
  };
}

/** From the edge of the em boxes to the middle of what is drawn, and its measures; 1/1000 字. */
const STRAIGHT = { at: 100, width: 50 } as const;
const WAVE = { at: 140, height: 45, length: 400, width: 45 } as const;
const DOT = { radius: 80, at: 190, beyondLine: 320 } as const;
/** What an item's line is short of its characters at either end, so that two neighbours are two. */
const APART = 50;

/** 反白: how far the panel stands out over its characters, along the line and across it. */
const PANEL = { along: 90, across: 60 } as const;

/** A mark on this line: from the start of its first cell to the end of its last, 1/1000 字 from the line's. */
interface Stretch {
  readonly mark: TextMark;
  /** Cells counted from the line's first, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** The mark begins and ends here, not on another line. */
  readonly begins: boolean;
  readonly ends: boolean;
}

function stretchOf({ galley, line }: MarkedLine, places: CellPlaces, mark: TextMark): Stretch | null {
  const cells = cellsIn(galley.cells, mark);
  let from = Math.max(cells.from, line.from);
  let to = Math.min(cells.to, line.to);
  while (from < to && isBlankCell(galley, from)) from += 1;
  while (from < to && isBlankCell(galley, to - 1)) to -= 1;
  if (from >= to) return null;
  return {
    mark,
    from: from - line.from,
    to: to - line.from,
    start: places.start[from - line.from]!,
    end: places.end[to - 1 - line.from]!,
    begins: cells.from >= line.from,
    ends: cells.to <= line.to,
  };
}

function stretches(marked: MarkedLine, places: CellPlaces): readonly Stretch[] {
  return marked.galley.paragraph.marks.flatMap((mark) => stretchOf(marked, places, mark) ?? []);
}

/** Draws what lies behind the line's characters; returns the ids of the items. */
export function drawPanels(pen: PagePen, marked: MarkedLine): readonly number[] {
  const places = cellPlaces(marked.galley, marked.line);
  return stretches(marked, places).flatMap(({ mark, start, end }) => {
    if (mark.kind !== 'panel') return [];
    const { block, role } = marked.place;
    const box = panelBox(marked, start, end);
    return [addItem(pen, { kind: 'shape', role, block, box, radius: 0, fill: mark.swatch, stroke: null })];
  });
}

/** At the edges of the measure it ends with its characters. */
function panelBox({ galley, edge, room, place }: MarkedLine, start: number, end: number): Rect {
  const { paragraph } = galley;
  const unit = paragraph.size / 1000;
  const from = Math.max(place.start + (start - PANEL.along) * unit, edge);
  const to = Math.min(place.start + (end + PANEL.along) * unit, edge + room);
  const box = lineBox(paragraph, { start: from, length: to - from, baseline: place.baseline });
  const out = PANEL.across * unit;
  return paragraph.direction === 'down'
    ? { ...box, x: box.x - out, width: box.width + 2 * out }
    : { ...box, y: box.y - out, height: box.height + 2 * out };
}

/** Draws what stands between this line and the next; returns the ids of the items. */
export function drawInterlinear(pen: PagePen, marked: MarkedLine): readonly number[] {
  const places = cellPlaces(marked.galley, marked.line);
  const all = stretches(marked, places);
  const lined = all.filter(({ mark }) => isLine(mark));
  return all.flatMap((stretch): readonly number[] => {
    switch (stretch.mark.kind) {
      case 'name':
      case 'underline':
        return [drawStraight(pen, marked, stretch, stretch.mark.swatch)];
      case 'title':
        return [drawWave(pen, marked, stretch, stretch.mark.swatch)];
      case 'dots':
        return drawDots(pen, marked, { stretch, places, lined, swatch: stretch.mark.swatch });
      default:
        return [];
    }
  });
}

/** How far dots or a line reach from the em boxes, 1/1000 字. `isLined`: dots stand beyond a line. */
export function reachOf({ kind }: TextMark, isLined: boolean): number {
  if (kind === 'dots') return (isLined ? DOT.beyondLine : DOT.at) + DOT.radius;
  if (kind === 'title') return WAVE.at + WAVE.height + WAVE.width / 2;
  return STRAIGHT.at + STRAIGHT.width / 2;
}

/** Whether dots stand at the side of the lines: under the text, or at its left where its readings have the right. */
export function isDotsAtLines(dots: TextMark, { direction, marks }: Galley['paragraph']): boolean {
  const isRead = (mark: TextMark): boolean =>
    mark.kind === 'ruby' && mark.start < dots.end && dots.start < mark.end;
  return direction === 'across' || marks.some(isRead);
}

export function isLine({ kind }: TextMark): boolean {
  return kind === 'name' || kind === 'title' || kind === 'underline';
}

/** A place beside the line: under it, or at the left or right of one that runs down. 1/1000 字. */
function beside({ galley, place }: MarkedLine, along: number, off: number, side: 'line' | 'dot'): Point {
  const { size, direction } = galley.paragraph;
  const unit = size / 1000;
  const at = place.start + along * unit;
  if (direction === 'across') return { x: at, y: place.baseline + (120 + off) * unit };
  const away = (500 + off) * unit;
  return { x: side === 'line' ? place.baseline - away : place.baseline + away, y: at };
}

/** Start and end of an item's line. */
function span(stretch: Stretch): readonly [number, number] {
  const apart = stretch.mark.kind === 'underline' ? 0 : APART;
  return [stretch.start + (stretch.begins ? apart : 0), stretch.end - (stretch.ends ? apart : 0)];
}

function drawStraight(pen: PagePen, marked: MarkedLine, stretch: Stretch, swatch: string): number {
  const { block, role } = marked.place;
  const [start, end] = span(stretch);
  return addItem(pen, {
    kind: 'rule',
    role,
    block,
    from: beside(marked, start, STRAIGHT.at, 'line'),
    to: beside(marked, end, STRAIGHT.at, 'line'),
    width: (STRAIGHT.width * marked.galley.paragraph.size) / 1000,
    swatch,
  });
}

/** Whole waves, each of two arcs. */
function drawWave(pen: PagePen, marked: MarkedLine, stretch: Stretch, swatch: string): number {
  const { block, role } = marked.place;
  const [start, end] = span(stretch);
  const arcs = 2 * Math.max(1, Math.round((end - start) / WAVE.length));
  const step = (end - start) / arcs;
  const at = (along: number, off: number): readonly number[] => {
    const { x, y } = beside(marked, along, WAVE.at + off, 'line');
    return [x, y];
  };
  const curve = [...at(start, 0)];
  for (let k = 0; k < arcs; k++) {
    const from = start + k * step;
    // A cubic whose handles lie at 4/3 of a height reaches that height.
    const off = ((k % 2 === 0 ? -1 : 1) * WAVE.height * 4) / 3;
    curve.push(...at(from + 0.37 * step, off), ...at(from + 0.63 * step, off), ...at(from + step, 0));
  }
  const width = (WAVE.width * marked.galley.paragraph.size) / 1000;
  return addItem(pen, { kind: 'path', role, block, curves: [curve], width, swatch });
}

interface Dots {
  readonly stretch: Stretch;
  readonly places: CellPlaces;
  /** Lines at the same characters. */
  readonly lined: readonly Stretch[];
  readonly swatch: string;
}

/** Marks and blanks have no dot. All dots of an item are level, clear of any line. */
function drawDots(pen: PagePen, marked: MarkedLine, { stretch, places, lined, swatch }: Dots): number[] {
  const { galley, line, place } = marked;
  const atLines = isDotsAtLines(stretch.mark, galley.paragraph);
  const radius = (DOT.radius * galley.paragraph.size) / 1000;
  const isLined = atLines && lined.some(({ from, to }) => from < stretch.to && stretch.from < to);
  const off = isLined ? DOT.beyondLine : DOT.at;
  const curves: (readonly number[])[] = [];
  for (let k = stretch.from; k < stretch.to; k++) {
    if (!isCharacterCell(galley, line.from + k)) continue;
    curves.push(circle(beside(marked, places.middle[k]!, off, atLines ? 'line' : 'dot'), radius));
  }
  if (curves.length === 0) return [];
  const { block, role } = place;
  return [addItem(pen, { kind: 'path', role, block, curves, width: null, swatch })];
}
