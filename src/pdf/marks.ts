/** A page and its sheet → what stands outside the trim: crop and registration marks, colour bar, slug line. */

import { entryOf, type FaceKey } from '../fonts/face.ts';
import type { Size } from '../geometry.ts';
import type { GlyphRun } from '../layout/page.ts';
import { pdfNumbers } from './number.ts';
import type { Sheet } from './sheet.ts';
import { type TextSetting, textObject } from './text.ts';

/** How far a sheet with marks goes beyond its bleed, pt. */
export const MARKS_ROOM = 34;

/** From the trim to a mark where the bleed is narrower, 3 mm (ISO 12647-2 papers are cut within it). */
const CLEAR = 8.5;
const LENGTH = 17;
const HAIR = 0.25;
const RING = 4;
const PATCH = 11;
const SLUG_SIZE = 7;

/** Printed on every plate (ISO 32000-1, 8.6.6.4). */
export const ALL_PLATES = {
  name: 'Plates',
  space: [
    'Separation',
    'All',
    'DeviceCMYK',
    { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 },
  ],
} as const;

/** Each ink full, then black in steps. */
const PATCHES: readonly (readonly number[])[] = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [1, 1, 0, 0],
  [0, 1, 1, 0],
  [1, 0, 1, 0],
  [0, 0, 0, 0.75],
  [0, 0, 0, 0.5],
  [0, 0, 0, 0.25],
];

export interface SlugSetting extends TextSetting {
  readonly slugFace: FaceKey;
}

/** The operators; `slug` is the line of words, its characters of the face `slugFace` or left out. */
export function drawMarks(trim: Size, { bleed }: Sheet, slug: string, setting: SlugSetting): string {
  const out = Math.max(bleed, CLEAR);
  const lines = [
    `/Artifact BMC\nq\n/Out gs\n/${ALL_PLATES.name} CS 1 SCN\n${pdfNumbers(HAIR)} w`,
    ...cropMarks(trim, out),
    ...registrationMarks(trim, out + RING + 4),
    'S',
    ...colourBar(trim, out),
    'Q\nEMC',
    slugLine(trim, out, slug, setting),
  ];
  return lines.join('\n');
}

function cropMarks({ width, height }: Size, out: number): readonly string[] {
  const far = out + LENGTH;
  return [0, width].flatMap((x) => {
    const side = x === 0 ? -1 : 1;
    return [0, height].flatMap((y) => {
      const end = y === 0 ? -1 : 1;
      return [line(x + side * out, y, x + side * far, y), line(x, y + end * out, x, y + end * far)];
    });
  });
}

function line(...[x1, y1, x2, y2]: readonly [number, number, number, number]): string {
  return `${pdfNumbers(x1, y1)} m ${pdfNumbers(x2, y2)} l`;
}

/** A cross in a ring in the middle of each side. */
function registrationMarks({ width, height }: Size, out: number): readonly string[] {
  const places = [
    [width / 2, -out],
    [width / 2, height + out],
    [-out, height / 2],
    [width + out, height / 2],
  ] as const;
  return places.flatMap(([x, y]) => [
    line(x - RING - 3, y, x + RING + 3, y),
    line(x, y - RING - 3, x, y + RING + 3),
    ring(x, y, RING),
  ]);
}

function ring(x: number, y: number, r: number): string {
  const h = r * 0.5523;
  return [
    `${pdfNumbers(x + r, y)} m`,
    `${pdfNumbers(x + r, y + h, x + h, y + r, x, y + r)} c`,
    `${pdfNumbers(x - h, y + r, x - r, y + h, x - r, y)} c`,
    `${pdfNumbers(x - r, y - h, x - h, y - r, x, y - r)} c`,
    `${pdfNumbers(x + h, y - r, x + r, y - h, x + r, y)} c`,
  ].join('\n');
}

/** At the foot, right of the middle, out of the registration mark's way. */
function colourBar({ width, height }: Size, out: number): readonly string[] {
  const left = width * 0.6;
  return PATCHES.map(
    (inks, index) =>
      `${pdfNumbers(...inks)} k ${pdfNumbers(left + index * PATCH, height + out + 4, PATCH, PATCH)} re f`,
  );
}

/** Paper, date and page in black, then each plate's letter in its own ink, at the foot left of the middle. */
function slugLine({ height }: Size, out: number, slug: string, setting: SlugSetting): string {
  const plates = [
    ['C', '1 0 0 0 k'],
    ['M', '0 1 0 0 k'],
    ['Y', '0 0 1 0 k'],
    ['K', '0 0 0 1 k'],
  ] as const;
  const y = height + out + 4 + SLUG_SIZE;
  let x = CLEAR;
  const parts = [[slug, '0 0 0 1 k'], ...plates].map(([text, ink], index) => {
    const run = slugRun(text!, { x, y }, setting);
    x += (run.dx.reduce((sum, dx) => sum + dx, 0) * SLUG_SIZE) / 1000 + (index === 0 ? 12 : 4);
    if (run.gids.length === 0) return '';
    const begins = '/Artifact BMC';
    return textObject([{ item: run, begins }], { face: setting.face, fill: () => `/Out gs\n${ink}` });
  });
  return parts.filter((part) => part !== '').join('\n');
}

function slugRun(text: string, at: GlyphRun['at'], { face, slugFace }: SlugSetting): GlyphRun {
  const { table } = face(slugFace);
  const known = [...text].filter((character) => entryOf(table, character.codePointAt(0)!) !== -1);
  const entries = known.map((character) => entryOf(table, character.codePointAt(0)!));
  const advances = entries.map((entry) => table.advances[entry]!);
  let offset = 0;
  const clusters = known.map((character) => {
    offset += character.length;
    return offset - character.length;
  });
  return {
    id: -1,
    role: 'furniture',
    block: '',
    kind: 'glyphs',
    face: slugFace,
    size: SLUG_SIZE,
    swatch: 'black',
    at,
    direction: 'across',
    gids: entries.map((entry) => table.gids[entry]!),
    drawings: [],
    cells: advances,
    shifts: advances.map(() => 0),
    dx: advances,
    text: known.join(''),
    clusters,
    map: { file: '', runs: [], end: 0 },
    line: -1,
  };
}
