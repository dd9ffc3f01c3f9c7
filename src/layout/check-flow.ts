/** Where a page's stories stand → 题文分离, a head without its text; 逆流, text read backwards; 尾巴, a tail. */

import { type Diagnostic, message, warningAt } from '../diagnostics.ts';
import type { Rect } from '../geometry.ts';
import type { GridBox, HeadBox, PageBox } from '../markup/box.ts';
import { shownBox } from './check-blocks.ts';
import type { Owners } from './owners.ts';
import { around, columnsOf, gridBoxOf, type Standing, shared } from './standing.ts';

/** Lines of a last column that make no tail. */
const NO_TAIL = 3;

/** pt. */
const SLACK = 0.1;

export function checkFlow(
  page: PageBox,
  standings: readonly Standing[],
  owners: Owners,
): readonly Diagnostic[] {
  return standings.flatMap((standing) => [
    ...headApart(page, standing, owners),
    ...flowBack(page, standing, standings),
    ...tail(page, standing),
  ]);
}

function headApart({ grid }: PageBox, { box, head, texts }: Standing, owners: Owners): readonly Diagnostic[] {
  const first = texts[0];
  if (head === null || first === undefined || box.direction === 'down') return [];
  const at = gridBoxOf(grid, { ...first.rect, height: grid.em });
  const { side } = box.head!;
  const near = grid.em * (grid.chars + grid.gutter);
  if (isBeside(side, head.rect, first.rect, near)) return [];
  if (isAmidst(side) && isAbreast(head.rect, first.rect)) return [];
  if (!isAtSide(side) && isBelow(head.rect, first.rect) && areOne(head.at, at, owners)) return [];
  const place = around(head.at, at);
  return [
    warningAt(
      box.place.span,
      'head-apart',
      message(
        `题文分离：“${box.id}”的正文不从标题下面或旁边开始（${shownBox(place, 'zh')}）`,
        `The text of "${box.id}" begins neither below its head nor beside it (${shownBox(place, 'en')})`,
      ),
      message(
        '移开标题和正文之间的图片，或改这一块的栏、行，使正文从题下第一栏排起。',
        'Move the pictures between them, or give the block columns and lines that let the text begin under its head.',
      ),
    ),
  ];
}

/** In a column that head and text share nothing stands between them but the story's own, such as a picture. */
function areOne(head: GridBox, text: GridBox, owners: Owners): boolean {
  const column = shared(columnsOf(head), columnsOf(text))?.from ?? text.column;
  const owner = owners.at(column, text.line);
  for (let line = head.line; line < text.line; line++) {
    if (owners.at(column, line) !== owner) return false;
  }
  return true;
}

function isBelow(head: Rect, text: Rect): boolean {
  const isUnder = text.x < head.x + head.width - SLACK && head.x < text.x + text.width - SLACK;
  return isUnder && text.y >= head.y + head.height - SLACK;
}

/** 眉心题, 文包题: the text begins at the top of the story's first column, at the left of its head. */
function isAmidst(side: HeadBox['side']): boolean {
  return side === 'middle' || side === 'within';
}

function isAbreast(head: Rect, text: Rect): boolean {
  return text.x < head.x && text.y < head.y + head.height - SLACK;
}

function isAtSide(side: HeadBox['side']): boolean {
  return side === 'left' || side === 'right';
}

/** At the right of a head above, within a column; of a head at the side anywhere on its lines. */
function isBeside(side: HeadBox['side'], head: Rect, text: Rect, near: number): boolean {
  const onItsLines = text.y < head.y + head.height - SLACK && head.y < text.y + text.height - SLACK;
  if (isAtSide(side)) return onItsLines && text.y >= head.y - SLACK;
  const gap = text.x - head.x - head.width;
  return onItsLines && gap > -SLACK && gap < near;
}

function flowBack(
  { grid }: PageBox,
  standing: Standing,
  standings: readonly Standing[],
): readonly Diagnostic[] {
  const { box, texts } = standing;
  const onward = standings.find((other) => other.box.id === box.id && other.box.part === box.part + 1);
  const all = [...texts, ...(onward?.texts.slice(0, 1) ?? [])].map(({ rect }) => rect);
  const at = all.findIndex(
    (rect, k) => k > 0 && isBack(all[k - 1]!, rect) && !(k < texts.length && endsColumn(all, k, rect)),
  );
  if (at === -1) return [];
  const place = around(gridBoxOf(grid, all[at - 1]!), gridBoxOf(grid, all[at]!));
  return [
    warningAt(
      (at === texts.length ? onward! : standing).box.place.span,
      'flow-back',
      message(
        `逆流：“${box.id}”的正文要往左或往上接读（${shownBox(place, 'zh')}）`,
        `The text of "${box.id}" goes on to the left or upwards (${shownBox(place, 'en')})`,
      ),
      message(
        '正文往右、往下接排：把接着排的一块移到前一块的右边或下边。',
        'Text goes on to the right or below: move the block that follows there.',
      ),
    ),
  ];
}

/** Below what stands in the midst of a column its text goes on; then the next column is read from its top. */
function endsColumn(all: readonly Rect[], k: number, to: Rect): boolean {
  const [above, from] = [all[k - 2], all[k - 1]!];
  return above !== undefined && Math.abs(above.x - from.x) < SLACK && to.x >= from.x + from.width - SLACK;
}

/** To the left and not below; or wholly above. */
function isBack(from: Rect, to: Rect): boolean {
  const isBelow = to.y >= from.y + from.height - SLACK;
  const isAbove = to.y + to.height <= from.y + SLACK;
  return isAbove || (to.x < from.x - SLACK && !isBelow);
}

/** One or two lines in the last of several columns, half of what stands beside them, and room below. */
function tail({ grid }: PageBox, { box, texts, goesOn }: Standing): readonly Diagnostic[] {
  const [before, last] = texts.slice(-2);
  if (goesOn || before === undefined || last === undefined || box.direction === 'down') return [];
  if (last.used >= NO_TAIL || last.room < NO_TAIL || 2 * last.used > before.used) return [];
  return [
    warningAt(
      box.place.span,
      'tail',
      message(
        `尾巴：“${box.id}”的末栏只有 ${last.used} 行（${shownBox(gridBoxOf(grid, last.rect), 'zh')}）`,
        `The last column of "${box.id}" has ${last.used} ${last.used === 1 ? 'line' : 'lines'} only (${shownBox(gridBoxOf(grid, last.rect), 'en')})`,
      ),
      message(
        '补几行，或少排一栏（set），或减少这一块的行数。',
        'Add some lines, set it in a column less (set), or give the block fewer lines.',
      ),
    ),
  ];
}
