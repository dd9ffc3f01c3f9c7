import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../../src/content/read-yaml.ts';
import { sourceText } from '../../../src/content/source-text.ts';

/** The draft of the one value in `v: …`. */
function value(text: string): { text: string; from: string[] } {
  const source = sourceText('a.yaml', text, new Map());
  const { root } = readYaml(source, 0, source.clean.length);
  const node = root?.kind === 'map' ? root.entries[0]!.value : null;
  if (node?.kind !== 'text') throw new Error('no text');
  const { draft } = node;
  return { text: draft.text, from: draft.offsets.map((at) => text[at]!) };
}

describe('every character of a value stands where it was written', () => {
  test.each([
    ['v: 四个第一', '四个第一'],
    ["v: '四个''第一'''", "四个'第一'"],
    ['v: "四个第一"', '四个第一'],
    ['v: 05', '05'],
    ['v: 2020-04-08', '2020-04-08'],
    ['v: 2020 # 注', '2020'],
  ])('%s', (written, text) => {
    const read = value(written);
    expect(read.text).toBe(text);
    expect(read.from.join('')).toBe(text);
  });

  test.each([
    ['"甲\\n乙"', '甲\n乙', '甲\\乙'],
    ['"甲\\"乙\\\\丙"', '甲"乙\\丙', '甲\\乙\\丙'],
    ['"\\u4e00\\x41"', '一A', '\\\\'],
    ['"\\U00020BB7野"', '𠮷野', '\\\\野'],
    ['"甲\\\n   乙"', '甲乙', '甲乙'],
  ])('an escape stands at its backslash: %s', (written, text, from) => {
    const read = value(`v: ${written}`);
    expect(read.text).toBe(text);
    expect(read.from.join('')).toBe(from);
  });

  test.each([
    ['plain', 'v: 甲\n  乙\n\n  丙\nw: 丁', '甲\n乙\n\n丙'],
    ['single', "v: '甲  \n  乙'", '甲\n乙'],
    ['double', 'v: "甲\n\n  乙"', '甲\n\n乙'],
    ['literal', 'v: |\n  甲\n    乙\n\n  丙\n\nw: 丁', '甲\n  乙\n\n丙'],
    ['folded', 'v: >-\n  甲\n  乙\n', '甲\n乙'],
    ['empty block', 'v: |\nw: 丁', ''],
  ])('lines are left apart: %s', (_, written, text) => {
    const read = value(written);
    expect(read.text).toBe(text);
    expect(read.from.join('')).toBe(text);
  });
});

test('what is read is what YAML reads, its folding done', () => {
  const character = fc.constantFrom(...'甲乙ab \'"\\#:-\t/é𠮷');
  const styles = fc.constantFrom('single', 'double', 'literal');
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 12 }), styles, (characters, style) => {
      const words = `x${characters.join('')}x`;
      const written = {
        single: `v: '${words.replaceAll("'", "''")}'`,
        double: `v: ${JSON.stringify(words)}`,
        literal: `v: |\n  ${words}`,
      }[style];
      expect(value(written).text).toBe(
        (parse(written, { schema: 'failsafe' }) as { v: string }).v.replace(/\n$/, ''),
      );
    }),
    { numRuns: 500 },
  );
});
