/** The pages and their stories → page labels and the outline of a document. */

import type { Point } from '../geometry.ts';
import type { Page, StoryFit } from '../layout/page.ts';
import { addOutline, catalog, newObject, type PdfDocument, pdfString } from './glyphs.ts';

/** Shows each page's number as it is printed, `05` or `A3` (ISO 32000-1, 12.4.2: a prefix without number). */
export function labelPages(doc: PdfDocument, pages: readonly Page[]): void {
  const labels = newObject(doc, {
    Nums: pages.flatMap(({ label }, index) => [index, { P: pdfString(label) }]),
  });
  labels.end();
  catalog(doc).PageLabels = labels;
}

/** One entry a page, `05 工业园区新闻`, and under it one for each story that begins there, by its headline. */
export function outlinePages(doc: PdfDocument, pages: readonly Page[], fits: readonly StoryFit[]): void {
  addOutline(
    doc,
    pages.map((page, index) => ({
      title: page.section === null ? page.label : `${page.label} ${page.section}`,
      page: index,
      at: { x: 0, y: 0 },
      children: fits.flatMap(({ page: label, id, part, headline }) => {
        const at = label === page.label && part === 0 ? headOf(page, id) : null;
        return headline === null || at === null ? [] : [{ title: headline, page: index, at, children: [] }];
      }),
    })),
  );
}

const HEAD_ROLES: ReadonlySet<string> = new Set(['head', 'kicker', 'headline']);

/** The top left corner of a story's head, or of the story if its head is no block; null if it is not there. */
function headOf(page: Page, story: string): Point | null {
  const blocks = page.blocks.filter((block) => block.story === story);
  const heads = blocks.filter((block) => HEAD_ROLES.has(block.role));
  const corners = (heads.length > 0 ? heads : blocks).flatMap((block) => block.polygon);
  if (corners.length === 0) return null;
  return { x: Math.min(...corners.map(({ x }) => x)), y: Math.min(...corners.map(({ y }) => y)) };
}
