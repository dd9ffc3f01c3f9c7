/**
 * A file of comma-separated values (RFC 4180) → its rows, every cell a text of its own that knows its place.
 *
 * The libraries for it (csv-parse, papaparse, d3-dsv) give the values alone, or the line of a row at best; here each
 * character must lead back to its own in the file, a doubled quote in front of it or not.
 */

import { type Diagnostic, errorAt, type Message, message } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import { BLOCK_LIMIT } from './body-limits.ts';
import { type Draft, draftOf, joinDrafts } from './draft.ts';
import type { SourceText } from './source-text.ts';

export interface CsvRow {
  readonly cells: readonly Draft[];
  /** In the source's clean text. */
  readonly from: number;
  readonly to: number;
}

interface Scan {
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
}

const QUOTED = message(
  '格里有逗号、引号或换行时，整格用 " 括起来，格里的 " 写成 ""。',
  'A cell with a comma, a quote or a line end stands in quotes whole, each " in it doubled.',
);
const STRAY: readonly [Message, Message] = [
  message('引号只能在一格的两头', 'a quote stands at the ends of a cell only'),
  QUOTED,
];
const OPEN: readonly [Message, Message] = [
  message('这一格的引号没有结束', 'the quote of this cell does not end'),
  QUOTED,
];
const TOO_MANY = message(
  `表格超过 ${BLOCK_LIMIT} 格的上限`,
  `the table has more than ${BLOCK_LIMIT} cells, the limit`,
);

/** Lines without a character are no rows. After an error only what stands before it. */
export function csvRows(source: SourceText, diagnostics: Diagnostic[]): readonly CsvRow[] {
  const scan = { source, diagnostics };
  const { clean } = source;
  const rows: CsvRow[] = [];
  let count = 0;
  for (let at = 0; at < clean.length; ) {
    if (clean[at] === '\n') {
      at += 1;
      continue;
    }
    const row = rowFrom(scan, at);
    if (row === null) return rows;
    count += row.cells.length;
    if (count > BLOCK_LIMIT) {
      diagnostics.push(errorAt(spanInFile(source.map, at, at + 1), 'too-many-blocks', TOO_MANY));
      return rows;
    }
    rows.push(row);
    at = row.to + 1;
  }
  return rows;
}

/** Up to the line end behind it; null after an error. */
function rowFrom(scan: Scan, from: number): CsvRow | null {
  const { clean } = scan.source;
  const cells: Draft[] = [];
  let at = from;
  for (;;) {
    const cell = clean[at] === '"' ? quotedCell(scan, at) : plainCell(scan, at);
    if (cell === null) return null;
    cells.push(cell.draft);
    at = cell.end;
    if (clean[at] !== ',') return { cells, from, to: at };
    at += 1;
  }
}

interface Cell {
  readonly draft: Draft;
  /** Of the comma or the line end behind it. */
  readonly end: number;
}

function plainCell(scan: Scan, from: number): Cell | null {
  const { clean } = scan.source;
  let end = from;
  while (end < clean.length && clean[end] !== ',' && clean[end] !== '\n') end += 1;
  const text = clean.slice(from, end);
  const quote = text.indexOf('"');
  if (quote !== -1) return refuse(scan, from + quote, STRAY);
  const start = from + text.length - text.trimStart().length;
  return { draft: draftOf(scan.source, start, Math.max(start, from + text.trimEnd().length)), end };
}

function quotedCell(scan: Scan, open: number): Cell | null {
  const { source } = scan;
  const { clean } = source;
  const parts: Draft[] = [];
  let from = open + 1;
  for (;;) {
    const quote = clean.indexOf('"', from);
    if (quote === -1) return refuse(scan, open, OPEN);
    const isDoubled = clean[quote + 1] === '"';
    parts.push(draftOf(source, from, isDoubled ? quote + 1 : quote));
    if (isDoubled) {
      from = quote + 2;
      continue;
    }
    const end = quote + 1;
    if (end < clean.length && clean[end] !== ',' && clean[end] !== '\n') return refuse(scan, end, STRAY);
    return { draft: joinDrafts(parts, draftOf(source, open + 1, open + 1)), end };
  }
}

function refuse({ source, diagnostics }: Scan, at: number, texts: readonly [Message, Message]): null {
  diagnostics.push(errorAt(spanInFile(source.map, at, at + 1), 'csv-quote', ...texts));
  return null;
}
