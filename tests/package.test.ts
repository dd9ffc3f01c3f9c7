/** The package as npm packs it, in an empty folder without dev dependencies: it builds, as program and library. */

import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt, ROOT, SAMPLE } from './support/cli.ts';

let folder: string;
let packed: readonly string[];

beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'banmian-package-'));
  packed = packedFiles();
  for (const file of packed) copy(join(ROOT, file), join(folder, 'node_modules', 'banmian', file));
  for (const path of productionPackages()) copy(join(ROOT, path), join(folder, path));
  copy(SAMPLE, join(folder, 'my-issue'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What `npm pack` would put into the tarball. */
function packedFiles(): readonly string[] {
  const { stdout } = npm('pack', '--dry-run', '--json', '--ignore-scripts');
  const [{ files }] = JSON.parse(stdout) as [{ files: readonly { path: string }[] }];
  return files.map(({ path }) => path);
}

function npm(...argv: string[]): { stdout: string } {
  return spawnSync('npm', argv, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** Folders of what `npm install --omit=dev` installs, from the lock file; optional ones that are here. */
function productionPackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { dev?: boolean; devOptional?: boolean }>>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !(dev ?? devOptional ?? false))
    .map(([path]) => path)
    .filter((path) => existsSync(join(ROOT, path)));
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

function node(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, argv, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
}

const program = (): string => {
  const own = JSON.parse(readFileSync(join(folder, 'node_modules/banmian/package.json'), 'utf8'));
  return join(folder, 'node_modules/banmian', own.bin.banmian);
};

test('the package holds what it needs and nothing of the workshop', () => {
  expect(packed).toEqual(
    expect.arrayContaining([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'dist/THIRD-PARTY-LICENSES.txt',
      'dist/cli.cjs',
      'dist/index.d.ts',
      'fonts/fonts.json',
      'templates/daily/theme.yaml',
    ]),
  );
  expect(packed.filter((file) => /(^|\/)(node_modules|tests|output|\.ci)\//.test(file))).toEqual([]);
});

test('the program builds an issue', () => {
  const { status, stdout } = node(program(), 'build', 'my-issue');
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^output\/my-issue\/my-issue\.pdf {2}1 版/)]);
});

test('batch finds its worker', () => {
  const { status, stdout } = node(program(), 'batch', 'my-issue', '-o', 'many', '--lang', 'en');
  expect([status, stdout]).toEqual([0, '1 issues: 1 built, 0 failed\n']);
});

test.each(['themes.md', 'themes.zh-CN.md'])('the recipe of docs/%s makes a theme, word for word', (name) => {
  const guide = readFileSync(join(folder, 'node_modules/banmian/docs', name), 'utf8');
  const [copied, css, yaml] = [...guide.matchAll(/```(?:sh|css|yaml)\n(.*?)```/gs)].map(([, text]) => text!);
  const issue = join(folder, 'my-issue');
  rmSync(issue, { recursive: true });
  mkdirSync(join(issue, 'articles'), { recursive: true });
  writeFileSync(join(issue, 'articles/first.md'), '---\n标题: 新桥通车\n---\n\n昨天上午，新桥通车。\n');
  const copying = spawnSync('sh', ['-c', copied!], { cwd: folder });
  appendFileSync(join(issue, 'my-theme/styles.css'), css!);
  writeFileSync(join(issue, 'issue.yaml'), yaml!);
  const { status, stderr } = node(program(), 'build', 'my-issue', '-o', 'own-theme', '--lang', 'en');
  expect([copying.status, status]).toEqual([0, 0]);
  expect(stderr).not.toMatch(/styles\.css|theme\.yaml|error/);
  rmSync(issue, { recursive: true });
  copy(SAMPLE, issue);
});

test('the library gives the same bytes as the program', () => {
  writeFileSync(
    join(folder, 'use.mjs'),
    `import { compile, diskWorld, ownFolders, publish } from 'banmian';
const compiled = await compile(diskWorld(), 'my-issue', {
  templates: ownFolders.templates, fonts: ownFolders.fonts, userFonts: [], pages: [], targets: ['screen'],
});
const { report } = publish(compiled, { output: 'by-library', layout: false, language: 'zh' });
console.log(report.ok, report.outputs[0].file);
`,
  );
  expect(node('use.mjs')).toMatchObject({ status: 0, stdout: 'true my-issue.pdf\n' });
  const [library, command] = ['by-library', 'output'].map((output) =>
    readFileSync(join(folder, output, 'my-issue', 'my-issue.pdf')),
  );
  expect(Buffer.compare(library!, command!)).toBe(0);
});

test('compiled code of another Node, or spoilt, is put aside and made anew', () => {
  const dist = join(folder, 'node_modules/banmian/dist');
  const cache = join(dist, readdirSync(dist).find((name) => name.endsWith('.cache'))!);
  const good = readFileSync(cache);
  writeFileSync(cache, Buffer.from(good).fill(0, 0, 64));
  expect(node(program(), 'build', 'my-issue').status).toBe(0);
  expect(
    readFileSync(cache)
      .subarray(0, 64)
      .every((byte) => byte === 0),
  ).toBe(false);
  rmSync(cache);
  expect(node(program(), '--version')).toMatchObject({ status: 0, stderr: '' });
  expect(node(program(), 'build', 'my-issue').status).toBe(0);
  expect(existsSync(cache)).toBe(true);
});
