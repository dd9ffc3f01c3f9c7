/** Fields of the plainest kind are read without the YAML parser, and as it reads them. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainFields } from '../../../src/content/plain-fields.ts';
import { readYaml } from '../../../src/content/read-yaml.ts';
import { type SourceText, sourceText } from '../../../src/content/source-text.ts';

const source = (text: string): SourceText => sourceText('a.md', text, new Map());
const plain = (text: string) => plainFields(source(text), 0, source(text).clean.length);

/** A comment in front is no field: the parser reads the text. */
const COMMENT = '# 注\n';

describe('without the parser', () => {
  test.each([
    'headline: 春风过处茶山新绿\n',
    'id: ad7\nheadline: 房屋\n',
    '主题: “双百”工程 启动\n作者: 本报记者 李振涛\n',
    'byline: a, b & c [1] {2} "x"\n',
    '',
  ])('%j', (text) => {
    expect(plain(text) !== null).toBe(text !== '');
  });

  test.each([
    ['a comment', 'headline: 园区 #1\n'],
    ['a colon', 'headline: 今日: 晴\n'],
    ['a quote', 'headline: "园区"\n'],
    ['an anchor', 'headline: &a 园区\n'],
    ['a list', 'photos:\n  - file: a.jpg\n'],
    ['a value on the next line', 'headline: 园\n  区\n'],
    ['a value of blanks at its end', 'headline: 园区 \n'],
    ['two blanks behind the colon', 'headline:  园区\n'],
    ['no value', 'headline: \n'],
    ['no line end', 'headline: 园区'],
    ['a tab', 'headline: 园\t区\n'],
    ['a value that begins with a dash', 'priority: -1\n'],
  ])('not with %s', (_, text) => {
    expect(plain(text)).toBeNull();
  });
});

test('the tree is the parser’s', () => {
  const piece = fc.constantFrom(...'园区新𠮷é 05-，。《〈“‘」』a.,&*!|>?%@`[]{}\'"\\~=—\u3000\u00a0');
  const value = fc.string({ unit: piece, maxLength: 12 });
  const key = fc.constantFrom('headline', '主题', 'id', 'x-y', 'null', 'true');
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 4 }), (fields) => {
      const text = fields.map(([name, said]) => `${name}: ${said}\n`).join('');
      const found = plainFields(source(COMMENT + text), COMMENT.length, COMMENT.length + text.length);
      if (found === null) return;
      read += 1;
      const whole = source(COMMENT + text);
      expect({ root: found, diagnostics: [] }).toEqual(
        (({ root, diagnostics }) => ({ root, diagnostics }))(readYaml(whole, 0, whole.clean.length)),
      );
    }),
    { numRuns: 1500 },
  );
  expect(read).toBeGreaterThan(100);
});
