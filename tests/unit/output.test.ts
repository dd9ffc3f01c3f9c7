import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/output.ts';
import type { Pieces } from '../../src/pieces.ts';
import { MachineFault } from '../../src/world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, text: string): { name: string; pieces: Pieces } => ({
  name,
  pieces: [...text].map((character) => new TextEncoder().encode(character)),
});

test('makes the folder and writes every file, nothing else', () => {
  const deep = join(folder, 'a', 'b');
  writeWhole(deep, [file('x.pdf', 'new'), file('report.json', '{}')], []);
  expect(readdirSync(deep)).toEqual(['report.json', 'x.pdf']);
  expect(readFileSync(join(deep, 'x.pdf'), 'utf8')).toBe('new');
});

test('replaces old files and takes away stale ones', () => {
  writeFileSync(join(folder, 'x.pdf'), 'old and longer');
  writeFileSync(join(folder, 'report.failed.json'), '{}');
  writeWhole(folder, [file('x.pdf', 'new')], ['report.failed.json']);
  expect(readdirSync(folder)).toEqual(['x.pdf']);
  expect(readFileSync(join(folder, 'x.pdf'), 'utf8')).toBe('new');
});

test('where one file cannot be written, none is: the old ones stay', () => {
  writeFileSync(join(folder, 'x.pdf'), 'old');
  const tooLong = `${'n'.repeat(300)}.json`;
  expect(() => writeWhole(folder, [file('x.pdf', 'new'), file(tooLong, '{}')], [])).toThrow(
    expect.objectContaining({ name: 'MachineFault', errno: 'ENAMETOOLONG' }),
  );
  expect(readdirSync(folder)).toEqual(['x.pdf']);
  expect(readFileSync(join(folder, 'x.pdf'), 'utf8')).toBe('old');
});

test('a file where the folder should be is named', () => {
  writeFileSync(join(folder, 'out'), '');
  const write = (): void => writeWhole(join(folder, 'out', 'issue'), [file('x.pdf', '')], []);
  expect(write).toThrow(MachineFault);
  expect(write).toThrow(/^ENOTDIR: .*out/);
});

test('what a killed process left is taken away; what a living one is writing is not', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const left = `.x.pdf.${hostname()}.${dead}-0.tmp`;
  const busy = `.x.pdf.${hostname()}.${process.ppid}-0.tmp`;
  const foreign = `.x.pdf.another-machine.${dead}-0.tmp`;
  for (const name of [left, busy, foreign]) writeFileSync(join(folder, name), '');
  writeWhole(folder, [file('x.pdf', 'new')], []);
  expect(readdirSync(folder)).toEqual([foreign, busy, 'x.pdf'].sort());
});

test.skipIf(process.getuid?.() === 0)('without the right to write', () => {
  const locked = join(folder, 'locked');
  mkdirSync(locked);
  chmodSync(locked, 0o500);
  expect(() => writeWhole(locked, [file('x.pdf', '')], [])).toThrow(/^EACCES/);
});
