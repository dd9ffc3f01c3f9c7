/** The pages of an issue → the same, each block of a story in several knowing what comes before and after it. */

import { type Diagnostic, errorAt, message, warningAt } from '../diagnostics.ts';
import type { Article, BlockSpec, PageSpec, Prose } from './issue.ts';

interface Part {
  readonly page: PageSpec;
  readonly block: BlockSpec;
}

/** Parts follow each other in the order of issue.yaml. */
export function threaded(pages: readonly PageSpec[], diagnostics: Diagnostic[]): readonly PageSpec[] {
  const parts = new Map<Article, Part[]>();
  for (const page of pages) {
    for (const block of page.blocks) {
      const article = articleOf(page, block);
      if (article === null) continue;
      const list = parts.get(article);
      if (list === undefined) parts.set(article, [{ page, block }]);
      else list.push({ page, block });
    }
  }
  for (const list of parts.values()) diagnostics.push(...checkThread(list));
  return pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) => {
      const article = articleOf(page, block);
      const list = article === null ? [] : parts.get(article)!;
      return list.length < 2 ? block : { ...block, thread: partOf(list, block, article!) };
    }),
  }));
}

function articleOf(page: PageSpec, block: BlockSpec): Article | null {
  return block.thread?.article ?? (block.article === null ? null : page.articles[block.article]!);
}

function partOf(
  parts: readonly Part[],
  block: BlockSpec,
  article: Article,
): NonNullable<BlockSpec['thread']> {
  const number = parts.findIndex((part) => part.block === block);
  const { page } = parts[number]!;
  const other = (part: Part | undefined): Prose | null =>
    part === undefined || part.page === page ? null : part.page.number;
  return {
    number,
    count: parts.length,
    article,
    from: other(parts[number - 1]),
    to: other(parts[number + 1]),
  };
}

/** A jump backwards, from 4 to 2, is unusual; readers turn forward. */
function checkThread(parts: readonly Part[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  parts.forEach(({ page, block }, k) => {
    const before = parts[k - 1];
    if (parts.length > 1 && block.kind !== 'story') {
      const text = message('转来的稿件只能排在稿件块里', 'a story goes on in a block of kind story only');
      found.push(errorAt(block.span, 'jump-into-no-story', text));
    }
    if (parts.length > 1 && block.at?.text.endsWith('?') === true) {
      found.push(errorAt(block.span, 'thread-without-lines', NO_LINES, GIVE_LINES));
    }
    if (before === undefined || !isBehind(before.page, page)) return;
    const text = message(
      `稿件从${before.page.number.text}往回转到${page.number.text}`,
      `the story jumps backwards, from page ${before.page.label.text} to page ${page.label.text}`,
    );
    found.push(warningAt(block.span, 'jump-backwards', text));
  });
  return found;
}

const NO_LINES = message(
  '转版的稿件各块要有行数，程序才知道在哪里转',
  'each block of a story that goes on has its lines, or nobody knows where it jumps',
);
const GIVE_LINES = message('写 height（高）或 lines（行）。', 'Give its height or its lines.');

/** Of A3 and B1 the letters count first; labels of no such form are compared by their places in the issue. */
function isBehind(one: PageSpec, other: PageSpec): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a === null || b === null) return one.position > other.position;
  return a.letter === b.letter ? a.number > b.number : a.letter > b.letter;
}

function partsOf({ leaves }: PageSpec): { readonly letter: string; readonly number: number } | null {
  const found = /^([A-Z]?)(\d+)$/.exec(leaves[leaves.length - 1]!.label.text);
  return found === null ? null : { letter: found[1]!, number: Number(found[2]) };
}
