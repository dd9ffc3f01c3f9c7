/** Runs of text and a size → a paragraph without any dress, across: as `fit` and proofs set it, outside a theme. */

import type { ParagraphBox } from './markup/box.ts';

type Given = Pick<ParagraphBox, 'role' | 'runs' | 'marks' | 'size' | 'profile' | 'align' | 'indent' | 'span'>;

export function plainParagraph(given: Given): ParagraphBox {
  return {
    kind: 'paragraph',
    direction: 'across',
    level: 0,
    rowEnds: [],
    kept: [],
    trackingLimit: 0,
    initial: 0,
    insetStart: 0,
    insetEnd: 0,
    lines: 0,
    rowPitch: given.size,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: 0,
    table: null,
    orphans: 1,
    widows: 1,
    sizes: [given.size],
    maxRows: 0,
    background: null,
    ...given,
  };
}
