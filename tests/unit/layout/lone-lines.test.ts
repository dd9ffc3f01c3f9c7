import { describe, expect, it } from 'vitest';
import type { Composition } from '../../../src/layout/compose.ts';
import { type BlockMenu, distribute } from '../../../src/layout/distribute.ts';
import { layOut } from '../../../src/layout/index.ts';
import { loneLines } from '../../../src/layout/lone-lines.ts';
import { paragraphMenu } from '../../support/block-menu.ts';
import { bodyText, hanText, pageBox, storyBox } from '../../support/page-box.ts';
import { TABLES } from '../../support/paragraph.ts';

const menu = (...heights: readonly number[]): BlockMenu =>
  paragraphMenu(heights.map((lines, k) => ({ lines, cost: k * 60 })));

/** Kinds of the lone lines of paragraphs in columns, each with the paragraph's index. */
function alone(menus: readonly BlockMenu[], columns: readonly number[]): readonly string[] {
  const body = menus.map((one) => ({ menu: one })) as unknown as Composition['body'];
  const slots = columns.map((lines, column) => ({ column, line: 0, lines, sides: null }));
  return loneLines({ body, slots, distribution: distribute(menus, columns) }).map(
    ({ kind, block }) => `${kind} ${block}`,
  );
}

describe('a line alone', () => {
  it('is the last of a paragraph at a column’s head', () => {
    expect(alone([menu(9), menu(7)], [8, 8])).toEqual(['last 0']);
  });

  it('is the first of a paragraph at a column’s foot', () => {
    expect(alone([menu(7), menu(9)], [8, 8])).toEqual(['first 1']);
  });

  it('is none where two lines stand at either side', () => {
    expect(alone([menu(6), menu(4), menu(6)], [8, 8])).toEqual([]);
  });

  it('is no paragraph of one line', () => {
    expect(alone([menu(7), menu(1), menu(1), menu(7)], [8, 8])).toEqual([]);
  });

  it('is both lines of two that are divided', () => {
    expect(alone([menu(7), menu(2), menu(7)], [8, 8])).toEqual(['first 1', 'last 1']);
  });

  it('is one of three lines wherever they are divided', () => {
    expect(alone([menu(7), menu(3), menu(6)], [8, 8])).toEqual(['first 1']);
    expect(alone([menu(6), menu(3), menu(7)], [8, 8])).toEqual(['last 1']);
  });

  it('is not told of in columns of fewer than eight lines', () => {
    expect(alone([menu(8), menu(6)], [7, 7])).toEqual([]);
  });

  it('is avoided with any number of paragraphs a line longer, while columns stay full', () => {
    const long = [menu(9, 10), menu(6), menu(9, 10), menu(7, 6), menu(17, 16)];
    expect(alone(long, [16, 16, 16])).toEqual([]);
  });
});

describe('a story whose text leaves no other way', () => {
  // Paragraphs of 7 and 9 lines in two columns of 8, none of which may be set a line longer.
  const span = { file: 'issue.yaml', start: 0, end: 0 };
  const place = { boxes: [{ column: 0, columns: 2, line: 0, lines: 8 }], span };
  const body = [bodyText(hanText(90)), bodyText(hanText(118, 3))];
  const lay = (edit = {}): ReturnType<typeof layOut> =>
    layOut([pageBox([storyBox({ body, place })], { fit: [], ...edit })], TABLES);

  it('is warned of, with the place and what to do', () => {
    const [warning, ...others] = lay().diagnostics.filter(({ code }) => code === 'lone-line');
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ severity: 'warning', span: { file: 'a.md' } });
    expect(warning!.message.zh).toBe('孤行：段落的首行单独排在栏尾（1-1 栏、8-8 行）');
    expect(warning!.hints).toHaveLength(1);
  });

  it('is silent where the page does without it', () => {
    const { diagnostics, silenced } = lay({ silence: [{ check: 'lone-line', reason: '诗' }] });
    expect(diagnostics.map(({ code }) => code)).not.toContain('lone-line');
    expect(silenced).toMatchObject([{ diagnostic: { code: 'lone-line' }, reason: '诗' }]);
  });
});
