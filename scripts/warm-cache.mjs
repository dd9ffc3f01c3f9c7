// The bundle → the code that V8 compiles of it while the sample is built, kept beside it for the next start.
//
// `bin/load-bundle.js` keeps it when this process ends, as it would after any first start.

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { loadBundle } = createRequire(import.meta.url)(join(root, 'bin', 'load-bundle.js'));
const sample = join(root, 'assets', 'samples', 'gongye-yuanqu-2020-04-08');

const output = mkdtempSync(join(tmpdir(), 'banmian-warm-'));
const silent = { language: 'zh', out: () => {}, err: () => {}, live: false, stdin: () => new Uint8Array(0) };
try {
  await loadBundle(join(root, 'dist', 'cli.cjs'), true).runCommand(['build', sample, '-o', output], silent);
} finally {
  rmSync(output, { recursive: true, force: true });
}
