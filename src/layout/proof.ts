/** Finished pages and their faults → 校样, each page on paper with its faults marked, listed and room to sign. */

import type { Span } from '../diagnostics.ts';
import type { Rect, Size } from '../geometry.ts';
import { furnitureNode } from './frame.ts';
import { ABOVE_BASELINE, columnLeft, lineTop, widthAcross } from './grid.ts';
import type { Made, Page } from './page.ts';
import { addBlock, addItem, newPagePen } from './page-pen.ts';
import { boundsOf, boxesOfSpan, endOfSpan } from './proof-marks.ts';
import {
  A3,
  A4,
  drawOne,
  drawRow,
  HAIRLINE,
  MARGIN,
  NO_GRID,
  PITCH,
  type ProofSetting,
  type Row,
  rowOf,
  rowsOf,
  SIZE,
  SMALL,
  stroke,
  type Writing,
  writeRow,
} from './proof-sheet.ts';
import { type Scaling, scalePage, scalePoint, scaleRect } from './scale-page.ts';

/** A fault as the proof lists it. */
export interface ProofFault {
  readonly number: number;
  readonly grave: boolean;
  /** Too much text, or too little: what ends there is marked, not all that is the story's. */
  readonly atEnd: boolean;
  readonly text: string;
  readonly span: Span | null;
}

/** What is printed round a page. */
export interface ProofWords {
  /** 校样 园区新报 2020年4月8日 第05版. */
  readonly title: string;
  /** The program and its version. */
  readonly engine: string;
  /** Those who sign: 一校, 二校, 三校, 责编, 值班总编. */
  readonly signers: readonly string[];
  /** What stands below the faults: the stories and their sizes. */
  readonly notes: readonly string[];
}

export interface ProofSheet {
  readonly label: string;
  /** Null: a page that could not be made; the sheet has its faults alone. */
  readonly page: Page | null;
  readonly faults: readonly ProofFault[];
  /** What is said of a story where it stands, by its id: its name and 字数. */
  readonly stories: ReadonlyMap<string, string>;
  readonly words: ProofWords;
}

/** The title and those who sign; numbers of lines beside the page; pt. */
const HEAD = 30;
const NUMBERS = 14;
/** Blank above the list and between its columns, pt. */
const GAP = 14;
const COLUMNS = 2;
/** A list of a few rows is not spread over its columns. */
const FEW_ROWS = 4;
/** The most of the paper's height that the list below a page takes; what is over goes on sheets of its own. */
const LIST_SHARE = 0.3;
/** Round the number of a fault, pt. */
const DISC = 10;
/** pt. */
const OUTLINE = 0.8;
const BLANK_TO_SIGN = 46;

const BLOCK = 'proof';
const NOWHERE: Span = { file: 'issue.yaml', start: 0, end: 0 };

/** The proof's pages, each as large as its paper. */
export function layOutProof(sheets: readonly ProofSheet[], setting: ProofSetting): Made {
  const made = sheets.flatMap((sheet) => sheetPages(sheet, setting));
  return {
    pages: made.map(({ page }) => page),
    structure: made.map(({ items }, page) =>
      furnitureNode(
        BLOCK,
        items.map((item) => ({ page, item })),
        null,
      ),
    ),
    fits: [],
    banners: [],
  };
}

interface SheetPage {
  readonly page: Page;
  /** What the proof has written on it. */
  readonly items: readonly number[];
}

interface PageWriting extends Writing {
  readonly sheet: ProofSheet;
}

function sheetPages(sheet: ProofSheet, setting: ProofSetting): SheetPage[] {
  const paper = paperFor(sheet.page?.trim ?? A4);
  const rows = listRows(sheet, paper, setting);
  const perSheet = rowsIn(paper.height - 2 * MARGIN - HEAD - GAP);
  const below = sheet.page === null ? perSheet : rowsIn(paper.height * LIST_SHARE);
  const pages: SheetPage[] = [];
  for (let at = 0, count = below; at === 0 || at < rows.length; at += count, count = perSheet) {
    const page = at === 0 ? sheet.page : null;
    const writing = { ...setting, sheet: { ...sheet, page }, paper, pen: newPagePen(), block: BLOCK };
    pages.push(sheetPage(writing, rows.slice(at, at + (at === 0 ? below : perSheet))));
  }
  return pages;
}

function rowsIn(height: number): number {
  return COLUMNS * Math.floor(height / PITCH);
}

/** A4 for a page that A4 holds, else A3; turned where the page is wider than high. */
function paperFor({ width, height }: Size): Size {
  const small = Math.min(width, height) <= A4.width && Math.max(width, height) <= A4.height;
  const paper = small ? A4 : A3;
  return width > height ? { width: paper.height, height: paper.width } : paper;
}

/** Rows of the list's first column. */
function rowsDown(rows: readonly Row[]): number {
  return Math.max(Math.min(rows.length, FEW_ROWS), Math.ceil(rows.length / COLUMNS));
}

/** The faults, then the notes, broken into the rows of the list's columns. */
function listRows({ faults, words }: ProofSheet, paper: Size, setting: ProofSetting): readonly Row[] {
  const { colours } = setting;
  const measure = columnWidth(paper);
  return [
    ...faults.flatMap(({ number, text, grave }) =>
      rowsOf(setting.paragraph(`${number}. ${text}`, SIZE, grave ? colours.grave : colours.slight), {
        measure,
        ...setting,
      }),
    ),
    ...words.notes.flatMap((text) =>
      rowsOf(setting.paragraph(text, SIZE, colours.ink), { measure, ...setting }),
    ),
  ];
}

function columnWidth({ width }: Size): number {
  return (width - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
}

function sheetPage(writing: PageWriting, rows: readonly Row[]): SheetPage {
  const { sheet, paper, pen } = writing;
  const { page, label } = sheet;
  const listHeight = rowsDown(rows) * PITCH;
  const listTop = page === null ? MARGIN + HEAD + GAP : paper.height - MARGIN - listHeight;
  const to = page === null ? null : placeOf(page, paper, listTop);
  if (page !== null && to !== null) {
    const scaled = scalePage(page, to);
    pen.items.push(...scaled.items);
    pen.lines.push(...scaled.lines);
    pen.blocks.push(...scaled.blocks);
  }
  const first = pen.items.length;
  const source = page?.blocks[0]?.source ?? NOWHERE;
  addBlock(pen, { id: BLOCK, role: 'furniture', story: null, part: 0, source }, { x: 0, y: 0, ...paper });
  writeHead(writing);
  if (page !== null && to !== null) {
    drawEdge(writing, page, to);
    numberGrid(writing, page, to);
    drawGrid(writing, page, to);
    nameStories(writing, page, to);
    for (const fault of sheet.faults) markFault(writing, fault, { page, to });
  }
  writeList(writing, rows, listTop);
  const { items, lines, blocks } = pen;
  return {
    page: {
      label,
      section: null,
      side: page?.side ?? 'right',
      trim: paper,
      bleed: 0,
      grid: NO_GRID,
      items,
      lines,
      blocks,
    },
    items: items.slice(first).map(({ id }) => id),
  };
}

/** As large as there is room between the head and the list, never enlarged, in the middle. */
function placeOf({ trim }: Page, paper: Size, listTop: number): Scaling {
  const top = MARGIN + HEAD + NUMBERS;
  const width = paper.width - 2 * (MARGIN + NUMBERS);
  const scale = Math.min(1, width / trim.width, (listTop - GAP - top) / trim.height);
  return { scale, x: (paper.width - trim.width * scale) / 2, y: top };
}

/** The title at the left, who signs at the right, each with a blank to write in. */
function writeHead(writing: PageWriting): void {
  const { sheet, paper, colours } = writing;
  const { title, engine, signers } = sheet.words;
  const baseline = MARGIN + ABOVE_BASELINE * 1.4 * SIZE;
  writeRow(writing, title, { left: MARGIN, baseline, size: 1.4 * SIZE });
  writeRow(writing, engine, { left: MARGIN, baseline: baseline + PITCH, size: SMALL });
  const right = paper.width - MARGIN;
  let left = right;
  for (const signer of [...signers].reverse()) {
    const row = rowOf(writing, signer, SIZE);
    left -= BLANK_TO_SIGN + row.width + 2;
    drawOne(writing, row, { left, baseline });
    const y = baseline + 2;
    const from = left + row.width + 2;
    stroke(writing, { from: { x: from, y }, to: { x: from + BLANK_TO_SIGN - 6, y } }, colours.ink);
  }
}

function drawEdge({ pen, colours }: Writing, { trim }: Page, to: Scaling): void {
  addItem(pen, {
    kind: 'shape',
    role: 'rule',
    block: BLOCK,
    box: scaleRect({ x: 0, y: 0, ...trim }, to),
    radius: 0,
    fill: null,
    stroke: { width: HAIRLINE, swatch: colours.ink },
  });
}

/** Columns above the page, every fifth line at both its sides: messages name places so. */
function numberGrid(writing: Writing, { trim, grid }: Page, to: Scaling): void {
  const { x, y, scale } = to;
  for (let column = 0; column < grid.columns; column++) {
    const middle = x + (columnLeft(grid, column) + widthAcross(grid, { column, columns: 1 }) / 2) * scale;
    writeRow(writing, `${column + 1}`, { middle, baseline: y - 3, size: SMALL });
  }
  for (let line = 1; line <= grid.lines; line++) {
    if (line > 1 && line % 5 > 0) continue;
    const baseline = y + (lineTop(grid, line - 1) + ABOVE_BASELINE * grid.em) * scale;
    writeRow(writing, `${line}`, { middle: x - NUMBERS / 2, baseline, size: SMALL });
    writeRow(writing, `${line}`, { middle: x + trim.width * scale + NUMBERS / 2, baseline, size: SMALL });
  }
}

/** The block of the grid, which a reader shows when it is wanted. */
export const GRID_BLOCK = 'proof.grid';

/** The lines of each column and its edges. */
function drawGrid({ pen, colours }: Writing, { grid, blocks }: Page, to: Scaling): void {
  const source = blocks[0]?.source ?? NOWHERE;
  addBlock(
    pen,
    { id: GRID_BLOCK, role: 'furniture', story: null, part: 0, source },
    scaleRect({ x: grid.left, y: grid.top, width: 0, height: 0 }, to),
  );
  const rule = {
    kind: 'rule',
    role: 'rule',
    block: GRID_BLOCK,
    width: HAIRLINE,
    swatch: colours.slight,
  } as const;
  const [top, foot] = [lineTop(grid, 0), lineTop(grid, grid.lines)];
  for (let column = 0; column < grid.columns; column++) {
    const left = columnLeft(grid, column);
    const right = left + widthAcross(grid, { column, columns: 1 });
    for (const x of [left, right]) {
      addItem(pen, { ...rule, from: scalePoint({ x, y: top }, to), to: scalePoint({ x, y: foot }, to) });
    }
    for (let line = 0; line <= grid.lines; line++) {
      const y = lineTop(grid, line);
      addItem(pen, { ...rule, from: scalePoint({ x: left, y }, to), to: scalePoint({ x: right, y }, to) });
    }
  }
}

/** Above the top left corner of each story its name and size. */
function nameStories(writing: PageWriting, page: Page, to: Scaling): void {
  for (const [story, text] of writing.sheet.stories) {
    const first = page.blocks.find((block) => block.story === story);
    if (first === undefined) continue;
    const { x, y } = scaleRect(boundsOf(first), to);
    writeRow(writing, text, { left: x, baseline: y - 1, size: SMALL, swatch: writing.colours.slight });
  }
}

/** Every box of it outlined, the first with its number in a disc at its corner. */
function markFault(
  writing: Writing,
  { number, grave, span, atEnd }: ProofFault,
  { page, to }: { readonly page: Page; readonly to: Scaling },
): void {
  const { pen, colours } = writing;
  if (span === null) return;
  const swatch = grave ? colours.grave : colours.slight;
  const found = atEnd ? endOfSpan(page, span) : boxesOfSpan(page, span);
  const boxes = found.map((box) => scaleRect(box, to));
  for (const box of boxes) {
    const outline = { kind: 'shape', role: 'rule', block: BLOCK, radius: 0, fill: null } as const;
    addItem(pen, { ...outline, box, stroke: { width: OUTLINE, swatch } });
  }
  const [first] = boxes;
  if (first === undefined) return;
  const disc: Rect = { x: first.x - DISC, y: first.y - DISC / 2, width: DISC, height: DISC };
  const fill = { kind: 'shape', role: 'rule', block: BLOCK, radius: DISC / 2, stroke: null } as const;
  addItem(pen, { ...fill, box: disc, fill: swatch });
  const baseline = disc.y + DISC / 2 + (ABOVE_BASELINE - 0.5) * SMALL;
  writeRow(writing, `${number}`, { middle: disc.x + DISC / 2, baseline, size: SMALL, swatch: colours.paper });
}

function writeList(writing: Writing, rows: readonly Row[], top: number): void {
  const perColumn = rowsDown(rows);
  rows.forEach((row, index) => {
    const column = Math.floor(index / perColumn);
    const left = MARGIN + column * (columnWidth(writing.paper) + GAP);
    const baseline = top + (index - column * perColumn) * PITCH + ABOVE_BASELINE * SIZE;
    drawRow(writing, row, { left, baseline, width: columnWidth(writing.paper) });
  });
}
