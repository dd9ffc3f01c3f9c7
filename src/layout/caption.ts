/** A photo's place and the rows of its caption → where the caption stands: under the photo, or on its foot (压图). */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { Rect } from '../geometry.ts';
import type { FigureBox, Grid, ParagraphBox } from '../markup/box.ts';
import {
  baselineAt,
  boxAt,
  columnLeft,
  type GridBox,
  halfLead,
  inkBox,
  inkHeight,
  lineBaseline,
  widthAcross,
} from './grid.ts';
import { addItem, type PagePen } from './page-pen.ts';

export interface CaptionPlace {
  readonly box: Rect;
  /** What is seen of the photo. */
  readonly photo: Rect;
  readonly baselines: readonly number[];
  readonly onGrid: boolean;
}

/** Lines that it takes from the text. */
export function linesBelow(figure: FigureBox, rows: number): number {
  return figure.captionSide === 'photo' ? 0 : rows;
}

/** On the photo it is a band of whole lines at its foot, each row in the middle of its line. */
export function placeCaption(figure: FigureBox, photo: GridBox, rows: number, grid: Grid): CaptionPlace {
  const numbers = Array.from({ length: rows }, (_, k) => k);
  if (figure.captionSide === 'below' || rows === 0) {
    const line = photo.line + photo.lines;
    return {
      box: inkBox(grid, { ...photo, line, lines: rows }),
      photo: inkBox(grid, photo),
      baselines: numbers.map((number) => lineBaseline(grid, line + number)),
      onGrid: true,
    };
  }
  const along = { start: columnLeft(grid, photo.column), length: widthAcross(grid, photo) };
  const top = photo.line * grid.pitch + halfLead(grid);
  const height = inkHeight(grid, photo.lines);
  const band = { start: top + height - rows * grid.pitch, length: rows * grid.pitch };
  const { size } = figure.caption!;
  return {
    box: boxAt(grid, along, band),
    photo: boxAt(grid, along, { start: top, length: band.start - top }),
    baselines: numbers.map((number) =>
      baselineAt(grid, band.start + number * grid.pitch + (grid.pitch - size) / 2, size),
    ),
    onGrid: false,
  };
}

/** What a caption on its photo stands on. */
export function drawBand(
  pen: PagePen,
  figure: FigureBox,
  place: { readonly block: string; readonly box: Rect },
): readonly number[] {
  const fill = figure.captionSide === 'photo' ? figure.caption!.background : null;
  if (fill === null) return [];
  return [addItem(pen, { kind: 'shape', role: 'caption', ...place, radius: 0, fill, stroke: null })];
}

function outlined({ span }: ParagraphBox): Diagnostic {
  const text = message('有轮廓的图上不能压图说', 'No caption stands on a photo with an outline');
  const hint = message('去掉 outline（轮廓），或去掉 caption-on。', 'Leave out the outline, or caption-on.');
  return errorAt(span, 'caption-on-outline', text, hint);
}

/** On a photo it leaves at least half of it to be seen. */
export function checkCaption(figure: FigureBox, photo: GridBox, rows: number): readonly Diagnostic[] {
  if (figure.captionSide === 'below' || figure.caption === null) return [];
  if ((figure.wrap?.outline ?? null) !== null) return [outlined(figure.caption)];
  if (2 * rows <= photo.lines) return [];
  const text = message(
    `图说压图要 ${rows} 行，图只有 ${photo.lines} 行，盖住了半张以上`,
    `The caption takes ${rows} lines of a photo of ${photo.lines}: it hides more than half of it`,
  );
  const hint = message(
    '缩短图说，给图更多的栏或行，或把图说排在图下（去掉 caption-on）。',
    'Shorten the caption, give the photo more columns or lines, or set the caption below it (without caption-on).',
  );
  return [errorAt(figure.caption.span, 'caption-hides-photo', text, hint)];
}
