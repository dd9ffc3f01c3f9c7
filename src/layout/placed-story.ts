/** The types between the placing of a story and what is drawn and said of it. */

import type { Diagnostic } from '../diagnostics.ts';
import type { FitLimit, Grid, ParagraphBox } from '../markup/box.ts';
import type { FaceTables, SetLine } from '../text/index.ts';
import type { LineRun } from './block-grid.ts';
import type { Composition } from './compose.ts';
import type { SetHead } from './head.ts';
import type { StoryFit } from './page.ts';
import type { BodyBlock, MeasuredStory } from './story.ts';

export interface PlacedStory {
  readonly story: MeasuredStory;
  /** The story's own. */
  readonly grid: Grid;
  readonly head: SetHead | null;
  /** First line of the grid that the head takes. */
  readonly headLine: number;
  readonly composition: Composition;
  /** The lines of each block of the body, as set. */
  readonly rows: readonly (readonly SetLine[])[];
  /** Lines of the page it takes, head included, and how many of them are beyond the fewest it needs. */
  readonly lines: number;
  readonly more: number;
  readonly fit: StoryFit;
  /** Where the line stands that says on which page it goes on; null without one. */
  readonly jumpAt: { readonly column: number; readonly line: number } | null;
  /** What of its head and its subheads gave so that it fits. */
  readonly steps: StoryFit['steps'];
  /** What is left for the story's next part. */
  readonly rest: readonly ParagraphBox[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a story is to stand. */
export interface StorySpace {
  readonly label: string;
  /** The story's own: `blockGrid`. */
  readonly grid: Grid;
  /** Lines of each column that are not the story's, counted from the grid's first. */
  readonly blocked: readonly (readonly LineRun[])[];
  readonly tables: FaceTables;
  /** First free line of the grid, and how many are free. */
  readonly line: number;
  readonly lines: number;
  /** Lines that it may take beyond the fewest it needs, so that no line of it stands alone. */
  readonly more: number;
  /** Blocks that the story stands in. */
  readonly parts: number;
  /** The story's paragraphs as measured for columns of this width: for the next try, and the next part. */
  readonly measured: Map<ParagraphBox, BodyBlock>;
  /** What may give so that it fits. */
  readonly fit: readonly FitLimit[];
}
