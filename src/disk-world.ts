/** The machine's disk and calendar → a `World`. */

import { closeSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { photoMemory, uncleared } from './photo-memory.ts';
import { type Input, MachineFault, type Parts, type Read, type World } from './world.ts';

/** The author named something that is not there; everything else is the machine's fault. */
const NOTHING_THERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

export interface DiskWorld extends World {
  /**
   * Gives the memory of the photos to the builds that come, for who builds one issue after another: the bytes of
   * photos, and of PDFs they are in, must be written by then. Without it the collector takes the memory back.
   */
  release(): void;
}

/**
 * A World over the real disk. A file is read once: who asks for it again gets the same bytes, so a build
 * sees one state of every file, and `inputs` tells exactly what it saw.
 */
export function diskWorld(): DiskWorld {
  const seen = new Map<string, Uint8Array>();
  /** Files whose bytes are in the memory of photos. */
  const lent = new Set<string>();
  const photos = photoMemory();
  const readInto = (full: string, limit: number, room: Room): Read => {
    const known = seen.get(full);
    if (known !== undefined) return withinLimit(known, limit);
    const read = readOnce(full, limit, room);
    if (read.kind === 'bytes') seen.set(full, read.bytes);
    return read;
  };
  return {
    read: (path, limit = Number.POSITIVE_INFINITY) => {
      const full = resolve(path);
      // A file that was read as a photo before, and as a font now, say, which is kept.
      const photo = lent.delete(full) ? seen.get(full) : undefined;
      if (photo !== undefined) seen.set(full, photo.slice());
      return readInto(full, limit, uncleared);
    },
    readPhoto: (path) => {
      const full = resolve(path);
      if (!seen.has(full)) lent.add(full);
      return readInto(full, Number.POSITIVE_INFINITY, photos.take);
    },
    readOwn: (path) => {
      const full = resolve(path);
      const kept = own.get(full);
      if (kept !== undefined) seen.set(full, kept);
      const read = readInto(full, Number.POSITIVE_INFINITY, uncleared);
      if (read.kind === 'bytes') own.set(full, read.bytes);
      return read;
    },
    parts: (path) => orNull(path, () => openParts(path)),
    realPath: (path) => orNull(path, () => slashed(realpathSync.native(path))),
    list: (path) => orNull(path, () => readdirSync(path).sort(byCodeUnit)),
    today,
    inputs: () =>
      [...seen]
        .map(([path, bytes]): Input => ({ path: slashed(path), bytes }))
        .sort((a, b) => byCodeUnit(a.path, b.path)),
    release: () => {
      seen.clear();
      lent.clear();
      photos.release();
    },
  };
}

/** Files of the program itself that were read in this process. */
const own = new Map<string, Uint8Array>();

/** So many bytes of memory to read into. */
type Room = (length: number) => Uint8Array;

function readOnce(path: string, limit: number, room: Room): Read {
  // Asked before opening: opening a pipe would wait for its writer for ever.
  const stat = orNull(path, () => statSync(path));
  if (stat === null) return { kind: 'missing' };
  if (!stat.isFile()) return { kind: 'not-a-file' };
  return orNull<Read>(path, () => readOpened(path, limit, room)) ?? { kind: 'missing' };
}

function readOpened(path: string, limit: number, room: Room): Read {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > limit) return { kind: 'too-large', size };
    return { kind: 'bytes', bytes: fill(room(size), file, 0) };
  } finally {
    closeSync(file);
  }
}

/** Reads from `start` on until `bytes` is full; a shorter view of it if the file ends before. */
function fill(bytes: Uint8Array, file: number, start: number): Uint8Array {
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(file, bytes, filled, bytes.length - filled, start + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** Small parts are put side by side into blocks of this size: a buffer each would keep the collector busy. */
const BLOCK = 0x10000;

/** Opened at the first part that is asked for: most faces of a library are never asked. */
function openParts(path: string): Parts {
  const { size } = statSync(path);
  let file: number | null = null;
  let block = new Uint8Array(0);
  const room = (length: number): Uint8Array => {
    if (length > BLOCK / 4) return uncleared(length);
    if (length > block.length) block = new Uint8Array(BLOCK);
    const part = block.subarray(0, length);
    block = block.subarray(length);
    return part;
  };
  return {
    size,
    slice: (start, end) =>
      must(path, () => {
        file ??= openSync(path, 'r');
        return fill(room(Math.max(0, Math.min(end, size) - start)), file, start);
      }),
  };
}

function withinLimit(bytes: Uint8Array, limit: number): Read {
  return bytes.length > limit ? { kind: 'too-large', size: bytes.length } : { kind: 'bytes', bytes };
}

/** What `run` gives, or null if nothing is there. @throws MachineFault for every other failure. */
function orNull<T>(path: string, run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    const code = codeOf(error);
    if (NOTHING_THERE.has(code)) return null;
    throw new MachineFault(path, code);
  }
}

function must<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new MachineFault(path, codeOf(error));
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'EIO';
}

function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day by the machine's calendar, `2020-04-08`. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
