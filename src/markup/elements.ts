/** The vocabulary of layout markup: each element, what it may hold, and its attributes. */

import type { OptionalBlock } from '../content/issue.ts';

/** What an attribute's value may be. `photo` and `article` are marked values of the issue. */
export type AttributeKind =
  | 'name'
  | 'count'
  | 'fill'
  | 'place'
  | 'wrap-width'
  | 'wrap-side'
  | 'wrap-start'
  | 'wrap-outline'
  | 'area'
  | 'level'
  | 'photo'
  | 'article'
  | 'align'
  | 'reading';

export interface ElementSpec {
  /** Elements it may hold. */
  readonly children: readonly ElementName[];
  /** Whether characters may stand in it. */
  readonly text: boolean;
  /** `class` may stand on any element. */
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  readonly required: readonly string[];
}

export type ElementName =
  | 'page'
  | 'folio'
  | 'left'
  | 'center'
  | 'right'
  | 'text'
  | 'panel'
  | 'row'
  | 'rule'
  | 'backdrop'
  | 'corner'
  | 'story'
  | 'head'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'summary'
  | 'byline'
  | 'dateline'
  | 'jump'
  | 'figure'
  | 'caption'
  | 'credit'
  | 'body'
  | 'p'
  | 'subhead'
  | 'quote'
  | 'item'
  | 'verse'
  | 'table'
  | 'continued'
  | 'tr'
  | 'th'
  | 'td'
  | 'signoff'
  | OptionalBlock
  | 'br'
  | 'b'
  | 'i'
  | 'dots'
  | 'name'
  | 'title'
  | 'u'
  | 'ruby'
  | 'note'
  | 'spread'
  | 'reverse';

/** Blocks of a body that copy fitting may leave out or add. */
export const OPTIONAL: readonly OptionalBlock[] = ['pullquote', 'factbox', 'filler'];

const INLINE: readonly ElementName[] = [
  'br',
  'b',
  'i',
  'dots',
  'name',
  'title',
  'u',
  'ruby',
  'note',
  'spread',
  'reverse',
];

function holder(
  children: readonly ElementName[],
  attributes: ElementSpec['attributes'] = {},
  required: readonly string[] = [],
): ElementSpec {
  return { children, text: false, attributes, required };
}

function texts(
  children: readonly ElementName[] = INLINE,
  attributes: ElementSpec['attributes'] = {},
  required: readonly string[] = [],
): ElementSpec {
  return { children, text: true, attributes, required };
}

export const ELEMENTS: Readonly<Record<ElementName, ElementSpec>> = {
  page: holder(['folio', 'panel', 'story']),
  folio: holder(['left', 'center', 'right']),
  left: holder(['text']),
  center: holder(['text']),
  right: holder(['text']),
  text: texts(),
  panel: holder(
    ['backdrop', 'text', 'row', 'rule', 'figure', 'head', 'body', 'corner'],
    { source: 'article', at: 'area', group: 'name' },
    ['at'],
  ),
  row: holder(['left', 'center', 'right']),
  rule: holder([]),
  // Behind the parts of a panel, over all of it.
  backdrop: holder([], { image: 'photo' }, ['image']),
  // At the top right corner of a frame: 广告.
  corner: texts(),
  story: holder(['head', 'figure', 'body', 'jump', 'corner'], {
    source: 'article',
    continues: 'name',
    at: 'area',
    columns: 'count',
    set: 'count',
    fill: 'fill',
    group: 'name',
  }),
  head: holder(['kicker', 'headline', 'deck', 'summary', 'byline', 'dateline', 'jump']),
  kicker: texts(),
  headline: texts(),
  deck: texts(),
  summary: texts(),
  byline: texts(),
  dateline: texts(),
  jump: texts(),
  // Size and place given here are the theme's wish; what the editor gave a photo comes first.
  figure: holder(
    ['caption'],
    {
      image: 'photo',
      columns: 'count',
      lines: 'count',
      place: 'place',
      width: 'wrap-width',
      side: 'wrap-side',
      start: 'wrap-start',
      outline: 'wrap-outline',
    },
    ['image'],
  ),
  caption: texts([...INLINE, 'credit']),
  credit: texts(),
  body: holder(['p', 'subhead', 'quote', 'item', 'verse', 'table', 'signoff', ...OPTIONAL]),
  p: texts([...INLINE, 'dateline']),
  subhead: texts(INLINE, { level: 'level' }),
  quote: texts(),
  item: texts(),
  // A line of a poem.
  verse: texts(),
  table: holder(['continued', 'tr']),
  // 续表, above each part of the table but the first.
  continued: texts(),
  tr: holder(['th', 'td']),
  th: texts(INLINE, { align: 'align', width: 'count' }),
  td: texts(INLINE, { align: 'align', width: 'count' }),
  signoff: texts(),
  // 摘句, 资料, 补白: texts one below the other between two rules, whole.
  pullquote: holder(['text']),
  factbox: holder(['text']),
  filler: holder(['text']),
  // Ends a row of a kicker, headline, deck or subhead; in other texts it is nothing.
  br: holder([]),
  b: texts(),
  i: texts(),
  dots: texts(),
  name: texts(),
  title: texts(),
  u: texts(),
  ruby: texts(INLINE, { text: 'reading' }, ['text']),
  note: texts(),
  spread: texts(INLINE, { width: 'count' }, ['width']),
  reverse: texts(),
};

export const ELEMENT_NAMES = Object.keys(ELEMENTS) as readonly ElementName[];

/** Values of the attributes that are words. */
export const WORDS = {
  fill: ['page', 'balance'],
  align: ['left', 'center', 'right'],
  place: ['top-left', 'top-right', 'bottom-left', 'bottom-right', 'foot'],
  side: ['left', 'right', 'center', 'gutter'],
} as const;

/** Elements that become paragraph boxes of their own. */
export const PARAGRAPHS: readonly ElementName[] = [
  'text',
  'corner',
  'kicker',
  'headline',
  'deck',
  'summary',
  'byline',
  'dateline',
  'jump',
  'caption',
  'p',
  'subhead',
  'quote',
  'item',
  'verse',
  'signoff',
];
