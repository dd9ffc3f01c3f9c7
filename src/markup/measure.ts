/** The page's style → its trim and grid; lengths of any unit → points on that grid. */

import { type Diagnostic, errorAt, hasErrors, message, type Span } from '../diagnostics.ts';
import type { Size } from '../geometry.ts';
import { millimetres } from '../units.ts';
import type { Grid } from './box.ts';
import type { Style } from './properties.ts';
import type { Sheet } from './sheet.ts';
import type { Length } from './values.ts';

export interface Measures {
  readonly trim: Size;
  readonly grid: Grid;
}

/** Points. `size`: of the text that the length belongs to, for `em`. */
export function toPoints({ value, unit }: Length, grid: Pick<Grid, 'em' | 'pitch'>, size: number): number {
  switch (unit) {
    case 'pt':
      return value;
    case 'mm':
      return millimetres(value);
    case '字':
      return value * grid.em;
    case '行':
      return value * grid.pitch;
    case 'em':
      return value * size;
    default:
      return unit satisfies never;
  }
}

const NEEDED = [
  'size',
  'columns',
  'column-chars',
  'body-size',
  'line-pitch',
  'margin-top',
] as const satisfies readonly (keyof Style)[];

/** The grid of a page or of two facing ones, or why there is none. `at`: the page's place in its template. */
export function measurePage(
  style: Style,
  sheet: Sheet,
  { at, isSpread }: { readonly at: Span; readonly isSpread: boolean },
): Measures | { readonly faults: readonly Diagnostic[] } {
  const {
    size,
    columns,
    'column-chars': chars,
    'body-size': body,
    'line-pitch': step,
    'margin-top': margin,
  } = style;
  if (
    size === null ||
    columns === null ||
    chars === null ||
    body === null ||
    step === null ||
    margin === null ||
    style.lines === 0
  ) {
    return { faults: missing(style, sheet, at) };
  }
  const points = (length: Length): number => toPoints(length, { em: 0, pitch: 0 }, 0);
  const trim = { width: points(size[0]!), height: points(size[1]!) };
  const gutter = style['column-gutter'].value;
  const em = points(body);
  const pitch = points(step);
  const width = (columns * chars + (columns - 1) * gutter) * em;
  const top = points(margin);
  const grid: Grid = {
    direction: 'across',
    left: thousandths((trim.width - width) / 2),
    top: thousandths(top),
    em,
    pitch,
    lines: style.lines,
    columns,
    chars,
    gutter,
    fold: null,
  };
  const tooLarge = fault(trim, width, top + style.lines * pitch, at);
  // With a measure that was refused, those of the page are not what its theme wants.
  if (tooLarge !== null) return { faults: hasErrors(sheet.diagnostics) ? [] : [tooLarge] };
  return isSpread ? facing({ trim, grid }, at) : { trim, grid };
}

/**
 * 通版: the columns of both pages stand where they do on pages of their own; what is between them, the two
 * inner margins less a gutter at each side, is the column of the fold (中缝).
 */
function facing({ trim, grid }: Measures, at: Span): Measures | { readonly faults: readonly Diagnostic[] } {
  const chars = (2 * grid.left) / grid.em - 2 * grid.gutter;
  if (chars < 0) {
    const text = message(
      '通版的中缝比两个栏空还窄',
      'The fold between the two pages is narrower than two gutters',
    );
    return { faults: [errorAt(at, 'fold-too-narrow', text)] };
  }
  const fold = { column: grid.columns, chars };
  return {
    trim: { width: 2 * trim.width, height: trim.height },
    grid: { ...grid, columns: 2 * grid.columns + 1, fold },
  };
}

/** Nothing is missing that the sheet gives, though it is refused, or where the sheet could not be read whole. */
function missing(style: Style, sheet: Sheet, at: Span): readonly Diagnostic[] {
  if (!sheet.isWhole) return [];
  const needed = [...NEEDED.filter((name) => style[name] === null), ...(style.lines === 0 ? ['lines'] : [])];
  const names = needed.filter((name) => !sheet.refused.has(name));
  if (names.length === 0) return [];
  return [
    errorAt(
      at,
      'missing-property',
      message(
        `${sheet.file} 没有给这个 <page> 定：${names.join('、')}`,
        `${sheet.file} does not say for this <page>: ${names.join(', ')}`,
      ),
      message(
        '写在 page { … } 里，或写给这一类版面：page.tabloid { … }。',
        'Put it into page { … }, or for one kind of page into page.tabloid { … }.',
      ),
    ),
  ];
}

/** Half the difference of two lengths in mm has no end in binary. */
function thousandths(points: number): number {
  return Math.round(points * 1000) / 1000;
}

function fault(trim: Size, width: number, foot: number, at: Span): Diagnostic | null {
  const show = (points: number): string => (points / millimetres(1)).toFixed(1);
  if (width > trim.width) {
    return errorAt(
      at,
      'type-area-too-large',
      message(
        `版心宽 ${show(width)} 毫米，比开本 ${show(trim.width)} 毫米还宽`,
        `The type area is ${show(width)} mm wide, the page only ${show(trim.width)} mm`,
      ),
    );
  }
  if (foot <= trim.height) return null;
  return errorAt(
    at,
    'type-area-too-large',
    message(
      `天头加版心到 ${show(foot)} 毫米，超出开本高 ${show(trim.height)} 毫米`,
      `Top margin and type area reach to ${show(foot)} mm, the page only to ${show(trim.height)} mm`,
    ),
  );
}
