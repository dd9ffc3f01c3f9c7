/** The pages of an issue → the same, each index (今日导读) with the titles and pages that it lists. */

import { type Diagnostic, errorAt, hasErrors, meantHint, message } from '../diagnostics.ts';
import type { Article, BlockSpec, IndexItem, PageSpec } from './issue.ts';

/** How many articles an index lists of its own accord. */
const BY_WEIGHT = 5;

interface Standing {
  readonly article: Article;
  readonly page: PageSpec;
}

export function indexed(pages: readonly PageSpec[], diagnostics: Diagnostic[]): readonly PageSpec[] {
  if (!pages.some(({ blocks }) => blocks.some(({ kind }) => kind === 'index'))) return pages;
  const standings = pages.flatMap((page) => page.articles.map((article) => ({ article, page })));
  // After an error the article that is missed may stand on the page that has it.
  const isWhole = !hasErrors(diagnostics);
  return pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) => {
      if (block.kind !== 'index') return block;
      const index =
        block.listed === null
          ? byWeight(standings, page)
          : listedItems(block.listed, standings, isWhole ? diagnostics : []);
      return { ...block, index };
    }),
  }));
}

/** The weightiest articles of the other pages, in the order of the pages. */
function byWeight(standings: readonly Standing[], own: PageSpec): readonly IndexItem[] {
  const others = standings.filter(
    ({ article, page }) =>
      page.label.text !== own.label.text && article.headline !== null && !isAd(article, page),
  );
  const chosen = new Set(
    others.toSorted((a, b) => b.article.priority - a.article.priority).slice(0, BY_WEIGHT),
  );
  return others.flatMap((each) => (chosen.has(each) ? [itemOf(each, null)] : []));
}

function isAd(article: Article, page: PageSpec): boolean {
  return page.blocks.some(
    (block) => block.kind === 'ad' && block.article !== null && page.articles[block.article] === article,
  );
}

function listedItems(
  listed: NonNullable<BlockSpec['listed']>,
  standings: readonly Standing[],
  diagnostics: Diagnostic[],
): readonly IndexItem[] {
  return listed.flatMap(({ article: name, title, span }) => {
    const standing = standings.find(({ article }) => article.file === name || article.id === name);
    if (standing === undefined) {
      const text = message(`导读里的“${name}”不在本期各版上`, `"${name}" in the index is on no page`);
      const hints = meantHint(
        name,
        standings.flatMap(({ article }) => [article.file, article.id]),
      );
      diagnostics.push(errorAt(span, 'index-of-nothing', text, ...hints, ON_A_PAGE));
      return [];
    }
    if (title !== null || standing.article.headline !== null) return [itemOf(standing, title)];
    const text = message(`导读里的“${name}”没有标题`, `"${name}" in the index has no headline`);
    diagnostics.push(errorAt(span, 'index-without-title', text, GIVE_TITLE));
    return [];
  });
}

const ON_A_PAGE = message(
  '写稿件的路径或编号；撤下的稿件，导读里也要删去。',
  "Give an article's path or id; what was taken off its page goes from the index too.",
);
const GIVE_TITLE = message('在条目里写 title（标题）。', 'Give the item a title.');

function itemOf({ article, page }: Standing, title: IndexItem['title'] | null): IndexItem {
  return { title: title ?? article.headline!, page: page.number };
}
