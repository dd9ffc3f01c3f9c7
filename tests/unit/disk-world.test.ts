import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { diskWorld } from '../../src/disk-world.ts';
import { MachineFault, type World } from '../../src/world.ts';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const failing = (path: unknown): void => {
    const code = /fails-with-(E[A-Z]+)/.exec(String(path))?.[1];
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  const statSync = (path: string) => {
    failing(path);
    return fs.statSync(path);
  };
  const readdirSync = (path: string) => {
    failing(path);
    return fs.readdirSync(path);
  };
  return { ...fs, statSync, readdirSync };
});

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-world-'));
  mkdirSync(at('sub'));
  writeFileSync(at('b.md'), '濮阳');
  writeFileSync(at('a.md'), '');
  writeFileSync(at('B.md'), 'B');
  symlinkSync('b.md', at('link.md'));
  symlinkSync('loop.md', at('loop.md'));
  execFileSync('mkfifo', [at('pipe')]);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('reading', () => {
  test('gives the bytes of a file, through links too', () => {
    for (const name of ['b.md', 'link.md']) {
      const read = diskWorld().read(at(name));
      expect(read.kind === 'bytes' && new TextDecoder().decode(read.bytes)).toBe('濮阳');
    }
  });

  test.each([
    ['nothing.md', 'missing'],
    ['b.md/below.md', 'missing'],
    ['loop.md', 'missing'],
    [`${'x'.repeat(300)}.md`, 'missing'],
    ['nul\0.md', 'missing'],
    ['sub', 'not-a-file'],
    ['pipe', 'not-a-file'],
  ])('%j is %s', (name, kind) => {
    expect(diskWorld().read(at(name)).kind).toBe(kind);
  });

  test('keeps to its limit, the second time too', () => {
    const world = diskWorld();
    expect(world.read(at('b.md'), 6).kind).toBe('bytes');
    expect(world.read(at('b.md'), 5)).toEqual({ kind: 'too-large', size: 6 });
    expect(diskWorld().read(at('b.md'), 5)).toEqual({ kind: 'too-large', size: 6 });
  });

  test('sees one state of a file, and remembers it', () => {
    writeFileSync(at('changing.md'), 'first');
    const world = diskWorld();
    const first = world.read(at('changing.md'));
    writeFileSync(at('changing.md'), 'second');
    expect(world.read(at('changing.md'))).toEqual(first);
    world.read(at('a.md'));
    world.read(at('nothing.md'));
    expect(world.inputs().map(({ path }) => path)).toEqual([at('a.md'), at('changing.md')]);
  });

  test.each(['EACCES', 'EIO', 'ENOSPC'])('%s is the machine’s fault', (errno) => {
    const path = at(`fails-with-${errno}`);
    expect(() => diskWorld().read(path)).toThrow(MachineFault);
    expect(() => diskWorld().list(path)).toThrow(`${errno}: ${path}`);
  });
});

describe('the memory of photos', () => {
  const photo = (world: World, text: string): Uint8Array => {
    writeFileSync(at('photo.jpg'), text);
    const read = world.readPhoto(at('photo.jpg'));
    if (read.kind !== 'bytes') throw new Error(read.kind);
    return read.bytes;
  };
  const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

  test('goes to the next build once it is released, and not before', () => {
    const first = diskWorld();
    const before = photo(first, 'first');
    photo(diskWorld(), 'other');
    expect(textOf(before)).toBe('first');
    first.release();
    expect(photo(diskWorld(), 'later').buffer).toBe(before.buffer);
    expect(textOf(before)).toBe('later');
  });

  test('holds photos alone: what is read as anything else stays, though it was read as a photo before', () => {
    const world = diskWorld();
    photo(world, 'first');
    const read = world.read(at('photo.jpg'));
    const known = world.read(at('b.md'));
    world.release();
    photo(diskWorld(), '其他照片');
    expect(read.kind === 'bytes' && textOf(read.bytes)).toBe('first');
    expect(known.kind === 'bytes' && textOf(known.bytes)).toBe('濮阳');
  });

  test('tells of a photo what is told of any file, and counts it among the inputs', () => {
    const world = diskWorld();
    expect(world.readPhoto(at('nothing.jpg'))).toEqual({ kind: 'missing' });
    expect(world.read(at('nothing.jpg'))).toEqual({ kind: 'missing' });
    const bytes = photo(world, 'first');
    expect(world.inputs()).toEqual([{ path: at('photo.jpg'), bytes }]);
  });
});

test('a file of the program is read once in a process, and is among the inputs of each build', () => {
  writeFileSync(at('face.face'), 'table');
  const [first, second] = [diskWorld(), diskWorld()];
  expect(first.readOwn(at('nothing.face'))).toEqual({ kind: 'missing' });
  const read = first.readOwn(at('face.face'));
  writeFileSync(at('face.face'), 'other');
  first.release();
  expect(read).toEqual({ kind: 'bytes', bytes: new TextEncoder().encode('table') });
  expect(second.readOwn(at('face.face'))).toEqual(read);
  expect(second.inputs().map(({ path }) => path)).toEqual([at('face.face')]);
});

test('a folder is listed by code units; what is no folder, not at all', () => {
  const world = diskWorld();
  expect(world.list(folder)).toEqual(expect.arrayContaining(['B.md', 'a.md', 'b.md', 'sub']));
  const names = world.list(folder)!;
  expect(names.indexOf('B.md')).toBeLessThan(names.indexOf('a.md'));
  expect([world.list(at('b.md')), world.list(at('nothing'))]).toEqual([null, null]);
});

test('a real path has its links followed', () => {
  const world = diskWorld();
  expect(world.realPath(at('link.md'))).toBe(world.realPath(at('b.md')));
  expect([world.realPath(at('nothing')), world.realPath(at('loop.md'))]).toEqual([null, null]);
});

test('today is a day as issue.yaml writes it', () => {
  expect(diskWorld().today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
