/** The command line as scripts use it: files, exit codes, streams. Design section 8 is the contract. */

import { createHash } from 'node:crypto';
import {
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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { banmian, type Run, SAMPLE } from './support/cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ARTICLE = `---
headline: 春风送暖
byline: 本报记者 李振涛
---
春风送暖，捷报频传。
`;

/** Issue files by path → the issue's folder, named `name`. */
function issue(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

function page(label: string, article: string): string {
  return `  - label: "${label}"\n    section: 综合新闻\n    template: plain\n    articles: [articles/${article}]\n`;
}

const head = 'paper: 园区新报\ndate: 2020-04-08\ntheme: daily\npages:\n';

/** Two pages, 05 and 06, one article each. */
function twoPages(name: string, articles: { five?: string; six?: string } = {}): string {
  return issue(name, {
    'issue.yaml': head + page('05', 'five.md') + page('06', 'six.md'),
    'articles/five.md': articles.five ?? ARTICLE,
    'articles/six.md': articles.six ?? ARTICLE,
  });
}

const run = (...argv: string[]): Run => banmian(argv, { cwd: folder });
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const names = (path: string): string[] => readdirSync(join(folder, path)).sort();

describe('build', () => {
  test('the sample: a PDF and a report, where they are on standard output', () => {
    const { exitCode, out } = run('build', SAMPLE);
    expect(exitCode).toBe(0);
    const id = 'gongye-yuanqu-2020-04-08';
    expect(out).toMatch(new RegExp(`^output/${id}/${id}\\.pdf  1 page, \\d+\\.\\d MB\n$`));
    expect(names(`output/${id}`)).toEqual([`${id}.pdf`, 'report.json']);
  });

  test('--json: one object, which report.json repeats without timings; -o and --layout', () => {
    const { exitCode, out } = run('build', SAMPLE, '-o', 'elsewhere', '--layout', '--json');
    expect(exitCode).toBe(0);
    const { timings, ...report } = JSON.parse(out);
    const id = 'gongye-yuanqu-2020-04-08';
    const path = join(folder, 'elsewhere', id);
    expect(names(`elsewhere/${id}`)).toEqual([`${id}.layout.json`, `${id}.pdf`, 'report.json']);
    expect(Object.keys(timings)).toEqual(['content', 'template', 'markup', 'layout', 'pdf']);
    expect(JSON.parse(readFileSync(join(path, 'report.json'), 'utf8'))).toEqual(report);
    expect(report).toMatchObject({ version: 1, issue: id, ok: true });
    expect(report.outputs).toEqual([
      {
        target: 'screen',
        file: `${id}.pdf`,
        bytes: readFileSync(join(path, `${id}.pdf`)).length,
        sha256: sha256(join(path, `${id}.pdf`)),
        pages: 1,
      },
    ]);
  });

  test('the same input gives the same bytes, wherever the issue stands', () => {
    const copy = join(folder, 'copies', 'gongye-yuanqu-2020-04-08');
    cpSync(SAMPLE, copy, { recursive: true });
    run('build', SAMPLE, '-o', 'first');
    run('build', copy, '-o', 'second');
    for (const file of ['gongye-yuanqu-2020-04-08.pdf', 'report.json']) {
      const [first, second] = ['first', 'second'].map((output) =>
        sha256(join(folder, output, 'gongye-yuanqu-2020-04-08', file)),
      );
      expect(second).toBe(first);
    }
  });

  test('issue.yaml itself may be named', () => {
    const path = twoPages('by-file');
    expect(run('build', join(path, 'issue.yaml'), '-o', 'by-file-out').exitCode).toBe(0);
    expect(names('by-file-out/by-file')).toEqual(['by-file.pdf', 'report.json']);
  });

  test('an error: exit code 1, the last good PDF and report stay', () => {
    const path = twoPages('spoilt');
    expect(run('build', path).exitCode).toBe(0);
    const before = sha256(join(folder, 'output/spoilt/spoilt.pdf'));
    writeFileSync(join(path, 'articles/six.md'), ARTICLE.replace('byline', 'bylime'));
    const { exitCode, out, err } = run('build', path, '--json');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/^articles\/six\.md:3:1: error\[[a-z-]+\]: .*bylime/m);
    expect(names('output/spoilt')).toEqual(['report.failed.json', 'report.json', 'spoilt.pdf']);
    expect(sha256(join(folder, 'output/spoilt/spoilt.pdf'))).toBe(before);
    expect(JSON.parse(out)).toMatchObject({ ok: false, outputs: [], pages: [] });
  });
});

describe('--proof', () => {
  test('a proof beside the PDF, in the report as what it is', () => {
    const path = twoPages('proofed');
    const { exitCode, out } = run('build', path, '--proof', '--json');
    expect(exitCode).toBe(0);
    expect(names('output/proofed')).toEqual([
      'proofed.galley.pdf',
      'proofed.pdf',
      'proofed.proof.pdf',
      'report.json',
    ]);
    expect(JSON.parse(out).outputs.map(({ target }: { target: string }) => target)).toEqual([
      'screen',
      'proof',
      'galley',
    ]);
  });

  test('with an error: exit code 1, the proof alone is written, the last good PDF stays', () => {
    const path = twoPages('proofed-spoilt');
    expect(run('build', path).exitCode).toBe(0);
    const good = sha256(join(folder, 'output/proofed-spoilt/proofed-spoilt.pdf'));
    writeFileSync(join(path, 'articles/six.md'), ARTICLE.replace('byline', 'bylime'));
    const { exitCode, out } = run('build', path, '--proof');
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^output\/proofed-spoilt\/proofed-spoilt\.proof\.pdf {2}\d pages/);
    expect(sha256(join(folder, 'output/proofed-spoilt/proofed-spoilt.pdf'))).toBe(good);
    expect(names('output/proofed-spoilt')).toEqual([
      'proofed-spoilt.galley.pdf',
      'proofed-spoilt.pdf',
      'proofed-spoilt.proof.pdf',
      'report.failed.json',
      'report.json',
    ]);
  });

  test('a page asked for has a proof of its own', () => {
    const path = twoPages('proofed-page');
    expect(run('build', path, '--proof', '--page', '06').exitCode).toBe(0);
    expect(names('output/proofed-page')).toEqual([
      'proofed-page-06.galley.pdf',
      'proofed-page-06.pdf',
      'proofed-page-06.proof.pdf',
      'report.json',
    ]);
  });
});

/** A story too long for a process of 60 MB, and an environment that allows no more. */
const paragraph = '春风送暖，捷报频传。'.repeat(100);
const HUGE = `---\nheadline: 大\n---\n${`${paragraph}\n\n`.repeat(1600)}`;
const LITTLE_ROOM = { env: { LANG: 'en_US.UTF-8', NODE_OPTIONS: '--max-old-space-size=60' } };

describe('out of memory: exit code 3', () => {
  const huge = (name: string): string =>
    issue(name, { 'issue.yaml': head + page('05', 'five.md'), 'articles/five.md': HUGE });

  test('build says so and how to go on; nothing is written', () => {
    const { exitCode, out, err } = banmian(['build', huge('huge')], { cwd: folder, ...LITTLE_ROOM });
    expect([exitCode, out]).toEqual([3, '']);
    expect(err).toMatch(/^banmian: out of memory: .*--page.*NODE_OPTIONS/);
    expect(existsSync(join(folder, 'output/huge'))).toBe(false);
  });

  test('--json is one object all the same', () => {
    const argv = ['--lang', 'en', 'build', '-o', 'elsewhere', '--json', huge('huge-json')];
    const { exitCode, out } = banmian(argv, { cwd: folder, ...LITTLE_ROOM });
    expect(exitCode).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      issue: 'huge-json',
      ok: false,
      diagnostics: [{ code: 'machine-fault' }],
    });
  });

  test('what fits the little room is built there as elsewhere', () => {
    const { exitCode, out } = banmian(['build', twoPages('little')], { cwd: folder, ...LITTLE_ROOM });
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/little\.pdf {2}2 pages/)]);
  });

  test('batch goes on with the issues behind', () => {
    const paths = [huge('batch-huge'), twoPages('batch-little')];
    const options = { cwd: folder, ...LITTLE_ROOM };
    const { exitCode, err } = banmian(['batch', ...paths, '--jobs', '1', '-o', 'batched'], options);
    expect(exitCode).toBe(3);
    expect(err).toMatch(/out of memory/);
    expect(names('batched')).toEqual(['batch-little']);
  });
});

describe('archive rebuild', () => {
  const archived = (name: string): string => {
    const path = twoPages(name);
    expect(run('build', path, '--target', 'archive').exitCode).toBe(0);
    rmSync(path, { recursive: true });
    return join('output', name, `${name}.archive.pdf`);
  };

  test('builds the same PDF, byte by byte, from what is inside it alone', () => {
    const file = archived('kept');
    const { exitCode, out } = run('archive', 'rebuild', file, '-o', 'again');
    expect([exitCode, out]).toEqual([
      0,
      expect.stringMatching(/kept\.archive\.pdf {2}the same as the original/),
    ]);
    expect(sha256(join(folder, 'again/kept.archive/kept.archive.pdf'))).toBe(sha256(join(folder, file)));
    expect(names('again/kept.archive/sources')).toEqual(['kept', 'templates']);
    expect(names('again/kept.archive/sources/kept')).toEqual(['articles', 'issue.yaml']);
  });

  test('a PDF of another kind, a text, a file that is not there: exit code 1, and what to do', () => {
    expect(run('build', twoPages('plain-pdf')).exitCode).toBe(0);
    for (const file of ['output/plain-pdf/plain-pdf.pdf', 'plain-pdf/issue.yaml', 'nowhere.pdf']) {
      const { exitCode, out, err } = run('archive', 'rebuild', file, '-o', 'none-again');
      expect([exitCode, out]).toEqual([1, '']);
      expect(err).toMatch(/no archive PDF of this program .*--target archive|there is no file/);
    }
    expect(existsSync(join(folder, 'none-again'))).toBe(false);
  });
});

describe('--page', () => {
  test('a PDF a page; the PDF of the issue is not touched', () => {
    const path = twoPages('single');
    run('build', path);
    const before = sha256(join(folder, 'output/single/single.pdf'));
    expect(run('build', path, '--page', '05').exitCode).toBe(0);
    expect(names('output/single')).toEqual(['report.json', 'single-05.pdf', 'single.pdf']);
    expect(run('build', path, '--page', '05', '--page', '06').exitCode).toBe(0);
    expect(names('output/single')).toEqual(['report.json', 'single-05.pdf', 'single-06.pdf', 'single.pdf']);
    expect(sha256(join(folder, 'output/single/single.pdf'))).toBe(before);
  });

  test('a page is built though another has a fault; without --page all faults of all pages are told', () => {
    const bad = ARTICLE.replace('byline', 'bylime');
    const path = twoPages('half', { six: bad, five: ARTICLE });
    expect(run('build', path, '--page', '05').exitCode).toBe(0);
    expect(run('build', path, '--page', '06').exitCode).toBe(1);
    const both = twoPages('none', { six: bad, five: `${ARTICLE}\n没有这个字：\u{2A6D6}。\n` });
    const { diagnostics } = JSON.parse(run('check', both, '--json').out);
    expect(diagnostics.map(({ file }: { file: string }) => file)).toEqual(
      expect.arrayContaining(['articles/five.md', 'articles/six.md']),
    );
  });

  test('a label that the issue has not: exit code 2, nothing written', () => {
    const { exitCode, out, err } = run('build', twoPages('labels'), '--page', '5', '-o', 'never', '--json');
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toBe('banmian: there is no page 5\n  hint: this issue has: 05, 06\n');
    expect(names('.')).not.toContain('never');
  });
});

describe('check', () => {
  test('says what build would say and writes nothing', () => {
    const path = twoPages('checked');
    const { exitCode, out } = banmian(['check', path, '--json'], { cwd: path });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ issue: 'checked', ok: true, outputs: [] });
    expect(names('checked')).toEqual(['articles', 'issue.yaml']);
  });
});

describe('grid', () => {
  test('writes the numbered pages beside what build writes; --text writes nothing', () => {
    const path = twoPages('sheets');
    const before = names('.');
    const drawn = banmian(['grid', path, '--page', '06', '--text'], { cwd: folder });
    expect(drawn).toMatchObject({ exitCode: 0, err: '' });
    expect(drawn.out).toMatch(/^page 06\n {2}\d+ +\.+\n$/);
    expect(names('.')).toEqual(before);
    expect(banmian(['grid', path, '-o', 'sheet'], { cwd: folder }).exitCode).toBe(0);
    expect(names('sheet/sheets')).toEqual(['sheets.grid.pdf']);
  });

  test('a page that is not there is wrong usage, a fault of the issue an error', () => {
    const path = twoPages('sheets-faulty');
    expect(banmian(['grid', path, '--page', '99'], { cwd: folder }).exitCode).toBe(2);
    expect(banmian(['grid', join(path, 'nowhere')], { cwd: folder }).exitCode).toBe(1);
  });
});

describe('exit codes', () => {
  test.each([
    ['a path that does not exist', 'nowhere'],
    ['a folder without issue.yaml', '.'],
  ])('%s is an error of the issue: 1, told in one object', (_, path) => {
    const { exitCode, out, err } = run('build', path, '--json', '-o', 'missing');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/error\[[a-z-]+\]/);
    expect(JSON.parse(out)).toMatchObject({ ok: false, pages: [], diagnostics: [{ severity: 'error' }] });
  });

  test('--json gets its object when the machine fails, too', () => {
    const path = twoPages('faulty');
    const { exitCode, out } = banmian(['build', path, '--json'], { cwd: folder, before: 'ulimit -f 8;' });
    expect(exitCode).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      issue: 'faulty',
      ok: false,
      outputs: [],
      diagnostics: [{ severity: 'error', code: 'machine-fault', message: expect.stringContaining('EFBIG') }],
    });
  });

  test('a full disk: 3, nothing half-written, the old files stay', () => {
    const path = twoPages('full');
    run('build', path);
    const before = sha256(join(folder, 'output/full/full.pdf'));
    writeFileSync(join(path, 'articles/six.md'), ARTICLE.replace('春风', '东风'));
    // No file may grow beyond 8 blocks of 1024 bytes: the system refuses as it does when a disk is full.
    const { exitCode, err } = banmian(['build', path], { cwd: folder, before: 'ulimit -f 8;' });
    expect([exitCode, err]).toEqual([3, expect.stringMatching(/^banmian: .*full\.pdf.*\(EFBIG\)$/m)]);
    expect(names('output/full')).toEqual(['full.pdf', 'report.json']);
    expect(sha256(join(folder, 'output/full/full.pdf'))).toBe(before);
  });

  test('standard output that cannot be written: 3; a reader that went away: as if it had stayed', () => {
    const path = twoPages('stdout');
    expect(banmian(['check', path, '--json'], { cwd: folder, behind: '> /dev/full' }).exitCode).toBe(3);
    const gone = banmian(['check', path, '--json'], { cwd: folder, behind: '> >(true)' });
    expect([gone.exitCode, gone.err]).toEqual([0, expect.not.stringContaining('EPIPE')]);
  });

  test('-o that is a file: 3', () => {
    writeFileSync(join(folder, 'a-file'), '');
    const { exitCode, err } = run('build', twoPages('no-folder'), '-o', 'a-file');
    expect([exitCode, err]).toEqual([3, expect.stringMatching(/a-file.*\(ENOTDIR\)/)]);
  });
});

describe('language', () => {
  test.each([
    [{ LANG: 'en_US.UTF-8' }, [], 'there is no page 9'],
    [{ LANG: 'C' }, [], '没有这一版：9'],
    [{}, [], '没有这一版：9'],
    [{ LANG: 'en_US.UTF-8' }, ['--lang', 'zh'], '没有这一版：9'],
  ])('%j %j', (env, options, said) => {
    const path = twoPages('speaks');
    expect(banmian(['check', path, '--page', '9', ...options], { cwd: folder, env }).err).toContain(said);
  });
});

describe('fit', () => {
  const fitted = (input: string, ...argv: string[]): Run =>
    banmian(['fit', '-', '--measure', '5', ...argv], { cwd: folder, input });

  test('lines with their numbers, then how many, and how many characters', () => {
    expect(fitted('春夏秋冬春夏秋冬\n园区\n')).toEqual({
      exitCode: 0,
      out: 'profile: gb (from the default)\n1  　　春夏秋\n2  冬春夏秋冬\n3  　　园区\n3 lines, 10 characters (measure 5, gb)\n',
      err: '',
    });
  });

  test('--explain: below each line its widths, and why it ends', () => {
    expect(fitted('春夏秋冬，春夏秋冬\n', '--indent', '0', '--explain').out).toBe(
      [
        'profile: gb (from the default)',
        '1  春夏秋冬，',
        '     natural width 4.5 of 5 em; gaps: 4 stretched by 0.125 em each; nothing more has room; cost 205; "冬，" in the next line: cost 15479; "春" in this one: 0.5 em too much',
        '2  春夏秋冬',
        '     natural width 4 of 5 em; the paragraph ends',
        '2 lines, 9 characters (measure 5, gb)',
        '',
      ].join('\n'),
    );
    const json = ['--indent', '0', '--json'];
    expect(fitted('春夏，秋冬\n', ...json, '--explain').out).toBe(fitted('春夏，秋冬\n', ...json).out);
  });

  test('--json: one object, exit code 1 included', () => {
    const { exitCode, out, err } = fitted('春\u{2A6D6}\u200b\n', '--json', '--indent', '0');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/^-:1:2: error\[no-glyph\]: /);
    expect(JSON.parse(out)).toEqual({
      measure: 5,
      profile: 'gb',
      characters: 2,
      lines: [{ paragraph: 0, text: '春\u{2A6D6}', width: 2, last: true, adjust: [] }],
      dropped: 1,
      diagnostics: [expect.objectContaining({ code: 'no-glyph', file: '-', line: 1, column: 2 })],
    });
  });

  test('an article by its name, a file that is not there, an indent as wide as the measure', () => {
    const path = twoPages('fitted');
    const article = banmian(['fit', join(path, 'articles/five.md'), '--measure', '20'], { cwd: folder });
    expect([article.exitCode, article.out]).toEqual([0, expect.stringContaining('春风送暖，捷报频传。')]);
    expect(run('fit', 'nowhere.txt', '--measure', '20')).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('error[missing-file]'),
    });
    expect(fitted('春', '--indent', '5')).toMatchObject({ exitCode: 2, out: '' });
  });
});

describe('batch', () => {
  function issues(name: string): string {
    for (const each of ['a', 'b', 'c']) twoPages(`${name}/${each}`);
    const broken = join(folder, name, 'b', 'articles', 'five.md');
    writeFileSync(broken, ARTICLE.replace('byline', 'bylime'));
    return join(folder, name);
  }

  test('a line for each issue; failures named at the end stop nothing; exit code 1', () => {
    issues('many');
    const { exitCode, out, err } = run('batch', 'many/*', 'nowhere', '-o', 'many-out', '--jobs', '2');
    expect([exitCode, out]).toEqual([1, '4 issues: 2 built, 2 failed\n']);
    expect(names('many-out/a')).toEqual(['a.pdf', 'report.json']);
    expect(names('many-out/b')).toEqual(['report.failed.json']);
    expect(names('many-out/c')).toEqual(['c.pdf', 'report.json']);
    const [lines, failures] = err.split('2 not built:\n');
    expect(
      lines!
        .trimEnd()
        .split('\n')
        .sort((x, y) => (x.slice(6) < y.slice(6) ? -1 : 1)),
    ).toEqual([
      expect.stringMatching(/^\[\d\/4\] many\/a {2}2 pages, 2 warnings, \d+\.\d\d s$/),
      expect.stringMatching(/^\[\d\/4\] many\/b {2}1 error, /),
      expect.stringMatching(/^\[\d\/4\] many\/c {2}2 pages, /),
      expect.stringMatching(/^\[\d\/4\] nowhere {2}1 error, /),
    ]);
    expect(failures).toMatch(
      /^many\/b\n {2}articles\/five\.md:3:1: error\[unknown-field\]: [\s\S]*\nnowhere\n/,
    );
  });

  test('--json: one object, an entry for each issue in the order of the arguments', () => {
    const path = issues('json');
    const { exitCode, out } = banmian(['batch', 'c', 'b', '-o', 'out', '--json'], { cwd: path });
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      ok: false,
      built: 1,
      failed: 1,
      issues: [
        { path: 'c', fault: null, report: { ok: true, issue: 'c' } },
        { path: 'b', fault: null, report: { ok: false, issue: 'b' } },
      ],
    });
  });

  test('issues of the same id are told, both, for they write over each other', () => {
    twoPages('twins/one/2020-04-08');
    twoPages('twins/two/2020-04-08');
    const { exitCode, err } = run('batch', 'twins', '-o', 'twins-out');
    expect(exitCode).toBe(1);
    expect(err).toContain(
      'twins/one/2020-04-08: written to twins-out/2020-04-08 as twins/two/2020-04-08 too',
    );
    expect(err).toContain(
      'twins/two/2020-04-08: written to twins-out/2020-04-08 as twins/one/2020-04-08 too',
    );
  });

  test('what batch writes is what build writes', () => {
    const path = issues('same');
    run('batch', path, '-o', 'same-batch');
    run('build', join(path, 'c'), '-o', 'same-build');
    for (const file of ['c/c.pdf', 'c/report.json']) {
      expect(sha256(join(folder, 'same-batch', file))).toBe(sha256(join(folder, 'same-build', file)));
    }
  });
});
