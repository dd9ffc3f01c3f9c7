import { expect, test } from 'vitest';
import { draftOf } from '../../../src/content/draft.ts';
import { normaliseLine } from '../../../src/content/normalise/index.ts';
import { sourceText } from '../../../src/content/source-text.ts';
import { countsOf, type Tally } from '../../../src/content/tally.ts';

function set(text: string, corners = true): readonly [string, number] {
  const counts: Tally = new Map();
  const draft = draftOf(sourceText('a.md', text, counts), 0, text.length);
  const done = normaliseLine(draft, counts, corners);
  return [done.text, countsOf(counts)['quote-corner'] ?? 0];
}

test.each([
  ['他说：“好。”', '他说：「好。」', 2],
  ['“‘双碳’的目标”', '「『双碳』的目标」', 4],
  ['买“AGM”板', '买「AGM」板', 2],
  ['"直引号"也算', '「直引号」也算', 2],
  ['没有配对的“引号', '没有配对的「引号', 1],
])('in Hong Kong and Taiwan %s is set as %s, each change counted', (text, expected, count) => {
  expect(set(text)).toEqual([expected, count]);
});

test.each(['“Yes,” he said.', 'don’t', 'the ‘old’ way'])('quotes of Latin text stay: %s', (text) => {
  expect(set(text)).toEqual([text, 0]);
});

test('on the mainland quotes stay curly', () => {
  expect(set('他说：“好。”', false)).toEqual(['他说：“好。”', 0]);
});
