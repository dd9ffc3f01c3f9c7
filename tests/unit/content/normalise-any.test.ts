/** What holds of normalising for any text. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshQuotes, normalise } from '../../../src/content/normalise/index.ts';
import { draft, normalised } from './texts.ts';

const parts = fc.constantFrom(
  ...[
    '濮阳',
    '𠮷',
    'AGM',
    'ＡＢ',
    '12',
    '３４',
    '4.3',
    '10:30',
    ' ',
    '　',
    '\u00a0',
    ',',
    ';',
    ':',
    '?',
    '!',
    '，',
    '。',
  ],
  ...[
    '(',
    ')',
    '（',
    '）',
    '[',
    ']',
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '《',
    '》',
    '--',
    '-',
    '—',
    '...',
    '。。。',
    '…',
    '·',
  ],
  ...['・', '•', '~', '%', '/', 'https://a.cn/?b,c', 'a@b.cn', 'word', "don't", '．'],
);
const text = fc.array(parts, { maxLength: 20 }).map((list) => list.join(''));
const kind = fc.constantFrom('body' as const, 'line' as const);

/** Letters, digits and Han of a text, widths made equal. */
const letters = (s: string): string => s.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

test('no letter, digit or Han is lost, added or moved', () => {
  fc.assert(
    fc.property(text, kind, (typed, as) => {
      const source = draft(typed);
      const set = normalise(source, as, new Map(), freshQuotes());
      expect(letters(set.text)).toBe(letters(typed));
      expect(set.offsets.length).toBe(set.text.length);
      for (let at = 0; at < set.text.length; at++) {
        if (at > 0) expect(set.offsets[at]).toBeGreaterThan(set.offsets[at - 1]!);
        const [now, before] = [set.text[at]!, typed[set.offsets[at]!]!];
        if (letters(now) !== '') expect(letters(before)).toBe(letters(now));
      }
    }),
    { numRuns: 3000 },
  );
});

/** Text as people type it: words, some in brackets or quotes, each with a mark behind it. */
const words = fc.constantFrom(
  '濮阳',
  '园区 新闻',
  'AGM',
  'the word',
  '１２亿',
  '4.3亿',
  '10:30',
  '甲・乙',
  '5~7天',
  "don't",
);
const wraps = fc.constantFrom(
  '_',
  '(_)',
  '（_)',
  '[_]',
  '"_"',
  "'_'",
  '“_”',
  '《_》',
  '"甲(_)乙"',
  '_--_',
  '_...',
  '_。。。',
);
const marks = fc.constantFrom(',', ', ', '。', '?', '!', ';', ':', '，', '', ' ', '、');
const sentences = fc
  .array(fc.tuple(wraps, words, marks), { maxLength: 8 })
  .map((list) => list.map(([wrap, word, mark]) => wrap.replaceAll('_', word) + mark).join(''));

test('what is normal stays as it is', () => {
  fc.assert(
    fc.property(sentences, kind, (typed, as) => {
      const once = normalised(typed, as).text;
      expect(normalised(once, as)).toEqual({ text: once, counts: {} });
    }),
    { numRuns: 3000 },
  );
});

test('a head keeps its blanks', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const blanks = (s: string): number => s.match(/\s/g)?.length ?? 0;
      expect(blanks(normalised(typed, 'line').text)).toBe(blanks(typed));
    }),
  );
});
