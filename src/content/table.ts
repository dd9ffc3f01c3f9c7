/** A pipe table of a body → its cells, row by row, each a text of its own. */

import type { Table } from 'mdast';
import { message } from '../diagnostics.ts';
import { type BlockDraft, refuse } from './block-draft.ts';
import { from, inlineDraft, type Reading } from './inline.ts';

const EMPTY = message('表格里没有文字', 'there is no text in this table');

export function table(reading: Reading, node: Table): BlockDraft[] {
  const columns = node.children[0]!.children.length;
  const uneven = node.children.find((row) => row.children.length !== columns);
  if (uneven !== undefined) {
    const text = message(
      `这一行有 ${uneven.children.length} 格，表头有 ${columns} 格`,
      `this row has ${uneven.children.length} cells, the head of the table ${columns}`,
    );
    const hint = message(
      '每行的格数要和表头一样，空格子也要写上 |。',
      'Give each row as many cells as the head; an empty cell needs its | too.',
    );
    refuse(reading, uneven, 'table-cells', text, hint);
  }
  const cells = node.children.flatMap(({ children }, row) =>
    children.map((cell, column) => ({
      kind: 'cell' as const,
      row,
      column,
      align: node.align?.[column] ?? null,
      draft: inlineDraft(reading, cell.children, from(reading, cell.children[0] ?? cell)),
    })),
  );
  const isEmpty = cells.every(({ draft }) => draft.text.trim() === '');
  return isEmpty ? refuse(reading, node, 'empty-block', EMPTY) : cells;
}
