/** A paragraph and a measure → its lines, set as the national standards ask. Called by layout and by `fit`. */

import type { ParagraphBox } from '../markup/box.ts';
import { breakParagraph } from './break.ts';
import { buildCells, type FaceTables } from './build-cells.ts';
import { type Breaks, type Measure, type Missing, widthOfLine } from './cells.ts';
import { type LineGlyphs, lineGlyphs } from './glyphs.ts';
import { type SetLine, setLine } from './justify.ts';
import { holdTogether } from './kept.ts';
import { choicesAt, type LineChoices } from './line-choices.ts';
import { endOfLine, type ForcedEnd, forcedEnds as forcedEndsOf, type LineEnd } from './line-end.ts';
import { growingPlaces, naturalIn, stockOf, sumCells } from './line-stock.ts';
import { makeRoom } from './marked-cells.ts';
import { Class } from './marks.ts';
import { type Piece, type Reading, readingsOf } from './readings.ts';

export { type Address, addressesOf } from './addresses.ts';
export type { FaceTables } from './build-cells.ts';
export type { Breaks, Measure, Missing } from './cells.ts';
export { cellsIn } from './cells.ts';
export type { Drawing, DrawingPart } from './drawing.ts';
export type { LineGlyphs } from './glyphs.ts';
export type { Adjustment, SetLine } from './justify.ts';
export type { Choice, LineChoices } from './line-choices.ts';
export type { LineEnd } from './line-end.ts';
export { STRETCH_WANTED } from './line-stock.ts';
export { overfullSpreads, READING_GAP } from './marked-cells.ts';
export { type CellPlaces, cellPlaces } from './places.ts';
export type { Piece, Reading, Tone } from './readings.ts';
export { piecesOf, SYMBOL_SIZE, TONE_SIZE } from './readings.ts';
export { breakIntoRows } from './rows.ts';

/** A paragraph made ready once, to be broken to any measure. */
export interface Galley extends Piece {
  /** In the order of the text. */
  readonly readings: readonly Reading[];
}

export function prepareParagraph(paragraph: ParagraphBox, tables: FaceTables): Galley {
  const cells = buildCells(paragraph, tables);
  holdTogether(paragraph, cells);
  const readings = readingsOf(paragraph, cells, tables);
  makeRoom(paragraph, cells, readings);
  return { paragraph, cells, sums: sumCells(cells), readings };
}

/** The paragraph's own measure for lines of one width, 1/1000 字 of its size. */
export function evenMeasure(paragraph: ParagraphBox, width: number): Measure {
  return {
    widths: [],
    rest: width - paragraph.insetStart - paragraph.insetEnd,
    indent: paragraph.indent,
  };
}

/** The best breaks. */
export function breakGalley(galley: Galley, measure: Measure): Breaks {
  return breakParagraph(galley.cells, galley.sums, measure, { everyCount: false })[0]!;
}

/** The best breaks for every number of lines the paragraph can take, best first: the menu of copy fitting. */
export function lineMenu(galley: Galley, measure: Measure): readonly Breaks[] {
  return breakParagraph(galley.cells, galley.sums, measure, { everyCount: true });
}

/** Sets the lines. Only a justified paragraph's lines are stretched to their width, the last by `justify-all`. */
export function setLines(galley: Piece, breaks: Breaks, measure: Measure): readonly SetLine[] {
  const { cells, sums, paragraph } = galley;
  return breaks.ends.map((to, line) =>
    setLine(
      cells,
      sums,
      { from: line === 0 ? 0 : breaks.ends[line - 1]!, to },
      {
        width: widthOfLine(measure, line),
        justified: isJustified(paragraph, line === breaks.ends.length - 1),
      },
    ),
  );
}

/** Whether a line, the paragraph's last or another, is brought to its measure. */
export function isJustified({ align }: ParagraphBox, last: boolean): boolean {
  return align === 'justify-all' || (align === 'justify' && !last);
}

/** The whole piece on one line, as wide as it comes. */
export function setOnOneLine({ cells, sums }: Piece): SetLine {
  const range = { from: 0, to: cells.count };
  return setLine(cells, sums, range, { width: sums.width[cells.count]!, justified: false });
}

/** Why a line ends where it does. `line` is its number in `breaks`, from 0. */
export function whyLineEnds(galley: Galley, breaks: Breaks, measure: Measure, line: number): LineEnd {
  const range = { from: line === 0 ? 0 : breaks.ends[line - 1]!, to: breaks.ends[line]! };
  return endOfLine(galley, galley.paragraph.profile.prohibition, range, widthOfLine(measure, line));
}

/** What a line costs, and what it would cost to end it one place earlier or later. */
export function lineChoices(galley: Galley, breaks: Breaks, measure: Measure, line: number): LineChoices {
  const range = { from: line === 0 ? 0 : breaks.ends[line - 1]!, to: breaks.ends[line]! };
  return choicesAt(galley, range, widthOfLine(measure, line));
}

/** Where words longer than a line were cut, and the rules of edges broken. */
export function forcedEnds(galley: Galley, lines: readonly Pick<SetLine, 'to'>[]): readonly ForcedEnd[] {
  return forcedEndsOf(
    galley.cells,
    lines.map(({ to }) => to),
  );
}

export function glyphsOf(galley: Piece, line: SetLine): readonly LineGlyphs[] {
  return lineGlyphs(galley.cells, line, galley.paragraph.size);
}

/** The characters of a line; blanks at its edges are in it. */
export function textOf(galley: Piece, line: SetLine): string {
  return galley.cells.text.slice(galley.cells.start[line.from], galley.cells.start[line.to]);
}

/** True where the last line is one character and its marks: 孤字, CLREQ #widows_and_orphans. */
export function endsInRunt(galley: Galley, breaks: Pick<Breaks, 'ends'>): boolean {
  const lines = breaks.ends.length;
  if (lines < 2) return false;
  return galley.sums.body[breaks.ends[lines - 1]!]! - galley.sums.body[breaks.ends[lines - 2]!]! <= 1;
}

/** The narrowest measure that still gives as many lines: rows of a head come out equally long. */
export function balancedMeasure(galley: Galley, width: number): Measure {
  const rows = breakGalley(galley, evenMeasure(galley.paragraph, width)).ends.length;
  let narrow = Math.floor(width / rows / 2);
  let wide = width;
  while (wide - narrow > 100) {
    const middle = Math.floor((narrow + wide) / 2);
    const breaks = breakGalley(galley, evenMeasure(galley.paragraph, middle));
    if (breaks.ends.length === rows && !breaks.isPoor) wide = middle;
    else narrow = middle;
  }
  return evenMeasure(galley.paragraph, wide);
}

/** The widest gap that 均排 makes in the lines but the last, 1/1000 字. */
export function loosestGap(galley: Galley, breaks: Breaks, measure: Measure): number {
  let most = 0;
  for (let line = 0; line + 1 < breaks.ends.length; line++) {
    const from = line === 0 ? 0 : breaks.ends[line - 1]!;
    const stock = stockOf(galley.cells, galley.sums, from, breaks.ends[line]!);
    const width = widthOfLine(measure, line);
    const rest = width - naturalIn(stock, width) - stock.spaces;
    if (rest > 0) most = Math.max(most, rest / Math.max(1, growingPlaces(stock, rest)));
  }
  return most;
}

/** What cannot be set. */
export function missingCharacters(galley: Piece): readonly Missing[] {
  return galley.cells.missing;
}

/** True if a cell of the line stands for a blank. */
export function isBlankCell(galley: Galley, cell: number): boolean {
  return galley.cells.cls[cell] === Class.SPACE;
}

/** True for letters, digits and Han: what a 着重号 stands under. */
export function isCharacterCell(galley: Galley, cell: number): boolean {
  const cls = galley.cells.cls[cell];
  return cls === Class.HAN || cls === Class.ITERATION || cls === Class.LATIN || cls === Class.DIGIT;
}
