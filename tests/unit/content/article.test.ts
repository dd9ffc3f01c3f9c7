import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/content/issue.ts';
import { offsetInFile } from '../../../src/source-map.ts';
import { article, withFields } from './texts.ts';

/** `kind: text`, marks as **strong** and *emphasis*. */
function shown(block: Block): string {
  const { text, marks } = block.prose;
  let out = '';
  for (let at = 0; at <= text.length; at++) {
    for (const m of marks) if (m.end === at) out += m.mark === 'strong' ? '**' : '*';
    for (const m of marks) if (m.start === at) out += m.mark === 'strong' ? '**' : '*';
    out += text[at] ?? '';
  }
  const more =
    block.kind === 'subhead'
      ? ` ${block.level}`
      : block.kind === 'item'
        ? ` ${block.marker}`
        : block.kind === 'cell'
          ? ` ${block.row} ${block.column} ${block.align}`
          : block.kind === 'verse' && block.stanza
            ? ' stanza'
            : '';
  return `${block.kind}${more}: ${out}`;
}

const body = (text: string): string[] => article(text, false).article.body.map(shown);
const faults = (text: string): readonly string[] => article(text, false).faults;

describe('the dialect', () => {
  test.each([
    ['甲\n\n乙', ['paragraph: 甲', 'paragraph: 乙']],
    ['## 甲\n### 乙\n#### 丙 ####', ['subhead 2: 甲', 'subhead 3: 乙', 'subhead 4: 丙']],
    ['> 甲\n> 乙\n>\n> 丙', ['quote: 甲乙', 'quote: 丙']],
    ['- 甲\n- 乙', ['item •: 甲', 'item •: 乙']],
    ['1. 甲\n1. 乙\n3. 丙', ['item 1.: 甲', 'item 1.: 乙', 'item 3.: 丙']],
    ['1) 甲', ['item 1): 甲']],
    ['速度**全市第一**;增速*全市第一*……', ['paragraph: 速度**全市第一**;增速*全市第一*……']],
    ['**“全市第一”**桂冠', ['paragraph: **“全市第一”**桂冠']],
    ['*甲**乙**丙*', ['paragraph: *甲**乙**丙*']],
    ['甲\n乙', ['paragraph: 甲乙']],
    ['甲  \n乙', ['paragraph: 甲乙']],
    ['the\nword', ['paragraph: the word']],
    ['共\n14个', ['paragraph: 共14个']],
    ['　　甲\n　　乙', ['paragraph: 　　甲', 'paragraph: 　　乙']],
    ['甲\n　　\n乙', ['paragraph: 甲', 'paragraph: 　　乙']],
    [
      ':::诗\n甲，乙\n丙  \n\n**丁** 戊\n:::',
      ['verse stanza: 甲，乙', 'verse: 丙', 'verse stanza: **丁** 戊'],
    ],
    ['甲\n\n:::verse\n\n　乙\n:::\n\n丙', ['paragraph: 甲', 'verse stanza: 　乙', 'paragraph: 丙']],
    [
      '甲\n\n| 乙 | **丙** |\n|:-:|--:|\n| 1.5 | |\n\n丁',
      [
        'paragraph: 甲',
        'cell 0 0 center: 乙',
        'cell 0 1 right: **丙**',
        'cell 1 0 center: 1.5',
        'cell 1 1 right: ',
        'paragraph: 丁',
      ],
    ],
    ['# 话题', []],
    ['#话题# 甲', ['paragraph: #话题# 甲']],
    ['', []],
  ])('%j', (text, blocks) => {
    expect(body(text)).toEqual(blocks);
  });

  test('marks stand where the stars were, also behind changes of the text', () => {
    const { prose } = article('甲 乙,**丙...丁**戊').article.body[0]!;
    expect(prose.text).toBe('甲乙，丙……丁戊');
    expect(prose.marks).toEqual([{ start: 3, end: 7, mark: 'strong' }]);
    expect(offsetInFile(prose.map, 3)).toBe(6);
    expect(offsetInFile(prose.map, 7)).toBe(13);
  });

  test('marks that touch never cross', () => {
    const { marks } = article('*甲**乙***丙**丁**', false).article.body[0]!.prose;
    for (const a of marks) {
      for (const b of marks) expect(a.start < b.start && b.start < a.end && a.end < b.end).toBe(false);
    }
  });
});

describe('what no stage sets yet is an error at its place, not dropped', () => {
  test.each([
    ['| 甲 | 乙 |\n|---|---|\n| 1 |', ['table-cells: | 1 |']],
    ['| 甲 |\n|---|\n| 1 | 2 |', ['table-cells: 2 |']],
    ['| |\n|---|\n| |', ['empty-block: | |\n|---|\n| |']],
    ['甲\n\n::二维码{网址}\n\n乙', ['body-directive: ::二维码{网址}']],
    [':::编后\n甲\n:::', ['body-directive: :::编后\n甲\n:::']],
    [':::诗\n甲', ['directive-not-closed: :::诗\n甲']],
    [':::诗[题]\n甲\n:::', ['body-directive: :::诗[题]\n甲\n:::']],
    [':::诗{行=2}\n甲\n:::', ['body-directive: :::诗{行=2}\n甲\n:::']],
    [':::诗\n- 甲\n:::', ['body-nested: - 甲']],
    [':::诗\n:::', ['empty-block: :::诗\n:::']],
    [':: 编后 {栏=2}', ['body-directive: :: 编后 {栏=2}']],
    ['甲![图](1.jpg)乙', ['body-image: ![图](1.jpg)']],
    ['甲![图](1 2.jpg)乙', ['body-image: ![图](']],
    ['甲\n\n---\n\n乙', ['body-rule: ---']],
    ['# 甲', ['body-head-level: # 甲']],
    ['##### 甲', ['body-head-level: ##### 甲']],
    ['##甲', ['head-without-blank: ##']],
    ['甲\n##乙\n丙', ['head-without-blank: ##']],
    ['- 甲\n  - 乙', ['body-nested: - 乙']],
    ['- 甲\n\n  乙', ['body-nested: 乙']],
    ['> ## 甲', ['body-nested: ## 甲']],
    ['* 甲', ['list-marker: * 甲']],
    ['+ 甲', ['list-marker: + 甲']],
    ['##', ['empty-block: ##']],
    ['-', ['empty-block: -']],
    ['>', ['empty-block: >']],
  ])('%j', (text, expected) => {
    expect(faults(text)).toEqual(expected);
    for (const { severity, message } of article(text).diagnostics) {
      expect(severity).toBe('error');
      expect(message.zh).not.toBe('');
      expect(message.en).not.toBe('');
    }
  });

  test.each([
    ['甲**乙', ['unmatched-star: **'], 'error'],
    ['**甲\n\n乙**', ['unmatched-star: **', 'unmatched-star: **'], 'error'],
    ['** 甲 **', ['unmatched-star: **', 'unmatched-star: **'], 'error'],
    ['5*6', ['unmatched-star: *'], 'warning'],
    ['2*3*4', ['star-in-number: *3*'], 'error'],
  ])('%j is told', (text, expected, severity) => {
    expect(faults(text)).toEqual(expected);
    expect(article(text).diagnostics[0]?.severity).toBe(severity);
  });
});

describe('front matter', () => {
  test('may be missing', () => {
    const { article: read, faults: none } = article('甲');
    expect(none).toEqual([]);
    expect(read).toMatchObject({
      headline: null,
      byline: null,
      photos: [],
      priority: 0,
      corrections: [],
      id: null,
    });
  });

  test('may be empty', () => {
    expect(faults('---\n---\n甲')).toEqual([]);
    expect(body('---\n---\n甲')).toEqual(['paragraph: 甲']);
  });

  test('that is not closed, or comes late, is an error', () => {
    expect(faults('---\nheadline: 甲\n\n乙')).toEqual(['front-matter-open: ---']);
    expect(faults('\n---\nheadline: 甲\n---\n乙')).toEqual(['front-matter-late: ---']);
    expect(faults('headline: 甲\nbyline: 乙\n\n丙')).toEqual(['front-matter-bare: headline: 甲']);
    expect(faults('——-\n主题：甲\n——-\n丙')).toEqual(['front-matter-bare: ——-']);
    expect(faults('----\n作者: 甲\n----\n丙')).toEqual(['front-matter-bare: ----']);
    expect(body('---\nheadline: 甲\n\n乙')).toEqual([]);
  });

  test('a colon in the first line of a text is no field', () => {
    for (const text of ['老马说：河里的水清不清？', '10:30，雨停了。', 'URL: x', '——主题：甲'])
      expect(faults(text)).toEqual([]);
  });

  test('with Windows line ends is read, its places are those of the file', () => {
    const text = '---\r\nheadline: "四个\\"第一\\""\r\ndeck: 副题\r\n---\r\n甲\r\n乙';
    const { article: read } = article(text, false);
    expect(read.headline?.text).toBe('四个"第一"');
    expect(offsetInFile(read.headline!.map, 3)).toBe(text.indexOf('第'));
    expect(offsetInFile(read.body[0]!.prose.map, 1)).toBe(text.indexOf('乙'));
    expect(text[offsetInFile(read.deck!.map, 1)]).toBe('题');
  });

  test('its texts keep the blanks the author set', () => {
    const { article: read } = article(
      '---\nheadline: 春风送暖　捷报频传\nbyline: 本报记者 李振涛 吴峰 文/图\n---\n',
    );
    expect(read.headline?.text).toBe('春风送暖　捷报频传');
    expect(read.byline?.text).toBe('本报记者 李振涛 吴峰 文/图');
  });
});

describe('quotes', () => {
  test('without a partner are a warning that names the paragraph', () => {
    const text = '面对经济下行压力加大,取得第一?去年,全面推动迈进。”4月7日,刘普军说。';
    const { diagnostics, faults: found } = article(text);
    expect(found).toEqual(['unpaired-quote: ”']);
    expect(diagnostics[0]).toMatchObject({ severity: 'warning' });
    expect(diagnostics[0]!.message.zh).toContain('面对经济下行压力加大…'.slice(0, 10));
  });

  test('are looked at over the whole story, heads apart', () => {
    expect(article('“一。\n\n## 小题\n\n“二。”').faults).toEqual([]);
    expect(article('---\nheadline: “甲\n---\n乙”').faults).toEqual([
      'unpaired-quote: “',
      'unpaired-quote: ”',
    ]);
  });
});

test('an issue that wants no normalising gets its texts as typed', () => {
  const { article: read, counts } = article('---\nheadline: 甲,"乙"\n---\n丙,丁 戊', false);
  expect([read.headline?.text, read.body[0]?.prose.text, counts]).toEqual(['甲,"乙"', '丙,丁 戊', {}]);
});

test('a thousand rows of stars in a paragraph are read, and more in all', () => {
  expect(faults('*甲*乙'.repeat(500))).toEqual([]);
  expect(faults(Array(3).fill('*甲*乙'.repeat(400)).join('\n \n'))).toEqual([]);
});

describe('a body that no page could hold is refused before it is read', () => {
  const items = (depth: number): string =>
    Array.from({ length: depth }, (_, k) => `${' '.repeat(2 * k)}- 甲`).join('\n');

  test.each([
    ['a paragraph of 20,001 characters', '文'.repeat(20_001), 'paragraph-too-long: 文'],
    ['the same in short lines', '文\n'.repeat(10_001), 'paragraph-too-long: 文'],
    ['the same in a list', `- ${'文'.repeat(20_000)}`, 'paragraph-too-long: -'],
    ['10,001 paragraphs', '文\n\n'.repeat(10_001), 'too-many-blocks: 文'],
    ['10,001 items', '- 文\n'.repeat(10_001), 'too-many-blocks: -'],
    ['items within items', `${items(20)}\n`.repeat(48), 'too-many-blocks:  '],
    ['21 lists one in another', items(21), 'body-too-deep:  '],
    ['21 quotations one in another', `${'> '.repeat(21)}文`, 'body-too-deep: >'],
    ['21 directives one in another', ':::甲\n'.repeat(21), 'body-too-deep: :'],
    ['1,001 stars in a paragraph', '*甲 '.repeat(1001), 'too-many-stars: *'],
    ['10,001 brackets', `${'[('.repeat(5000)}\n\n`.repeat(3), 'too-many-marks: ['],
  ])('%s', (_, text, expected) => {
    const { faults, article: read } = article(text);
    expect(faults).toEqual([expected]);
    expect(read.body).toEqual([]);
  });

  test.each([
    ['a paragraph of 20,000 characters', '文'.repeat(20_000), 1],
    [
      'two of them, the second indented by hand',
      `${'文'.repeat(20_000)}\n\u3000\u3000${'文'.repeat(19_000)}`,
      2,
    ],
    ['a thousand stars', '＊ *甲* '.repeat(500), 1],
    ['many lists of one level', '- 甲\n\n文\n\n'.repeat(100), 200],
  ])('but not %s', (_, text, blocks) => {
    const { faults, article: read } = article(text, false);
    expect(faults).toEqual([]);
    expect(read.body.length).toBe(blocks);
  });
});

describe('a subhead without text behind it is doubted', () => {
  test.each([
    ['another of its level', '## 麦田\n\n## 河岸\n\n文'],
    ['a higher one', '文\n\n### 麦田\n\n## 河岸\n\n文'],
    ['the end', '文\n\n## 麦田'],
  ])('before %s', (_, text) => {
    const { diagnostics, faults } = article(text);
    expect(faults).toEqual(['subhead-without-text: 麦田']);
    expect(diagnostics[0]!.severity).toBe('warning');
  });

  test.each([
    ['one of a lower level', '## 麦田\n\n### 河岸\n\n文'],
    ['a quotation', '## 麦田\n\n> 文'],
  ])('but not before %s', (_, text) => {
    expect(article(text).faults).toEqual([]);
  });

  test('nor where the text is there and has a fault', () => {
    expect(article('## 麦田\n\n---').faults).toEqual(['body-rule: ---']);
  });
});

test('of unpaired marks fifty are told', () => {
  expect(article('甲）\n\n'.repeat(80)).faults.length).toBe(50);
});

test('a head part has at most 2,000 characters', () => {
  const kept = article(withFields(`summary: ${'文'.repeat(2000)}`));
  expect([kept.faults, kept.article.summary?.text.length]).toEqual([[], 2000]);
  expect(article(withFields(`summary: ${'文'.repeat(2001)}`)).faults).toEqual([
    `text-too-long: ${'文'.repeat(2001)}`,
  ]);
});

describe('a photo that text runs round', () => {
  const photo = (...lines: readonly string[]): readonly string[] =>
    faults(
      `---\nheadline: 甲\nphotos:\n  - file: a.jpg\n${lines.map((each) => `    ${each}\n`).join('')}---\n乙。\n`,
    );

  test.each([['side: left'], ['start: 2:8'], ['outline: circle'], ['靠: 左']])(
    'without a width %s means nothing, and that is said',
    (line) => {
      const [said] = photo(line);
      expect(said).toMatch(/^wrap-without-width: /);
      expect(line).toContain(said!.replace('wrap-without-width: ', ''));
    },
  );

  test('is told of once', () => {
    expect(photo('side: left', 'start: 2:8', 'outline: circle')).toHaveLength(1);
  });

  test('with a width, or with whole columns and nothing of the kind, nothing is said', () => {
    expect(photo('width: 8字', 'side: left', 'start: 2:8')).toEqual([]);
    expect(photo('columns: 2')).toEqual([]);
  });
});
