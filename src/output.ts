/** Named pieces of bytes → files that appear whole or not at all: written aside, synced, renamed. */

import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writevSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Pieces } from './pieces.ts';
import { MachineFault } from './world.ts';

export interface OutputFile {
  /** Its name in the folder. */
  readonly name: string;
  readonly pieces: Pieces;
}

/**
 * Writes all files or, where one cannot be written, none: the old ones stay. They are renamed in the order
 * given, so the last of them, the report, speaks of files that are there. `stale` are names to take away
 * once the new files stand. The folder is made if need be.
 * @throws MachineFault with the system's error name.
 */
export function writeWhole(folder: string, files: readonly OutputFile[], stale: readonly string[]): void {
  const aside: string[] = [];
  let path = folder;
  try {
    mkdirSync(folder, { recursive: true });
    removeLeftovers(folder);
    for (const file of files) {
      path = join(folder, file.name);
      aside.push(writeAside(folder, file));
    }
    for (const [index, file] of files.entries()) {
      path = join(folder, file.name);
      renameSync(aside[index]!, path);
    }
    for (const name of stale) {
      path = join(folder, name);
      remove(path);
    }
    syncFolder(folder);
  } catch (error) {
    aside.forEach(discard);
    throw new MachineFault(path, errnoOf(error));
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/** What cannot be taken away is not worth a second error. */
function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The fault that led here is the one to tell.
  }
}

/** Writes a file under a name of its own: other threads of this process may write to the folder, too. */
function writeAside(folder: string, { name, pieces }: OutputFile): string {
  for (let number = 0; ; number++) {
    const path = join(folder, `.${name}.${hostname()}.${process.pid}-${number}.tmp`);
    const file = openNew(path);
    if (file === null) continue;
    try {
      writePieces(file, pieces);
      fsyncSync(file);
    } catch (error) {
      discard(path);
      throw error;
    } finally {
      closeSync(file);
    }
    return path;
  }
}

/** As many pieces as the system takes in one call. */
const MOST_PIECES = 512;

function writePieces(file: number, pieces: Pieces): void {
  for (let from = 0; from < pieces.length; from += MOST_PIECES) {
    let left: Pieces = pieces.slice(from, from + MOST_PIECES);
    while (left.length > 0) left = behind(left, writevSync(file, [...left]));
  }
}

/** What is left of the pieces when `written` bytes of them are. */
function behind(pieces: Pieces, written: number): Pieces {
  let skipped = 0;
  let at = 0;
  while (at < pieces.length && skipped + pieces[at]!.length <= written) {
    skipped += pieces[at]!.length;
    at += 1;
  }
  const rest = pieces.slice(at);
  return written === skipped ? rest : [rest[0]!.subarray(written - skipped), ...rest.slice(1)];
}

/** Null if the file is there already. */
function openNew(path: string): number | null {
  try {
    return openSync(path, 'wx');
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return null;
    throw error;
  }
}

/** Makes the renames last through a power cut; some file systems do not sync folders, and need not. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The files themselves are synced.
  }
}

/** Takes away what a killed process of this machine left; another machine may share the folder. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const mark = `.${hostname()}.`;
    const at = name.lastIndexOf(mark);
    const pid = at > 0 ? /^(\d+)-\d+\.tmp$/.exec(name.slice(at + mark.length))?.[1] : undefined;
    if (name.startsWith('.') && pid !== undefined && !isAlive(Number(pid))) discard(join(folder, name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) !== 'ESRCH';
  }
}

function errnoOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  throw error;
}
