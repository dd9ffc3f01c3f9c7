import { expect, test } from 'vitest';
import { runCommand, type Terminal } from '../../../src/commands/index.ts';

interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

async function run(argv: readonly string[], language: Terminal['language'] = 'en'): Promise<Outcome> {
  let out = '';
  let err = '';
  const exitCode = await runCommand(argv, {
    language,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    live: false,
    stdin: () => new Uint8Array(0),
  });
  return { exitCode, out, err };
}

test.each([
  [['build'], 'banmian: the argument <issue> is missing\n'],
  [['build', 'a', 'b'], 'banmian: too many arguments for build\n'],
  [['build', 'a', '-o'], 'banmian: the option -o, --output <dir> needs a value\n'],
  [
    ['build', 'a', '--layuot'],
    'banmian: there is no option --layuot\n  hint: did you mean --layout?\n' +
      '  hint: build takes --output --target --page --fonts --layout --proof --json\n',
  ],
  // What comes with later versions is said not to be there.
  [
    ['build', 'a', '--target', 'paper'],
    'banmian: the option --target <name> cannot be "paper"\n  hint: there is: screen, print, archive, all\n',
  ],
  [
    ['batch', 'a', '--resume'],
    'banmian: there is no option --resume\n' + '  hint: batch takes --output --jobs --json\n',
  ],
  [
    ['bild', 'a'],
    'banmian: there is no command bild\n  hint: did you mean build?\n' +
      '  hint: the commands are build check fit grid batch archive\n',
  ],
  [
    ['--lang', 'fr', 'build', 'a'],
    'banmian: the option --lang <lang> cannot be "fr"\n  hint: there is: zh, en\n',
  ],
  [['fit', 'a.txt'], 'banmian: the option --measure <n> is missing\n'],
  [['fit', 'a.txt', '--measure', 'wide'], 'banmian: --measure takes a number from 1 to 1000, not "wide"\n'],
  [['fit', 'a.txt', '--measure', '0'], 'banmian: --measure takes a number from 1 to 1000, not "0"\n'],
  [['batch'], 'banmian: the argument <paths> is missing\n'],
  [['batch', 'a', '--jobs', '1.5'], 'banmian: --jobs takes a whole number, not "1.5"\n'],
])('%j: exit code 2, nothing on standard output', async (argv, err) => {
  expect(await run(argv)).toEqual({ exitCode: 2, out: '', err });
});

test('in Chinese', async () => {
  expect((await run(['build', 'a', '--colour'], 'zh')).err).toBe(
    'banmian: 没有选项 --colour\n  提示：build 现有选项：--output --target --page --fonts --layout --proof --json\n',
  );
});

test('no command: the help, on standard error', async () => {
  const { exitCode, out, err } = await run([]);
  expect([exitCode, out]).toEqual([2, '']);
  expect(err).toMatch(/^Usage: banmian /);
});

test('--help and --version are answers, on standard output', async () => {
  const help = await run(['--help'], 'zh');
  expect([help.exitCode, help.err]).toEqual([0, '']);
  expect(help.out).toMatch(/^用法： banmian /);
  expect(help.out).toMatch(/build .*排版并输出 PDF/);
  const version = await run(['--version']);
  expect(version).toEqual({ exitCode: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
});

test('the help of a command names its options with their defaults and the options of all', async () => {
  const { out } = await run(['build', '--help']);
  expect(out).toMatch(/--output <dir> +write to DIR\/<id>\/ \(default output\)/);
  expect(out).toMatch(/--target <name> +kind of PDF \(screen \| print \| archive \| all; default\s+screen\)/);
  expect(out).toMatch(/Global Options:[\s\S]*--lang/);
});
