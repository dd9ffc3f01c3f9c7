/** 版样纸: a page box → its grid with columns and lines numbered, the blocks of its plan outlined with their names. */

import type { Diagnostic } from '../diagnostics.ts';
import type { GridBox, PageBox, PanelBox, ParagraphBox, StoryBox } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { furnitureNode } from './frame.ts';
import { ABOVE_BASELINE, allColumns, columnLeft, columnWidth, lineTop, widthAcross } from './grid.ts';
import type { Made, Node, Page } from './page.ts';
import { addBlock, addItem, newPagePen, type PagePen } from './page-pen.ts';
import { drawSlot, setSlots } from './slots.ts';

/** The colours of a sheet, by their names in the theme. */
export interface SheetColours {
  readonly grid: string;
  readonly blocks: string;
}

interface Sheet {
  readonly box: PageBox;
  readonly pen: PagePen;
  readonly tables: FaceTables;
  readonly colours: SheetColours;
  /** Any words of the page, whose faces the numbers take; null: the page has none. */
  readonly words: ParagraphBox | null;
  readonly items: number[];
}

const BLOCK = 'grid';
/** pt. */
const HAIRLINE = 0.25;
const OUTLINE = 1.5;
const NUMBER = 7;
const NAME = 14;

export function layOutGrid(
  pages: readonly PageBox[],
  tables: FaceTables,
  colours: SheetColours,
): { readonly made: Made; readonly diagnostics: readonly Diagnostic[] } {
  const sheets = pages.map((box): Sheet => {
    const words = [...wordsOf(box), ...pages.flatMap(wordsOf)][0] ?? null;
    return { box, pen: newPagePen(), tables, colours, words, items: [] };
  });
  return {
    made: { pages: sheets.map(draw), structure: sheets.map(nodeOf), fits: [], banners: [] },
    diagnostics: [],
  };
}

function wordsOf({ folio, rightFolio, blocks }: PageBox): readonly ParagraphBox[] {
  const slots = [folio, rightFolio].flatMap((one) => (one === null ? [] : [one.left, one.center, one.right]));
  const stories = blocks.flatMap((block) => (block.kind === 'story' ? block.body : []));
  return [...stories, ...slots.flatMap(({ parts }) => parts)].filter(({ runs }) => runs.length > 0);
}

function nodeOf({ box, items }: Sheet, page: number): Node {
  return furnitureNode(
    BLOCK,
    items.map((item) => ({ page, item })),
    box.span,
  );
}

function draw(sheet: Sheet): Page {
  const { box, pen } = sheet;
  const { label, section, side, trim, grid } = box;
  const area = {
    x: grid.left,
    y: grid.top,
    width: widthAcross(grid, allColumns(grid)),
    height: grid.lines * grid.pitch,
  };
  addBlock(pen, { id: BLOCK, role: 'furniture', story: null, part: 0, source: box.span }, area);
  drawGrid(sheet);
  for (const block of box.blocks) drawOutline(sheet, block);
  const { blocks, lines, items } = pen;
  return { label, section, side, trim, grid, bleed: 0, blocks, lines, items };
}

/** Each line of each column, every fifth one heavier and numbered at both sides; columns numbered at the head. */
function drawGrid(sheet: Sheet): void {
  const { grid } = sheet.box;
  const right = grid.left + widthAcross(grid, allColumns(grid));
  for (let column = 0; column < grid.columns; column++) {
    const left = columnLeft(grid, column);
    const width = columnWidth(grid, column);
    for (let line = 0; line <= grid.lines; line++) {
      const y = lineTop(grid, line);
      const heavy = line % 5 === 0 ? 2 : 1;
      addStroke(sheet, { from: { x: left, y }, to: { x: left + width, y } }, heavy * HAIRLINE);
    }
    for (const x of [left, left + width]) {
      addStroke(sheet, { from: { x, y: grid.top }, to: { x, y: lineTop(grid, grid.lines) } }, 2 * HAIRLINE);
    }
    write(sheet, `${column + 1}`, { left, width, middle: grid.top - 1.5 * NAME, size: NAME });
  }
  for (let line = 1; line <= grid.lines; line++) {
    if (line > 1 && line % 5 > 0) continue;
    const middle = lineTop(grid, line - 1) + grid.pitch / 2;
    write(sheet, `${line}`, { left: grid.left - 3 * NUMBER, width: 2 * NUMBER, middle, size: NUMBER });
    write(sheet, `${line}`, { left: right + NUMBER, width: 2 * NUMBER, middle, size: NUMBER });
  }
}

interface Stroke {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

function addStroke(
  { pen, items, colours }: Sheet,
  { from, to }: Stroke,
  width: number,
  swatch = colours.grid,
): void {
  items.push(addItem(pen, { kind: 'rule', role: 'rule', block: BLOCK, from, to, width, swatch }));
}

/** The edge of a block that has a place, and in its midst what it is. */
function drawOutline(sheet: Sheet, block: StoryBox | PanelBox): void {
  const { grid } = sheet.box;
  if (block.place === null) return;
  const { boxes } = block.place;
  const left = (column: number): number => columnLeft(grid, column);
  const right = (column: number): number => left(column) + columnWidth(grid, column);
  for (const { column, columns, line, lines } of boxes) {
    const [x, end] = [left(column), right(column + columns - 1)];
    for (const [at, beside] of [
      [line, line - 1],
      [line + lines, line + lines],
    ] as const) {
      for (const run of freeRuns(column, columns, (k) => isIn(boxes, k, beside))) {
        const edge = {
          from: { x: left(run.from), y: lineTop(grid, at) },
          to: { x: right(run.to), y: lineTop(grid, at) },
        };
        addStroke(sheet, edge, OUTLINE, sheet.colours.blocks);
      }
    }
    for (const [at, beside] of [
      [x, column - 1],
      [end, column + columns],
    ] as const) {
      for (const run of freeRuns(line, lines, (k) => isIn(boxes, beside, k))) {
        const edge = {
          from: { x: at, y: lineTop(grid, run.from) },
          to: { x: at, y: lineTop(grid, run.to + 1) },
        };
        addStroke(sheet, edge, OUTLINE, sheet.colours.blocks);
      }
    }
  }
  const [first] = boxes;
  const middle = lineTop(grid, first!.line) + (first!.lines * grid.pitch) / 2;
  const place = { left: left(first!.column), width: widthAcross(grid, first!), middle, size: NAME };
  write(sheet, `${nameOf(block)} ${sizeOf(boxes)}`, place);
}

/** The runs of `count` numbers from `from` on that `isTaken` says no to. */
function freeRuns(
  from: number,
  count: number,
  isTaken: (k: number) => boolean,
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let k = from; k < from + count; k++) {
    const last = runs[runs.length - 1];
    if (isTaken(k)) continue;
    if (last?.to === k - 1) last.to = k;
    else runs.push({ from: k, to: k });
  }
  return runs;
}

export function isIn(boxes: readonly GridBox[], column: number, line: number): boolean {
  return boxes.some(
    (box) =>
      column >= box.column &&
      column < box.column + box.columns &&
      line >= box.line &&
      line < box.line + box.lines,
  );
}

/** A story's id, with its part where it has several; a panel by its class. */
export function nameOf(block: StoryBox | PanelBox): string {
  return block.kind === 'story' && block.part > 0 ? `${block.id} (${block.part + 1})` : block.id;
}

/** 5×40: columns and lines, one rectangle after the other. */
function sizeOf(boxes: readonly GridBox[]): string {
  return boxes.map(({ columns, lines }) => `${columns}×${lines}`).join('+');
}

/** A row of words in the middle of a place, in the page's own face. */
function write(
  { pen, words, tables, colours, items, box }: Sheet,
  text: string,
  place: { readonly left: number; readonly width: number; readonly middle: number; readonly size: number },
): void {
  if (words === null) return;
  const { left, width, middle, size } = place;
  const style = {
    ...words.runs[0]!.style,
    size,
    swatch: colours.blocks,
    tracking: 0,
    spaceWidth: 0,
    rise: 0,
  };
  const map = { file: box.span.file, runs: [{ at: 0, start: box.span.start }], end: box.span.end };
  const part = {
    ...words,
    runs: [{ text, map, style }],
    marks: [],
    kept: [],
    rowEnds: [],
    size,
    sizes: [size],
  };
  const none = { parts: [], gap: 0 };
  const slots = setSlots(
    { left: none, center: { parts: [part], gap: 0 }, right: none },
    { left, width, em: size, tables },
  );
  const baseline = middle + (ABOVE_BASELINE - 0.5) * size;
  for (const slot of slots)
    items.push(...drawSlot(pen, slot, { block: BLOCK, role: 'text', baseline, first: 0 }));
}
