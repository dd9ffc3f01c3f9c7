/** A page's markup → the same without its marks, as a template's author would see it. */

import type { Markup } from '../../src/template/markup.ts';

export function shownMarkup({ text }: Markup): string {
  return text
    .replace(/\uFDD4[^\uFDD1]*\uFDD1/g, '')
    .replace(/\uFDD3[^\uFDD2]*\uFDD2/g, '')
    .replace(/\uFDD0[^\uFDD1]*\uFDD1|\uFDD2/g, '');
}
