/** Blocks as placed in slots of lines → the lines that stand alone at a column's head or foot. */

import type { Composition } from './compose.ts';
import type { BlockMenu } from './distribute.ts';

/**
 * `last`: the end of a paragraph at a column's head, CLREQ #widows_and_orphans (孤行); `first`: the beginning of one
 * at a column's foot.
 */
export interface LoneLine {
  readonly kind: 'first' | 'last';
  /** Index of the block. */
  readonly block: number;
  /** Its line that stands alone, counted from its first. */
  readonly line: number;
  /** The slot it stands in. */
  readonly slot: number;
}

/** In lower columns few breaks are to choose from: the rule would ask for other words at every second one. */
const LOW_COLUMN = 8;

/** A paragraph of one line is never alone; one of two or three lines cannot be divided but a line stands alone. */
export function loneLines({
  body,
  distribution,
  slots,
}: Pick<Composition, 'body' | 'distribution' | 'slots'>): readonly LoneLine[] {
  const found: LoneLine[] = [];
  let start = 0;
  slots.forEach(({ lines }, slot) => {
    const end = start + lines;
    const next = slots[slot + 1]?.lines ?? lines;
    (distribution?.placements ?? []).forEach(({ at, option }, block) => {
      const { menu } = body[block]!;
      const after = at + menu.options[option]!.lines;
      if (at >= end || after <= end || isTooLow(menu, Math.min(lines, next))) return;
      if (at >= start && end - at < menu.orphans) found.push({ kind: 'first', block, line: 0, slot });
      if (after <= end + next && after - end < menu.widows) {
        found.push({ kind: 'last', block, line: after - at - 1, slot: slot + 1 });
      }
    });
    start = end;
  });
  return found;
}

function isTooLow({ divisible }: BlockMenu, lines: number): boolean {
  return !divisible || lines < LOW_COLUMN;
}
