/** A page and a scale → the same page smaller or larger, its corner elsewhere: for proofs on office paper. */

import type { Point, Rect } from '../geometry.ts';
import type { Item, Line, Page, PlacedBlock } from './page.ts';

/** Where the page's corner lies, pt, and its size, of 1. */
export interface Scaling extends Point {
  readonly scale: number;
}

/** Items, lines and blocks, ids unchanged; trim and grid stay those of the page. */
export function scalePage(page: Page, to: Scaling): Pick<Page, 'items' | 'lines' | 'blocks'> {
  return {
    items: page.items.map((item) => scaleItem(item, to)),
    lines: page.lines.map((line) => scaleLine(line, to)),
    blocks: page.blocks.map((block) => scaleBlock(block, to)),
  };
}

export function scalePoint(point: Point, { x, y, scale }: Scaling): Point {
  return { x: x + point.x * scale, y: y + point.y * scale };
}

export function scaleRect(rect: Rect, to: Scaling): Rect {
  return { ...scalePoint(rect, to), width: rect.width * to.scale, height: rect.height * to.scale };
}

function scaleItem(item: Item, to: Scaling): Item {
  const { scale } = to;
  switch (item.kind) {
    case 'glyphs':
      return { ...item, at: scalePoint(item.at, to), size: item.size * scale };
    case 'rule':
      return {
        ...item,
        from: scalePoint(item.from, to),
        to: scalePoint(item.to, to),
        width: item.width * scale,
      };
    case 'shape': {
      const { stroke } = item;
      return {
        ...item,
        box: scaleRect(item.box, to),
        radius: item.radius * scale,
        stroke: stroke === null ? null : { ...stroke, width: stroke.width * scale },
      };
    }
    case 'path':
      return {
        ...item,
        curves: item.curves.map((curve) => scaleCurve(curve, to)),
        width: item.width === null ? null : item.width * scale,
      };
    case 'ornament': {
      const { width, height } = item.size;
      return {
        ...item,
        from: scalePoint(item.from, to),
        size: { width: width * scale, height: height * scale },
      };
    }
    case 'picture':
    case 'link':
      return { ...item, box: scaleRect(item.box, to) };
    default:
      return item satisfies never;
  }
}

/** Its numbers are x and y by turns. */
function scaleCurve(curve: readonly number[], { x, y, scale }: Scaling): readonly number[] {
  return curve.map((value, at) => (at % 2 === 0 ? x : y) + value * scale);
}

function scaleLine(line: Line, to: Scaling): Line {
  const { scale } = to;
  return {
    ...line,
    box: scaleRect(line.box, to),
    baseline: (line.direction === 'down' ? to.x : to.y) + line.baseline * scale,
    natural: line.natural * scale,
    measure: line.measure * scale,
    hung: line.hung * scale,
  };
}

function scaleBlock(block: PlacedBlock, to: Scaling): PlacedBlock {
  return { ...block, polygon: block.polygon.map((corner) => scalePoint(corner, to)) };
}
