/** The helpers that templates may call: what each takes, and what it writes. */

import Handlebars from 'handlebars';
import type { PageSpec } from '../content/issue.ts';
import type { Loc } from './ast.ts';
import { writeBody } from './body.ts';
import { hanDate, lunarDate, printedDate } from './dates.ts';
import { escapeXml, type Marker } from './marker.ts';
import { ARTICLE, type Shape } from './shapes.ts';
import { type ArticleView, type MarkedText, mapOf } from './view.ts';

/** What an argument must be; `any` takes whatever the view model has. */
export type Argument = Shape['kind'] | 'article' | 'any';

export interface HelperSpec {
  readonly params: readonly Argument[];
  readonly hash: Readonly<Record<string, Argument>>;
  /** What comes out: text to write, or a value to ask `{{#if}}` about. */
  readonly gives: 'text' | 'value';
}

const DATE: HelperSpec = { params: ['date'], hash: {}, gives: 'text' };

export const HELPERS: Readonly<Record<string, HelperSpec>> = {
  date: DATE,
  hanDate: DATE,
  lunarDate: DATE,
  source: { params: ['article'], hash: {}, gives: 'text' },
  body: { params: ['article'], hash: { dateline: 'text', continued: 'value' }, gives: 'text' },
  omit: { params: ['any'], hash: {}, gives: 'text' },
  eq: { params: ['any', 'any'], hash: {}, gives: 'value' },
};

/** Handlebars' own blocks; `lookup`, `log` and the rest are not for templates. */
export const BLOCKS: readonly string[] = ['each', 'if', 'unless', 'with'];

export function fits(shape: Shape, argument: Argument): boolean {
  if (argument === 'any') return true;
  return argument === 'article' ? shape === ARTICLE : shape.kind === argument;
}

/** A helper got `null` where it needs something: the page has no article. */
export class MissingArgument extends Error {
  readonly loc: Loc;
  constructor(loc: Loc) {
    super('missing argument');
    this.loc = loc;
  }
}

interface Options {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly loc: Loc;
}

type Helper = (...args: never[]) => unknown;

/** The helpers for one page. */
export function helpersFor(page: PageSpec, marker: Marker): Record<string, Helper> {
  const safe = (html: string): Handlebars.SafeString => new Handlebars.SafeString(html);
  return {
    date: (date: string) => printedDate(date),
    hanDate: (date: string) => hanDate(date),
    lunarDate: (date: string) => lunarDate(date),
    source: (article: ArticleView | null, options: Options) => {
      const { path, id } = given(article, options);
      const map = mapOf(articleOf(page, path).span);
      return safe(`source="${marker.content({ path, map }, escapeXml(id.text))}"`);
    },
    body: (article: ArticleView | null, options: Options) => {
      const { path } = given(article, options);
      const dateline = (options.hash.dateline ?? null) as MarkedText | null;
      const continued = String(options.hash.continued ?? '');
      return safe(writeBody(articleOf(page, path), path, { dateline, continued }, marker));
    },
    omit: (value: unknown) => safe(hasPath(value) ? marker.omitted(value.path) : ''),
    eq: (a: unknown, b: unknown) => plain(a) === plain(b),
  } satisfies Record<keyof typeof HELPERS, Helper>;
}

function given(article: ArticleView | null, options: Options): ArticleView {
  if (article === null) throw new MissingArgument(options.loc);
  return article;
}

function articleOf(page: PageSpec, path: string): PageSpec['articles'][number] {
  return page.articles[Number(/\d+/.exec(path)?.[0])]!;
}

function hasPath(value: unknown): value is { path: string } {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
}
