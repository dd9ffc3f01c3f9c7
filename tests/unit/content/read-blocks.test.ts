/** The blocks of a page plan: what each is, where it stands, what is wrong with it. */

import { describe, expect, test } from 'vitest';
import { read } from './plans.ts';

const blocks = (...lines: readonly string[]) => read([{ label: '02', blocks: lines }]);

describe('a block', () => {
  test('stands on its columns and lines, both ends counted', () => {
    const { issue, faults } = blocks(
      '{article: articles/a.md, columns: 1-5, lines: 18-57, set: 3, dress: lead}',
    );
    expect(faults).toEqual([]);
    const [block] = issue!.pages[0]!.blocks;
    expect(block).toMatchObject({ kind: 'story', set: 3, article: 0, thread: null });
    expect([block!.at!.text, block!.dress!.text]).toEqual(['1-5:18-57', 'lead']);
  });

  test('one column, one line', () => {
    const { issue } = blocks('{kind: rule, columns: 5, lines: 61}');
    expect(issue!.pages[0]!.blocks[0]!.at!.text).toBe('5-5:61-61');
  });

  test('of several rectangles', () => {
    const { issue } = blocks('{article: articles/a.md, area: 1-2:62-114 3-4:72-114}');
    expect(issue!.pages[0]!.blocks[0]!.at!.text).toBe('1-2:62-114 3-4:72-114');
  });

  test('of a story may flow', () => {
    const { issue, faults } = blocks('{article: articles/a.md}');
    expect(faults).toEqual([]);
    expect(issue!.pages[0]!.blocks[0]!.at).toBeNull();
  });

  test('in Chinese words', () => {
    const { issue } = blocks('{类型: 广告, 稿件: articles/a.md, 栏: 1-8, 行: 96-114}');
    expect(issue!.pages[0]!.blocks[0]).toMatchObject({ kind: 'ad', article: 0 });
  });
});

describe('a block kept free', () => {
  const wordsOf = (block: string) => blocks(block).issue!.pages[0]!.blocks[0]!.words!.text;

  test.each([
    ['{kind: reserved, words: 图片, columns: 1-3, lines: 18-29}', '图片待补 3栏×12行'],
    ['{类型: 待补, 文字: 广告, 栏: 1-8, 行: 96-114}', '广告待补 8栏×19行'],
    ['{类型: 待补, 栏: 5, 行: 61}', '稿件待补 1栏×1行'],
    ['{类型: 待补, 预留: 600, 栏: 1-3, 行: 18-29}', '稿件预留600字 3栏×12行'],
    ['{类型: 待补, 区域: 1-2:5-60 3-4:31-60}', '稿件待补 2栏×56行＋2栏×30行'],
  ])('%s says %s', (block, words) => {
    expect(wordsOf(block)).toBe(words);
  });

  test('needs no article, but a place', () => {
    expect(blocks('{kind: reserved, words: 图片}').faults).toEqual(['block-without-place']);
  });
});

describe('an error', () => {
  test.each([
    ['a story without an article', '{columns: 1-5, lines: 5-60}', 'block-without-article'],
    ['an advertisement without a place', '{kind: ad, article: articles/a.md}', 'block-without-place'],
    ['columns without lines', '{article: articles/a.md, columns: 1-5}', 'half-a-place'],
    ['lines without columns', '{article: articles/a.md, lines: 5-60}', 'half-a-place'],
    ['area and columns', '{article: articles/a.md, area: 1-2:5-9, columns: 1-2, lines: 5-9}', 'place-twice'],
    ['an article that is not there', '{article: articles/z.md, columns: 1-5, lines: 5-60}', 'missing-file'],
    ['columns that fall', '{article: articles/a.md, columns: 5-1, lines: 5-60}', 'bad-value'],
    ['an area that is none', '{article: articles/a.md, area: 1-2}', 'bad-value'],
    ['a kind that is none', '{kind: advert, columns: 1-5, lines: 5-60}', 'bad-value'],
  ])('%s', (_, block, code) => {
    const { faults } = blocks(block, '{article: articles/b.md}');
    expect(faults).toContain(code);
    // One fault, one message: what was refused is not told of again as missing.
    expect(faults.filter((fault) => fault === 'half-a-place' || fault === 'bad-value').length).toBeLessThan(
      2,
    );
  });
});

test('blocks of a page stand in the order of the plan', () => {
  const { issue } = blocks(
    '{article: articles/c.md}',
    '{kind: rule, columns: 1, lines: 9}',
    '{article: articles/a.md}',
  );
  const page = issue!.pages[0]!;
  expect(page.articles.map(({ id }) => id)).toEqual(['c', 'a']);
  expect(page.blocks.map(({ article }) => article)).toEqual([0, null, 1]);
});

describe('on a page that shares out its lines', () => {
  const shared = (...lines: readonly string[]) =>
    read([{ label: '02', blocks: lines, lines: ['share: text'] }]);

  test('a story may have columns alone', () => {
    const { issue, faults } = shared('{article: articles/a.md, columns: 1-5}');
    expect(faults).toEqual([]);
    expect(issue!.pages[0]).toMatchObject({ share: 'text' });
    expect(issue!.pages[0]!.blocks[0]!.at!.text).toBe('1-5:?');
  });

  test('any block may have a height, and lines are lines', () => {
    const { issue, faults } = shared(
      '{article: articles/a.md, columns: 1-5, height: 20}',
      '{类型: 待补, 文字: 图片, 栏: 6-8, 高: 12}',
      '{article: articles/b.md, columns: 6-8, lines: 30-40}',
    );
    expect(faults).toEqual([]);
    const { blocks: found } = issue!.pages[0]!;
    expect(found.map(({ at }) => at!.text)).toEqual(['1-5:?20', '6-8:?12', '6-8:30-40']);
    expect(found[1]!.words!.text).toBe('图片待补 3栏×12行');
  });

  test.each([
    ['a block that is no story without a height', '{kind: reserved, columns: 1-5}', 'block-without-height'],
    ['a block without columns', '{article: articles/b.md}', 'half-a-place'],
    [
      'a height beside lines',
      '{article: articles/b.md, columns: 1, lines: 5-9, height: 5}',
      'height-without-share',
    ],
  ])('%s is an error', (_, block, code) => {
    expect(shared('{article: articles/a.md, columns: 1-5}', block).faults).toEqual([code]);
  });

  test('a story that goes on needs its height', () => {
    const twice = (one: string, two: string) =>
      shared(`{article: articles/a.md, ${one}}`, `{article: articles/a.md, ${two}}`).faults;
    expect(twice('columns: 1-5', 'columns: 6-8')).toEqual(['thread-without-lines', 'thread-without-lines']);
    expect(twice('columns: 1-5, height: 20', 'columns: 6-8, lines: 5-9')).toEqual([]);
  });
});

test('a height on a page that shares nothing is an error', () => {
  const { faults } = blocks('{article: articles/a.md, columns: 1-5, height: 20}');
  expect(faults).toEqual(['height-without-share']);
});
