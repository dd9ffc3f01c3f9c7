import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { errorAt, message } from '../../src/diagnostics.ts';
import { namePdfs, reportFile, reportOf } from '../../src/report.ts';
import { ARTICLE, bytesOf, compiled } from '../support/compiled.ts';
import { line, made } from '../support/made.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a good build: every field of the contract', () => {
  const build = compiled({ normalized: { comma: 2 } });
  const { timings, ...report } = reportOf(build, namePdfs(build), 'zh');
  expect(timings).toEqual(build.timings);
  expect(report).toEqual({
    version: 1,
    engine: expect.stringMatching(/^banmian \d+\.\d+\.\d+$/),
    issue: 'spring',
    ok: true,
    inputs: [{ file: 'issue.yaml', sha256: sha256('date: 2020-04-08\n') }],
    outputs: [{ target: 'screen', file: 'spring.pdf', bytes: 4, sha256: sha256('%PDF'), pages: 1 }],
    pages: [
      {
        label: '05',
        stories: [
          {
            id: 'a',
            part: 0,
            parts: 1,
            columns: 1,
            lines: 1,
            characters: 1,
            overset: { lines: 0, characters: 0 },
            short: { lines: 0, characters: 0 },
            head: { size: 36, tracking: 0, rows: ['春风', '送暖'] },
            steps: [],
            share: null,
          },
        ],
        banners: [],
      },
    ],
    diagnostics: [],
    silenced: [],
    form: [],
    normalized: { comma: 2 },
  });
});

test('diagnostics: sorted, in the language asked for, with line and column', () => {
  const at = (start: number): ReturnType<typeof errorAt> =>
    errorAt(
      { file: 'articles/a.md', start, end: start + 1 },
      'no-glyph',
      message('没有这个字', 'no such character'),
      message('换一个', 'Use another.'),
    );
  const nowhere = errorAt(null, 'no-issue', message('没有', 'nothing'));
  const build = compiled({ diagnostics: [at(ARTICLE.indexOf('风')), at(4), nowhere], made: null, pdfs: [] });
  const report = reportOf(build, [], 'en');
  expect(report.ok).toBe(false);
  expect(report.diagnostics).toEqual([
    {
      severity: 'error',
      code: 'no-issue',
      message: 'nothing',
      file: null,
      line: null,
      column: null,
      hints: [],
    },
    expect.objectContaining({ file: 'articles/a.md', line: 2, column: 1 }),
    expect.objectContaining({ line: 4, column: 2, message: 'no such character', hints: ['Use another.'] }),
  ]);
  expect(reportOf(build, [], 'zh').diagnostics[2]!.message).toBe('没有这个字');
});

test('after an error in stages ① to ③ pages are empty, after one in ④ complete', () => {
  const fault = errorAt(null, 'x', message('', ''));
  expect(reportOf(compiled({ diagnostics: [fault], made: null }), [], 'en').pages).toEqual([]);
  const overset = { ...made([{ items: [line({ text: '春', x: 0, y: 0 })] }]) };
  const fits = overset.fits.map((fit) => ({ ...fit, overset: { lines: 3, characters: 37 } }));
  const report = reportOf(compiled({ diagnostics: [fault], made: { ...overset, fits }, pdfs: [] }), [], 'en');
  expect(report.pages[0]!.stories[0]!.overset).toEqual({ lines: 3, characters: 37 });
});

test('a warning alone does not spoil a build', () => {
  const warning = { ...errorAt(null, 'x', message('', '')), severity: 'warning' as const };
  expect(reportOf(compiled({ diagnostics: [warning] }), [], 'en').ok).toBe(true);
});

test('a head over several stories stands under its page with its group, and how it is set', () => {
  const pages = made([{ items: [line({ text: '春', x: 0, y: 0 })] }, { label: '06', items: [] }]);
  const head = { size: 49, tracking: 0.1, rows: ['水到田头', '人到田头'] };
  const banners = [{ page: '06', group: '春耕', head }];
  const report = reportOf(compiled({ made: { ...pages, banners } }), [], 'zh');
  expect(report.pages.map((page) => page.banners)).toEqual([[], [{ group: '春耕', head }]]);
});

test('report.json has no timings and does not change with them', () => {
  const build = compiled();
  const slower = compiled({ timings: { content: 99 } });
  const file = (one: typeof build): string => new TextDecoder().decode(reportFile(reportOf(one, [], 'zh')));
  expect(file(build)).toBe(file(slower));
  expect(JSON.parse(file(build))).not.toHaveProperty('timings');
  expect(file(build)).toMatch(/\}\n$/);
});

test('pages asked for one by one are named by their labels', () => {
  const pdfs = ['05', 'A/3'].map((label) => ({
    target: 'screen' as const,
    labels: [label],
    pieces: [bytesOf('')],
  }));
  expect(namePdfs(compiled({ single: true, pdfs })).map(({ name }) => name)).toEqual([
    'spring-05.pdf',
    'spring-A_3.pdf',
  ]);
});

test('the rules of form: each by its name, kept or broken, and where', () => {
  const rule = { rule: 'page-number', called: message('每版有版序', ''), weight: 1 };
  const broken = {
    ...rule,
    ok: false,
    where: '02',
    fault: errorAt(null, 'form-page-number', message('', '')),
  };
  const kept = { ...rule, rule: 'date', ok: true, where: null, fault: null };
  expect(reportOf(compiled({ form: [broken, kept] }), [], 'zh').form).toEqual([
    { rule: 'page-number', ok: false, where: '02' },
    { rule: 'date', ok: true, where: null },
  ]);
});
