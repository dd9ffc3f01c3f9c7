/** Arguments → what the real command line did, run as a user runs it, from the bundle. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const SAMPLE = join(ROOT, 'assets', 'samples', 'gongye-yuanqu-2020-04-08');

export interface Run {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** The folder it is called in. */
  readonly cwd: string;
  readonly input?: string;
  /** Replaces the language variables; LANG=en_US.UTF-8 if not given. */
  readonly env?: Readonly<Record<string, string>>;
  /** A shell's words before the command, `ulimit -f 10;`, and behind it, `> /dev/full`. */
  readonly before?: string;
  readonly behind?: string;
}

export function banmian(argv: readonly string[], options: RunOptions): Run {
  ensureBuilt();
  const { LANG: _, LC_ALL: __, LC_MESSAGES: ___, ...env } = process.env;
  const command = `${options.before ?? ''} exec "$@" ${options.behind ?? ''}`;
  const words = ['-c', command, 'sh', process.execPath, join(ROOT, 'bin', 'banmian.js'), ...argv];
  const { status, stdout, stderr } = spawnSync('bash', words, {
    cwd: options.cwd,
    encoding: 'utf8',
    env: { ...env, ...(options.env ?? { LANG: 'en_US.UTF-8' }) },
    maxBuffer: 1 << 28,
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  return { exitCode: status, out: stdout, err: stderr };
}

/** Builds dist/ if a source is newer than it; test files that run side by side wait for each other. */
export function ensureBuilt(): void {
  if (isFresh()) return;
  const lock = join(ROOT, 'node_modules', '.banmian-build');
  while (!takeLock(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    if (isFresh()) return;
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
  } finally {
    rmdirSync(lock);
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const held = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (held > 120_000 && existsSync(lock)) rmdirSync(lock);
    return false;
  }
}

function isFresh(): boolean {
  const built = statSync(join(ROOT, 'dist', 'cli.cjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ['src', 'scripts', 'package.json'].every((name) => newest(join(ROOT, name)) < built);
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
