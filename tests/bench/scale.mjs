/**
 * Large issues, by turns with Typst in one process → medians, ratios, and microseconds a character as issues grow.
 *
 * `npm run bench -- --scale`, or `node tests/bench/scale.mjs`. It reports and never fails for being slow.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, diskWorld, ownFolders } from '../../dist/index.js';
import { PAGE, paragraphs, writeAdBlocks, writeAds, writePages, writeThread } from './scale-issues.mjs';

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const SIZES = [1, 2, 4, 8, 16];
const WARM_UP = 2;
const options = { ...ownFolders, userFonts: [], pages: [], targets: ['screen'] };

const work = mkdtempSync(join(tmpdir(), 'banmian-scale-'));
const compiler = NodeCompiler.create({ workspace: work, fontArgs: [{ fontPaths: [ownFolders.fonts] }] });
try {
  const write = {
    pages: (count) => (folder, k) => writePages(folder, count, k),
    thread: (count) => (folder, k) => writeThread(folder, count, k),
  };
  for (let k = 0; k < WARM_UP; k++) {
    await build(writePages(join(work, `warm-${k}`), 16, RUNS + k));
    typst(RUNS + k);
  }
  console.log(`Scale: warm, medians of ${RUNS} issues of differing text, by turns in one process`);
  const pages = await byTurns(SIZES.map((count) => built(`pages${count}`, write.pages(count))).concat(typst));
  const typeset = pages.pop();
  compare('\n16 pages of 10,000 characters', pages[pages.length - 1], typeset);
  table('Growth, pages of 10,000 characters', pages, PAGE.stories * PAGE.characters);
  const [ads, blocks] = await byTurns([built('ads', writeAds), built('blocks', writeAdBlocks)]);
  tell('\n500 ads, a paragraph each', ads);
  tell('500 ads, a block each', blocks);
  const threads = await byTurns(SIZES.map((count) => built(`thread${count}`, write.thread(count))));
  table('Growth, one story over all pages (65,000 characters on 16)', threads, 65_000 / 16);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Milliseconds on the clock, of the processor, and those of each stage. */
async function build(folder) {
  const world = diskWorld();
  const time = stopwatch();
  const built = await compile(world, folder, options);
  const { ms, cpu } = time();
  const errors = built.diagnostics.filter(({ severity }) => severity === 'error');
  if (built.pdfs.length !== 1) throw new Error(`${folder} was not built: ${JSON.stringify(errors[0])}`);
  world.release();
  return { ms, cpu, stages: built.timings };
}

/** On a machine that others use too, only what the processor did can be compared: all threads of this process. */
function stopwatch() {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - start, cpu: (user + system) / 1000 };
  };
}

/** 16 pages of four stories in four columns each, of the same faces, sizes and measures. */
function typst(k) {
  const story = (p, s) => {
    const text = paragraphs(PAGE.characters, k * 1000 + p * 4 + s).join('\n\n');
    return `[#align(center, text(size: 32pt, weight: 900)[春风过处茶山新绿])\n#columns(4, gutter: 8.5pt)[\n${text}\n]]`;
  };
  const pages = Array.from({ length: 16 }, (_, p) => {
    const cells = Array.from({ length: PAGE.stories }, (_, s) => story(p, s));
    return `#grid(columns: (1fr, 1fr), rows: (650pt, 650pt), gutter: 8.5pt, ${cells.join(', ')})`;
  });
  const source = `
#set page(width: 390mm, height: 540mm, margin: (left: 51mm, right: 51mm, top: 40mm, bottom: 20mm))
#set text(font: ("Noto Serif SC", "Noto Sans SC"), size: 8.5pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 3pt, spacing: 3pt, first-line-indent: (amount: 2em, all: true))
${pages.join('\n#pagebreak()\n')}`;
  const time = stopwatch();
  compiler.pdf({ mainFileContent: source });
  return { ...time(), stages: {} };
}

/** A run that writes an issue of its own and builds it. */
function built(name, write) {
  return (k) => build(write(join(work, `${name}-${k}`), k));
}

/** Each run once a turn; one turn more than is measured, for warming up. */
async function byTurns(all) {
  const found = all.map(() => []);
  for (let k = 0; k <= RUNS; k++) {
    for (const [index, run] of all.entries()) {
      const one = await run(k);
      if (k > 0) found[index].push(one);
    }
  }
  return found.map((list) => ({
    all: list,
    ms: median(list.map(({ ms }) => ms)),
    cpu: median(list.map(({ cpu }) => cpu)),
    stages: Object.keys(list[0].stages).map((name) => [name, median(list.map(({ stages }) => stages[name]))]),
  }));
}

function tell(name, { ms, cpu, stages }) {
  const times = stages.map(([stage, each]) => `${stage} ${each.toFixed(0)}`).join(', ');
  console.log(`${name}: ${ms.toFixed(0)} ms, CPU ${cpu.toFixed(0)} (${times})`);
}

function compare(name, ours, theirs) {
  tell(name, ours);
  const ratio = (of) => median(ours.all.map((one, k) => one[of] / theirs.all[k][of])).toFixed(2);
  const times = `${theirs.ms.toFixed(0)} ms, CPU ${theirs.cpu.toFixed(0)}`;
  console.log(`the same in Typst: ${times}; ratio to Typst ${ratio('ms')}, CPU ${ratio('cpu')}`);
}

function table(name, rows, perPage) {
  console.log(`\n${name}: ms, µs a character`);
  for (const [k, { ms, stages }] of rows.entries()) {
    const pages = SIZES[k];
    const layout = stages.find(([stage]) => stage === 'layout')?.[1] ?? 0;
    const each = (time) => ((time * 1000) / (pages * perPage)).toFixed(1).padStart(6);
    console.log(
      `${String(pages).padStart(3)} pages ${ms.toFixed(0).padStart(6)} ${each(ms)}   of it layout ${each(layout)}`,
    );
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
