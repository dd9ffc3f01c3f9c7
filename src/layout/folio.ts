/** A folio and the grid → its parts on one baseline over its rule, as items. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { FolioBox, FolioSlot, Grid, ParagraphBox, RuleStyle } from '../markup/box.ts';
import {
  breakGalley,
  evenMeasure,
  type FaceTables,
  type Galley,
  prepareParagraph,
  type SetLine,
  setLines,
} from '../text/index.ts';
import { addLine } from './add-line.ts';
import { checkCharacters } from './check-text.ts';
import { columnLeft, lineTop, widthAcross } from './grid.ts';
import type { Node } from './page.ts';
import { addBlock, addItem, drawReadings, type PagePen } from './page-pen.ts';

/** From the baseline of the folio's text to its rule, in em of the grid. */
const ABOVE_RULE = 0.44;

interface SetPart {
  readonly galley: Galley;
  /** The one row of it, and its width in pt. */
  readonly row: SetLine;
  readonly width: number;
}

interface SetSlot {
  readonly parts: readonly SetPart[];
  /** Left edge of the first part, blank between two, and width of all; pt. */
  readonly left: number;
  readonly gap: number;
  readonly width: number;
}

/** Draws the folio; returns its node of the structure, and an error where its parts have no room. */
export function finishFolio(
  context: { readonly pen: PagePen; readonly grid: Grid; readonly page: number },
  folio: FolioBox,
  tables: FaceTables,
): { readonly node: Node; readonly diagnostics: readonly Diagnostic[] } {
  const { pen, grid, page } = context;
  const left = columnLeft(grid, 0);
  const width = widthAcross(grid, grid.columns);
  const ruleY = lineTop(grid, folio.ruleLine);
  const thickness = folio.rule === null ? 0 : heightOfRule(folio.rule);
  const baseline = ruleY - thickness - ABOVE_RULE * grid.em;
  const block = { id: 'folio', role: 'folio' as const, story: null, part: 0, source: folio.span };
  addBlock(pen, block, { x: left, y: grid.top, width, height: ruleY - grid.top });
  const first = pen.items.length;
  const slots = (
    [
      [folio.left, 0],
      [folio.center, 0.5],
      [folio.right, 1],
    ] as const
  ).map(([slot, align]) => setSlot(slot, { left, width, align, baseline, em: grid.em, tables }));
  const diagnostics = checkSlots(slots, { left, width, em: grid.em });
  if (diagnostics.length === 0) for (const slot of slots) drawSlot(pen, slot, baseline);
  if (folio.rule !== null) drawRule(pen, folio.rule, { left, width, bottom: ruleY });
  drawReadings(pen, page);
  const items = pen.items.slice(first).map((item) => ({ page, item: item.id }));
  const galleys = slots.flatMap(({ parts }) => parts.map(({ galley }) => galley));
  return {
    node: furniture('folio', items, folio),
    diagnostics: [...diagnostics, ...galleys.flatMap(checkCharacters)],
  };
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

function setSlot(slot: FolioSlot, place: SlotPlace): SetSlot {
  const parts = slot.parts.map((part) => setPart(part, place));
  const gap = slot.gap * place.em;
  const width = parts.reduce((sum, part) => sum + part.width, 0) + gap * Math.max(0, parts.length - 1);
  return { parts, gap, width, left: place.left + (place.width - width) * place.align };
}

/** A part of a folio is one row, at its natural width, however long. */
function setPart(part: ParagraphBox, place: SlotPlace): SetPart {
  const galley = prepareParagraph({ ...part, align: 'left', indent: 0 }, place.tables);
  const measure = evenMeasure(galley.paragraph, ENDLESS);
  const row = setLines(galley, breakGalley(galley, measure), measure)[0]!;
  return { galley, row, width: (row.width * part.size) / 1000 };
}

/** A measure that no folio reaches, 1/1000 字. */
const ENDLESS = 100_000_000;

/** One error where the parts of a folio stand on each other or beyond the type area: at the longest of them. */
function checkSlots(
  slots: readonly SetSlot[],
  room: { readonly left: number; readonly width: number; readonly em: number },
): readonly Diagnostic[] {
  const filled = slots.filter(({ parts }) => parts.length > 0);
  const inside = filled.every(
    ({ left, width }) => left >= room.left - 0.01 && left + width <= room.left + room.width + 0.01,
  );
  const apart = filled.every(
    (slot, k) => k === 0 || filled[k - 1]!.left + filled[k - 1]!.width + room.em <= slot.left,
  );
  if (inside && apart) return [];
  const parts = filled.flatMap((slot) => slot.parts);
  const longest = parts.reduce((a, b) => (b.width > a.width ? b : a));
  return [
    errorAt(
      longest.galley.paragraph.span,
      'folio-too-long',
      message('报眉放不下：文字太长', 'The folio has no room: its text is too long'),
      message('缩短报名、版名或版序。', 'Shorten the paper’s name, the section or the label.'),
    ),
  ];
}

function drawSlot(pen: PagePen, slot: SetSlot, baseline: number): void {
  let x = slot.left;
  slot.parts.forEach(({ galley, row, width }, index) => {
    addLine(pen, galley, row, {
      block: 'folio',
      role: 'folio',
      start: x,
      extent: width,
      baseline,
      onGrid: false,
      paragraph: index,
      number: 0,
      last: true,
    });
    x += width + slot.gap;
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
