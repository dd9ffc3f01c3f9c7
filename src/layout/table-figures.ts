/** The cells of a column → how far its figures reach to the left and to the right of their points. */

import type { ParagraphBox } from '../markup/box.ts';
import { type FaceTables, prepareParagraph, setOnOneLine } from '../text/index.ts';
import { partOfParagraph, textOfBox } from './part-of-paragraph.ts';

/** The widest part in front of the point and from it on, pt. */
export interface Figures {
  readonly whole: number;
  readonly fraction: number;
}

const FIGURE = /^[+\-−–]?[\d,，]*(?:\.\d+)?[%％‰]?$/;

/** Of a list of prices or results, where units stand with the figures: 12.5元/千克, 1:23.40, 免费. */
const WITH_UNIT = /^\D{0,2}\d[\d,，：:]*(?:\.\d+)?/;

/** Null for a column that is none of figures. */
export function figuresOf(
  cells: readonly ParagraphBox[],
  isLeader: boolean,
  tables: FaceTables,
): Figures | null {
  const set = isLeader ? cells.filter((cell) => WITH_UNIT.test(textOfBox(cell))) : cells;
  if (set.length === 0 || (!isLeader && set.some((cell) => !FIGURE.test(textOfBox(cell))))) return null;
  const wholes = set.map((cell) => wholeOf(cell, tables));
  const whole = Math.max(...wholes);
  const fraction = Math.max(...set.map((cell, k) => lengthOf(cell, tables) - wholes[k]!));
  return { whole, fraction };
}

/** pt. */
export function lengthOf(cell: ParagraphBox, tables: FaceTables): number {
  return (setOnOneLine(prepareParagraph(cell, tables)).width * cell.size) / 1000;
}

/** From the left edge of a column's figures to where one of them begins, pt; one without a digit ends with them. */
export function startInFigures(cell: ParagraphBox, { whole, fraction }: Figures, tables: FaceTables): number {
  const isFigure = FIGURE.test(textOfBox(cell)) || WITH_UNIT.test(textOfBox(cell));
  return isFigure ? whole - wholeOf(cell, tables) : whole + fraction - lengthOf(cell, tables);
}

/** Of a figure what stands in front of its point, or of its unit; pt. */
function wholeOf(cell: ParagraphBox, tables: FaceTables): number {
  const { length } = /^[^\d.]*[\d,，：:]*/.exec(textOfBox(cell))![0];
  return length === 0 ? 0 : lengthOf({ ...partOfParagraph(cell, 0, length), marks: [] }, tables);
}
