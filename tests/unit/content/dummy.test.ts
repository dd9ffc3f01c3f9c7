/** 版样: a page drawn in rows of letters. */

import { describe, expect, test } from 'vitest';
import { issueText, type Plan, read } from './plans.ts';

const page = (rows: readonly string[], blocks: readonly string[]): Plan => ({
  label: '02',
  blocks,
  lines: ['版样: |', ...rows.map((row) => `  ${row}`)],
});

const a = '{稿件: articles/a.md, 代号: 甲}';
const b = '{稿件: articles/b.md, 代号: 乙}';
const c = '{稿件: articles/c.md, 代号: 丙}';

function drawn(rows: readonly string[], blocks: readonly string[]) {
  const pages = [page(rows, blocks)];
  const { issue, diagnostics } = read(pages);
  const text = issueText(pages);
  return {
    page: issue?.pages[0],
    areas: issue?.pages[0]?.blocks.map(({ at }) => at?.text),
    faults: diagnostics.map(({ code, span }) => `${code}: ${text.slice(span!.start, span!.end)}`),
  };
}

describe('letters', () => {
  test('make rectangles, rows of one width joined', () => {
    const {
      areas,
      faults,
      page: made,
    } = drawn(
      ['4   ........', '17  甲甲甲甲甲乙乙乙', '30  甲甲甲甲甲丙丙丙', '64  空空空空空空空空'],
      [a, b, c],
    );
    expect(faults).toEqual([]);
    expect(areas).toEqual(['1-5:5-51', '6-8:5-21', '6-8:22-51']);
    expect(made!.dummy).toMatchObject({ columns: 8, lines: 115 });
  });

  test('make an L and a U', () => {
    const { areas, faults } = drawn(['10 甲甲.乙..乙', '20 甲甲甲乙乙乙乙'], [a, b]);
    expect(faults).toEqual([]);
    expect(areas).toEqual(['1-2:1-10 1-3:11-30', '4-4:1-10 7-7:1-10 4-7:11-30']);
  });

  test('may be Latin, with blanks between', () => {
    const { areas } = drawn(['10 A A B'], ['{article: articles/a.md, letter: A}', '{kind: rule, letter: B}']);
    expect(areas).toEqual(['1-2:1-10', '3-3:1-10']);
  });

  test('stand beside blocks with columns and lines', () => {
    const { areas, faults } = drawn(['10 甲..'], [a, '{稿件: articles/b.md, 栏: 2-3, 行: 1-10}']);
    expect(faults).toEqual([]);
    expect(areas).toEqual(['1-1:1-10', '2-3:1-10']);
  });
});

describe('an error, at its place', () => {
  test.each([
    ['a row with too few letters', ['10 甲甲乙', '10 甲甲'], [a, b], ['dummy-row-length: 10 甲甲']],
    ['a row with too many', ['10 甲甲乙', '10 甲甲乙乙'], [a, b], ['dummy-row-length: 10 甲甲乙乙']],
    ['a row without its number', ['10 甲乙', '甲乙'], [a, b], ['bad-dummy-row: 甲乙']],
    ['a row of no lines', ['10 甲乙', '0 甲乙'], [a, b], ['bad-dummy-row: 0 甲乙']],
    ['a letter without a block', ['10 甲乙'], [a], ['letter-without-block: 乙']],
    ['a block whose letter is not drawn', ['10 甲甲'], [a, b], ['letter-not-drawn: 乙']],
    ['a letter of two blocks', ['10 甲甲'], [a, b.replace('乙', '甲')], ['letter-twice: 甲']],
    ['a letter in two pieces', ['10 甲乙甲'], [a, b], ['letter-in-pieces: 甲']],
    [
      'a letter that meets itself at a corner',
      ['10 甲乙', '10 乙甲'],
      [a, b],
      ['letter-in-pieces: 甲', 'letter-in-pieces: 乙'],
    ],
  ] as const)('%s', (_, rows, blocks, faults) => {
    expect(drawn(rows, blocks).faults).toEqual(faults);
  });

  test('a letter with columns of its own', () => {
    const { faults } = drawn(['10 甲甲'], ['{稿件: articles/a.md, 代号: 甲, 栏: 1-2}']);
    expect(faults).toEqual(['place-twice: 甲']);
  });

  test('a letter on a page without a dummy', () => {
    expect(read([{ label: '02', blocks: [a] }]).faults).toEqual(['letter-not-drawn']);
  });

  test('a dummy on one line', () => {
    expect(read([{ label: '02', blocks: [a], lines: ['dummy: 17 甲甲甲'] }]).faults).toContain('wrong-type');
  });
});
