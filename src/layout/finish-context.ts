/** A page while it is finished, and a drawn paragraph → its node of the structure. */

import type { Grid, StoryBox } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import type { Node } from './page.ts';
import type { PagePen } from './page-pen.ts';

export interface FinishContext {
  readonly pen: PagePen;
  readonly grid: Grid;
  /** Index of the page in `Made.pages`. */
  readonly page: number;
  readonly tables: FaceTables;
}

/** Blocks of a story that stands in several places are told apart by the part. */
export function blockName({ id, part }: StoryBox): string {
  return part === 0 ? id : `${id}.${part + 1}`;
}

/** Of a paragraph, whose items stand on one page. */
export function textNode(
  role: Node['role'],
  level: number,
  block: string,
  rest: {
    readonly page: number;
    readonly items: readonly number[];
    readonly source: Node['source'];
    readonly lang: string;
  },
): Node {
  const items = rest.items.map((item) => ({ page: rest.page, item }));
  return { role, level, block, lang: rest.lang, alt: null, source: rest.source, items, children: [] };
}
