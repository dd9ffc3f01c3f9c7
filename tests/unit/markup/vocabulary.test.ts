/** The vocabulary of layout markup: what is refused, where in the template it points, and what is taken. */

import { describe, expect, test } from 'vitest';
import { parseMarkup } from '../../../src/markup/index.ts';
import { renderPages } from '../../../src/template/index.ts';
import {
  handArticle,
  handFile,
  handIssue,
  handPage,
  handPhoto,
  handTheme,
} from '../../support/hand-issue.ts';
import { said } from '../../support/spans.ts';

const FILE = handFile('a.md', '四个第一 图说 photos/1.jpg 正文');

/** Its article is named in `{{omit}}`, so that only the markup's own faults are left. */
function check(template: string, partials: Readonly<Record<string, string>> = {}) {
  const article = handArticle(FILE, {
    headline: FILE.prose('四个第一'),
    photos: [handPhoto(FILE, 'photos/1.jpg', { caption: FILE.prose('图说') })],
    body: [{ kind: 'paragraph', prose: FILE.rich('正文') }],
  });
  const theme = handTheme({ pages: { feature: template }, partials });
  const issue = handIssue(theme, [handPage('feature', [article])]);
  const rendered = renderPages(issue);
  expect(rendered.diagnostics).toEqual([]);
  const { pages, diagnostics } = parseMarkup(rendered.markups, issue);
  expect(pages.length).toBe(diagnostics.length === 0 ? 1 : 0);
  const files = [...theme.pages.values(), ...theme.partials.values()];
  return {
    page: pages[0],
    said: diagnostics.map((diagnostic) => said(diagnostic, files).replaceAll('theme/', '')),
    words: diagnostics
      .flatMap((d) => [d.message, ...d.hints])
      .map(({ zh, en }) => `${zh}\n${en}`)
      .join('\n'),
  };
}

const OMIT = '{{omit article}}';
const story = (inside: string, attributes = ''): string =>
  `<page>\n<story {{source article}}${attributes}>${inside}</story>${OMIT}</page>`;

type Row = readonly [template: string, where: string, words: string];

const NOT_IN_THE_VOCABULARY: readonly Row[] = [
  ['<page><folio-/></page>', 'unknown-element pages/feature.hbs:1:7 «<folio-/>»', '“folio”'],
  ['<page>\n <stroy>x</stroy></page>', 'unknown-element pages/feature.hbs:2:2 «<stroy>»', '“story”'],
  ['<pages/>', 'misplaced-element pages/feature.hbs:1:1 «<pages/>»', '<page>'],
  ['<page paper="x"/>', 'unknown-attribute pages/feature.hbs:1:7 «paper»', 'class'],
  [story('', ' colums="2"'), 'unknown-attribute pages/feature.hbs:2:27 «colums»', '“columns”'],
  [story('', ' columns="0"'), 'bad-attribute pages/feature.hbs:2:27 «columns»', '正整数'],
  [story('', ' columns="two"'), 'bad-attribute pages/feature.hbs:2:27 «columns»', '“two”'],
  [story('', ' fill="full"'), 'bad-attribute pages/feature.hbs:2:27 «fill»', 'balance'],
  ['<page><story/></page>', 'missing-attribute pages/feature.hbs:1:7 «<story/>»', '{{source article}}'],
  [story('<figure/>'), 'missing-attribute pages/feature.hbs:2:27 «<figure/>»', 'image="{{file}}"'],
  [
    story('<figure image="photos/1.jpg"/>'),
    'bad-attribute pages/feature.hbs:2:35 «image»',
    'image="{{file}}"',
  ],
  [
    story('<figure image="{{article.headline}}"/>'),
    'bad-attribute pages/feature.hbs:2:35 «image»',
    '“四个第一”',
  ],
  [
    '<page><story source="{{article.id}}"/></page>',
    'bad-attribute pages/feature.hbs:1:14 «source»',
    '{{source article}}',
  ],
  ['<page><story source="x{{article.id}}"/></page>', 'bad-attribute pages/feature.hbs:1:14 «source»', '“xa”'],
  [
    story('<body><subhead level="5">x</subhead></body>'),
    'bad-attribute pages/feature.hbs:2:42 «level»',
    '2、3 或 4',
  ],
];

const OUT_OF_PLACE: readonly Row[] = [
  [
    '<page>\n <headline>x</headline></page>',
    'misplaced-element pages/feature.hbs:2:2 «<headline>»',
    '<head>',
  ],
  [story('<p>x</p>'), 'misplaced-element pages/feature.hbs:2:27 «<p>»', '<body>'],
  [
    story('<head><headline><credit>x</credit></headline></head>'),
    'misplaced-element pages/feature.hbs:2:43 «<credit>»',
    '<caption>',
  ],
  ['<page>  天气 </page>', 'misplaced-text pages/feature.hbs:1:9 «天气»', '“天气”'],
  [
    '<page>{{article.headline}}</page>',
    'misplaced-text pages/feature.hbs:1:7 «{{article.headline}}»',
    '“四个第一”',
  ],
  [story('\n{{body article}}'), 'misplaced-element pages/feature.hbs:3:1 «{{body article}}»', '<body>'],
  [story('<head/><head/>'), 'doubled-element pages/feature.hbs:2:34 «<head/>»', '只能有一个'],
  ['<page><folio/><folio/></page>', 'doubled-element pages/feature.hbs:1:15 «<folio/>»', '只能有一个'],
];

const NOT_WELL_FORMED: readonly Row[] = [
  [
    '<page>\n <folio>\n</page>',
    'malformed-markup pages/feature.hbs:2:2 «<folio>»',
    '<folio> 没有关上就遇到了 </page>',
  ],
  ['<page>\n <folio>', 'malformed-markup pages/feature.hbs:2:2 «<folio>»', '<folio> 没有关上'],
  ['<page/>\n</page>', 'malformed-markup pages/feature.hbs:2:1 «</page>»', '没有对应的开头'],
  ['<page/>\n<page/>', 'malformed-markup pages/feature.hbs:2:6 «/»', '一个 <page>'],
  ['', 'malformed-markup pages/feature.hbs:1:1 «»', '<page>'],
  ['报眉', 'malformed-markup pages/feature.hbs:1:3 «»', '<page>'],
  ['<page>\n 甲 & 乙</page>', 'malformed-markup pages/feature.hbs:2:4 «&»', '&amp;'],
  ['<page class="a" class="b"/>', 'malformed-markup pages/feature.hbs:1:27 «>»', 'class 写了两次'],
  ['<page class=a/>', 'malformed-markup pages/feature.hbs:1:13 «a»', '引号'],
  ['<page>&nbsp;</page>', 'malformed-markup pages/feature.hbs:1:12 «;»', '&amp;'],
  ['<page><![CDATA[x]]></page>', 'malformed-markup pages/feature.hbs:1:7 «<![CDATA[x]]>»', '<!…>'],
  ['<!DOCTYPE page><page/>', 'malformed-markup pages/feature.hbs:1:1 «<!DOCTYPE page>»', '<!…>'],
  ['<?x y?><page/>', 'malformed-markup pages/feature.hbs:1:1 «<?x y?>»', '<?…>'],
  [
    '<page>{{#each article.photos}}<folio>{{/each}}</page>',
    'malformed-markup pages/feature.hbs:1:31 «<folio>»',
    '<folio>',
  ],
];

test.each([...NOT_IN_THE_VOCABULARY, ...OUT_OF_PLACE, ...NOT_WELL_FORMED])('%s', (template, where, words) => {
  const found = check(template);
  expect(found.said[0]).toBe(where);
  expect(found.words).toContain(words);
});

describe('all faults of a page', () => {
  test('are said in one run', () => {
    const template = story('<head><headlin>x</headlin></head><boby/>', ' fil="page"');
    expect(check(template).said.map((line) => line.split(' ')[0])).toEqual([
      'unknown-attribute',
      'unknown-element',
      'unknown-element',
    ]);
  });

  test('point into the partial that wrote them', () => {
    const partials = { head: '\n<head>\n  <headlin>{{article.headline}}</headlin>\n</head>' };
    expect(check(story('{{> head}}'), partials).said).toEqual([
      'unknown-element partials/head.hbs:3:3 «<headlin>»',
    ]);
    expect(check(story('{{> head}}'), { head: 'x\n <head>' }).said).toEqual([
      'malformed-markup partials/head.hbs:2:2 «<head>»',
    ]);
  });

  test('of one page leave the other pages alone', () => {
    const theme = handTheme({ pages: { good: '<page/>', bad: '<pag/>', worse: '<page>' } });
    const issue = handIssue(theme, [handPage('bad', []), handPage('good', []), handPage('worse', [])]);
    const { pages, diagnostics } = parseMarkup(renderPages(issue).markups, issue);
    expect(pages).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['misplaced-element', 'malformed-markup']);
  });
});

describe('taken', () => {
  test.each([
    ['comments and blanks between elements', `<page>\n<!-- <nothing> -->\n <folio> </folio>\n${OMIT}</page>`],
    [
      'attributes without a value, as of an optional field',
      story(
        '<figure image="{{article.photos.0.file}}" columns="{{article.photos.0.columns}}" place=""/>',
        ' columns="" fill=""',
      ).replace(OMIT, '{{omit article.headline}}{{omit article.body}}{{omit article.photos.0.caption}}'),
    ],
    [
      'a class on any element',
      `<page class="a"><folio class="b"><left class="c"><text class="d e">x</text></left></folio>${OMIT}</page>`,
    ],
  ])('%s', (_, template) => {
    expect(check(template).said).toEqual([]);
  });

  test('elements without text make no box', () => {
    const template = `<page><folio><left><text> </text><text>甲</text></left></folio>${OMIT}</page>`;
    expect(check(template).page!.folio!.left.parts).toHaveLength(1);
  });
});
