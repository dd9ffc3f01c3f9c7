/** `print` in issue.yaml, house.yaml and theme.yaml: each field by itself, the nearer file first. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { joinWishes, type PressWish, pressFor } from '../../../src/press.ts';
import { millimetres } from '../../../src/units.ts';
import { buildIssue, onePage } from '../../support/issue-build.ts';

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

describe('a profile of one’s own', () => {
  const shipped = (name: string): Uint8Array =>
    readFileSync(new URL(`../../../assets/icc/${name}`, import.meta.url));
  const newsprint = shipped('SNAP-TR002-newsprint.icc');
  const changed = (at: number, text: string): Uint8Array => {
    const bytes = Uint8Array.from(newsprint);
    bytes.set(new TextEncoder().encode(text), at);
    return bytes;
  };

  async function codes(profile: Uint8Array): Promise<readonly string[]> {
    const { diagnostics } = await buildIssue({
      'issue.yaml': `${onePage('plain', ['a.md'])}print:\n  icc: own.icc\n`,
      'a.md': '---\nheadline: 春\n---\n春风送暖。\n',
      'own.icc': profile,
    });
    return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  }

  test('is taken where it is that of a CMYK press', async () => {
    expect(await codes(newsprint)).toEqual([]);
  });

  test.each([
    ['of a screen', shipped('sRGB2014.icc')],
    ['no profile', new TextEncoder().encode('春风送暖')],
    ['cut short', newsprint.subarray(0, 5000)],
    ['of another class', changed(12, 'scnr')],
    ['of another space', changed(16, 'RGB ')],
  ])('is refused where it is %s', async (_, profile) => {
    expect(await codes(profile)).toEqual(['icc-unfit']);
  });
});
