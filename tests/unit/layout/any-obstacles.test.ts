/**
 * Any text in columns of 4 to 40 字, any pictures in its way, square, round or cut out: no character is lost, doubled
 * or out of order, no line is over its measure or under a picture, no mark stands where it may not.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters } from '../../../src/count.ts';
import type { Point, Rect } from '../../../src/geometry.ts';
import { layOut } from '../../../src/layout/index.ts';
import type { Line, Page, Picture } from '../../../src/layout/page.ts';
import type { FigureBox, ParagraphBox } from '../../../src/markup/box.ts';
import { bodyText, figureBox, pageBox, storyBox, subhead } from '../../support/page-box.ts';
import { pageFaults, squashed } from '../../support/page-properties.ts';
import { TABLES } from '../../support/paragraph.ts';

const HAN = [...'国家建设发展经济工业园区新闻大会同志们年月日高质量'];
const MARKS = [...'，。、；：？！“”‘’（）《》·～—%￥/', '——', '……', '？！'];
const LATIN = ['AGM', 'PM2.5', '2020', '18.7%', '10:30', 'the county ', 'development ', 'UNESCO', ' '];

const anyText = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: fc.constantFrom(...HAN) },
      { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 1, arbitrary: fc.constantFrom(...LATIN) },
    ),
    { minLength: 1, maxLength: 150 },
  )
  .map((pieces) => pieces.join(''));

const anyOutline: fc.Arbitrary<NonNullable<FigureBox['wrap']>['outline']> = fc.oneof(
  fc.constant(null),
  fc.constantFrom({ kind: 'circle' as const }, { kind: 'ellipse' as const }),
  fc
    .array(fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) }), {
      minLength: 3,
      maxLength: 7,
    })
    .filter(
      (points) => new Set(points.map(({ x }) => x)).size > 1 && new Set(points.map(({ y }) => y)).size > 1,
    )
    .map((points) => ({ kind: 'polygon' as const, points: filling(points) })),
);

/** Its points moved apart so that it fills its box, as what a photo is cut out to does. */
function filling(points: readonly Point[]): readonly Point[] {
  const share = (values: readonly number[]): readonly number[] => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return values.map((value) => (value - least) / (most - least));
  };
  const [xs, ys] = [share(points.map(({ x }) => x)), share(points.map(({ y }) => y))];
  return points.map((_, k) => ({ x: xs[k]!, y: ys[k]! }));
}

const anyObstacle = fc
  .record({
    width: fc.double({ min: 1, max: 20, noNaN: true }),
    side: fc.constantFrom('left' as const, 'right' as const, 'center' as const, 'gutter' as const),
    start: fc.record({ column: fc.integer({ min: 1, max: 2 }), line: fc.integer({ min: 1, max: 25 }) }),
    outline: anyOutline,
    lines: fc.integer({ min: 1, max: 12 }),
    // Half the blank between two lines at the least: a block of text has half of it below its characters.
    clear: fc.integer({ min: 3, max: 15 }),
    space: fc.integer({ min: 0, max: 2 }),
    caption: fc.boolean(),
  })
  .map(
    ({ width, side, start, outline, lines, clear, space, caption }): FigureBox =>
      figureBox({
        lines,
        space,
        wrap: { width: { value: width, unit: '字' }, side, start, outline, clear },
        ...(caption && width > 6 ? {} : { caption: null }),
      }),
  );

interface Story {
  readonly chars: number;
  readonly columns: number;
  /** Of the page. */
  readonly lines: number;
  readonly texts: readonly string[];
  readonly figures: readonly FigureBox[];
}

const anyStory: fc.Arbitrary<Story> = fc.record({
  chars: fc.integer({ min: 4, max: 40 }),
  columns: fc.integer({ min: 1, max: 4 }),
  lines: fc.integer({ min: 16, max: 60 }),
  texts: fc.array(anyText, { minLength: 1, maxLength: 6 }),
  figures: fc.array(anyObstacle, { minLength: 1, maxLength: 3 }),
});

/** Every third paragraph from the second on is a subhead's, if it is short. */
function bodyOf(texts: readonly string[]): readonly ParagraphBox[] {
  return texts.map((text, k) => (k % 3 === 1 && text.length < 12 ? subhead(text) : bodyText(text)));
}

function lay({ chars, columns, lines, texts, figures }: Story) {
  const width = columns * chars + (columns - 1) * 2;
  const box = pageBox([storyBox({ body: bodyOf(texts), figures })]);
  const grid = { ...box.grid, chars, columns, lines };
  const page = { ...box, grid, trim: { width: width * 10 + 100, height: lines * 15 + 100 } };
  const { made, diagnostics } = layOut([page], TABLES);
  return { made, page: made.pages[0]!, codes: new Set(diagnostics.map(({ code }) => code)) };
}

const bodyLines = ({ lines }: Page): readonly Line[] =>
  lines.filter(({ role }) => role === 'paragraph' || role === 'subhead');
const textOf = (page: Page): string =>
  squashed(
    bodyLines(page)
      .map(({ text }) => text)
      .join(''),
  );
const picturesOf = ({ items }: Page): readonly Picture[] =>
  items.filter((item): item is Picture => item.kind === 'picture');

/** From the leftmost to the rightmost point of a polygon between two heights; null where it has none there. */
function widthBetween(points: readonly Point[], top: number, foot: number): [number, number] | null {
  const xs: number[] = [];
  points.forEach((a, k) => {
    const b = points[(k + 1) % points.length]!;
    for (let step = 0; step <= 200; step++) {
      const y = a.y + ((b.y - a.y) * step) / 200;
      if (y > top && y < foot) xs.push(a.x + ((b.x - a.x) * step) / 200);
    }
  });
  return xs.length === 0 ? null : [Math.min(...xs), Math.max(...xs)];
}

function corners({ x, y, width, height }: Rect): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** The lines of text that a picture reaches into. */
function under(page: Page): readonly string[] {
  return picturesOf(page).flatMap(({ outline, box }) =>
    bodyLines(page).flatMap(({ text, box: line }) => {
      const shape = widthBetween(outline ?? corners(box), line.y, line.y + line.height);
      const isClear = shape === null || shape[1] <= line.x + 0.01 || shape[0] >= line.x + line.width - 0.01;
      return isClear ? [] : [text];
    }),
  );
}

describe('any text beside any pictures, 4 to 40 字', () => {
  it('nothing is lost, doubled, reordered or overprinted; what does not fit is said, to the character', () => {
    const seen = { beside: 0, overset: 0, lacking: 0 };
    fc.assert(
      fc.property(anyStory, (story) => {
        const { made, page, codes } = lay(story);
        const whole = squashed(story.texts.join(''));
        const faults = pageFaults(made, { runtsKnown: codes.has('runt') }).filter(
          ({ property }) =>
            !(property === 'reach' && codes.has('loose-line')) &&
            !(property === 'edge' && codes.has('edge-rule')),
        );
        expect(faults).toEqual([]);
        expect(under(page)).toEqual([]);
        if (codes.has('wrap-without-room') || codes.has('no-room')) seen.lacking += 1;
        else if (codes.has('overset')) {
          const [fit] = made.fits;
          expect(whole.startsWith(textOf(page))).toBe(true);
          expect(fit!.overset.characters).toBeGreaterThan(0);
          expect(fit!.overset.characters).toBeLessThanOrEqual(fit!.characters);
          seen.overset += 1;
        } else {
          expect(textOf(page)).toBe(whole);
          expect(made.fits[0]!.characters).toBe(countCharacters(story.texts.join('\n')));
          if (bodyLines(page).some(({ box }) => box.width < story.chars * 10 - 0.01)) seen.beside += 1;
        }
      }),
      { numRuns: 200, seed: 15834 },
    );
    // The property is of text beside pictures: it has to be tried on such text.
    expect(seen.beside).toBeGreaterThan(50);
    expect(seen.overset).toBeGreaterThan(0);
    expect(seen.lacking).toBeGreaterThan(0);
  });
});
