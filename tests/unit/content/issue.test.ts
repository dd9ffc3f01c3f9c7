import { describe, expect, test } from 'vitest';
import type { IssueRead } from '../../../src/content/index.ts';
import { lineAndColumn } from '../../../src/diagnostics.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { tinyJpeg } from '../../support/tiny-images.ts';
import { ARTICLE, ISSUE_YAML, issueFiles, readWritten } from '../../support/written-issue.ts';

type Changes = Parameters<typeof issueFiles>[0];

/** `file:line:column code`, in order. */
function faults({ diagnostics, sources }: IssueRead): string[] {
  return diagnostics.map(({ span, code }) => {
    if (span === null) return code;
    const { line, column } = lineAndColumn(sources.get(span.file) ?? '', span.start);
    return `${span.file}:${line}:${column} ${code}`;
  });
}

const faultsOf = (changes: Changes): string[] => faults(readWritten(issueFiles(changes)));
const yaml = (from: string, to: string): Changes => ({ 'issue.yaml': ISSUE_YAML.replace(from, to) });

describe('an issue without a fault', () => {
  test('is read whole', () => {
    const { issue, diagnostics, id, labels, root } = readWritten(issueFiles());
    expect(diagnostics).toEqual([]);
    expect([id, labels, root]).toEqual(['2020-04-08', ['05'], 'work/2020-04-08']);
    expect(issue).toMatchObject({ id: '2020-04-08', date: '2020-04-08', paper: { text: '园区新报' } });
    expect(issue!.pages).toMatchObject([
      {
        label: { text: '05' },
        section: { text: '工业园区新闻' },
        template: 'feature',
        position: 1,
        side: 'right',
      },
    ]);
    expect(issue!.pages[0]!.articles).toMatchObject([
      { id: 'a', file: 'articles/a.md', headline: { text: '四个第一' }, photos: [{ file: 'photos/1.jpg' }] },
    ]);
    expect(issue!.photos.get('photos/1.jpg')).toMatchObject({ width: 1800, channels: 'rgb' });
    expect(issue!.normalized).toEqual({ 'comma-fullwidth': 1 });
    expect([...issue!.fonts.families.keys()]).toEqual(['宋']);
  });

  test('has its theme read whole', () => {
    const { theme } = readWritten(issueFiles()).issue!;
    expect(theme).toMatchObject({
      name: 'daily',
      hao: 'word',
      sheet: { file: 'templates/daily/styles.css' },
    });
    expect([...theme.pages.keys(), ...theme.partials.keys()]).toEqual(['feature', 'plain', 'body']);
    expect(theme.swatches.get('red')).toEqual({ rgb: [212, 24, 31], cmyk: [0, 100, 100, 0] });
  });

  test('is named by its folder or its issue.yaml, with or without a slash', () => {
    for (const path of ['work/2020-04-08/', 'work/2020-04-08/issue.yaml', './work/2020-04-08']) {
      expect(readWritten(issueFiles(), { path })).toMatchObject({ id: '2020-04-08', diagnostics: [] });
    }
  });

  test('takes its id from issue.yaml', () => {
    expect(readWritten(issueFiles(yaml('paper:', 'id: no-1\npaper:'))).issue?.id).toBe('no-1');
  });
});

describe('an issue', () => {
  test('may be written as the design writes it, with comments behind the values', () => {
    const text = `# issue.yaml
paper: 园区新报            # optional; the name in the masthead
date: 2020-04-08
theme: daily               # a folder under templates/, or a path
pages:
  - label: "05"            # 版序
    section: 工业园区新闻   # 版名
    template: feature      # templates/<theme>/pages/feature.hbs
    articles: [articles/a.md]
`;
    const { issue, diagnostics } = readWritten(issueFiles({ 'issue.yaml': text }));
    expect(diagnostics).toEqual([]);
    expect(issue!.paper!.text).toBe('园区新报');
  });

  test('may have its pages in files of their own', () => {
    const pages = { 'issue.yaml': '日期: 2020-04-08\n版式: daily\n版面: [pages/05.yaml]\n' };
    const page = {
      'pages/05.yaml': '版序: 05\n版名: 工业园区新闻\n模板: feature\n稿件:\n  - articles/a.md\n',
    };
    const { issue, diagnostics } = readWritten(issueFiles({ ...pages, ...page }));
    expect(diagnostics).toEqual([]);
    expect(issue!.pages[0]).toMatchObject({ label: { text: '05' }, span: { file: 'pages/05.yaml' } });
  });

  test('may have a theme of its own', () => {
    const theme = {
      'house/theme.yaml': 'hao: word\nswatches:\n  black: { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] }\n',
      'house/styles.css': '',
      'house/pages/feature.hbs': '',
    };
    for (const name of ['house', './house']) {
      const { issue, diagnostics } = readWritten(issueFiles({ ...yaml('daily', name), ...theme }));
      expect(diagnostics).toEqual([]);
      expect(issue!.theme).toMatchObject({ name: 'house', sheet: { file: 'house/styles.css' } });
    }
  });

  test('whose theme has no black is told so at its swatches', () => {
    const theme = {
      'house/theme.yaml': 'hao: word\nswatches: {}\n',
      'house/styles.css': '',
      'house/pages/feature.hbs': '',
    };
    const { diagnostics } = readWritten(issueFiles({ ...yaml('daily', 'house'), ...theme }));
    expect(diagnostics.map(({ code, span }) => `${span!.file} ${code}`)).toEqual([
      'house/theme.yaml no-black',
    ]);
  });

  test.each([
    ['05', 1, 'right'],
    ['A4', 1, 'left'],
    ['特刊', 1, 'right'],
    ['B12版', 1, 'left'],
  ])('has page %s on its side of the sheet', (label, _, side) => {
    const { issue } = readWritten(issueFiles(yaml('"05"', label)));
    expect(issue!.pages[0]).toMatchObject({ label: { text: label }, side });
  });

  test('is normalised unless it says no', () => {
    const { issue } = readWritten(issueFiles(yaml('paper:', 'normalize: off\npaper:')));
    expect(issue!.pages[0]!.articles[0]!.body[0]!.prose.text).toBe('春风送暖,捷报频传。');
    expect(issue!.normalized).toEqual({});
  });
});

describe('a fault of issue.yaml', () => {
  test.each<[string, Changes, string[]]>([
    ['is not there', { 'issue.yaml': null }, ['no-issue']],
    ['is empty', { 'issue.yaml': '' }, Array(3).fill('issue.yaml:1:1 missing-field')],
    ['is no YAML', yaml('paper: 园区新报', 'paper: "园区"新报'), ['issue.yaml:1:12 yaml-leading-quote']],
    ['has an unknown field', yaml('section', 'secton'), ['issue.yaml:6:5 unknown-field']],
    ['has no such day', yaml('2020-04-08', '2020-02-30'), ['issue.yaml:2:7 bad-date']],
    ['has a date of another form', yaml('2020-04-08', '2020年4月8日'), ['issue.yaml:2:7 bad-date']],
    ['has an unknown theme', yaml('daily', 'dayly'), ['issue.yaml:3:8 unknown-theme']],
    ['has an unknown template', yaml('feature', 'featrue'), ['issue.yaml:7:15 unknown-template']],
    [
      'has no pages',
      { 'issue.yaml': 'date: 2020-04-08\ntheme: daily\npages: []\n' },
      ['issue.yaml:3:8 no-pages'],
    ],

    [
      'is not UTF-8',
      { 'issue.yaml': Uint8Array.from([0x61, 0x3a, 0x20, 0xff]) },
      ['issue.yaml:1:4 not-utf-8'],
    ],
    ['is too large', { 'issue.yaml': `# ${'x'.repeat(5_000_000)}` }, ['text-too-large']],
  ])('%s', (_, changes, expected) => {
    expect(faultsOf(changes)).toEqual(expected);
    expect(readWritten(issueFiles(changes)).issue?.pages ?? []).toEqual([]);
  });

  test('a page in a file that is missing takes no other page with it', () => {
    const read = readWritten(issueFiles(yaml('pages:\n', 'pages:\n  - pages/05.yaml\n')));
    expect(faults(read)).toEqual(['issue.yaml:5:5 missing-file']);
    expect(read.issue!.pages).toMatchObject([{ label: { text: '05' }, position: 2 }]);
  });

  test('a date in another form is shown in the right one', () => {
    const { diagnostics } = readWritten(issueFiles(yaml('2020-04-08', '2020年4月8日')));
    expect(diagnostics[0]!.hints[0]!.zh).toContain('2020-04-08');
  });

  test('a leap day is a day', () => {
    expect(faultsOf(yaml('2020-04-08', '2020-02-29'))).toEqual([]);
    expect(faultsOf(yaml('2020-04-08', '2000-02-29'))).toEqual([]);
    expect(faultsOf(yaml('2020-04-08', '1900-02-29'))).toEqual(['issue.yaml:2:7 bad-date']);
  });

  test('a path that leads nowhere has no place to point at', () => {
    const { diagnostics, id } = readWritten(issueFiles(), { path: 'work/2020-04-09' });
    expect(diagnostics).toMatchObject([{ code: 'no-issue', span: null }]);
    expect(id).toBe('2020-04-09');
  });

  test('issue.yml gets a hint', () => {
    const { diagnostics } = readWritten(issueFiles({ 'issue.yaml': null, 'issue.yml': ISSUE_YAML }));
    expect(diagnostics[0]!.hints[0]!.zh).toBe('文件夹里有 issue.yml，请改名为 issue.yaml。');
  });
});

describe('a file that issue.yaml or an article names', () => {
  const photo = (file: string): Changes => ({ 'articles/a.md': ARTICLE.replace('photos/1.jpg', file) });
  const here = 'articles/a.md:4:11';
  const gbk = Uint8Array.from([0xc4, 0xe3, 0xba, 0xc3]);
  test.each<[string, Changes, string[]]>([
    ['an article that is missing', { 'articles/a.md': null }, ['issue.yaml:8:16 missing-file']],
    [
      'an article that is a folder',
      { 'articles/a.md': null, 'articles/a.md/x': '' },
      ['issue.yaml:8:16 not-a-file'],
    ],
    ['an article that is not UTF-8', { 'articles/a.md': gbk }, ['articles/a.md:1:1 not-utf-8']],
    [
      'an article that is too large',
      { 'articles/a.md': '文'.repeat(1_700_000) },
      ['issue.yaml:8:16 text-too-large'],
    ],
    ['a photo that is missing', { 'photos/1.jpg': null }, [`${here} missing-file`]],
    ['a photo that is a folder', photo('photos'), [`${here} not-a-file`]],
    ['a photo that is no image', { 'photos/1.jpg': 'GIF89a' }, [`${here} not-an-image`]],
    [
      'a photo that is cut short',
      { 'photos/1.jpg': tinyJpeg().subarray(0, 30) },
      [`${here} image-truncated`],
    ],
    ['a photo by an absolute path', photo('/etc/passwd'), [`${here} outside-folder`]],
    ['a photo out of the folder', photo('../other/1.jpg'), [`${here} outside-folder`]],
    [
      'a photo out of the folder on a winding way',
      photo('photos/../../other/1.jpg'),
      [`${here} outside-folder`],
    ],
    ['a photo on another disk', photo('C:/1.jpg'), [`${here} outside-folder`]],
    ['a photo behind a link', { 'photos/1.jpg': { link: 'elsewhere/1.jpg' } }, [`${here} outside-folder`]],
    ['a theme out of the folder', yaml('daily', '../daily'), ['issue.yaml:3:8 outside-folder']],
    ['fonts out of the folder', yaml('paper:', 'fonts: ../fonts\npaper:'), ['issue.yaml:1:8 outside-folder']],
  ])('%s', (_, changes, expected) => {
    const files = { ...issueFiles(changes), 'elsewhere/1.jpg': tinyJpeg(), 'work/other/1.jpg': tinyJpeg() };
    expect(faults(readWritten(files))).toEqual(expected);
  });

  test('may lie in the folder on a winding way, or behind a link within it', () => {
    expect(faultsOf(photo('./photos/../photos//1.jpg'))).toEqual([]);
    const link = { link: 'work/2020-04-08/real/1.jpg' };
    expect(faultsOf({ 'photos/1.jpg': link, 'real/1.jpg': tinyJpeg() })).toEqual([]);
  });

  test('that is misspelt gets a guess', () => {
    const { diagnostics } = readWritten(issueFiles(photo('photos/1.jpeg')));
    expect(diagnostics[0]!.hints[0]!.zh).toBe('是不是“1.jpg”？');
    const backslash = readWritten(issueFiles(photo('photos\\1.jpg')));
    expect(backslash.diagnostics[0]!.hints.map((h) => h.zh).join()).toContain('路径请用 /');
  });
});

describe('all faults of all files are found in one run', () => {
  const two = `${ISSUE_YAML}  - label: "06"
    template: plain
    articles: [articles/b.md, articles/c.md]
`;
  const broken = {
    'issue.yaml': two,
    'articles/a.md': '---\nheadlne: 甲\n---\n**乙',
    'articles/c.md': '# 甲',
  };

  test('in order of file and place', () => {
    expect(faultsOf(broken)).toEqual([
      'articles/a.md:2:1 unknown-field',
      'articles/a.md:4:1 unmatched-star',
      'articles/c.md:1:1 body-head-level',
      'issue.yaml:11:16 missing-file',
    ]);
  });

  test('and those of a page that nobody asked for stop none that was', () => {
    const files = issueFiles({ ...broken, 'articles/a.md': ARTICLE });
    const { issue, diagnostics, labels } = readWritten(files, { pages: ['05'] });
    expect(diagnostics).toEqual([]);
    expect(labels).toEqual(['05', '06']);
    expect(issue!.pages.map(({ label, position }) => [label.text, position])).toEqual([['05', 1]]);
    const fields = issueFiles({ 'issue.yaml': two.replace('template: plain', 'tmplate: plain') });
    expect(readWritten(fields, { pages: ['05'] })).toMatchObject({ diagnostics: [], issue: { pages: [{}] } });
  });
});

describe('what may stand in an issue once', () => {
  const second = (label: string, articles: string): string =>
    `${ISSUE_YAML}  - label: "${label}"\n    template: plain\n    articles: [${articles}]\n`;

  test('a page label, an article, an id', () => {
    const b = { 'articles/b.md': '乙', 'more/a.md': '丙' };
    expect(faultsOf({ ...b, 'issue.yaml': second('05', 'articles/b.md') })).toEqual([
      'issue.yaml:9:13 duplicate-label',
    ]);
    expect(faultsOf({ ...b, 'issue.yaml': second('06', 'articles/a.md') })).toEqual([
      'issue.yaml:11:16 duplicate-article',
    ]);
    expect(faultsOf({ ...b, 'issue.yaml': second('06', 'more/a.md') })).toEqual([
      'more/a.md:1:1 duplicate-id',
    ]);
    expect(faultsOf({ ...b, 'issue.yaml': second('06', 'articles/b.md') })).toEqual([]);
  });

  test('but a photo as often as it is wanted', () => {
    const changes = { 'articles/b.md': ARTICLE, 'issue.yaml': second('06', 'articles/b.md') };
    const { issue } = readWritten(issueFiles(changes));
    expect(issue!.photos.size).toBe(1);
  });
});

describe('limits', () => {
  const many = (count: number): Changes => ({ 'articles/a.md': '文\n\n'.repeat(count) });

  test('10,000 blocks a page are read, one more is not', () => {
    expect(faultsOf(many(10_000))).toEqual([]);
    const changes = {
      ...many(9_999),
      'articles/b.md': '文\n\n文',
      ...yaml('articles/a.md', 'articles/a.md, articles/b.md'),
    };
    expect(faultsOf(changes)).toEqual(['issue.yaml:5:5 too-many-blocks']);
    expect(faultsOf(many(10_001))).toEqual(['articles/a.md:20001:1 too-many-blocks']);
  });

  test('2 million characters an issue', () => {
    const articles = ['a', 'b', 'c'].map((name) => `articles/${name}.md`);
    const issue = { 'issue.yaml': ISSUE_YAML.replace('articles/a.md', articles.join(', ')) };
    // Blank lines are soon read.
    const text = (length: number): string => `文${'\n'.repeat(length)}`;
    const texts = (length: number): Changes => Object.fromEntries(articles.map((a) => [a, text(length)]));
    expect(faultsOf({ ...issue, ...texts(600_000) })).toEqual([]);
    expect(faultsOf({ ...issue, ...texts(700_000) })).toEqual(['issue.yaml:8:46 issue-too-long']);
  });
});

describe('what has nothing to print is an error, where the editor can mend it', () => {
  test('a page without an article', () => {
    expect(faultsOf(yaml('[articles/a.md]', '[]'))).toEqual(['issue.yaml:8:15 no-articles']);
  });

  test.each([
    ['of no byte', ''],
    ['of blank lines', '\n\u3000\u3000\n'],
    ['of fields that print nothing', '---\nid: 甲\n---\n'],
  ])('an article %s', (_, text) => {
    expect(faultsOf({ 'articles/a.md': text })).toEqual(['articles/a.md:1:1 empty-article']);
  });

  test.each([
    ['a headline', '---\nheadline: 甲\n---\n'],
    ['a photo', '---\nphotos:\n  - file: photos/1.jpg\n---\n'],
    ['a paragraph', '文'],
  ])('but not one with only %s', (_, text) => {
    expect(faultsOf({ 'articles/a.md': text })).toEqual([]);
  });

  test('nor is one called empty that could not be read', () => {
    expect(faultsOf({ 'articles/a.md': '---\nheadline: 甲\n' })).toEqual([
      'articles/a.md:1:1 front-matter-open',
    ]);
  });
});

test('a file that another page names is not offered for one that is missing', () => {
  const hints = (files: Changes): string[] =>
    readWritten(issueFiles(files)).diagnostics.flatMap(({ hints }) => hints.map(({ en }) => en));
  const missing = yaml('[articles/a.md]', '[articles/b2.md, ./articles/b.md]');
  expect(hints({ ...missing, 'articles/b.md': '文' })).toEqual(["Paths start at the issue's folder."]);
  expect(hints(yaml('articles/a.md', 'articles/a2.md'))).toEqual(['Did you mean "a.md"?']);
});

test('World keeps a list of all that was read', () => {
  const world = memoryWorld({ 'b.md': '乙', 'a.md': '甲' });
  world.read('b.md');
  world.read('a.md');
  world.read('c.md');
  expect(world.inputs().map(({ path }) => path)).toEqual(['a.md', 'b.md']);
});
