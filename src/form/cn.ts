/** An issue with a national serial number → the form rules of 《报纸期刊质量管理规定》 (国新出发〔2020〕10号). */

import type { Article, BlockSpec, HouseFact, Issue, PageSpec } from '../content/issue.ts';
import { message } from '../diagnostics.ts';
import { contains, type Point, type Rect } from '../geometry.ts';
import type { Made, Page } from '../layout/page.ts';
import { spanInFile } from '../source-map.ts';
import { highestOther, nameHeight } from './ink.ts';
import { broken, isPrinted, isWhole, itemRule, kept, wordsOf } from './printed.ts';
import type { FormRule } from './rule.ts';

export function cnRules(issue: Issue, made: Made): readonly FormRule[] {
  const first = made.pages.find(
    ({ label }) => label === issue.pages.find((page) => page.position === 1)?.label.text,
  );
  return [
    ...(first === undefined ? [] : [nameRule(issue, first)]),
    pageNumberRule(issue, made),
    ...(isWhole(issue, made) ? wholeRules(issue, made) : []),
    adRule(issue, made),
  ];
}

/** 报纸名称应大于并明显于一版所有其他文字; 4 errors by the annex. */
function nameRule(issue: Issue, page: Page): FormRule {
  const called = message('报名大于一版所有其他文字', "The paper's name is larger than all else on page 1");
  const name = nameHeight(page, issue);
  const other = highestOther(page, issue);
  if (name > other.height) return kept('name-largest', called, NAME_WEIGHT);
  const [is, than] = [name, other.height].map((height) => height.toFixed(1));
  const run = other.run;
  const text =
    name === 0
      ? message('一版没有报名', 'The name of the paper is not on page 1')
      : message(
          `报名字高 ${is} pt，不大于一版的“${run?.text}”（${than} pt）`,
          `The paper's name is ${is} pt high, no more than "${run?.text}" on page 1 (${than} pt)`,
        );
  const cure = message(
    '在一版排上报头，加大报名，或缩小那一处文字。',
    'Give page 1 its masthead, enlarge the name, or set the other text smaller.',
  );
  const span = run === null ? null : spanInFile(run.map, 0, run.text.length);
  return broken('name-largest', called, { where: page.label, span, text, cure }, NAME_WEIGHT);
}

const NAME_WEIGHT = 4;

function pageNumberRule(issue: Issue, made: Made): FormRule {
  const called = message('每版有版序', 'Every page has its number');
  const label = issue.pages.flatMap((spec) => {
    const page = made.pages.find((each) => each.label === spec.label.text);
    if (page === undefined) return [];
    return spec.leaves.map((leaf) => leaf.label).filter((each) => !isPrinted(each, [page]));
  })[0];
  if (label === undefined) return kept('page-number', called);
  return broken('page-number', called, {
    where: label.text,
    span: spanInFile(label.map, 0, label.text.length),
    text: message(`第${label.text}版没有印出版序`, `Page ${label.text} does not print its number`),
    cure: message(
      '在模板的报眉或报头里排上 {{page.label}}。',
      'Set {{page.label}} in the folio or the masthead.',
    ),
  });
}

const FACTS: readonly (readonly [HouseFact, string, string])[] = [
  ['cn', '国内统一连续出版物号', 'The national serial number'],
  ['supervisor', '主管单位', 'The supervising body'],
  ['sponsor', '主办单位', 'The sponsoring body'],
  ['publisher', '出版单位', 'The publisher'],
  ['address', '出版单位地址', "The publisher's address"],
  ['printer', '印刷单位名称', 'The printer'],
  ['printer-address', '印刷单位地址', "The printer's address"],
  ['distribution', '发行方式', 'The way of distribution'],
  ['distributor', '发行单位', 'The distributor'],
  ['postal-code', '邮发代号', 'The number at the post office'],
  ['price', '定价', 'The price'],
];

function wholeRules(issue: Issue, made: Made): readonly FormRule[] {
  const { pages } = made;
  const { facts, phones } = issue.house;
  const items = FACTS.map(([fact, zh, en]) =>
    itemRule({ rule: fact, called: message(zh, en), given: [facts[fact]], field: fact }, issue, pages),
  );
  const contact = { rule: 'contact', called: message('联系方式', 'A telephone number'), field: 'phones' };
  const number = { rule: 'number', called: message('总期号', 'The number of the issue'), field: 'number' };
  return [
    dateRule(issue, pages),
    itemRule({ ...number, given: [issue.number] }, issue, pages),
    pageCountRule(issue, pages),
    ...items,
    itemRule({ ...contact, given: phones }, issue, pages),
  ];
}

function dateRule({ date }: Issue, pages: readonly Page[]): FormRule {
  const [year, month, day] = date.split('-').map(Number);
  const called = message('出版日期', 'The date');
  if (pages.some((page) => wordsOf(page).includes(`${year}年${month}月${day}日`)))
    return kept('date', called);
  return broken('date', called, {
    where: null,
    span: null,
    text: message('出版日期没有印出', 'The date is printed on no page'),
    cure: message('在模板的报头里排上 {{date issue.date}}。', 'Set {{date issue.date}} in the masthead.'),
  });
}

function pageCountRule({ pageCount }: Issue, pages: readonly Page[]): FormRule {
  const called = message('版数', 'The number of pages');
  const form = new RegExp(`(?<![\\d第])${pageCount}版`);
  if (pages.some((page) => form.test(wordsOf(page)))) return kept('page-count', called);
  return broken('page-count', called, {
    where: null,
    span: null,
    text: message(`没有印出今日 ${pageCount} 版`, `That the issue has ${pageCount} pages is printed nowhere`),
    cure: message(
      '在模板的报头里写 今日{{issue.pageCount}}版。',
      'Set 今日{{issue.pageCount}}版 in the masthead.',
    ),
  });
}

/** 广告 must be told from news. */
function adRule(issue: Issue, made: Made): FormRule {
  const called = message('广告标明“广告”', 'Every ad is marked 广告');
  const unmarked = adsOf(issue).find(({ page, block }) => {
    const set = made.pages.find(({ label }) => label === page.label.text);
    return set !== undefined && !isMarked(set, page.articles[block.article!]!);
  });
  if (unmarked === undefined) return kept('ad-marked', called);
  return broken('ad-marked', called, {
    where: unmarked.page.label.text,
    span: unmarked.block.span,
    text: message('这条广告没有标明“广告”', 'The ad does not say 广告'),
    cure: message('在模板里加 <corner>广告</corner>。', 'Add <corner>广告</corner> in the template.'),
  });
}

export function adsOf({ pages }: Issue): readonly { readonly page: PageSpec; readonly block: BlockSpec }[] {
  return pages.flatMap((page) =>
    page.blocks.flatMap((block) => (block.kind === 'ad' && block.article !== null ? [{ page, block }] : [])),
  );
}

/** Whether 广告 stands by itself in a block that holds some of the ad: its frame, or its panel. */
function isMarked(page: Page, ad: Article): boolean {
  const photos = ad.photos.map(({ file }) => file);
  const own = new Set(
    page.items.flatMap((item) =>
      (item.kind === 'glyphs' && item.map.file === ad.file) ||
      (item.kind === 'picture' && photos.includes(item.image))
        ? [item.block]
        : [],
    ),
  );
  const bounds = page.blocks.map(({ id, polygon }) => ({ id, box: boundsOf(polygon) }));
  const content = bounds.filter(({ id }) => own.has(id));
  const holders = bounds.filter(({ box }) => content.some((each) => contains(box, each.box, SLACK)));
  return page.lines.some(
    ({ box, text }) => /^\s*广\s*告\s*$/.test(text) && holders.some((holder) => contains(holder.box, box)),
  );
}

/** pt. */
const SLACK = 0.1;

function boundsOf(polygon: readonly Point[]): Rect {
  const [xs, ys] = [polygon.map(({ x }) => x), polygon.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
