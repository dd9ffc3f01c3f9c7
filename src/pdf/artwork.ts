/** Drawings of curves → form objects, each embedded once, and the operators that place them. */

import { deflateSync } from 'node:zlib';
import type { ArtShape, ArtworkInfo, Outline, Stroke } from '../images/image.ts';
import type { Ornament, Picture } from '../layout/page.ts';
import { type PdfDocument, type PdfObject, writeStream } from './glyphs.ts';
import { pdfNumber, pdfNumbers } from './number.ts';
import type { Colours } from './swatches.ts';

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** A form (ISO 32000-1, 8.10) in the drawing's own plane, y downward as on our pages; its box cuts it off. */
export function embedArtwork(
  doc: PdfDocument,
  { width, height, shapes }: ArtworkInfo,
  colour: Colours['paint'],
): PdfObject {
  const states = new Map<string, string>();
  const state = (fill: number, stroke: number): string => {
    const entries = `<< /ca ${pdfNumber(fill)} /CA ${pdfNumber(stroke)} >>`;
    const name = states.get(entries) ?? `G${states.size}`;
    states.set(entries, name);
    return name;
  };
  const content = shapes.map((shape) => drawShape(shape, state, colour)).join('\n');
  const named = [...states].map(([entries, name]) => `/${name} ${entries}`).join(' ');
  const resources = states.size === 0 ? '<< >>' : `<< /ExtGState << ${named} >> >>`;
  const box = `/BBox [0 0 ${pdfNumbers(width, height)}]`;
  const entries = `/Type /XObject /Subtype /Form ${box} /Resources ${resources} /Filter /FlateDecode`;
  return writeStream(doc, entries, deflateSync(content));
}

/** The operators that draw a drawing in its box; `name` is its object's on the page. */
export function placeArtwork({ box, crop }: Picture, info: ArtworkInfo, name: string): string {
  const width = box.width / crop.width;
  const height = box.height / crop.height;
  const corner = pdfNumbers(box.x - width * crop.x, box.y - height * crop.y);
  // Three decimals of a scale would put a wide drawing's far end out of its place.
  const scales = `${(width / info.width).toFixed(7)} 0 0 ${(height / info.height).toFixed(7)}`;
  const clip = `${pdfNumbers(box.x, box.y, box.width, box.height)} re W n`;
  return `q\n${clip}\n${scales} ${corner} cm\n/${name} Do\nQ`;
}

/** Right and down on the page for a row by its `turn`. */
const ALONG = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** The operators that draw a row of one drawing, each in its place. */
export function placeMotifs(
  { from, turn, count, size }: Ornament,
  { width, height }: Pick<ArtworkInfo, 'width' | 'height'>,
  name: string,
): string {
  const [x, y] = ALONG[turn];
  const [across, down] = [size.width / width, size.height / height];
  const scales = [x * across, y * across, -y * down, x * down].map((value) => value.toFixed(7)).join(' ');
  const places = Array.from({ length: count }, (_, k) => {
    const corner = pdfNumbers(from.x + x * k * size.width, from.y + y * k * size.width);
    return `q\n${scales} ${corner} cm\n/${name} Do\nQ`;
  });
  return places.join('\n');
}

function drawShape(
  { outlines, fill, stroke }: ArtShape,
  state: (fill: number, stroke: number) => string,
  colour: Colours['paint'],
): string {
  const opacities = [fill?.opacity ?? 1, stroke?.opacity ?? 1] as const;
  const clear = opacities.some((opacity) => opacity < 1);
  const even = fill?.rule === 'evenodd' ? '*' : '';
  // B with both half-clear would leave the fill out under the line (ISO 32000-2, 11.7.4.4): one after the other.
  const path = outlines.map(outlineOperators).join('\n');
  return [
    'q',
    ...(clear ? [`/${state(...opacities)} gs`] : []),
    ...(fill === null ? [] : [colour(fill.rgb, 'fill'), path, `f${even}`]),
    ...(stroke === null ? [] : [strokeOperators(stroke, colour), path, 'S']),
    'Q',
  ].join('\n');
}

function strokeOperators(
  { rgb, width, cap, join, miterLimit, dashes, dashOffset }: Stroke,
  colour: Colours['paint'],
): string {
  const dash = dashes.length === 0 ? [] : [`[${pdfNumbers(...dashes)}] ${pdfNumber(dashOffset)} d`];
  return [
    colour(rgb, 'stroke'),
    `${pdfNumber(width)} w ${CAPS[cap]} J ${JOINS[join]} j ${pdfNumber(miterLimit)} M`,
    ...dash,
  ].join('\n');
}

function outlineOperators({ curve, closed }: Outline): string {
  let out = `${pdfNumbers(curve[0]!, curve[1]!)} m`;
  for (let at = 2; at < curve.length; at += 6) out += `\n${pdfNumbers(...curve.slice(at, at + 6))} c`;
  return closed ? `${out}\nh` : out;
}
