/** A paragraph's kept names and its cells → no line ends within one while there is another way. */

import type { ParagraphBox } from '../markup/box.ts';
import { Break, type Cells, cellsIn } from './cells.ts';

export function holdTogether({ kept }: ParagraphBox, cells: Cells): void {
  for (const range of kept) {
    const { from, to } = cellsIn(cells, range);
    for (let i = from; i + 1 < to; i++) {
      if (cells.breakAfter[i] !== Break.NEVER) cells.breakAfter[i] = Break.EMERGENCY;
    }
  }
}
