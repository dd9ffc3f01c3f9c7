/** styles.css: each property with what it takes and refuses, selectors, the cascade. */

import { describe, expect, test } from 'vitest';
import type { PageBox, ParagraphBox } from '../../../src/markup/box.ts';
import { parseMarkup } from '../../../src/markup/index.ts';
import { renderPages } from '../../../src/template/index.ts';
import { paragraphsOf, storiesOf } from '../../support/boxes.ts';
import {
  handArticle,
  handFile,
  handIssue,
  handPage,
  handPhoto,
  handTheme,
  PLAIN_SHEET,
} from '../../support/hand-issue.ts';
import { said } from '../../support/spans.ts';

const FILE = handFile('a.md', '主题 作者 图说 photos/1.jpg 正文黑楷 小标题');

const TEMPLATE = `<page class="one {{page.side}}">
  <folio><left><text class="date">日期</text></left><right><text>版</text><text class="label">05</text></right></folio>
  <story {{source article}}>
    <head><headline>{{article.headline}}</headline><byline class="small">{{article.byline}}</byline></head>
    {{#each article.photos}}<figure image="{{file}}"><caption>{{caption}}</caption></figure>{{/each}}
    <body>{{body article}}</body>
  </story>
</page>`;

function parse(sheet: string, base = PLAIN_SHEET) {
  const article = handArticle(FILE, {
    headline: FILE.prose('主题'),
    byline: FILE.prose('作者'),
    photos: [handPhoto(FILE, 'photos/1.jpg', { caption: FILE.prose('图说') })],
    body: [
      { kind: 'paragraph', prose: FILE.rich('正文黑楷', ['黑', 'strong'], ['楷', 'emphasis']) },
      { kind: 'subhead', level: 2, prose: FILE.rich('小标题') },
    ],
  });
  const theme = handTheme({ pages: { feature: TEMPLATE }, sheet: base + sheet });
  const issue = handIssue(theme, [handPage('feature', [article])]);
  const { pages, diagnostics } = parseMarkup(renderPages(issue).markups, issue);
  return { page: pages[0], diagnostics, sheet: theme.sheet };
}

function boxes(sheet: string): PageBox {
  const { page, diagnostics } = parse(sheet);
  expect(diagnostics).toEqual([]);
  return page!;
}

function paragraph(sheet: string, role: string): ParagraphBox {
  return paragraphsOf(boxes(sheet)).find((each) => each.role === role)!;
}

/** Code and characters of the first fault, and all that is said about it. */
function fault(sheet: string): readonly [string, string] {
  const { page, diagnostics, sheet: source } = parse(sheet);
  expect(page).toBeUndefined();
  const [first] = diagnostics;
  const words = [first!.message, ...first!.hints].map(({ zh, en }) => `${zh}\n${en}`).join('\n');
  return [said(first!, [source]).replace(/ theme\/styles.css:\d+:\d+/, ''), words];
}

describe('a paragraph', () => {
  const body = (sheet: string): ParagraphBox => paragraph(sheet, 'paragraph');

  test('without styles is body text of the page', () => {
    expect(body('')).toMatchObject({
      size: 10.5,
      sizes: [10.5],
      align: 'justify',
      indent: 0,
      insetStart: 0,
      insetEnd: 0,
      lines: 0,
      spaceBefore: 0,
      spaceAfter: 0,
      keepWithNext: 0,
      orphans: 1,
      widows: 1,
      maxRows: 0,
      profile: { prohibition: 'gb', marks: 'quanjiao', autospace: 0, trimStart: true },
    });
    expect(body('').runs[0]!.style).toEqual({
      faces: ['song-400', 'hei-400', 'kai-400'],
      size: 10.5,
      swatch: 'black',
      tracking: 0,
      spaceWidth: 0,
      rise: 0,
      lang: 'zh-CN',
    });
  });

  test.each<[string, Partial<ParagraphBox>]>([
    ['font-size: 12pt', { size: 12, sizes: [12] }],
    ['font-size: 四号', { size: 14 }],
    ['font-size: 2字; lines: 2', { size: 21 }],
    ['font-size: 5mm', { size: (5 * 72) / 25.4 }],
    ['text-indent: 2字', { indent: 2000 }],
    ['text-indent: 2em; font-size: 21pt; lines: 2', { indent: 2000 }],
    // 字 is the page's: 2 × 10.5 pt are one em of 21 pt.
    ['text-indent: 2字; font-size: 21pt; lines: 2', { indent: 1000 }],
    ['text-indent: 3.5pt', { indent: 333 }],
    ['text-align: right', { align: 'right' }],
    ['inset: 1字', { insetStart: 1000, insetEnd: 1000 }],
    ['inset: 2字 0', { insetStart: 2000, insetEnd: 0 }],
    ['lines: 2', { lines: 2 }],
    ['row-pitch: 1.5em; font-size: 20pt; lines: 2', { rowPitch: 30 }],
    ['row-pitch: 2行', { rowPitch: 32 }],
    ['space-before: 1行; space-after: 2行', { spaceBefore: 1, spaceAfter: 2 }],
    ['keep-with-next: 2; orphans: 3; widows: 2', { keepWithNext: 2, orphans: 3, widows: 2 }],
    ['max-rows: 2', { maxRows: 2 }],
    ['text-align: justify-all', { align: 'justify-all' }],
    ['initial-letter: 3', { initial: 3 }],
    ['initial-letter: normal', { initial: 0 }],
  ])('{ %s }', (declarations, box) => {
    expect(body(`p { ${declarations} }`)).toMatchObject(box);
  });
});

describe('the rules and looks of a paragraph', () => {
  const body = (sheet: string): ParagraphBox => paragraph(sheet, 'paragraph');

  test.each([
    ['punctuation: banjiao', { marks: 'banjiao' }],
    ['punctuation: kaiming', { marks: 'kaiming' }],
    ['line-break: strict', { prohibition: 'strict' }],
    ['autospace: 0.25em', { autospace: 250 }],
    ['autospace: 0.125em', { autospace: 125 }],
    ['autospace: 0', { autospace: 0 }],
    ['trim-start: off', { trimStart: false }],
    ['hanging-punctuation: allow-end', { hanging: true }],
    ['region: taiwan', { region: 'taiwan' }],
  ])('{ %s }', (declarations, profile) => {
    expect(body(`p { ${declarations} }`).profile).toMatchObject(profile);
  });

  test.each([
    ['font-family: 黑', { faces: ['hei-400', 'song-400', 'kai-400'] }],
    ['font-family: "黑", 楷', { faces: ['hei-400', 'kai-400', 'song-400'] }],
    ['font-weight: 900', { faces: ['song-900', 'hei-900', 'kai-400'] }],
    ['font-weight: bold', { faces: ['song-700', 'hei-700', 'kai-400'] }],
    // No 800: the heavier neighbour, as CSS has it.
    ['font-weight: 800', { faces: ['song-900', 'hei-900', 'kai-400'] }],
    ['color: red', { swatch: 'red' }],
    ['letter-spacing: 4pt; font-size: 20pt; lines: 2', { tracking: 200 }],
    ['letter-spacing: -0.05em', { tracking: -50 }],
    ['space-width: 1em; font-size: 14pt', { spaceWidth: 1000 }],
  ])('{ %s }', (declarations, style) => {
    expect(body(`p { ${declarations} }`).runs[0]!.style).toMatchObject(style);
  });

  test('shows b and i as the sheet maps them, the rest as it was', () => {
    const sheet = 'p { color: red } b { font-family: 黑; font-weight: 700 } i { font-family: 楷 }';
    expect(body(sheet).runs.map(({ text, style }) => [text, style.faces[0], style.swatch])).toEqual([
      ['正文', 'song-400', 'red'],
      ['黑', 'hei-700', 'red'],
      ['楷', 'kai-400', 'red'],
    ]);
  });

  test.each([
    ['font-size: 84pt 72pt 63.5pt', { size: 84, sizes: [84, 72, 63.5] }],
    ['font-size: 初号 小初 一号', { sizes: [42, 36, 26] }],
  ])('of a head: { %s }', (declarations, box) => {
    expect(paragraph(`headline { ${declarations} }`, 'headline')).toMatchObject(box);
  });

  test('of a head: a ladder of sizes to climb down', () => {
    expect(paragraph('headline { font-size: 84pt 72pt; max-rows: 1 }', 'headline')).toMatchObject({
      size: 84,
      sizes: [84, 72],
      maxRows: 1,
    });
  });
});

describe('page and head', () => {
  test('the grid is centred from left to right', () => {
    const { trim, grid } = boxes('');
    expect(trim.width).toBeCloseTo((390 * 72) / 25.4, 9);
    expect(trim.height).toBeCloseTo((540 * 72) / 25.4, 9);
    // (6 × 14 + 5 × 2) × 10.5 = 987 pt.
    expect(grid.left * 2 + 987).toBeCloseTo(trim.width, 2);
    expect(grid).toMatchObject({
      top: 68.031,
      em: 10.5,
      pitch: 16,
      lines: 87,
      columns: 6,
      chars: 14,
      gutter: 2,
    });
  });

  test('sizes of pages', () => {
    const trim = (size: string) => boxes(`page { size: ${size}; columns: 2; lines: 9 }`).trim;
    expect(trim('tabloid').width).toBeCloseTo((275 * 72) / 25.4, 9);
    expect(trim('285mm 420mm').height).toBeCloseTo((420 * 72) / 25.4, 9);
    expect(trim('600pt 800pt')).toEqual({ width: 600, height: 800 });
  });

  test('a head', () => {
    const stories = storiesOf(boxes('head { space-before: 2行; space-after: 1行; gap: 1.4行 }'));
    expect(stories[0]!.head).toMatchObject({ spaceBefore: 2, spaceAfter: 1 });
    expect(stories[0]!.head!.gap).toBeCloseTo(22.4, 9);
  });
});

describe('figure and folio', () => {
  test('a figure', () => {
    const [figure] = storiesOf(boxes('figure { border: 0.3pt red; space: 2行; crop-limit: 12% }'))[0]!
      .figures;
    expect(figure).toMatchObject({ border: { width: 0.3, swatch: 'red' }, space: 2, cropLimit: 0.12 });
    expect(storiesOf(boxes('figure { border: none }'))[0]!.figures[0]!.border).toBeNull();
  });

  test.each([
    ['正线 black', [[0.3, 'black']], 0],
    ['反线 red', [[2, 'red']], 0],
    [
      '双线 black',
      [
        [0.5, 'black'],
        [0.5, 'black'],
      ],
      1.5,
    ],
    [
      '文武线 black',
      [
        [2, 'black'],
        [0.5, 'black'],
      ],
      1.5,
    ],
    ['1pt red', [[1, 'red']], 0],
    [
      '2pt black 1.2pt 0.4pt red',
      [
        [2, 'black'],
        [0.4, 'red'],
      ],
      1.2,
    ],
  ])('folio { rule: %s }', (rule, strokes, gap) => {
    const { folio } = boxes(`folio { lines: 3; rule-line: 2; rule: ${rule} }`);
    expect(folio).toMatchObject({ lines: 3, ruleLine: 2 });
    const drawn = strokes.map(([width, swatch]) => ({ width, swatch }));
    expect(folio!.rule).toEqual({ strokes: drawn, gap, pattern: null });
  });

  test.each([
    ['点线', 'dots', 1],
    ['波纹线', 'wave', 2.2],
    ['连珠', 'beads', 5],
    ['回纹', 'fret', 6],
    ['花瓣', 'petals', 6.5],
  ])('folio { rule: %s red }: the pattern %s in a band of %d pt', (name, pattern, width) => {
    expect(boxes(`folio { rule: ${name} red }`).folio!.rule).toEqual({
      strokes: [{ width, swatch: 'red' }],
      gap: 0,
      pattern,
    });
  });

  test('parts of a folio stand a gap in 字 apart', () => {
    const { folio } = boxes('right { gap: 1.5字 } left { gap: 21pt }');
    expect([folio!.left.gap, folio!.center.gap, folio!.right.gap]).toEqual([2, 0, 1.5]);
    expect(boxes('folio { rule: none }').folio!.rule).toBeNull();
  });
});

describe('frames and column rules', () => {
  const storyOf = (sheet: string) => storiesOf(boxes(sheet))[0]!;

  test('corners of a frame and of a tint', () => {
    expect(storyOf('story { frame: 正线 red; border-radius: 3pt }').frame).toMatchObject({ radius: 3 });
    expect(storyOf('story { background: red; border-radius: 1字 }').frame).toMatchObject({ radius: 10.5 });
    expect(storyOf('story { frame: 正线 red }').frame).toMatchObject({ radius: 0 });
    expect(storyOf('story { border-radius: 3pt }').frame).toBeNull();
  });

  test('a page hands its column rule down; a story may have its own, or none', () => {
    expect(storyOf('').columnRule).toBeNull();
    expect(storyOf('page { column-rule: 正线 red }').columnRule).toMatchObject({
      strokes: [{ width: 0.3, swatch: 'red' }],
    });
    const page = 'page { column-rule: 正线 red }';
    expect(storyOf(`${page} story { column-rule: none }`).columnRule).toBeNull();
    expect(storyOf(`${page} story { column-rule: 点线 black }`).columnRule).toMatchObject({
      pattern: 'dots',
    });
  });

  test('a column rule as wide as the gutter is refused, a thinner one is not', () => {
    // 2 字 of 10.5 pt.
    const [at, words] = fault('story { column-rule: 21pt black }');
    expect(at).toBe('column-rule-too-wide «column-rule: 21pt black»');
    expect(words).toContain('栏空');
    expect(storyOf('story { column-rule: 20pt black }').columnRule).not.toBeNull();
  });
});

describe('values refused', () => {
  test.each([
    ['p { font-size: 12 }', 'bad-value «12»', '84pt 72pt'],
    ['p { font-size: -1pt }', 'bad-value «-1pt»', 'font-size'],
    ['p { font-size: 0 }', 'bad-value «0»', 'font-size'],
    ['p { font-size: 九号 }', 'bad-value «九号»', '五号'],
    ['p { font-size: 1em }', 'unknown-unit «1em»', 'pt'],
    ['p { font-size: 12px }', 'unknown-unit «12px»', 'pt、mm、字'],
    ['p { font-size: 12pt 14pt }', 'bad-value «12pt 14pt»', '从大到小'],
    ['p { font-size: 12pt, 10pt }', 'bad-value «12pt, 10pt»', 'font-size'],
    ['p { font-family: 宋体仿 }', 'unknown-family «宋体仿»', '宋、黑、楷'],
    ['p { font-family: 宋, 方正报宋 }', 'unknown-family «宋, 方正报宋»', '方正报宋'],
    ['p { font-family: 宋 黑 }', 'bad-value «宋 黑»', '宋, 黑'],
    ['p { font-weight: heavy }', 'bad-value «heavy»', 'bold'],
    ['p { font-weight: 0 }', 'bad-value «0»', '100–900'],
    ['p { color: rde }', 'unknown-swatch «rde»', '“red”'],
    ['p { color: #f00 }', 'bad-value «#f00»', 'theme.yaml'],
    ['p { text-align: centre }', 'bad-value «centre»', '“center”'],
    ['p { text-align: left right }', 'bad-value «left right»', 'justify'],
    ['p { punctuation: banjao }', 'bad-value «banjao»', '“banjiao”'],
    ['p { line-break: css }', 'bad-value «css»', 'gb'],
    ['p { autospace: 0.2em }', 'bad-value «0.2em»', '0.125em'],
    ['p { trim-start: yes }', 'bad-value «yes»', 'on、off'],
    ['p { lines: 1.5 }', 'bad-value «1.5»', '整数'],
    ['p { lines: 2行 }', 'bad-value «2行»', '整数'],
    ['p { space-before: 1.5行 }', 'bad-value «1.5行»', '整数'],
    ['p { space-before: 3pt }', 'unknown-unit «3pt»', '行'],
    ['p { inset: 1字 2字 3字 }', 'bad-value «1字 2字 3字»', 'inset'],
    ['p { orphans: 0 }', 'bad-value «0»', '栏尾'],
    ['p { initial-letter: 1 }', 'bad-value «1»', 'normal'],
    ['page { columns: 0 }', 'bad-value «0»', '栏数'],
    ['page { size: a4 }', 'bad-value «a4»', 'broadsheet'],
    ['page { size: 390mm }', 'bad-value «390mm»', '390mm 540mm'],
    ['page { size: constructor }', 'bad-value «constructor»', 'broadsheet'],
    ['page { column-gutter: 10pt }', 'unknown-unit «10pt»', '字'],
    ['figure { border: 1pt }', 'bad-value «1pt»', '0.3pt k50'],
    ['figure { border: 1pt blak }', 'unknown-swatch «1pt blak»', '“black”'],
    ['figure { crop-limit: 120% }', 'bad-value «120%»', '10%'],
    ['folio { rule: 武文线 black }', 'bad-value «武文线 black»', '文武线'],
    ['folio { rule: 花边 black }', 'bad-value «花边 black»', '花瓣'],
    ['folio { rule: 点线 1pt black }', 'bad-value «点线 1pt black»', '点线'],
    ['story { frame: 回纹 }', 'bad-value «回纹»', '回纹 red'],
    ['story { column-rule: 花瓣 black }', 'bad-value «花瓣 black»', '花边除外'],
    ['story { column-rule: 正线 blak }', 'unknown-swatch «正线 blak»', '“black”'],
    ['panel { border-radius: -1mm }', 'bad-value «-1mm»', '圆角'],
    ['figure { border-radius: 1mm }', 'misplaced-property «border-radius: 1mm»', 'panel'],
    ['folio { rule: 文武线 }', 'bad-value «文武线»', '文武线 black'],
    ['folio { rule: 2pt black 1pt }', 'bad-value «2pt black 1pt»', '2pt black 1.5pt'],
    ['p { font-size: }', 'bad-value «»', 'font-size'],
  ])('%s', (sheet, where, words) => {
    const [at, all] = fault(sheet);
    expect(at).toBe(where);
    expect(all).toContain(words);
  });
});

describe('sheets refused', () => {
  test.each([
    ['p { font-sise: 9pt }', 'unknown-property «font-sise»', '“font-size”'],
    ['p { --x: 1 }', 'unknown-property «--x»', 'font-size'],
    ['p { background-color: red }', 'unknown-property «background-color»', 'background'],
    ['headlin { color: red }', 'bad-selector «headlin»', '“headline”'],
    ['head > headlin { color: red }', 'bad-selector «head > headlin»', '“headline”'],
    ['p:not(qoute) { color: red }', 'bad-selector «p:not(qoute)»', '“quote”'],
    ['p::before { color: red }', 'bad-selector «p::before»', ':nth-child'],
    ['p:fist-child { color: red }', 'bad-selector «p:fist-child»', '“:first-child”'],
    ['head:hover { color: red }', 'bad-selector «head:hover»', '“:hover”'],
    ['@media print { p { color: red } }', 'style-syntax «@media print { p { color: red } }»', '@'],
    ['body { p { color: red } }', 'style-syntax «{»', '读不懂'],
    ['body { & p { color: red } }', 'style-syntax «& p { color: red }»', '规则'],
    ['p { color: red !important }', 'style-syntax «color: red !important»', '!important'],
    ['p { color： red; }', 'style-syntax «：»', '全角'],
    ['p { color: red； }', 'unknown-swatch «red；»', '全角'],
    ['p { color red }', 'style-syntax «r»', '属性: 值;'],
    ['p { columns: 2 }', 'misplaced-property «columns: 2»', 'page'],
    ['* { border: none }', 'misplaced-property «border: none»', 'figure'],
    ['b { text-indent: 1字; lines: 2 }', 'misplaced-property «lines: 2»', 'subhead'],
  ])('%s', (sheet, where, words) => {
    const [at, all] = fault(sheet);
    expect(at).toBe(where);
    expect(all).toContain(words);
  });

  test('with line and column, every fault once', () => {
    const { diagnostics, sheet } = parse(
      'p {\n  colour: red;\n  font-size: 12px;\n}\nfolo { lines: 3 }\n',
      '',
    );
    expect(diagnostics.map((each) => said(each, [sheet]))).toEqual([
      'unknown-property theme/styles.css:2:3 «colour»',
      'unknown-unit theme/styles.css:3:14 «12px»',
      'bad-selector theme/styles.css:5:1 «folo»',
    ]);
  });
});

describe('styles that cannot be set', () => {
  test.each([
    ['headline { letter-spacing: -0.11em }', 'letter-spacing: -0.11em', '-0.1em'],
    ['story { letter-spacing: -2pt }', 'letter-spacing: -2pt', '-0.1em'],
    ['b { letter-spacing: -1em }', 'letter-spacing: -1em', '-0.1em'],
    ['p { font-size: 10pt 9pt }', 'font-size: 10pt 9pt', '一个字号'],
    ['page { font-size: 10pt 9pt }', 'font-size: 10pt 9pt', '一个字号'],
    ['b { font-size: 10pt 9pt }', 'font-size: 10pt 9pt', '一个字号'],
    ['caption { font-size: 9pt 8pt }', 'font-size: 9pt 8pt', '一个字号'],
    ['.label { font-size: 26pt 20pt }', 'font-size: 26pt 20pt', '一个字号'],
    ['headline { inset: 100字 }', 'inset: 100字', '减小 inset'],
    ['p { inset: 7字 6字 }', 'inset: 7字 6字', '减小 inset'],
    ['p { text-indent: 13字 }', 'text-indent: 13字', '减小 text-indent'],
    ['p { font-size: 80pt; }', 'font-size: 80pt', '减小 font-size'],
    ['caption { inset: 100mm }', 'inset: 100mm', '减小 inset'],
    ['p { font-size: 17pt; }', 'font-size: 17pt', 'lines'],
    ['caption { font-size: 17pt; }', 'font-size: 17pt', '减小 font-size'],
    ['headline { row-pitch: 0.9em; }', 'row-pitch: 0.9em', '至少写 1em'],
    ['subhead { font-size: 20pt; lines: 2; row-pitch: 18pt }', 'row-pitch: 18pt', '至少写 1em'],
  ])('%s cannot be set', (sheet, declaration, cure) => {
    const [at, all] = fault(sheet);
    expect(at).toBe(`unsettable-style «${declaration}»`);
    expect(all).toContain(cure);
  });

  test('what can be set to its last bit, is', () => {
    const { diagnostics } = parse(
      `headline { letter-spacing: -0.1em; font-size: 30pt 20pt; inset: 30字; row-pitch: 1em }
      head { font-size: 20pt 18pt } headline b { letter-spacing: -0.1em }
      p { inset: 6字 6字; font-size: 10.5pt } p b { font-size: 9pt }
      subhead { font-size: 20pt; lines: 2; row-pitch: 1em } caption { font-size: 16pt }`,
    );
    expect(diagnostics).toEqual([]);
  });

  test('a head over few columns, or in a panel, has their room', () => {
    expect(fault('head { side: left; columns: 1 } headline { inset: 7字 }')[0]).toBe(
      'unsettable-style «inset: 7字»',
    );
    expect(parse('head { side: left; columns: 2 } headline { inset: 7字 }').diagnostics).toEqual([]);
    expect(
      parse('head { side: left } headline { inset: 7字; writing-mode: vertical-rl }').diagnostics,
    ).toEqual([]);
  });
});

describe('measures of a page', () => {
  test('measures that are refused and those that are missing in one run', () => {
    const { diagnostics, sheet } = parse('page { size: 100mm; columns: 0; lines: 20 }', '');
    expect(diagnostics.map((each) => said(each, [sheet]))).toEqual([
      'bad-value theme/styles.css:1:14 «100mm»',
      'bad-value theme/styles.css:1:30 «0»',
      'missing-property theme/pages/feature.hbs:1:1 «»',
    ]);
    expect(diagnostics[2]!.message.zh).toContain('：column-chars、body-size、line-pitch、margin-top');
  });

  test.each(['page { colums: 6 }', 'pge { columns: 6 }', 'page { columns 6; }'])(
    'nothing is called missing that “%s” may have meant',
    (sheet) => {
      const codes = parse(sheet, '').diagnostics.map(({ code }) => code);
      expect(codes).not.toContain('missing-property');
      expect(codes).toHaveLength(1);
    },
  );

  test('a page without its measures, or with more than it holds', () => {
    const codes = (sheet: string) =>
      parse(sheet, '').diagnostics.map(({ code, message }) => [code, message.zh]);
    expect(codes('page { columns: 6 }')).toEqual([
      [
        'missing-property',
        'theme/styles.css 没有给这个 <page> 定：size、column-chars、body-size、line-pitch、margin-top、lines',
      ],
    ]);
    expect(codes(`${PLAIN_SHEET} page { columns: 7 }`)).toEqual([
      ['type-area-too-large', '版心宽 407.5 毫米，比开本 390.0 毫米还宽'],
    ]);
    expect(codes(`${PLAIN_SHEET} page { lines: 92 }`)).toEqual([
      ['type-area-too-large', '天头加版心到 543.3 毫米，超出开本高 540.0 毫米'],
    ]);
  });
});

describe('the cascade', () => {
  const colorOf = (sheet: string, role = 'paragraph') => paragraph(sheet, role).runs[0]!.style.swatch;

  test.each([
    ['a later rule wins', 'p { color: red } p { color: black }', 'black'],
    ['a later declaration wins', 'p { color: red; color: black }', 'black'],
    ['a class beats a name', '.one p { color: red } story p { color: black }', 'red'],
    ['more names beat fewer', 'page story p { color: red } story p { color: black }', 'red'],
    ['an attribute beats a name', 'page[class~="right"] p { color: red } page p { color: black }', 'red'],
    [':where adds nothing', ':where(.one) p { color: red } p { color: black }', 'black'],
    [':is counts its largest', ':is(.one, page) p { color: red } page story p { color: black }', 'red'],
    [':not counts what it excludes', 'p:not(.x) { color: red } body p { color: black }', 'red'],
    ['* counts nothing', 'p { color: red } * { color: black }', 'red'],
    ['one of a list is enough', 'quote, p, item { color: red }', 'red'],
    ['what is next to what', 'figure + body p { color: red }', 'red'],
    ['what does not match does not count', '.two p, head p, figure > p { color: red }', 'black'],
    ['a parent hands down', 'story { color: red }', 'red'],
    [
      'its own beats what is handed down, however weak',
      '.one.right story { color: red } p { color: black }',
      'black',
    ],
  ])('%s', (_, sheet, color) => {
    expect(colorOf(sheet)).toBe(color);
  });

  test('what is not inherited stays where it was declared', () => {
    expect(
      paragraph('body { color: red } head { gap: 2行; space-before: 1行 }', 'headline').spaceBefore,
    ).toBe(0);
    expect(paragraph('folio { lines: 3 }', 'folio').lines).toBe(0);
  });

  test('positions in a story tell elements apart', () => {
    expect(paragraph('.date { color: red }', 'folio').runs[0]!.style.swatch).toBe('red');
    const folio = boxes('text:last-child { color: red }').folio!;
    expect([...folio.left.parts, ...folio.right.parts].map(({ runs }) => runs[0]!.style.swatch)).toEqual([
      'red',
      'black',
      'red',
    ]);
  });
});
