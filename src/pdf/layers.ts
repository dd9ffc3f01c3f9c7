/** Blocks that a reader shows or hides → the optional content groups of a document (ISO 32000-1, 8.11). */

import { catalog, newObject, type PdfDocument, type PdfObject, pdfString, useProperties } from './glyphs.ts';

/** By the block's id: its group, and the name that it goes by in a page's content. */
export type Layers = ReadonlyMap<string, { readonly name: string; readonly group: PdfObject }>;

/** @param blocks their ids and what a reader calls them; they are hidden until they are asked for. */
export function addLayers(doc: PdfDocument, blocks: ReadonlyMap<string, string>): Layers {
  const layers = new Map(
    [...blocks].map(([block, title], index) => {
      const group = newObject(doc, { Type: 'OCG', Name: pdfString(title) });
      group.end();
      return [block, { name: `L${index + 1}`, group }] as const;
    }),
  );
  if (layers.size === 0) return layers;
  const groups = [...layers.values()].map(({ group }) => group);
  catalog(doc).OCProperties = { OCGs: groups, D: { Order: groups, OFF: groups } };
  return layers;
}

/** Makes the groups known to the page that is being drawn. */
export function useLayers(doc: PdfDocument, layers: Layers): void {
  if (layers.size === 0) return;
  useProperties(doc, Object.fromEntries([...layers.values()].map(({ name, group }) => [name, group])));
}
