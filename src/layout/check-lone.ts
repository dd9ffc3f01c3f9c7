/** A story as placed → a warning for each line that stands alone at a column's head or foot (孤行). */

import { type Diagnostic, message, warningAt } from '../diagnostics.ts';
import type { Grid } from '../markup/box.ts';
import { shownBox } from './check-blocks.ts';
import { inkBox } from './grid.ts';
import { type LoneLine, loneLines } from './lone-lines.ts';
import { spanOf } from './paragraph-map.ts';
import type { PlacedStory } from './placed-story.ts';
import { gridBoxOf } from './standing.ts';

/** @param page the grid that places are told by. */
export function checkLone(placed: PlacedStory, page: Grid): readonly Diagnostic[] {
  // The lines of a story that does not fit will not stay as they are.
  if (placed.fit.overset.lines > 0) return [];
  return loneLines(placed.composition).map((lone) => {
    const place = placeOf(placed, lone, page);
    const { galley } = placed.story.body[lone.block]!;
    const row = placed.rows[lone.block]![lone.line]!;
    return warningAt(
      spanOf(galley.paragraph, galley.cells.start[row.from]!, galley.cells.start[row.to]!),
      'lone-line',
      lone.kind === 'last'
        ? message(
            `孤行：段落的末行单独排在栏头（${shownBox(place, 'zh')}）`,
            `The last line of the paragraph stands alone at the head of a column (${shownBox(place, 'en')})`,
          )
        : message(
            `孤行：段落的首行单独排在栏尾（${shownBox(place, 'zh')}）`,
            `The first line of the paragraph stands alone at the foot of a column (${shownBox(place, 'en')})`,
          ),
      message(
        '在这一段或前面几段里增删几个字，多排或少排一行；有图片的也可改图片的行数。',
        'Add or cut a few words in it or in a paragraph before it, a line in all; or give a photo another height.',
      ),
    );
  });
}

/** Of a line at the head of the story's next block, the foot of this one. */
function placeOf(
  { composition: { slots }, grid }: PlacedStory,
  { kind, slot }: LoneLine,
  page: Grid,
): ReturnType<typeof gridBoxOf> {
  const { column, line, lines } = slots[Math.min(slot, slots.length - 1)]!;
  const isAtHead = kind === 'last' && slot < slots.length;
  return gridBoxOf(
    page,
    inkBox(grid, { column, columns: 1, line: isAtHead ? line : line + lines - 1, lines: 1 }),
  );
}
