/** The blocks of a page plan → what each is, where it stands, and the articles that it names. */

import { type Diagnostic, errorAt, message, type Span } from '../diagnostics.ts';
import type { Draft } from './draft.ts';
import type { Dummy } from './dummy.ts';
import type { Located, Values } from './field-types.ts';
import type { BLOCK_FIELDS } from './fields.ts';
import type { Article, Awaited, BlockSpec, ListedItem, Prose, RichProse, ShareRule } from './issue.ts';

type BlockRecord = Located<Values<typeof BLOCK_FIELDS>>;

export interface BlocksRead {
  readonly articles: readonly Article[];
  readonly blocks: readonly BlockSpec[];
}

/** An article as a block names it: for the first time in the issue, or again. */
export interface NamedArticle {
  readonly article: Article;
  readonly again: boolean;
}

/** What a page says of all its blocks. */
interface Plan {
  readonly diagnostics: Diagnostic[];
  readonly dummy: Dummy | null;
  readonly share: ShareRule | null;
}

/** @param articleAt reads an article; null after an error. */
export function readBlocks(
  records: readonly BlockRecord[],
  page: Plan,
  articleAt: (path: Located<string>) => NamedArticle | null,
  words: (draft: Draft | null) => RichProse | null,
): BlocksRead {
  const { diagnostics } = page;
  const articles: Article[] = [];
  const blocks = records.flatMap(({ value, span }): readonly BlockSpec[] => {
    const kind = value.kind?.value ?? 'story';
    if (kind === 'story' && value.article === null) {
      diagnostics.push(errorAt(span, 'block-without-article', NO_ARTICLE, NAME_ONE));
      return [];
    }
    const named = value.article === null ? null : articleAt(value.article);
    if (value.article !== null && named === null) return [];
    const at = placeOf(value, span, page);
    if (at === null && kind !== 'story') {
      if (!hasFault(span, diagnostics))
        diagnostics.push(errorAt(span, 'block-without-place', NO_PLACE, PLACE_IT));
      return [];
    }
    const awaits =
      kind === 'reserved'
        ? { what: words(value.words)?.text ?? null, characters: value.characters?.value ?? null }
        : null;
    return [
      {
        kind,
        at,
        words: awaits === null ? words(value.words) : awaitedWords(awaits, at, span),
        set: value.set?.value ?? null,
        awaits,
        dress: value.dress === null ? null : located(value.dress),
        group: value.group === null ? null : located(value.group),
        listed: value.index === null ? null : listedIn(value.index, words),
        index: [],
        article: named === null || named.again ? null : articles.push(named.article) - 1,
        thread: named === null || !named.again ? null : { ...UNTHREADED, article: named.article },
        span,
      },
    ];
  });
  return { articles, blocks };
}

function listedIn(
  items: NonNullable<BlockRecord['value']['index']>,
  words: (draft: Draft | null) => RichProse | null,
): readonly ListedItem[] {
  return items.value.flatMap(({ value: { article, title } }) =>
    article === null ? [] : [{ article: article.value, title: words(title), span: article.span }],
  );
}

/** Until all pages are read: `threaded`. */
const UNTHREADED = { number: 1, count: 2, from: null, to: null } as const;

/** One block for each article, without a place of its own. */
export function blocksOf(articles: readonly Article[]): readonly BlockSpec[] {
  return articles.map(({ span }, article) => ({
    kind: 'story',
    at: null,
    words: null,
    set: null,
    dress: null,
    group: null,
    awaits: null,
    article,
    thread: null,
    listed: null,
    index: [],
    span,
  }));
}

const NO_ARTICLE = message('这一块没有稿件', 'the block has no article');
const NAME_ONE = message(
  '写 article（稿件），或用 kind（类型）说明它是报头、导读还是广告。',
  'Name its article, or say by kind what it is: masthead, index, ad.',
);
const NO_PLACE = message('这一块没有说排在哪里', 'the block has no place');
const PLACE_IT = message(
  '写 columns（栏）和 lines（行），如 columns: 1-5、lines: 18-57；要程序分行，给这一版写 share（分高）。',
  'Give its columns and lines: columns: 1-5, lines: 18-57. To have lines shared out, give the page `share`.',
);

/** `area` as written, or columns and lines as one; null where the block flows. */
function placeOf(value: BlockRecord['value'], span: Span, page: Plan): Prose | null {
  const { area, columns, lines, letter, height } = value;
  const { diagnostics } = page;
  const given = [columns, lines].filter((range) => range !== null);
  if (height !== null && (page.share === null || area !== null || lines !== null || letter !== null))
    diagnostics.push(errorAt(height.span, 'height-without-share', NO_SHARE, SHARE_IT));
  if (letter !== null) {
    if (given.length > 0 || area !== null)
      diagnostics.push(errorAt(letter.span, 'place-twice', LETTER_ALONE));
    return drawnAt(letter, page.dummy, diagnostics);
  }
  if (area !== null) {
    if (given.length > 0) diagnostics.push(errorAt(area.span, 'place-twice', AREA_ALONE));
    return located(area);
  }
  if (columns !== null && lines !== null) {
    return located({ value: `${shown(columns.value)}:${shown(lines.value)}`, span: columns.span });
  }
  if (columns !== null && page.share !== null) return sharedPlace(value, columns, { span, diagnostics });
  if (given.length === 0 && page.share === null) return null;
  if (!hasFault(span, diagnostics)) {
    const text = page.share === null ? TOGETHER : NO_COLUMNS;
    diagnostics.push(errorAt(span, 'half-a-place', text, page.share === null ? PLACE_IT : GIVE_COLUMNS));
  }
  return null;
}

/** Of a block on columns of a page that shares out its lines: `1-5:?`, with its height `1-5:?20`. */
function sharedPlace(
  { kind, height }: BlockRecord['value'],
  columns: NonNullable<BlockRecord['value']['columns']>,
  { span, diagnostics }: { readonly span: Span; readonly diagnostics: Diagnostic[] },
): Prose | null {
  if ((kind?.value ?? 'story') !== 'story' && height === null) {
    diagnostics.push(errorAt(span, 'block-without-height', NO_HEIGHT, GIVE_HEIGHT));
    return null;
  }
  return located({ value: `${shown(columns.value)}:?${height?.value ?? ''}`, span: columns.span });
}

function shown({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${from}-${to}`;
}

const TOGETHER = message('栏和行要一起写', 'columns and lines go together');
const NO_COLUMNS = message(
  '分高的版上，每一块都要写栏',
  'on a page with `share` every block has its columns',
);
const GIVE_COLUMNS = message('写 columns（栏），如 columns: 1-5。', 'Give its columns: columns: 1-5.');
const NO_HEIGHT = message(
  '这一块不是稿件，程序分不了它的高',
  'the block is no story: it has no text to share lines by',
);
const GIVE_HEIGHT = message(
  '写 height（高），如 height: 20，或写 lines（行）。',
  'Give its height, height: 20, or its lines.',
);
const NO_SHARE = message(
  'height（高）只用在分高的版上没有写行的块',
  '`height` is for blocks without lines on a page with `share`',
);
const SHARE_IT = message(
  '给这一版写 share（分高），或把 height 换成 lines（行）。',
  'Give the page `share`, or the block `lines` in place of `height`.',
);
const AREA_ALONE = message(
  'area（区域）和栏、行只能写一样',
  'area stands for columns and lines: give one of them',
);
const LETTER_ALONE = message(
  '写了 letter（代号），就不再写栏、行和区域',
  'letter stands for columns, lines and area: give one of them',
);
const DRAW_IT = message('在本版的 dummy（版样）里画出它。', 'Draw it in the dummy of the page.');

/** Where the dummy draws a letter; null after an error. */
function drawnAt(letter: Located<string>, dummy: Dummy | null, diagnostics: Diagnostic[]): Prose | null {
  const area = dummy?.areas.get(letter.value);
  if (area !== undefined) return located({ value: area, span: letter.span });
  // A dummy with a fault may have drawn it.
  if (dummy === null || dummy.isWhole) {
    const text = message(`版样里没有画“${letter.value}”`, `the dummy does not draw "${letter.value}"`);
    diagnostics.push(errorAt(letter.span, 'letter-not-drawn', text, DRAW_IT));
  }
  return null;
}

/** What stands in a block kept free: 图片待补 3栏×12行, 稿件预留600字 3栏×40行. */
function awaitedWords({ what, characters }: Awaited, at: Prose | null, span: Span): RichProse {
  const kept = characters === null ? '待补' : `预留${characters}字`;
  const size = at === null ? '' : ` ${sizeOf(at.text)}`;
  return { ...located({ value: `${what ?? '稿件'}${kept}${size}`, span }), marks: [], rowEnds: [] };
}

/** `1-3:18-29` → 3栏×12行, `1-3:?12` too. */
function sizeOf(area: string): string {
  return area
    .split(/ +/)
    .map((box) => {
      const [columns, lines] = box
        .replace('?', '1-')
        .split(':')
        .map((range) => {
          const [from, to = from] = range.split('-').map(Number);
          return to! - from! + 1;
        });
      return `${columns}栏×${lines}行`;
    })
    .join('＋');
}

/** Whether something within was refused already: nobody knows what it would have said. */
function hasFault({ file, start, end }: Span, diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(
    ({ severity, span }) =>
      severity === 'error' && span?.file === file && span.start >= start && span.end <= end,
  );
}

/** Words that lead back to where they, or what they say, were written. */
function located({ value, span }: Located<string>): Prose {
  return { text: value, map: { file: span.file, runs: [{ at: 0, start: span.start }], end: span.end } };
}
