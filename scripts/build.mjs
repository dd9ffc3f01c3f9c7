// src/ → dist/: the library by tsc, the command line as one bundle, and the code V8 compiled of that bundle.
//
// npm calls it as `prepare`. Where the dev dependencies were left out (`npm ci --omit=dev`) it does nothing.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Loaded by packages for what this program does not ask of them; together half of a start. */
const UNUSED = [
  // pdfkit: fonts it opens and text it sets itself, encryption.
  'fontkit',
  'linebreak',
  '@noble/ciphers/aes',
  // commander: commands that are programs of their own.
  'node:child_process',
  // handlebars: maps from templates to their code.
  'source-map',
];
/** Native code, and a pool of threads with files of its own, stay packages. */
const UNBUNDLED = ['sharp', 'piscina'];

if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
  console.log('build: the dev dependencies are not installed, dist/ stays as it is');
  process.exit(0);
}

const fresh = join(root, 'node_modules', '.banmian-new');
rmSync(fresh, { recursive: true, force: true });
buildLibrary(fresh);
await buildCommandLine(fresh);
replace(join(root, 'dist'), fresh);
run([join(root, 'scripts', 'warm-cache.mjs')]);

function buildLibrary(outDir) {
  run([
    join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    join(root, 'tsconfig.build.json'),
    '--outDir',
    outDir,
  ]);
}

async function buildCommandLine(outDir) {
  const { build } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    metafile: true,
    write: false,
    absWorkingDir: root,
    entryPoints: ['src/cli.ts'],
    outfile: join(outDir, 'cli.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: UNBUNDLED,
    supported: { 'dynamic-import': false },
    // The packages' ES modules leave out what is not used.
    mainFields: ['module', 'main'],
    alias: Object.fromEntries(UNUSED.map((name) => [name, './scripts/unused.cjs'])),
    charset: 'ascii',
    define: { 'import.meta.url': 'bundleUrl' },
    // Less to read at each start; names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    // The bundle is one function expression, which `bin/load-bundle.js` calls as Node would call a module.
    banner: {
      js: `(function (exports, require, module, __filename, __dirname) {
const bundleUrl = require('node:url').pathToFileURL(__filename).href;`,
    },
    footer: { js: '})' },
    logLevel: 'warning',
  });
  writeFileSync(join(outDir, 'cli.cjs'), inAscii(outputFiles[0].text));
  writeFileSync(join(outDir, 'THIRD-PARTY-LICENSES.txt'), licencesOf(Object.keys(metafile.inputs)));
}

/** esbuild escapes strings but leaves regular expressions as they are written; both know the same escapes. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What the packages in the bundle ask of who passes them on. */
function licencesOf(inputs) {
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const entries = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim();
    return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`;
  });
  return entries.join(`\n${'-'.repeat(72)}\n\n`);
}

/** Who is just running the old one keeps it until the new one stands. */
function replace(folder, fresh) {
  const old = join(root, 'node_modules', '.banmian-old');
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
