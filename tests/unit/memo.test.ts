/** What is kept for the second page of a process. */

import { expect, test } from 'vitest';
import { memo } from '../../src/memo.ts';

test('makes a thing once for each key', () => {
  const keep = memo<string>();
  const made: string[] = [];
  const make = (key: string) =>
    keep(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect([make('a'), make('b'), make('a')]).toEqual(['A', 'B', 'A']);
  expect(made).toEqual(['a', 'b']);
});

test('does not grow without end', () => {
  const keep = memo<object>();
  const first = keep('0', () => ({}));
  for (let i = 1; i <= 1000; i++) keep(String(i), () => ({}));
  expect(keep('0', () => ({}))).not.toBe(first);
});
