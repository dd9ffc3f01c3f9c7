/** Every character of an article's body is set, is mark-up of the dialect, or is an error with its place. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetInFile } from '../../../src/source-map.ts';
import { article } from './texts.ts';

/**
 * What was neither set nor reported, as `offset:character`; and what was set in the wrong place or order. The
 * mark-up of a span counts as one, at its `]`: `offset:]{着重}`.
 */
function account(text: string): { lost: string[]; wrong: string[] } {
  const { article: read, diagnostics } = article(text, false);
  const set = new Set<number>();
  const wrong: string[] = [];
  let last = -1;
  for (const block of read.body) {
    let wasJoint = false;
    if (block.kind === 'item' && block.marker !== '•') {
      // At the head of the nearest line above that has it there.
      const above = text.slice(0, block.prose.map.runs[0]!.start).split('\n');
      while (!above.at(-1)!.trimStart().startsWith(block.marker)) above.pop();
      const begin = text.indexOf(block.marker, above.slice(0, -1).join('\n').length);
      for (let k = 0; k < block.marker.length; k++) set.add(begin + k);
    }
    for (const range of block.prose.marks) {
      if (range.mark !== 'ruby') continue;
      const { text: reading, map } = range.reading;
      for (let at = 0; at < reading.length; at++) {
        const offset = offsetInFile(map, at);
        if (text[offset] !== reading[at]) wrong.push(`reading ${offset}`);
        set.add(offset);
      }
    }
    for (let at = 0; at < block.prose.text.length; at++) {
      const offset = offsetInFile(block.prose.map, at);
      const isJoint = block.prose.text[at] === ' ' && /\s/.test(text[offset]!);
      if (block.prose.text[at] !== text[offset] && !isJoint) wrong.push(`${offset}:${block.prose.text[at]}`);
      if (offset <= last) wrong.push(`order ${offset}`);
      const gap = text.slice(last + 1, offset);
      if (at > 0 && !isJoint && !wasJoint && /^[ \t\u3000]+$/.test(gap)) wrong.push(`blank before ${offset}`);
      wasJoint = isJoint;
      last = offset;
      set.add(offset);
    }
  }
  for (const { severity, span } of diagnostics) {
    if (severity === 'error') for (let at = span!.start; at < span!.end; at++) set.add(at);
  }
  const gone = (at: number): boolean => !set.has(at) && !/\s/.test(text[at]!);
  const lost: string[] = [];
  let closings = 0;
  for (let at = 0; at < text.length; at++) {
    if (!gone(at)) continue;
    // What a reading set of a brace is gone from the mark-up around it.
    const braces = [...(/^\]\{[^{}[\]]*\}/.exec(text.slice(at))?.[0] ?? text[at]!)];
    const taken = braces.filter((_, k) => gone(at + k)).join('');
    if (braces.length > 1) closings += 1;
    lost.push(`${at}:${taken}`);
    at += braces.length - 1;
  }
  const openings = lost.filter((l) => l.endsWith(':[')).length;
  if (openings !== closings) wrong.push(`${openings} [ for ${closings} ]{}`);
  return { lost, wrong };
}

/** The marks that the dialect takes for itself, wherever it takes them. */
const isMarkup = (lost: string, text: string): boolean =>
  /^\d+:(?:[#*>[|-]|\]\{(?:着重|专名|注音=|均排=3)\})$/.test(lost) || isOfTable(lost, text);

/** A colon of the row below a table's head. */
function isOfTable(lost: string, text: string): boolean {
  const at = Number.parseInt(lost, 10);
  return text[at] === ':' && (text[at - 1] === '-' || text[at + 1] === '-');
}

const fragments = fc.constantFrom(
  ...[
    '**',
    '*',
    '_',
    '`',
    '#',
    '##',
    '>',
    '-',
    '+',
    '1.',
    '2)',
    '|',
    '|-|',
    '|:-|\n',
    '!',
    '[',
    '](',
    ')',
    '<b>',
    '&amp;',
  ],
  ...[
    '\\',
    '\\*',
    ':',
    '::',
    ':::框',
    '{',
    '}',
    '~~',
    '```',
    '===',
    '---',
    '![图](1.jpg)',
    '[',
    '[',
    ']{着重}',
    ']{专名}',
    ']{注音=hàn zì}',
    ']{均排=3}',
    ']{着中}',
    ']{着重',
    'https://a.cn',
    'a@b.cn',
  ],
  ...[
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\n',
    '　',
    '　　',
    '濮阳',
    '第一',
    'AGM',
    'word',
    '“',
    '”',
    '4.3',
    ',',
    '。',
  ],
);
const written = fc.array(fragments, { minLength: 1, maxLength: 24 }).map((parts) => `文${parts.join('')}`);

describe('any text', () => {
  test('loses nothing but mark-up, and keeps its order', () => {
    fc.assert(
      fc.property(written, (text) => {
        const { lost, wrong } = account(text);
        expect(wrong).toEqual([]);
        expect(lost.filter((l) => !isMarkup(l, text))).toEqual([]);
      }),
      { seed: 20200408, numRuns: 2000, examples: [['文\n|:-|\n|-|**']] },
    );
  });

  test('of any characters at all does too', () => {
    const anything = fc.string({
      unit: fc.constantFrom(...'濮注a1*#>-+.)|:!`~\\<&_[](){}= \n\t　'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(anything, (text) => {
        if (/^\s*---/.test(text)) return;
        const { lost, wrong } = account(text);
        expect(wrong).toEqual([]);
        expect(lost.filter((l) => !isMarkup(l, text))).toEqual([]);
      }),
      { seed: 20200408, numRuns: 3000 },
    );
  });
});

test('the account itself notices a loss', () => {
  expect(account('**甲**乙').lost).toEqual(['0:*', '1:*', '3:*', '4:*']);
  expect(account('甲').lost).toEqual([]);
  expect(account('[甲]{注音=jiǎ}').lost).toEqual(['0:[', '2:]{注音=}']);
});

test.each([
  '见 10:30、3:2 和 :abc[x] {y}',
  '    四格缩进不是代码',
  '题目\n===',
  '<b>粗</b> <!-- 注 --> &amp; &#x4e00;',
  '[a]: http://example.com',
  '[名](http://example.com) <http://example.com> www.example.com a@b.cn',
  '`代码` ```围栏``` ~~删~~',
  '_下划线_ __两条__',
  '转义 \\# \\_ \\&',
  '~~~\n围栏\n~~~',
])('%j is text to the last character', (text) => {
  const { article: read, faults } = article(text, false);
  expect(faults).toEqual([]);
  expect(read.body.map((b) => b.prose.text).join('')).toBe(
    text.trim().replace(/(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])/g, ''),
  );
});

describe('what is read without the Markdown parser is what the parser reads', () => {
  /** A quotation behind the text sends all of it to the parser. */
  const read = (text: string, more: string): unknown[] => {
    const { article: parsed, faults } = article(`${text}${more}`, false);
    return [...parsed.body.filter((b) => b.kind !== 'quote'), ...faults];
  };
  const words = fc.constantFrom(
    '濮阳',
    '第一',
    ' ',
    '　',
    '\n',
    '\n\n',
    '\n## ',
    '\n\n### ',
    '\n#### ',
    '**',
    'a',
    '\t',
    '。',
    '![',
    '](',
    '#',
  );

  test('for any plain text with heads and stars', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
        // A paragraph at the end, so that a head is last in neither.
        const text = `文${parts.join('')}文\n\n末`;
        expect(read(text, '')).toEqual(read(text, '\n\n> 引'));
      }),
      { numRuns: 2000 },
    );
  });
});
