/** Rules, frames and tints of blocks → their items on the page. */

import type { Diagnostic } from '../diagnostics.ts';
import type { Point, Rect } from '../geometry.ts';
import type { FolioSlot, Frame, Grid, RuleStyle } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { checkCharacters } from './check-text.ts';
import { ABOVE_BASELINE } from './grid.ts';
import { motifAlong, motifRound } from './motifs.ts';
import type { Node } from './page.ts';
import { addItem, type PagePen } from './page-pen.ts';
import { type Figure, patternAlong, patternRound } from './patterns.ts';
import { drawSlot, setSlots } from './slots.ts';

/** The strokes of a rule one within the other, the first at the block's edge; or its pattern round the block. */
export function drawFrame(
  pen: PagePen,
  { border, background, radius }: Frame,
  place: { readonly block: string; readonly box: Rect },
): readonly number[] {
  const { block, box } = place;
  const shape = { kind: 'shape' as const, role: 'rule' as const, block };
  const pattern = border?.pattern ?? null;
  const isOwn = pattern !== null && typeof pattern === 'object';
  const round = pattern === null ? radius : 0;
  const items: number[] = [];
  const tint = { ...shape, box, radius: round, stroke: null };
  if (background !== null) items.push(addItem(pen, { ...tint, fill: background }));
  let inset = 0;
  for (const stroke of border?.strokes ?? []) {
    if (isOwn) {
      const rows = motifRound(pattern, stroke.width, box);
      items.push(...rows.map((row) => addItem(pen, { kind: 'ornament', role: 'rule', block, ...row })));
      continue;
    }
    if (pattern !== null) {
      const figures = patternRound(pattern, stroke.width, box);
      items.push(...drawFigures(pen, figures, { block, swatch: stroke.swatch }));
      continue;
    }
    const edge = inset + stroke.width / 2;
    const corners = Math.max(0, round - edge);
    items.push(addItem(pen, { ...shape, box: shrunk(box, edge), radius: corners, fill: null, stroke }));
    inset += stroke.width + border!.gap;
  }
  return items;
}

function drawFigures(
  pen: PagePen,
  figures: readonly Figure[],
  rest: { readonly block: string; readonly swatch: string },
): readonly number[] {
  return figures.map((figure) => addItem(pen, { kind: 'path', role: 'rule', ...rest, ...figure }));
}

/** The words at the corner of a frame, in the line within it; `box`: the frame's. Returns the ids of its items. */
export function drawCorner(
  pen: PagePen,
  { corner }: Frame,
  place: { readonly block: string; readonly box: Rect },
  { grid, tables }: { readonly grid: Grid; readonly tables: FaceTables },
): { readonly items: readonly number[]; readonly diagnostics: readonly Diagnostic[] } {
  if (corner === null) return { items: [], diagnostics: [] };
  const { block, box } = place;
  const line = { left: box.x + grid.em, width: box.width - 2 * grid.em, em: grid.em, tables };
  const none: FolioSlot = { parts: [], gap: 0 };
  const slots = setSlots({ left: none, center: none, right: { parts: [corner], gap: 0 } }, line);
  const baseline = box.y + (grid.pitch - corner.size) / 2 + ABOVE_BASELINE * corner.size;
  const items = slots.flatMap((slot) =>
    drawSlot(pen, slot, { block, role: 'text', baseline, first: CORNER }),
  );
  const galleys = slots.flatMap(({ parts }) => parts.map(({ galley }) => galley));
  return { items, diagnostics: galleys.flatMap(checkCharacters) };
}

/** Its number among the paragraphs of its block: in front of the parts of a panel. */
const CORNER = -1;

function shrunk({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** What is no text to read: its items, so that readers skip them. */
export function furnitureNode(block: string, items: Node['items'], source: Node['source']): Node {
  return { role: 'furniture', level: 0, block, lang: 'zh-CN', alt: null, source, items, children: [] };
}

/** pt. */
export function heightOfRule(rule: RuleStyle): number {
  return rule.strokes.reduce((sum, stroke) => sum + stroke.width, 0) + rule.gap * (rule.strokes.length - 1);
}

/** A rule across, its strokes one below the other from `top`, pt. */
export function drawRule(
  pen: PagePen,
  rule: RuleStyle,
  place: { readonly block: string; readonly left: number; readonly width: number; readonly top: number },
): readonly number[] {
  const { block, left, width, top } = place;
  return drawLine(pen, rule, { block, from: { x: left, y: top }, length: width, direction: 'across' });
}

/** A rule from its top left corner, its strokes one below the other; running down, one at the right of the other. */
export function drawLine(
  pen: PagePen,
  rule: RuleStyle,
  place: {
    readonly block: string;
    readonly from: Point;
    readonly length: number;
    readonly direction: 'across' | 'down';
  },
): readonly number[] {
  const { block, from, length, direction } = place;
  let off = 0;
  return rule.strokes.flatMap(({ width, swatch }) => {
    if (rule.pattern !== null && typeof rule.pattern === 'object') {
      const row = motifAlong(rule.pattern, width, place);
      return [addItem(pen, { kind: 'ornament', role: 'rule', block, ...row })];
    }
    if (rule.pattern !== null) {
      return drawFigures(pen, patternAlong(rule.pattern, width, place), { block, swatch });
    }
    const middle = off + width / 2;
    off += width + rule.gap;
    const start =
      direction === 'across' ? { x: from.x, y: from.y + middle } : { x: from.x + middle, y: from.y };
    const to =
      direction === 'across' ? { x: from.x + length, y: start.y } : { x: start.x, y: from.y + length };
    return [addItem(pen, { kind: 'rule', role: 'rule', block, from: start, to, width, swatch })];
  });
}
