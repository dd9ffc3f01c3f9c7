/** Finished pages → the layout file: every block and line with its place, in reading order, as plain JSON. */

import type { Line, Made, Page, PlacedBlock } from './layout/page.ts';
import { placeFinder, type Sources } from './places.ts';

export interface LayoutFile {
  readonly version: 1;
  readonly pages: readonly LayoutPage[];
}

/** Lengths in pt, from the top left corner of the trim. */
export interface LayoutPage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly unit: 'pt';
  readonly grid: {
    readonly left: number;
    readonly top: number;
    readonly em: number;
    readonly pitch: number;
    readonly columns: number;
    /** 字 a column. */
    readonly chars: number;
    /** 字 between columns. */
    readonly gutter: number;
    /** Of a 通版: its 中缝, a column from 0 and its width in 字. */
    readonly fold?: { readonly column: number; readonly chars: number };
  };
  readonly blocks: readonly LayoutBlock[];
  readonly lines: readonly LayoutLine[];
}

export interface LayoutBlock {
  readonly id: string;
  readonly role: string;
  /** Null for furniture. */
  readonly story: string | null;
  readonly part: number;
  /** Corners, `[x, y]`, in order round the block. */
  readonly polygon: readonly (readonly [number, number])[];
  readonly source: { readonly file: string; readonly line: number | null; readonly column: number | null };
}

export interface LayoutLine {
  /** Id of its block. */
  readonly block: string;
  readonly role: string;
  /** Place in the reading order of the page, from 0. */
  readonly order: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly direction: 'across' | 'down';
  readonly text: string;
  /** Width before shrinking or stretching. */
  readonly natural: number;
}

export function layoutFile(made: Made, sources: Sources): LayoutFile {
  const placeOf = placeFinder(sources);
  const block = ({ id, role, story, part, polygon, source }: PlacedBlock): LayoutBlock => {
    const place = placeOf(source);
    return {
      id,
      role,
      story,
      part,
      polygon: polygon.map(({ x, y }) => [rounded(x), rounded(y)] as const),
      source: { file: source.file, line: place?.line ?? null, column: place?.column ?? null },
    };
  };
  return {
    version: 1,
    pages: made.pages.map((page) => ({
      ...pageFrame(page),
      blocks: page.blocks.map(block),
      lines: page.lines.map(lineOf),
    })),
  };
}

function pageFrame({ label, trim, grid }: Page): Omit<LayoutPage, 'blocks' | 'lines'> {
  const { left, top, em, pitch, columns, chars, gutter, fold } = grid;
  return {
    label,
    width: rounded(trim.width),
    height: rounded(trim.height),
    unit: 'pt',
    grid: {
      left: rounded(left),
      top: rounded(top),
      em: rounded(em),
      pitch: rounded(pitch),
      columns,
      chars,
      gutter,
      ...(fold === null ? {} : { fold: { column: fold.column, chars: rounded(fold.chars) } }),
    },
  };
}

function lineOf({ block, role, order, box, baseline, direction, text, natural }: Line): LayoutLine {
  return {
    block,
    role,
    order,
    x: rounded(box.x),
    y: rounded(box.y),
    width: rounded(box.width),
    height: rounded(box.height),
    baseline: rounded(baseline),
    direction,
    text,
    natural: rounded(natural),
  };
}

/** Thousandths of a point are finer than any press. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
