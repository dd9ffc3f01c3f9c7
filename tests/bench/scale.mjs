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
const options = { ...ownFolders, userFonts: [], pages: [], target: 'screen' };

const work = mkdtempSync(join(tmpdir(), 'banmian-scale-'));
const compiler = NodeCompiler.create({ workspace: work, fontArgs: [{ fontPaths: [ownFolders.fonts] }] });
try {
  // The first run of each is for warming up.
  const turns = Array.from({ length: RUNS + 1 }, (_, k) => k);
  const issues = (name, write) => turns.map((k) => write(join(work, `${name}-${k}`), k));
  console.log(`Scale: warm, medians of ${RUNS} issues of differing text, by turns in one process\n`);
  const perPage = PAGE.stories * PAGE.characters;
  const grown = [];
  for (const pages of SIZES) {
    const folders = issues(`pages${pages}`, (folder, k) => writePages(folder, pages, k));
    const ours = await runs(folders, build);
    grown.push({ pages, ...ours });
    if (pages === 16) compare('16 pages of 10,000 characters', ours, await runs(turns, typst));
  }
  table('Growth, pages of 10,000 characters', grown, perPage);
  tell('500 ads, a paragraph each', await runs(issues('ads', writeAds), build));
  tell('500 ads, a block each', await runs(issues('blocks', writeAdBlocks), build));
  const threads = [];
  for (const pages of SIZES) {
    const folders = issues(`thread${pages}`, (folder, k) => writeThread(folder, pages, k));
    threads.push({ pages, ...(await runs(folders, build)) });
  }
  table('Growth, one story over all pages (65,000 characters on 16)', threads, 65_000 / 16);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Milliseconds and those of each stage. */
async function build(folder) {
  const world = diskWorld();
  const start = performance.now();
  const built = await compile(world, folder, options);
  const ms = performance.now() - start;
  const errors = built.diagnostics.filter(({ severity }) => severity === 'error');
  if (built.pdfs.length !== 1) throw new Error(`${folder} was not built: ${JSON.stringify(errors[0])}`);
  world.release();
  return { ms, stages: built.timings };
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
  const start = performance.now();
  compiler.pdf({ mainFileContent: source });
  return { ms: performance.now() - start, stages: {} };
}

async function runs(inputs, run) {
  const all = [];
  for (const input of inputs) all.push(await run(input));
  const measured = all.slice(1);
  const names = Object.keys(measured[0].stages);
  return {
    all: measured.map(({ ms }) => ms),
    ms: median(measured.map(({ ms }) => ms)),
    stages: names.map((name) => [name, median(measured.map(({ stages }) => stages[name]))]),
  };
}

function tell(name, { ms, stages }) {
  const times = stages.map(([stage, each]) => `${stage} ${each.toFixed(0)}`).join(', ');
  console.log(`${name}: ${ms.toFixed(0)} ms (${times})`);
}

function compare(name, ours, theirs) {
  tell(name, ours);
  const ratio = median(ours.all.map((ms, k) => ms / theirs.all[k]));
  console.log(`the same in Typst: ${theirs.ms.toFixed(0)} ms; ratio to Typst ${ratio.toFixed(2)}`);
}

function table(name, rows, perPage) {
  console.log(`\n${name}: ms, µs a character`);
  for (const { pages, ms, stages } of rows) {
    const layout = stages.find(([stage]) => stage === 'layout')?.[1] ?? 0;
    const each = (time) => ((time * 1000) / (pages * perPage)).toFixed(1).padStart(6);
    console.log(
      `${String(pages).padStart(3)} pages ${ms.toFixed(0).padStart(6)} ${each(ms)}   of it layout ${each(layout)}`,
    );
  }
  console.log('');
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
