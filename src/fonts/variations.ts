/** A font's `cmap` → its variation sequences: what a character with a selector behind it is drawn with. */

import { viewOf } from './program.ts';

export interface Variation {
  readonly codePoint: number;
  /** U+FE00–FE0F or U+E0100–E01EF. */
  readonly selector: number;
  /** Null where the glyph of the character alone is the one meant. */
  readonly gid: number | null;
}

/** ISO/IEC 14496-22, 5.2.1: the subtable of this format stands under platform 0, encoding 5. */
const SEQUENCES = 14;

/** None of a font without them, nor of one whose subtable says more than it holds. */
export function readVariations(cmap: Uint8Array): readonly Variation[] {
  const view = viewOf(cmap);
  try {
    for (let entry = 4; entry < 4 + 8 * view.getUint16(2); entry += 8) {
      const start = view.getUint32(entry + 4);
      if (view.getUint16(start) === SEQUENCES)
        return subtable(new DataView(view.buffer, view.byteOffset + start));
    }
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
  }
  return [];
}

/** One record a selector: the ranges of characters that stay as they are, then those with a glyph of their own. */
function subtable(view: DataView): readonly Variation[] {
  const found: Variation[] = [];
  const count = view.getUint32(6);
  for (let at = 10; at < 10 + 11 * count; at += 11) {
    const selector = uint24(view, at);
    const [plain, drawn] = [view.getUint32(at + 3), view.getUint32(at + 7)];
    for (let k = 0; plain > 0 && k < view.getUint32(plain); k++) {
      const range = plain + 4 + 4 * k;
      const first = uint24(view, range);
      for (let more = 0; more <= view.getUint8(range + 3); more++)
        found.push({ codePoint: first + more, selector, gid: null });
    }
    for (let k = 0; drawn > 0 && k < view.getUint32(drawn); k++) {
      const mapping = drawn + 4 + 5 * k;
      found.push({ codePoint: uint24(view, mapping), selector, gid: view.getUint16(mapping + 3) });
    }
  }
  return found;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at) * 0x100 + view.getUint8(at + 2);
}
