/** Finished pages → 小样: each story's text alone, in its own lines, numbered, with room between them to correct. */

import type { Point } from '../geometry.ts';
import { furnitureNode } from './frame.ts';
import type { GlyphRun, Line, Made, Page } from './page.ts';
import { addBlock, newPagePen, type PagePen } from './page-pen.ts';
import {
  A4,
  MARGIN,
  NO_GRID,
  type ProofSetting,
  SIZE,
  SMALL,
  type Writing,
  writeParagraph,
  writeRow,
} from './proof-sheet.ts';

/** A story's galley. */
export interface GalleyStory {
  readonly id: string;
  /** Of the page that it begins on. */
  readonly label: string;
  /** 春风送暖  1964 字 84 行, with the paper, the date and the page. */
  readonly title: string;
  /** Captions and what else is no part of its lines. */
  readonly notes: readonly string[];
}

/** Baseline to baseline, of the size of the text: room for a correction above each line. */
const PITCH = 2;
/** Between two columns of lines, with their numbers; pt. */
const GAP = 40;
const TITLE = 1.4 * SIZE;

const BLOCK = 'galley';

/** Sheets of A4, each story beginning one of its own. */
export function layOutGalleys(stories: readonly GalleyStory[], made: Made, setting: ProofSetting): Made {
  const pages = stories.flatMap((story) => storySheets(story, linesOf(made.pages, story.id), setting));
  return {
    pages,
    structure: pages.map(({ items, blocks }, page) =>
      furnitureNode(
        BLOCK,
        items.map(({ id }) => ({ page, item: id })),
        blocks[0]!.source,
      ),
    ),
    fits: [],
    banners: [],
  };
}

interface StoryLine {
  readonly line: Line;
  /** How far it begins behind the edge of its column, pt. */
  readonly inset: number;
  readonly runs: readonly GlyphRun[];
}

/** The lines of a story's flow, page by page. */
function linesOf(pages: readonly Page[], story: string): readonly StoryLine[] {
  return pages.flatMap(({ blocks, lines, items }) => {
    const flow = new Set(
      blocks.filter((block) => block.story === story && block.role === 'story').map(({ id }) => id),
    );
    const runs = new Map<number, GlyphRun[]>();
    for (const item of items) {
      if (item.kind === 'glyphs') runs.set(item.line, [...(runs.get(item.line) ?? []), item]);
    }
    const edges = new Map<string, number>();
    for (const line of lines) {
      edges.set(line.block, Math.min(startOf(line), edges.get(line.block) ?? startOf(line)));
    }
    return lines.flatMap((line, index) =>
      flow.has(line.block)
        ? [{ line, inset: startOf(line) - edges.get(line.block)!, runs: runs.get(index) ?? [] }]
        : [],
    );
  });
}

function startOf({ box, direction }: Line): number {
  return direction === 'down' ? box.y : box.x;
}

function storySheets(
  story: GalleyStory,
  lines: readonly StoryLine[],
  setting: ProofSetting,
): readonly Page[] {
  const places = placesOf(lines);
  const sheets = new Map<number, PagePen>();
  const penOf = (sheet: number): PagePen => {
    const pen = sheets.get(sheet) ?? newSheet();
    sheets.set(sheet, pen);
    return pen;
  };
  lines.forEach((line, index) => {
    const { sheet, at } = places[index]!;
    const inset = line.line.direction === 'down' ? { x: 0, y: line.inset } : { x: line.inset, y: 0 };
    moveLine(penOf(sheet), line, { x: at.x + inset.x, y: at.y + inset.y });
    const number = index + 1;
    if (number > 1 && number % 5 > 0) return;
    const writing = { ...setting, paper: A4, pen: penOf(sheet), block: BLOCK };
    const { box, direction } = line.line;
    const beside = direction === 'down' ? { middle: at.x + box.width / 2, baseline: at.y - 4 } : null;
    const left = { left: at.x - 3 * SMALL, baseline: at.y + box.height - 1 };
    writeRow(writing, `${number}`, { ...(beside ?? left), size: SMALL });
  });
  const last = Math.max(0, ...places.map(({ sheet }) => sheet));
  for (let sheet = 0; sheet <= last; sheet++) {
    writeTitle({ ...setting, paper: A4, pen: penOf(sheet), block: BLOCK }, story, {
      sheet,
      of: last + 1,
      foot: sheet === last,
    });
  }
  return Array.from({ length: last + 1 }, (_, sheet) => pageOf(penOf(sheet), story.label));
}

function newSheet(): PagePen {
  const pen = newPagePen();
  const source = { file: '', start: 0, end: 0 };
  addBlock(pen, { id: BLOCK, role: 'furniture', story: null, part: 0, source }, { x: 0, y: 0, ...A4 });
  return pen;
}

/** Room for the lines on a sheet: below the title, above the captions at the foot. */
const TOP = MARGIN + 4 * SIZE;
const FOOT = A4.height - MARGIN - 12 * SIZE;

/** Down the columns of a sheet, or for lines that run down to the left along its bands; then on to the next. */
function placesOf(lines: readonly StoryLine[]): readonly { readonly sheet: number; readonly at: Point }[] {
  const [first] = lines;
  if (first === undefined) return [];
  const down = first.line.direction === 'down';
  const boxes = lines.map(({ line }) => line.box);
  const long = Math.max(...boxes.map((box, index) => lines[index]!.inset + (down ? box.height : box.width)));
  const pitch = PITCH * Math.max(...boxes.map((box) => (down ? box.width : box.height)));
  const acrossRoom = A4.width - 2 * MARGIN - 3 * SMALL;
  const downRoom = FOOT - TOP;
  const perBand = Math.max(1, Math.floor((down ? acrossRoom : downRoom) / pitch));
  const bands = Math.max(1, Math.floor(((down ? downRoom : acrossRoom) + GAP) / (long + GAP)));
  return lines.map((_, index) => {
    const band = Math.floor(index / perBand) % bands;
    const along = band * (long + GAP);
    const off = (index % perBand) * pitch;
    const at = down
      ? { x: A4.width - MARGIN - off - pitch, y: TOP + along }
      : { x: MARGIN + 3 * SMALL + along, y: TOP + off };
    return { sheet: Math.floor(index / (perBand * bands)), at };
  });
}

/** Copies a line to its place on a sheet. */
function moveLine(pen: PagePen, { line, runs }: StoryLine, at: Point): void {
  const by = { x: at.x - line.box.x, y: at.y - line.box.y };
  const baseline = line.baseline + (line.direction === 'down' ? by.x : by.y);
  const order = pen.lines.length;
  pen.lines.push({ ...line, block: BLOCK, order, box: { ...line.box, ...at }, baseline, onGrid: false });
  for (const run of runs) {
    const moved = { x: run.at.x + by.x, y: run.at.y + by.y };
    pen.items.push({ ...run, id: pen.items.length, block: BLOCK, at: moved, line: order });
  }
}

function writeTitle(
  writing: Writing,
  { title, notes }: GalleyStory,
  { sheet, of, foot }: { readonly sheet: number; readonly of: number; readonly foot: boolean },
): void {
  const count = of > 1 ? ` (${sheet + 1}/${of})` : '';
  writeRow(writing, `${title}${count}`, { left: MARGIN, baseline: MARGIN + TITLE, size: TITLE });
  if (!foot) return;
  let top = FOOT + SIZE;
  for (const note of notes) top += writeParagraph(writing, note, { left: MARGIN, top });
}

function pageOf({ items, lines, blocks }: PagePen, label: string): Page {
  return {
    label,
    section: null,
    side: 'right',
    trim: A4,
    bleed: 0,
    grid: NO_GRID,
    items,
    lines,
    blocks,
  };
}
