import { describe, expect, it } from 'vitest';
import { type BlockMenu, COLUMN_COST, distribute } from '../../../src/layout/distribute.ts';
import { paragraphMenu } from '../../support/block-menu.ts';

const paragraph = (lines: number, variants: BlockMenu['options'] = []): BlockMenu =>
  paragraphMenu([{ lines, cost: 0 }, ...variants]);

function subhead(): BlockMenu {
  return { ...paragraph(2), divisible: false, keepWithNext: 2 };
}

describe('distribute', () => {
  it('runs text on through the columns', () => {
    expect(distribute([paragraph(7), paragraph(5)], [6, 6])).toEqual({
      placements: [
        { option: 0, at: 0 },
        { option: 0, at: 7 },
      ],
      end: 12,
      cost: COLUMN_COST.WIDOW,
    });
  });

  it('takes a paragraph a line longer rather than leave a last line alone at a column’s head', () => {
    const found = distribute([paragraph(7, [{ lines: 8, cost: 30 }]), paragraph(4)], [6, 6])!;
    expect(found.placements[0]!.option).toBe(1);
    expect(found.cost).toBe(30);
    // And not to fill the columns alone: here what is left blank costs nothing.
    const open = distribute([paragraph(7, [{ lines: 8, cost: 30 }])], [6, 6], 'open')!;
    expect(open.placements[0]!.option).toBe(1);
    expect(distribute([paragraph(8, [{ lines: 9, cost: 30 }])], [6, 6], 'open')!.placements[0]!.option).toBe(
      0,
    );
  });

  it('does not leave a subhead at a column’s foot: the column is left short instead', () => {
    const found = distribute([paragraph(5), subhead(), paragraph(3)], [8, 8])!;
    expect(found.placements[1]!.at).toBe(8);
    expect(found.cost).toBe(3 * COLUMN_COST.HOLE + 3 * COLUMN_COST.SHORT);
  });

  it('leaves a subhead where two lines of its text follow it', () => {
    expect(distribute([paragraph(4), subhead(), paragraph(3)], [8, 8])!.placements[1]!.at).toBe(4);
  });

  it('drops the space before a block at a column’s head', () => {
    const spaced = { ...paragraph(3), spaceBefore: 1 };
    expect(distribute([paragraph(6), spaced], [6, 6])!.placements[1]!.at).toBe(6);
    expect(distribute([paragraph(5), spaced], [6, 6])!.placements[1]!.at).toBe(6);
  });

  it('keeps the lines beside a drop initial together: they go over to the next column', () => {
    const initial = { ...paragraph(6), together: 3 };
    expect(distribute([paragraph(6), initial], [8, 8])!.placements[1]!.at).toBe(8);
    expect(distribute([paragraph(5), initial], [8, 8])!.placements[1]!.at).toBe(5);
  });

  it('says when there is no room', () => {
    expect(distribute([paragraph(13)], [6, 6])).toBeNull();
    expect(distribute([paragraph(1)], [])).toBeNull();
  });

  it('fills the columns exactly where paragraph heights allow', () => {
    const flexible = [paragraph(5, [{ lines: 6, cost: 40 }]), paragraph(5, [{ lines: 6, cost: 35 }])];
    const found = distribute(flexible, [6, 6])!;
    expect(found.end).toBe(12);
  });
});
