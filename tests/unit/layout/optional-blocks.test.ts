/** 摘句, 资料, 补白: where they stand, how they look, when copy fitting leaves them out or adds them. */

import { describe, expect, test } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { FitLimit, ParagraphBox, StoryBox } from '../../../src/markup/box.ts';
import { bodyOf } from '../../../src/markup/optional.ts';
import { optionalBox } from '../../support/optional-box.ts';
import { bodyText, gridBox, hanText, pageBox, placeAt, storyBox, subhead } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { TABLES } from '../../support/paragraph.ts';

const QUOTE = optionalBox('pullquote', ['经济建设发展大会同志'], 16);
const FACTS = optionalBox('factbox', ['资料', '年月日', '高质量']);
const FILLER = optionalBox('filler', [hanText(40, 5)]);

/** Paragraphs of 9 full lines of 14 字, which can be set no line longer or shorter. */
const nineLines = (count: number): readonly ParagraphBox[] =>
  Array.from({ length: count }, (_, i) => bodyText(hanText(9 * 14 - 2, i)));

const LIMITS: readonly FitLimit[] = [
  { step: 'filler', limit: 1 },
  { step: 'pullquote', limit: 1 },
  { step: 'factbox', limit: 1 },
];
const NONE: readonly FitLimit[] = LIMITS.map(({ step }) => ({ step, limit: 0 }));

/** In two columns of some lines. */
function laid(wishes: Partial<StoryBox>, lines: number, fit: readonly FitLimit[] = LIMITS) {
  const story = storyBox({ place: placeAt(gridBox(0, 2, 0, lines)), ...wishes });
  const { made, diagnostics } = layOut([pageBox([story], { fit, layout: 'off' })], TABLES);
  const roles = new Set(made.pages[0]!.lines.map(({ role }) => role));
  return { made, page: made.pages[0]!, fit: made.fits[0]!, roles, diagnostics };
}

const codes = ({ diagnostics }: ReturnType<typeof laid>): readonly string[] =>
  diagnostics.map(({ code }) => code);

describe('a pull quote', () => {
  const body = [...nineLines(2), QUOTE, ...nineLines(2)];
  const standing = laid({ body }, 22);

  test('stands between two rules, rows in the middle, as large as its style has it', () => {
    const lines = standing.page.lines.filter(({ role }) => role === 'pullquote');
    const rules = standing.page.items.flatMap((item) => (item.kind === 'rule' ? [item.from.y] : []));
    expect(lines.map(({ text }) => text).join('')).toBe('经济建设发展大会同志');
    expect(rules).toHaveLength(2);
    const above = lines[0]!.box.y - rules[0]!;
    const below = rules[1]! - lines.at(-1)!.box.y - lines.at(-1)!.box.height;
    expect(above).toBeCloseTo(below, 0);
    expect(above).toBeGreaterThan(0);
    expect(pageFaults(standing.made)).toEqual([]);
  });

  test('is a quotation with its text as paragraphs, no table, and none of the story’s 字数', () => {
    const [story] = standing.made.structure;
    const quote = story!.children.find(({ role }) => role === 'pullquote')!;
    expect(quote.children.map(({ role }) => role)).toEqual(['paragraph']);
    expect(standing.fit.characters).toBe(4 * (9 * 14 - 2));
  });

  test('stays where the story fits with it', () => {
    expect(standing.roles).toContain('pullquote');
    expect(standing.fit.steps).toEqual([]);
  });

  test('is left out where the story is overset by it, and the report says so', () => {
    const { roles, fit, diagnostics } = laid({ body }, 18);
    expect(roles).not.toContain('pullquote');
    expect(fit.steps).toEqual([{ step: 'pullquote', target: 'story pullquote', amount: -1, limit: 1 }]);
    expect(diagnostics).toEqual([]);
  });

  test('stays at a limit of 0: what is overset has to be cut from the text', () => {
    const { roles, fit } = laid({ body }, 18, NONE);
    expect(roles).toContain('pullquote');
    expect(fit.steps).toEqual([]);
    expect(fit.overset.lines).toBeGreaterThan(0);
  });

  test('what is overset without it is told without it', () => {
    const { fit } = laid({ body }, 17);
    // Two lines more than room; the last line of a paragraph lacks a character.
    expect(fit.overset).toEqual({ lines: 2, characters: 27 });
  });
});

describe('a fact box', () => {
  const body = [...nineLines(4), FACTS];

  test('stands behind the text, its first line on the grid, and is whole', () => {
    const { page, made } = laid({ body }, 21);
    const lines = page.lines.filter(({ role }) => role === 'factbox');
    expect(lines.map(({ text }) => text)).toEqual(['资料', '年月日', '高质量']);
    expect(new Set(lines.map(({ block }) => block)).size).toBe(1);
    const text = page.lines.find(({ role }) => role === 'paragraph')!;
    expect((lines[0]!.baseline - text.baseline) % 15).toBeCloseTo(0, 6);
    expect(pageFaults(made)).toEqual([]);
  });

  test('is left out after the pull quote, in the order of the theme', () => {
    const both = [...nineLines(2), QUOTE, ...nineLines(2), FACTS];
    expect(laid({ body: both }, 21).fit.steps.map(({ step }) => step)).toEqual(['pullquote']);
    const equal = [
      bodyText(hanText(10)),
      ...nineLines(2),
      QUOTE,
      ...nineLines(2),
      optionalBox('factbox', ['资料', '年月日']),
    ];
    const first = (fit: readonly FitLimit[]) =>
      laid({ body: equal }, 21, fit).fit.steps.map(({ step }) => step);
    expect(first([LIMITS[1]!, LIMITS[2]!])).toEqual(['pullquote']);
    expect(first([LIMITS[2]!, LIMITS[1]!])).toEqual(['factbox']);
    expect(laid({ body: both }, 18).fit.steps.map(({ step }) => step)).toEqual(['pullquote', 'factbox']);
  });
});

describe('a filler', () => {
  const body = nineLines(4);

  test('stands nowhere in a story that fills its place', () => {
    const { roles, fit } = laid({ body, filler: FILLER }, 18);
    expect(roles).not.toContain('filler');
    expect(fit.steps).toEqual([]);
  });

  test('is added behind the text of one that is short, and the report says so', () => {
    const { page, fit, diagnostics } = laid({ body, filler: FILLER }, 21);
    expect(page.lines.at(-1)!.role).toBe('filler');
    expect(fit.steps).toEqual([{ step: 'filler', target: 'story filler', amount: 1, limit: 1 }]);
    expect(diagnostics).toEqual([]);
  });

  test('is not added at a limit of 0, nor in a story as high as its text', () => {
    const kept = laid({ body, filler: FILLER }, 21, NONE);
    expect(kept.roles).not.toContain('filler');
    expect(codes(kept)).toEqual(['short']);
    expect(laid({ body, filler: FILLER, fill: 'balance' }, 21).roles).not.toContain('filler');
  });
});

test('a story that runs down holds none: an error that says what', () => {
  const down = laid({ body: [...nineLines(1), QUOTE], direction: 'down' }, 30);
  expect(codes(down)).toContain('aside-running-down');
});

describe('in a body', () => {
  const [a, b, c, d] = nineLines(4) as [ParagraphBox, ParagraphBox, ParagraphBox, ParagraphBox];
  const head = subhead('产业');

  test('a pull quote goes to the midst of the text, a filler waits', () => {
    expect(bodyOf([a, b, c, d, QUOTE, FILLER])).toEqual({ body: [a, b, QUOTE, c, d], filler: FILLER });
  });

  test('between two paragraphs, not at a subhead', () => {
    expect(bodyOf([a, b, head, c, d, QUOTE]).body).toEqual([a, QUOTE, b, head, c, d]);
  });

  test('behind all where no two paragraphs follow each other', () => {
    expect(bodyOf([a, head, QUOTE]).body).toEqual([a, head, QUOTE]);
  });
});
