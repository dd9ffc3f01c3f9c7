/** What a template leaves out or sets twice: found, named with its place in content and in the template. */

import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/content/issue.ts';
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

const FILE = handFile(
  'a.md',
  '引题一 主题一 副题一 提要一 作者一 消息头 署名一 photos/1.jpg 图说一 摄影一 photos/2.jpg 图说二 第一段 第二段',
);

const FULL: Article = handArticle(FILE, {
  kicker: FILE.prose('引题一'),
  headline: FILE.prose('主题一'),
  deck: FILE.prose('副题一'),
  summary: FILE.prose('提要一'),
  byline: FILE.prose('作者一'),
  dateline: FILE.prose('消息头'),
  signoff: FILE.prose('署名一'),
  photos: [
    handPhoto(FILE, 'photos/1.jpg', { caption: FILE.prose('图说一'), credit: FILE.prose('摄影一') }),
    handPhoto(FILE, 'photos/2.jpg', { caption: FILE.prose('图说二') }),
  ],
  body: [
    { kind: 'paragraph', prose: FILE.rich('第一段', ['一', 'strong']) },
    { kind: 'paragraph', prose: FILE.rich('第二段') },
  ],
});

const HEAD = `<head><kicker>{{article.kicker}}</kicker><headline>{{article.headline}}</headline>
<deck>{{article.deck}}</deck><summary>{{article.summary}}</summary><byline>{{article.byline}}</byline></head>`;
const FIGURES = `{{#each article.photos}}
<figure image="{{file}}"><caption>{{caption}}{{#if credit}} <credit>{{credit}}</credit>{{/if}}</caption></figure>
{{/each}}`;
const BODY = `<body>{{body article dateline=article.dateline}}<signoff>{{article.signoff}}</signoff></body>`;
const COMPLETE = `<page><story {{source article}}>
${HEAD}
${FIGURES}
${BODY}
</story></page>`;

function accounts(template: string, articles: readonly Article[] = [FULL]) {
  const theme = handTheme({ pages: { feature: template } });
  const issue = handIssue(theme, [handPage('feature', articles)]);
  const rendered = renderPages(issue);
  const { pages, diagnostics } = parseMarkup(rendered.markups, issue);
  expect(rendered.diagnostics).toEqual([]);
  expect(pages.length).toBe(diagnostics.length === 0 ? 1 : 0);
  return { diagnostics, said: diagnostics.map((each) => said(each, [FILE]).replace(/ a\.md:1:\d+/, '')) };
}

/** COMPLETE with one piece replaced. */
function changed(from: string, to: string): string {
  expect(COMPLETE).toContain(from);
  return COMPLETE.replace(from, to);
}

test('a template that sets everything once is in order', () => {
  expect(accounts(COMPLETE).said).toEqual([]);
});

describe('left out', () => {
  test.each([
    ['<kicker>{{article.kicker}}</kicker>', '«引题一»', '引题没有排上版'],
    ['<headline>{{article.headline}}</headline>', '«主题一»', '主题没有排上版'],
    ['<deck>{{article.deck}}</deck>', '«副题一»', '副题没有排上版'],
    ['<summary>{{article.summary}}</summary>', '«提要一»', '提要没有排上版'],
    ['<byline>{{article.byline}}</byline>', '«作者一»', '作者没有排上版'],
    [' dateline=article.dateline', '«消息头»', '消息头没有排上版'],
    ['<signoff>{{article.signoff}}</signoff>', '«署名一»', '文尾署名没有排上版'],
    ['{{body article dateline=article.dateline}}', '«消息头»', '消息头没有排上版'],
    ['{{#if credit}} <credit>{{credit}}</credit>{{/if}}', '«摄影一»', '图片的摄影没有排上版'],
  ])('without %s', (piece, pointed, words) => {
    const found = accounts(changed(piece, ''));
    expect(found.said[0]).toBe(`left-out ${pointed}`);
    expect(found.diagnostics[0]!.message.zh).toBe(`${words}：模板 theme/pages/feature.hbs 里没有它`);
  });

  test('the body is one fault, and points at its first paragraph', () => {
    expect(accounts(changed('body article dateline=article.dateline', 'omit article.dateline')).said).toEqual(
      ['left-out «第一段»'],
    );
  });

  test('a photo takes its caption and credit with it, each photo on its own', () => {
    expect(accounts(changed(FIGURES, '')).said).toEqual([
      'left-out «photos/1.jpg»',
      'left-out «photos/2.jpg»',
    ]);
    const captionless = accounts(
      changed('<caption>', '{{#if @first}}<caption>').replace('</caption>', '</caption>{{/if}}'),
    );
    expect(captionless.said).toEqual(['left-out «图说二»']);
  });

  test('an article is one fault, whatever it holds', () => {
    const second = handArticle(handFile('b.md', '主题二'), {
      headline: handFile('b.md', '主题二').prose('主题二'),
      body: [],
    });
    const { diagnostics } = accounts(COMPLETE, [FULL, second]);
    expect(diagnostics.map(({ code, span }) => [code, span!.file])).toEqual([['left-out', 'b.md']]);
    expect(diagnostics[0]!.hints[0]!.zh).toContain('{{source this}}');
  });

  test('what stands in an attribute alone is not on the page', () => {
    const template = changed('<page>', '<page class="{{article.deck}}">').replace(
      '<deck>{{article.deck}}</deck>',
      '',
    );
    expect(accounts(template).said).toEqual(['left-out «副题一»']);
  });
});

describe('set twice', () => {
  test.each([
    [
      '<deck>{{article.deck}}</deck>',
      '«副题一»',
      '副题排了不止一次：模板 theme/pages/feature.hbs:3:7、theme/pages/feature.hbs:3:36',
    ],
    [
      '{{body article dateline=article.dateline}}',
      '«消息头»',
      '消息头排了不止一次：模板 theme/pages/feature.hbs:7:7、theme/pages/feature.hbs:7:49',
    ],
    [
      '{{caption}}',
      '«图说一»',
      '图说排了不止一次：模板 theme/pages/feature.hbs:5:35、theme/pages/feature.hbs:5:46',
    ],
  ])('with %s once more', (piece, pointed, words) => {
    const found = accounts(changed(piece, piece + piece));
    expect(found.said[0]).toBe(`set-twice ${pointed}`);
    expect(found.diagnostics[0]!.message.zh).toBe(words);
  });

  test('a photo in two figures, an article in two stories', () => {
    const figures = accounts(changed(FIGURES, FIGURES + FIGURES));
    expect(figures.said).toEqual(['set-twice «photos/1.jpg»', 'set-twice «photos/2.jpg»']);
    const stories = accounts(changed('</story>', '</story><story {{source article}}/>'));
    expect(stories.said).toEqual([expect.stringContaining('set-twice')]);
  });
});

describe('omitted', () => {
  test.each([
    ['a part', changed('<deck>{{article.deck}}</deck>', '{{omit article.deck}}')],
    ['all photos', changed(FIGURES, '{{omit article.photos}}')],
    [
      'one photo',
      changed('<figure', '{{#if @last}}{{omit this}}{{else}}<figure').replace(
        '</figure>',
        '</figure>{{/if}}',
      ),
    ],
    ['a caption', changed('<caption>{{caption}}', '{{omit caption}}<caption>')],
    ['the body', changed(BODY, '{{omit article.body}}{{omit article.dateline}}{{omit article.signoff}}')],
    ['an article', '<page>{{omit article}}</page>'],
    ['all articles', '<page>{{omit articles}}</page>'],
    [
      'what an article lacks',
      COMPLETE.replace('</page>', '{{#each articles}}{{omit kicker}}{{/each}}</page>').replace(
        '<kicker>{{article.kicker}}</kicker>',
        '',
      ),
    ],
  ])('%s by name is in order', (_, template) => {
    expect(accounts(template).said).toEqual([]);
  });

  test('and yet set is a fault', () => {
    const { said: lines, diagnostics } = accounts(changed('</page>', '{{omit article.deck}}</page>'));
    expect(lines).toEqual(['omitted-yet-set «副题一»']);
    expect(diagnostics[0]!.message.zh).toContain('theme/pages/feature.hbs:3:7');
  });

  test('articles[1] is not articles[10]', () => {
    const many = Array.from({ length: 11 }, (_, i) => handArticle(handFile(`${i}.md`, 'x'), { body: [] }));
    const template = '<page>{{omit articles.[1]}}</page>';
    expect(accounts(template, many).diagnostics.map(({ span }) => span!.file)).not.toContain('1.md');
    expect(accounts(template, many).diagnostics.map(({ span }) => span!.file)).toContain('10.md');
  });
});

test('a text that stands in pieces, as the body does, must be whole', () => {
  // 第一段 is three pieces: 第, 一 in 黑, 段. All three are there, in order: no fault.
  expect(accounts(COMPLETE).said).toEqual([]);
  const bodyTwice = accounts(changed('</body>', '{{body article}}</body>'));
  expect(bodyTwice.said).toEqual(['set-twice «第一段»']);
});
