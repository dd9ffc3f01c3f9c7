/** `print` in issue.yaml, house.yaml and theme.yaml: each field by itself, the nearer file first. */

import { describe, expect, test } from 'vitest';
import { joinWishes, type PressWish, pressFor } from '../../../src/press.ts';
import { millimetres } from '../../../src/units.ts';

const NONE = joinWishes([]);
const wish = (said: Partial<PressWish>): PressWish => ({ ...NONE, ...said });

describe('the press', () => {
  test('is that of newsprint where nothing is said', () => {
    expect(pressFor(NONE)).toEqual({ bleed: 0, inkLimit: 240, resolution: 200, marks: false });
  });

  test('offset has bleed and marks', () => {
    expect(pressFor(wish({ preset: 'offset' }))).toEqual({
      bleed: millimetres(3),
      inkLimit: 300,
      resolution: 300,
      marks: true,
    });
  });

  test('takes each number from the nearest file that has one, off and 0 too', () => {
    const issue = wish({ marks: false, bleed: 0 });
    const house = wish({ preset: 'offset', inkLimit: 280, bleed: 9 });
    const press = pressFor(joinWishes([issue, house, wish({ inkLimit: 220, resolution: 250 })]));
    expect(press).toEqual({ bleed: 0, inkLimit: 280, resolution: 250, marks: false });
  });
});
