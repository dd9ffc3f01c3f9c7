/** Templates at work: what content becomes in markup, and what it can never become. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/content/issue.ts';
import { MARK_CHARACTERS } from '../../../src/source-marks.ts';
import { renderPages } from '../../../src/template/index.ts';
import {
  handArticle,
  handFile,
  handIssue,
  handPage,
  handPhoto,
  handTheme,
} from '../../support/hand-issue.ts';
import { shownMarkup } from '../../support/shown-markup.ts';
import { smallArticle, smallIssue } from '../../support/small-issue.ts';
import { said } from '../../support/spans.ts';

function render(template: string, articles: readonly Article[] = [smallArticle()], side?: 'left'): string {
  const theme = handTheme({ pages: { feature: template }, partials: { head: '<h>{{headline}}</h>' } });
  const page = handPage('feature', articles, side === undefined ? {} : { side });
  const { markups, diagnostics } = renderPages(handIssue(theme, [page]));
  expect(diagnostics).toEqual([]);
  return shownMarkup(markups[0]!);
}

function headlined(headline: string): Article {
  const file = handFile('articles/x.md', headline);
  return handArticle(file, { headline: file.prose(headline), body: [] });
}

describe('values', () => {
  test('stand where the template puts them; what an article lacks is nothing', () => {
    const bare = handArticle(handFile('a.md', ''), { body: [] });
    expect(render('[{{article.deck}}][{{page.label}}][{{issue.paper}}]', [bare])).toBe('[][05][园区新报]');
  });

  test('of the issue, the page and photos', () => {
    expect(render('{{page.section}} {{page.side}} {{page.position}} {{date issue.date}}')).toBe(
      '工业园区新闻 right 1 2020年4月8日 星期三',
    );
    expect(render('{{#each article.photos}}{{file}}:{{columns}}×{{lines}} {{place}};{{/each}}')).toBe(
      'photos/1-park.jpg:4×28 top-right;photos/2-tower.jpg:× ;',
    );
  });

  test('number the photos of each article, past ⑳ in plain figures', () => {
    const file = handFile('a.md', 'photo.jpg');
    const photos = Array.from({ length: 21 }, () => handPhoto(file, 'photo.jpg'));
    const numbers = render('{{#each article.photos}}{{number}}{{/each}}', [
      handArticle(file, { photos, body: [] }),
    ]);
    expect(numbers).toBe('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳21');
  });

  test('choose between branches', () => {
    const template =
      '{{#if (eq page.side "left")}}双{{else}}单{{/if}}{{#unless article.deck}}无副题{{/unless}}';
    expect(render(template)).toBe('单');
    expect(render(template, [handArticle(handFile('a.md', ''), { body: [] })], 'left')).toBe('双无副题');
  });

  test('in a partial are those it was given', () => {
    expect(render('{{> head article}}{{#each articles}}{{> head}}{{/each}}')).toBe(
      '<h>四个『全市第一』的背后</h>'.repeat(2),
    );
  });
});

describe('content is never code', () => {
  const HOSTILE = '</headline><figure image="x"/> & {{page.label}} "quoted" \'single\' `tick` &lt;';

  test.each(['{{article.headline}}', '{{{article.headline}}}', '{{& article.headline}}'])(
    '%s comes out escaped',
    (mustache) => {
      expect(render(mustache, [headlined(HOSTILE)])).toBe(
        "&lt;/headline&gt;&lt;figure image=&quot;x&quot;/&gt; &amp; {{page.label}} &quot;quoted&quot; 'single' `tick` &amp;lt;",
      );
    },
  );

  test('in no field and by no helper', () => {
    const file = handFile('<i>&".md', '<b>x</b>');
    const prose = file.prose('<b>x</b>');
    const rich = { ...prose, marks: [{ start: 3, end: 4, mark: 'strong' as const }] };
    const article = handArticle(file, {
      headline: prose,
      dateline: prose,
      photos: [handPhoto(file, '"/><x>', { caption: prose, credit: prose, alt: '<alt>' })],
      body: [
        { kind: 'paragraph', prose: rich },
        { kind: 'item', marker: '<1>', prose: rich },
      ],
    });
    const template =
      '{{source article}}{{article.id}}{{body article dateline=article.dateline}}{{#each article.photos}}{{file}}{{caption}}{{{credit}}}{{alt}}{{/each}}{{eq article.id "<"}}';
    const tags = render(template, [article]).match(/<[^>]*>/g);
    expect(new Set(tags)).toEqual(
      new Set(['<p>', '<dateline>', '</dateline>', '<b>', '</b>', '</p>', '<item>', '</item>']),
    );
  });

  test('whatever it is', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((t) => !MARK_CHARACTERS.test(t));
    fc.assert(
      fc.property(text, (headline) => {
        const markup = render('<h a="{{article.headline}}">{{{article.headline}}}</h>', [
          headlined(headline),
        ]);
        expect(markup.match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>']);
        const back = markup
          .slice('<h a="'.length, markup.indexOf('">'))
          .replace(
            /&(lt|gt|quot|amp);/g,
            (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name as 'lt'],
          );
        expect(back).toBe(headline);
      }),
      { numRuns: 50 },
    );
  });
});

const CELL = { kind: 'cell', isLeader: false } as const;

describe('body', () => {
  const file = handFile('a.md', '本报讯 一甲乙丙二 三 四');

  test('writes blocks as elements, marks as b and i, nested and side by side', () => {
    const marks = [
      { start: 0, end: 4, mark: 'strong' },
      { start: 1, end: 3, mark: 'emphasis' },
      { start: 4, end: 5, mark: 'emphasis' },
    ] as const;
    const article = handArticle(file, {
      body: [
        { kind: 'paragraph', prose: { ...file.prose('一甲乙丙二'), marks } },
        { kind: 'subhead', level: 3, prose: file.rich('三') },
        { kind: 'quote', prose: file.rich('四') },
        { kind: 'item', marker: '2.', prose: file.rich('四', ['四', 'strong']) },
      ],
    });
    expect(render('{{body article}}', [article]).split('\n')).toEqual([
      '<p><b>一<i>甲乙</i>丙</b><i>二</i></p>',
      '<subhead level="3">三</subhead>',
      '<quote>四</quote>',
      '<item>2.<b>四</b></item>',
    ]);
  });

  test('tells questions, lines of verse and cells of tables', () => {
    const [one, two] = [file.rich('一'), file.rich('二')];
    const text = handFile('b.md', '问：甲记者：乙答：问：丙第三条　丁第三条路');
    const article = handArticle(text, {
      body: [
        ...['问：甲', '记者：乙', '答：问：丙', '第三条　丁', '第三条路'].map((words) => ({
          kind: 'paragraph' as const,
          prose: text.rich(words),
        })),
        { kind: 'verse', stanza: true, prose: one },
        { kind: 'verse', stanza: false, prose: two },
        { ...CELL, row: 0, column: 0, isHead: true, align: null, width: null, prose: one },
        { ...CELL, row: 0, column: 1, isHead: true, align: 'right', width: 4, prose: two },
        { ...CELL, row: 1, column: 0, isHead: false, align: null, width: null, prose: two },
        { ...CELL, row: 1, column: 1, isHead: false, align: 'right', width: null, prose: one },
        { ...CELL, row: 0, column: 0, isHead: true, align: 'left', width: null, prose: one },
      ],
    });
    expect(render('{{body article}}', [article]).split('\n')).toEqual([
      '<p class="question">问：甲</p>',
      '<p class="question">记者：乙</p>',
      '<p>答：问：丙</p>',
      '<p class="clause"><b>第三条</b>　丁</p>',
      '<p>第三条路</p>',
      '<verse class="stanza">一</verse>',
      '<verse>二</verse>',
      '<table><tr><th>一</th>',
      '<th align="right" width="4">二</th></tr>',
      '<tr><td>二</td>',
      '<td align="right">一</td></tr></table>',
      '<table><tr><th align="left">一</th></tr></table>',
    ]);
  });

  test.each([
    ['本报讯（记者 李振涛）', '<p><dateline>本报讯（记者 李振涛）</dateline>一</p>'],
    ['本报讯', '<p><dateline>本报讯</dateline>\u3000一</p>'],
  ])('runs the dateline %s in at the head of the first paragraph', (dateline, paragraph) => {
    const source = handFile('a.md', `${dateline} 三 一 二`);
    const article = handArticle(source, {
      dateline: source.prose(dateline),
      body: [
        { kind: 'subhead', level: 2, prose: source.rich('三') },
        { kind: 'paragraph', prose: source.rich('一') },
        { kind: 'paragraph', prose: source.rich('二') },
      ],
    });
    const markup = render('{{body article dateline=article.dateline}}', [article]);
    expect(markup.split('\n')).toEqual(['<subhead level="2">三</subhead>', paragraph, '<p>二</p>']);
    expect(render('{{body article}}', [article])).not.toContain(dateline);
  });

  test('of an article without a paragraph still has its dateline', () => {
    const article = handArticle(file, { dateline: file.prose('本报讯'), body: [] });
    expect(render('{{body article dateline=article.dateline}}', [article])).toBe(
      '<p><dateline>本报讯</dateline>\u3000</p>',
    );
  });
});

describe('faults of a page', () => {
  test.each([
    ['<a>\n{{article.headline}}', 'missing-value theme/pages/feature.hbs:2:3 «article.headline»'],
    ['<a>\n {{source article}}', 'missing-value theme/pages/feature.hbs:2:2 «{{source article}}»'],
    ['<a>{{> top}}', 'missing-value theme/partials/top.hbs:2:5 «article.deck»'],
  ])('a page without an article, where %s asks for one', (template, where) => {
    const partials = { top: 'x\n  {{article.deck}}' };
    const theme = handTheme({ pages: { feature: template, other: '{{page.label}}' }, partials });
    const issue = handIssue(theme, [handPage('feature', []), handPage('other', [])]);
    const { markups, diagnostics } = renderPages(issue);
    expect(diagnostics.map((d) => said(d, [...theme.pages.values(), ...theme.partials.values()]))).toEqual([
      where,
    ]);
    // The other page is still there.
    expect(markups.map(shownMarkup)).toEqual(['05']);
  });

  test('a page without an article is fine where the template allows for it', () => {
    expect(render('{{#if article}}{{article.headline}}{{/if}}{{#each articles}}x{{/each}}', [])).toBe('');
  });
});

test('the same issue gives the same markup', () => {
  expect(renderPages(smallIssue())).toEqual(renderPages(smallIssue()));
});
