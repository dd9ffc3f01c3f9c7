/** Heads as an editor parts them, and names under `keep:` → what stage ① makes of them. */

import { expect, test } from 'vitest';
import type { RichProse } from '../../../src/content/issue.ts';
import { ISSUE_YAML, issueFiles, readWritten } from '../../support/written-issue.ts';
import { article, withFields } from './texts.ts';

/** The text with a bar where a row ends. */
function rows({ text, rowEnds }: RichProse): string {
  return [0, ...rowEnds].map((from, k) => text.slice(from, rowEnds[k] ?? text.length)).join('|');
}

const headline = (...lines: string[]): string => rows(article(withFields(...lines)).article.headline!);

test.each([
  ['headline: 三十年||守着一座水库', '三十年|守着一座水库'],
  ['headline: 三十年 ｜｜ 守着一座水库', '三十年|守着一座水库'],
  ["headline: '甲||乙||丙'", '甲|乙|丙'],
  ['headline: 甲||[乙||丙]{着重}', '甲|乙|丙'],
  ["headline: '||甲||'", '甲'],
])('two bars end a row: %s', (field, expected) => {
  expect(headline(field)).toBe(expected);
});

test.each(['人物｜张三', '人物|张三', '水位/库容', '北京／上海', '甲//乙'])('text stays text: %s', (text) => {
  const { article: read } = article(withFields(`headline: ${text}`), false);
  expect(read.headline).toMatchObject({ text, rowEnds: [] });
});

test('a line each in a block of lines', () => {
  expect(headline('headline: |', '  三十年', '  守着一座水库')).toBe('三十年|守着一座水库');
  expect(headline('headline: |-', '  甲', '', '  乙  ', '  丙')).toBe('甲|乙|丙');
});

test('but not in a folded one, nor where a line was too long to type', () => {
  expect(headline('headline: >', '  三十年', '  守着一座水库')).toBe('三十年守着一座水库');
  expect(headline('headline: 三十年', '  守着一座水库')).toBe('三十年守着一座水库');
});

test('kicker, deck and subheads alike; other texts keep their bars', () => {
  const { article: read } = article(
    [
      '---',
      'kicker: 甲||乙',
      'deck: 甲||乙',
      'summary: 甲||乙',
      'byline: 甲||乙',
      '---',
      '## 甲 || 乙',
      '',
      '文||文',
    ].join('\n'),
  );
  expect([read.kicker!, read.deck!, read.summary!, read.byline!].map(rows)).toEqual([
    '甲|乙',
    '甲|乙',
    '甲||乙',
    '甲||乙',
  ]);
  expect(read.body.map(({ prose }) => rows(prose))).toEqual(['甲|乙', '文||文']);
});

test('places in the file stay right', () => {
  const source = withFields('headline: 甲 || 乙丙');
  const { text, map } = article(source).article.headline!;
  expect(text).toBe('甲乙丙');
  expect(map.runs.map(({ start }) => source[start])).toEqual(['甲', '乙']);
});

const issueWith = (lines: string) => readWritten(issueFiles({ 'issue.yaml': `${ISSUE_YAML}${lines}` }));

test('names kept: normalised as the texts are, none twice', () => {
  const { issue, diagnostics } = issueWith('keep:\n  - 天能集团(濮阳)\n  - 周建民\n  - 周建民\n');
  expect(diagnostics).toEqual([]);
  expect(issue!.keep).toEqual({ names: ['天能集团（濮阳）', '周建民'], inBody: false });
  expect(issueWith('').issue!.keep).toEqual({ names: [], inBody: false });
  expect(issueWith('不拆: [周建民]\n正文不拆: 开\n').issue!.keep).toEqual({
    names: ['周建民'],
    inBody: true,
  });
});

test('a field written nearly right is named', () => {
  const said = (lines: string): string =>
    issueWith(lines)
      .diagnostics.flatMap(({ message, hints }) => [message.zh, ...hints.map(({ zh }) => zh)])
      .join('\n');
  expect(said('keeps:\n  - 周建民\n')).toMatch(/没有“keeps”这个字段[\s\S]*“keep”/);
  expect(said('keep: 周建民\n')).toContain('这里应是列表');
});
