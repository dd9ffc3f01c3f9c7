import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HOUSE_FIELDS } from '../../../src/content/house-fields.ts';
import { readIssue } from '../../../src/content/index.ts';
import { diskWorld } from '../../../src/disk-world.ts';
import { OWN_FOLDERS } from '../../../src/own-folders.ts';
import type { World } from '../../../src/world.ts';
import { memoryWorld } from '../../support/memory-world.ts';

const { templates, fonts, root } = OWN_FOLDERS;

type Files = Readonly<Record<string, string>>;

function worldOf(files: Files): World {
  const memory = memoryWorld(files);
  const disk = diskWorld();
  const of = (path: string): World => (path.startsWith(root) ? disk : memory);
  return {
    ...memory,
    read: (path, limit) => of(path).read(path, limit),
    readOwn: (path) => of(path).readOwn(path),
    parts: (path) => of(path).parts(path),
    realPath: (path) => of(path).realPath(path),
    list: (path) => of(path).list(path),
  };
}

const article = (headline: string, priority = 0): string =>
  `---\nheadline: ${headline}\npriority: ${priority}\n---\n正文。\n`;

/** A page of each article, 01 up; the first begins with these blocks. */
function issueOf(blocks: string, articles: Files, more = ''): Files {
  const pages = Object.keys(articles).map((path, index) => {
    const own = index === 0 ? blocks : '';
    return `  - label: "0${index + 1}"\n    template: inside\n    blocks:\n${own}      - article: ${path}\n        columns: 1\n        lines: 5-9\n`;
  });
  const files = Object.entries(articles).map(([path, text]) => [`paper/day/${path}`, text] as const);
  return {
    'paper/day/issue.yaml': `date: 2026-03-12\ntheme: daily\n${more}pages:\n${pages.join('')}`,
    ...Object.fromEntries(files),
  };
}

const ONE = issueOf('', { 'a.md': article('春耕') });

function read(files: Files, pages: readonly string[] = []) {
  const world = worldOf(files);
  return readIssue(world, 'paper/day', { templates, fonts, userFonts: [], pages });
}

const numberIn = (files: Files) => read(files).issue?.number?.text ?? null;
const codes = (files: Files) => read(files).diagnostics.map(({ code }) => code);

describe('house.yaml', () => {
  test('without it an issue is read as ever, and has no licence', () => {
    const { issue } = read(ONE);
    expect(issue?.house).toMatchObject({ licence: null, phones: [], staff: [], file: null });
  });

  test('is read from the folder above, by Chinese names too, each text with its way back', () => {
    const text = '报名: 青汀日报\n许可: cn\n社址: 书院路18号\n电话:\n  - 总编室 0500-8260300\n';
    const { issue, above, sources } = read({ ...ONE, 'paper/house.yaml': text });
    const { house, paper } = issue!;
    expect(house.licence).toBe('cn');
    expect(house.phones.map((phone) => phone.text)).toEqual(['总编室 0500-8260300']);
    expect(paper!.text).toBe('青汀日报');
    const { map } = house.facts.address!;
    expect(map.file).toBe('../house.yaml');
    expect(sources.get(map.file)!.slice(map.runs[0]!.start, map.end)).toBe('书院路18号');
    expect(above).toBe('paper/day/..');
  });

  test('one in the issue’s own folder comes first', () => {
    const files = { ...ONE, 'paper/house.yaml': 'name: 上面\n', 'paper/day/house.yaml': 'name: 本期\n' };
    expect(read(files).issue?.house.facts.name?.text).toBe('本期');
    expect(read(files).above).toBeNull();
  });

  test('what issue.yaml says of a printing comes before it', () => {
    const more = '印数: 300份\n';
    const files = { ...issueOf('', { 'a.md': article('春耕') }, more), 'paper/house.yaml': '印数: 2600份\n' };
    expect(read(files).issue?.house.facts['print-run']?.text).toBe('300份');
  });

  test('a field it does not have is an error with its place', () => {
    const { diagnostics } = read({ ...ONE, 'paper/house.yaml': '报铭: 青汀日报\n' });
    expect(diagnostics[0]).toMatchObject({ code: 'unknown-field', span: { file: '../house.yaml' } });
  });
});

describe('the number of the issue', () => {
  const counted = (days: string) =>
    `counted:\n  date: 2026-03-02\n  number: 100\n${days === '' ? '' : `  days: ${days}\n`}`;

  test('is as issue.yaml gives it: digits are worded, words stay', () => {
    const given = (number: string) => issueOf('', { 'a.md': article('春') }, `number: ${number}\n`);
    expect(numberIn(given('6521'))).toBe('第6521期');
    expect(numberIn(given('2026年第3期（总第128期）'))).toBe('2026年第3期（总第128期）');
  });

  test.each([
    ['', '第110期'],
    ['一二三四五', '第108期'],
    ['一、四', '第103期'],
    ['四', '第102期'],
  ])('is counted from 100 on Monday the 2nd to Thursday the 12th, on days “%s”: %s', (days, number) => {
    expect(numberIn({ ...ONE, 'paper/house.yaml': counted(days) })).toBe(number);
  });

  test('counted from a later issue it goes back', () => {
    const later = 'counted:\n  date: 2026-03-16\n  number: 110\n  days: 一四\n';
    expect(numberIn({ ...ONE, 'paper/house.yaml': later })).toBe('第109期');
  });

  test('days that are none, and a count from half an issue, are errors', () => {
    expect(codes({ ...ONE, 'paper/house.yaml': counted('每天') })).toEqual(['no-weekdays']);
    expect(codes({ ...ONE, 'paper/house.yaml': 'counted:\n  number: 100\n' })).toEqual([
      'counted-from-nothing',
    ]);
  });
});

describe('the staff of a page', () => {
  test('stands for those of the same role in house.yaml, in their place', () => {
    const house = 'staff:\n  - 责任编辑 周明\n  - 版式 李晓\n';
    const files = issueOf('', { 'a.md': article('春') });
    const own = files['paper/day/issue.yaml']!.replace(
      '    template: inside\n',
      '    template: inside\n    staff:\n      - 责任编辑 沈知秋\n      - 校对 吴汀\n',
    );
    const { issue } = read({ ...files, 'paper/day/issue.yaml': own, 'paper/house.yaml': house });
    const staff = issue!.pages[0]!.staff.map(({ text }) => text);
    expect(staff).toEqual(['责任编辑 沈知秋', '版式 李晓', '校对 吴汀']);
  });
});

describe('an index', () => {
  const INDEX = '      - kind: index\n        columns: 8\n        lines: 5-20\n';
  const FOUR = {
    'a.md': article('头条', 99),
    'b.md': article('二版', 1),
    'c.md': article('三版', 3),
    'd.md': article('四版', 2),
  };
  const itemsIn = (files: Files, pages: readonly string[] = []) =>
    read(files, pages).issue?.pages[0]?.blocks[0]?.index.map(
      ({ title, page }) => `${page.text} ${title.text}`,
    );

  test('lists the heads of other pages, in their order, if nothing is said', () => {
    expect(itemsIn(issueOf(INDEX, FOUR))).toEqual(['02版 二版', '03版 三版', '04版 四版']);
  });

  test('is the same when its page is built alone', () => {
    expect(itemsIn(issueOf(INDEX, FOUR), ['01'])).toEqual(['02版 二版', '03版 三版', '04版 四版']);
  });

  test('lists five, the weightiest', () => {
    const six = Object.fromEntries(
      [0, 6, 1, 5, 2, 4, 3].map((priority, index) => [`${index}.md`, article(`稿${priority}`, priority)]),
    );
    expect(itemsIn(issueOf(INDEX, six))).toEqual([
      '02版 稿6',
      '04版 稿5',
      '05版 稿2',
      '06版 稿4',
      '07版 稿3',
    ]);
  });

  test('lists what its editor lists, by path or id, in words of the editor’s own', () => {
    const listed = `${INDEX}        index:\n          - article: d.md\n          - {article: b, title: 另说}\n`;
    expect(itemsIn(issueOf(listed, FOUR))).toEqual(['04版 四版', '02版 另说']);
  });

  test('of an article on no page is an error at its name', () => {
    const listed = `${INDEX}        index:\n          - article: bb.md\n`;
    const { diagnostics } = read(issueOf(listed, FOUR));
    expect(diagnostics).toMatchObject([{ code: 'index-of-nothing', span: { file: 'issue.yaml' } }]);
  });

  test('of an article without a headline is one, unless it is given a title', () => {
    const bare = { ...FOUR, 'd.md': '正文。\n' };
    const listed = (title: string) => `${INDEX}        index:\n          - article: d.md\n${title}`;
    expect(codes(issueOf(listed(''), bare))).toEqual(['index-without-title']);
    expect(itemsIn(issueOf(listed('            title: 诗\n'), bare))).toEqual(['04版 诗']);
  });
});

describe.each(['house.md', 'house.zh-CN.md'])('docs/%s', (name) => {
  const guide = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

  test('names every field of house.yaml, in both languages', () => {
    for (const [field, { aliases }] of Object.entries(HOUSE_FIELDS)) {
      expect(guide).toContain(`\`${field}\``);
      expect((aliases as readonly string[]).some((alias) => guide.includes(alias))).toBe(true);
    }
  });

  test('shows a house.yaml that is read without a fault', () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(guide)![1]!;
    expect(codes({ ...ONE, 'paper/house.yaml': example })).toEqual([]);
  });
});
