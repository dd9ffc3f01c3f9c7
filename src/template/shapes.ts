/** The view model that templates see, as a schema: each name, what it is, what lies below it. */

import { type Message, message } from '../diagnostics.ts';
import { FACT_NAMES } from './house-view.ts';

/** `text` is prose with its place, `date` the issue's date, `value` any other single value. */
export type Shape =
  | { readonly kind: 'text' | 'date' | 'value' | 'opaque' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly called: Message; readonly fields: Readonly<Record<string, Shape>> };

const TEXT: Shape = { kind: 'text' };
const VALUE: Shape = { kind: 'value' };

/** A block of an article's body: only `{{body article}}` writes it. */
const BLOCK: Shape = { kind: 'opaque' };

export const PHOTO = {
  kind: 'object',
  called: message('图片', 'a photo'),
  fields: {
    file: TEXT,
    number: TEXT,
    caption: TEXT,
    captionOn: VALUE,
    credit: TEXT,
    alt: TEXT,
    columns: VALUE,
    lines: VALUE,
    place: VALUE,
  },
} as const satisfies Shape;

const FACTBOX = {
  kind: 'object',
  called: message('资料', 'a box of facts'),
  fields: { title: TEXT, items: { kind: 'list', of: TEXT } },
} as const satisfies Shape;

export const ARTICLE = {
  kind: 'object',
  called: message('稿件', 'an article'),
  fields: {
    id: TEXT,
    kicker: TEXT,
    headline: TEXT,
    deck: TEXT,
    summary: TEXT,
    pullquote: TEXT,
    factbox: FACTBOX,
    filler: TEXT,
    byline: TEXT,
    dateline: TEXT,
    signoff: TEXT,
    photos: { kind: 'list', of: PHOTO },
    body: { kind: 'list', of: BLOCK },
  },
} as const satisfies Shape;

const INDEX_ITEM = {
  kind: 'object',
  called: message('导读条目', 'an item of the index'),
  fields: { title: TEXT, page: TEXT },
} as const satisfies Shape;

export const PLAN = {
  kind: 'object',
  called: message('版块', 'a block'),
  fields: {
    kind: VALUE,
    at: TEXT,
    words: TEXT,
    set: VALUE,
    dress: TEXT,
    group: TEXT,
    article: ARTICLE,
    continues: TEXT,
    jump: TEXT,
    from: TEXT,
    to: TEXT,
    index: { kind: 'list', of: INDEX_ITEM },
  },
} as const satisfies Shape;

const LEAF = {
  kind: 'object',
  called: message('单版', 'a page of a spread'),
  fields: { label: TEXT, side: VALUE },
} as const satisfies Shape;

const HOUSE: Shape = {
  kind: 'object',
  called: message('报社资料', 'the house'),
  fields: {
    ...Object.fromEntries(Object.values(FACT_NAMES).map((name) => [name, TEXT])),
    licence: VALUE,
    phones: { kind: 'list', of: TEXT },
    artwork: PHOTO,
  },
};

export const ROOT = {
  kind: 'object',
  called: message('模板的最外层', 'the top of a template'),
  fields: {
    issue: {
      kind: 'object',
      called: message('这一期', 'the issue'),
      fields: { paper: TEXT, date: { kind: 'date' }, number: TEXT, pageCount: VALUE },
    },
    page: {
      kind: 'object',
      called: message('版面', 'the page'),
      fields: {
        label: TEXT,
        leaves: { kind: 'list', of: LEAF },
        number: TEXT,
        section: TEXT,
        side: VALUE,
        position: VALUE,
        staff: { kind: 'list', of: TEXT },
      },
    },
    house: HOUSE,
    article: ARTICLE,
    articles: { kind: 'list', of: ARTICLE },
    blocks: { kind: 'list', of: PLAN },
  },
} as const satisfies Shape;
