import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROFILE_WORDS } from '../../src/content/profile-words.ts';

const CASES = new URL('../cases/', import.meta.url);

/** The lines of a case's pages, as they stand. */
function linesOf(name: string): readonly string[] {
  const file = new URL(`${name}/expected.pages.txt`, CASES);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** What is so without a word; numbers in lines that run down have a case of their own. */
const DEFAULTS = ['gb', 'quanjiao', 'mainland', 'gap-0', 'trim-start', 'no-hanging', 'turned-numerals'];
const others = PROFILE_WORDS.map(({ value }) => value).filter((word) => !DEFAULTS.includes(word));

test.each(others.filter((word) => word !== 'han-numerals'))(
  'profile: %s gives other lines than the default',
  (word) => {
    const lines = linesOf(`profile-${word.replace('/', '-')}`);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines).not.toEqual(linesOf('profile-none-named'));
  },
);

test('han-numerals gives other lines than numbers on their side', () => {
  const lines = linesOf('numbers-down-han-numerals');
  expect(lines.length).toBeGreaterThan(10);
  expect(lines).not.toEqual(linesOf('numbers-down-turned'));
});

test('every case of a profile is one of these', () => {
  const known = [...others.map((word) => `profile-${word.replace('/', '-')}`), 'profile-none-named'];
  const faulty = ['profile-word-unknown', 'profile-words-wrong'];
  const found = readdirSync(CASES).filter((name) => name.startsWith('profile-'));
  expect(found.filter((name) => !known.includes(name)).sort()).toEqual(faulty);
});
