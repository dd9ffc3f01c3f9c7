import { describe, expect, test } from 'vitest';
import { article, withFields } from './texts.ts';

const faults = (...lines: string[]): readonly string[] => article(withFields(...lines)).faults;
const read = (...lines: string[]) => article(withFields(...lines)).article;
const hints = (...lines: string[]): string =>
  article(withFields(...lines))
    .diagnostics.flatMap((d) => d.hints.map((h) => h.zh))
    .join('\n');

describe('fields', () => {
  test('have their Chinese names too', () => {
    const english = read(
      'kicker: 甲',
      'headline: 乙',
      'deck: 丙',
      'summary: 丁',
      'byline: 戊',
      'dateline: 己',
      'signoff: 庚',
    );
    const chinese = read(
      '引题: 甲',
      '主题: 乙',
      '副题: 丙',
      '提要: 丁',
      '作者: 戊',
      '消息头: 己',
      '文尾署名: 庚',
    );
    for (const name of ['kicker', 'headline', 'deck', 'summary', 'byline', 'dateline', 'signoff'] as const) {
      expect(chinese[name]?.text).toBe(english[name]?.text);
      expect(english[name]).not.toBeNull();
    }
    expect(read('标题: 乙').headline?.text).toBe('乙');
    expect(read('署名: 戊').byline?.text).toBe('戊');
  });

  test('that nobody knows are errors with a guess', () => {
    expect(faults('headlne: 甲')).toEqual(['unknown-field: headlne']);
    expect(hints('headlne: 甲')).toContain('是不是“headline”？');
    expect(hints('标提: 甲')).toContain('是不是“标题”？');
    expect(hints('qwertyuiop: 甲')).not.toContain('是不是');
    expect(hints('qwertyuiop: 甲')).toContain('可用的字段');
  });

  test('given twice, be it under two names, are errors', () => {
    expect(faults('headline: 甲', 'headline: 乙')).toEqual(['duplicate-field: headline']);
    expect(faults('headline: 甲', '主题: 乙')).toEqual(['duplicate-field: 主题']);
  });

  test('left empty count as not given', () => {
    expect(read('deck:', 'headline: 甲')).toMatchObject({ deck: null, headline: { text: '甲' } });
    expect(faults('deck:', 'headline: ""')).toEqual([]);
  });

  test('that must be there are missed', () => {
    expect(faults('photos:', '  - caption: 甲')).toEqual(['missing-field: caption']);
    expect(faults('photos:', '  - file:', '    caption: 甲')).toEqual(['missing-field: file']);
  });

  test('of the wrong shape are errors that show the right one', () => {
    expect(faults('photos: a.jpg')).toEqual(['wrong-type: a.jpg']);
    expect(faults('photos:', '  - a.jpg')).toEqual(['wrong-type: a.jpg']);
    expect(faults('photos:', '  file: a.jpg')).toEqual(['wrong-type: file: a.jpg']);
    expect(faults('headline:', '  - 甲')).toEqual(['wrong-type: - 甲']);
    expect(faults('corrections:', '  -', '  - 甲')).toEqual(['empty-item: ']);
    expect(faults('- 甲')).toEqual(['wrong-type: - 甲']);
  });

  test('of later issues are not swallowed', () => {
    expect(faults('pages: 03')).toEqual(['unknown-field: pages']);
  });
});

describe('photos', () => {
  const photo = (...lines: string[]) =>
    read('photos:', '  - file: photos/1.jpg', ...lines.map((l) => `    ${l}`)).photos[0];

  test('carry all that an editor says of them, in either language', () => {
    const said = photo(
      'caption: 图说',
      'credit: 张三 摄',
      'alt: 替代',
      'columns: 4',
      'lines: 28',
      'place: top-right',
      'focus: 40% 30%',
    );
    expect(said).toMatchObject({
      file: { value: 'photos/1.jpg' },
      caption: { text: '图说' },
      credit: { text: '张三 摄' },
      alt: '替代',
      columns: 4,
      lines: 28,
      place: 'top-right',
      focus: { x: 0.4, y: 0.3 },
    });
    const chinese = photo(
      '图说: 图说',
      '摄影: 张三 摄',
      '替代文字: 替代',
      '栏: 4',
      '行: 28',
      '位置: 右上',
      '焦点: 40% 30%',
    );
    expect(chinese).toMatchObject({
      alt: '替代',
      columns: 4,
      lines: 28,
      place: 'top-right',
      focus: { x: 0.4 },
    });
  });

  test('leave the rest to the theme', () => {
    expect(photo()).toMatchObject({
      caption: null,
      captionOn: null,
      columns: null,
      lines: null,
      place: null,
      focus: { x: 0.5, y: 0.5 },
    });
  });

  test.each([
    ['左上', 'top-left'],
    ['左下', 'bottom-left'],
    ['右下', 'bottom-right'],
    ['底', 'foot'],
    ['foot', 'foot'],
  ])('place %s is %s', (written, place) => {
    expect(photo(`place: ${written}`)?.place).toBe(place);
  });
});

test.each([
  ['columns: 4栏', '4栏'],
  ['columns: 0', '0'],
  ['columns: 100', '100'],
  ['lines: 2.5', '2.5'],
  ['place: 右上角', '右上角'],
  ['focus: 40%', '40%'],
  ['focus: 140% 30%', '140% 30%'],
  ['focus: 0.4 0.3', '0.4 0.3'],
])('%s is no value of its field', (line, place) => {
  expect(faults('photos:', '  - file: a.jpg', `    ${line}`)).toEqual([`bad-value: ${place}`]);
});

test('a misspelt choice gets a guess', () => {
  expect(hints('photos:', '  - file: a.jpg', '    place: top-rigth')).toContain('是不是“top-right”？');
});

test('an id is a plain name', () => {
  expect(read('id: four-firsts').id?.value).toBe('four-firsts');
  for (const id of ['a/b', '../a', '.hidden', 'a\\b'])
    expect(faults(`id: ${id}`)).toEqual([`bad-value: ${id}`]);
});

test('normalising is switched off for one article', () => {
  expect(article(withFields('normalize: off', 'headline: 甲,乙')).article.headline?.text).toBe('甲,乙');
  expect(article(withFields('规范化: 开', 'headline: 甲,乙'), false).article.headline?.text).toBe('甲，乙');
  expect(faults('normalize: nein')).toEqual(['bad-value: nein']);
});

test('an escape may not name what a file must not hold', () => {
  const { article: read, counts } = article(
    withFields('headline: "甲\\u200b乙\\ufdd0"', 'photos:', '  - file: a.jpg', '    alt: "丙\\0"'),
  );
  expect(read.headline?.text).toBe('甲乙');
  expect(read.photos[0]?.alt).toBe('丙');
  expect(counts).toEqual({ control: 1, noncharacter: 1, 'zero-width': 1 });
});
