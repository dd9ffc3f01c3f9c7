/** A folio and the grid → its parts on one baseline over its rule, as items. */

import type { FolioBox, FolioSlot, Grid, ParagraphBox, RuleStyle } from '../markup/box.ts';
import {
  breakGalley,
  evenMeasure,
  type FaceTables,
  type Galley,
  prepareParagraph,
  setLines,
} from '../text/index.ts';
import { addLine } from './add-line.ts';
import { columnLeft, lineTop, widthAcross } from './grid.ts';
import type { Node } from './page.ts';
import { addBlock, addItem, drawReadings, type PagePen } from './page-pen.ts';

/** From the baseline of the folio's text to its rule, in em of the grid. */
const ABOVE_RULE = 0.44;

interface SetPart {
  readonly galley: Galley;
  readonly width: number;
}

/** Draws the folio; returns its node of the structure. */
export function finishFolio(
  context: { readonly pen: PagePen; readonly grid: Grid; readonly page: number },
  folio: FolioBox,
  tables: FaceTables,
): Node {
  const { pen, grid, page } = context;
  const left = columnLeft(grid, 0);
  const width = widthAcross(grid, grid.columns);
  const ruleY = lineTop(grid, folio.ruleLine);
  const thickness = folio.rule === null ? 0 : heightOfRule(folio.rule);
  const baseline = ruleY - thickness - ABOVE_RULE * grid.em;
  const block = { id: 'folio', role: 'folio' as const, story: null, part: 0, source: folio.span };
  addBlock(pen, block, { x: left, y: grid.top, width, height: ruleY - grid.top });
  const first = pen.items.length;
  for (const [slot, align] of [
    [folio.left, 0],
    [folio.center, 0.5],
    [folio.right, 1],
  ] as const) {
    drawSlot(pen, slot, { left, width, align, baseline, em: grid.em, tables });
  }
  if (folio.rule !== null) drawRule(pen, folio.rule, { left, width, bottom: ruleY });
  drawReadings(pen, page);
  const items = pen.items.slice(first).map((item) => ({ page, item: item.id }));
  return furniture('folio', items, folio);
}

function furniture(block: string, items: Node['items'], folio: FolioBox): Node {
  return {
    role: 'furniture',
    level: 0,
    block,
    lang: 'zh-CN',
    alt: null,
    source: folio.span,
    items,
    children: [],
  };
}

function heightOfRule(rule: RuleStyle): number {
  return rule.strokes.reduce((sum, stroke) => sum + stroke.width, 0) + rule.gap * (rule.strokes.length - 1);
}

interface SlotPlace {
  readonly left: number;
  readonly width: number;
  /** 0 left, ½ centre, 1 right. */
  readonly align: number;
  readonly baseline: number;
  readonly em: number;
  readonly tables: FaceTables;
}

function drawSlot(pen: PagePen, slot: FolioSlot, place: SlotPlace): void {
  const parts = slot.parts.map((part) => setPart(part, place));
  const gap = slot.gap * place.em;
  const total = parts.reduce((sum, part) => sum + part.width, 0) + gap * Math.max(0, parts.length - 1);
  let x = place.left + (place.width - total) * place.align;
  parts.forEach(({ galley, width }, index) => {
    drawPart(pen, galley, { x, width, baseline: place.baseline, paragraph: index });
    x += width + gap;
  });
}

/** A part of a folio is one row, at its natural width. */
function setPart(part: ParagraphBox, place: SlotPlace): SetPart {
  const galley = prepareParagraph({ ...part, align: 'left', indent: 0 }, place.tables);
  const line = oneRow(galley, place.width);
  return { galley, width: (line.width * part.size) / 1000 };
}

function oneRow(galley: Galley, width: number): ReturnType<typeof setLines>[number] {
  const measure = evenMeasure(galley.paragraph, Math.floor((width / galley.paragraph.size) * 1000));
  return setLines(galley, breakGalley(galley, measure), measure)[0]!;
}

function drawPart(
  pen: PagePen,
  galley: Galley,
  place: {
    readonly x: number;
    readonly width: number;
    readonly baseline: number;
    readonly paragraph: number;
  },
): void {
  const line = oneRow(galley, place.width + galley.paragraph.size);
  addLine(pen, galley, line, {
    block: 'folio',
    role: 'folio',
    start: place.x,
    extent: place.width,
    baseline: place.baseline,
    onGrid: false,
    paragraph: place.paragraph,
    number: 0,
    last: true,
  });
}

function drawRule(
  pen: PagePen,
  rule: RuleStyle,
  place: { readonly left: number; readonly width: number; readonly bottom: number },
): void {
  let y = place.bottom - heightOfRule(rule);
  for (const stroke of rule.strokes) {
    const middle = y + stroke.width / 2;
    addItem(pen, {
      kind: 'rule',
      role: 'rule',
      block: 'folio',
      from: { x: place.left, y: middle },
      to: { x: place.left + place.width, y: middle },
      width: stroke.width,
      swatch: stroke.swatch,
    });
    y += stroke.width + rule.gap;
  }
}
