/** The places that blocks were given on a page → an error for each that leaves the page, or stands on another. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { GridBox, PageBox, PanelBox, StoryBox } from '../markup/box.ts';

type Placed = (StoryBox | PanelBox) & { readonly place: NonNullable<StoryBox['place']> };

/** Blocks that flow have no place of their own to be wrong. */
export function checkBlocks(page: PageBox): readonly Diagnostic[] {
  const placed = page.blocks.filter((block): block is Placed => block.place !== null);
  return [
    ...placed.flatMap((block) => leavesPage(block, page)),
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
