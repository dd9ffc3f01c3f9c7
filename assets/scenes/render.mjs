/**
 * Renders the pictures: node render.mjs [scene ...] [--draft] [--passes N] [--scale S] [--out FOLDER]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const HERE = dirname(fileURLToPath(import.meta.url));
const PARK = { issue: 'gongye-yuanqu-2020-04-08', most: 1.1e6 };
const COUNTY = { issue: 'county-daily-2026-03-12', most: 590e3 };
const CAMPUS = { issue: 'campus-2026-03', most: 590e3 };
const PICTURES = {
  park: { file: '1-park', passes: 14, ...PARK },
  tower: { file: '2-tower', passes: 32, ...PARK },
  battery: { file: '3-battery', passes: 24, ...PARK },
  tanks: { file: '4-tanks', passes: 22, ...PARK },
  pipes: { file: '5-pipes', passes: 20, ...PARK },
  greenhouse: { file: 'greenhouse', passes: 14, ...COUNTY },
  paddy: { file: 'paddy', passes: 14, ...COUNTY },
  bridge: { file: 'bridge', passes: 8, ...COUNTY },
  lanterns: { file: 'lanterns', passes: 8, ...COUNTY },
  'tea-hill': { file: 'tea-hill', passes: 14, ...COUNTY },
  'tea-workshop': { file: 'tea-workshop', passes: 8, ...COUNTY },
  'school-yard': { file: 'school-yard', passes: 8, ...COUNTY },
  'science-fair': { file: 'science-fair', passes: 8, ...CAMPUS },
  sprint: { file: 'sports-1-sprint', passes: 8, ...CAMPUS },
  'long-jump': { file: 'sports-2-long-jump', passes: 8, ...CAMPUS },
  'tug-of-war': { file: 'sports-3-tug-of-war', passes: 8, ...CAMPUS },
  basketball: { file: 'sports-4-basketball', passes: 8, ...CAMPUS },
  library: { file: 'library', passes: 8, ...CAMPUS },
  classroom: { file: 'classroom', passes: 14, ...CAMPUS },
  gate: { file: 'gate', passes: 8, ...CAMPUS },
};
const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function bundle() {
  const result = await build({
    entryPoints: [join(HERE, 'lib/page.js')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  return result.outputFiles[0].text;
}

async function renderOne(browser, code, name, options) {
  const page = await browser.newPage();
  page.on('console', (message) => console.log(message.text()));
  page.on('pageerror', (error) => console.error(error));
  await page.addScriptTag({ content: code });
  const base64 = await page.evaluate(
    ([scene, settings]) => window.renderScene(scene, settings),
    [name, options],
  );
  await page.close();
  const folder = options.out ?? join(HERE, '../samples', PICTURES[name].issue, 'photos');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${PICTURES[name].file}.jpg`);
  writeFileSync(file, Buffer.from(base64, 'base64'));
  console.log(`wrote ${PICTURES[name].file}.jpg`);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      draft: { type: 'boolean' },
      passes: { type: 'string' },
      scale: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const options = {
    passes: values.passes ?? (values.draft ? 8 : undefined),
    scale: Number(values.scale ?? (values.draft ? 0.4 : 1)),
    out: values.out,
  };
  const code = await bundle();
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS, timeout: 60000 });
  for (const name of positionals.length ? positionals : Object.keys(PICTURES)) {
    await renderOne(browser, code, name, {
      ...options,
      passes: Number(options.passes ?? PICTURES[name].passes),
      most: PICTURES[name].most,
    });
  }
  await browser.close();
}

await main();
