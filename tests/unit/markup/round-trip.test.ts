/** Every character of a box tree → its own character in the file that it was written in. */

import { describe, expect, test } from 'vitest';
import type { Issue, SourceFile } from '../../../src/content/issue.ts';
import type { PageBox, TextRun } from '../../../src/markup/box.ts';
import { parseMarkup } from '../../../src/markup/index.ts';
import { offsetInFile } from '../../../src/source-map.ts';
import { renderPages } from '../../../src/template/index.ts';
import { outline, paragraphsOf, storiesOf, textOf } from '../../support/boxes.ts';
import { handArticle, handFile, handIssue, handPage, handTheme } from '../../support/hand-issue.ts';
import { SMALL_FILE, smallIssue } from '../../support/small-issue.ts';

function boxes(issue: Issue): PageBox {
  const { markups, diagnostics } = renderPages(issue);
  const { pages, diagnostics: more } = parseMarkup(markups, issue);
  expect([...diagnostics, ...more]).toEqual([]);
  return pages[0]!;
}

const YAML: SourceFile = {
  file: 'issue.yaml',
  text: 'paper: 园区新报\nlabel: "05"\nsection: 工业园区新闻\ntemplate: feature\n',
};

/** What the author wrote and what normalisation made of it. */
const NORMALISED: Readonly<Record<string, string>> = { '，': ',' };

function sourceOf(run: TextRun, at: number, files: readonly SourceFile[]): string {
  const { text } = files.find(({ file }) => file === run.map.file)!;
  return text[offsetInFile(run.map, at)]!;
}

describe('the small issue through stages ② and ③', () => {
  const issue = smallIssue();
  const page = boxes(issue);
  const files = [SMALL_FILE, YAML, ...issue.theme.pages.values(), ...issue.theme.partials.values()];

  test('has its text in the order of the template', () => {
    expect(outline(page)).toEqual([
      'folio 2020年4月8日 星期三',
      'folio 工业园区新闻',
      'folio 园区新报',
      'folio 05',
      'kicker 春风 & 捷报',
      'headline 四个『全市第一』的背后',
      'deck ——看园区 <怎么干>',
      'summary 去年，园区连破“四关”。',
      'byline 本报记者 李振涛 通讯员 张敬勇 吴峰 文/图',
      'caption ▲规模不断壮大，体系日益完善 & 集群。 示意图',
      'caption ▲塔筒车间。',
      'paragraph 本报讯（记者 李振涛）春风送暖，捷报频传……“1 < 2 & 3”。',
      'subhead 产业项目加快',
      'quote 一引一',
      'item •甲项',
      'item 2.乙项',
      'paragraph 第二段。',
      'signoff （李振涛）',
    ]);
  });

  test('each character of headline, byline, captions, body and folio leads back to itself', () => {
    let checked = 0;
    for (const { runs } of paragraphsOf(page)) {
      for (const run of runs) {
        // The printed date and the marker of a list are the program's words for what is written otherwise.
        if (run.text.includes('星期') || /^(•|2\.)$/.test(run.text)) continue;
        for (let at = 0; at < run.text.length; at++) {
          const character = run.text[at]!;
          const source = sourceOf(run, at, files);
          if (character === '…') expect(source).toBe('.');
          else expect(source, `${run.text} [${at}]`).toBe(NORMALISED[character] ?? character);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(150);
  });

  test('a character stands at its own place, not at another of its kind', () => {
    // 一 stands twice in 一引一, 李振涛 in byline, dateline and signoff.
    const at = (role: string, part: string): number => {
      const paragraph = paragraphsOf(page).find((p) => p.role === role && textOf(p).includes(part))!;
      const run = paragraph.runs.find(({ text }) => text.includes(part))!;
      return offsetInFile(run.map, run.text.lastIndexOf(part));
    };
    const { text } = SMALL_FILE;
    expect(at('quote', '一')).toBe(text.indexOf('一引一') + 2);
    expect(at('byline', '李振涛')).toBe(text.indexOf('李振涛'));
    expect(at('paragraph', '李振涛')).toBe(text.indexOf('李振涛', text.indexOf('dateline')));
    expect(at('signoff', '李振涛')).toBe(text.indexOf('李振涛', text.indexOf('signoff')));
  });
});

describe("places of what is not the author's, and of boxes", () => {
  const issue = smallIssue();
  const page = boxes(issue);

  test('what the template itself writes leads into the template', () => {
    const [marker] = paragraphsOf(page).find(({ role }) => role === 'caption')!.runs;
    expect(marker).toMatchObject({ text: '▲', map: { file: 'templates/daily/partials/figure.hbs' } });
    const [date] = paragraphsOf(page)[0]!.runs;
    const folio = issue.theme.partials.get('folio')!;
    expect(date!.map.file).toBe(folio.file);
    expect(folio.text.slice(offsetInFile(date!.map, 0))).toMatch(/^\{\{date @root\.issue\.date\}\}/);
  });

  test('boxes stand for their place in the article', () => {
    const written = (span: { start: number; end: number }): string =>
      SMALL_FILE.text.slice(span.start, span.end);
    const [story] = storiesOf(page);
    expect(written(story!.head!.span)).toBe('春风 & 捷报');
    expect(story!.figures.map(({ span }) => written(span))).toEqual([
      'photos/1-park.jpg',
      'photos/2-tower.jpg',
    ]);
    expect(written(story!.figures[0]!.caption!.span)).toBe('规模不断壮大,体系日益完善 & 集群。');
    expect(story!.body.map(({ span }) => written(span).slice(0, 4))).toEqual([
      '本报讯（',
      '产业',
      '一引一',
      '甲',
      '乙',
      '第二段。',
      '（李振涛',
    ]);
  });
});

describe('the text of a template', () => {
  const file = handFile('a.md', '四个 五 ');

  function captionOf(caption: string): readonly TextRun[] {
    const theme = handTheme({
      pages: {
        feature: `<page><folio><left><text>${caption}</text></left></folio>{{omit article}}</page>`,
      },
    });
    const article = handArticle(file, { headline: file.prose('四个 五 '), body: [] });
    const page = boxes(handIssue(theme, [handPage('feature', [article])]));
    return page.folio!.left.parts[0]?.runs ?? [];
  }

  test.each([
    ['  甲\n   乙  ', '甲 乙'],
    ['甲\t\r\n乙', '甲 乙'],
    ['\u3000甲\u3000', '\u3000甲\u3000'],
    // The author's blanks are the author's.
    [' [{{article.headline}}] ', '[四个 五 ]'],
    ['{{article.headline}} <b>甲</b> <i> 乙</i>', '四个 五  甲 乙'],
    ['甲 <b> </b> ', '甲'],
    ['甲&amp;乙 &#x4e19;&#33;&lt;', '甲&乙 丙!<'],
    [' \n ', ''],
  ])('%j is set as %j', (template, set) => {
    expect(
      captionOf(template)
        .map(({ text }) => text)
        .join(''),
    ).toBe(set);
  });

  test('leads back character by character over blanks and entities', () => {
    const written = '甲 \n &amp;乙';
    const [run] = captionOf(written);
    const start = '<page><folio><left><text>'.length;
    expect(run!.text).toBe('甲 &乙');
    expect([0, 1, 2, 3].map((at) => offsetInFile(run!.map, at) - start)).toEqual([0, 1, 4, 9]);
  });

  test('in an attribute has no mark left', () => {
    const theme = handTheme({
      pages: { feature: '<page class="{{article.headline}}">{{omit article}}</page>' },
      sheet: `page[class="四个 五 "] { size: 100mm 100mm; columns: 2; column-chars: 8; lines: 9; body-size: 9pt;
        line-pitch: 12pt; margin-top: 9mm }`,
    });
    const article = handArticle(file, { headline: file.prose('四个 五 '), body: [] });
    expect(boxes(handIssue(theme, [handPage('feature', [article])])).grid.columns).toBe(2);
  });
});
