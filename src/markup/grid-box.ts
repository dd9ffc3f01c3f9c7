/** What stands on the grid of a page, in the trade's units: rectangles, places, places still open. */

import type { ShareRule } from '../content/issue.ts';
import type { Span } from '../diagnostics.ts';

export type { ShareRule } from '../content/issue.ts';

/** A rectangle of a page's grid: base columns and lines, from 0. */
export interface GridBox {
  readonly column: number;
  readonly columns: number;
  readonly line: number;
  readonly lines: number;
}

/** Where a block stands: one rectangle, or several that make an L or a U (盘文). */
export interface Place {
  readonly boxes: readonly GridBox[];
  /** Where that was said. */
  readonly span: Span;
}

/** 分高: blocks that have columns and no lines yet. Until they have, their places begin at line 0. */
export interface HeightShare {
  readonly rule: ShareRule;
  /** By their index among the page's blocks: the lines that the editor gave each, null for its share. */
  readonly open: ReadonlyMap<number, number | null>;
}
