/** Issues and their Typst sources → milliseconds a page of both, by turns in one process, as JSON. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compile, diskWorld, ownFolders } from '../../dist/index.js';

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
const { issues, sources, workspace, warmUp } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [ownFolders.fonts] }] });
const options = { ...ownFolders, userFonts: [], pages: [], targets: ['screen'] };

const banmian = [];
const typst = [];
const stages = [];
for (let k = 0; k < issues.length; k++) {
  const source = readFileSync(sources[k], 'utf8');
  const world = diskWorld();
  let start = performance.now();
  const built = await compile(world, issues[k], options);
  banmian.push(performance.now() - start);
  stages.push(built.timings);
  if (built.pdfs.length !== 1) throw new Error(`${issues[k]} was not built`);
  // As a batch does when the PDF is written.
  world.release();
  start = performance.now();
  compiler.pdf({ mainFileContent: source });
  typst.push(performance.now() - start);
}
const measured = (list) => list.slice(warmUp);
console.log(
  JSON.stringify({
    first: { banmian: banmian[0], typst: typst[0] },
    banmian: measured(banmian),
    typst: measured(typst),
    stages: measured(stages),
    peak: process.resourceUsage().maxRSS / 1024,
  }),
);
