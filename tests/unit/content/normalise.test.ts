import { describe, expect, test } from 'vitest';
import { normalised, story } from './texts.ts';

const body = (text: string): string => normalised(text).text;

/** Each row: as typed, as set. */
function changes(rows: readonly (readonly [string, string])[]): void {
  test.each(rows)('%j becomes %j', (typed, set) => {
    expect(body(typed)).toBe(set);
  });
}

function stays(rows: readonly string[]): void {
  test.each(rows)('%j stays', (typed) => {
    expect(body(typed)).toBe(typed);
  });
}

describe('half-width marks next to Chinese become full-width', () => {
  changes([
    ['春风送暖,捷报频传', '春风送暖，捷报频传'],
    ['为什么?因为:好!行;止', '为什么？因为：好！行；止'],
    ['同比增长18.7%,增速第一', '同比增长18.7%，增速第一'],
    ['总投资74.9亿元,年内', '总投资74.9亿元，年内'],
    ['真的!!!好', '真的！！！好'],
    ['怎么样?!好', '怎么样？！好'],
    ['天能塑壳及AGM,隔板', '天能塑壳及AGM，隔板'],
    ['隔板, AGM', '隔板，AGM'],
    ['“国家”,“省级”', '“国家”，“省级”'],
    ['他说“OK,”然后走了', '他说“OK，”然后走了'],
    ['比分3:2,赢了', '比分3:2，赢了'],
    ['Q: 你好', 'Q：你好'],
    ['𠮷野家,好', '𠮷野家，好'],
  ]);
});

describe('marks inside numbers and Latin stay', () => {
  stays([
    '税收突破4.3亿元',
    '上午10:30开会',
    '比分3:2',
    '共1,234,567元',
    'Hello, world! Who? Me: you; all.',
    '他说“Hello, world”很好',
    '见https://example.com/a?b=c,d:e很好',
    '写信到a:b@example.com就行',
    'A,B',
    '1, 2, 3',
  ]);
});

describe('brackets', () => {
  changes([
    ['天能集团(濮阳)循环经济', '天能集团（濮阳）循环经济'],
    ['产值(AGM)增长', '产值（AGM）增长'],
    ['（AGM)增长', '（AGM）增长'],
    ['(AGM）增长', '（AGM）增长'],
    ['天能(AGM), 5个', '天能（AGM），5个'],
    ['甲(乙(丙)丁)戊', '甲（乙（丙）丁）戊'],
    ['文件[2020]5号', '文件［2020］5号'],
    ['(1) 濮阳', '（1）濮阳'],
  ]);
  stays(['f(x) = y', 'a (b) c', '濮阳(市', '1)濮阳', '濮阳（AGM）增长', ':)']);
});

describe('dashes, ellipses, wave dashes, interpuncts', () => {
  changes([
    ['企业--河南鑫澳', '企业——河南鑫澳'],
    ['企业－－河南鑫澳', '企业——河南鑫澳'],
    ['增速第一...', '增速第一……'],
    ['增速第一......', '增速第一……'],
    ['增速第一。。。', '增速第一……'],
    ['增速第一。。。。。。', '增速第一……'],
    ['增速第一・・・', '增速第一……'],
    ['省略............全段', '省略…………全段'],
    ['5~7天', '5～7天'],
    ['北京~上海', '北京～上海'],
    ['10%~20%', '10%～20%'],
    ['建业・璞园', '建业·璞园'],
    ['建业•璞园', '建业·璞园'],
    ['约翰‧史密斯', '约翰·史密斯'],
  ]);
  stays([
    '北京—上海',
    '企业——河南',
    '第一……',
    '第一…',
    '建业·璞园',
    '好。。',
    '-----',
    'xn--p1ai',
    '3...5',
    '../a',
    'a~b',
    '• 第一项',
    'PM2.5',
    '2020-04-08',
    '-5℃',
  ]);
});

describe('full-width digits and Latin become half-width', () => {
  changes([
    ['２０２０年', '2020年'],
    ['ＡＧＭ隔板', 'AGM隔板'],
    ['４．３亿', '4.3亿'],
    ['１０：３０', '10：30'],
  ]);
  stays(['二〇二〇年', '第一．第二', '％']);
});

describe('what looks like a Han character and is none, out of a PDF or an old code page', () => {
  test.each([
    ['a radical of the Kangxi dictionary', '\u2f00\u2f42\u2fa6', '一文金', { radical: 3 }],
    ['a radical that is a character', '⻓江、天津⻔、⻢和⻰', '长江、天津门、马和龙', { radical: 4 }],
    ['a compatibility ideograph', '黃\uf90a榮、\u{2f800}', '黃金榮、丽', { 'compatibility-han': 2 }],
    ['a radical that is a part alone', '⺮字头、⻊字旁', '⺮字头、⻊字旁', {}],
    ['a character of the compatibility block', '山\ufa11', '山\ufa11', {}],
    ['a form chosen by a selector', '礼\ufe00', '礼\ufe00', {}],
  ])('%s', (_, typed, text, counts) => {
    expect(normalised(typed)).toEqual({ text, counts });
  });
});

describe('straight quotes', () => {
  changes([
    ['"国字号"行业', '“国字号”行业'],
    ['增强"四个意识"、坚定"四个自信"', '增强“四个意识”、坚定“四个自信”'],
    ['他说:"好。"', '他说：“好。”'],
    ["'强'出新优势", '‘强’出新优势'],
    ['他说:"要\'强\'出优势。"', '他说：“要‘强’出优势。”'],
    ['He said "yes" to \'it\'', 'He said “yes” to ‘it’'],
    ['“甲"乙', '“甲”乙'],
    ['"甲”乙"丙"', '“甲”乙“丙”'],
  ]);
  stays(["don't", "the students' work", "rock and roll '95", '55"屏幕', '“国字号”行业']);
  stays(['The end... and so on.', 'The end...', '学的是’90s的rock ’n’ roll']);

  test('a quotation over several paragraphs opens on each and closes on the last', () => {
    expect(story('他说:"一。', '"二。', '"三。"完', '又说"四"')).toEqual([
      '他说：“一。',
      '“二。',
      '“三。”完',
      '又说“四”',
    ]);
  });

  test('one that closes a paragraph later without opening there is closed', () => {
    expect(story('他说:"一。', '二。"完')).toEqual(['他说：“一。', '二。”完']);
  });

  test('one that was never closed does not turn the pairs of the next paragraph round', () => {
    expect(story('他说:"一。', '增强"四个意识"')[1]).toBe('增强“四个意识”');
  });
});

describe('blanks', () => {
  changes([
    ['春风 送暖', '春风送暖'],
    ['春风送暖, 捷报', '春风送暖，捷报'],
    ['春风\u00A0送暖', '春风送暖'],
    ['说 “好” 吧', '说“好”吧'],
    ['　　春风', '春风'],
    ['\u00A0\u00A0\t春风', '春风'],
  ]);
  stays(['共 14 个', 'in the park', '主编　张三']);

  test('behind the number of a clause one stays, a full-width one', () => {
    expect(normalised('第十条之一 摊位').text).toBe('第十条之一\u3000摊位');
    expect(normalised('照第一条 办').text).toBe('照第一条办');
  });

  test('in heads, bylines and captions they stay', () => {
    expect(normalised('本报记者 李振涛 通讯员', 'line').text).toBe('本报记者 李振涛 通讯员');
    expect(normalised('春风送暖　捷报频传', 'line').text).toBe('春风送暖　捷报频传');
    expect(normalised('本报记者 李振涛(文)', 'line').text).toBe('本报记者 李振涛（文）');
  });
});

test('each change is counted under its name', () => {
  const typed = '　　春 风(送)暖,"好"吗?行;是:对!５Ａ--...1~2甲・乙';
  expect(normalised(typed)).toEqual({
    text: '春风（送）暖，“好”吗？行；是：对！5A——……1～2甲·乙',
    counts: {
      'bracket-fullwidth': 2,
      'colon-fullwidth': 1,
      'comma-fullwidth': 1,
      dash: 1,
      'digit-halfwidth': 1,
      ellipsis: 1,
      'exclamation-fullwidth': 1,
      indent: 1,
      'latin-halfwidth': 1,
      'middle-dot': 1,
      'question-fullwidth': 1,
      'quote-straight': 2,
      'semicolon-fullwidth': 1,
      'space-between-han': 1,
      tilde: 1,
    },
  });
});

test('what is normal is left alone and counted nowhere', () => {
  const text = '“去年，按照市委、市政府的定位，‘强’出优势（AGM）——4.3亿……”';
  expect(normalised(text)).toEqual({ text, counts: {} });
});
