/** A story's box → its parts made ready for placing: galleys, menus of heights, caption heights. */

import type { FigureBox, Grid, ParagraphBox, StoryBox } from '../markup/box.ts';
import {
  type Breaks,
  breakGalley,
  evenMeasure,
  type FaceTables,
  type Galley,
  lineMenu,
  loosestGap,
  type Measure,
  prepareParagraph,
  STRETCH_WANTED,
} from '../text/index.ts';
import type { BlockMenu, HeightOption } from './distribute.ts';
import { type Columns, textWidth, widthAcross } from './grid.ts';
import { headBreaks } from './head-rows.ts';
import { dropInitial, type Initial } from './initial.ts';
import { wrapWidth } from './obstacle.ts';
import { type SetTable, setTable } from './table.ts';
import { cutOf } from './table-pieces.ts';
import { centreVerse } from './verse.ts';

/** A paragraph of the body with the ways to break it. */
export interface BodyBlock {
  readonly box: ParagraphBox;
  /** 首字下沉; `galley` is the paragraph without it. */
  readonly initial: Initial | null;
  readonly galley: Galley;
  readonly measure: Measure;
  /** Null but for a table, which has no lines of its own. */
  readonly table: SetTable | null;
  /** Set its best way only, however wide its lines are. */
  readonly isFixed: boolean;
  /** In step with `menu.options`. */
  readonly breaks: readonly Breaks[];
  readonly menu: BlockMenu;
}

const NO_LINES: Breaks = { ends: [], cost: 0, isPoor: false };

/** What a change of a paragraph's height by one line costs, so that the page is mended with few of them. */
export const VARIANT_COST = 60;

/** @param width of a column, pt. */
function bodyBlock(box: ParagraphBox, grid: Grid, width: number, tables: FaceTables): BodyBlock {
  const { initial, rest } = dropInitial(box, grid, width, tables);
  const galley = prepareParagraph(rest, tables);
  const measure = measureBeside(initial, evenMeasure(rest, Math.floor((width / box.size) * 1000)));
  const table = box.table === null ? null : setTable(box.table, grid, width, tables);
  const parts = { box, initial, galley, measure, table, isFixed: false };
  if (table !== null) {
    const options = [{ lines: table.lines, cost: 0 }];
    return { ...parts, breaks: [NO_LINES], menu: menuOf(box, options, { divisible: false, together: 0 }) };
  }
  return blockAtMeasure(
    { ...parts, breaks: [], menu: menuOf(box, [], { divisible: true, together: 0 }) },
    measure,
    grid,
  );
}

/** The ways to break a block whose lines have other widths; not of a table. */
export function blockAtMeasure(block: BodyBlock, measure: Measure, grid: Grid): BodyBlock {
  const { box, galley, initial } = block;
  const parts = { ...block, measure };
  const isVerse = box.role === 'verse';
  if (box.lines > 0) {
    const breaks = isVerse ? breakGalley(galley, measure) : headBreaks(galley, measure).breaks;
    const option = { lines: blockLines(box, breaks.ends.length, grid), cost: 0 };
    return { ...parts, breaks: [breaks], menu: menuOf(box, [option], { divisible: false, together: 0 }) };
  }
  const ways = isVerse ? [breakGalley(galley, measure)] : nearBest(galley, measure);
  const best = ways[0]!;
  const breaks = block.isFixed ? [best] : ways;
  const together = isVerse ? best.ends.length : (initial?.lines ?? 0);
  const options = breaks.map((way, k) => ({
    lines: Math.max(way.ends.length, together),
    cost: k === 0 ? 0 : VARIANT_COST + (way.cost - best.cost) / 10,
  }));
  return { ...parts, breaks, menu: menuOf(box, options, { divisible: true, together }) };
}

/** No line longer or shorter. */
export function atItsBest(block: BodyBlock): BodyBlock {
  const { menu, breaks } = block;
  return {
    ...block,
    isFixed: true,
    breaks: breaks.slice(0, 1),
    menu: { ...menu, options: menu.options.slice(0, 1) },
  };
}

/** The story with tables that may go on in the next column; null without a table. */
export function withCuts(story: MeasuredStory): MeasuredStory | null {
  if (story.body.every(({ table }) => table === null || table.box.optional !== null)) return null;
  const body = story.body.map((block) => {
    const { table, menu } = block;
    return table === null || table.box.optional !== null
      ? block
      : { ...block, menu: { ...menu, cut: cutOf(table) } };
  });
  return { ...story, body };
}

/** The first lines are narrower by the initial they stand beside. */
function measureBeside(initial: Initial | null, even: Measure): Measure {
  if (initial === null) return even;
  return { ...even, widths: new Array<number>(initial.lines).fill(even.rest - initial.width) };
}

/** The best way, and those of one line less and one more that set well: no gap wider than is wanted. */
function nearBest(galley: Galley, measure: Measure): readonly Breaks[] {
  const menu = lineMenu(galley, measure);
  const best = menu[0]!;
  const setsWell = (way: Breaks): boolean =>
    Math.abs(way.ends.length - best.ends.length) === 1 &&
    !way.isPoor &&
    loosestGap(galley, way, measure) <= STRETCH_WANTED;
  return menu.filter((way) => way === best || setsWell(way));
}

function menuOf(
  box: ParagraphBox,
  options: readonly HeightOption[],
  ways: Pick<BlockMenu, 'divisible' | 'together'>,
): BlockMenu {
  return {
    divisible: ways.divisible,
    together: ways.together,
    cut: null,
    options,
    spaceBefore: box.spaceBefore,
    spaceAfter: box.spaceAfter,
    keepWithNext: box.keepWithNext,
    orphans: box.orphans,
    widows: box.widows,
  };
}

/** 占行: the whole lines a block of rows takes; never fewer than its rows need. */
export function blockLines(box: ParagraphBox, rows: number, grid: Grid): number {
  const height = box.size + (rows - 1) * box.rowPitch;
  return Math.max(box.lines, Math.ceil(height / grid.pitch - 1e-6));
}

/** A figure's caption made ready at one width. */
export interface SetCaption {
  readonly galley: Galley;
  readonly breaks: Breaks;
  readonly measure: Measure;
}

/** Null for a figure without a caption. */
export function setCaption(
  figure: FigureBox,
  grid: Grid,
  columns: Columns,
  tables: FaceTables,
): SetCaption | null {
  if (figure.caption === null) return null;
  const galley = prepareParagraph(figure.caption, tables);
  const { wrap } = figure;
  const width = wrap === null ? widthAcross(grid, columns) : wrapWidth(figure, wrap, grid);
  const measure = evenMeasure(figure.caption, Math.floor((width / figure.caption.size) * 1000));
  return { galley, breaks: breakGalley(galley, measure), measure };
}

/** A story that is measured but has no place yet. */
export interface MeasuredStory {
  readonly box: StoryBox;
  readonly columns: number;
  readonly body: readonly BodyBlock[];
  /** Lines of the body at its best, subheads and their spaces included, as if in one column. */
  readonly lines: number;
}

/** @param known blocks of the same story that are measured already, by their box. */
export function measureStory(
  given: StoryBox,
  grid: Grid,
  tables: FaceTables,
  known?: ReadonlyMap<ParagraphBox, BodyBlock>,
): MeasuredStory {
  const columns = Math.min(given.columns ?? grid.columns, grid.columns);
  const width = textWidth(grid);
  const box = { ...given, body: centreVerse(given.body, width, tables) };
  const body = box.body.map(
    (paragraph) => known?.get(paragraph) ?? bodyBlock(paragraph, grid, width, tables),
  );
  const lines = body.reduce(
    (sum, block) => sum + block.menu.options[0]!.lines + block.box.spaceBefore + block.box.spaceAfter,
    0,
  );
  return { box, columns, body, lines };
}
