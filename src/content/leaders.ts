/** `:::价目` and its lines, `大白菜……2.60元` → the cells of a list: what, and its figure at the right. */

import type { ContainerDirective } from 'mdast-util-directive';
import { errorAt, message } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import { type BlockDraft, refuse } from './block-draft.ts';
import { type Draft, draftOf } from './draft.ts';
import { from, type Reading, to } from './inline.ts';

/** Names of the directive, the Chinese ones first. */
export const LEADER_NAMES = ['价目', '成绩', 'prices', 'results'] as const;

/** What parts a figure from what it belongs to: dots as they are typed, or a tab. */
const LEADER = /[ \u3000]*(?:…+|\.{3,}|。{3,}|·{3,}|\t)[ \t\u3000…]*/g;

const NO_FIGURE = message(
  '这一行没有用 …… 或制表符隔出右边的数',
  'no …… and no tab parts a figure from this line',
);
const HOW = message('一行写一项：大白菜……2.60元。', 'Write one a line: 大白菜……2.60元.');
const EMPTY = message('只有标记，没有文字', 'there is mark-up and no text');

/** The lines are cells of two columns; of mark-up they take only spans. */
export function leaderList(reading: Reading, node: ContainerDirective): BlockDraft[] {
  const { source, diagnostics } = reading;
  const before = diagnostics.length;
  const rows: (readonly [Draft, Draft])[] = [];
  for (const { start, end } of linesWithin(reading, node)) {
    const parts = [...source.clean.slice(start, end).matchAll(LEADER)].at(-1);
    const name = parts === undefined ? end : start + parts.index;
    const figure = parts === undefined ? end : name + parts[0].length;
    if (name === start || figure === end)
      diagnostics.push(errorAt(spanInFile(source.map, start, end), 'line-without-figure', NO_FIGURE, HOW));
    else rows.push([draftOf(source, start, name), draftOf(source, figure, end)]);
  }
  if (rows.length === 0 && diagnostics.length === before) return refuse(reading, node, 'empty-block', EMPTY);
  return rows.flatMap((cells, row) =>
    cells.map((draft, column) => ({
      kind: 'cell' as const,
      ...{ row, column, isHead: false, isLeader: true, width: null, draft },
      align: column === 0 ? ('left' as const) : ('right' as const),
    })),
  );
}

/** The lines between the one that opens the block and the one that ends it, without blanks at their edges. */
function* linesWithin(
  reading: Reading,
  node: ContainerDirective,
): Generator<{ readonly start: number; readonly end: number }> {
  const { clean } = reading.source;
  let at = clean.indexOf('\n', from(reading, node)) + 1;
  const last = clean.lastIndexOf('\n', to(reading, node) - 1);
  while (at < last) {
    const newline = clean.indexOf('\n', at);
    const [, before, words] = /^([ \t\u3000]*)(.*?)[ \t\u3000]*$/.exec(clean.slice(at, newline))!;
    const start = at + before!.length;
    if (words !== '') yield { start, end: start + words!.length };
    at = newline + 1;
  }
}
