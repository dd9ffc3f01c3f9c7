/** A story as placed → where its head and its text stand, for the checks of the page's composition. */

import type { Span } from '../diagnostics.ts';
import type { Rect } from '../geometry.ts';
import type { Grid, GridBox, StoryBox } from '../markup/box.ts';
import { boundsOf, type LineRun } from './block-grid.ts';
import { columnLeft, columnWidth, inkBox } from './grid.ts';
import type { PlacedStory, StorySpace } from './placed-story.ts';

/** A story in the block that its plan gives it. */
export interface Standing {
  readonly box: StoryBox & { readonly place: NonNullable<StoryBox['place']> };
  /** Its area of the page's grid, blanks not counted, and the size of its headline, pt. */
  readonly head: { readonly rect: Rect; readonly at: GridBox; readonly size: number } | null;
  /** Where text stands, in the order of reading. */
  readonly texts: readonly StandingText[];
  /** It has another block, behind this one. */
  readonly goesOn: boolean;
}

/** A head as the checks of heads see it: a story's, or a banner (通栏题). */
export interface StandingHead {
  readonly id: string;
  readonly span: Span;
  readonly group: string | null;
  readonly at: GridBox;
  /** pt. */
  readonly size: number;
  /** Blank lines below it and above it, which are its own. */
  readonly blanks: readonly [after: number, before: number];
}

/** Text in one column. */
export interface StandingText {
  readonly rect: Rect;
  /** Lines that there are, and lines that the text takes. */
  readonly room: number;
  readonly used: number;
}

export function standingOf(
  box: Standing['box'],
  placed: PlacedStory,
  { page, space }: { readonly page: Grid; readonly space: StorySpace },
): Standing {
  return {
    box,
    head: headOf(box, placed, page, placed.headLine),
    texts: textsOf(placed),
    goesOn: box.part < space.parts - 1,
  };
}

function headOf(
  { head }: StoryBox,
  { head: set, composition, grid, fit }: PlacedStory,
  page: Grid,
  line: number,
): Standing['head'] {
  if (head === null) return null;
  const size = fit.head?.size ?? Math.max(...head.parts.map((part) => part.size));
  const { spaceBefore, spaceAfter } = head;
  const at =
    set === null
      ? composition.headBox
      : {
          column: set.column,
          columns: set.columns,
          line: line + spaceBefore,
          lines: set.lines - spaceBefore - spaceAfter,
        };
  if (at === null || at.lines < 1) return null;
  const rect = inkBox(grid, at);
  return { rect, at: gridBoxOf(page, rect), size };
}

function textsOf({ grid, composition }: PlacedStory): readonly StandingText[] {
  let left = composition.distribution!.end;
  return composition.slots.flatMap((slot) => {
    const used = Math.min(left, slot.lines);
    left -= used;
    if (used === 0) return [];
    const { column, line, lines } = slot;
    return [{ rect: inkBox(grid, { column, columns: 1, line, lines: used }), room: lines, used }];
  });
}

/** The base columns and the lines of the page's grid that a rectangle touches. */
export function gridBoxOf(page: Grid, { x, y, width, height }: Rect): GridBox {
  const touched = Array.from({ length: page.columns }, (_, k) => k).filter((k) => {
    const left = columnLeft(page, k);
    return left < x + width - 0.01 && left + columnWidth(page, k) > x + 0.01;
  });
  const column = touched[0] ?? 0;
  const line = Math.floor((y - page.top) / page.pitch + 0.01);
  const end = Math.ceil((y + height - page.top) / page.pitch - 0.01);
  return { column, columns: Math.max(1, touched.length), line, lines: end - line };
}

/** The smallest rectangle that holds two others. */
export function around(a: GridBox, b: GridBox): GridBox {
  return boundsOf([a, b]);
}

/** What two runs of lines or columns share; null for nothing. */
export function shared(a: LineRun, b: LineRun): LineRun | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

export function columnsOf({ column, columns }: GridBox): LineRun {
  return { from: column, to: column + columns };
}

export function linesOf({ line, lines }: GridBox): LineRun {
  return { from: line, to: line + lines };
}
