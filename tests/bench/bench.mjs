/**
 * The sample page by Banmian and by Typst, by turns in one run → medians, ratios, memory, time of each stage; and
 * what setting text costs by itself.
 *
 * Times on a shared machine prove nothing by themselves; the ratios are what counts. It reports and never fails.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typstPage } from './typst-page.mjs';
import { writeVariants } from './variants.mjs';

/** Lengths of one paragraph, characters: growth within it has to be linear. */
const LENGTHS = [1_000, 10_000, 100_000, 300_000];

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const here = join(root, 'tests/bench');
const sample = join(root, 'assets/samples/gongye-yuanqu-2020-04-08');
const COLD_RUNS = Number(process.env.BENCH_RUNS ?? 11);
const WARM_UP = 5;
const WARM_PAGES = 20;

if (!existsSync(join(root, 'dist/cli.cjs'))) spawnSync(process.execPath, [join(root, 'scripts/build.mjs')]);
// Large issues take minutes and are measured when asked for, alone.
if (process.argv.includes('--scale')) {
  const { status } = spawnSync(process.execPath, [join(here, 'scale.mjs')], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
const work = mkdtempSync(join(tmpdir(), 'banmian-bench-'));
try {
  const sources = await writeSources();
  reportCold(sources.sample);
  reportWarm(sources.variants);
  reportText();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The Typst source of an issue folder; photos are named from `workspace`. */
async function typstSource(folder, workspace) {
  const { readIssue } = await import('../../dist/content/index.js');
  const { diskWorld, ownFolders } = await import('../../dist/index.js');
  const { issue } = readIssue(diskWorld(), folder, { ...ownFolders, userFonts: [] });
  return typstPage(issue, (file) => `/${relative(workspace, join(folder, file))}`);
}

async function writeSources() {
  const folders = writeVariants(sample, join(work, 'issues'), WARM_UP + WARM_PAGES);
  const variants = { issues: folders, sources: [] };
  for (const [k, folder] of folders.entries()) {
    const file = join(work, `page-${k + 1}.typ`);
    writeFileSync(file, await typstSource(folder, work));
    variants.sources.push(file);
  }
  const file = join(work, 'sample.typ');
  writeFileSync(file, await typstSource(sample, root));
  return { sample: file, variants };
}

function coldRun(args) {
  const usage = join(work, 'usage.json');
  const options = { env: { ...process.env, BENCH_USAGE: usage, LANG: 'C' }, encoding: 'utf8' };
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(here, 'usage.cjs'), ...args],
    options,
  );
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(stderr);
  return { wall, ...JSON.parse(readFileSync(usage, 'utf8')) };
}

function reportCold(source) {
  const out = join(work, 'output');
  const programs = {
    'node alone': ['-e', '0'],
    typst: [join(here, 'typst-cold.cjs'), root, join(root, 'fonts'), source, join(work, 'typst.pdf')],
    banmian: [join(root, 'bin/banmian.js'), 'build', sample, '-o', out],
  };
  const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let k = 0; k < COLD_RUNS + 1; k++) {
    for (const [name, args] of Object.entries(programs)) {
      if (name === 'banmian') rmSync(out, { recursive: true, force: true });
      const run = coldRun(args);
      if (k > 0) runs[name].push(run);
    }
  }
  console.log(`\nCold: one page, one process; medians of ${COLD_RUNS} alternating runs`);
  console.log('                 wall ms   cpu ms  peak MiB');
  for (const [name, list] of Object.entries(runs)) {
    const of = (key) =>
      median(list.map((run) => run[key]))
        .toFixed(0)
        .padStart(9);
    console.log(`${name.padEnd(15)}${of('wall')}${of('cpu')}${of('peak')}`);
  }
  const ratio = (key) => median(runs.banmian.map((run, k) => run[key] / runs.typst[k][key])).toFixed(2);
  console.log(`ratio to Typst  wall ${ratio('wall')}, cpu ${ratio('cpu')}`);
  const id = 'gongye-yuanqu-2020-04-08';
  const bytes = (file) => statSync(file).size.toLocaleString('en');
  console.log(
    `PDF bytes       banmian ${bytes(join(out, id, `${id}.pdf`))}, typst ${bytes(join(work, 'typst.pdf'))}`,
  );
}

function reportWarm(variants) {
  mkdirSync(work, { recursive: true });
  const job = join(work, 'warm.json');
  writeFileSync(job, JSON.stringify({ ...variants, workspace: work, warmUp: WARM_UP }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, 'warm.mjs'), job], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const { first, banmian, typst, stages, peak } = JSON.parse(stdout);
  console.log(`\nWarm: ${WARM_PAGES} pages of differing text, by turns in one process; medians`);
  console.log(`banmian ${median(banmian).toFixed(1)} ms, typst ${median(typst).toFixed(1)} ms a page`);
  console.log(`first page: banmian ${first.banmian.toFixed(0)} ms, typst ${first.typst.toFixed(0)} ms`);
  console.log(`ratio to Typst  ${median(banmian.map((ms, k) => ms / typst[k])).toFixed(2)}`);
  console.log(`peak memory of the process, both engines in it: ${peak.toFixed(0)} MiB`);
  const names = Object.keys(stages[0]);
  const times = names.map((name) => `${name} ${median(stages.map((one) => one[name])).toFixed(1)}`);
  console.log(`stages, ms: ${times.join(', ')}`);
}

function reportText() {
  const { cold, warm, long, grown } = textRun();
  const row = (name, runs) => {
    const steps = Object.keys(runs[0]).map((step) => median(runs.map((run) => run[step])));
    const cells = [steps.reduce((sum, each) => sum + each, 0), ...steps];
    console.log(name.padEnd(34) + cells.map((each) => each.toFixed(2).padStart(8)).join(''));
  };
  console.log('\nText: microseconds a character, lines of 13 字');
  console.log(`${''.padEnd(34)}${['all', ...Object.keys(cold)].map((name) => name.padStart(8)).join('')}`);
  row('10,000 characters, cold', [cold]);
  row('10,000 characters, warm', warm);
  row('300,000 characters', long);
  for (const length of LENGTHS) {
    const one = textRun(String(length));
    row(`${length.toLocaleString('en')} in one paragraph, cold`, [one.cold]);
    row(`${length.toLocaleString('en')} in one paragraph, warm`, one.warm);
  }
  console.log(`memory grown by 300,000 characters three times: ${grown.toFixed(0)} MiB`);
}

function textRun(...length) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(here, 'text.mjs'), sample, ...length],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
