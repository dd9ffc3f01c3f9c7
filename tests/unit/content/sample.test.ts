/** The sample issue holds every character of the page it was made from, in order, part by part. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { type IssueRead, readIssue } from '../../../src/content/index.ts';
import type { Article, Block } from '../../../src/content/issue.ts';
import { diskWorld } from '../../../src/disk-world.ts';
import { offsetInFile } from '../../../src/source-map.ts';
import { article as readText } from './texts.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const SAMPLE = path('assets/samples/gongye-yuanqu-2020-04-08');
const FILE = `${SAMPLE}/articles/four-firsts.md`;

/**
 * SHA-256 of the text as it was extracted from the page, without blanks and line ends and without its date,
 * which issue.yaml states in another form: 2,746 characters in the order section, first caption, body with
 * its bold runs in `**`, headline, byline, other captions.
 */
const EXTRACTED = '75ca4c6b1ce615b891fb9dbbffb2f3c77886e3affda7b53c80d3367e76563c0b';

/** A block with its bold runs as Markdown writes them. */
function marked({ prose }: Block): string {
  let text = prose.text;
  for (const { start, end } of [...prose.marks].reverse()) {
    text = `${text.slice(0, start)}**${text.slice(start, end)}**${text.slice(end)}`;
  }
  return text;
}

let read: IssueRead;
let article: Article;

beforeAll(() => {
  read = readIssue(diskWorld(), SAMPLE, {
    templates: path('templates'),
    fonts: path('fonts'),
    userFonts: [],
  });
  article = read.issue!.pages[0]!.articles[0]!;
});

describe('the sample', () => {
  test('has no fault', () => {
    expect(read.diagnostics).toEqual([]);
  });

  test('as typed, without its two corrections, is the extracted text to the character', () => {
    const typed = readText(readFileSync(FILE, 'utf8'), false).article;
    const captions = typed.photos.map(({ caption }) => caption!.text);
    const parts = [
      read.issue!.pages[0]!.section!.text,
      captions[0],
      ...typed.body.map(marked).map((text) => text.replace('“去年,按照', '去年,按照')),
      typed.headline!.text,
      typed.byline!.text.replace('文/图', '文图'),
      ...captions.slice(1),
    ];
    const text = parts.join('').replace(/\s/g, '');
    expect([...text].length).toBe(2746);
    expect(createHash('sha256').update(text).digest('hex')).toBe(EXTRACTED);
  });

  test('is joined into 12 paragraphs and 7 subheads', () => {
    const lengths = article.body.map(({ kind, prose }) => (kind === 'subhead' ? kind : prose.text.length));
    const s = 'subhead';
    // The third has the “ that was put in.
    const paragraphs = [10, 206, 227, s, 242, s, 184, 107, s, 344, s, 351, s, 201, s, 297, s, 189, 175];
    expect(lengths).toEqual(paragraphs);
    const subheads = article.body.filter(({ kind }) => kind === s);
    expect(subheads.map(({ prose }) => prose.text)).toEqual([
      '产业项目加快建设',
      '招商引资硕果累累',
      '配套功能大幅提升',
      '营商环境持续优化',
      '重点工作扎实有效',
      '政治统领不断强化',
      '干部队伍全面优化',
    ]);
  });

  test('keeps its bold runs', () => {
    const bold = article.body.flatMap(({ prose }) =>
      prose.marks.map(({ start, end, mark }) => `${mark} ${prose.text.slice(start, end)}`),
    );
    const first = 'strong 全市第一';
    expect(bold).toEqual(['strong 全市各县区工业经济发展第一', first, first, first]);
  });

  test('is set with full-width marks, numbers left alone', () => {
    expect(read.normalized).toEqual({
      'bracket-fullwidth': 2,
      'comma-fullwidth': 122,
      'question-fullwidth': 1,
      'semicolon-fullwidth': 6,
    });
    const text = article.body.map(({ prose }) => prose.text).join('');
    expect(text).not.toMatch(/[,;:?!()]/);
    for (const number of ['18.7%', '29.2亿', '4.3亿', '2.35亿']) expect(text).toContain(number);
    expect(article.photos[2]!.caption!.text).toBe('天能集团（濮阳）循环经济产业园智能化生产车间。');
  });
});

describe('the sample as an editor left it', () => {
  test('has the head, byline and corrections of an editor', () => {
    expect(article.headline!.text).toBe('四个『全市第一』的背后');
    expect(article.byline!.text).toBe('本报记者 李振涛 通讯员 张敬勇 吴峰 文/图');
    expect(article.corrections).toHaveLength(2);
    expect(read.issue).toMatchObject({
      id: 'gongye-yuanqu-2020-04-08',
      date: '2020-04-08',
      paper: { text: '园区新报' },
    });
    expect(read.issue!.pages[0]).toMatchObject({ label: { text: '05' }, template: 'feature', side: 'right' });
  });

  test('shows five photos of at least 1,800 px, each said to be an illustration', () => {
    expect(article.photos.map(({ file }) => file)).toEqual([
      'photos/1-park.jpg',
      'photos/2-tower.jpg',
      'photos/3-battery.jpg',
      'photos/4-tanks.jpg',
      'photos/5-pipes.jpg',
    ]);
    for (const { file, credit, alt } of article.photos) {
      expect(credit!.text).toBe('示意图');
      expect(alt!.length).toBeGreaterThan(15);
      expect(read.issue!.photos.get(file)!.width).toBeGreaterThanOrEqual(1800);
    }
    expect(article.photos.map(({ columns }) => columns)).toEqual([4, null, null, null, null]);
    expect(article.photos[0]!.place).toBe('top-right');
    expect(article.photos.every(({ lines }) => lines === null)).toBe(true);
  });

  test('leads every character back to its own place in the file', () => {
    const text = readFileSync(FILE, 'utf8');
    const half: Record<string, string> = { '，': ',', '；': ';', '？': '?', '（': '(', '）': ')' };
    const captions = article.photos.flatMap(({ caption, credit }) => [caption!, credit!]);
    for (const { text: set, map } of [
      article.headline!,
      article.byline!,
      ...captions,
      ...article.body.map((b) => b.prose),
    ]) {
      for (let at = 0; at < set.length; at++) {
        const typed = text[offsetInFile(map, at)]!;
        if (typed !== set[at]) expect(typed).toBe(half[set[at]!]);
      }
    }
  });
});
