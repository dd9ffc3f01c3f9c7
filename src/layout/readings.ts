/** A line as set and its paragraph's 注音 → the readings over and beside its characters, drawn later. */

import type { Rect } from '../geometry.ts';
import { spanInFile } from '../source-map.ts';
import {
  type CellPlaces,
  cellPlaces,
  glyphsOf,
  type Piece,
  READING_GAP,
  type Reading,
  SYMBOL_SIZE,
  setOnOneLine,
  TONE_SIZE,
} from '../text/index.ts';
import { ABOVE_BASELINE } from './grid.ts';
import type { MarkedLine } from './inline-marks.ts';
import { lineBox } from './line-box.ts';
import type { Node } from './page.ts';
import { addGlyphs, type PagePen } from './page-pen.ts';

type Over = Reading & { readonly kind: 'over' };
type Beside = Reading & { readonly kind: 'beside' };

/** A piece of a reading with its place, as `LinePlace` counts. */
interface PlacedPiece {
  readonly piece: Piece;
  readonly start: number;
  readonly baseline: number;
  /** The room it has between the lines or beside its base. */
  readonly box: Rect;
}

/** Readings of characters that stand on this line are kept to be drawn behind the story's text. */
export function keepReadings(pen: PagePen, marked: MarkedLine): void {
  const { galley, line } = marked;
  const here = galley.readings.filter(({ from }) => from >= line.from && from < line.to);
  if (here.length === 0) return;
  const places = cellPlaces(galley, line);
  const over = here.filter((reading): reading is Over => reading.kind === 'over');
  const starts = startsOver(over, marked, places);
  for (const reading of here) {
    const pieces =
      reading.kind === 'over'
        ? [placeOver(reading, starts.get(reading)!, marked)]
        : placeBeside(reading, marked, places);
    pen.readings.push((page) => drawReading(pen, pieces, marked, page));
  }
}

/**
 * Each in the middle over its base; pushed aside where it would leave the measure or touch the next one.
 * CLREQ #positioning_of_romanization: at a line's edges both may begin or end with it.
 */
function startsOver(
  readings: readonly Over[],
  { galley, line, edge, room, place }: MarkedLine,
  places: CellPlaces,
): ReadonlyMap<Over, number> {
  const unit = galley.paragraph.size / 1000;
  const least = (edge - place.start) / unit;
  const most = least + room / unit;
  const last = (reading: Over): number => Math.min(reading.to, line.to) - 1 - line.from;
  const wished = readings.map((reading) => {
    const middle = (places.start[reading.from - line.from]! + places.end[last(reading)]!) / 2;
    return middle - reading.width / 2;
  });
  const widths = readings.map(({ width }) => width);
  const free = most - least - widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.max(0, Math.min(READING_GAP, free / Math.max(1, readings.length - 1)));
  const starts = apart(wished, widths, { least, most, gap });
  return new Map(readings.map((reading, k) => [reading, place.start + starts[k]! * unit]));
}

/** From the left, then from the right: as near to the wish as the limits allow. */
function apart(
  wished: readonly number[],
  widths: readonly number[],
  limits: { readonly least: number; readonly most: number; readonly gap: number },
): readonly number[] {
  const { least, most, gap } = limits;
  const starts = [...wished];
  let free = least;
  for (let k = 0; k < starts.length; k++) {
    starts[k] = Math.max(starts[k]!, free);
    free = starts[k]! + widths[k]! + gap;
  }
  let end = most;
  for (let k = starts.length - 1; k >= 0; k--) {
    starts[k] = Math.min(starts[k]!, end - widths[k]!);
    end = starts[k]! - gap;
  }
  return starts;
}

/** So that g, j, p, q and y do not touch their base, 1/1000 字. */
const CLEAR = 30;

/** On the em boxes of its line; at the right of one that runs down. */
function placeOver({ piece }: Over, start: number, { galley, place }: MarkedLine): PlacedPiece {
  const { size, direction } = galley.paragraph;
  const small = piece.paragraph.size;
  const clear = (CLEAR * size) / 1000;
  const onBase =
    direction === 'down'
      ? place.baseline + (size + small) / 2
      : place.baseline - ABOVE_BASELINE * size - (1 - ABOVE_BASELINE) * small;
  const box = lineBox(piece.paragraph, { start, length: lengthOf(piece), baseline: onBase });
  return { piece, start, baseline: direction === 'down' ? onBase + clear : onBase - clear, box };
}

function lengthOf(piece: Piece): number {
  return (setOnOneLine(piece).width * piece.paragraph.size) / 1000;
}

/** Of the base, CLREQ #positioning_of_zhuyin: the columns of the symbols and of the tones. */
const SYMBOLS_MIDDLE = SYMBOL_SIZE / 2;
const TONES_MIDDLE = SYMBOL_SIZE + (0.5 - SYMBOL_SIZE) / 2;
/** The light tone takes a tenth of the base's height over the first symbol. */
const LIGHT_ABOVE = 0.05;

/** What its ink takes above and below its middle. */
const TONE_REACH = 0.1;

/** Symbols in a column at the right of their base, in the middle of its height. */
function placeBeside(reading: Beside, marked: MarkedLine, places: CellPlaces): readonly PlacedPiece[] {
  const { galley, line, place } = marked;
  const { size, direction } = galley.paragraph;
  const unit = size / 1000;
  const k = reading.from - line.from;
  const middle = place.start + places.middle[k]! * unit;
  const reach = (places.middle[k]! - places.start[k]!) * unit;
  const base =
    direction === 'down'
      ? { right: place.baseline + size / 2, middle }
      : { right: middle + reach, middle: place.baseline + (0.5 - ABOVE_BASELINE) * size };
  const em = reading.symbols.paragraph.size / SYMBOL_SIZE;
  const top = base.middle - (reading.count * SYMBOL_SIZE * em) / 2;
  const x = base.right + SYMBOLS_MIDDLE * em;
  const length = reading.count * SYMBOL_SIZE * em;
  const symbols = {
    piece: reading.symbols,
    start: top,
    baseline: x,
    box: lineBox(reading.symbols.paragraph, { start: top, length, baseline: x }),
  };
  const { tone } = reading;
  if (tone === null) return [symbols];
  const toneSize = (TONE_SIZE * em) / 1000;
  // Half of the tone stands above the top of the last symbol.
  const centre = tone.light
    ? { x, y: top - LIGHT_ABOVE * em }
    : { x: base.right + TONES_MIDDLE * em, y: top + (reading.count - 1) * SYMBOL_SIZE * em };
  const start = centre.x - tone.middle.x * toneSize;
  const half = TONE_REACH * em;
  const sign = {
    piece: tone.piece,
    start,
    baseline: centre.y + tone.middle.y * toneSize,
    box: { x: start, y: centre.y - half, width: lengthOf(tone.piece), height: 2 * half },
  };
  return tone.first ? [sign, symbols] : [symbols, sign];
}

function drawReading(
  pen: PagePen,
  pieces: readonly PlacedPiece[],
  { place }: MarkedLine,
  page: number,
): Node {
  const { block, paragraph, number } = place;
  const items = pieces.flatMap(({ piece, start, baseline, box }) => {
    const line = setOnOneLine(piece);
    const length = lengthOf(piece);
    pen.lines.push({
      block,
      role: 'reading',
      order: pen.lines.length,
      box,
      baseline,
      direction: piece.paragraph.direction,
      text: piece.cells.text,
      natural: length,
      measure: length,
      justified: false,
      hung: 0,
      onGrid: false,
      paragraph,
      number,
      last: true,
    });
    const at = { block, role: 'reading' as const, start, baseline };
    return glyphsOf(piece, line).map((glyphs) => addGlyphs(pen, piece, glyphs, at));
  });
  const [run] = pieces[0]!.piece.paragraph.runs;
  return {
    role: 'reading',
    level: 0,
    block,
    lang: run!.style.lang,
    alt: null,
    source: spanInFile(run!.map, 0, run!.text.length),
    items: items.map((item) => ({ page, item })),
    children: [],
  };
}
