/** The theme `daily`: its pages, grids, heads and folio as boxes. */

import { describe, expect, test } from 'vitest';
import type { Article, PageSpec } from '../../../src/content/issue.ts';
import type { PageBox, ParagraphBox } from '../../../src/markup/box.ts';
import { parseMarkup } from '../../../src/markup/index.ts';
import { renderPages } from '../../../src/template/index.ts';
import { outline, paragraphsOf, storiesOf, textOf } from '../../support/boxes.ts';
import { dailyTheme, handArticle, handFile, handIssue, handPage } from '../../support/hand-issue.ts';
import { smallArticle } from '../../support/small-issue.ts';

function boxes(template: string, articles: readonly Article[], parts: Partial<PageSpec> = {}): PageBox {
  const issue = handIssue(dailyTheme(), [handPage(template, articles, parts)]);
  const rendered = renderPages(issue);
  const { pages, diagnostics } = parseMarkup(rendered.markups, issue);
  expect([...rendered.diagnostics, ...diagnostics]).toEqual([]);
  return pages[0]!;
}

function brief(id: string): Article {
  const file = handFile(`articles/${id}.md`, `主题${id} 正文${id}`);
  return handArticle(file, {
    headline: file.prose(`主题${id}`),
    body: [{ kind: 'paragraph', prose: file.rich(`正文${id}`) }],
  });
}

function part(page: PageBox, role: string): ParagraphBox {
  return paragraphsOf(page).find((paragraph) => paragraph.role === role)!;
}

describe('feature', () => {
  const page = boxes('feature', [smallArticle()]);
  const [story] = storiesOf(page);

  test('is a broadsheet of 6 columns of 14 字, 87 lines', () => {
    expect(page.grid).toEqual({
      direction: 'across',
      left: 59.256,
      top: 68.031,
      em: 10.5,
      pitch: 16,
      lines: 87,
      columns: 6,
      chars: 14,
      gutter: 2,
      fold: null,
    });
  });

  test('has one story that fills the page, its photos as the editor placed them', () => {
    expect(story).toMatchObject({ kind: 'story', id: 'small', columns: null, fill: 'page' });
    expect(story!.figures).toMatchObject([
      {
        image: 'photos/1-park.jpg',
        pixels: { width: 1800, height: 1200 },
        columns: 4,
        lines: 28,
        place: 'top-right',
      },
      { image: 'photos/2-tower.jpg', columns: null, lines: null, place: null },
    ]);
    expect(story!.figures[0]).toMatchObject({ border: { width: 0.3, swatch: 'k50' }, space: 1 });
  });

  test('sets the head across: a Song Black ladder in one row, marks half an em, the byline in 楷', () => {
    expect(part(page, 'headline')).toMatchObject({
      sizes: [84, 72, 63, 56, 48, 42, 36],
      maxRows: 1,
      align: 'center',
      profile: { marks: 'banjiao' },
    });
    expect(part(page, 'headline').runs[0]!.style.faces[0]).toBe('song-900');
    expect(part(page, 'byline').runs[0]!.style).toMatchObject({ size: 14, spaceWidth: 1000 });
    expect(part(page, 'byline').runs[0]!.style.faces[0]).toBe('kai-400');
    expect(story!.head).toMatchObject({ spaceBefore: 2, spaceAfter: 1 });
    // 84 and 14 pt and the gap between stay within the 8 lines that plan A gives them.
    expect(Math.ceil((84 + 14 + story!.head!.gap) / 16)).toBe(8);
  });

  test('sets body text, subheads over two lines, captions with their mark', () => {
    expect(part(page, 'paragraph')).toMatchObject({ size: 10.5, indent: 2000, align: 'justify', lines: 0 });
    expect(part(page, 'subhead')).toMatchObject({
      size: 12,
      align: 'center',
      lines: 2,
      keepWithNext: 2,
      level: 2,
    });
    expect(part(page, 'subhead').runs[0]!.style.faces[0]).toBe('hei-700');
    expect(part(page, 'caption')).toMatchObject({ size: 9.5, indent: 0 });
    expect(textOf(part(page, 'caption'))).toBe('▲规模不断壮大，体系日益完善 & 集群。 示意图');
    const bold = part(page, 'paragraph').runs.find(({ text }) => text === '捷报')!;
    expect([bold.style.faces[0], bold.style.size]).toEqual(['hei-700', 10.5]);
    const nested = part(page, 'paragraph').runs.find(({ text }) => text === '频')!;
    expect(nested.style.faces[0]).toBe('kai-400');
    const dateline = part(page, 'paragraph').runs[0]!;
    expect([dateline.text, dateline.style.faces[0]]).toEqual(['本报讯（记者 李振涛）', 'hei-400']);
  });

  test('of an article with a headline alone has no box for what is missing', () => {
    expect(outline(boxes('feature', [brief('甲')])).slice(4)).toEqual([
      'headline 主题甲',
      'paragraph 正文甲',
    ]);
  });
});

describe('the folio', () => {
  const outer = (page: PageBox) =>
    [page.folio!.left, page.folio!.center, page.folio!.right].map(({ parts }) => parts.map(textOf));

  test('has its number outermost: at the right of a right-hand page, at the left of a left-hand one', () => {
    expect(outer(boxes('feature', [brief('甲')]))).toEqual([
      ['2020年4月8日 星期三'],
      ['工业园区新闻'],
      ['园区新报', '05'],
    ]);
    expect(outer(boxes('feature', [brief('甲')], { side: 'left' }))).toEqual([
      ['05', '园区新报'],
      ['工业园区新闻'],
      ['2020年4月8日 星期三'],
    ]);
  });

  test('takes three lines, a 文武线 at the foot of the second', () => {
    const { folio } = boxes('feature', [brief('甲')]);
    expect(folio).toMatchObject({
      lines: 3,
      ruleLine: 2,
      rule: { strokes: [{ width: 2 }, { width: 0.5 }], gap: 1.5 },
    });
    expect(folio!.center.parts[0]!.runs[0]!.style).toMatchObject({ size: 20, tracking: 200 });
  });

  test('without a section or a paper has no empty box', () => {
    expect(outer(boxes('feature', [brief('甲')], { section: null }))[1]).toEqual([]);
  });
});

describe.each(['plain', 'tabloid'])('%s', (template) => {
  test('sets any number of stories one below the other, each with its columns level', () => {
    const page = boxes(template, [smallArticle(), brief('甲'), brief('乙')]);
    expect(storiesOf(page).map(({ id, fill, columns }) => [id, fill, columns])).toEqual([
      ['small', 'balance', null],
      ['甲', 'balance', null],
      ['乙', 'balance', null],
    ]);
    expect(storiesOf(boxes(template, [brief('甲')]))).toHaveLength(1);
  });

  test('gives the first story the largest head', () => {
    const sizes = storiesOf(boxes(template, [brief('甲'), brief('乙'), brief('丙')])).map(
      ({ head }) => head!.parts[0]!.size,
    );
    expect(sizes[0]).toBeGreaterThan(sizes[1]!);
    expect(sizes[2]).toBe(sizes[1]);
  });

  test('keeps the photos, captions and body of every story', () => {
    const page = boxes(template, [smallArticle()]);
    expect(storiesOf(page)[0]!.figures).toHaveLength(2);
    expect(storiesOf(page)[0]!.body).toHaveLength(7);
  });
});

test('the tabloid page is 275 × 390 mm, its type area 5 columns of 13 字 within the customary 235–245 mm', () => {
  const { trim, grid } = boxes('tabloid', [brief('甲')]);
  const inMm = (points: number): number => (points * 25.4) / 72;
  const width = (grid.columns * grid.chars + (grid.columns - 1) * grid.gutter) * grid.em;
  expect([inMm(trim.width), inMm(trim.height)].map(Math.round)).toEqual([275, 390]);
  expect([grid.columns, grid.chars, grid.em]).toEqual([5, 13, 9.5]);
  expect(inMm(width)).toBeGreaterThan(235);
  expect(inMm(width)).toBeLessThan(245);
  expect(inMm(grid.lines * grid.pitch)).toBeGreaterThan(345);
  expect(inMm(grid.lines * grid.pitch)).toBeLessThan(355);
});
