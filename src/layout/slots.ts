/** Parts at the left, in the middle and at the right of a line → their one row each, and their glyphs. */

import type { FolioSlot } from '../markup/box.ts';
import type { FaceTables } from '../text/index.ts';
import { addLine } from './add-line.ts';
import type { PagePen } from './page-pen.ts';
import { type SetRow, setRow } from './set-rows.ts';

export interface SetSlot {
  readonly parts: readonly SetRow[];
  /** Left edge of the first part, blank between two, and width of all; pt. */
  readonly left: number;
  readonly gap: number;
  readonly width: number;
}

/** A line and what stands in it. */
export interface SlotLine {
  /** Its left edge and its width, pt. */
  readonly left: number;
  readonly width: number;
  /** 1 字 of the page, pt. */
  readonly em: number;
  readonly tables: FaceTables;
}

/** The three slots of a line: left, middle, right. */
export function setSlots(
  {
    left,
    center,
    right,
  }: { readonly left: FolioSlot; readonly center: FolioSlot; readonly right: FolioSlot },
  line: SlotLine,
): readonly SetSlot[] {
  return [setSlot(left, line, 0), setSlot(center, line, 0.5), setSlot(right, line, 1)];
}

function setSlot(slot: FolioSlot, line: SlotLine, align: number): SetSlot {
  const parts = slot.parts.map((part) => setRow(part, line.tables));
  const gap = slot.gap * line.em;
  const width = parts.reduce((sum, part) => sum + part.width, 0) + gap * Math.max(0, parts.length - 1);
  return { parts, gap, width, left: line.left + (line.width - width) * align };
}

/** The part that is longest where the slots stand on each other or beyond their line; null where they fit. */
export function longestWithoutRoom(slots: readonly SetSlot[], line: Omit<SlotLine, 'tables'>): SetRow | null {
  const filled = slots.filter(({ parts }) => parts.length > 0);
  const inside = filled.every(
    ({ left, width }) => left >= line.left - 0.01 && left + width <= line.left + line.width + 0.01,
  );
  const apart = filled.every(
    (slot, k) => k === 0 || filled[k - 1]!.left + filled[k - 1]!.width + line.em <= slot.left,
  );
  if (inside && apart) return null;
  return filled.flatMap((slot) => slot.parts).reduce((a, b) => (b.width > a.width ? b : a));
}

/** Draws a slot; returns the ids of its items. */
export function drawSlot(
  pen: PagePen,
  slot: SetSlot,
  place: {
    readonly block: string;
    readonly role: 'folio' | 'text';
    readonly baseline: number;
    readonly first: number;
  },
): readonly number[] {
  let x = slot.left;
  return slot.parts.flatMap(({ galley, row, width }, index) => {
    const start = x;
    x += width + slot.gap;
    return addLine(pen, galley, row, {
      block: place.block,
      role: place.role,
      start,
      extent: width,
      baseline: place.baseline,
      onGrid: false,
      paragraph: place.first + index,
      number: 0,
      last: true,
    });
  });
}
