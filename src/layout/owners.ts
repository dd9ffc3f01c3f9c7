/** The blocks of a page plan → which of them has each cell of the page's grid, and what it is to an editor's eye. */

import type { PageBox } from '../markup/box.ts';

/**
 * `story`, and the furniture that stands among stories, such as an index. `aside`: ads, the masthead, the lines at
 * the foot, rules; their edges are no fault. `framed`: nor are those of a frame, though what it holds is a story.
 */
export type OwnerKind = 'story' | 'framed' | 'aside';

export interface Owners {
  readonly columns: number;
  readonly lines: number;
  /** The kinds of the page's blocks, by index. */
  readonly kinds: readonly OwnerKind[];
  /** The index of the block that has a column's line, from 0, of a story's blocks, and of a group's, the first; -1 for none. */
  readonly at: (column: number, line: number) => number;
}

/** Classes of the panels that stand among stories as one of them. */
const AMONG_STORIES = ['index', 'band-block', 'banner'];

export function ownersOf({ blocks, grid }: PageBox): Owners {
  const { columns, lines } = grid;
  const cells = new Int32Array(columns * lines).fill(-1);
  const ids = blocks.map((block) =>
    block.group !== null ? `group ${block.group}` : block.kind === 'story' ? `story ${block.id}` : null,
  );
  blocks.forEach(({ place }, at) => {
    const index = ids[at] === null ? at : ids.indexOf(ids[at]!);
    for (const box of place?.boxes ?? []) {
      for (let line = box.line; line < box.line + box.lines; line++) {
        cells.fill(index, line * columns + box.column, line * columns + box.column + box.columns);
      }
    }
  });
  const kinds = blocks.map((block): OwnerKind => {
    if (block.kind === 'panel' && !AMONG_STORIES.includes(block.id)) return 'aside';
    return block.frame === null ? 'story' : 'framed';
  });
  return { columns, lines, kinds, at: (column, line) => cells[line * columns + column] ?? -1 };
}
