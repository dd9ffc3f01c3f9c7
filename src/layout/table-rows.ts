/** A table's box and some of its rows → the box of those rows, under its head. */

import type { ParagraphBox, TableBox } from '../markup/box.ts';
import { partOfParagraph, textOfBox } from './part-of-paragraph.ts';

/** Rows at its top that are its head. */
export function headRows({ rows }: TableBox): number {
  const first = rows.findIndex(({ isHead }) => !isHead);
  return first === -1 ? 0 : first;
}

/**
 * The rows `from` to `to`. The head stands above them again, where it is not among them, and is no text of the
 * part then.
 */
export function tableRows(box: ParagraphBox, from: number, to: number): ParagraphBox {
  const table = box.table!;
  const heads = headRows(table);
  const isBelow = from >= heads && heads > 0;
  const rows = isBelow
    ? [...table.rows.slice(0, heads), ...table.rows.slice(from, to)]
    : table.rows.slice(from, to);
  const part = partOfParagraph(box, unitsBefore(box, from), unitsBefore(box, to));
  return {
    ...part,
    spaceBefore: from === 0 ? box.spaceBefore : 0,
    table: { ...table, rows, repeated: from > 0 || table.repeated },
  };
}

/** How many rows end within the first `units` of its text; none where that is no more than its head. */
export function rowsWithin(box: ParagraphBox, units: number): number {
  const ends = rowEnds(box);
  let count = 0;
  while (count < ends.length && ends[count]! <= units) count += 1;
  return count <= headRows(box.table!) ? 0 : count;
}

/** UTF-16 units of its text in front of a row. */
function unitsBefore(box: ParagraphBox, row: number): number {
  const before = rowEnds(box).slice(0, row).at(-1) ?? 0;
  return before === 0 ? 0 : behindBlanks(textOfBox(box), before);
}

/** Where each row ends in its text. Between the texts of two cells stand blanks, which are no cell's. */
function rowEnds(box: ParagraphBox): readonly number[] {
  const table = box.table!;
  const again = table.repeated ? headRows(table) : 0;
  const text = textOfBox(box);
  let at = 0;
  return table.rows.map(({ cells }, row) => {
    for (const cell of row < again ? [] : cells) {
      if (cell !== null) at = behindBlanks(text, at) + textOfBox(cell).length;
    }
    return at;
  });
}

function behindBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n') at += 1;
  return at;
}
