/**
 * The sample page in ten variants, a hundred times each in one process → the memory it holds on the way.
 *
 * Heap: what is in use after a collection. A leak would grow with the pages, at whatever rate; RSS levels off where
 * the system has given the process what a page takes at its height.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compile, diskWorld, ownFolders } from '../../dist/index.js';
import { writeVariants } from './variants.mjs';

const PAGES = 1000;
const TOLD = new Set([10, 100, 250, 500, 750, 1000]);
const sample = fileURLToPath(new URL('../../assets/samples/gongye-yuanqu-2020-04-08', import.meta.url));
const options = { ...ownFolders, userFonts: [], pages: [], targets: ['screen'] };
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

async function build(issue) {
  const world = diskWorld();
  const { pdfs } = await compile(world, issue, options);
  if (pdfs.length !== 1) throw new Error(`${issue} was not built`);
  world.release();
}

const work = mkdtempSync(join(tmpdir(), 'banmian-memory-'));
try {
  const issues = writeVariants(sample, work, 10);
  console.log('  pages  heap MiB  buffers MiB   RSS MiB');
  for (let k = 1; k <= PAGES; k++) {
    await build(issues[k % issues.length]);
    if (!TOLD.has(k)) continue;
    collect();
    const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
    const cells = [heapUsed, arrayBuffers, rss].map((bytes) => (bytes / 2 ** 20).toFixed(1).padStart(10));
    console.log(`${String(k).padStart(7)}${cells.join(' ')}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
