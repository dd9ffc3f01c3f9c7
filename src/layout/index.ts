/** Box tree → Pages: heads set, pictures arranged, text run through the columns of the grid. */

import { type Diagnostic, hasErrors } from '../diagnostics.ts';
import type { FolioBox, Grid, PageBox, ParagraphBox, StoryBox } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { blockGrid, boundsOf } from './block-grid.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkComposition, type Silenced, unsilenced } from './check-composition.ts';
import { checkFull } from './check-fit.ts';
import { checkFold } from './check-fold.ts';
import { checkGroups } from './check-groups.ts';
import { checkLone } from './check-lone.ts';
import { checkReverse } from './check-reverse.ts';
import { checkStory } from './check-story.ts';
import { variantsOnce } from './check-text.ts';
import { columnRules } from './column-rules.ts';
import { finishStory } from './finish.ts';
import { finishFolio } from './folio.ts';
import { drawCorner, drawFrame, furnitureNode } from './frame.ts';
import { allColumns, type Columns, inkBox } from './grid.ts';
import type { BannerFit, Made, Node, Page, StoryFit } from './page.ts';
import { addBlock, newPagePen, type PagePen } from './page-pen.ts';
import { finishPanel } from './panel.ts';
import { placeStory } from './place-story.ts';
import type { StorySpace } from './placed-story.ts';
import { type HeightGot, type SharedPage, shareHeight } from './share-height.ts';
import { type Standing, type StandingHead, standingOf } from './standing.ts';
import type { BodyBlock } from './story.ts';

export type { Silenced } from './check-composition.ts';
export { checkCharacters, checkLines, variantsOnce } from './check-text.ts';
export { type GalleyStory, layOutGalleys } from './galley.ts';
export { layOutGrid } from './grid-sheet.ts';
export { type GridText, gridText } from './grid-text.ts';
export { GRID_BLOCK, layOutProof, type ProofFault, type ProofSheet } from './proof.ts';
export { boxesOfSpan, comesFrom } from './proof-marks.ts';
export type { ProofSetting } from './proof-sheet.ts';
export { shareHeight } from './share-height.ts';

export interface LaidOut {
  readonly made: Made;
  readonly diagnostics: readonly Diagnostic[];
  /** Warnings that pages do without. */
  readonly silenced: readonly Silenced[];
}

/** Lays out pages, those of a story that goes on in order. A page with a fault is still made as far as it can be. */
export function layOut(pages: readonly PageBox[], tables: FaceTables): LaidOut {
  const threads: Threads = { parts: partsOf(pages), rest: new Map(), measured: new Map() };
  const made = pages.map((box, index) => layOutPage(box, index, { tables, threads }));
  return {
    made: {
      pages: made.map((one) => one.page),
      structure: joined(made.flatMap((one) => one.structure)),
      fits: made.flatMap((one) => one.fits),
      banners: made.flatMap((one) => one.banners),
    },
    diagnostics: variantsOnce(made.flatMap((one, index) => (pages[index]!.wanted ? one.diagnostics : []))),
    silenced: made.flatMap((one) => one.silenced),
  };
}

/** Stories in several blocks. */
interface Threads {
  /** Blocks that each story stands in. */
  readonly parts: ReadonlyMap<string, number>;
  /** What the parts made so far have left for the next. */
  readonly rest: Map<string, readonly ParagraphBox[]>;
  /** Their paragraphs as measured, by story and column: most of a long story is for the parts to come. */
  readonly measured: Map<string, StorySpace['measured']>;
}

function partsOf(pages: readonly PageBox[]): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  for (const block of pages.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'story') parts.set(block.id, Math.max(parts.get(block.id) ?? 0, block.part + 1));
  }
  return parts;
}

/** A story is one tree, however many pages it stands on. */
function joined(nodes: readonly Node[]): readonly Node[] {
  const stories = new Map<string, Node>();
  for (const node of nodes) {
    if (node.role !== 'story') continue;
    const first = stories.get(node.block);
    stories.set(
      node.block,
      first === undefined ? node : { ...first, children: [...first.children, ...node.children] },
    );
  }
  const seen = new Set<string>();
  return nodes.flatMap((node) => {
    if (node.role !== 'story') return [node];
    if (seen.has(node.block)) return [];
    seen.add(node.block);
    return [stories.get(node.block)!];
  });
}

interface MadePage {
  readonly page: Page;
  readonly structure: readonly Node[];
  readonly fits: readonly StoryFit[];
  readonly banners: readonly BannerFit[];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
}

/** Blank lines of the grid between two stories one below the other. */
const BETWEEN_STORIES = 1;

/** A page while it is made. */
interface Making {
  readonly box: PageBox;
  /** Index in `Made.pages`. */
  readonly index: number;
  readonly tables: FaceTables;
  readonly threads: Threads;
  readonly pen: PagePen;
  readonly structure: Node[];
  readonly fits: StoryFit[];
  readonly diagnostics: Diagnostic[];
  /** The stories in blocks of a plan. */
  readonly standings: Standing[];
  readonly banners: StandingHead[];
  readonly bannerFits: BannerFit[];
  /** Lines that stand alone at a column's head or foot. */
  readonly lone: Diagnostic[];
  /** Lines of the page that flowing stories may take beyond the fewest they need. */
  more: number;
  /** 分高: the lines that stories got. */
  readonly got: ReadonlyMap<string, HeightGot>;
  /** The first line below the blocks that flow. */
  line: number;
}

type Given = Pick<Making, 'box' | 'index' | 'tables' | 'threads'>;

/** A page of flowing stories gives what it has white at its foot so that no line of theirs stands alone. */
function layOutPage(
  unshared: PageBox,
  index: number,
  { tables, threads }: Omit<Given, 'box' | 'index'>,
): MadePage {
  const shared = shareHeight(unshared, tables);
  const { page: box } = shared;
  const rest = new Map(threads.rest);
  const given = { box, index, tables, threads };
  const first = makePage(given, shared, 0);
  const flows = box.blocks.every((block) => block.place === null);
  const white = box.grid.lines - first.used;
  if (!flows || white < 1 || !first.diagnostics.some(({ code }) => code === 'lone-line')) return first;
  for (const [id, body] of rest) threads.rest.set(id, body);
  return makePage(given, shared, white);
}

function makePage(
  { box, index, tables, threads }: Given,
  { got, diagnostics: faults }: SharedPage,
  more: number,
): MadePage & { readonly used: number } {
  const making: Making = {
    box,
    index,
    tables,
    threads,
    pen: newPagePen(),
    structure: [],
    fits: [],
    got,
    diagnostics: faults.length > 0 ? [...faults] : [...checkBlocks(box), ...checkGroups(box)],
    standings: [],
    banners: [],
    bannerFits: [],
    lone: [],
    more,
    line: box.folio?.lines ?? 0,
  };
  const { pen, structure, fits, diagnostics } = making;
  for (const [folio, columns] of foliosOf(box)) {
    const made = finishFolio({ pen, grid: box.grid, page: index, columns }, folio, tables);
    structure.push(made.node);
    diagnostics.push(...made.diagnostics);
  }
  // Blocks that stand on each other or beyond the page would only be drawn to be told of again.
  if (!hasErrors(diagnostics)) for (const block of box.blocks) makeBlock(making, block);
  const flows = box.blocks.every((block) => block.place === null);
  // What a page with a fault has white is left by the fault.
  if (flows && !hasErrors(diagnostics)) diagnostics.push(...checkFull(box, making.line - BETWEEN_STORIES));
  diagnostics.push(...checkFold(box, pen));
  diagnostics.push(...checkReverse(pen.items, box.light));
  // Nor is a page with a fault composed as it will be.
  if (!hasErrors(diagnostics)) {
    diagnostics.push(...making.lone, ...checkComposition(box, making.standings, making.banners));
  }
  const used = making.line - BETWEEN_STORIES;
  const page = pageOf(box, pen);
  return { page, structure, fits, banners: making.bannerFits, used, ...unsilenced(box, diagnostics) };
}

/** The columns of each: all of them, or those of its page of a 通版. */
function foliosOf({ folio, rightFolio, grid }: PageBox): readonly (readonly [FolioBox, Columns])[] {
  if (folio === null) return [];
  if (rightFolio === null || grid.fold === null) return [[folio, allColumns(grid)]];
  const { column } = grid.fold;
  return [
    [folio, { column: 0, columns: column }],
    [rightFolio, { column: column + 1, columns: grid.columns - column - 1 }],
  ];
}

function makeBlock(making: Making, block: PageBox['blocks'][number]): void {
  const { pen, box, index, tables } = making;
  if (block.kind === 'story') {
    makeStory(making, block);
    return;
  }
  const panel = finishPanel({ pen, grid: box.grid, page: index, tables }, block);
  making.structure.push(panel.node);
  making.diagnostics.push(...panel.diagnostics);
  const { id, group, place } = block;
  if (group === null || panel.head === null) return;
  const { size } = panel.head;
  making.banners.push({ id, group, span: place.span, at: place.boxes[0]!, size, blanks: [0, 0] });
  making.bannerFits.push({ page: box.label, group, head: panel.head });
}

function makeStory(making: Making, given: StoryBox): void {
  const { pen, index, tables, threads, diagnostics } = making;
  const story = given.part === 0 ? given : { ...given, body: threads.rest.get(given.id) ?? [] };
  const space = story.place === null ? spaceBelow(making, story) : spaceAt(making, story, story.place);
  const placed = placeStory(story, space);
  if (!('story' in placed)) {
    diagnostics.push(...placed);
    return;
  }
  threads.rest.set(story.id, placed.rest);
  if (story.place !== null) {
    making.standings.push(
      standingOf({ ...story, place: story.place }, placed, { page: making.box.grid, space }),
    );
  }
  if (story.place !== null && story.frame !== null) makeFrame(making, story, story.place);
  making.structure.push(...columnRules(pen, placed, index));
  const context = { pen, grid: space.grid, page: index, tables };
  const head = placed.head === null ? null : { set: placed.head, line: placed.headLine };
  making.structure.push(finishStory(context, placed, head));
  making.fits.push({ ...placed.fit, share: making.got.get(story.id) ?? null });
  diagnostics.push(...placed.diagnostics, ...checkStory(placed, tables));
  making.lone.push(...checkLone(placed, making.box.grid));
  making.more -= placed.more;
  if (story.place === null) making.line += placed.lines + BETWEEN_STORIES;
}

/** All columns of the page, or the story's first ones, below the stories before it. */
function spaceBelow({ box, tables, threads, line, more }: Making, story: StoryBox): StorySpace {
  const { grid, label } = box;
  const columns = Math.min(story.columns ?? grid.columns, grid.columns);
  const blocked = Array.from({ length: columns }, () => []);
  const parts = threads.parts.get(story.id)!;
  const measured = measuredOf(threads, story, grid);
  const lines = grid.lines - line;
  return { label, grid, blocked, tables, line, lines, more, parts, measured, fit: box.fit };
}

function spaceAt(
  { box, tables, threads }: Making,
  story: StoryBox,
  place: NonNullable<StoryBox['place']>,
): StorySpace {
  const { grid, blocked } = blockGrid(box.grid, place.boxes, story);
  return {
    label: box.label,
    grid,
    blocked,
    tables,
    line: 0,
    lines: grid.lines,
    more: 0,
    parts: threads.parts.get(story.id)!,
    measured: measuredOf(threads, story, grid),
    fit: box.fit,
  };
}

/** Kept from part to part while the columns are the same. */
function measuredOf(
  { parts, measured }: Threads,
  { id }: StoryBox,
  { em, pitch, chars }: Grid,
): StorySpace['measured'] {
  if (parts.get(id) === 1) return new Map();
  const key = [id, em, pitch, chars].join(' ');
  const known = measured.get(key) ?? new Map<ParagraphBox, BodyBlock>();
  measured.set(key, known);
  return known;
}

/** The frame of a story stands behind it. */
function makeFrame(
  { pen, box, index, tables, structure, diagnostics }: Making,
  story: StoryBox,
  place: NonNullable<StoryBox['place']>,
): void {
  const block = `${story.id}.frame`;
  const bounds = inkBox(box.grid, boundsOf(place.boxes));
  addBlock(pen, { id: block, role: 'furniture', story: story.id, part: 0, source: story.span }, bounds);
  const drawn = drawFrame(pen, story.frame!, { block, box: bounds });
  const corner = drawCorner(pen, story.frame!, { block, box: bounds }, { grid: box.grid, tables });
  diagnostics.push(...corner.diagnostics);
  const items = [...drawn, ...corner.items];
  structure.push(
    furnitureNode(
      block,
      items.map((item) => ({ page: index, item })),
      story.span,
    ),
  );
}

function pageOf(box: PageBox, pen: PagePen): Page {
  const { label, section, side, trim, grid } = box;
  return {
    label,
    section,
    side,
    trim,
    grid,
    bleed: 0,
    blocks: pen.blocks,
    lines: pen.lines,
    items: pen.items,
  };
}
