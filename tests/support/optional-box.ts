/** Texts → the box of a pull quote, a fact box or a filler, set in the ruler face. */

import type { OptionalBlock, ParagraphBox } from '../../src/markup/box.ts';
import { paragraphBox } from './paragraph.ts';

export function optionalBox(optional: OptionalBlock, texts: readonly string[], size = 10): ParagraphBox {
  const cells = texts.map((text) => paragraphBox(text, { role: optional, size, sizes: [size] }));
  const table = {
    rows: cells.map((cell) => ({ isHead: false, cells: [cell] })),
    rule: { strokes: [{ width: 1, swatch: 'black' }], gap: 0, pattern: null },
    rowRule: null,
    leader: null,
    gap: 0,
    rowGap: 0,
    widths: [],
    optional,
    repeated: false,
    continued: null,
  };
  return paragraphBox('', { role: optional, lines: 1, runs: cells.flatMap(({ runs }) => runs), table });
}
