/**
 * A measured story and the lines it has on the page → places for head, pictures and every block of text.
 *
 * The pictures' heights are what gives: among all arrangements and heights within the crop limits the one is
 * taken that fills the columns exactly at the least cost.
 */

import type { FigureBox, Grid } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { bodyBeside, menusBeside, sidesOf } from './beside.ts';
import type { LineRun } from './block-grid.ts';
import { linesBelow } from './caption.ts';
import { COLUMN_COST, type Distribution, distribute } from './distribute.ts';
import { type Arrangement, arrangements, columnsTaken, type FigureGroup, linesTaken } from './figures.ts';
import { type Columns, type GridBox, widthAcross } from './grid.ts';
import { type Obstacle, obstaclesOf, slotsBeside, withoutRoom } from './obstacle.ts';
import {
  type Area,
  blockedBefore,
  headBoxOf,
  innerLineOf,
  type Stacked,
  stack,
  type TextSlot,
  textSlots,
} from './stack.ts';
import { type BodyBlock, type MeasuredStory, type SetCaption, setCaption, VARIANT_COST } from './story.ts';

export type { Area, TextSlot } from './stack.ts';

export interface PlacedFigure {
  /** Index in the story's figures. */
  readonly index: number;
  readonly photo: GridBox;
  /** Of a picture that text runs round: its place; `photo` counts no more than its lines. */
  readonly obstacle: Obstacle | null;
  /** Lines at which the least of its row is cropped; not a whole number. */
  readonly ideal: number;
  readonly caption: SetCaption | null;
}

export interface Composition {
  readonly figures: readonly PlacedFigure[];
  readonly slots: readonly TextSlot[];
  /** The story's blocks, set where they came to stand. */
  readonly body: readonly BodyBlock[];
  /** Pictures of free width that do not stand in the story's free lines. */
  readonly lacking: readonly number[];
  /** Where a head at the side stands. */
  readonly headBox: GridBox | null;
  /** The line at which a head in the midst of the text begins. */
  readonly innerLine: number | null;
  /** Null where the text does not fit. */
  readonly distribution: Distribution | null;
  readonly cost: number;
  /** Lines of all columns that stay white so that the columns end level. */
  readonly white: number;
}

/** Heights chosen for the groups of an arrangement. */
interface Candidate extends Stacked {
  readonly capacity: number;
  readonly cost: number;
}

/** Cost of a picture as far from its uncropped height as the limit allows. */
const CROP_COST = 60;

/** Of that, where pictures give first: none is as dear then as a paragraph a line longer or shorter. */
const CROP_FIRST = 1 / 16;

/** Combinations of heights in one arrangement at the most: many pictures have few heights each. */
const PRODUCTS = 8000;

/** Candidates looked at closely at the most, so that time is bounded. */
const TRIES = 200;

export interface ComposeOptions {
  readonly grid: Grid;
  readonly tables: FaceTables;
  /** Lines that a picture may be higher or lower than uncropped, within its crop limits, to fill the area. */
  readonly photos: number;
  /** Pictures are to give before paragraphs do. */
  readonly photosFirst: boolean;
  /** Whether its place is to be filled, or its columns be as low as they may. */
  readonly end: 'full' | 'level';
}

/** Null where the pictures alone do not fit the area. */
export function composeStory(story: MeasuredStory, area: Area, options: ComposeOptions): Composition | null {
  const { grid, tables } = options;
  const captions = captionCache(story, grid, tables);
  const { figures } = story.box;
  const ways = arrangements(
    figures.filter(({ wrap }) => wrap === null),
    grid,
    { columns: area.columns, leadSide: leadSideOf(story) },
    (figure, columns) => {
      const caption = captions(figures.indexOf(figure), columns);
      return caption === null ? 0 : linesBelow(figure, caption.breaks.ends.length);
    },
  ).map((way) => ({ ...way, groups: way.groups.map((group) => indexedIn(group, figures)) }));
  const captionLines = (figure: number): number =>
    linesBelow(story.box.figures[figure]!, captions(figure, ONE)?.breaks.ends.length ?? 0);
  const obstacles = obstaclesOf(figures, grid, area, captionLines);
  const trying = { story, area, grid, captions, obstacles, end: options.end };
  const heights = heightsOf(story);
  let best: Composition | null = null;
  let roomiest: Candidate | null = null;
  for (const way of ways) {
    if (best !== null && way.cost >= best.cost) break;
    const tried = within(way, options.photos);
    roomiest = roomier(roomiest, lowest(tried, area), area);
    const found = candidates(tried, area, heights.least, options.photosFirst ? CROP_FIRST : 1);
    best = bestOf(inOrder(found, heights), best, (candidate) => tryCandidate(candidate, trying));
  }
  if (best !== null || roomiest === null) return best;
  return tryCandidate(roomiest, trying);
}

/** Its members with their places among all figures of the story. */
function indexedIn(group: FigureGroup, figures: readonly FigureBox[]): FigureGroup {
  const members = group.members.map((member) => ({ ...member, index: figures.indexOf(member.figure) }));
  return { ...group, members };
}

/** An arrangement with all its pictures as low as they may be. */
function lowest(arrangement: Arrangement, area: Area): Candidate {
  const heights = arrangement.groups.map((group) => group.least);
  const taken = arrangement.groups.reduce(
    (sum, group, g) => sum + linesTaken(group, heights[g]!) * columnsTaken(group, area),
    linesOfHead(arrangement, heights, area),
  );
  return { arrangement, heights, capacity: linesOf(area) - taken, cost: arrangement.cost };
}

/** The one with more room for text, if its pictures leave no column with less than nothing. */
function roomier(known: Candidate | null, candidate: Candidate, area: Area): Candidate | null {
  if (known !== null && candidate.capacity <= known.capacity) return known;
  return textSlots(candidate, area).every((slot) => slot.lines >= 0) ? candidate : known;
}

/** A candidate with the least that its composition can cost. */
interface Promising {
  readonly candidate: Candidate;
  readonly least: number;
}

/** Candidates in which the text may find room, the most promising first. */
function inOrder(found: readonly Candidate[], heights: Heights): readonly Promising[] {
  return found
    .map((candidate) => ({ candidate, least: candidate.cost + missCost(candidate.capacity, heights) }))
    .sort((a, b) => a.least - b.least || b.candidate.capacity - a.candidate.capacity);
}

/** The least that it costs to make the text as high as the room for it. */
function missCost(capacity: number, { best, spaces, longer }: Heights): number {
  const over = capacity - best;
  if (over <= 0) return VARIANT_COST * Math.max(0, -over - spaces);
  return VARIANT_COST * Math.min(over, longer) + COLUMN_COST.SHORT * Math.max(0, over - longer);
}

/** The cheapest composition of all, trying only candidates that could be cheaper than the best so far. */
function bestOf(
  order: readonly Promising[],
  known: Composition | null,
  compose: (candidate: Candidate) => Composition,
): Composition | null {
  let best = known;
  for (const { candidate, least } of order.slice(0, TRIES)) {
    if (best !== null && least >= best.cost) break;
    const tried = compose(candidate);
    if (tried.distribution !== null && (best === null || tried.cost < best.cost)) best = tried;
  }
  return best;
}

/** Where the editor put the first picture; else at the right, or away from a head at the right. */
function leadSideOf({ box }: MeasuredStory): 'left' | 'right' {
  const lead = box.figures.find(({ wrap }) => wrap === null);
  const place = lead?.place ?? (box.head?.side === 'right' ? 'top-left' : 'top-right');
  return place === 'top-left' || place === 'bottom-left' ? 'left' : 'right';
}

/** Its pictures no more than some lines higher or lower than uncropped. */
function within(way: Arrangement, limit: number): Arrangement {
  const groups = way.groups.map((group) => {
    const lines = Math.min(group.most, Math.max(group.least, Math.round(group.ideal)));
    return {
      ...group,
      least: Math.max(group.least, lines - limit),
      most: Math.min(group.most, lines + limit),
    };
  });
  return { ...way, groups };
}

/** Lines that the body can take. */
interface Heights {
  /** With every paragraph at its best, spaces included. */
  readonly best: number;
  /** Of these the spaces between blocks: at a column's head they are dropped. */
  readonly spaces: number;
  /** With every paragraph at its shortest, no spaces. */
  readonly least: number;
  /** Paragraphs that can be set a line longer. */
  readonly longer: number;
}

function heightsOf(story: MeasuredStory): Heights {
  let spaces = 0;
  let least = 0;
  let longer = 0;
  for (const { box, menu } of story.body) {
    const lines = menu.options.map((option) => option.lines);
    spaces += box.spaceBefore + box.spaceAfter;
    least += Math.min(...lines);
    if (Math.max(...lines) > lines[0]!) longer += 1;
  }
  return { best: story.lines, spaces, least, longer };
}

/** For a picture that has a width of its own. */
const ONE: Columns = { column: 0, columns: 1 };

type Captions = (figure: number, columns: Columns) => SetCaption | null;

function captionCache(story: MeasuredStory, grid: Grid, tables: FaceTables): Captions {
  const known = new Map<string, SetCaption | null>();
  return (figure, columns) => {
    const key = `${figure}/${columns.columns}/${widthAcross(grid, columns)}`;
    let caption = known.get(key);
    if (caption === undefined) {
      caption = setCaption(story.box.figures[figure]!, grid, columns, tables);
      known.set(key, caption);
    }
    return caption;
  };
}

/** All heights of the groups within their crop limits that leave room for the text. */
function candidates(
  arrangement: Arrangement,
  area: Area,
  least: number,
  weight: number,
): readonly Candidate[] {
  const found: Candidate[] = [];
  const heights: number[] = [];
  const { groups } = arrangement;
  const most = heightsEach(groups.length);
  const tried = groups.map((group) => heightsTried(group, most));
  const choose = (g: number, capacity: number, cost: number): void => {
    if (capacity < least) return;
    const group = groups[g];
    if (group === undefined) {
      const free = capacity - linesOfHead(arrangement, heights, area);
      if (free >= least) found.push({ arrangement, heights: [...heights], capacity: free, cost });
      return;
    }
    const columns = columnsTaken(group, area);
    for (const lines of tried[g]!) {
      heights[g] = lines;
      choose(g + 1, capacity - linesTaken(group, lines) * columns, cost + weight * cropCost(group, lines));
    }
  };
  choose(0, linesOf(area), arrangement.cost);
  return found;
}

/** Lines of all columns. */
function linesOf(area: Area): number {
  const { columns, lines, fold } = area;
  const lost = (runs: readonly LineRun[]): number =>
    runs.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, lines) - from), 0);
  const used = fold === null ? columns : columns - 1;
  return used * lines - blockedBefore(area).reduce((sum, runs) => sum + lost(runs), 0);
}

/** The most heights each of `groups` groups may have, so that their combinations stay within PRODUCTS. */
function heightsEach(groups: number): number {
  const combinations = (heights: number): number => Array(groups).fill(heights).reduce(multiply, 1);
  let heights = 1;
  while (groups > 0 && heights < PRODUCTS && combinations(heights + 1) <= PRODUCTS) heights++;
  return heights;
}

function multiply(a: number, b: number): number {
  return a * b;
}

/** At most `most` heights of a group: all of them, or those nearest to the uncropped one. */
function heightsTried(group: FigureGroup, most: number): readonly number[] {
  const all = Array.from({ length: group.most - group.least + 1 }, (_, k) => group.least + k);
  if (all.length <= most) return all;
  const off = (lines: number): number => Math.abs(lines - group.ideal);
  return all.sort((a, b) => off(a) - off(b) || a - b).slice(0, most);
}

function cropCost(group: FigureGroup, lines: number): number {
  const off = lines - group.ideal;
  const limit = Math.max(1, off < 0 ? group.ideal - group.least : group.most - group.ideal);
  return CROP_COST * group.members.length * (off / limit) * (off / limit);
}

/** Lines of all columns that a head at the side takes from the text. */
function linesOfHead(arrangement: Arrangement, heights: readonly number[], area: Area): number {
  if (area.headColumns === null) return 0;
  const { first, count } = area.headColumns;
  const { top, foot } = stack({ arrangement, heights }, area);
  let lines = 0;
  for (let k = first; k < first + count; k++) lines += area.lines - top[k]! - foot[k]!;
  return lines;
}

/** What all candidates of a story share. */
interface Trying {
  readonly story: MeasuredStory;
  readonly area: Area;
  readonly grid: Grid;
  readonly captions: Captions;
  readonly obstacles: readonly Obstacle[];
  readonly end: ComposeOptions['end'];
}

function tryCandidate(candidate: Candidate, trying: Trying): Composition {
  const { story, area, grid, captions, obstacles, end } = trying;
  const all = textSlots(candidate, area);
  const free = all.filter((slot) => slot.lines > 0);
  const slots = slotsBeside(free, obstacles, grid);
  const sides = sidesOf(slots, grid);
  const lacking = withoutRoom(obstacles, free, grid).map(({ index }) => index);
  const fits = all.every((slot) => slot.lines >= 0) && lacking.length === 0;
  const distribution = fits
    ? distribute(
        menusBeside(story.body, sides, grid),
        slots.map((slot) => slot.lines),
        end,
      )
    : null;
  const wrapped = obstacles.map((obstacle) => wrappedFigure(obstacle, captions));
  return {
    figures: [...placeFigures(candidate, area, captions), ...wrapped].sort((a, b) => a.index - b.index),
    slots,
    lacking,
    body: bodyBeside(story.body, distribution?.placements ?? [], sides, grid),
    headBox: headBoxOf(candidate, area),
    innerLine: innerLineOf(area),
    distribution,
    cost: candidate.cost + (distribution?.cost ?? 0),
    white: 0,
  };
}

function wrappedFigure(obstacle: Obstacle, captions: Captions): PlacedFigure {
  const { index, line, lines } = obstacle;
  const photo = { column: 0, columns: 1, line, lines };
  return { index, photo, obstacle, ideal: lines, caption: captions(index, ONE) };
}

function placeFigures(candidate: Candidate, area: Area, captions: Captions): readonly PlacedFigure[] {
  const { starts } = stack(candidate, area);
  return candidate.arrangement.groups.flatMap((group, g) => {
    const lines = candidate.heights[g]!;
    const line =
      group.edge === 'top'
        ? area.line + starts[g]!
        : area.line + area.lines - starts[g]! - lines - group.captionLines;
    return group.members.map((member) => ({
      index: member.index,
      photo: { column: area.column + member.column, columns: member.columns, line, lines },
      obstacle: null,
      ideal: group.ideal,
      caption: captions(member.index, member),
    }));
  });
}
