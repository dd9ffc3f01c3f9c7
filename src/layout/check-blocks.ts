/** The places that blocks were given on a page → an error for each that leaves the page, or stands on another. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { GridBox, PageBox, PanelBox, StoryBox } from '../markup/box.ts';
import { boundsOf } from './block-grid.ts';

type Placed = (StoryBox | PanelBox) & { readonly place: NonNullable<StoryBox['place']> };

/** Blocks that flow have no place of their own to be wrong. */
export function checkBlocks(page: PageBox): readonly Diagnostic[] {
  const placed = page.blocks.filter((block): block is Placed => block.place !== null);
  return [
    ...placed.flatMap((block) => leavesPage(block, page)),
    ...placed.flatMap((block) => standsUnevenly(block, page.grid)),
    ...placed.flatMap((block, k) => placed.slice(0, k).flatMap((other) => standsOn(block, other))),
  ];
}

function leavesPage(block: Placed, { grid, folio }: PageBox): readonly Diagnostic[] {
  const first = folio?.lines ?? 0;
  const out = block.place.boxes.find(
    (box) => box.column + box.columns > grid.columns || box.line + box.lines > grid.lines || box.line < first,
  );
  if (out === undefined) return [];
  return [
    errorAt(
      block.place.span,
      'block-off-page',
      message(
        `“${block.id}”（${shownBox(out, 'zh')}）超出版心：可用的是 1-${grid.columns} 栏、${first + 1}-${grid.lines} 行`,
        `"${block.id}" (${shownBox(out, 'en')}) leaves the type area: there are columns 1-${grid.columns}, lines ${first + 1}-${grid.lines}`,
      ),
    ),
  ];
}

/** Over the fold of a 通版 a text of columns of its own has as many at either side, and none runs down. */
function standsUnevenly(block: Placed, { fold }: PageBox['grid']): readonly Diagnostic[] {
  if (block.kind !== 'story' || fold === null) return [];
  const { column, columns } = boundsOf(block.place.boxes);
  const before = fold.column - column;
  const after = columns - before - 1;
  if (before < 0 || after < 0 || columns === 1) return [];
  const isBase = block.set === null && block.frame === null;
  const isEven = before === after && (block.set ?? 0) % 2 === 0;
  if (block.direction === 'across' && (isBase || isEven)) return [];
  const text = message(
    `“${block.id}”跨中缝（第 ${fold.column + 1} 栏），两边排不成一样的栏`,
    `"${block.id}" stands over the fold (column ${fold.column + 1}), with unlike columns at its sides`,
  );
  const hint = message(
    '破栏、加框的块跨中缝时两边要一样宽，set（破栏）用双数；竖排的块排在一边。',
    'A block over the fold that has `set` or a frame is as wide at both sides, and `set` is even; one that runs down stands at one side.',
  );
  return [errorAt(block.place.span, 'uneven-over-fold', text, hint)];
}

function standsOn(block: Placed, other: Placed): readonly Diagnostic[] {
  for (const a of block.place.boxes) {
    const b = other.place.boxes.find((box) => shares(a, box));
    if (b === undefined) continue;
    return [
      errorAt(
        block.place.span,
        'blocks-overlap',
        message(
          `“${block.id}”（${shownBox(a, 'zh')}）与“${other.id}”（${shownBox(b, 'zh')}）重叠`,
          `"${block.id}" (${shownBox(a, 'en')}) stands on "${other.id}" (${shownBox(b, 'en')})`,
        ),
      ),
    ];
  }
  return [];
}

function shares(a: GridBox, b: GridBox): boolean {
  return (
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns &&
    a.line < b.line + b.lines &&
    b.line < a.line + a.lines
  );
}

/** As editors count: from 1, both ends included. */
export function shownBox({ column, columns, line, lines }: GridBox, lang: 'zh' | 'en'): string {
  const across = `${column + 1}-${column + columns}`;
  const down = `${line + 1}-${line + lines}`;
  return lang === 'zh' ? `${across} 栏、${down} 行` : `columns ${across}, lines ${down}`;
}
