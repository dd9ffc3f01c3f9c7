/** A shape element of SVG → its outlines as cubic curves, in its own units. */

import svgpath from 'svgpath';
import { message } from '../diagnostics.ts';
import type { Outline } from './image.ts';
import { type SvgElement, SvgFault } from './svg-tree.ts';
import { lengthOf, numbersOf } from './svg-values.ts';

export const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
]);

/** @throws SvgFault for measures and path data that are none. */
export function outlinesOf(element: SvgElement): Outline[] {
  const data = pathData(element);
  const outlines = outlinesOfData(data);
  // SVG draws a path up to its first error: half a drawing, and nobody is told.
  if (outlines === null) throw badValue(element, element.name === 'path' ? 'd' : 'points', data);
  return outlines;
}

/** Null for what is no path data. */
export function outlinesOfData(data: string): Outline[] | null {
  if (data === '') return [];
  const path = svgpath.from(data) as ReturnType<typeof svgpath.from> & { readonly err: string };
  return path.err === '' ? outlinesOfPath(path) : null;
}

/** Attributes of a shape → path data (SVG 2, chapter 10). */
function pathData(element: SvgElement): string {
  const of = (name: string): number => measure(element, name) ?? 0;
  switch (element.name) {
    case 'rect':
      return roundedRect(element);
    case 'circle':
      return ellipse(of('cx'), of('cy'), of('r'), of('r'));
    case 'ellipse':
      return ellipse(of('cx'), of('cy'), of('rx'), of('ry'));
    case 'line':
      return `M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`;
    case 'polyline':
    case 'polygon': {
      const points = element.attributes.points ?? '';
      const numbers = numbersOf(points);
      if (numbers === null || numbers.length % 2 === 1) throw badValue(element, 'points', points);
      if (numbers.length === 0) return '';
      return `M${numbers.join(' ')}${element.name === 'polygon' ? 'Z' : ''}`;
    }
    default:
      return (element.attributes.d ?? '').trim().replace(/^none$/, '');
  }
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return '';
  return `M${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}Z`;
}

function roundedRect(element: SvgElement): string {
  const of = (name: string): number => measure(element, name) ?? 0;
  const [x, y, width, height] = [of('x'), of('y'), of('width'), of('height')];
  if (width <= 0 || height <= 0) return '';
  const [givenX, givenY] = [measure(element, 'rx'), measure(element, 'ry')];
  const rx = Math.min(Math.max(0, givenX ?? givenY ?? 0), width / 2);
  const ry = Math.min(Math.max(0, givenY ?? givenX ?? 0), height / 2);
  if (rx === 0 || ry === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const corner = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  const [across, down] = [width - 2 * rx, height - 2 * ry];
  return [
    `M${x + rx} ${y}h${across}${corner(rx, ry)}v${down}${corner(-rx, ry)}`,
    `h${-across}${corner(-rx, -ry)}v${-down}${corner(rx, -ry)}Z`,
  ].join('');
}

/** A length in px; null if it is not given. */
export function measure(element: SvgElement, name: string): number | null {
  const given = element.attributes[name];
  if (given === undefined || given.trim() === 'auto') return null;
  const value = lengthOf(given);
  if (value === null) throw badValue(element, name, given);
  return value;
}

export function badValue(element: SvgElement, name: string, given: string): SvgFault {
  const short = given.length > 40 ? `${given.slice(0, 40)}…` : given;
  return new SvgFault(
    message(
      `SVG 元素 <${element.name}> 的 ${name} 读不懂：“${short}”`,
      `the SVG element <${element.name}> has a ${name} that cannot be read: "${short}"`,
    ),
    element,
    message(
      '请在绘图软件里重新导出；长度请写数或 px、pt、mm、cm、in。',
      'Export it from the drawing program once more; lengths are numbers or px, pt, mm, cm, in.',
    ),
  );
}

interface OpenOutline extends Outline {
  readonly curve: number[];
  closed: boolean;
}

function outlinesOfPath(path: ReturnType<typeof svgpath.from>): Outline[] {
  const outlines: OpenOutline[] = [];
  let open: OpenOutline | null = null;
  const begin = (x: number, y: number): OpenOutline => {
    const outline: OpenOutline = { curve: [x, y], closed: false };
    outlines.push(outline);
    return outline;
  };
  path
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _, x, y) => {
      if (segment[0] === 'M') {
        open = begin(segment[1], segment[2]);
        return;
      }
      if (segment[0] === 'Z' || segment[0] === 'z') {
        if (open !== null) open.closed = true;
        open = null;
        return;
      }
      // After Z a path goes on from where the closed outline began.
      open ??= begin(x, y);
      const numbers = segment.slice(1) as number[];
      switch (segment[0]) {
        case 'H':
          straight(open.curve, [x, y], [numbers[0]!, y]);
          break;
        case 'V':
          straight(open.curve, [x, y], [x, numbers[0]!]);
          break;
        case 'L':
          straight(open.curve, [x, y], [numbers[0]!, numbers[1]!]);
          break;
        case 'Q':
          quadratic(open.curve, x, y, numbers);
          break;
        default:
          for (const number of numbers) open.curve.push(number);
      }
    });
  return outlines;
}

/** Handles at thirds: a join at its ends then sees its direction. */
function straight(curve: number[], from: readonly [number, number], to: readonly [number, number]): void {
  const [x, y] = from;
  const [toX, toY] = to;
  const [dx, dy] = [(toX - x) / 3, (toY - y) / 3];
  curve.push(x + dx, y + dy, toX - dx, toY - dy, toX, toY);
}

function quadratic(curve: number[], x: number, y: number, numbers: readonly number[]): void {
  const [handleX, handleY, toX, toY] = numbers as [number, number, number, number];
  curve.push(
    x + (2 * (handleX - x)) / 3,
    y + (2 * (handleY - y)) / 3,
    toX + (2 * (handleX - toX)) / 3,
    toY + (2 * (handleY - toY)) / 3,
    toX,
    toY,
  );
}
