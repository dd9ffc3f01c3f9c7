/** How a press prints → its numbers: ink limit, resolution, bleed, marks and its colour profile. */

import { millimetres } from './units.ts';

/** A profile of the press (ICC, class `prtr`, CMYK). */
export interface PressProfile {
  /** Where it lies on the machine: sharp takes profiles by their path. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The printing condition: its name in the registry of the ICC, or `Custom`. */
  readonly condition: string;
  /** What the profile calls itself. */
  readonly called: string;
}

export interface Press {
  /** pt beyond the trim on every side. */
  readonly bleed: number;
  /** The most ink in one place, % of all four. */
  readonly inkLimit: number;
  /** Pixels an inch that photos are brought to, at their size on the page. */
  readonly resolution: number;
  /** Crop and registration marks, colour bar and slug line outside the trim. */
  readonly marks: boolean;
}

/** What a paper, an issue or a theme says of its press; null: nothing. */
export interface PressWish {
  readonly preset: PressPreset | null;
  readonly bleed: number | null;
  readonly inkLimit: number | null;
  readonly resolution: number | null;
  readonly marks: boolean | null;
  readonly profile: PressProfile | null;
}

/** The wishes put together, the first going before the next. */
export function joinWishes(wishes: readonly PressWish[]): PressWish {
  const first = <K extends keyof PressWish>(key: K): PressWish[K] | null =>
    wishes.find((wish) => wish[key] !== null)?.[key] ?? null;
  return {
    preset: first('preset'),
    bleed: first('bleed'),
    inkLimit: first('inkLimit'),
    resolution: first('resolution'),
    marks: first('marks'),
    profile: first('profile'),
  };
}

export function pressFor({ preset, bleed, inkLimit, resolution, marks }: PressWish): Press {
  const usual = PRESS_PRESETS[preset ?? 'newsprint'];
  return {
    bleed: bleed ?? usual.bleed,
    inkLimit: inkLimit ?? usual.inkLimit,
    resolution: resolution ?? usual.resolution,
    marks: marks ?? usual.marks,
  };
}

export type PressPreset = 'newsprint' | 'offset';

/**
 * `newsprint`: coldset, no bleed; 240 % is what ISO 12647-3:2005 allows, and 200 ppi is twice its screen of 100 lpi.
 * `offset`: sheets on coated paper, to ISO 12647-2.
 */
const PRESS_PRESETS: Readonly<Record<PressPreset, Press>> = {
  newsprint: { bleed: 0, inkLimit: 240, resolution: 200, marks: false },
  offset: { bleed: millimetres(3), inkLimit: 300, resolution: 300, marks: true },
};
