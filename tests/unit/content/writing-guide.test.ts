/** docs/writing.md and its Chinese twin, what an author reads, against what stage ① makes of it. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ARTICLE_FIELDS } from '../../../src/content/fields.ts';
import { PHOTO_FIELDS } from '../../../src/content/photo-fields.ts';
import { SPAN_NAMES, SPAN_WORDS } from '../../../src/content/span-words.ts';
import { article, normalised } from './texts.ts';

const doc = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

const GUIDES = [
  ['writing.md', doc('writing.md')],
  ['writing.zh-CN.md', doc('writing.zh-CN.md')],
] as const;

/** Tables whose first cell is code: the codes of the first cell, and the second cell. */
function rows(guide: string): readonly (readonly [written: string, cell: string])[] {
  return guide.split('\n').flatMap((line) => {
    const [, first, second] = line.split(' | ').length > 1 ? line.split(/^\| | \| /) : [];
    return [...(first ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => [code!, second ?? ''] as const);
  });
}

describe.each(GUIDES)('%s', (_, guide) => {
  test('has an article at its head that is read without a fault', () => {
    const example = /```markdown\n([\s\S]*?)```/.exec(guide)![1]!;
    const { faults, article: read } = article(example);
    expect(faults).toEqual([]);
    expect(read.headline?.text).toBe('新园区今日开园');
    expect(read.byline?.marks.map(({ mark }) => mark)).toEqual(['spread', 'spread']);
    expect(read.body).toHaveLength(3);
  });

  test('shows every span, each marking what it says', () => {
    const spans = rows(guide).filter(([written]) => /\]\{.+\}$/.test(written) && !written.includes('词'));
    const shown = spans.filter(([written]) => written !== '[…]{word}');
    expect(new Set(shown.map(([, word]) => /`([^`]+)`/.exec(word)![1]))).toEqual(
      new Set(SPAN_WORDS.map(({ names }) => names[1])),
    );
    for (const [written, word] of shown) {
      const { faults, article: read } = article(written);
      expect(faults).toEqual([]);
      const spec = SPAN_WORDS.find(({ names }) => word.includes(`\`${names[1]}\``))!;
      expect(read.body[0]!.prose.marks).toMatchObject([{ mark: spec.mark }]);
    }
    for (const name of SPAN_NAMES) expect(guide).toContain(name);
  });

  test('names every field of an article and of a photo, in both languages', () => {
    for (const fields of [ARTICLE_FIELDS, PHOTO_FIELDS]) {
      for (const [name, { aliases }] of Object.entries(fields)) {
        expect(guide).toContain(`\`${name}\``);
        expect((aliases as readonly string[]).some((alias) => guide.includes(alias))).toBe(true);
      }
    }
  });

  test('what it calls text is text, what it calls an error is one', () => {
    for (const text of ['[甲]', '[甲](乙)', '[甲] {乙}', '｛乙｝']) {
      expect(guide).toContain(text);
      expect(article(text, false).faults).toEqual([]);
    }
    const [wrong] = /`\[甲\]\{[^`]+\}`/.exec(guide)!;
    expect(article(wrong.replaceAll('`', '')).faults[0]).toContain('unknown-span');
  });
});

test.each([
  ['甲,乙;丙:丁?戊!', '甲，乙；丙：丁？戊！'],
  ['共4.3亿,10:30开会', '共4.3亿，10:30开会'],
  ['甲"乙"\'丙\'', '甲“乙”‘丙’'],
  ['甲--乙', '甲——乙'],
  ['甲－－乙', '甲——乙'],
  ['甲...乙。。。', '甲……乙……'],
  ['甲~乙', '甲～乙'],
  ['甲・乙•丙‧丁', '甲·乙·丙·丁'],
  ['１２Ａ', '12A'],
  ['　　甲 乙', '甲乙'],
])('what the guides say of normalising holds: %s', (typed, set) => {
  expect(normalised(typed).text).toBe(set);
});
