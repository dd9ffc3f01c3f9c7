/** Stories in several blocks: which part each block is, what jump lines name, which jumps are wrong. */

import { describe, expect, test } from 'vitest';
import { type Plan, read } from './plans.ts';

const story = (columns: string, lines = '5-60') =>
  `{article: articles/a.md, columns: ${columns}, lines: ${lines}}`;

const threads = (...pages: readonly Plan[]) => {
  const { issue, faults } = read(pages);
  const parts = issue!.pages.flatMap(({ blocks }) =>
    blocks.map(({ thread }) =>
      thread === null
        ? null
        : [thread.number, thread.count, thread.from?.text ?? null, thread.to?.text ?? null],
    ),
  );
  return { parts, faults };
};

describe('a story named again', () => {
  test('goes on there; each block names the page before and the page behind', () => {
    const { parts, faults } = threads(
      { label: '01', blocks: [story('1-5')] },
      { label: '03', blocks: [story('1-2')] },
      { label: '04', blocks: [story('1-2')] },
    );
    expect(faults).toEqual([]);
    expect(parts).toEqual([
      [0, 3, null, '03版'],
      [1, 3, '01版', '04版'],
      [2, 3, '03版', null],
    ]);
  });

  test('on the same page has no jump line', () => {
    const { parts } = threads({ label: '01', blocks: [story('1-2'), story('4-5')] });
    expect(parts).toEqual([
      [0, 2, null, null],
      [1, 2, null, null],
    ]);
  });

  test('is read once: it has the same article, and stands in no list of articles a second time', () => {
    const { issue } = read([
      { label: '1', blocks: [story('1-5')] },
      { label: '3', blocks: [story('1-2')] },
    ]);
    expect(issue!.pages.map(({ articles }) => articles.length)).toEqual([1, 0]);
    expect(issue!.pages[1]!.blocks[0]!.thread!.article).toBe(issue!.pages[0]!.articles[0]);
  });
});

test('a story in one block has no thread', () => {
  expect(threads({ label: '01', blocks: [story('1-5')] }).parts).toEqual([null]);
});

describe('a jump', () => {
  test.each([
    ['04', '02', ['jump-backwards']],
    ['02', '04', []],
    // Letters part a paper in sections, the first in front.
    ['B1', 'A2', ['jump-backwards']],
    ['A2', 'B1', []],
    ['A4', 'A2', ['jump-backwards']],
    ['特2', '特1', []],
  ])('from %s to %s: %j', (from, to, faults) => {
    const { faults: found } = threads(
      { label: from, blocks: [story('1-5')] },
      { label: to, blocks: [story('1-2')] },
    );
    expect(found).toEqual(faults);
  });

  test('into an advertisement is an error', () => {
    const ad = '{kind: ad, article: articles/a.md, columns: 1-2, lines: 5-9}';
    const { faults } = read([
      { label: '01', blocks: [story('1-5')] },
      { label: '02', blocks: [ad] },
    ]);
    expect(faults).toContain('jump-into-no-story');
  });
});

test('--page of a page in a thread reads the pages before it, and asks for none of them', () => {
  const pages = [
    { label: '01', blocks: [story('1-5')] },
    { label: '02', blocks: ['{article: articles/b.md, columns: 1-5, lines: 5-60}'] },
    { label: '03', blocks: [story('1-2')] },
  ];
  const { issue } = read(pages, ['03']);
  expect(issue!.pages.map(({ label, wanted }) => [label.text, wanted])).toEqual([
    ['01', false],
    ['03', true],
  ]);
});
