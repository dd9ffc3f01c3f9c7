/** The installed dictionary of jieba → its bytes: a word a line, sorted by byte, `word frequency tag`. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

let bytes: Uint8Array | null = null;

/**
 * UTF-8, 5 MB, read at the first call. The package's own door reads a second file of that size, and its native
 * part would build a tree of it all in a fifth of a second: a few heads are looked up in the bytes as they are.
 */
export function wordList(): Uint8Array {
  bytes ??= readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'));
  return bytes;
}
