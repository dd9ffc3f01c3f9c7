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
const PICTURES = {
  park: { file: '1-park', passes: 14 },
  tower: { file: '2-tower', passes: 32 },
  battery: { file: '3-battery', passes: 24 },
  tanks: { file: '4-tanks', passes: 22 },
  pipes: { file: '5-pipes', passes: 20 },
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
  const file = join(options.out, `${PICTURES[name].file}.jpg`);
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
    out: values.out ?? join(HERE, '../samples/gongye-yuanqu-2020-04-08/photos'),
  };
  mkdirSync(options.out, { recursive: true });
  const code = await bundle();
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS, timeout: 60000 });
  for (const name of positionals.length ? positionals : Object.keys(PICTURES)) {
    await renderOne(browser, code, name, {
      ...options,
      passes: Number(options.passes ?? PICTURES[name].passes),
    });
  }
  await browser.close();
}

await main();
