/** Names inside an archive are another's: none leads out of the folder. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DamagedAttachment, extractArchive } from '../../src/archive/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-archive-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function extract(names: readonly string[], issue = 'spring'): ReturnType<typeof extractArchive> {
  const record = { format: 1 as const, engine: 'banmian', issue, asked: [], pages: ['05'] };
  const files = names.map((name) => ({ name, bytes: new TextEncoder().encode(name) }));
  return extractArchive({ record, files }, join(folder, 'sources'));
}

test('the issue, what stands above it, the theme, each at its place', () => {
  const made = extract([
    'issue/issue.yaml',
    'issue/articles/a.md',
    'above/house.yaml',
    'templates/daily/theme.yaml',
  ]);
  expect(readFileSync(join(made.issue, 'articles/a.md'), 'utf8')).toBe('issue/articles/a.md');
  expect(readdirSync(join(folder, 'sources')).sort()).toEqual(['house.yaml', 'spring', 'templates']);
  expect(existsSync(join(made.templates, 'daily/theme.yaml'))).toBe(true);
});

test.each([
  '../evil.md',
  'issue/../../evil.md',
  'issue//evil.md',
  'issue/..',
  '/etc/evil',
  'issue/a\\..\\evil.md',
  'issue/c:evil',
  'issue/a\u0000.md',
  'elsewhere/evil.md',
  'issue',
])('%j is refused, and nothing is written', (name) => {
  expect(() => extract([name])).toThrow(DamagedAttachment);
  expect(readdirSync(folder)).toEqual([]);
});

test('nor may the issue be called so', () => {
  expect(() => extract(['issue/issue.yaml'], '../spring')).toThrow(DamagedAttachment);
  expect(readdirSync(folder)).toEqual([]);
});
