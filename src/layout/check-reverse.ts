/** What is drawn on a page → a warning for each block whose reversed text (反白) is too small for print. */

import { type Diagnostic, message, warningAt } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import type { GlyphRun, Item } from './page.ts';

/** Ink closes smaller characters: reverse not under 8–9 pt, from ±0.5 mm of register (CY/T 197-2019). */
const LEAST = 9;

/** @param light the names of colours that are near the paper's. */
export function checkReverse(items: readonly Item[], light: readonly string[]): readonly Diagnostic[] {
  const told = new Set<string>();
  const small = items.filter((item): item is GlyphRun => {
    const isSmall = item.kind === 'glyphs' && light.includes(item.swatch) && item.size < LEAST - 1e-6;
    if (!isSmall || told.has(item.block)) return false;
    told.add(item.block);
    return true;
  });
  return small.map(({ size, text, map }) =>
    warningAt(
      spanInFile(map, 0, text.length),
      'reverse-too-small',
      message(
        `反白字只有 ${size} 磅，印出来笔画会糊`,
        `Reversed text of ${size} pt: ink will close its strokes in print`,
      ),
      message(
        `反白的字不小于 ${LEAST} 磅：在 styles.css 里把 font-size 改大，或不用反白。`,
        `Reverse no text under ${LEAST} pt: give it a larger font-size in styles.css, or do without.`,
      ),
    ),
  );
}
