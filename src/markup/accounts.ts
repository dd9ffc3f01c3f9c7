/**
 * What a page must hold and what came to stand in its boxes → what was left out or set twice.
 *
 * A template is free in what it writes, so the sums are done on the identity of marks: every article, each
 * part of its head, its body, each photo, caption and credit stands once, or is named in `{{omit …}}`.
 */

import type { Article, PageSpec, PhotoUse, Prose } from '../content/issue.ts';
import { type Diagnostic, errorAt, type Message, message, type Span } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import type { Standing } from './runs.ts';

/** Something of the content that must stand in the boxes once. */
interface Due {
  readonly path: string;
  /** Characters. */
  readonly length: number;
  readonly called: Message;
  /** How a template names it. */
  readonly name: string;
  readonly span: Span;
}

export interface Accounts {
  readonly standings: readonly Standing[];
  /** Paths in `{{omit …}}`; what lies below them is omitted too. */
  readonly omitted: readonly string[];
  /** The page template's file. */
  readonly template: string;
  /** A place in a template as messages show it: `templates/daily/pages/feature.hbs:12:5`. */
  readonly show: (span: Span) => string;
}

export function checkAccounts(page: PageSpec, accounts: Accounts): readonly Diagnostic[] {
  const standings = new Map<string, Standing[]>();
  for (const standing of accounts.standings) {
    const list = standings.get(standing.path);
    if (list === undefined) standings.set(standing.path, [standing]);
    else list.push(standing);
  }
  return page.articles.flatMap((article, index) => {
    const path = `articles[${index}]`;
    const whole = checkOne(dueArticle(article, path, index), standings, accounts);
    if (whole !== null) return [whole];
    if (!standings.has(path)) return [];
    return [
      ...dueParts(article, path, index).flatMap((due) => checkOne(due, standings, accounts) ?? []),
      ...dueFacts(article, path).flatMap((due) => checkOne(due, standings, accounts) ?? []),
      ...checkBody(article, path, { standings, accounts }),
      ...article.photos.flatMap((photo, k) =>
        checkPhoto(duePhoto(photo, `${path}.photos[${k}]`), standings, accounts),
      ),
    ];
  });
}

function dueArticle(article: Article, path: string, index: number): Due {
  const name = index === 0 ? 'source article' : 'source this';
  return {
    path,
    length: article.id.length,
    called: message('稿件', 'The article'),
    name,
    span: article.span,
  };
}

const PARTS = [
  ['kicker', '引题'],
  ['headline', '主题'],
  ['deck', '副题'],
  ['summary', '提要'],
  ['pullquote', '摘句'],
  ['filler', '补白'],
  ['byline', '作者'],
  ['dateline', '消息头'],
  ['signoff', '文尾署名'],
] as const;

function dueParts(article: Article, path: string, index: number): readonly Due[] {
  return PARTS.flatMap(([field, zh]) => {
    const prose = article[field];
    const name = index === 0 ? `article.${field}` : field;
    return prose === null ? [] : [dueProse(prose, `${path}.${field}`, message(zh, `The ${field}`), name)];
  });
}

function dueFacts({ factbox: { title, items } }: Article, path: string): readonly Due[] {
  const due = (prose: Prose, at: string, name: string): Due =>
    dueProse(prose, `${path}.factbox.${at}`, message('资料', 'The box of facts'), name);
  return [
    ...(title === null ? [] : [due(title, 'title', 'factbox.title')]),
    ...items.map((item, k) => due(item, `items[${k}]`, 'this')),
  ];
}

function dueProse({ text, map }: Prose, path: string, called: Message, name: string): Due {
  return { path, length: text.length, called, name, span: spanInFile(map, 0, text.length) };
}

interface Sums {
  readonly standings: ReadonlyMap<string, readonly Standing[]>;
  readonly accounts: Accounts;
}

/** A body is written by one helper, so its first fault stands for the rest. */
function checkBody(article: Article, path: string, { standings, accounts }: Sums): readonly Diagnostic[] {
  for (const [index, { prose }] of article.body.entries()) {
    const due = dueProse(prose, `${path}.body[${index}]`, message('正文', 'The body'), 'body article');
    const fault = checkOne(due, standings, accounts);
    if (fault !== null) return [fault];
  }
  return [];
}

/** The photo itself, then what goes with it. */
function duePhoto(photo: PhotoUse, path: string): readonly Due[] {
  const { file, caption, credit, span } = photo;
  const image = message(`图片 ${file} `, `The photo ${file}`);
  const dues: Due[] = [{ path: `${path}.file`, length: file.length, called: image, name: 'file', span }];
  if (caption !== null) {
    dues.push(dueProse(caption, `${path}.caption`, message('图说', 'The caption'), 'caption'));
  }
  if (credit !== null) {
    dues.push(dueProse(credit, `${path}.credit`, message('图片的摄影', 'The credit'), 'credit'));
  }
  return dues;
}

/** A photo that is missing takes its caption with it: one fault. */
function checkPhoto(
  [image, ...texts]: readonly Due[],
  standings: Sums['standings'],
  accounts: Accounts,
): readonly Diagnostic[] {
  const fault = checkOne(image!, standings, accounts);
  if (fault !== null) return [fault];
  return texts.flatMap((due) => checkOne(due, standings, accounts) ?? []);
}

function checkOne(due: Due, standings: Sums['standings'], accounts: Accounts): Diagnostic | null {
  const found = standings.get(due.path) ?? [];
  const omitted = accounts.omitted.some((path) => covers(path, due.path));
  if (omitted) return found.length === 0 ? null : omittedYetSet(due, found[0]!, accounts);
  return isOnce(due, found)
    ? null
    : found.length === 0
      ? leftOut(due, accounts)
      : setTwice(due, found, accounts);
}

function covers(omitted: string, path: string): boolean {
  return path === omitted || path.startsWith(`${omitted}.`) || path.startsWith(`${omitted}[`);
}

/** Its pieces, in order, make the whole without gap or overlap. */
function isOnce({ length }: Due, found: readonly Standing[]): boolean {
  let at = 0;
  for (const { from, to } of found) {
    if (from !== at) return false;
    at = to;
  }
  return at === length && found.length > 0;
}

function leftOut({ called, name, span }: Due, { template }: Accounts): Diagnostic {
  return errorAt(
    span,
    'left-out',
    message(
      `${called.zh}没有排上版：模板 ${template} 里没有它`,
      `${called.en} is not on the page: the template ${template} leaves it out`,
    ),
    message(
      `在模板里排上 {{${name}}}；确实不排，就写明 {{omit …}}。`,
      `Set {{${name}}} in the template, or say {{omit …}} if it is meant to be left out.`,
    ),
  );
}

function setTwice({ called, span }: Due, found: readonly Standing[], { show }: Accounts): Diagnostic {
  const places = [...new Set(found.map(({ place }) => show(place)))];
  return errorAt(
    span,
    'set-twice',
    message(
      `${called.zh}排了不止一次：模板 ${places.join('、')}`,
      `${called.en} is set more than once: template ${places.join(', ')}`,
    ),
    message('模板里只留一处。', 'Keep one of them.'),
  );
}

function omittedYetSet({ called, span }: Due, { place }: Standing, { show }: Accounts): Diagnostic {
  return errorAt(
    span,
    'omitted-yet-set',
    message(
      `${called.zh}在模板里说了不排（{{omit …}}），却排在 ${show(place)}`,
      `${called.en} is named in {{omit …}}, yet set at ${show(place)}`,
    ),
  );
}
