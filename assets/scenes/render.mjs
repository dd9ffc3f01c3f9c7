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
const FILES = { park: '1-park', tower: '2-tower', battery: '3-battery', tanks: '4-tanks', pipes: '5-pipes' };
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
  const file = join(options.out, `${FILES[name]}.jpg`);
  writeFileSync(file, Buffer.from(base64, 'base64'));
  console.log(`wrote ${FILES[name]}.jpg`);
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
    passes: Number(values.passes ?? (values.draft ? 12 : 96)),
    scale: Number(values.scale ?? (values.draft ? 0.4 : 1)),
    out: values.out ?? join(HERE, '../samples/gongye-yuanqu-2020-04-08/photos'),
  };
  mkdirSync(options.out, { recursive: true });
  const code = await bundle();
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS, timeout: 60000 });
  for (const name of positionals.length ? positionals : Object.keys(FILES)) {
    await renderOne(browser, code, name, options);
  }
  await browser.close();
}

await main();
