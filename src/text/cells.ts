/** The types between the steps of setting text: a paragraph as cells, then as lines of cells. */

import type { FaceTable } from '../fonts/face.ts';
import type { TextStyle } from '../markup/box.ts';
import type { Drawing } from './drawing.ts';

/** May the line end after a cell? */
export const Break = {
  NEVER: 0,
  MAY: 1,
  /** Within a word of an English paragraph: the line ends with a hyphen. */
  HYPHEN: 2,
  /** Within an English word in Chinese: with a hyphen too, but only before gaps are wider than is wanted. */
  SPARE_HYPHEN: 3,
  /** In an address behind one of its marks. */
  ADDRESS_MARK: 4,
  /** In an address between two letters. */
  ADDRESS: 5,
  /** In a Latin word that is longer than a line. */
  WORD: 6,
  /** In a number, a name or what else is one: only where it is longer than the line. */
  EMERGENCY: 7,
} as const;

/** True where what is longer than a line, or an address, was cut: its letters may be set a little apart. */
export function isCut(kind: number): boolean {
  return kind >= Break.ADDRESS_MARK;
}

/**
 * The shrink steps of CLREQ #line_adjustment, in order, and the first two stretch steps.
 * A blank belongs to one step, all blanks of a step give equally.
 */
export const Step = {
  FIXED: 0,
  /** Western word space: to ¼ em, up to ½ em. */
  SPACE: 1,
  /** A 间隔号 of 1 em, as Hong Kong and Taiwan have it: to ½ em. */
  DOT: 2,
  /** The blank of opening and closing marks: to nothing. */
  BRACKET: 3,
  /** ， 、 ； ： */
  COMMA: 4,
  /** Han–Latin gap: to ⅛ em, up to ½ em. */
  GAP: 5,
  /** 。 ？ ！ */
  STOP: 6,
} as const;
export type Step = (typeof Step)[keyof typeof Step];

/**
 * A paragraph as cells: the smallest pieces a line is made of, as parallel arrays with one entry a cell.
 *
 * A cell is a blank, a core and a blank, in 1/1000 字 of the paragraph. A full-width opening mark is 500
 * of blank and a core of 500; set half it is its core. Blanks at a line's edges go; within the line they
 * may shrink by `step`.
 */
export interface Cells {
  readonly count: number;
  readonly text: string;
  /** Where each cell's characters begin in `text`; one more entry for the end. */
  readonly start: Int32Array;
  readonly cls: Uint8Array;
  readonly core: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly leftStep: Uint8Array;
  readonly rightStep: Uint8Array;
  readonly breakAfter: Uint8Array;
  /** Width of the hyphen that a line has which ends behind the cell; 0 for none. */
  readonly hyphen: Int32Array;
  /** 1 where the gap to the next cell may take part in 均排. */
  readonly stretchAfter: Uint8Array;
  /** Index into `styles` and into `faces`. */
  readonly style: Uint16Array;
  readonly face: Uint16Array;
  /** Glyphs of cell i: `glyphStart[i]` to `glyphStart[i + 1]`. */
  readonly glyphStart: Int32Array;
  /** A glyph of the cell's face; below 0 the drawing `drawings[-1 - gid]`. */
  readonly gid: Int32Array;
  /** Of each glyph with its blank gone, 1/1000 of the run's size: width and move of the outline. */
  readonly glyphWidth: Int32Array;
  readonly glyphShift: Int32Array;
  readonly glyphText: Int32Array;
  readonly styles: readonly TextStyle[];
  readonly faces: readonly FaceTable[];
  /** Glyphs built of others, in lines that run down. */
  readonly drawings: readonly Drawing[];
  /** What cannot be set, in the order of the text; but for `variant`, each character is one blank 字. */
  readonly missing: readonly Missing[];
  /** Lines are brought to one width: then a word parts before a line is set far too loosely. */
  readonly justified: boolean;
  /** Lines run downwards: words have no hyphens. */
  readonly down: boolean;
  /** The paragraph's size, pt. */
  readonly size: number;
  /** Whether blanks at a line's start and end go. */
  readonly trimStart: boolean;
  readonly trimEnd: boolean;
  /** Whether ， 。 、 may hang past the line's end: 行尾点号悬挂. */
  readonly hangs: boolean;
}

/**
 * A character that no face has, an emoji, a stretch that runs from right to left, a variation sequence that no
 * face has (its character is set all the same): offsets in the text.
 */
export interface Missing {
  readonly kind: 'no-face' | 'emoji' | 'right-to-left' | 'variant';
  readonly start: number;
  readonly end: number;
}

/** The arrays of `Cells` while they are filled. */
export interface CellArrays {
  count: number;
  glyphs: number;
  readonly start: Int32Array;
  readonly cls: Uint8Array;
  readonly core: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly leftStep: Uint8Array;
  readonly rightStep: Uint8Array;
  readonly breakAfter: Uint8Array;
  readonly hyphen: Int32Array;
  readonly stretchAfter: Uint8Array;
  readonly style: Uint16Array;
  readonly face: Uint16Array;
  readonly glyphStart: Int32Array;
  readonly gid: Int32Array;
  readonly glyphWidth: Int32Array;
  readonly glyphShift: Int32Array;
  readonly glyphText: Int32Array;
}

/** The cells whose characters begin in a range of the text; `to` exclusive. */
export function cellsIn(
  { start, count }: Pick<Cells, 'start' | 'count'>,
  range: { readonly start: number; readonly end: number },
): { readonly from: number; readonly to: number } {
  return { from: firstAt(start, count, range.start), to: firstAt(start, count, range.end) };
}

/** The first cell that begins at `at` or behind. */
function firstAt(start: Int32Array, count: number, at: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The width of each line, at least 1: `widths` for the first ones, `rest` for all that follow. 1/1000 字. */
export interface Measure {
  readonly widths: readonly number[];
  readonly rest: number;
  /** Taken from the first line. */
  readonly indent: number;
}

export function widthOfLine(measure: Measure, line: number): number {
  const width = line < measure.widths.length ? measure.widths[line]! : measure.rest;
  return Math.max(1, line === 0 ? width - measure.indent : width);
}

/** One way to break a paragraph: `ends[k]` is the cell behind line k. */
export interface Breaks {
  readonly ends: readonly number[];
  readonly cost: number;
  /** A line is looser than the limit or broken against the rules, or the last one is a single character. */
  readonly isPoor: boolean;
}
