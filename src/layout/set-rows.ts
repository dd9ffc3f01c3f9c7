/** A paragraph and a width → its rows: a cell of a table, a part of a folio, a line of a proof. */

import type { ParagraphBox } from '../markup/box.ts';
import {
  breakGalley,
  evenMeasure,
  type FaceTables,
  type Galley,
  prepareParagraph,
  type SetLine,
  setLines,
} from '../text/index.ts';

export interface SetRows {
  readonly galley: Galley;
  readonly rows: readonly SetLine[];
}

/** What adding up columns may lose of a 字, 1/1000. */
const SLACK = 1e-6;

/** @param width pt. */
export function setRows(box: ParagraphBox, width: number, tables: FaceTables): SetRows {
  return atMeasure(box, Math.floor((width / box.size) * 1000 + SLACK), tables);
}

/** One row, and its width in pt. */
export interface SetRow {
  readonly galley: Galley;
  readonly row: SetLine;
  readonly width: number;
}

/** A measure that no line reaches, 1/1000 字. */
const ENDLESS = 100_000_000;

/** All of it in one row at its natural width, however long. */
export function setRow(box: ParagraphBox, tables: FaceTables): SetRow {
  const { galley, rows } = atMeasure({ ...box, align: 'left', indent: 0 }, ENDLESS, tables);
  const row = rows[0]!;
  return { galley, row, width: (row.width * box.size) / 1000 };
}

function atMeasure(box: ParagraphBox, length: number, tables: FaceTables): SetRows {
  const galley = prepareParagraph(box, tables);
  const measure = evenMeasure(galley.paragraph, length);
  return { galley, rows: setLines(galley, breakGalley(galley, measure), measure) };
}
