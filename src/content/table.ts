/** A table of a body, with pipes or in a CSV file → its cells, row by row, each a text of its own. */

import type { RootContent, Table } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { type Diagnostic, errorAt, type Message, message, type Span } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import { type BlockDraft, refuse } from './block-draft.ts';
import { csvRows } from './csv.ts';
import type { Draft } from './draft.ts';
import { from, inlineDraft, type Reading, spanOfNode, to } from './inline.ts';
import type { SourceText } from './source-text.ts';
import { type TableLook, tableLook } from './table-look.ts';

/** Names of the directive, the Chinese one first. */
export const TABLE_NAMES = ['表格', 'table'] as const;

const EMPTY = message('表格里没有文字', 'there is no text in this table');
const EACH_CELL = message(
  '每行的格数要和表头一样，空格子也要写上 |。',
  'Give each row as many cells as the head; an empty cell needs its | too.',
);
const EACH_COMMA = message(
  '每行的格数要和第一行一样，空格子也要留逗号。',
  'Give each row as many cells as the first; an empty cell needs its comma too.',
);
export const PLAIN_TABLE: TableLook = { file: null, hasHead: true, widths: [], aligns: [] };

interface Row {
  readonly cells: readonly Draft[];
  readonly span: Span;
}

/** `:::表格{…}` round a table with pipes says of it what `look` holds. */
export function table(reading: Reading, node: Table, look = PLAIN_TABLE): BlockDraft[] {
  const rows = node.children.map((row) => ({
    cells: row.children.map((cell) =>
      inlineDraft(reading, cell.children, from(reading, cell.children[0] ?? cell)),
    ),
    span: spanOfNode(reading, row),
  }));
  checkRows(rows, { hint: EACH_CELL, hasHead: look.hasHead }, reading.diagnostics);
  const aligns = rows[0]!.cells.map((_, column) => look.aligns[column] ?? node.align?.[column] ?? null);
  const cells = cellsOf(rows, { ...look, aligns });
  return cells.length === 0 ? refuse(reading, node, 'empty-block', EMPTY) : cells;
}

/** `::表格{文件=…}`, or the container round a table. */
export function tableDirective(reading: Reading, node: LeafDirective | ContainerDirective): BlockDraft[] {
  const read = tableLook(node.attributes ?? {});
  if ('fault' in read) {
    reading.diagnostics.push(errorAt(placeOf(reading, node, read.word), 'table-attribute', ...read.fault));
    return [];
  }
  const { look } = read;
  if (node.type === 'containerDirective') {
    const [only, ...others] = node.children as readonly RootContent[];
    if (look.file !== null || only?.type !== 'table' || others.length > 0)
      return refuse(reading, node, 'body-nested', ONE_TABLE, FROM_FILE);
    return table(reading, only, look);
  }
  if (look.file === null || look.file === '')
    return refuse(reading, node, 'table-without-file', NO_FILE, FROM_FILE);
  const span = placeOf(reading, node, look.file);
  const source = reading.readTable({ value: look.file, span });
  return source === null ? [] : csvTable(source, look, reading.diagnostics);
}

const ONE_TABLE = message(
  ':::表格 里只能有一张用 | 画的表',
  ':::table holds one table that is drawn with pipes',
);
const NO_FILE = message('没有写表格的文件', 'the table names no file');
const FROM_FILE = message(
  'CSV 文件的表格写成 ::表格{文件=data/价格.csv}。',
  'A table from a CSV file is ::table{file=data/prices.csv}.',
);

/** The word in the directive as written; all of it where it is not found. */
function placeOf(reading: Reading, node: LeafDirective | ContainerDirective, word: string): Span {
  const start = from(reading, node);
  const written = reading.source.clean.slice(start, to(reading, node));
  const at = word === '' ? -1 : written.indexOf(word, written.indexOf('{') + 1);
  if (at === -1) return spanOfNode(reading, node);
  return spanInFile(reading.source.map, start + at, start + at + word.length);
}

/** All cells of a file. */
export function csvTable(source: SourceText, look: TableLook, diagnostics: Diagnostic[]): BlockDraft[] {
  const before = diagnostics.length;
  const rows = csvRows(source, diagnostics).map(({ cells, from: start, to: end }) => ({
    cells,
    span: spanInFile(source.map, start, end),
  }));
  if (diagnostics.length > before) return [];
  const { clean, file } = source;
  const first = /^.*/.exec(clean)![0];
  const other = /[;；，、\t|]/.exec(first)?.[0];
  if (rows[0]?.cells.length === 1 && other !== undefined) {
    diagnostics.push(errorAt(rows[0].span, 'csv-separator', ...separated(other)));
    return [];
  }
  checkRows(rows, { hint: EACH_COMMA, hasHead: look.hasHead }, diagnostics);
  const cells = cellsOf(rows, look);
  if (cells.length === 0) diagnostics.push(errorAt({ file, start: 0, end: 0 }, 'empty-block', EMPTY));
  return cells;
}

function separated(mark: string): readonly [Message, Message] {
  const shown = mark === '\t' ? message('制表符', 'a tab') : message(`“${mark}”`, `"${mark}"`);
  return [
    message(
      `这一行没有逗号，看来是用${shown.zh}分格`,
      `no comma parts this row; it looks as if ${shown.en} does`,
    ),
    message('请另存为 CSV（逗号分隔，UTF-8）。', 'Save it as CSV, parted by commas, in UTF-8.'),
  ];
}

/** More than anybody mends from one list. */
const UNEVEN_TOLD = 20;

/** @param told the cure, and what the first row is. */
function checkRows(
  rows: readonly Row[],
  told: { readonly hint: Message; readonly hasHead: boolean },
  diagnostics: Diagnostic[],
): void {
  const first = told.hasHead ? message('表头', 'the head of the table') : message('第一行', 'the first row');
  const columns = rows[0]?.cells.length ?? 0;
  for (const row of rows.filter(({ cells }) => cells.length !== columns).slice(0, UNEVEN_TOLD)) {
    const extra = row.cells[columns];
    const span =
      extra === undefined
        ? row.span
        : { ...row.span, start: Math.max(row.span.start, extra.offsets[0] ?? extra.end) };
    const text = message(
      `这一行有 ${row.cells.length} 格，${first.zh}有 ${columns} 格`,
      `this row has ${row.cells.length} cells, ${first.en} ${columns}`,
    );
    diagnostics.push(errorAt(span, 'table-cells', text, told.hint));
  }
}

/** None for a table without text. */
function cellsOf(rows: readonly Row[], look: TableLook): BlockDraft[] {
  if (rows.every(({ cells }) => cells.every(({ text }) => text.trim() === ''))) return [];
  return rows.flatMap(({ cells }, row) =>
    cells.map((draft, column) => ({
      kind: 'cell' as const,
      row,
      column,
      isHead: row === 0 && look.hasHead,
      isLeader: false,
      align: look.aligns[column] ?? null,
      width: look.widths[column] ?? null,
      draft,
    })),
  );
}
