/**
 * Unicode's LineBreakTest, the rows of Latin letters, digits, blanks and marks, against where a line may end in
 * Latin text. Where the engine means to differ, a rule says so: by what stands around the place, never by string.
 */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type BreakKind, breaksOf } from '../support/breaks.ts';

interface Place {
  /** The character before, blanks passed over; the one behind. */
  readonly before: string;
  readonly after: string;
  readonly isBehindBlank: boolean;
  readonly got: BreakKind;
  /** What UAX #14 says. */
  readonly mayBreak: boolean;
}

interface Rule {
  readonly reason: string;
  readonly covers: (place: Place) => boolean;
}

const isForbidden = ({ got }: Place): boolean => got === 'NEVER';

const RULES: readonly Rule[] = [
  {
    reason: 'GB/T 15834 5.1.6: — begins no line; in English too a dash stays with the word before it',
    covers: (place) => place.after === '—' && isForbidden(place),
  },
  {
    reason: '% and other signs behind numbers begin no line, whatever stands before them',
    covers: (place) => place.after === '%' && isForbidden(place),
  },
  {
    reason: '$ and other signs before numbers end no line, with a blank behind them or without',
    covers: (place) => place.before === '$' && isForbidden(place),
  },
  {
    reason: 'all blanks in a row stay on one line, the fixed one too',
    covers: (place) => place.after === '\u00a0' && isForbidden(place),
  },
  {
    reason:
      'what has no blank in it is one word: its marks part it in an emergency alone (GB/T 15835, 5.1.9 for /)',
    covers: ({ isBehindBlank, got }) => !isBehindBlank && got === 'EMERGENCY',
  },
  {
    reason: 'English words part with a hyphen',
    covers: ({ got }) => got === 'HYPHEN',
  },
  {
    reason: 'soft hyphens are taken out before a text is set',
    covers: ({ before, after }) => before === '\u00ad' || after === '\u00ad',
  },
  {
    reason:
      'a quotation mark and a bracket with a blank between them part: LB15 of Unicode 15 is gone in 15.1',
    covers: ({ before, after, isBehindBlank }) => isBehindBlank && before === '"' && after === '(',
  },
];

const text = readFileSync(new URL('./unicode/line-break-latin.txt', import.meta.url), 'utf8');
const rows = text.split('\n').filter((row) => row !== '' && !row.startsWith('#'));

function placesOf(row: string): readonly Place[] {
  const parts = row.split(' ');
  const characters = parts
    .filter((_, k) => k % 2 === 1)
    .map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
  const got = breaksOf(characters.join(''));
  return characters.slice(1).map((after, k) => {
    const passed = characters.slice(0, k + 1);
    return {
      before: passed.join('').trimEnd().at(-1) ?? '',
      after,
      isBehindBlank: passed.at(-1) === ' ',
      got: got[k + 1]!,
      mayBreak: parts[2 * k + 2] === '÷',
    };
  });
}

const places = rows.flatMap(placesOf);
const differing = places.filter(({ got, mayBreak }) => (got === 'MAY' || got === 'HYPHEN') !== mayBreak);

it('reads the rows', () => {
  expect(rows.length).toBeGreaterThan(400);
  expect(places.length).toBeGreaterThan(1000);
});

it('lines end in Latin text where UAX #14 says, but for the rules above', () => {
  expect(differing.filter((place) => !RULES.some(({ covers }) => covers(place)))).toEqual([]);
});

it.each(RULES)('this difference is still there: $reason', ({ covers }) => {
  expect(differing.some(covers)).toBe(true);
});

it('most places agree', () => {
  expect(differing.length / places.length).toBeLessThan(0.13);
});
