/** The lines of a 通版 as placed → a warning for each head with a character in the fold's middle. */

import { type Diagnostic, message, warningAt } from '../diagnostics.ts';
import type { PageBox } from '../markup/box.ts';
import { spanInFile } from '../source-map.ts';
import { columnWidth } from './grid.ts';
import type { GlyphRun } from './page.ts';
import type { PagePen } from './page-pen.ts';

/** Where the two sheets of a 通版 are folded, or where two pages are bound, a character is lost. */
export function checkFold(
  { trim, grid }: PageBox,
  { items, lines }: Pick<PagePen, 'items' | 'lines'>,
): readonly Diagnostic[] {
  if (grid.fold === null) return [];
  const fold = trim.width / 2;
  const within = columnWidth(grid, grid.fold.column) + 0.01;
  return items.flatMap((item) => {
    if (item.kind !== 'glyphs' || !HEADS.has(item.role)) return [];
    // What stands in the fold's own column is read there, open or not.
    if (lines[item.line]!.box.width < within) return [];
    const character = characterAt(item, fold);
    if (character === null) return [];
    const [shown] = item.text.slice(character);
    const text = message(
      `标题的“${shown}”压在中缝的折线上`,
      `the character "${shown}" of the head stands on the fold`,
    );
    const hint = message(
      '标题居中时用双数个字，或在折线处空一格、转行。',
      'A centred head has an even number of characters; else set a blank there, or part its rows.',
    );
    return [warningAt(spanInFile(item.map, character, character + 1), 'head-on-fold', text, hint)];
  });
}

const HEADS: ReadonlySet<string> = new Set(['kicker', 'headline', 'deck', 'summary']);

/** Side bearings of a Han character at each side, em: the fold may run along them. */
const BLANK = 0.06;

/** Where in the run's text the character begins that stands at `x`; null for none, and for a blank. */
function characterAt(
  { at, size, dx, cells, shifts, clusters, text, direction }: GlyphRun,
  x: number,
): number | null {
  if (direction !== 'across') return null;
  let left = at.x;
  for (const [index, advance] of dx.entries()) {
    const cell = left + (Math.min(0, shifts[index]!) * size) / 1000;
    const ink = { from: cell + BLANK * size, to: cell + (cells[index]! / 1000 - BLANK) * size };
    const character = clusters[index]!;
    if (ink.from < x && x < ink.to && /\S/.test(text.slice(character, character + 1))) return character;
    left += (advance * size) / 1000;
  }
  return null;
}
