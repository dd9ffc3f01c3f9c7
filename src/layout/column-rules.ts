/** A placed story → 栏线: its rule in the middle of each gutter, where text stands on both sides. */

import type { RuleStyle } from '../markup/box.ts';
import type { LineRun } from './block-grid.ts';
import type { Composition } from './compose.ts';
import { blockName } from './finish-context.ts';
import { drawLine, furnitureNode, heightOfRule } from './frame.ts';
import { boxAt, columnLeft, halfLead, inkHeight, textWidth } from './grid.ts';
import type { Node } from './page.ts';
import type { PagePen } from './page-pen.ts';
import type { PlacedStory } from './placed-story.ts';
import type { LineSide } from './stack.ts';

/** A column's lines for text, and how many of them the text fills. */
interface Filled extends LineRun {
  readonly column: number;
  readonly filled: number;
  readonly sides: readonly LineSide[] | null;
}

/** Draws them before the text, as furniture; no node without any. `page`: its index in `Made.pages`. */
export function columnRules(
  pen: PagePen,
  { story, grid, composition }: Pick<PlacedStory, 'story' | 'grid' | 'composition'>,
  page: number,
): readonly Node[] {
  const rule = story.box.columnRule;
  if (rule === null) return [];
  const block = `${blockName(story.box)}.text.1`;
  const runs = filledRuns(composition);
  const items = runs.flatMap((left) =>
    runs.flatMap((right) => {
      if (right.column !== left.column + 1) return [];
      const from = Math.max(left.from, right.from);
      const to = Math.min(left.to, right.to, Math.max(left.filled, right.filled));
      return clearRuns({ from, to }, left, right, textWidth(grid)).flatMap((run) =>
        draw(pen, rule, { grid, block, column: left.column, ...run }),
      );
    }),
  );
  if (items.length === 0) return [];
  return [
    furnitureNode(
      block,
      items.map((item) => ({ page, item })),
      story.box.span,
    ),
  ];
}

function filledRuns({ slots, distribution }: Composition): readonly Filled[] {
  let left = distribution!.end;
  return slots.map(({ column, line, lines, sides }) => {
    const filled = Math.max(0, Math.min(lines, left));
    left -= lines;
    return { column, from: line, to: line + lines, filled: line + filled, sides };
  });
}

/** The lines of a run in which both columns reach the gutter between them: no picture stands over it. */
function clearRuns(run: LineRun, left: Filled, right: Filled, width: number): readonly LineRun[] {
  if (run.from >= run.to) return [];
  if (left.sides === null && right.sides === null) return [run];
  const runs: { from: number; to: number }[] = [];
  for (let line = run.from; line < run.to; line++) {
    const a = left.sides?.[line - left.from];
    const b = right.sides?.[line - right.from];
    if ((a !== undefined && a.start + a.width < width - 0.01) || (b !== undefined && b.start > 0.01))
      continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.to === line) last.to = line + 1;
    else runs.push({ from: line, to: line + 1 });
  }
  return runs;
}

/** From the head of the first line to the foot of the last; in bands that run down it lies between them. */
function draw(
  pen: PagePen,
  rule: RuleStyle,
  place: Pick<PlacedStory, 'grid'> & LineRun & { readonly block: string; readonly column: number },
): readonly number[] {
  const { grid, block, column, from, to } = place;
  const width = heightOfRule(rule);
  const gutter = columnLeft(grid, column) + textWidth(grid);
  const length = inkHeight(grid, to - from);
  const { x, y } = boxAt(
    grid,
    { start: gutter + (grid.gutter * grid.em - width) / 2, length: width },
    { start: from * grid.pitch + halfLead(grid), length },
  );
  const direction = grid.direction === 'across' ? 'down' : 'across';
  return drawLine(pen, rule, { block, from: { x, y }, length, direction });
}
