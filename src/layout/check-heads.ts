/** Where the heads of a page plan stand → 碰题, two heads side by side, and 顶题, a head right under another. */

import { type Diagnostic, message, warningAt } from '../diagnostics.ts';
import type { GridBox, HeadBox, PageBox } from '../markup/box.ts';
import { shownBox } from './check-blocks.ts';
import type { Owners } from './owners.ts';
import { around, columnsOf, linesOf, type Standing, type StandingHead, shared } from './standing.ts';

/** Heads whose sizes differ by no more are equal to the eye, pt. */
const EQUAL = 2;

/** Lines of text or picture that part a head from one above it. */
const PARTED = 3;

/** A head no larger than this many times the body is one of 简讯, which stand side by side on purpose. */
const BRIEF = 1.25;

export function checkHeads(
  { layout, grid }: PageBox,
  standings: readonly Standing[],
  banners: readonly StandingHead[],
  owners: Owners,
): readonly Diagnostic[] {
  const heads = [...banners, ...standings.flatMap(headIn)].filter(({ size }) => size > BRIEF * grid.em);
  return heads.flatMap((b, k) =>
    heads.slice(0, k).flatMap((a) => {
      // Under one banner the heads of a group stand side by side, and close to it.
      if (a.group !== null && a.group === b.group) return [];
      const isEqual = Math.abs(a.size - b.size) <= EQUAL;
      if (touch(a.at, b.at) && (layout === 'traditional' || isEqual)) return [headsTouch(a, b)];
      const [upper, lower] = a.at.line < b.at.line ? [a, b] : [b, a];
      return isRightUnder(upper, lower, owners) ? [headUnderHead(upper, lower)] : [];
    }),
  );
}

/** What stands in a frame is parted from what is beside it. */
function headIn({ box, head }: Standing): readonly StandingHead[] {
  if (head === null || box.frame !== null) return [];
  const { id, group, place } = box;
  return [{ id, group, span: place.span, at: head.at, size: head.size, blanks: blanksOf(box.head!) }];
}

/** In columns side by side, on lines that are the same in part. */
function touch(a: GridBox, b: GridBox): boolean {
  const areNeighbours = a.column + a.columns === b.column || b.column + b.columns === a.column;
  return areNeighbours && shared(linesOf(a), linesOf(b)) !== null;
}

/** In a column that they share too few lines of text and pictures stand between them, and no ad or rule. */
function isRightUnder(upper: StandingHead, lower: StandingHead, owners: Owners): boolean {
  const columns = shared(columnsOf(upper.at), columnsOf(lower.at));
  const end = upper.at.line + upper.at.lines;
  if (columns === null || lower.at.line < end) return false;
  const [after] = upper.blanks;
  const [, before] = lower.blanks;
  for (let column = columns.from; column < columns.to; column++) {
    let between = 0;
    let parted = false;
    for (let line = end + after; line < lower.at.line - before; line++) {
      const owner = owners.at(column, line);
      if (owner !== -1) between += 1;
      if (owner !== -1 && owners.kinds[owner] !== 'story') parted = true;
    }
    if (between < PARTED && !parted) return true;
  }
  return false;
}

/** Blank lines below a head and above it, which are its own; a head at the side has none. */
function blanksOf({ side, spaceAfter, spaceBefore }: HeadBox): StandingHead['blanks'] {
  return side === 'left' || side === 'right' ? [0, 0] : [spaceAfter, spaceBefore];
}

function headsTouch(a: StandingHead, b: StandingHead): Diagnostic {
  const at = around(a.at, b.at);
  return warningAt(
    b.span,
    'heads-touch',
    message(
      `碰题：“${a.id}”与“${b.id}”的标题左右并排（${shownBox(at, 'zh')}）`,
      `The heads of "${a.id}" and "${b.id}" stand side by side (${shownBox(at, 'en')})`,
    ),
    message(
      '上下错开几行，或在一边上方放图片，或一篇改用竖题、加框。',
      'Move one some lines down, put a picture over it, give it a head at the side or a frame.',
    ),
  );
}

function headUnderHead(upper: StandingHead, lower: StandingHead): Diagnostic {
  const at = around(upper.at, lower.at);
  return warningAt(
    lower.span,
    'head-under-head',
    message(
      `顶题：“${lower.id}”的标题紧接在“${upper.id}”的标题下（${shownBox(at, 'zh')}）`,
      `The head of "${lower.id}" stands right under that of "${upper.id}" (${shownBox(at, 'en')})`,
    ),
    message(
      `两题之间至少隔 ${PARTED} 行正文或一幅图片：加高上一块，或把两块左右错开。`,
      `Leave ${PARTED} lines of text or a picture between them: make the upper block higher, or move one aside.`,
    ),
  );
}
