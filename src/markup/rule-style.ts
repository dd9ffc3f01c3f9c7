/** The types of lines: rules across a block, frames round it, lines between columns. */

import type { ImageKey } from '../images/image.ts';

export interface Stroke {
  /** pt. */
  readonly width: number;
  readonly swatch: string;
}

/** What stands along a rule: 点线, 波纹线, and the 花边 连珠, 回纹, 花瓣. */
export type Pattern = 'dots' | 'wave' | 'beads' | 'fret' | 'petals';

/** 花边 of a theme's or an issue's own: drawings that stand along a rule, head outward. */
export interface Motif {
  readonly image: ImageKey;
  /** Its width to its height. */
  readonly ratio: number;
  /** At the corners of a frame, drawn for the one at the top left; null: the sides meet there. */
  readonly corner: ImageKey | null;
}

/** A line across a block: 正线 one stroke; 双线, 文武线 two with the gap between, from the outside in. */
export interface RuleStyle {
  readonly strokes: readonly Stroke[];
  readonly gap: number;
  /** Null: straight lines. Else there is one stroke, as wide as the band that the pattern fills. */
  readonly pattern: Pattern | Motif | null;
}
