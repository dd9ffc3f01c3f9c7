/** Words and a place on a sheet of office paper → rows of text on it, for proofs and galleys. */

import type { Size } from '../geometry.ts';
import type { ParagraphBox } from '../markup/box.ts';
import type { FaceTables, Galley, SetLine } from '../text/index.ts';
import { addLine } from './add-line.ts';
import { ABOVE_BASELINE } from './grid.ts';
import type { Page } from './page.ts';
import { addItem, type PagePen } from './page-pen.ts';
import { type SetRow, setRow, setRows } from './set-rows.ts';

/** The colours of a proof, by their names. */
export interface ProofColours {
  readonly ink: string;
  readonly grave: string;
  readonly slight: string;
  readonly paper: string;
}

export interface ProofSetting {
  readonly tables: FaceTables;
  /** A paragraph of the words round the page, of this text, size in pt and colour. */
  readonly paragraph: (text: string, size: number, swatch: string) => ParagraphBox;
  readonly colours: ProofColours;
}

/** ISO 216, pt. */
export const A4: Size = { width: 595.28, height: 841.89 };
export const A3: Size = { width: 841.89, height: 1190.55 };

/** Round all on the paper, pt. */
export const MARGIN = 28;
/** The words on it and their lines; numbers of lines and columns; pt. */
export const SIZE = 8.5;
export const PITCH = 11.5;
export const SMALL = 6;
/** pt. */
export const HAIRLINE = 0.3;

/** A sheet of paper has no lines of its own. */
export const NO_GRID: Page['grid'] = {
  direction: 'across',
  left: MARGIN,
  top: MARGIN,
  em: SIZE,
  pitch: PITCH,
  lines: 1,
  columns: 1,
  chars: 1,
  fold: null,
  gutter: 0,
};

/** A sheet of paper while it is written. */
export interface Writing extends ProofSetting {
  readonly paper: Size;
  readonly pen: PagePen;
  /** The block that all of it belongs to. */
  readonly block: string;
}

/** A row of words. */
export interface Row {
  readonly galley: Galley;
  readonly line: SetLine;
  readonly number: number;
  readonly last: boolean;
}

/** @param measure pt. */
export function rowsOf(
  box: ParagraphBox,
  { measure, tables }: { readonly measure: number; readonly tables: FaceTables },
): readonly Row[] {
  const { galley, rows } = setRows(box, measure, tables);
  return rows.map((line, number) => ({ galley, line, number, last: number === rows.length - 1 }));
}

/** A hairline. */
export function stroke(
  { pen, block }: Writing,
  ends: { readonly from: { x: number; y: number }; readonly to: { x: number; y: number } },
  swatch: string,
): void {
  addItem(pen, { kind: 'rule', role: 'rule', block, ...ends, width: HAIRLINE, swatch });
}

/** All of the words in one row. */
export function rowOf(writing: Writing, text: string, size: number, swatch = writing.colours.ink): SetRow {
  return setRow(writing.paragraph(text, size, swatch), writing.tables);
}

/** Words from a left edge on, or round a middle. */
export function writeRow(
  writing: Writing,
  text: string,
  place: {
    readonly baseline: number;
    readonly size: number;
    readonly swatch?: string;
  } & ({ readonly left: number } | { readonly middle: number }),
): void {
  const row = rowOf(writing, text, place.size, place.swatch);
  const left = 'left' in place ? place.left : place.middle - row.width / 2;
  drawOne(writing, row, { left, baseline: place.baseline });
}

/** One row alone. */
export function drawOne(
  writing: Writing,
  { galley, row, width }: SetRow,
  place: { readonly left: number; readonly baseline: number },
): void {
  drawRow(writing, { galley, line: row, number: 0, last: true }, { ...place, width });
}

export function drawRow(
  { pen, block }: Writing,
  { galley, line, number, last }: Row,
  { left, baseline, width }: { readonly left: number; readonly baseline: number; readonly width: number },
): void {
  addLine(pen, galley, line, {
    block,
    role: 'text',
    start: left,
    extent: width,
    baseline,
    onGrid: false,
    paragraph: 0,
    number,
    last,
  });
}

/** Words broken at the paper's width, from a top edge on; returns the height they take, pt. */
export function writeParagraph(
  writing: Writing,
  text: string,
  { left, top }: { readonly left: number; readonly top: number },
): number {
  const { paragraph, colours, tables, paper } = writing;
  const width = paper.width - left - MARGIN;
  const rows = rowsOf(paragraph(text, SIZE, colours.ink), { measure: width, tables });
  rows.forEach((row, index) => {
    drawRow(writing, row, { left, baseline: top + index * PITCH + ABOVE_BASELINE * SIZE, width });
  });
  return rows.length * PITCH;
}
