/** What an editor writes of a picture that text runs round (绕排) → its width, where it begins, its outline. */

import type { Point } from './geometry.ts';

/** A width: so many 字, millimetres, or a part of a column. */
export interface WrapWidth {
  readonly value: number;
  readonly unit: '字' | 'mm' | '栏';
}

/** A column and a line of the story, from 1; the line is counted below its head. */
export interface WrapStart {
  readonly column: number;
  readonly line: number;
}

/** What of its box a picture fills; points in fractions of the box, from its top left corner. */
export type Outline =
  | { readonly kind: 'circle' | 'ellipse' }
  | { readonly kind: 'polygon'; readonly points: readonly Point[] };

export type WrapSide = 'left' | 'right' | 'center' | 'gutter';

/** A picture of free width. */
export interface WrapWords {
  readonly width: WrapWidth;
  /** The side of its column it stands at; `gutter`: over the gutter at the right of it. */
  readonly side: WrapSide;
  readonly start: WrapStart | null;
  readonly outline: Outline | null;
}

export const WRAP_WIDTH = /^(\d{1,3}(?:\.\d{1,2})?) ?(字|mm|毫米)$|^([1-9])\/([1-9]) ?(?:栏|col)$/;
export const WRAP_START = /^([1-9]\d?):([1-9]\d{0,2})$/;
const NUMBER = '\\d{1,3}(?:\\.\\d{1,2})?%?';
export const WRAP_OUTLINE = new RegExp(
  `^(?:circle|圆|ellipse|椭圆|${NUMBER} +${NUMBER}(?: *[,，] *${NUMBER} +${NUMBER}){2,63})$`,
);

/** Null for what is no width. */
export function readWrapWidth(words: string): WrapWidth | null {
  const found = WRAP_WIDTH.exec(words);
  if (found === null) return null;
  const [, plain, unit, part, whole] = found;
  const width: WrapWidth =
    plain === undefined
      ? { value: Number(part) / Number(whole), unit: '栏' }
      : { value: Number(plain), unit: unit === '字' ? '字' : 'mm' };
  return width.value > 0 ? width : null;
}

/** Null for what is no column and line. */
export function readWrapStart(words: string): WrapStart | null {
  const found = WRAP_START.exec(words);
  return found === null ? null : { column: Number(found[1]), line: Number(found[2]) };
}

/** Null for what is no outline, and for points outside of the box. */
export function readOutline(words: string): Outline | null {
  if (!WRAP_OUTLINE.test(words)) return null;
  if (words === 'circle' || words === '圆') return { kind: 'circle' };
  if (words === 'ellipse' || words === '椭圆') return { kind: 'ellipse' };
  const points = words.split(/ *[,，] */).map((pair) => {
    const [x, y] = pair.split(/ +/).map((number) => Number.parseFloat(number) / 100);
    return { x: x!, y: y! };
  });
  return points.every(({ x, y }) => x <= 1 && y <= 1) ? { kind: 'polygon', points } : null;
}
