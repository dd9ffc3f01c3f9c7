/** Captions under their photos and on them. */

import { describe, expect, test } from 'vitest';
import { checkCaption, linesBelow, placeCaption } from '../../../src/layout/caption.ts';
import { inkBox } from '../../../src/layout/grid.ts';
import { figureBox, pageBox } from '../../support/page-box.ts';

const { grid } = pageBox([]);
const PHOTO = { column: 0, columns: 2, line: 10, lines: 6 };
const BELOW = figureBox();
const ON_IT = figureBox({ captionSide: 'photo' });

describe('a caption below its photo', () => {
  test('takes lines of its own, on the grid', () => {
    expect(linesBelow(BELOW, 2)).toBe(2);
    const { box, photo, onGrid } = placeCaption(BELOW, PHOTO, 2, grid);
    expect(photo).toEqual(inkBox(grid, PHOTO));
    expect(box).toEqual(inkBox(grid, { ...PHOTO, line: 16, lines: 2 }));
    expect(onGrid).toBe(true);
  });

  test('hides nothing, however long', () => {
    expect(checkCaption(BELOW, PHOTO, 9)).toEqual([]);
  });
});

describe('压图', () => {
  test('takes no lines from the text', () => {
    expect(linesBelow(ON_IT, 2)).toBe(0);
  });

  test('is a band of whole lines at the foot, which with what is seen above makes the photo', () => {
    const { box, photo } = placeCaption(ON_IT, PHOTO, 2, grid);
    const whole = inkBox(grid, PHOTO);
    expect(box.height).toBeCloseTo(2 * grid.pitch);
    expect(box.y + box.height).toBeCloseTo(whole.y + whole.height);
    expect(photo.y).toBeCloseTo(whole.y);
    expect(photo.y + photo.height).toBeCloseTo(box.y);
    expect(box.width).toBe(whole.width);
  });

  test('has each row in the middle of its line', () => {
    const { box, baselines } = placeCaption(ON_IT, PHOTO, 2, grid);
    const { size } = ON_IT.caption!;
    expect(baselines[0]! + 0.12 * size + (grid.pitch - size) / 2).toBeCloseTo(box.y + grid.pitch);
    expect(baselines[1]! - baselines[0]!).toBeCloseTo(grid.pitch);
  });

  test('leaves half of the photo to be seen, or is an error', () => {
    expect(checkCaption(ON_IT, PHOTO, 3)).toEqual([]);
    expect(checkCaption(ON_IT, PHOTO, 4)).toMatchObject([
      {
        severity: 'error',
        code: 'caption-hides-photo',
        message: { zh: '图说压图要 4 行，图只有 6 行，盖住了半张以上' },
      },
    ]);
  });

  test('stands on no photo with an outline', () => {
    const wrap = {
      width: { value: 8, unit: '字' },
      side: 'left',
      start: null,
      outline: { kind: 'circle' },
      clear: 9,
    } as const;
    const round = figureBox({ captionSide: 'photo', wrap });
    expect(checkCaption(round, PHOTO, 1)).toMatchObject([{ code: 'caption-on-outline' }]);
    const square = figureBox({ captionSide: 'photo', wrap: { ...wrap, outline: null } });
    expect(checkCaption(square, PHOTO, 1)).toEqual([]);
  });
});
