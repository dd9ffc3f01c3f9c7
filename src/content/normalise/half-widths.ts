/** Full-width digits and Latin letters → half-width (GB/T 15835: digits take half a Han each). */

import type { Change } from './change.ts';

/** The point of a decimal goes with its digits: `４．３亿`. */
const FULL_WIDTH = /([０-９]|(?<=[０-９0-9])．(?=[０-９0-9]))|([Ａ-Ｚａ-ｚ])/g;

/** U+FF01–FF5E stand this far above ASCII. */
const SHIFT = 0xfee0;

export function halfWidths(text: string): Change[] {
  return [...text.matchAll(FULL_WIDTH)].map(({ 0: c, 1: digit, index }) => ({
    from: index,
    to: index + 1,
    text: String.fromCharCode(c.charCodeAt(0) - SHIFT),
    kind: digit === undefined ? 'latin-halfwidth' : 'digit-halfwidth',
  }));
}
