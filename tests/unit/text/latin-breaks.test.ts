import { describe, expect, it } from 'vitest';
import { breaksOf, mayEndAt } from '../../support/breaks.ts';

describe('where lines end in Latin text', () => {
  it.each(['well-|known', 'Beijing–|Shanghai', '(con)-|struct', 'say |“yes”', 'AC / |DC'])(
    'may: %s',
    (marked) => {
      expect(mayEndAt(marked)).toBe(true);
    },
  );

  it.each([
    'word |!',
    'word |)',
    '( |word)',
    'US|$5',
    '5%|/a',
    'F-|16',
    'COVID-|19',
    'find |.com',
    'and|/or',
    'and/|or',
    'a|…b',
    'a‑|b',
    'a|‑b',
    '$ |5',
    '5 |%',
  ])('may not: %s', (marked) => {
    expect(mayEndAt(marked)).toBe(false);
  });

  it('a dash ends a line and begins none', () => {
    expect(mayEndAt('yes—|no')).toBe(true);
    expect(mayEndAt('yes|—no')).toBe(false);
  });

  it('an address ends a line behind its marks, escapes stay whole', () => {
    expect(mayEndAt('http://a.cn/|b')).toBe(true);
    expect(mayEndAt('（http://a.cn/|b）')).toBe(true);
    expect(mayEndAt('a.cn/|b')).toBe(false);
    const text = 'http://a.cn/%E4%BD';
    expect(breaksOf(text).slice(13, text.length)).not.toContain('MAY');
  });
});

describe('blanks do not loosen the rules for lines of Chinese', () => {
  it.each(['国 |，国', '（ |国）', '“ |国”', '国 / |国', '国 |/ 国', '国 |- 国', '￥ |5'])(
    'may not: %s',
    (marked) => {
      expect(mayEndAt(marked)).toBe(false);
    },
  );
  it.each(['国 |国', '国， |国', '国　|“国”'])('may: %s', (marked) => {
    expect(mayEndAt(marked)).toBe(true);
  });
});

describe('numbers (GB/T 15835)', () => {
  it.each(['温度-|5℃', '9·|11', '3：|2', '18.7|%', '￥|5', '±|5', '−|5'])('stay whole: %s', (marked) => {
    expect(mayEndAt(marked)).toBe(false);
  });
  it.each(['60|亿', '第|3', '5～|7', '18.7%|的', '5；|3', '5%|$3', '5%|(国'])('part from: %s', (marked) => {
    expect(mayEndAt(marked)).toBe(true);
  });
});
