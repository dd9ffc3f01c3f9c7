/** Bracketed spans, `[…]{…}`: what they mark, what stays text, what is an error at its place. */

import { describe, expect, test } from 'vitest';
import type { MarkedRange } from '../../../src/content/issue.ts';
import { SPAN_NAMES, SPAN_WORDS } from '../../../src/content/span-words.ts';
import { offsetInFile } from '../../../src/source-map.ts';
import { article, withFields } from './texts.ts';

const prose = (text: string, normalized = false) => article(text, normalized).article.body[0]!.prose;
const faults = (text: string): readonly string[] => article(text, false).faults;

/** `mark: characters`, with the value behind it. */
function shown({ text, marks }: { text: string; marks: readonly MarkedRange[] }): readonly string[] {
  return marks.map((range) => {
    const value =
      range.mark === 'ruby' ? `=${range.reading.text}` : range.mark === 'spread' ? `=${range.width}` : '';
    return `${range.mark}${value}: ${text.slice(range.start, range.end)}`;
  });
}

describe('every word marks its characters and is gone from the text', () => {
  test.each([
    ['甲[重点]{着重}乙', '甲重点乙', ['dots: 重点']],
    ['[李白]{专名}与[杜甫]{专名}', '李白与杜甫', ['name: 李白', 'name: 杜甫']],
    ['[北京]{专名}[上海]{专名}', '北京上海', ['name: 北京', 'name: 上海']],
    ['[红楼梦]{书名}', '红楼梦', ['title: 红楼梦']],
    ['[文字]{下划线}', '文字', ['underline: 文字']],
    ['[汉字]{注音=hàn zì}', '汉字', ['ruby=hàn zì: 汉字']],
    ['[汉字]{注音 = ㄏㄢˋ ㄗˋ }', '汉字', ['ruby=ㄏㄢˋ ㄗˋ: 汉字']],
    ['园区[①]{注}', '园区①', ['note: ①']],
    ['[李明]{均排=3}、[王小强]{均排＝3}', '李明、王小强', ['spread=3: 李明', 'spread=3: 王小强']],
    ['[文字]{反白}', '文字', ['reverse: 文字']],
  ])('%j', (written, text, marks) => {
    const read = prose(written);
    expect(read.text).toBe(text);
    expect(shown(read)).toEqual(marks);
    expect(faults(written)).toEqual([]);
  });

  test.each(SPAN_WORDS.map(({ names, mark, value }) => [names[1], mark, value] as const))(
    '%s is its English name',
    (name, mark, value) => {
      const braces = value === 'none' ? name : `${name}=${value === 'width' ? '3' : 'zhong'}`;
      expect(prose(`[重点]{${braces}}`).marks).toMatchObject([{ start: 0, end: 2, mark }]);
    },
  );
});

describe('spans and other mark-up', () => {
  test.each([
    ['[见[论语]{书名}首章]{着重}', '见论语首章', ['dots: 见论语首章', 'title: 论语']],
    ['[甲**乙**丙]{着重}', '甲乙丙', ['dots: 甲乙丙', 'strong: 乙']],
    ['**[甲]{专名}乙**', '甲乙', ['strong: 甲乙', 'name: 甲']],
    ['[**甲**]{着重}**乙**', '甲乙', ['strong: 甲乙', 'dots: 甲']],
    ['**甲[乙**丙]{着重}', '甲乙丙', ['strong: 甲', 'dots: 乙丙', 'strong: 乙']],
    ['**[甲**乙]{着重}', '甲乙', ['dots: 甲乙', 'strong: 甲']],
    ['[见[1]条]{着重}', '见[1]条', ['dots: 见[1]条']],
    ['> [甲]{着重}', '甲', ['dots: 甲']],
    ['- [甲]{着重}', '甲', ['dots: 甲']],
    ['## [甲]{着重}\n\n乙', '甲', ['dots: 甲']],
    ['[甲\n乙]{着重}', '甲乙', ['dots: 甲乙']],
    ['好![甲]{着重}', '好!甲', ['dots: 甲']],
  ])('%j', (written, text, marks) => {
    expect(shown(prose(written))).toEqual(marks);
    expect(prose(written).text).toBe(text);
    expect(faults(written)).toEqual([]);
  });

  test('are read before marks are normalised, so that brackets of text alone become full-width', () => {
    const read = prose('[李白]{专名},"[诗仙]{着重}"[注]。', true);
    expect(read.text).toBe('李白，“诗仙”［注］。');
    expect(shown(read)).toEqual(['name: 李白', 'dots: 诗仙']);
  });

  test('every character, and every one of a reading, leads back to its own place', () => {
    const text = '甲[汉字]{注音=hàn zì}乙';
    const { map, marks } = prose(text);
    expect([0, 1, 2, 3].map((at) => text[offsetInFile(map, at)])).toEqual([...'甲汉字乙']);
    const [range] = marks;
    if (range?.mark !== 'ruby') throw new Error('no reading');
    const { reading } = range;
    expect([...reading.text].map((_, at) => text[offsetInFile(reading.map, at)])).toEqual([...reading.text]);
  });
});

describe('one-line fields take spans as the body does', () => {
  test.each(['kicker', 'headline', 'deck', 'summary', 'byline', 'dateline', 'signoff'] as const)(
    '%s',
    (field) => {
      const { article: read, faults: found } = article(withFields(`${field}: 记者 [李明]{均排=3}`));
      expect(found).toEqual([]);
      expect(read[field]?.text).toBe('记者 李明');
      expect(shown(read[field]!)).toEqual(['spread=3: 李明']);
    },
  );

  test('captions and credits too', () => {
    const lines = ['photos:', '  - file: a.jpg', '    caption: 图为[李白]{专名}', '    credit: 李[明]{着重}'];
    const [photo] = article(withFields(...lines)).article.photos;
    expect(shown(photo!.caption!)).toEqual(['name: 李白']);
    expect(shown(photo!.credit!)).toEqual(['dots: 明']);
  });

  test('stars are text in them', () => {
    expect(article(withFields('headline: 甲**乙**')).article.headline).toMatchObject({
      text: '甲**乙**',
      marks: [],
    });
  });

  test('a value that begins with a bracket is quoted; without quotes YAML is told of by name', () => {
    expect(article(withFields("headline: '[重点]{着重}工作'")).article.headline?.text).toBe('重点工作');
    expect(article(withFields('headline: [重点]{着重}工作')).faults).not.toEqual([]);
  });
});

test.each([
  '见[1]和[2]。',
  '[甲](乙){丙}',
  '[甲] {着重}',
  '甲]乙[丙',
  '{着重}',
  '[甲]{乙',
  '[甲]{',
  '集合{1,2}',
  '［甲］｛乙｝',
])('%j is text', (text) => {
  expect(faults(text)).toEqual([]);
  expect(prose(text)).toMatchObject({ text, marks: [] });
});

describe('what is not well formed is an error at its place, with the cure', () => {
  test.each([
    ['甲[乙]{着中}', 'unknown-span: {着中}'],
    ['甲[乙]{}', 'unknown-span: {}'],
    ['甲[乙]{粗体=3}', 'unknown-span: {粗体=3}'],
    ['甲[乙]{着重=3}', 'bad-span: {着重=3}'],
    ['甲[乙]{注音}', 'bad-span: {注音}'],
    ['甲[乙]{注音= }', 'bad-span: {注音= }'],
    ['甲[乙]{均排}', 'bad-span: {均排}'],
    ['甲[乙]{均排=0}', 'bad-span: {均排=0}'],
    ['甲[乙]{均排=三}', 'bad-span: {均排=三}'],
    ['甲[乙]{均排=100}', 'bad-span: {均排=100}'],
    ['甲乙]{着重}丙', 'unopened-span: ]{着重}'],
    ['甲[乙]{着重丙', 'unclosed-span: ]{着重丙'],
    ['甲[]{着重}', 'empty-span: []{着重}'],
    ['[甲[乙]{着重}]{着重}', 'nested-span: [乙]{着重}'],
    ['甲[乙]｛着重｝', 'full-width-span: ]｛着重｝'],
    ['甲［乙］{着重}', 'full-width-span: ］{着重}'],
  ])('%j', (text, expected) => {
    expect(faults(text)).toEqual([expected]);
    const [diagnostic] = article(text).diagnostics;
    expect(diagnostic!.severity).toBe('error');
    expect(diagnostic!.message.zh).not.toBe(diagnostic!.message.en);
  });

  test('a misspelt word is met with the one that was meant', () => {
    const hints = (text: string): readonly string[] =>
      article(text).diagnostics[0]!.hints.map(({ zh }) => zh);
    expect(hints('[乙]{emphasis-dot}')[0]).toBe('是不是“emphasis-dots”？');
    expect(hints('[乙]{专有名}')[1] ?? hints('[乙]{专有名}')[0]).toContain('专名');
  });

  test('a paragraph of brackets by the thousand is read at once', () => {
    expect(faults('['.repeat(9000))).toEqual([]);
    expect(faults('[甲]{着重}'.repeat(2000))).toEqual([]);
    expect(faults(`${'['.repeat(300)}甲${']{着重}'.repeat(300)}`).length).toBe(299);
  });
});

test('no word is named twice', () => {
  expect(new Set(SPAN_NAMES).size).toBe(SPAN_NAMES.length);
});
