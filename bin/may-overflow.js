// Command line arguments → whether the texts that they name may need more memory than the process may use.
'use strict';
const { readdirSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { getHeapStatistics } = require('node:v8');

/**
 * Heap for each byte of text, and for the program itself. Measured: 1.65 million characters, 5 MB, take 450 MB; a
 * fourfold margin. A thread of its own makes the first sample's build a fifth longer, so small issues are spared it.
 */
const HEAP_A_BYTE = 400;
const HEAP_OF_PROGRAM = 150e6;

const TEXT = /\.(md|ya?ml|csv|txt|hbs|css)$/;
/** Folders below folders that are looked into. */
const DEPTH = 4;

/** A batch has a thread for each of its issues as it is. */
function mayOverflow(argv) {
  if (argv.includes('batch')) return false;
  const paths = argv.filter((arg) => !arg.startsWith('-'));
  const room = getHeapStatistics().heap_size_limit - HEAP_OF_PROGRAM;
  return paths.reduce((sum, path) => sum + textBytes(path), 0) * HEAP_A_BYTE > room;
}

/** What cannot be read counts nothing: the command says what is wrong with it. */
function textBytes(path) {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return bytesIn(path, DEPTH);
    return path.endsWith('issue.yaml') ? bytesIn(dirname(path), DEPTH) : stat.size;
  } catch {
    return 0;
  }
}

function bytesIn(folder, depth) {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sum += depth > 0 ? bytesIn(path, depth - 1) : 0;
    else if (TEXT.test(entry.name)) sum += statSync(path).size;
  }
  return sum;
}

module.exports = { mayOverflow };
