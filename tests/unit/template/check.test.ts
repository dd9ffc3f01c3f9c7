/** Names, helpers and partials of templates: what is refused at load, with its place, and what is not. */

import { describe, expect, test } from 'vitest';
import { renderPages } from '../../../src/template/index.ts';
import { handIssue, handPage, handTheme } from '../../support/hand-issue.ts';
import { smallArticle } from '../../support/small-issue.ts';
import { said } from '../../support/spans.ts';

const PARTIALS = {
  photo: '<figure image="{{file}}">{{caption}}</figure>',
  misspelt: '<figure>\n  {{fiel}}\n</figure>',
  top: '{{issue.date}}',
  up: '{{../article.headline}}',
  ring: '{{> round}}',
  round: '{{> ring}}',
  broken: '<a>{{#if}',
  wide: '{{width}} {{caption}}',
};

function check(template: string): { readonly said: readonly string[]; readonly text: string } {
  const theme = handTheme({ pages: { feature: template }, partials: PARTIALS });
  const issue = handIssue(theme, [handPage('feature', [smallArticle()])]);
  const { diagnostics, markups } = renderPages(issue);
  const files = [...theme.pages.values(), ...theme.partials.values()];
  expect(markups.length).toBe(diagnostics.length === 0 ? 1 : 0);
  return {
    said: diagnostics.map((diagnostic) => said(diagnostic, files).replaceAll('theme/', '')),
    text: diagnostics
      .flatMap((d) => [d.message, ...d.hints])
      .map(({ zh, en }) => `${zh}\n${en}`)
      .join('\n'),
  };
}

const REFUSED: readonly (readonly [template: string, where: string, words: string])[] = [
  // A plain path, and the places that Handlebars' own strict mode does not look at.
  ['{{article.headlin}}', 'unknown-name pages/feature.hbs:1:3 «article.headlin»', 'headline'],
  [
    '<a>\n {{#each article.photoz}}{{/each}}',
    'unknown-name pages/feature.hbs:2:10 «article.photoz»',
    'photos',
  ],
  ['{{#if article.dek}}x{{/if}}', 'unknown-name pages/feature.hbs:1:7 «article.dek»', 'deck'],
  ['{{#unless page.sied}}x{{/unless}}', 'unknown-name pages/feature.hbs:1:11 «page.sied»', 'side'],
  ['{{date issue.dat}}', 'unknown-name pages/feature.hbs:1:8 «issue.dat»', 'date'],
  ['{{#if (eq page.sied "left")}}{{/if}}', 'unknown-name pages/feature.hbs:1:11 «page.sied»', 'side'],
  [
    '{{body article dateline=article.datelin}}',
    'unknown-name pages/feature.hbs:1:25 «article.datelin»',
    'dateline',
  ],
  [
    '{{> photo article.photos.[0] x=page.lable}}',
    'unknown-name pages/feature.hbs:1:32 «page.lable»',
    'label',
  ],
  // In the scope of a block.
  ['{{#each articles}}{{headlin}}{{/each}}', 'unknown-name pages/feature.hbs:1:21 «headlin»', 'headline'],
  [
    '{{#each articles as |a|}}{{a.bylin}}{{/each}}',
    'unknown-name pages/feature.hbs:1:28 «a.bylin»',
    'byline',
  ],
  [
    '{{#with article}}{{../isue.date}}{{/with}}',
    'unknown-name pages/feature.hbs:1:20 «../isue.date»',
    'issue',
  ],
  [
    '{{#each article.photos}}{{@root.pag.label}}{{/each}}',
    'unknown-name pages/feature.hbs:1:27 «@root.pag.label»',
    'page',
  ],
  [
    '{{#if article}}{{else}}{{artcle.deck}}{{/if}}',
    'unknown-name pages/feature.hbs:1:26 «artcle.deck»',
    'article',
  ],
  ['{{@index}}', 'unknown-name pages/feature.hbs:1:3 «@index»', '{{#each}}'],
  ['{{@indx}}', 'unknown-name pages/feature.hbs:1:3 «@indx»', 'index'],
  ['{{../issue.date}}', 'unknown-name pages/feature.hbs:1:3 «../issue.date»', '../'],
  // A right name in the wrong place.
  ['{{headline}}', 'unknown-name pages/feature.hbs:1:3 «headline»', 'article.headline'],
  ['{{caption}}', 'unknown-name pages/feature.hbs:1:3 «caption»', '{{#each article.photos}}'],
  ['{{article.photos.file}}', 'unknown-name pages/feature.hbs:1:3 «article.photos.file»', '{{#each}}'],
  // Below a text lies nothing, least of all the program's own objects.
  ['{{article.headline.text}}', 'unknown-name pages/feature.hbs:1:3 «article.headline.text»', 'text'],
  ['{{article.constructor}}', 'unknown-name pages/feature.hbs:1:3 «article.constructor»', 'constructor'],
  ['{{article.path}}', 'unknown-name pages/feature.hbs:1:3 «article.path»', 'path'],
  ['{{__proto__.x}}', 'unknown-name pages/feature.hbs:1:3 «__proto__.x»', '__proto__'],
  // Helpers, blocks and their arguments.
  ['{{dat issue.date}}', 'unknown-helper pages/feature.hbs:1:3 «dat»', 'date'],
  ['{{lookup article "deck"}}', 'unknown-helper pages/feature.hbs:1:3 «lookup»', 'omit'],
  ['{{log article.deck}}', 'unknown-helper pages/feature.hbs:1:3 «log»', 'omit'],
  ['{{"article"}}', 'unknown-helper pages/feature.hbs:1:3 «"article"»', 'article'],
  [
    '{{#article.photos}}x{{/article.photos}}',
    'unknown-helper pages/feature.hbs:1:4 «article.photos»',
    '{{#each}}',
  ],
  ['{{#esch articles}}x{{/esch}}', 'unknown-helper pages/feature.hbs:1:4 «esch»', 'each'],
  ['{{#if (same 1 2)}}x{{/if}}', 'unknown-helper pages/feature.hbs:1:8 «same»', 'eq'],
  ['{{date}}', 'bad-argument pages/feature.hbs:1:1 «{{date}}»', '1'],
  [
    '{{date issue.date page.label}}',
    'bad-argument pages/feature.hbs:1:1 «{{date issue.date page.label}}»',
    '2',
  ],
  ['{{date page.label}}', 'bad-argument pages/feature.hbs:1:8 «page.label»', 'issue.date'],
  ['{{source article.headline}}', 'bad-argument pages/feature.hbs:1:10 «article.headline»', 'article'],
  [
    '{{body article datline=article.dateline}}',
    'bad-argument pages/feature.hbs:1:16 «datline=article.dateline»',
    'dateline',
  ],
  ['{{#each article}}x{{/each}}', 'bad-argument pages/feature.hbs:1:9 «article»', 'article.photos'],
  ['{{#with article.deck}}x{{/with}}', 'bad-argument pages/feature.hbs:1:9 «article.deck»', 'article'],
  ['{{#each articles x=page.nothing}}{{/each}}', 'bad-argument pages/feature.hbs:1:4 «each»', '一个参数'],
  ['{{#if}}x{{/if}}', 'bad-argument pages/feature.hbs:1:4 «if»', '{{#if …}}'],
  ['{{article}}', 'not-text pages/feature.hbs:1:1 «{{article}}»', '{{article.…}}'],
  ['{{article.photos}}', 'not-text pages/feature.hbs:1:1 «{{article.photos}}»', '{{#each article.photos}}'],
  // Partials.
  ['{{> foto}}', 'unknown-partial pages/feature.hbs:1:1 «{{> foto}}»', 'photo'],
  ['{{> (x)}}', 'unknown-partial pages/feature.hbs:1:1 «{{> (x)}}»', '写出来'],
  [
    '{{#each article.photos}}{{> misspelt}}{{/each}}',
    'unknown-name partials/misspelt.hbs:2:5 «fiel»',
    '部件 misspelt',
  ],
  ['{{#with article}}{{> top}}{{/with}}', 'unknown-name partials/top.hbs:1:3 «issue.date»', '部件 top'],
  ['{{#with page}}{{> up}}{{/with}}', 'unknown-name partials/up.hbs:1:3 «../article.headline»', '部件 up'],
  ['{{> ring}}', 'partial-cycle partials/round.hbs:1:1 «{{> ring}}»', 'ring → round → ring'],
  [
    '{{#> photo}}x{{/photo}}',
    'unsupported-template pages/feature.hbs:1:1 «{{#> photo}}x{{/photo}}»',
    '{{#> …}}',
  ],
  [
    '{{#*inline "a"}}x{{/inline}}',
    'unsupported-template pages/feature.hbs:1:1 «{{#*inline "a"}}x{{/inline}}»',
    '{{* …}}',
  ],
  // Braces.
  ['a\n{{#if page}}x{{/each}}', 'template-syntax pages/feature.hbs:2:4 «i»', '{{/each}}'],
  ['<a>\n{{#each articles}}', 'template-syntax pages/feature.hbs:2:1 «{{#each articles}}»', '没有关上'],
  ['{{#if page}}{{#if page}}{{/if}}\n', 'template-syntax pages/feature.hbs:1:1 «{{#if page}}»', '没有关上'],
  ['<a>\n  x {{article.}', 'template-syntax pages/feature.hbs:2:15 «}»', '}}'],
  ['{{> broken}}', 'template-syntax partials/broken.hbs:1:9 «}»', '}}'],
  ['a\uFDD0b', 'template-syntax pages/feature.hbs:1:2 «\uFDD0»', 'U+FDD0'],
];

describe('refused', () => {
  test.each(REFUSED)('%s', (template, where, words) => {
    const found = check(template);
    expect(found.said).toEqual([where]);
    expect(found.text).toContain(words);
  });

  test('of a broken page and a broken partial that it calls, both are told', () => {
    expect(check('{{> broken}}{{#if page}}').said).toEqual([
      'template-syntax pages/feature.hbs:1:13 «{{#if page}}»',
      'template-syntax partials/broken.hbs:1:9 «}»',
    ]);
  });

  test('every fault of a template is said, each once', () => {
    const twice = '{{> misspelt}}';
    expect(check(`{{artikel.deck}}${twice}${twice}{{page.lable}}`).said).toEqual([
      'unknown-name pages/feature.hbs:1:3 «artikel.deck»',
      'unknown-name partials/misspelt.hbs:2:5 «fiel»',
      'unknown-name pages/feature.hbs:1:47 «page.lable»',
    ]);
  });

  test('a faulty template that two pages use is reported once', () => {
    const theme = handTheme({ pages: { a: '{{> p}}', b: '{{> p}}' }, partials: { p: '{{nothing}}' } });
    const pages = [handPage('a', []), handPage('b', []), handPage('a', [])];
    expect(renderPages(handIssue(theme, pages)).diagnostics.map(({ code }) => code)).toEqual([
      'unknown-name',
    ]);
  });
});

describe('taken', () => {
  test.each([
    '{{article.headline}}{{articles.0.headline}}{{articles.length}}',
    '{{#each articles as |story n|}}{{n}}{{story.headline}}{{#each story.photos}}{{@index}}{{@first}}{{../id}}{{/each}}{{/each}}',
    '{{#with article}}{{headline}}{{this.headline}}{{../page.label}}{{#if deck}}{{deck}}{{else if kicker}}{{kicker}}{{/if}}{{/with}}',
    '{{#each article.photos}}{{> photo}}{{@root.issue.date}}{{else}}{{page.label}}{{/each}}',
    '{{> photo article.photos.[0]}}',
    '{{#each article.photos}}{{> wide width=@index}}{{/each}}',
    '{{#each articles as |date|}}{{date.headline}}{{/each}}',
    '{{omit article.deck}}{{omit article.photos}}{{omit article}}{{body article}}{{hanDate issue.date}}',
    '{{! a note }}{{!-- {{artikel}} --}}<a/>',
    '{{~#if (eq page.side "left")~}} x {{~/if~}}',
  ])('%s', (template) => {
    expect(check(template).said).toEqual([]);
  });
});
