import { describe, expect, it } from 'vitest';
import { kindAt, mayEndAt } from '../../support/breaks.ts';

describe('where lines end in Latin text', () => {
  it.each(['well-|known', 'Beijing–|Shanghai', '(con)-|struct', 'say |“yes”', 'AC / |DC'])(
    'may: %s',
    (marked) => {
      expect(mayEndAt(marked)).toBe(true);
    },
  );

  it.each([
    ...[...',.;:!?)]}'].map((mark) => `word |${mark}`),
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
});

describe('addresses', () => {
  it.each([
    'http://a.cn/|b',
    '（http://a.cn/|b）',
    '网址:http://a.cn/|b',
    'www.|a.cn',
    'http://a.cn/b?|c=1&d',
    'http://a.cn/b?c=|1',
    'http://a.cn/b#|c',
    'http://a.cn/b_|c',
    'epaper.example.com/|news',
    'desk@|a.cn',
    'desk@a.|cn',
    '（desk@|a.cn）',
  ])('end a line behind a mark: %s', (marked) => {
    expect(kindAt(marked)).toBe('ADDRESS_MARK');
  });

  it.each(['http://a.cn/b|c', 'http://a.cn/b|1', 'epaper.exam|ple.com/news', 'de|sk@a.cn'])(
    'between letters, if need be: %s',
    (marked) => {
      expect(kindAt(marked)).toBe('ADDRESS');
    },
  );

  it.each([
    'http:|//a.cn',
    'http:/|/a.cn',
    'http://a|.cn',
    'http://a.cn/%|E4%BD',
    'http://a.cn/%E|4%BD',
    'http://a.cn/b-|c',
    'http://a.cn/b|-c',
    'http://a.cn/b|)',
  ])('before a mark, in an escape and behind a hyphen only in an emergency: %s', (marked) => {
    expect(kindAt(marked)).toBe('EMERGENCY');
  });

  it.each(['and/|or', 'PM2.|5', 'Node.|js', 'U.|S.A.', '18.|7%', '5.|5.2', 'yes.|No'])(
    'are not what looks a little like one: %s',
    (marked) => {
      expect(kindAt(marked)).not.toMatch(/ADDRESS/u);
    },
  );

  it('end where Chinese goes on', () => {
    expect(kindAt('http://a.cn|国家')).toBe('MAY');
    expect(kindAt('国家|http://a.cn')).toBe('MAY');
    expect(kindAt('http://a.cn|，国')).toBe('NEVER');
  });
});

describe('words', () => {
  it('part between letters, an apostrophe and a mark over a letter stay', () => {
    expect(kindAt('UNE|SCO')).toBe('WORD');
    expect(kindAt('it|’s')).toBe('EMERGENCY');
    expect(kindAt('cafe|\u0301s')).toBe('NEVER');
  });

  it('with digits in them are numbers and names of models', () => {
    expect(kindAt('PM|2')).toBe('EMERGENCY');
    expect(kindAt('5|G')).toBe('EMERGENCY');
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
  it.each(['温度-|5℃', '9·|11', '3：|2', '18.7|%', '￥|5', '±|5', '−|5', 'kW·|h', 'N·|m'])(
    'stay whole: %s',
    (marked) => {
      expect(mayEndAt(marked)).toBe(false);
    },
  );
  it.each(['60|亿', '第|3', '5～|7', '18.7%|的', '5；|3', '5%|$3', '5%|(国', '卡尔·|马', 'A·|马'])(
    'part from: %s',
    (marked) => {
      expect(mayEndAt(marked)).toBe(true);
    },
  );
});
