/** A panel (报头, 导读, 广告, 报尾) and its place → its parts one below the other, as items with their node. */

import { type Diagnostic, errorAt, message } from '../diagnostics.ts';
import type { Rect } from '../geometry.ts';
import type { FigureBox, Frame, Grid, PanelBox, PanelPart, ParagraphBox } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { addLine } from './add-line.ts';
import { FRAME } from './block-grid.ts';
import { checkCharacters, checkSpreads } from './check-text.ts';
import { photoCrop, wholeIn } from './crop.ts';
import { drawCorner, drawFrame, drawRule, furnitureNode, heightOfRule } from './frame.ts';
import { ABOVE_BASELINE, inkBox, inkHeight } from './grid.ts';
import { type HeadPart, setPart } from './head.ts';
import type { HeadFit, Node } from './page.ts';
import { addBlock, addItem, drawReadings, type PagePen } from './page-pen.ts';
import { drawSlot, longestWithoutRoom, type SetSlot, setSlots } from './slots.ts';
import { headFit } from './story-fit.ts';

export interface PanelContext {
  readonly pen: PagePen;
  /** The page's. */
  readonly grid: Grid;
  /** Index of the page in `Made.pages`. */
  readonly page: number;
  readonly tables: FaceTables;
}

/** A part with the height it takes, pt. */
type SetPanelPart = { readonly height: number } & (
  | { readonly kind: 'text'; readonly box: ParagraphBox; readonly set: Omit<HeadPart, 'top'> }
  | { readonly kind: 'row'; readonly slots: readonly SetSlot[]; readonly size: number }
  | { readonly kind: 'rule'; readonly rule: Extract<PanelPart, { kind: 'rule' }>['rule'] }
  | { readonly kind: 'figure'; readonly figure: FigureBox }
);

export interface FinishedPanel {
  readonly node: Node;
  readonly diagnostics: readonly Diagnostic[];
  /** How its largest text is set; null without any. */
  readonly head: HeadFit | null;
}

/** Draws a panel; nothing of it, and an error, where its parts have no room. */
export function finishPanel(context: PanelContext, panel: PanelBox): FinishedPanel {
  const { pen, grid, page } = context;
  const box = inkBox(grid, panel.place.boxes[0]!);
  const inner = panel.frame === null ? box : withinFrame(box, grid);
  addBlock(pen, { id: panel.id, role: 'furniture', story: null, part: 0, source: panel.span }, box);
  const first = pen.items.length;
  const words = panel.frame === null ? [] : drawPanelFrame(context, panel, panel.frame, box);
  if (panel.backdrop !== null) drawFigure(pen, panel.backdrop, { block: panel.id, box: inner });
  const parts = setParts(context, panel, inner);
  const diagnostics = [...words, ...parts.flatMap((part) => checkPart(part, inner, grid))];
  const over = heightOf(parts, panel.gap) - inner.height;
  if (over > 0.01) diagnostics.push(panelOverset(panel, Math.ceil(over / grid.pitch - 1e-6)));
  else drawParts(context, panel, parts, inner);
  drawReadings(pen, page);
  const items = pen.items.slice(first).map(({ id }) => ({ page, item: id }));
  const node = furnitureNode(panel.id, items, panel.span);
  return { node, diagnostics, head: largestText(parts) };
}

function largestText(parts: readonly SetPanelPart[]): HeadFit | null {
  const heads = parts.flatMap((part) => (part.kind === 'text' ? [headFit(part.set)] : []));
  return heads.toSorted((a, b) => b.size - a.size)[0] ?? null;
}

function drawPanelFrame(
  context: PanelContext,
  { id }: PanelBox,
  frame: Frame,
  box: Rect,
): readonly Diagnostic[] {
  const place = { block: id, box };
  drawFrame(context.pen, frame, place);
  return drawCorner(context.pen, frame, place, context).diagnostics;
}

function withinFrame({ x, y, width, height }: Rect, grid: Grid): Rect {
  const [across, down] = [FRAME.chars * grid.em, FRAME.lines * grid.pitch];
  return { x: x + across, y: y + down, width: width - 2 * across, height: height - 2 * down };
}

/** Pictures without a height of their own share what the other parts leave. */
function setParts({ grid, tables }: PanelContext, panel: PanelBox, inner: Rect): readonly SetPanelPart[] {
  const fixed = panel.parts.map((part): SetPanelPart | null => {
    switch (part.kind) {
      case 'paragraph': {
        // What stands on a bar keeps 1 字 from its ends.
        const width = inner.width - (part.background === null ? 0 : 2 * grid.em);
        const set = setPart(part, width, tables);
        const rows = set.galley.paragraph.size + (set.rows.length - 1) * set.rowPitch;
        return { kind: 'text', box: part, set, height: Math.max(rows, linesHigh(part, grid)) };
      }
      case 'row': {
        const slots = setSlots(part, { left: inner.x, width: inner.width, em: grid.em, tables });
        const sizes = slots.flatMap((slot) => slot.parts.map(({ galley }) => galley.paragraph.size));
        const size = Math.max(0, ...sizes);
        return { kind: 'row', slots, size, height: size };
      }
      case 'rule':
        return { kind: 'rule', rule: part.rule, height: heightOfRule(part.rule) };
      case 'figure':
        return part.lines === null ? null : { kind: 'figure', figure: part, height: part.lines * grid.pitch };
      default:
        return part satisfies never;
    }
  });
  const open = fixed.filter((part) => part === null).length;
  const taken = fixed.reduce((sum, part) => sum + (part?.height ?? 0), panel.gap * (fixed.length - 1));
  const share = Math.max(grid.em, (inner.height - taken) / Math.max(1, open));
  return fixed.map((part, k) => {
    const figure = panel.parts[k]!;
    return part ?? { kind: 'figure', figure: figure as FigureBox, height: share };
  });
}

/** 占行, pt; a bar is as high as a picture of so many lines. */
function linesHigh({ lines, background }: ParagraphBox, grid: Grid): number {
  return background === null || lines === 0 ? lines * grid.pitch : inkHeight(grid, lines);
}

function heightOf(parts: readonly SetPanelPart[], gap: number): number {
  return parts.reduce((sum, part) => sum + part.height, gap * Math.max(0, parts.length - 1));
}

function checkPart(part: SetPanelPart, inner: Rect, grid: Grid): Diagnostic[] {
  if (part.kind === 'text') {
    return [...checkCharacters(part.set.galley), ...checkSpreads(part.set.galley)];
  }
  if (part.kind !== 'row') return [];
  const galleys = part.slots.flatMap(({ parts }) => parts.map(({ galley }) => galley));
  const tooLong = longestWithoutRoom(part.slots, { left: inner.x, width: inner.width, em: grid.em });
  const found = galleys.flatMap(checkCharacters);
  if (tooLong === null) return found;
  const text = message('这一行放不下：文字太长', 'The row has no room: its text is too long');
  const hint = message('缩短它，或分成两行。', 'Shorten it, or make two rows of it.');
  return [...found, errorAt(tooLong.galley.paragraph.span, 'row-too-long', text, hint)];
}

function panelOverset(panel: PanelBox, lines: number): Diagnostic {
  return errorAt(
    panel.place.span,
    'panel-overset',
    message(`“${panel.id}”里的内容放不下，多出 ${lines} 行`, `"${panel.id}" is overset by ${lines} lines`),
    message('减少内容，或给它更多的行。', 'Put less into it, or give it more lines.'),
  );
}

function drawParts(
  context: PanelContext,
  panel: PanelBox,
  parts: readonly SetPanelPart[],
  inner: Rect,
): void {
  const left = inner.height - heightOf(parts, panel.gap);
  const between = panel.align === 'spread' ? left / Math.max(1, parts.length - 1) : 0;
  let top = inner.y;
  if (panel.align === 'middle' || (panel.align === 'spread' && parts.length === 1)) top += left / 2;
  if (panel.align === 'bottom') top += left;
  parts.forEach((part, index) => {
    const box = { x: inner.x, y: top, width: inner.width, height: part.height };
    drawPart(context.pen, part, { block: panel.id, box, index, em: context.grid.em });
    top += part.height + panel.gap + between;
  });
}

interface PartPlace {
  /** 1 字 of the page, pt. */
  readonly em: number;
  readonly block: string;
  readonly box: Rect;
  /** Of the part in its panel. */
  readonly index: number;
}

function drawPart(pen: PagePen, part: SetPanelPart, place: PartPlace): void {
  const { block, box, index } = place;
  switch (part.kind) {
    case 'text':
      drawText(pen, part, place);
      return;
    case 'row': {
      const baseline = box.y + ABOVE_BASELINE * part.size;
      for (const slot of part.slots) drawSlot(pen, slot, { block, role: 'text', baseline, first: index });
      return;
    }
    case 'rule':
      drawRule(pen, part.rule, { block, left: box.x, width: box.width, top: box.y });
      return;
    case 'figure':
      drawFigure(pen, part.figure, { block, box });
      return;
    default:
      part satisfies never;
  }
}

function drawText(
  pen: PagePen,
  { set, height }: Extract<SetPanelPart, { kind: 'text' }>,
  place: PartPlace,
): void {
  const { galley, rows, rowPitch } = set;
  const { size, background } = galley.paragraph;
  const shape = { kind: 'shape' as const, role: 'text' as const, radius: 0, stroke: null };
  const blank = background === null ? 0 : place.em;
  const bar = { ...place.box, height };
  if (background !== null) addItem(pen, { ...shape, block: place.block, box: bar, fill: background });
  const top = place.box.y + (height - size - (rows.length - 1) * rowPitch) / 2;
  rows.forEach((row, number) => {
    addLine(pen, galley, row, {
      block: place.block,
      role: galley.paragraph.role,
      start: place.box.x + blank,
      extent: place.box.width - 2 * blank,
      baseline: top + number * rowPitch + ABOVE_BASELINE * size,
      onGrid: false,
      paragraph: place.index,
      number,
      last: number === rows.length - 1,
    });
  });
}

/** Cropped within its limit to fill the box, else whole in the box's middle. */
function drawFigure(
  pen: PagePen,
  figure: FigureBox,
  { block, box }: { readonly block: string; readonly box: Rect },
): void {
  const filling = photoCrop(figure, box);
  const lost = 1 - Math.min(filling.width, filling.height);
  const shown = lost > 2 * figure.cropLimit + 1e-6 ? wholeIn(figure, box) : { box, crop: filling };
  const { image, alt } = figure;
  addItem(pen, { kind: 'picture', role: 'photo', block, image, ...shown, outline: null, alt });
}
