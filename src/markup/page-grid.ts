/** The grid that a page, or a block within it, is set on. */

/** A column of the grid that holds no text of the columns beside it: its number from 0, its width in 字. */
export interface Fold {
  readonly column: number;
  readonly chars: number;
}

/** The grid of a page, or of a block within it: the trade's own units. */
export interface Grid {
  /** `down`: the grid of a block whose lines run downwards; see layout/grid.ts. */
  readonly direction: 'across' | 'down';
  /**
   * The top left corner of the type area (版心), pt from the trim's corner. Running down: where its lines
   * begin, the y of its top, and where its first line stands, the x of its right edge.
   */
  readonly left: number;
  readonly top: number;
  /** 1 字 of the page: the body size, pt. */
  readonly em: number;
  /** 1 行: baseline to baseline, pt. */
  readonly pitch: number;
  readonly lines: number;
  readonly columns: number;
  /** 字 a column. */
  readonly chars: number;
  /** 字 between columns. */
  readonly gutter: number;
  /** 中缝 of two facing pages set as one; null on a page of its own. */
  readonly fold: Fold | null;
}
