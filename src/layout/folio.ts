/** A folio and the grid → its parts on one baseline over its rule, as items. */

import { type Diagnostic, errorAt, message, type Span } from '../diagnostics.ts';
import type { FolioBox, Grid } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { checkCharacters } from './check-text.ts';
import { drawRule, furnitureNode, heightOfRule } from './frame.ts';
import { type Columns, columnLeft, lineTop, widthAcross } from './grid.ts';
import type { Node } from './page.ts';
import { addBlock, drawReadings, type PagePen } from './page-pen.ts';
import { drawSlot, longestWithoutRoom, setSlots } from './slots.ts';

/** From the baseline of the folio's text to its rule, in em of the grid. */
const ABOVE_RULE = 0.44;

/** Draws the folio; returns its node of the structure, and an error where its parts have no room. */
export function finishFolio(
  context: { readonly pen: PagePen; readonly grid: Grid; readonly page: number; readonly columns: Columns },
  folio: FolioBox,
  tables: FaceTables,
): { readonly node: Node; readonly diagnostics: readonly Diagnostic[] } {
  const { pen, grid, page, columns } = context;
  const left = columnLeft(grid, columns.column);
  const width = widthAcross(grid, columns);
  const ruleY = lineTop(grid, folio.ruleLine);
  const thickness = folio.rule === null ? 0 : heightOfRule(folio.rule);
  const baseline = ruleY - thickness - ABOVE_RULE * grid.em;
  const block = { id: 'folio', role: 'folio' as const, story: null, part: 0, source: folio.span };
  addBlock(pen, block, { x: left, y: grid.top, width, height: ruleY - grid.top });
  const first = pen.items.length;
  const line = { left, width, em: grid.em, tables };
  const slots = setSlots(folio, line);
  const tooLong = longestWithoutRoom(slots, line);
  const diagnostics = tooLong === null ? [] : [folioTooLong(tooLong.galley.paragraph.span)];
  if (tooLong === null) {
    for (const slot of slots) drawSlot(pen, slot, { block: 'folio', role: 'folio', baseline, first: 0 });
  }
  if (folio.rule !== null) {
    drawRule(pen, folio.rule, { block: 'folio', left, width, top: ruleY - thickness });
  }
  drawReadings(pen, page);
  const items = pen.items.slice(first).map((item) => ({ page, item: item.id }));
  const galleys = slots.flatMap(({ parts }) => parts.map(({ galley }) => galley));
  return {
    node: furnitureNode('folio', items, folio.span),
    diagnostics: [...diagnostics, ...galleys.flatMap(checkCharacters)],
  };
}

function folioTooLong(span: Span): Diagnostic {
  return errorAt(
    span,
    'folio-too-long',
    message('报眉放不下：文字太长', 'The folio has no room: its text is too long'),
    message('缩短报名、版名或版序。', 'Shorten the paper’s name, the section or the label.'),
  );
}
