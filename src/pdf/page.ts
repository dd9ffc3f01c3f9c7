/** A page's items → its content, in their order. */

import type { FaceKey } from '../fonts/face.ts';
import type { Point, Rect } from '../geometry.ts';
import type { ImageInfo, ImageKey } from '../images/image.ts';
import type { GlyphRun, Item, Ornament, Page, Path, Picture, Rule, Shape } from '../layout/page.ts';
import { placeArtwork, placeMotifs } from './artwork.ts';
import type { EmbeddedFace } from './embedded-face.ts';
import { addContent, type PdfDocument, type PdfObject, useImage, useSpaces, useStates } from './glyphs.ts';
import { ALL_PLATES, drawMarks } from './marks.ts';
import { pdfNumber, pdfNumbers } from './number.ts';
import { drawPicture } from './picture.ts';
import { addSheet, intoBleed, type Sheet } from './sheet.ts';
import type { Colours } from './swatches.ts';
import type { MarkedItem } from './tags.ts';
import { type MarkedRun, textObject } from './text.ts';

/** What all pages of a document share. */
export interface Setting {
  readonly doc: PdfDocument;
  readonly colours: Colours;
  readonly face: (key: FaceKey) => EmbeddedFace;
  readonly image: (key: ImageKey) => {
    readonly info: ImageInfo;
    readonly name: string;
    readonly object: PdfObject;
  };
  /** The face of the slug line. */
  readonly slugFace: FaceKey;
  /** Null on the screen, where a page is its trim. */
  readonly sheet: Sheet | null;
}

/** Adds the page and draws its items, each in its mark. Text that belongs together is one text object. */
export function drawPage({ trim, label }: Page, items: readonly MarkedItem[], setting: Setting): void {
  const { doc, sheet, colours } = setting;
  if (sheet === null) doc.addPage({ size: [trim.width, trim.height], margin: 0 });
  else addSheet(doc, trim, sheet);
  useStates(doc, colours.states);
  if (sheet !== null && sheet.slug !== null) {
    useSpaces(doc, { [ALL_PLATES.name]: ALL_PLATES.space });
    const { face, slugFace } = setting;
    doc.addContent(drawMarks(trim, sheet, sheet.slug(label), { face, fill: colours.text, slugFace }));
  }
  for (let at = 0; at < items.length; ) {
    const { item, group, begins } = items[at]!;
    if (item.kind !== 'glyphs') {
      doc.addContent(begins!);
      drawItem(sheet === null ? item : intoBleed(item, trim, sheet), setting);
      doc.addContent('EMC');
      at += 1;
      continue;
    }
    const runs: MarkedRun[] = [];
    for (; items[at]?.group === group; at++) runs.push(items[at] as MarkedRun);
    addContent(doc, textObject(runs, { face: setting.face, fill: colours.text }));
  }
}

function drawItem(item: Exclude<Item, GlyphRun>, setting: Setting): void {
  const { doc, colours } = setting;
  switch (item.kind) {
    case 'picture':
      doc.addContent(placePicture(item, setting));
      break;
    case 'rule':
      doc.addContent(drawRule(item, colours));
      break;
    case 'shape':
      doc.addContent(drawShape(item, colours));
      break;
    case 'path':
      doc.addContent(drawPath(item, colours));
      break;
    case 'ornament':
      doc.addContent(placeOrnament(item, setting));
      break;
    case 'link':
      // A press has no use for links, and PDF/X allows none within the bleed (ISO 15930-7, 6.17).
      if (setting.sheet === null)
        doc.link(item.box.x, item.box.y, item.box.width, item.box.height, item.target);
      break;
    default:
      item satisfies never;
  }
}

function placePicture(picture: Picture, { doc, image, colours, sheet }: Setting): string {
  const { info, name, object } = image(picture.image);
  useImage(doc, name, object);
  // Photos for the press were turned upright when they were converted.
  const drawn =
    info.format === 'svg'
      ? placeArtwork(picture, info, name)
      : drawPicture(picture, sheet === null ? info.orientation : 1, name);
  const clipped = picture.outline === null ? drawn : `q\n${clipTo(picture.outline)}\n${drawn}\nQ`;
  return `${colours.picture}${clipped}`;
}

function clipTo([first, ...more]: readonly Point[]): string {
  const edges = more.map(({ x, y }) => `${pdfNumbers(x, y)} l`);
  return [`${pdfNumbers(first!.x, first!.y)} m`, ...edges, 'h W n'].join('\n');
}

/** Drawings only: a photo along a border is refused when the theme is read. */
function placeOrnament(row: Ornament, { doc, image }: Setting): string {
  const { info, name, object } = image(row.image);
  useImage(doc, name, object);
  return placeMotifs(row, info, name);
}

function drawRule({ from, to, width, swatch }: Rule, { stroke }: Colours): string {
  return `${stroke(swatch)}\n${pdfNumber(width)} w\n${pdfNumbers(from.x, from.y)} m\n${pdfNumbers(to.x, to.y)} l\nS`;
}

function drawShape({ box, radius, fill, stroke }: Shape, colours: Colours): string {
  const paint = fill === null ? 'S' : stroke === null ? 'f' : 'B';
  return [
    ...(fill === null ? [] : [colours.fill(fill)]),
    ...(stroke === null ? [] : [colours.stroke(stroke.swatch), `${pdfNumber(stroke.width)} w`]),
    radius > 0 ? roundedRectangle(box, radius) : `${pdfNumbers(box.x, box.y, box.width, box.height)} re`,
    fill === null && stroke === null ? 'n' : paint,
  ].join('\n');
}

/** Where the handles of a quarter of a circle lie, of its radius. */
const HANDLE = 0.5523;

function roundedRectangle({ x, y, width, height }: Rect, wanted: number): string {
  const r = Math.min(wanted, width / 2, height / 2);
  const h = r * (1 - HANDLE);
  const [right, foot] = [x + width, y + height];
  return [
    `${pdfNumbers(x + r, y)} m`,
    `${pdfNumbers(right - r, y)} l`,
    `${pdfNumbers(right - h, y, right, y + h, right, y + r)} c`,
    `${pdfNumbers(right, foot - r)} l`,
    `${pdfNumbers(right, foot - h, right - h, foot, right - r, foot)} c`,
    `${pdfNumbers(x + r, foot)} l`,
    `${pdfNumbers(x + h, foot, x, foot - h, x, foot - r)} c`,
    `${pdfNumbers(x, y + r)} l`,
    `${pdfNumbers(x, y + h, x + h, y, x + r, y)} c`,
    'h',
  ].join('\n');
}

function drawPath({ curves, width, swatch }: Path, { text, stroke }: Colours): string {
  const lines = curves.map(curveOperators);
  if (width === null) return [text(swatch), ...lines, 'f'].join('\n');
  return [stroke(swatch), `${pdfNumber(width)} w`, ...lines, 'S'].join('\n');
}

function curveOperators(numbers: readonly number[]): string {
  let out = `${pdfNumbers(...numbers.slice(0, 2))} m`;
  for (let at = 2; at < numbers.length; at += 6) out += `\n${pdfNumbers(...numbers.slice(at, at + 6))} c`;
  return out;
}
