import { expect, test } from 'vitest';
import type { Line, Made, Node } from '../../src/layout/page.ts';
import { layoutFile } from '../../src/layout-file.ts';
import { singlePage } from '../../src/single-page.ts';
import { ARTICLE } from '../support/compiled.ts';
import { line, made } from '../support/made.ts';

const bodyLine: Line = {
  block: 'a/text/1',
  role: 'paragraph',
  order: 0,
  box: { x: 10, y: 20, width: 147.00049, height: 10.5 },
  baseline: 29.24,
  direction: 'across',
  text: '春风',
  natural: 21,
  measure: 147,
  justified: true,
  hung: 0,
  onGrid: true,
  paragraph: 0,
  number: 0,
  last: true,
};

function onePage(): Made {
  const drafted = made([
    {
      items: [line({ text: '春风', x: 10, y: 20 })],
      blocks: [
        {
          id: 'a/text/1',
          role: 'story',
          story: 'a',
          part: 0,
          polygon: [
            { x: 10, y: 20 },
            { x: 157, y: 20 },
            { x: 157, y: 36 },
          ],
          source: { file: 'articles/a.md', start: ARTICLE.indexOf('春风'), end: ARTICLE.length },
        },
      ],
    },
  ]);
  return { ...drafted, pages: drafted.pages.map((page) => ({ ...page, lines: [bodyLine] })) };
}

test('every field of the contract, in pt, thousandths at most', () => {
  const drafted = onePage();
  const { grid } = drafted.pages[0]!;
  expect(layoutFile(drafted, new Map([['articles/a.md', ARTICLE]]))).toEqual({
    version: 1,
    pages: [
      {
        label: '05',
        width: 400,
        height: 300,
        unit: 'pt',
        grid: {
          left: grid.left,
          top: grid.top,
          em: grid.em,
          pitch: grid.pitch,
          columns: grid.columns,
          chars: grid.chars,
          gutter: grid.gutter,
        },
        blocks: [
          {
            id: 'a/text/1',
            role: 'story',
            story: 'a',
            part: 0,
            polygon: [
              [10, 20],
              [157, 20],
              [157, 36],
            ],
            source: { file: 'articles/a.md', line: 4, column: 1 },
          },
        ],
        lines: [
          {
            block: 'a/text/1',
            role: 'paragraph',
            order: 0,
            x: 10,
            y: 20,
            width: 147,
            height: 10.5,
            baseline: 29.24,
            direction: 'across',
            text: '春风',
            natural: 21,
          },
        ],
      },
    ],
  });
});

test('one page of several keeps its own part of the reading order, counted from 0', () => {
  const two = made([
    { label: '05', items: [line({ text: '春', x: 0, y: 10 })] },
    { label: '06', items: [line({ text: '风', x: 0, y: 10 })] },
  ]);
  const node = (items: Node['items'], children: readonly Node[] = []): Node => ({
    role: 'story',
    level: 0,
    block: 'a',
    lang: 'zh-CN',
    alt: null,
    source: null,
    items,
    children,
  });
  // A story that jumps, and one that stands on page 05 only.
  const jumps = node([], [node([{ page: 0, item: 0 }]), node([{ page: 1, item: 0 }])]);
  const stays = node([{ page: 0, item: 0 }]);
  const alone = singlePage({ ...two, structure: [jumps, stays] }, 1);
  expect(alone.pages.map(({ label }) => label)).toEqual(['06']);
  expect(alone.fits.map(({ page }) => page)).toEqual(['06']);
  expect(alone.structure).toEqual([node([], [node([{ page: 0, item: 0 }])])]);
});
