/** The tree of tags, its marks drawn → the objects of a tagged PDF: elements, parent tree, article threads. */

import type { Made, Page } from '../layout/page.ts';
import { catalog, newObject, type PdfDocument, type PdfObject, pageObject, pdfString } from './glyphs.ts';
import { thousandths } from './number.ts';
import type { Child, Tag, TagTree } from './tags.ts';

/**
 * Writes the elements (ISO 32000-1, 14.7.2) and their parent tree (14.7.4.4). `parents`: by page, the elements of
 * its marks. Elements without content, whose text stands on pages of another PDF, are left out.
 */
export function writeStructure(
  doc: PdfDocument,
  { root }: TagTree,
  parents: readonly (readonly Tag[])[],
  sheets: Sheets,
): void {
  const objects = new Map<Tag, PdfObject>();
  const top = newObject(doc, { Type: 'StructTreeRoot' });
  const document = writeElement({ doc, objects, sheets }, root, top);
  const nums = parents.flatMap((tags, page) => [page, tags.map((tag) => objects.get(tag)!)]);
  const tree = newObject(doc, { Nums: nums });
  tree.end();
  Object.assign(top.data, { K: document, ParentTree: tree, ParentTreeNextKey: parents.length });
  // pdfkit ends both with the document.
  Object.assign(catalog(doc), { StructTreeRoot: top, MarkInfo: newObject(doc, { Marked: true }) });
  parents.forEach((_, page) => {
    const { data } = pageObject(doc, page);
    data.StructParents = page;
    // The order of the tree is the order to go through the page by keyboard (ISO 14289-1, 7.18.3).
    data.Tabs = 'S';
  });
}

/** The pages, and how far their sheets go beyond the trim, pt. */
export interface Sheets {
  readonly pages: readonly Page[];
  readonly margin: number;
}

interface Writing {
  readonly doc: PdfDocument;
  readonly objects: Map<Tag, PdfObject>;
  readonly sheets: Sheets;
}

function writeElement(writing: Writing, tag: Tag, parent: PdfObject): PdfObject {
  const { doc, objects, sheets } = writing;
  const object = newObject(doc, { Type: 'StructElem', S: tag.type, P: parent });
  objects.set(tag, object);
  const page = firstPage(tag);
  if (page !== null) object.data.Pg = pageObject(doc, page);
  if (tag.lang !== null) object.data.Lang = pdfString(tag.lang);
  if (tag.alt !== null) object.data.Alt = pdfString(tag.alt);
  const attributes = attributesOf(tag, sheets);
  if (attributes !== null) object.data.A = attributes;
  // A row keeps its empty cells: all rows of a table have as many (ISO 14289-1, 7.5).
  const kids = tag.type === 'TR' ? tag.children : tag.children.filter(hasContent);
  object.data.K = kids.map((child) => kid(writing, child, { object, page }));
  object.end();
  return object;
}

/** A number alone is a mark on the element's own page. */
function kid(
  writing: Writing,
  child: Child,
  { object, page }: { readonly object: PdfObject; readonly page: number | null },
): unknown {
  if ('type' in child) return writeElement(writing, child, object);
  if (child.page === page) return child.mark;
  return { Type: 'MCR', Pg: pageObject(writing.doc, child.page), MCID: child.mark };
}

function hasContent(child: Child): boolean {
  return !('type' in child) || child.children.some(hasContent);
}

function firstPage({ children }: Tag): number | null {
  for (const child of children) if (!('type' in child)) return child.page;
  return null;
}

function attributesOf({ type, box, numbering }: Tag, { pages, margin }: Sheets): object | null {
  if (type === 'TH') return { O: 'Table', Scope: 'Column' };
  if (numbering !== null) return { O: 'List', ListNumbering: numbering };
  if (box === null) return null;
  const { x, y, width, height } = box.rect;
  const left = margin + x;
  const foot = margin + pages[box.page]!.trim.height - y - height;
  const rect = [left, foot, left + width, foot + height].map((value) => thousandths(value) / 1000);
  return { O: 'Layout', Placement: 'Block', BBox: rect };
}

/** An article thread a story: its columns one after the other, for a reader's "next" (ISO 32000-1, 12.4.3). */
export function writeThreads(doc: PdfDocument, { pages, fits }: Pick<Made, 'pages' | 'fits'>): void {
  const titles = new Map(fits.map(({ id, headline }) => [id, headline]));
  const threads = storiesOf(pages).flatMap(({ story, columns }) => {
    if (columns.length === 0) return [];
    const thread = newObject(doc, { Type: 'Thread', I: { Title: pdfString(titles.get(story) ?? story) } });
    const beads = columns.map(({ page, rect }) =>
      newObject(doc, { Type: 'Bead', T: thread, P: pageObject(doc, page), R: rect }),
    );
    beads.forEach((bead, index) => {
      bead.data.N = beads[(index + 1) % beads.length];
      bead.data.V = beads[(index + beads.length - 1) % beads.length];
      const { data } = pageObject(doc, columns[index]!.page);
      data.B = [...((data.B as readonly PdfObject[] | undefined) ?? []), bead];
      bead.end();
    });
    thread.data.F = beads[0];
    thread.end();
    return [thread];
  });
  if (threads.length > 0) catalog(doc).Threads = threads;
}

interface StoryColumns {
  readonly story: string;
  readonly columns: { readonly page: number; readonly rect: readonly number[] }[];
}

function storiesOf(pages: readonly Page[]): readonly StoryColumns[] {
  const stories = new Map<string, StoryColumns>();
  pages.forEach(({ blocks, trim }, page) => {
    for (const { story, role, polygon } of blocks) {
      if (story === null || role !== 'story') continue;
      const xs = polygon.map(({ x }) => x);
      const ys = polygon.map(({ y }) => trim.height - y);
      const corners = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      const known = stories.get(story) ?? { story, columns: [] };
      stories.set(story, known);
      known.columns.push({ page, rect: corners.map((value) => thousandths(value) / 1000) });
    }
  });
  return [...stories.values()];
}
