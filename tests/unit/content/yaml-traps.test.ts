import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/content/read-yaml.ts';
import { sourceText } from '../../../src/content/source-text.ts';
import { article, fault, withFields } from './texts.ts';

const faults = (...lines: string[]): readonly string[] => article(withFields(...lines)).faults;
const headline = (...lines: string[]): string | undefined =>
  article(withFields(...lines)).article.headline?.text;

describe('what YAML would cut or bend is told, with a cure of its own', () => {
  test.each([
    ['yaml-comment-cuts', 'headline: 园区 #1 工程', '#1 工程'],
    ['yaml-comment-cuts', 'headline: #话题# 园区', '#话题# 园区'],
    ['yaml-leading-quote', 'headline: "四个第一"的背后', '的'],
    ['yaml-leading-quote', "headline: '四个第一'的背后", '的'],
    ['yaml-leading-quote', 'headline: "四个第一"，园区', '，'],
    ['yaml-colon-in-text', 'headline: 聚焦: 园区', '聚'],
    ['yaml-colon-in-text', 'headline: 聚焦:', '聚'],
    ['yaml-leading-dash', 'headline: - 园区', '-'],
    ['yaml-leading-sign', 'headline: @濮阳', '@'],
    ['yaml-leading-sign', 'headline: `濮阳`', '`'],
    ['yaml-leading-sign', 'headline: %50 增长', '%'],
    ['yaml-leading-sign', 'headline: *强* 调', '*'],
    ['yaml-leading-sign', 'headline: *强调', '*强调'],
    ['yaml-leading-sign', 'headline: &A 园区', '&'],
    ['yaml-leading-sign', 'headline: !注意 园区', '!'],
    ['yaml-leading-sign', 'headline: !注 意', '!'],
    ['yaml-leading-sign', 'headline: |竖', '|'],
    ['yaml-leading-sign', 'headline: >大于', '>'],
    ['yaml-leading-sign', 'headline: [图片]新闻', '['],
    ['yaml-leading-sign', 'headline: [图片新闻]', '[图片新闻]'],
    ['yaml-leading-sign', 'headline: {注}', '{注}'],
    ['yaml-leading-sign', 'headline: , 园区', ','],
    ['yaml-fullwidth-colon', 'headline：四个第一', 'h'],
    ['yaml-colon-blank', 'headline:四个第一', 'h'],
    ['yaml-no-field', '四个第一', '四'],
    ['yaml-open-quote', 'headline: "四个第一', '"'],
    ['yaml-open-bracket', 'corrections: [甲, 乙', '['],
    ['yaml-open-bracket', 'photos: [{ file: a.jpg }', '['],
    ['yaml-escape', 'headline: "四个\\第一"', '\\'],
    ['yaml-tab', '\theadline: 四个第一', '\t'],
    ['yaml-indent', '  deck: 缩进', 'd'],
  ])('%s: %s', (code, line, place) => {
    const text = withFields('kicker: 引题', line, 'byline: 作者');
    const { diagnostics } = article(text);
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
    const { start, end } = diagnostics[0]!.span!;
    expect(text.slice(start, end)).toBe(place);
    expect(text.lastIndexOf('\n', start)).toBe(text.indexOf(line) - 1);
    expect(diagnostics[0]!.hints.length).toBeGreaterThan(0);
  });
});

describe('all of them are told', () => {
  test('several on several lines in one run', () => {
    expect(
      faults('headline: @濮阳', 'deck: "甲"乙', 'kicker: 园区 #1', 'summary: 聚焦: 园区').map(
        (f) => f.split(':')[0],
      ),
    ).toEqual(['yaml-leading-sign', 'yaml-leading-quote', 'yaml-colon-in-text', 'yaml-comment-cuts']);
  });

  test('the fields around a line that is none are checked all the same', () => {
    const lines = [
      'headline: 甲',
      '署名：张三',
      'photos:',
      '  - file: a.jpg',
      '    栏：4',
      '    place: 中',
      'deck:乙',
      'nobody: 丙',
    ];
    expect(faults(...lines)).toEqual([
      'yaml-fullwidth-colon: 署',
      'yaml-fullwidth-colon: 栏',
      'yaml-colon-blank: d',
      'bad-value: 中',
      'unknown-field: nobody',
    ]);
  });

  test('a comment in the middle of a folded text cuts it too', () => {
    expect(faults('photos:', '  - file: a.jpg', '    caption: 甲', '      #乙 丙')).toEqual([
      'yaml-comment-cuts: #乙 丙',
    ]);
  });

  test('prose in a flow mapping, cut at its comma', () => {
    expect(faults('photos:', '  - { file: a.jpg, caption: 规模壮大,体系完善的集群。 }')).toEqual([
      'yaml-flow-prose: 体系完善的集群。',
    ]);
    expect(faults('corrections: [改了一处,补了引号]')).toEqual(['yaml-flow-prose: 补了引号']);
  });

  test('a sentence with a colon in a list', () => {
    expect(faults('corrections:', '  - 原稿: 甲')).toEqual(['yaml-colon-in-text: 原稿: 甲']);
  });
});

describe('what YAML reads as it is written passes', () => {
  test.each([
    ['headline: 四个『全市第一』的背后'],
    ['headline: “四个第一”的背后'],
    ['headline: 聚焦：园区'],
    ['headline: 上午10:30'],
    ['headline: 园区#1工程'],
    ['headline: C#语言'],
    ['headline: -园区'],
    ['headline: ——园区'],
    ['headline: 园区  # 两个空格后的注释'],
    ["headline: '园区 #1 工程'"],
    ["headline: '聚焦: 园区'"],
    ['headline: \'"四个第一"的背后\''],
    ['headline: 甲, 乙 & 丙 * 丁 ! @'],
    ['corrections: [甲, 乙]'],
    ['photos: [{ file: a.jpg, credit: 示意图 }]'],
    ['# 注释'],
    ['#headline: 停用的一行'],
    ['headline: >-', '  折行的', '  标题'],
  ])('%s', (...lines) => {
    expect(faults(...lines)).toEqual([]);
  });

  test('one blank in front of a comment behind prose is a doubt, not an error', () => {
    const { diagnostics } = article(withFields('headline: 园区 # 工程'));
    expect(diagnostics.map((d) => [d.severity, d.code])).toEqual([['warning', 'yaml-comment-cuts']]);
    expect(faults('columns: 4').length).toBe(1);
    expect(faults('photos:', '  - file: a.jpg # 第一张')).toEqual([]);
  });

  test('text over several lines is joined without a blank between Han', () => {
    expect(headline('headline: 四个第一', '  的背后')).toBe('四个第一的背后');
    expect(headline('headline: The four', '  firsts')).toBe('The four firsts');
    expect(headline('headline: |', '  四个第一', '  的背后')).toBe('四个第一的背后');
  });
});

describe('what follows a line that breaks the tree is its echo, and is not told', () => {
  test.each([
    ['yaml-indent: f', ['photos:', '  - columns: 4', '    lines: 9', '   file: a.jpg', '    alt: 甲']],
    ['yaml-tab: \t', ['photos:', '  - columns: 4', '\tfile: a.jpg', '    lines: 9', '    alt: 甲']],
  ])('%s', (fault, lines) => {
    expect(faults(...lines)).toEqual([fault]);
  });
});

describe('a file that no editor wrote is refused before the parser reads it', () => {
  const nested = (depth: number): string[] =>
    Array.from({ length: depth }, (_, k) => `${' '.repeat(k)}甲${k}:`);

  test.each([
    ['brackets', [`headline: ${'['.repeat(50_000)}`]],
    ['brackets on many lines', ['headline:', ...new Array<string>(5000).fill('  {甲: ')]],
    ['dashes', [`${'- '.repeat(40_000)}甲`]],
    ['keys', nested(21)],
  ])('nested without end: %s', (_, lines) => {
    expect(faults(...lines).map((fault) => fault.split(':')[0])).toEqual(['yaml-too-deep']);
  });

  test('longer than any list of fields', () => {
    expect(faults(...new Array<string>(20_001).fill('a: b'))).toEqual(['yaml-too-long: a']);
  });

  test('with more faulty lines than anybody reads: fifty are told', () => {
    expect(faults(...new Array<string[]>(200).fill(['a: b', 'c：d']).flat()).length).toBe(50);
  });

  test('brackets in prose nest nothing', () => {
    expect(faults(`headline: 甲${'[{'.repeat(50)}`)).toEqual([]);
    expect(faults('corrections:', ...new Array<string>(50).fill('  - 半角 [ 改全角'))).toEqual([]);
  });
});

test('a second document is refused, whatever it holds', () => {
  expect(faults('headline: 甲', '...', '%YAML 1.2', '--- ', 'deck: 乙').length).toBeGreaterThan(0);
  const issue = 'date: 2020-04-08\n---\ndate: 2020-04-09\n';
  const read = readYaml(sourceText('issue.yaml', issue, new Map()), 0, issue.length);
  expect(read.root).toBeNull();
  expect(read.diagnostics.map((found) => fault(found, issue))).toEqual(['yaml-documents: -']);
});

describe('what comes from a Chinese keyboard', () => {
  test('full-width colons on every line', () => {
    const text = withFields('主题：四个第一', '作者：李振涛');
    expect(article(text).faults).toEqual(['yaml-fullwidth-colon: ：', 'yaml-fullwidth-colon: ：']);
  });

  test('a full-width indent, at its own line', () => {
    const photo = ['photos:', '  - file: a.jpg', '　　caption: 甲', '    credit: 乙'];
    expect(faults(...photo)).toEqual(['yaml-fullwidth-indent: 　　']);
    expect(faults('headline: 甲', '　　deck: 乙')).toEqual(['yaml-fullwidth-indent: 　　deck']);
  });

  test('Chinese quotes around what is no text', () => {
    expect(faults('id: “甲”')).toEqual(['yaml-chinese-quotes: “甲”']);
    expect(faults('headline: “四个第一”', 'corrections: [“甲”]')).toEqual([]);
  });
});
