/** Cells side by side → their blanks adjusted: adjacent marks squeezed, Han and Latin set apart. */

import { type CellArrays, Step } from './cells.ts';
import { Class, hasBlank } from './marks.ts';

const HALF = 500;

/** Which shrink step the blank of a class belongs to (CLREQ #line_adjustment, 挤压处理的优先顺序). */
export function stepOf(cls: Class): Step {
  switch (cls) {
    case Class.SPACE:
      return Step.SPACE;
    case Class.DOT:
      return Step.DOT;
    case Class.OPEN:
    case Class.CLOSE:
      return Step.BRACKET;
    case Class.COMMA:
    case Class.COLON:
      return Step.COMMA;
    case Class.STOP:
    case Class.EXCLAIM:
      return Step.STOP;
    default:
      return Step.FIXED;
  }
}

/**
 * Two adjacent marks, one of them a bracket or quote, take 1.5 em instead of 2: half an em of what stands
 * between them goes (CLREQ #h-adjustment_of_adjacent_punctuation_marks). A blank of 1 em counts as a mark, as
 * in CSS Text 4 `text-spacing-trim`.
 */
export function squeezePairs(cells: CellArrays, text: string): void {
  for (let i = 0; i + 1 < cells.count; i++) {
    const first = cells.cls[i] as Class;
    const second = cells.cls[i + 1] as Class;
    if (!isBracket(first) && !isBracket(second)) continue;
    if (!isMark(cells, text, i) || !isMark(cells, text, i + 1)) continue;
    const fromFirst = first === Class.SPACE ? 0 : Math.min(HALF, cells.right[i]!);
    cells.right[i]! -= fromFirst;
    cells.left[i + 1]! -= Math.min(HALF - fromFirst, cells.left[i + 1]!);
  }
}

function isMark(cells: CellArrays, text: string, i: number): boolean {
  const cls = cells.cls[i] as Class;
  return hasBlank(cls) || (cls === Class.SPACE && text[cells.start[i]!] === '\u3000');
}

/** Two of ！？ take 1 em together, three take 2 (GB/T 15834-2011 5.1.2). */
export function squeezeExclamations(cells: CellArrays): void {
  let from = 0;
  while (from < cells.count) {
    let to = from;
    while (to < cells.count && cells.cls[to] === Class.EXCLAIM) to += 1;
    const paired = to - ((to - from) % 2);
    for (let i = from; i < paired; i++) cells.right[i] = 0;
    from = Math.max(to, from + 1);
  }
}

function isBracket(cls: Class): boolean {
  return cls === Class.OPEN || cls === Class.CLOSE;
}

/**
 * The gap between Han and Latin letters or digits (CLREQ #mixed_text_composition). It belongs to the Latin
 * side's cell, so that a line's edge drops it with that cell's blank.
 */
export function spaceHanLatin(cells: CellArrays, gap: number): void {
  for (let i = 0; i + 1 < cells.count; i++) {
    const first = cells.cls[i]!;
    const second = cells.cls[i + 1]!;
    if (isHan(first) && (second === Class.LATIN || second === Class.DIGIT)) {
      cells.left[i + 1] = gap;
      cells.leftStep[i + 1] = Step.GAP;
    } else if (isHan(second) && (first === Class.LATIN || first === Class.DIGIT || first === Class.POSTFIX)) {
      cells.right[i] = gap;
      cells.rightStep[i] = Step.GAP;
    }
  }
}

function isHan(cls: number): boolean {
  return cls === Class.HAN || cls === Class.ITERATION;
}
