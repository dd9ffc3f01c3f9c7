import { describe, expect, test } from 'vitest';
import { type FontLibrary, facesFor } from '../../../src/fonts/face.ts';

/** A library of one family with faces of these weights, keyed by them. */
function libraryOf(...weights: number[]): Pick<FontLibrary, 'families' | 'fallback'> {
  const faces = weights.map((weight, i) => ({ weight, key: `${weight}${'abc'[i]}` }));
  return { families: new Map([['宋', { name: '宋', faces }]]), fallback: [] };
}

describe('the nearest weight, as CSS Fonts 4 picks it', () => {
  test.each([
    [[400, 700, 900], 400, '400a'],
    [[400, 700, 900], 800, '900c'],
    [[400, 700], 900, '700b'],
    [[400, 700], 600, '700b'],
    [[400, 700], 300, '400a'],
    [[300, 700], 400, '300a'],
    [[300, 500, 700], 400, '500b'],
    [[300, 700], 500, '300a'],
    [[100, 300], 200, '100a'],
    [[700, 900], 400, '700a'],
  ])('of %j for %i is %s', (weights, wanted, key) => {
    expect(facesFor(libraryOf(...weights), ['宋'], wanted)).toEqual([key]);
  });

  test('takes all faces of that weight, in their order', () => {
    expect(facesFor(libraryOf(400, 400, 700), ['宋'], 400)).toEqual(['400a', '400b']);
  });
});

test('families are asked in the order named, then the fallback chain, each face once', () => {
  const family = (name: string) => [name, { name, faces: [{ weight: 400, key: name }] }] as const;
  const library = {
    families: new Map([family('宋'), family('黑'), family('楷')]),
    fallback: ['宋', '黑', '楷'],
  };
  expect(facesFor(library, ['楷', '仿宋', '黑'], 400)).toEqual(['楷', '黑', '宋']);
});
