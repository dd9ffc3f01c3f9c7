/** Named bytes → files that appear whole or not at all: written aside, synced, renamed. */

import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { MachineFault } from './world.ts';

export interface OutputFile {
  /** Its name in the folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
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
      path = join(folder, asideName(file.name));
      aside.push(path);
      writeSynced(path, file.bytes);
    }
    for (const [index, file] of files.entries()) {
      path = join(folder, file.name);
      renameSync(aside[index]!, path);
    }
    for (const name of stale) {
      path = join(folder, name);
      rmSync(path, { force: true });
    }
    syncFolder(folder);
  } catch (error) {
    aside.forEach(discard);
    throw new MachineFault(path, errnoOf(error));
  }
}

/** What cannot be taken away is not worth a second error. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The fault that led here is the one to tell.
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
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

function asideName(name: string): string {
  return `.${name}.${hostname()}.${process.pid}-${threadId}.tmp`;
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
