/** An issue and one of its pages → the plain objects that a template sees, every text of content marked. */

import type {
  Article,
  Block,
  BlockKind,
  BlockSpec,
  Issue,
  Leaf,
  PageSpec,
  PhotoUse,
  Prose,
  RichProse,
} from '../content/issue.ts';
import type { Span } from '../diagnostics.ts';
import type { SourceMap } from '../source-map.ts';
import { type HouseView, houseView } from './house-view.ts';
import type { Marker } from './marker.ts';
import { writeProse } from './prose.ts';
import type { ListView, MarkedText, PhotoView } from './view-parts.ts';

export type { ListView, MarkedText, PhotoView } from './view-parts.ts';

export interface BlockView {
  readonly path: string;
}

/** A block of the page plan; those of an article hold it. */
export interface PlanView {
  readonly path: string;
  readonly kind: BlockKind;
  readonly at: MarkedText | null;
  /** Of a band. */
  readonly words: MarkedText | null;
  readonly set: number | null;
  readonly dress: MarkedText | null;
  readonly group: MarkedText | null;
  /** Null for furniture, and where a story goes on. */
  readonly article: ArticleView | null;
  /** Where a story goes on: its id for `continues`, its short head. */
  readonly continues: MarkedText | null;
  readonly jump: MarkedText | null;
  /** Pages that jump lines name: 第三版. */
  readonly from: MarkedText | null;
  readonly to: MarkedText | null;
  /** What an index lists. */
  readonly index: ListView<IndexItemView>;
}

export interface LeafView {
  readonly path: string;
  readonly label: MarkedText;
  readonly side: 'left' | 'right';
}

export interface IndexItemView {
  readonly path: string;
  readonly title: MarkedText | null;
  readonly page: MarkedText | null;
}

export interface ArticleView {
  readonly path: string;
  readonly id: MarkedText;
  readonly kicker: MarkedText | null;
  readonly headline: MarkedText | null;
  readonly deck: MarkedText | null;
  readonly summary: MarkedText | null;
  readonly pullquote: MarkedText | null;
  readonly factbox: FactboxView;
  readonly filler: MarkedText | null;
  readonly byline: MarkedText | null;
  readonly dateline: MarkedText | null;
  readonly signoff: MarkedText | null;
  readonly photos: ListView<PhotoView>;
  readonly body: ListView<BlockView>;
}

export interface FactboxView {
  readonly path: string;
  readonly title: MarkedText | null;
  readonly items: ListView<MarkedText>;
}

export interface View {
  readonly issue: {
    readonly paper: MarkedText | null;
    readonly date: string;
    readonly number: MarkedText | null;
    readonly pageCount: number;
  };
  readonly house: HouseView;
  readonly page: {
    readonly label: MarkedText;
    /** Itself; of a 通版 its left and its right page. */
    readonly leaves: ListView<LeafView>;
    /** As other pages speak of it: 第三版, 03版. */
    readonly number: MarkedText | null;
    readonly section: MarkedText | null;
    readonly side: 'left' | 'right';
    readonly position: number;
    readonly staff: ListView<MarkedText>;
  };
  readonly article: ArticleView | null;
  readonly articles: ListView<ArticleView>;
  readonly blocks: ListView<PlanView>;
}

export function viewOf(issue: Issue, page: PageSpec, marker: Marker): View {
  const text = (path: string, prose: RichProse | null): MarkedText | null =>
    prose === null ? null : marked(marker, path, prose);
  const list = (path: string, proses: readonly RichProse[]): ListView<MarkedText> =>
    named(
      path,
      proses.map((prose, index) => marked(marker, `${path}[${index}]`, prose)),
    );
  const leafView = ({ label, side }: Leaf, index: number): LeafView => {
    const path = `page.leaves[${index}]`;
    return { path, label: marked(marker, `${path}.label`, label), side };
  };
  const articles = named(
    'articles',
    page.articles.map((article, index) => articleView(article, `articles[${index}]`, marker)),
  );
  return {
    issue: {
      paper: text('issue.paper', issue.paper),
      date: issue.date,
      number: text('issue.number', issue.number),
      pageCount: issue.pageCount,
    },
    house: houseView(issue.house, { text, list, photo: (path, photo) => photoView(photo, path, marker) }),
    page: {
      label: marked(marker, 'page.label', page.label),
      leaves: named('page.leaves', page.leaves.map(leafView)),
      number: text('page.number', { marks: [], rowEnds: [], ...page.number }),
      section: text('page.section', page.section),
      side: page.side,
      position: page.position,
      staff: list('page.staff', page.staff),
    },
    article: articles[0] ?? null,
    articles,
    blocks: named(
      'blocks',
      page.blocks.map((block, index) => planView(block, `blocks[${index}]`, articles, marker)),
    ),
  };
}

function planView(
  block: BlockSpec,
  path: string,
  articles: readonly ArticleView[],
  marker: Marker,
): PlanView {
  const words = (name: string, prose: Prose | null | undefined): MarkedText | null =>
    prose === null || prose === undefined
      ? null
      : marked(marker, `${path}.${name}`, { marks: [], rowEnds: [], ...prose });
  const { thread } = block;
  const goesOn = thread !== null && thread.number > 0 ? thread.article : null;
  return {
    path,
    kind: block.kind,
    at: words('at', block.at),
    words: words('words', block.words),
    set: block.set,
    dress: words('dress', block.dress),
    group: words('group', block.group),
    article: block.article === null ? null : articles[block.article]!,
    continues: words('continues', goesOn === null ? null : { text: goesOn.id, map: mapOf(block.span) }),
    jump: words('jump', goesOn?.jump ?? goesOn?.headline),
    from: words('from', thread?.from),
    to: words('to', thread?.to),
    index: named(
      `${path}.index`,
      block.index.map(({ title, page }, k) => ({
        path: `${path}.index[${k}]`,
        title: words(`index[${k}].title`, title),
        page: words(`index[${k}].page`, page),
      })),
    ),
  };
}

function articleView(article: Article, path: string, marker: Marker): ArticleView {
  const part = (name: HeadPart): MarkedText | null => {
    const prose = article[name];
    return prose === null ? null : marked(marker, `${path}.${name}`, prose);
  };
  return {
    path,
    id: marked(marker, `${path}.id`, { text: article.id, map: mapOf(article.span), marks: [], rowEnds: [] }),
    kicker: part('kicker'),
    headline: part('headline'),
    deck: part('deck'),
    summary: part('summary'),
    pullquote: part('pullquote'),
    factbox: factboxView(article, `${path}.factbox`, marker),
    filler: part('filler'),
    byline: part('byline'),
    dateline: part('dateline'),
    signoff: part('signoff'),
    photos: named(
      `${path}.photos`,
      article.photos.map((photo, index) => photoView(photo, `${path}.photos[${index}]`, marker, index + 1)),
    ),
    body: named(
      `${path}.body`,
      article.body.map((_: Block, index) => ({ path: `${path}.body[${index}]` })),
    ),
  };
}

type HeadPart =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'summary'
  | 'pullquote'
  | 'filler'
  | 'byline'
  | 'dateline'
  | 'signoff';

function factboxView({ factbox }: Article, path: string, marker: Marker): FactboxView {
  const { title, items } = factbox;
  return {
    path,
    title: title === null ? null : marked(marker, `${path}.title`, title),
    items: named(
      `${path}.items`,
      items.map((item, index) => marked(marker, `${path}.items[${index}]`, item)),
    ),
  };
}

/** ① to ⑳ are all that Unicode has in one row. */
const CIRCLED = 20;

function circled(number: number): string {
  return number <= CIRCLED ? String.fromCharCode(0x2460 + number - 1) : String(number);
}

function photoView(photo: PhotoUse, path: string, marker: Marker, number: number | null = null): PhotoView {
  const plain = (name: string, text: string): MarkedText =>
    marked(marker, `${path}.${name}`, { text, map: mapOf(photo.span), marks: [], rowEnds: [] });
  const prose = (name: string, value: RichProse | null): MarkedText | null =>
    value === null ? null : marked(marker, `${path}.${name}`, value);
  return {
    path,
    file: plain('file', photo.file),
    number: number === null ? null : plain('number', circled(number)),
    caption: prose('caption', photo.caption),
    captionOn: photo.captionOn,
    credit: prose('credit', photo.credit),
    alt: photo.alt === null ? null : plain('alt', photo.alt),
    columns: photo.columns,
    lines: photo.lines,
    place: photo.place,
  };
}

function marked(marker: Marker, path: string, prose: RichProse): MarkedText {
  const write = (): string => writeProse(prose, path, marker);
  return { path, text: prose.text, toHTML: write, toString: write };
}

function named<T>(path: string, items: readonly T[]): ListView<T> {
  return Object.assign([...items], { path });
}

/** For values that are no prose, such as a photo's file: they lead back to where the whole stands. */
export function mapOf(span: Span): SourceMap {
  return { file: span.file, runs: [{ at: 0, start: span.start }], end: span.end };
}
