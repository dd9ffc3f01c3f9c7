/** Copy fitting: what gives, in which order, within which limits, and what is told of it. */

import { describe, expect, test } from 'vitest';
import { fitCopy } from '../../../src/layout/fit-copy.ts';
import { layOut } from '../../../src/layout/index.ts';
import type { FitLimit, ParagraphBox } from '../../../src/markup/box.ts';
import {
  bodyText,
  figureBox,
  gridBox,
  hanText,
  headBox,
  pageBox,
  placeAt,
  storyBox,
  subhead,
} from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

/** Paragraphs of 10 full lines of 14 字, that can be made no line longer or shorter. */
function textOfLines(lines: number): readonly ParagraphBox[] {
  return Array.from({ length: Math.ceil(lines / 10) }, (_, i) => {
    const here = Math.min(10, lines - 10 * i);
    return bodyText(hanText(here * 14 - 2, i));
  });
}

function fitted(body: readonly ParagraphBox[], limits: readonly FitLimit[], figures = 1) {
  const story = storyBox({
    place: placeAt(gridBox(0, 4, 0, 30)),
    head: headBox([
      paragraphBox('清河两岸', { role: 'headline', size: 36, sizes: [36, 32], align: 'center' }),
    ]),
    figures: Array.from({ length: figures }, () => figureBox()),
    body,
  });
  const { made, diagnostics } = layOut([pageBox([story], { fit: limits })], TABLES);
  return { fit: made.fits[0]!, codes: diagnostics.map(({ code }) => code), faults: pageFaults(made) };
}

const ALL: readonly FitLimit[] = [
  { step: 'paragraphs', limit: 99 },
  { step: 'photos', limit: 99 },
  { step: 'subhead-space', limit: 1 },
  { step: 'head-space', limit: 2 },
];

/** The lines of text with which the story is about full. */
const FULL = 70;

describe('one to six lines of copy more or less', () => {
  test.each([-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6])('%d', (more) => {
    const { fit, codes, faults } = fitted(textOfLines(FULL + more), ALL);
    expect(faults).toEqual([]);
    expect(codes).toEqual([]);
    expect(fit.short.lines).toBeLessThanOrEqual(2);
    for (const { amount, limit } of fit.steps) expect(Math.abs(amount)).toBeLessThanOrEqual(limit);
  });
});

test('with all limits at 0 nothing changes', () => {
  const limits = ALL.map(({ step }) => ({ step, limit: 0 }));
  for (const more of [-6, 0, 6]) expect(fitted(textOfLines(FULL + more), limits).fit.steps).toEqual([]);
});

describe('a story without pictures that is a line a column short', () => {
  const body = [...textOfLines(60), subhead('产业兴旺'), ...textOfLines(33)];
  const steps = (...limits: readonly FitLimit[]) => fitted(body, limits, 0).fit.steps;

  test('is short by more than is borne without a step', () => {
    const { fit, codes } = fitted(body, [], 0);
    expect(codes).toEqual(['short']);
    expect(fit.short.lines).toBeGreaterThan(2);
  });

  test('is filled by a blank line over its head, where the theme allows one, and says so', () => {
    expect(steps({ step: 'head-space', limit: 1 })).toEqual([
      { step: 'head-space', target: 'story head', amount: 1, limit: 1 },
    ]);
  });

  test('keeps its head where the limit is 0', () => {
    expect(steps({ step: 'head-space', limit: 0 })).toEqual([]);
  });
});

describe('the search for changes', () => {
  const story = storyBox({
    head: headBox([]),
    body: [...textOfLines(20), subhead('产业兴旺'), ...textOfLines(20)],
  });
  const both = (limit: number): readonly FitLimit[] => [
    { step: 'subhead-space', limit },
    { step: 'head-space', limit },
  ];

  /** Stories tried until one fits, and what gave in it. */
  function search(limits: readonly FitLimit[], fitsAt: number) {
    let tried = 0;
    const standing = () => (tried++ === fitsAt ? 'fits' : 'short');
    return { steps: fitCopy(story, limits, standing).steps, tried };
  }

  test('goes from small to large, of equal sums from few to many, then in the order of the theme', () => {
    const found = Array.from({ length: 10 }, (_, fitsAt) => search(both(2), fitsAt + 1).steps);
    const sizes = found.map((steps) => steps.reduce((sum, { amount }) => sum + Math.abs(amount), 0));
    expect(sizes).toEqual([...sizes].sort());
    const ofTwo = found.filter((_, index) => sizes[index] === 2).map((steps) => steps.length);
    expect(ofTwo).toEqual([...ofTwo].sort());
    expect(new Set(ofTwo)).toEqual(new Set([1, 2]));
    expect(found[0]!.map(({ step }) => step)).toEqual(['subhead-space']);
    const turned = search([...both(2)].reverse(), 1).steps.map(({ step }) => step);
    expect(turned).toEqual(['head-space']);
  });

  test('ends after 40 sets of changes, however much the theme allows', () => {
    const { steps, tried } = search(both(99), Number.POSITIVE_INFINITY);
    expect(steps).toEqual([]);
    expect(tried).toBeGreaterThan(40);
    expect(tried).toBeLessThanOrEqual(42);
  });
});
