/** A story's box and the lines left on its page → its composition, how it fits, what is to be said of it. */

import type { Diagnostic } from '../diagnostics.ts';
import { contains } from '../geometry.ts';
import type { Grid, HeadBox, ParagraphBox, StoryBox } from '../markup/box.ts';
import { setLines } from '../text/index.ts';
import type { LineRun } from './block-grid.ts';
import { linesBelow } from './caption.ts';
import {
  headTooLong,
  noRoom,
  noRoomToWrap,
  nothingToJump,
  oversetError,
  shortWarning,
  tooWide,
} from './check-fit.ts';
import type { Area, Composition } from './compose.ts';
import { composeWithin, type Within } from './compose-within.ts';
import { SHORT_BORNE } from './distribute.ts';
import { fitCopy, isAtSide, limitOf, type Standing, tightestBox } from './fit-copy.ts';
import { inkBox } from './grid.ts';
import { type SetHead, setHead } from './head.ts';
import { columnsAtTop, columnsOfHead, noTextBeside } from './head-columns.ts';
import { loneLines } from './lone-lines.ts';
import { cutToFit, NOTHING } from './overset.ts';
import type { Amount } from './page.ts';
import type { PlacedStory, StorySpace } from './placed-story.ts';
import { placeSideHead } from './side-head.ts';
import { type MeasuredStory, measureStory, withCuts } from './story.ts';
import { fitOf } from './story-fit.ts';
import { fillPart, runOver } from './thread.ts';

/** A story and its head, measured, and the lines that its text and pictures may take. */
interface Prepared {
  readonly story: MeasuredStory;
  readonly head: SetHead | null;
  readonly area: Area;
  /** Lines of the head above all columns. */
  readonly above: number;
}

function prepare(box: StoryBox, space: StorySpace): Prepared {
  const { grid, tables } = space;
  const story = measureStory(box, grid, tables, space.measured);
  for (const block of story.body) space.measured.set(block.box, block);
  const atSide = box.head !== null && isAtSide(box.head);
  const over = columnsOfHead(box.head, columnsAtTop(space.blocked, story.columns));
  const head = box.head === null || atSide ? null : setHead(box.head, grid, over, tables);
  const isInner = box.head?.side === 'within' && over.columns < story.columns;
  const headLines = isInner ? 0 : (head?.lines ?? 0);
  // Beside a head over some of its columns the text of the others begins at the top.
  const above = over.columns === story.columns ? headLines : 0;
  const area: Area = {
    column: 0,
    columns: story.columns,
    line: space.line + above,
    lines: space.lines - above,
    inner: isInner ? { first: over.column, count: over.columns, lines: head!.lines } : null,
    headColumns: atSide ? sideColumns(box.head!, story.columns) : null,
    fold: grid.fold,
    textLines: space.lines - above,
    blocked: space.blocked.map((runs, k) =>
      above > 0
        ? shifted(runs, above)
        : headLines > 0 && k >= over.column && k < over.column + over.columns
          ? [{ from: 0, to: headLines }, ...runs]
          : runs,
    ),
  };
  return { story: cutAsNeeded(story, area, space), head, area, above };
}

/** A table is whole where the story fits so. */
function cutAsNeeded(story: MeasuredStory, area: Area, space: StorySpace): MeasuredStory {
  const cut = area.lines < 1 ? null : withCuts(story);
  if (cut === null || composeWhole(story, area, space)?.distribution != null) return story;
  return cut;
}

function standingOf({ story, area }: Prepared, space: StorySpace): Standing {
  const composition = area.lines < 1 ? null : composeWhole(story, area, space);
  if (composition === null || composition.distribution === null) return 'overset';
  if (shortOf(composition, space.grid).lines > SHORT_BORNE) return 'short';
  return loneLines(composition).length > 0 ? 'lone' : 'fits';
}

/** Whether all of a story's text finds room while its head stays as it is. */
export function findsRoom(box: StoryBox, space: StorySpace): boolean {
  const { story, area } = prepare(box, space);
  return area.lines >= 1 && composeWithin(story, area, optionsOf(space))?.distribution != null;
}

const wholes = new WeakMap<
  MeasuredStory,
  { readonly area: Area; readonly composition: Composition | null }
>();

/** A story in all of its area: asked for before it is placed, to see how it stands, and to place it. */
function composeWhole(story: MeasuredStory, area: Area, space: StorySpace): Composition | null {
  const known = wholes.get(story);
  if (known?.area === area) return known.composition;
  const composition = composeWithin(story, area, optionsOf(space));
  wholes.set(story, { area, composition });
  return composition;
}

function optionsOf({ grid, tables, fit: limits }: StorySpace): Within {
  const order = limits.map(({ step }) => step);
  return {
    grid,
    tables,
    paragraphs: limitOf(limits, 'paragraphs'),
    photos: limitOf(limits, 'photos'),
    photosFirst: order.indexOf('photos') < order.indexOf('paragraphs'),
    end: 'full',
  };
}

/** The diagnostics alone where not even the story's pictures find room. */
export function placeStory(given: StoryBox, space: StorySpace): PlacedStory | readonly Diagnostic[] {
  const isUnder = given.head?.side === 'below' && given.figures[0]?.wrap === null;
  const placed = placeUnderHead(isUnder ? withLeadOverAll(given, space) : given, space);
  if (!('story' in placed)) return placed;
  if (isUnder) return headUnderLead(placed, space);
  return { ...placed, headLine: placed.composition.innerLine ?? space.line };
}

/** The first picture at the top, over all columns of the story. */
function withLeadOverAll(box: StoryBox, { grid }: StorySpace): StoryBox {
  const columns = Math.min(box.columns ?? grid.columns, grid.columns);
  return {
    ...box,
    figures: box.figures.map((figure, k) => (k === 0 ? { ...figure, columns, place: 'top-left' } : figure)),
  };
}

/** 题在图下: the head and the picture that stands right under it change places. */
function headUnderLead(placed: Unheaded, space: StorySpace): PlacedStory {
  const { composition, story, head } = placed;
  const lead = composition.figures.find(({ index }) => index === 0);
  const top = space.line + (head?.lines ?? 0);
  if (lead === undefined || head === null || lead.photo.line !== top)
    return { ...placed, headLine: space.line };
  const figure = story.box.figures[0]!;
  const lines = lead.photo.lines + linesBelow(figure, lead.caption?.breaks.ends.length ?? 0) + figure.space;
  const moved = { ...lead, photo: { ...lead.photo, line: space.line } };
  const figures = composition.figures.map((each) => (each === lead ? moved : each));
  return { ...placed, composition: { ...composition, figures }, headLine: space.line + lines };
}

type Unheaded = Omit<PlacedStory, 'headLine'>;

function placeUnderHead(given: StoryBox, space: StorySpace): Unheaded | readonly Diagnostic[] {
  const { grid } = space;
  // What has a place of its own fills it; what flows is as high as it must be.
  const isBound = given.fill === 'page' && given.part === space.parts - 1;
  const tried = new Map<StoryBox, Prepared>();
  const preparedOf = (tries: StoryBox): Prepared => {
    const prepared = tried.get(tries) ?? prepare(tries, space);
    tried.set(tries, prepared);
    return prepared;
  };
  const { box, steps } = isBound
    ? fitCopy(given, space.fit, (changed) => standingOf(preparedOf(changed), space))
    : { box: given, steps: [] };
  const { story, head, area, above } = preparedOf(box);
  const goesOn = box.part < space.parts - 1;
  const part = goesOn ? placePart(story, area, space, head) : null;
  if (part !== null) return part;
  const composed =
    area.lines < 1 ? null : box.fill === 'page' ? fill(story, area, space) : balance(story, area, space);
  if (composed === null) return [noRoom(box)];
  const { composition, lines, more } = composed;
  const asSet = (body: MeasuredStory['body']): MeasuredStory => ({ ...story, body });
  const placed = {
    story: asSet(composition.body),
    grid,
    head,
    lines: above + lines,
    more,
    jumpAt: null,
    rest: [],
    steps,
  };
  const said = headFaults(box, story.columns, composition, space);
  if (composition.distribution !== null) {
    const short = shortOf(composition, grid);
    const isShort = box.fill === 'page' ? short.lines > SHORT_BORNE : composition.white > story.columns;
    const diagnostics = [
      ...said,
      ...(goesOn ? [nothingToJump(box)] : isShort ? [shortWarning(box, short)] : []),
    ];
    const rows = setBody(composition);
    const fit = fitOf(placed, composition, space, { overset: NOTHING, short });
    return { ...placed, composition, rows, fit, diagnostics };
  }
  if (composition.lacking.length > 0) {
    return composition.lacking.map((index) => noRoomToWrap(story.box.figures[index]!, area));
  }
  const overset = oversetOf(given, space);
  const drawn = runOver(story, composition, grid);
  return {
    ...placed,
    story: asSet(drawn.body),
    composition: drawn,
    rows: setBody(drawn),
    fit: fitOf(placed, composition, space, { overset, short: NOTHING }),
    diagnostics: [...said, oversetError(box, overset, space.label)],
  };
}

/** A part that is not the story's last takes what fills it; null where the whole story fits, or nothing. */
function placePart(
  story: MeasuredStory,
  area: Area,
  space: StorySpace,
  head: SetHead | null,
): Unheaded | null {
  const { grid, tables } = space;
  const { box } = story;
  if (area.lines < 1) return null;
  const whole = composeWhole(story, area, space);
  if (whole !== null && whole.distribution !== null) return null;
  const filled = fillPart(story, area, { grid, tables, kept: box.jump === null ? 0 : 1 });
  if (filled === null || filled.composition.lacking.length > 0) return null;
  const part = { ...story, body: filled.composition.body };
  const { composition, rest } = filled;
  const jumpAt = box.jump === null ? null : filled.jumpAt;
  const placed = { story: part, grid, head, lines: area.lines, more: 0, jumpAt, rest, steps: [] };
  return {
    ...placed,
    composition,
    rows: setBody(composition),
    fit: fitOf(placed, composition, space, { overset: NOTHING, short: NOTHING }),
    diagnostics: headFaults(box, story.columns, composition, space),
  };
}

/** Runs of lines counted from `by` lines further down. */
function shifted(runs: readonly LineRun[], by: number): readonly LineRun[] {
  return runs.flatMap(({ from, to }) => (to > by ? [{ from: Math.max(0, from - by), to: to - by }] : []));
}

function headFaults(
  box: StoryBox,
  columns: number,
  composition: Composition,
  space: StorySpace,
): readonly Diagnostic[] {
  const beside = noTextBeside(box.head, columnsAtTop(space.blocked, columns));
  return [...tooWide(box, columns), ...beside, ...checkSideHead(box, composition, space)];
}

/** An error where a head at the side is too long for its panel at the smallest size. */
function checkSideHead(box: StoryBox, { headBox }: Composition, space: StorySpace): readonly Diagnostic[] {
  if (headBox === null || box.head === null) return [];
  const panel = inkBox(space.grid, headBox);
  const parts = headBox.lines < 1 ? null : placeSideHead(box.head, space.grid, panel, space.tables);
  const fits = parts?.every((part) => contains(panel, part.box, 0.01)) ?? false;
  return fits ? [] : [headTooLong(box.head)];
}

function setBody({ body, distribution }: Composition): PlacedStory['rows'] {
  return distribution!.placements.map(({ option }, index) => {
    const { galley, breaks, measure } = body[index]!;
    return setLines(galley, breaks[option]!, measure);
  });
}

/** The columns of a head at the side, counted from the story's first; at least one is left for the text. */
function sideColumns(head: HeadBox, columns: number): Area['headColumns'] {
  const count = Math.min(head.columns, columns - 1);
  return { first: head.side === 'left' ? 0 : columns - count, count };
}

interface Composed {
  readonly composition: Composition;
  /** Lines of the page it takes, the head's not counted, and how many of them beyond the fewest. */
  readonly lines: number;
  readonly more: number;
}

/** All its lines; where the story is short of more than a line a column, its columns end level above the white. */
function fill(story: MeasuredStory, area: Area, space: StorySpace): Composed | null {
  const composition = composeWhole(story, area, space);
  if (composition === null) return null;
  const { distribution } = composition;
  const isShort = distribution !== null && roomOf(composition) - distribution.end > area.columns;
  const levelled = isShort ? level(story, area, { ...optionsOf(space), end: 'level' }) : null;
  if (levelled === null) return { composition, lines: area.lines, more: 0 };
  const white = whiteUnder(composition, levelled);
  return { composition: { ...levelled, white }, lines: area.lines, more: 0 };
}

/**
 * The fewest lines in which the story fits: its columns end level, the last may be short. Where a line stands alone
 * then its pictures give, and more lines are taken, as far as the page has them to give.
 */
function balance(story: MeasuredStory, area: Area, space: StorySpace): Composed | null {
  const options: Within = { ...optionsOf(space), end: 'level' };
  const found = fewestAlone(story, { lines: area.lines, more: space.more }, (lines) => {
    const kept = balancedAt(story, { ...area, lines }, { ...options, photos: 0 });
    const alone = kept === null ? 0 : loneLines(kept).length;
    if (alone === 0 || story.box.figures.length === 0) return kept;
    const cropped = balancedAt(story, { ...area, lines }, options);
    return cropped !== null && loneLines(cropped).length < alone ? cropped : kept;
  });
  return found ?? fill(story, area, space);
}

/** In all lines of the area; beside pictures that are higher the text ends level above what is white. */
function balancedAt(story: MeasuredStory, area: Area, options: Within): Composition | null {
  const composition = composeWithin(story, { ...area, textLines: area.lines }, options);
  if (composition === null || composition.distribution === null) return null;
  const beside = story.box.figures.length === 0 ? null : level(story, area, options);
  const levelled = beside ?? composition;
  return { ...levelled, white: whiteUnder(composition, levelled) };
}

/** Lines that columns above a white foot may take beyond the fewest. */
const LEVEL_MORE = 2;

/** The text as low in all its columns as in the others, beside pictures that may be higher. */
function level(story: MeasuredStory, area: Area, options: Within): Composition | null {
  const found = fewestAlone(story, { lines: area.lines - 1, more: LEVEL_MORE }, (textLines) =>
    composeWithin(story, { ...area, textLines }, options),
  );
  return found?.composition ?? null;
}

/** The fewest lines that will do; up to `more` of them more where fewer lines stand alone and no tail is left. */
function fewestAlone(
  story: MeasuredStory,
  { lines: most, more }: { readonly lines: number; readonly more: number },
  compose: (lines: number) => Composition | null,
): Composed | null {
  let found: Composed | null = null;
  let alone = 0;
  const least = Math.max(1, Math.floor((story.lines * 0.9) / story.columns));
  for (let lines = least; lines <= most; lines++) {
    const composition = compose(lines);
    if (composition !== null && composition.distribution !== null) {
      const count = loneLines(composition).length;
      if (found === null || (count < alone && !hasTail(composition))) {
        const fewest: number = found === null ? lines : found.lines - found.more;
        found = { composition, lines, more: lines - fewest };
        alone = count;
      }
    }
    if (found !== null && (alone === 0 || lines - found.lines + found.more >= more)) return found;
  }
  return found;
}

/** The last column has less than half of its lines, or none. */
function hasTail({ slots, distribution }: Composition): boolean {
  const last = slots[slots.length - 1]!.lines;
  const blank = slots.reduce((sum, { lines }) => sum + lines, 0) - distribution!.end;
  return 2 * blank > last;
}

/** Lines of all columns that levelling left white. */
function whiteUnder(whole: Composition, levelled: Composition): number {
  return roomOf(whole) - roomOf(levelled);
}

function roomOf({ slots }: Composition): number {
  return slots.reduce((sum, slot) => sum + slot.lines, 0);
}

function shortOf(composition: Composition, grid: Grid): Amount {
  const lines = roomOf(composition) - composition.distribution!.end + composition.white;
  return { lines, characters: lines * grid.chars };
}

/** What is to be cut so that the story fits with all that may give. */
function oversetOf(given: StoryBox, space: StorySpace): Amount {
  const { grid, tables } = space;
  const isBound = given.fill === 'page';
  const { story, area } = prepare(isBound ? tightestBox(given, space.fit) : given, space);
  const known = new Map(story.body.map((block) => [block.box, block]));
  const measured = (body: readonly ParagraphBox[]): MeasuredStory => {
    const cut = measureStory({ ...story.box, body }, grid, tables, known);
    return withCuts(cut) ?? cut;
  };
  const cut = cutToFit(
    story.box.body,
    (body) => composeWithin(measured(body), area, optionsOf(space))?.distribution != null,
  );
  return { lines: Math.max(1, story.lines - measured(cut.body).lines), characters: cut.characters };
}
