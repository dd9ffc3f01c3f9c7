/** A page's trim and the sheet that its press asks for → the sheet's page with its boxes, and items carried into the bleed. */

import type { Rect, Size } from '../geometry.ts';
import type { Item } from '../layout/page.ts';
import { type PdfDocument, pageBoxes } from './glyphs.ts';
import { pdfNumbers, thousandths } from './number.ts';

/** pt beyond the trim on every side. */
export interface Sheet {
  readonly bleed: number;
  /** The sheet's edge: the bleed, and beyond it the marks. */
  readonly margin: number;
  /** What the slug line says of each page, by its label; null: a sheet without marks. */
  readonly slug: ((label: string) => string) | null;
}

/** Adds a page with its boxes (ISO 32000-1, 14.11.2); what is drawn on it counts from the trim's corner. */
export function addSheet(doc: PdfDocument, trim: Size, { bleed, margin }: Sheet): void {
  doc.addPage({ size: [trim.width + 2 * margin, trim.height + 2 * margin], margin: 0 });
  pageBoxes(doc, {
    TrimBox: boxOf(trim, margin, 0),
    BleedBox: boxOf(trim, margin, bleed),
  });
  if (margin > 0) doc.addContent(`1 0 0 1 ${pdfNumbers(margin, margin)} cm`);
}

function boxOf({ width, height }: Size, margin: number, beyond: number): readonly number[] {
  const from = margin - beyond;
  const corners = [from, from, margin + width + beyond, margin + height + beyond];
  return corners.map((value) => thousandths(value) / 1000);
}

/** How far from the trim an edge may lie and still be meant to end with it, pt. */
const AT_TRIM = 0.5;

/** A picture, tint or rule that ends with the trim goes on to the bleed's edge: no cut is exact. */
export function intoBleed<T extends Item>(item: T, trim: Size, { bleed }: Sheet): T;
export function intoBleed(item: Item, trim: Size, { bleed }: Sheet): Item {
  if (bleed === 0) return item;
  switch (item.kind) {
    case 'shape':
      return item.fill === null ? item : { ...item, box: widened(item.box, trim, bleed) };
    case 'picture': {
      const box = widened(item.box, trim, bleed);
      return box === item.box ? item : { ...item, box, crop: cropFor(item, box) };
    }
    case 'rule': {
      const { from, to } = item;
      const along = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) };
      const size = { width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
      const { x, y, width, height } = widened({ ...along, ...size }, trim, bleed);
      const across = size.height === 0;
      return across
        ? { ...item, from: { x, y: from.y }, to: { x: x + width, y: to.y } }
        : { ...item, from: { x: from.x, y }, to: { x: to.x, y: y + height } };
    }
    default:
      return item;
  }
}

function widened(box: Rect, trim: Size, bleed: number): Rect {
  const left = box.x <= AT_TRIM ? bleed + box.x : 0;
  const top = box.y <= AT_TRIM ? bleed + box.y : 0;
  const right = trim.width - box.x - box.width;
  const foot = trim.height - box.y - box.height;
  const more = { right: right <= AT_TRIM ? bleed + right : 0, foot: foot <= AT_TRIM ? bleed + foot : 0 };
  if (left + top + more.right + more.foot === 0) return box;
  return {
    x: box.x - left,
    y: box.y - top,
    width: box.width + left + more.right,
    height: box.height + top + more.foot,
  };
}

/**
 * The part of a picture for a wider box: what lies beyond the crop as far as there is any; where the picture ends
 * before, the part is made smaller, so that the picture is shown a little larger.
 */
function cropFor({ box, crop }: Item & { kind: 'picture' }, wide: Rect): Rect {
  const scale = { x: crop.width / box.width, y: crop.height / box.height };
  const wanted = {
    x: crop.x - (box.x - wide.x) * scale.x,
    y: crop.y - (box.y - wide.y) * scale.y,
    width: wide.width * scale.x,
    height: wide.height * scale.y,
  };
  const shrink = Math.min(1, 1 / wanted.width, 1 / wanted.height);
  const width = wanted.width * shrink;
  const height = wanted.height * shrink;
  return {
    x: Math.min(Math.max(0, wanted.x), 1 - width),
    y: Math.min(Math.max(0, wanted.y), 1 - height),
    width,
    height,
  };
}
