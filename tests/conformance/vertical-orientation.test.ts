/**
 * UAX #50 for every character of the vendored faces: U and Tu stand upright in lines that run down, R lies on its
 * side, Tr lies unless the face has a form for it. Where GB/T 15834 5.2 says otherwise, a rule does so.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formOf } from '../../src/fonts/face.ts';
import { itemize } from '../../src/text/itemize.ts';
import { Class } from '../../src/text/marks.ts';
import { liesDown } from '../../src/text/orientation.ts';
import { downCell } from '../../src/text/vertical-cell.ts';
import { vendoredFonts } from '../support/made.ts';

type Orientation = 'U' | 'R' | 'Tu' | 'Tr';

const ranges = readFileSync(new URL('./unicode/vertical-orientation.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, from, to, value] = line.match(/^([0-9A-F]+)\.\.([0-9A-F]+);(\w+)$/)!;
    return { from: Number.parseInt(from!, 16), to: Number.parseInt(to!, 16), value: value as Orientation };
  });

const orientations = new Map<number, Orientation>();
for (const { from, to, value } of ranges) {
  for (let codePoint = from; codePoint <= Math.min(to, 0x3_ffff); codePoint++)
    orientations.set(codePoint, value);
}

function orientationOf(codePoint: number): Orientation {
  return orientations.get(codePoint) ?? 'R';
}

interface Seen {
  readonly codePoint: number;
  readonly character: string;
  readonly cls: Class;
  readonly orientation: Orientation;
  readonly isTurned: boolean;
  readonly hasForm: boolean;
}

/** Where the engine means to differ. */
const RULES: readonly { readonly reason: string; readonly covers: (seen: Seen) => boolean }[] = [
  {
    reason: 'a dot in the middle of its cell is the same upright',
    covers: ({ cls, isTurned }) => cls === Class.DOT && !isTurned,
  },
  {
    reason: 'GB/T 15834 5.2.2: a 分隔号 runs down',
    covers: ({ cls, isTurned }) => cls === Class.SLASH && isTurned,
  },
  {
    reason: 'the six dots of ⋯ are those of …, which has a form',
    covers: ({ character, isTurned }) => character === '⋯' && !isTurned,
  },
];

function seenIn(key: string): readonly Seen[] {
  const face = vendoredFonts().tables.get(key)!;
  return Array.from(face.codePoints).flatMap((codePoint) => {
    const character = String.fromCodePoint(codePoint);
    const cls = itemize(character, true)[0] as Class;
    const cell = downCell(face, codePoint, cls);
    if (cell === null) return [];
    const isTurned = typeof cell.gid !== 'number' && cell.gid.parts[0]!.turned;
    const hasForm = formOf(face, 'vert', character) !== null || formOf(face, 'fwid+vert', character) !== null;
    return [{ codePoint, character, cls, orientation: orientationOf(codePoint), isTurned, hasForm }];
  });
}

function agrees({ orientation, isTurned, hasForm, character }: Seen): boolean {
  if (character.trim() === '') return true;
  switch (orientation) {
    case 'U':
    case 'Tu':
      return !isTurned;
    case 'R':
      return isTurned || hasForm;
    case 'Tr':
      return isTurned || hasForm;
  }
}

describe.each(['song-400', 'hei-400', 'kai-400'])('%s', (key) => {
  const seen = seenIn(key);
  it('has characters of every kind', () => {
    for (const kind of ['U', 'R', 'Tu', 'Tr']) {
      expect(seen.filter(({ orientation }) => orientation === kind).length).toBeGreaterThan(10);
    }
  });

  it('turns what UAX #50 turns', () => {
    const wrong = seen.filter((one) => !agrees(one) && !RULES.some(({ covers }) => covers(one)));
    expect(
      wrong.map((one) => `${one.codePoint.toString(16)} ${one.character} ${one.orientation} ${one.cls}`),
    ).toEqual([]);
  });
});

it.each(RULES)('this difference is still there: $reason', ({ covers }) => {
  const seen = ['song-400', 'hei-400', 'kai-400'].flatMap(seenIn);
  expect(seen.some((one) => !agrees(one) && covers(one))).toBe(true);
});

/** Not assigned, or no characters that are written. */
const NOT_WRITTEN = [0x2065, 0xfff9, 0xfffa, 0xfffb, 0xfffe, 0xffff, 0x2fffe, 0x2ffff];

it('every code point of the first four planes is told as UAX #50 tells it', () => {
  const wrong: number[] = [];
  for (let codePoint = 0; codePoint < 0x3_fffe; codePoint++) {
    const orientation = orientationOf(codePoint);
    if (liesDown(codePoint) !== (orientation === 'R' || orientation === 'Tr')) wrong.push(codePoint);
  }
  expect(wrong).toEqual(NOT_WRITTEN);
});
