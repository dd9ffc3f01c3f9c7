/**
 * A pattern and the straight line or the box that it runs along → its paths: whole repeats, corners closed.
 *
 * All measures are of the band that the pattern fills; a repeat is stretched along its side so that a whole
 * number of them fills it.
 */

import type { Point, Rect } from '../geometry.ts';
import type { Pattern } from '../markup/box.ts';
import type { Path } from './page.ts';

export type Figure = Pick<Path, 'curves' | 'width'>;
type Curve = readonly number[];

/** The middle of a band, from its start: `u` pt along it and `v` pt to its outer side make a point. */
interface Side {
  readonly from: Point;
  readonly along: Point;
  readonly out: Point;
  readonly length: number;
}

/** One side, or the four of a box from its top left corner round to the right. */
interface Course {
  readonly sides: readonly Side[];
  readonly isBox: boolean;
  readonly band: number;
}

/** Along a line whose band has its top left corner at `from`. */
export function patternAlong(
  pattern: Pattern,
  band: number,
  line: { readonly from: Point; readonly length: number; readonly direction: 'across' | 'down' },
): readonly Figure[] {
  const { from, length, direction } = line;
  const across = { along: { x: 1, y: 0 }, out: { x: 0, y: -1 }, from: { x: from.x, y: from.y + band / 2 } };
  const down = { along: { x: 0, y: 1 }, out: { x: 1, y: 0 }, from: { x: from.x + band / 2, y: from.y } };
  const side = { ...(direction === 'across' ? across : down), length };
  return DRAW[pattern]({ sides: [side], isBox: false, band });
}

/** Round a box, within its edges. */
export function patternRound(pattern: Pattern, band: number, box: Rect): readonly Figure[] {
  const [left, top] = [box.x + band / 2, box.y + band / 2];
  const [width, height] = [box.width - band, box.height - band];
  const [right, foot] = [left + width, top + height];
  const sides: readonly Side[] = [
    { from: { x: left, y: top }, along: { x: 1, y: 0 }, out: { x: 0, y: -1 }, length: width },
    { from: { x: right, y: top }, along: { x: 0, y: 1 }, out: { x: 1, y: 0 }, length: height },
    { from: { x: right, y: foot }, along: { x: -1, y: 0 }, out: { x: 0, y: 1 }, length: width },
    { from: { x: left, y: foot }, along: { x: 0, y: -1 }, out: { x: -1, y: 0 }, length: height },
  ];
  return DRAW[pattern]({ sides, isBox: true, band });
}

/** From dot to dot of 点线, bands. */
export const DOT_STEP = 2.5;

const DRAW: { readonly [K in Pattern]: (course: Course) => readonly Figure[] } = {
  dots: (course) => [
    { curves: stations(course, DOT_STEP).map((at) => circle(at, course.band / 2)), width: null },
  ],
  wave,
  beads,
  fret,
  petals,
};

function at({ from, along, out }: Side, u: number, v: number): Point {
  return { x: from.x + along.x * u + out.x * v, y: from.y + along.y * u + out.y * v };
}

function coordinates({ x, y }: Point): readonly number[] {
  return [x, y];
}

/** How many repeats of about `pitch` bands fill a length. */
function repeats(length: number, pitch: number): number {
  return Math.max(1, Math.round(length / pitch));
}

/** Points about `pitch` bands apart, one at each corner, or half a band within either end. */
function stations({ sides, isBox, band }: Course, pitch: number): readonly Point[] {
  return sides.flatMap((side) => {
    const inset = isBox ? 0 : band / 2;
    const length = side.length - 2 * inset;
    const count = repeats(length, pitch * band);
    const points = Array.from({ length: count + 1 }, (_, k) => at(side, inset + (k * length) / count, 0));
    // The next side begins where this one ends.
    return isBox ? points.slice(0, -1) : points;
  });
}

/** Where the handles of an arc of a wave lie, of its length: it leaves the middle at 45°. */
const BEND = 0.37;
/** Of an arc and of its line, bands: an arc whose handles lie at 4/3 of a height reaches that height. */
const ARC = { length: 0.75 / (BEND * 1.5), width: 0.25 } as const;

/**
 * Round a box each side begins and ends with an arc to the outside: at a corner one comes in at 45° and the
 * next goes out in the same direction, so that the line has no bend there.
 */
function wave({ sides, isBox, band }: Course): readonly Figure[] {
  const curve = [...coordinates(at(sides[0]!, 0, 0))];
  for (const side of sides) {
    const pairs = side.length / (ARC.length * band) / 2;
    const arcs = isBox ? 2 * Math.max(0, Math.round(pairs - 0.5)) + 1 : 2 * Math.max(1, Math.round(pairs));
    const step = side.length / arcs;
    for (let k = 0; k < arcs; k++) {
      const off = (k % 2 === 0 ? BEND : -BEND) * step;
      curve.push(
        ...coordinates(at(side, (k + BEND) * step, off)),
        ...coordinates(at(side, (k + 1 - BEND) * step, off)),
        ...coordinates(at(side, (k + 1) * step, 0)),
      );
    }
  }
  return [{ curves: [curve], width: ARC.width * band }];
}

/** 连珠: beads between two thin lines. */
function beads(course: Course): readonly Figure[] {
  const { band } = course;
  const thin = 0.06 * band;
  const off = band / 2 - thin / 2;
  const curves = stations(course, 0.85).map((point) => circle(point, 0.27 * band));
  return [
    { curves: [...edge(course, off), ...edge(course, -off)], width: thin },
    { curves, width: null },
  ];
}

/** The line `v` pt outside the middle of the band, all the way. */
function edge({ sides, isBox }: Course, v: number): readonly Curve[] {
  if (!isBox) return sides.map((side) => polyline([at(side, 0, v), at(side, side.length, v)]));
  const corners = sides.map((side) => at(side, -v, v));
  // It begins in the middle of a side, so that all its corners are joined.
  const middle = at(sides[0]!, sides[0]!.length / 2, v);
  return [polyline([middle, ...corners.slice(1), corners[0]!, middle])];
}

/** 回纹: a key of lines that turns inward, from the outer edge (0) to the line it stands on (3). */
const KEY: readonly (readonly [number, number])[] = [
  [0, 3],
  [0, 0],
  [3, 0],
  [3, 2],
  [1, 2],
  [1, 1],
  [2, 1],
];

/** Keys side by side on one line; at a corner a square in a square. */
function fret(course: Course): readonly Figure[] {
  const { sides, isBox, band } = course;
  const step = band / 3.4;
  const width = 0.4 * step;
  const off = 1.5 * step;
  const keys = sides.flatMap((side) => {
    const start = isBox ? off : width / 2;
    const length = side.length - 2 * start;
    // Four steps a key; one more before the first at a corner, one less behind the last of a line.
    const more = isBox ? 1 : -1;
    const count = repeats(length - more * step, 4 * step);
    const along = length / (4 * count + more);
    const first = start + (isBox ? along : 0);
    return Array.from({ length: count }, (_, k) =>
      polyline(KEY.map(([u, v]) => at(side, first + (4 * k + u) * along, off - v * step))),
    );
  });
  const corners = isBox ? sides.flatMap(({ from }) => [square(from, off), square(from, step / 2)]) : [];
  return [{ curves: [...edge(course, -off), ...keys, ...corners], width }];
}

function square({ x, y }: Point, half: number): Curve {
  const middle = { x, y: y - half };
  const corner = (dx: number, dy: number): Point => ({ x: x + dx * half, y: y + dy * half });
  return polyline([middle, corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1), middle]);
}

/** 花瓣: flowers of four petals, a dot between two of them. */
function petals(course: Course): readonly Figure[] {
  const { band } = course;
  const flowers = stations(course, 1.3);
  const dots = flowers.flatMap((flower, k) => {
    const next = flowers[k + 1] ?? (course.isBox ? flowers[0]! : null);
    if (next === null) return [];
    return [circle({ x: (flower.x + next.x) / 2, y: (flower.y + next.y) / 2 }, 0.09 * band)];
  });
  const curves = flowers.flatMap((flower) => DIAGONALS.map((to) => petal(flower, to, 0.49 * band)));
  return [{ curves: [...curves, ...dots], width: null }];
}

const DIAGONALS: readonly Point[] = [
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: -1 },
];

/** From the middle of a flower to the corner of its square, and back on the other side. */
function petal({ x, y }: Point, to: Point, reach: number): Curve {
  const point = (ahead: number, aside: number): readonly number[] => [
    x + (to.x * ahead - to.y * aside) * reach,
    y + (to.y * ahead + to.x * aside) * reach,
  ];
  return [
    ...point(0.06, 0),
    ...[...point(0.3, 0.3), ...point(0.75, 0.4), ...point(1, 0)],
    ...[...point(0.75, -0.4), ...point(0.3, -0.3), ...point(0.06, 0)],
  ];
}

/** Straight lines from point to point, as curves. */
function polyline(points: readonly Point[]): Curve {
  const curve = [...coordinates(points[0]!)];
  points.slice(1).forEach((to, k) => {
    const from = points[k]!;
    const part = (share: number): readonly number[] => [
      from.x + (to.x - from.x) * share,
      from.y + (to.y - from.y) * share,
    ];
    curve.push(...part(1 / 3), ...part(2 / 3), ...coordinates(to));
  });
  return curve;
}

/** Where the handles of a quarter of a circle lie, of its radius. */
const HANDLE = 0.5523;

export function circle({ x, y }: Point, r: number): Curve {
  const h = r * HANDLE;
  return [
    ...[x + r, y],
    ...[x + r, y + h, x + h, y + r, x, y + r],
    ...[x - h, y + r, x - r, y + h, x - r, y],
    ...[x - r, y - h, x - h, y - r, x, y - r],
    ...[x + h, y - r, x + r, y - h, x + r, y],
  ];
}
