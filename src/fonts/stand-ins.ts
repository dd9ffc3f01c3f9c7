/** Characters whose glyph is, in most faces, just the form that a feature fails to give to another one. */

import type { Feature } from './face.ts';

export interface StandIn {
  readonly feature: Feature;
  readonly text: string;
  /** The character whose glyph stands in. */
  readonly by: string;
  /** The advance it must have, 1/1000 em, along the line. */
  readonly advance: number;
}

/** Marks and their vertical forms (Unicode, blocks Vertical Forms and CJK Compatibility Forms). */
const UPRIGHT = '，、。：；！？〖〗…‥—–＿（）｛｝〔〕【】《》〈〉「」『』［］';
const VERTICAL = '︐︑︒︓︔︕︖︗︘︙︰︱︲︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈';

/**
 * The middle dot: Noto Serif SC draws U+00B7 for Latin, 0.33 em wide and low; U+2027 is the Chinese one,
 * 1 em, its dot in the middle of it. The dash: LXGW WenKai has no ligature, and two of its dashes show a
 * seam; U+2E3A is 2 em in one stroke. Vertical forms: for a face without `vert`.
 */
export const STAND_INS: readonly StandIn[] = [
  { feature: 'fwid', text: '·', by: '‧', advance: 1000 },
  { feature: 'fwid', text: '——', by: '⸺', advance: 2000 },
  ...Array.from(UPRIGHT, (text, i) => ({ feature: 'vert' as const, text, by: VERTICAL[i]!, advance: 1000 })),
];
