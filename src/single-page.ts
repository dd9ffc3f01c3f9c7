/** Finished pages → one of them alone, with the part of the reading order that stands on it. */

import type { Made, Node } from './layout/page.ts';

export function singlePage(made: Made, index: number): Made {
  const page = made.pages[index]!;
  return {
    pages: [page],
    structure: made.structure.flatMap((node) => nodeOn(node, index)),
    fits: made.fits.filter((fit) => fit.page === page.label),
    banners: made.banners.filter((fit) => fit.page === page.label),
  };
}

/** The node with what it has on the page, or nothing where neither it nor its children stand there. */
function nodeOn(node: Node, page: number): readonly Node[] {
  const items = node.items.filter((item) => item.page === page).map((item) => ({ page: 0, item: item.item }));
  const children = node.children.flatMap((child) => nodeOn(child, page));
  return items.length === 0 && children.length === 0 ? [] : [{ ...node, items, children }];
}
