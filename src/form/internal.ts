/** An issue of an internal paper → the rules of 《内部资料性出版物管理办法》, 14 and 15. */

import type { HouseFact, Issue } from '../content/issue.ts';
import { type Message, message, type Span } from '../diagnostics.ts';
import type { GlyphRun, Made } from '../layout/page.ts';
import { spanInFile } from '../source-map.ts';
import { adsOf } from './cn.ts';
import { broken, glyphRuns, isWhole, itemRule, kept, wordsOf } from './printed.ts';
import type { FormRule } from './rule.ts';

export function internalRules(issue: Issue, made: Made): readonly FormRule[] {
  return [
    ...(isWhole(issue, made) ? itemRules(issue, made) : []),
    nameRule(issue),
    noAdRule(issue),
    noPriceRule(issue, made),
    wordRule(made),
  ];
}

const FACTS: readonly (readonly [HouseFact, string, string])[] = [
  ['permit', '准印证编号', 'The permit'],
  ['compiler', '编印单位', 'Who compiles it'],
  ['recipients', '发送对象', 'Whom it is sent to'],
  ['printer', '印刷单位', 'The printer'],
  ['print-date', '印刷日期', 'The date of printing'],
  ['print-run', '印数', 'The copies printed'],
];

function itemRules(issue: Issue, { pages }: Made): readonly FormRule[] {
  const items = FACTS.map(([fact, zh, en]) =>
    itemRule(
      { rule: fact, called: message(zh, en), given: [issue.house.facts[fact]], field: fact },
      issue,
      pages,
    ),
  );
  const number = { rule: 'number', called: message('期号', 'The number of the issue'), field: 'number' };
  return [noticeRule(pages), ...items, itemRule({ ...number, given: [issue.number] }, issue, pages)];
}

function noticeRule([first]: Made['pages']): FormRule {
  const called = message('首页标明“内部资料，免费交流”', 'Page 1 says 内部资料，免费交流');
  const words = first === undefined ? '' : wordsOf(first);
  if (words.includes('内部资料') && words.includes('免费交流')) return kept('notice', called);
  return broken('notice', called, {
    where: first?.label ?? null,
    span: null,
    text: message('首页没有“内部资料，免费交流”', 'Page 1 does not say 内部资料，免费交流'),
    cure: message(
      '在首页排上报头；模板里要有这句话。',
      'Give page 1 its masthead; the template must say it.',
    ),
  });
}

function nameRule({ paper }: Issue): FormRule {
  const called = message('名称不用“报”“刊”“杂志”', 'Its name is not that of a newspaper or a journal');
  if (paper === null || !/(报|刊|杂志)$/.test(paper.text)) return kept('no-paper-name', called);
  return broken('no-paper-name', called, {
    where: null,
    span: spanInFile(paper.map, 0, paper.text.length),
    text: message(`内部资料不能叫“${paper.text}”`, `An internal paper cannot be called "${paper.text}"`),
    cure: message('名称里去掉“报”“刊”。', 'Take 报 or 刊 out of its name.'),
  });
}

function noAdRule(issue: Issue): FormRule {
  const called = message('不登广告', 'It has no advertisement');
  const [ad] = adsOf(issue);
  if (ad === undefined) return kept('no-ad', called);
  return broken('no-ad', called, {
    where: ad.page.label.text,
    span: ad.block.span,
    text: message('内部资料不能登广告', 'An internal paper carries no advertisement'),
    cure: message('撤下这条广告。', 'Take the ad off the page.'),
  });
}

function noPriceRule({ house }: Issue, made: Made): FormRule {
  const called = message('不标定价', 'It states no price');
  const { price } = house.facts;
  const found = findWord(made, /定价|售价/u);
  if (price === null && found === null) return kept('no-price', called);
  const span = price === null ? found!.span : spanInFile(price.map, 0, price.text.length);
  return broken('no-price', called, {
    where: found?.where ?? null,
    span,
    text: message('内部资料不能定价', 'An internal paper has no price'),
    cure: message('删去定价。', 'Take the price out.'),
  });
}

/** Words of a newspaper's own: in any text, and 记者 where a name is signed. */
function wordRule(made: Made): FormRule {
  const called = message(
    '不用“本报”“本刊”“记者”“刊号”',
    'It does not call itself or its writers those of a newspaper',
  );
  const found =
    findWord(made, /本报|本刊|刊号|国内统一连续出版物号|期刊社|杂志社|[（(]记者/u) ??
    findWord(made, /记者/u, ({ role }) => SIGNED.includes(role));
  if (found === null) return kept('no-press-words', called);
  return broken('no-press-words', called, {
    where: found.where,
    span: found.span,
    text: message(`内部资料不能用“${found.word}”`, `An internal paper cannot say "${found.word}"`),
    cure: INSTEAD,
  });
}

const SIGNED: readonly string[] = ['byline', 'dateline', 'signoff', 'credit', 'caption'];

const INSTEAD: Message = message(
  '改用别的说法，如“本校讯”“通讯员”“编印组”。',
  'Say it otherwise: 本校讯, 通讯员, 编印组.',
);

interface FoundWord {
  readonly word: string;
  readonly where: string;
  readonly span: Span;
}

function findWord(
  { pages }: Made,
  form: RegExp,
  among: (run: GlyphRun) => boolean = () => true,
): FoundWord | null {
  for (const page of pages) {
    for (const run of glyphRuns(page)) {
      const found = among(run) ? form.exec(run.text) : null;
      if (found === null) continue;
      const word = found[0].replace(/^[（(]/, '');
      const at = found.index + found[0].length - word.length;
      return { word, where: page.label, span: spanInFile(run.map, at, at + word.length) };
    }
  }
  return null;
}
