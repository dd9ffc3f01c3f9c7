/** A page whose plan leaves lines to the program (分高) → the same page, every block with its lines. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { GridBox, HeightShare, PageBox, StoryBox } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { blockGrid, boundsOf, type LineRun } from './block-grid.ts';
import { findsRoom } from './place-story.ts';
import { type Asking, shareLines } from './share-levels.ts';

/** Blank lines of the grid between two blocks one below the other; a rule needs none. */
const BETWEEN = 1;

/** What a block got: lines of the page from 0, and how many it asked for. */
export interface HeightGot {
  readonly from: number;
  readonly lines: number;
  readonly asked: number;
}

export interface SharedPage {
  readonly page: PageBox;
  /** By story; none on a page that shares nothing. */
  readonly got: ReadonlyMap<string, HeightGot>;
  readonly diagnostics: readonly Diagnostic[];
}

type Block = PageBox['blocks'][number];

/** A block of the plan that has its lines: others stand above or below it. */
interface Wall {
  readonly index: number;
  readonly box: GridBox;
  readonly gap: number;
}

export function shareHeight(page: PageBox, tables: FaceTables): SharedPage {
  const { share, grid } = page;
  if (share === null) return { page, got: new Map(), diagnostics: [] };
  const walls = wallsOf(page, share);
  const free = Array.from({ length: grid.columns }, (_, column) => freeLines(page, column, walls));
  const diagnostics: Diagnostic[] = [];
  const asking = new Map<number, Asking>();
  for (const index of share.open.keys()) {
    const zone = zoneOf(page, index, { walls, free });
    if (zone === null) diagnostics.push(noRoom(page.blocks[index]!));
    else asking.set(index, asks(page, index, { zone, before: asking, tables }));
  }
  const order = [...asking.keys()];
  const runs = shareLines([...asking.values()], free, BETWEEN);
  const got = new Map<string, HeightGot>();
  const blocks = page.blocks.map((block, index): Block => {
    const run = runs[order.indexOf(index)];
    if (run === undefined) return block;
    const lines = share.open.get(index) ?? run.to - run.from;
    if (run.to - run.from < lines || lines < 1) diagnostics.push(noRoom(block));
    if (block.kind === 'story') got.set(block.id, { from: run.from, lines, asked: asking.get(index)!.lines });
    const boxes = [{ ...block.place!.boxes[0]!, line: run.from, lines: Math.max(1, lines) }];
    return { ...block, place: { ...block.place!, boxes } };
  });
  return { page: { ...page, blocks, share: null }, got, diagnostics };
}

function wallsOf({ blocks }: PageBox, { open }: HeightShare): readonly Wall[] {
  return blocks.flatMap((block, index) => {
    if (block.place === null || open.has(index)) return [];
    const isRule = block.kind === 'panel' && block.parts.every(({ kind }) => kind === 'rule');
    return block.place.boxes.map((box) => ({ index, box, gap: isRule ? 0 : BETWEEN }));
  });
}

/** Below the folio, what no block has that has its lines, nor the blanks above and below it. */
function freeLines({ grid, folio }: PageBox, column: number, walls: readonly Wall[]): readonly LineRun[] {
  const here = walls
    .filter(({ box }) => box.column <= column && column < box.column + box.columns)
    .sort((a, b) => a.box.line - b.box.line);
  const free: LineRun[] = [];
  let at = folio?.lines ?? 0;
  for (const { box, gap } of here) {
    if (box.line - gap > at) free.push({ from: at, to: box.line - gap });
    at = Math.max(at, box.line + box.lines + gap);
  }
  return at < grid.lines ? [...free, { from: at, to: grid.lines }] : free;
}

/** Behind the blocks with lines that the plan names before it, where there is room; else the longest. */
function zoneOf(
  { blocks }: PageBox,
  index: number,
  { walls, free }: { readonly walls: readonly Wall[]; readonly free: readonly (readonly LineRun[])[] },
): LineRun | null {
  const { column, columns } = blocks[index]!.place!.boxes[0]!;
  const of = free.slice(column, column + columns);
  const zones = of.reduce((a, b) => a.flatMap((x) => b.flatMap((y) => common(x, y) ?? [])), of[0] ?? []);
  const above = walls.filter(
    (wall) =>
      wall.index < index && wall.box.column < column + columns && column < wall.box.column + wall.box.columns,
  );
  const after = Math.max(0, ...above.map(({ box }) => box.line + box.lines));
  const behind = zones.find(({ from }) => from >= after);
  const longest = [...zones].sort((a, b) => b.to - b.from - (a.to - a.from));
  return behind ?? longest[0] ?? null;
}

function common(a: LineRun, b: LineRun): LineRun | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** Of a block with a height that height and no other; of a story the fewest lines in which its text finds room. */
function asks(
  page: PageBox,
  index: number,
  at: {
    readonly zone: LineRun;
    readonly before: ReadonlyMap<number, Asking>;
    readonly tables: FaceTables;
  },
): Asking {
  const block = page.blocks[index]!;
  const { rule, open } = page.share!;
  const { zone } = at;
  const { column, columns } = block.place!.boxes[0]!;
  const place = { columns: { from: column, to: column + columns }, zone };
  const given = open.get(index) ?? null;
  if (given !== null || block.kind !== 'story')
    return { ...place, lines: given ?? 1, weight: FIXED, takesRest: false };
  const isTop = [...at.before.values()].every(
    (other) =>
      other.weight === FIXED ||
      common(other.columns, place.columns) === null ||
      common(other.zone, zone) === null,
  );
  const takesRest = rule === 'lead' && isTop;
  const lines = linesFor(block, page, at.tables);
  return { ...place, lines, weight: takesRest ? REST : columns / lines, takesRest };
}

/** A height that was given is kept before any that is shared, and the rest is taken before all others give. */
const FIXED = 1e6;
const REST = 1e-6;

/** All of the page where not even that is enough. */
function linesFor(story: StoryBox, page: PageBox, tables: FaceTables): number {
  const { grid, label, fit } = page;
  const measured = new Map();
  const fits = (lines: number): boolean => {
    const box = { ...boundsOf(story.place!.boxes), line: 0, lines };
    const own = blockGrid(grid, [box], story);
    return findsRoom(story, {
      ...own,
      label,
      tables,
      line: 0,
      lines: own.grid.lines,
      parts: 1,
      more: 0,
      measured: story.direction === 'down' ? new Map() : measured,
      fit,
    });
  };
  let [none, enough] = [0, grid.lines];
  while (enough - none > 1) {
    const middle = Math.floor((none + enough) / 2);
    if (fits(middle)) enough = middle;
    else none = middle;
  }
  return enough;
}

function noRoom(block: Block): Diagnostic {
  const { column, columns } = block.place!.boxes[0]!;
  const across = `${column + 1}-${column + columns}`;
  return errorAt(
    block.place!.span,
    'no-lines-to-share',
    message(
      `“${block.id}”在 ${across} 栏分不到行：别的块占满了`,
      `"${block.id}" gets no lines on columns ${across}: other blocks have them all`,
    ),
    message(
      '把写了行或高的块改小，或减少同栏的块。',
      'Make the blocks that have lines or a height smaller, or put fewer on these columns.',
    ),
  );
}
