/** The blocks of a page plan → 断版, a cut across all columns, and 通缝, a seam down the whole page. */

import { type Diagnostic, message, warningAt } from '../diagnostics.ts';
import type { PageBox } from '../markup/box.ts';
import type { Owners } from './owners.ts';

/** A seam that is shorter than this share of the page's lines is none. */
const WHOLE_HEIGHT = 0.5;

export function checkCuts(page: PageBox, owners: Owners): readonly Diagnostic[] {
  return [
    ...cuts(owners).map((line) => pageCut(page, line)),
    ...seams(owners).map((column) => seam(page, column)),
  ];
}

/** Lines, from 0, above which a page is cut; of blank lines side by side the first. */
function cuts(owners: Owners): readonly number[] {
  const cut = Array.from({ length: owners.lines }, (_, line) => line > 0 && isCut(owners, line));
  return cut.flatMap((is, line) => (is && !cut[line - 1] ? [line] : []));
}

/** In every column the story above the line's head ends, and another begins below. */
function isCut(owners: Owners, line: number): boolean {
  for (let column = 0; column < owners.columns; column++) {
    const above = next(owners, column, line - 1, -1);
    const below = next(owners, column, line, 1);
    if (above === -1 || below === -1 || above === below) return false;
    if (owners.kinds[above] !== 'story' || owners.kinds[below] !== 'story') return false;
  }
  return true;
}

/** The first block of a column from a line on, up or down; -1 for none. */
function next({ at, lines }: Owners, column: number, from: number, step: 1 | -1): number {
  for (let line = from; line >= 0 && line < lines; line += step) {
    if (at(column, line) !== -1) return at(column, line);
  }
  return -1;
}

/** Columns, from 1, behind which stories part all down the page. */
function seams(owners: Owners): readonly number[] {
  return Array.from({ length: owners.columns - 1 }, (_, k) => k + 1).filter((k) => isSeam(owners, k));
}

/** Past ads and what else stands aside a seam goes on; an edge of theirs or of a frame makes an end of it. */
function isSeam({ at, kinds, lines }: Owners, column: number): boolean {
  let length = 0;
  for (let line = 0; line < lines; line++) {
    const [left, right] = [at(column - 1, line), at(column, line)];
    if (left !== -1 && left === right && kinds[left] !== 'aside') return false;
    if (left === -1 || right === -1) continue;
    const areStories = [left, right].map((owner) => kinds[owner] === 'story');
    if (areStories[0] !== areStories[1]) return false;
    if (areStories[0]) length += 1;
  }
  return length >= WHOLE_HEIGHT * lines;
}

function pageCut({ label, span, grid }: PageBox, line: number): Diagnostic {
  return warningAt(
    span,
    'page-cut',
    message(
      `断版：第${label}版在第 ${line} 行下从左到右切断（1-${grid.columns} 栏）`,
      `Page ${label} is cut across below line ${line} (columns 1-${grid.columns})`,
    ),
    message(
      '让一块稿件或图片跨过这一行；有意分开的，在这里排一条线（kind: rule）。',
      'Let a story or a picture stand across that line; where the cut is meant, set a rule there (kind: rule).',
    ),
  );
}

function seam({ label, span }: PageBox, column: number): Diagnostic {
  return warningAt(
    span,
    'seam',
    message(
      `通缝：第${label}版第 ${column}、${column + 1} 栏之间从上到下一条直缝`,
      `Page ${label} has a straight seam from head to foot between columns ${column} and ${column + 1}`,
    ),
    message(
      '让一篇稿件、一幅图片或一个通栏题跨过这条缝。',
      'Let a story, a picture or a wide head stand across it.',
    ),
  );
}
