import { describe, expect, test } from 'vitest';
import { itemize } from '../../../src/text/itemize.ts';
import { Class } from '../../../src/text/marks.ts';

/** The classes of the quotes of a text that runs across. */
function quotesOf(text: string): readonly (string | undefined)[] {
  const names = new Map(Object.entries(Class).map(([name, cls]) => [cls as number, name]));
  const classes = itemize(text, false);
  return [...text.matchAll(/[“”‘’]/g)].map(({ index }) => names.get(classes[index]!));
}

describe('’ that closes nothing, at a letter or digit, is an apostrophe', () => {
  test.each(['学的是’90s的歌', 'rock ’n’ roll', '用students’的办法', '’Tis真好', '这是O’Brien’s的'])(
    '%s',
    (text) => {
      expect(quotesOf(text)).toEqual(quotesOf(text).map(() => 'LATIN'));
    },
  );

  test('one that closes a quotation is none', () => {
    expect(quotesOf('他说‘AGM’好')).toEqual(['OPEN', 'CLOSE']);
    expect(quotesOf('他说‘the students’书')).toEqual(['OPEN', 'CLOSE']);
    expect(quotesOf('说‘好’ OK')).toEqual(['OPEN', 'CLOSE']);
  });
});

describe('quotes within a quotation in English', () => {
  test('are Latin before a point of Latin text, whatever stands around the quotation', () => {
    expect(quotesOf('他说：“He said, ‘in here’.”可以吗？')).toEqual([
      'OPEN',
      'LATIN_MARK',
      'LATIN_MARK',
      'CLOSE',
    ]);
  });

  test('around Chinese they are not', () => {
    expect(quotesOf('They say ‘好’.')).toEqual(['OPEN', 'CLOSE']);
  });
});

describe('figures raised and lowered, and fractions', () => {
  test('½ by itself is a character among others', () => {
    expect([...itemize('每½里', true)]).toEqual([Class.HAN, Class.HAN, Class.HAN]);
  });
  test.each(['km²', 'H₂O', '100m²', '3½', 'x³+1'])('%s is one word', (text) => {
    const classes = [...itemize(`面积${text}左右`, false)].slice(2, -2);
    expect(
      classes.every((cls) => cls === Class.LATIN || cls === Class.DIGIT || cls === Class.LATIN_MARK),
    ).toBe(true);
  });
});
