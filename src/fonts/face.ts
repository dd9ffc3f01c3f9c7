/** What the other rooms know of a font: plain tables, made once per face by @pdf-lib/fontkit. */

import type { Program } from './program.ts';

/** Names a face everywhere: `song-400`, `hei-700`, or `user:FZBSJW` for a user's own. */
export type FaceKey = string;

/**
 * A form that a feature gives to one or two characters: `fwid` of `——`, `hwid` of `1`, `vert` of `（`; or the
 * glyph of another character that stands in for it where the feature does nothing (see stand-ins.ts).
 */
export interface Form {
  readonly gid: number;
  /** Advance, 1/1000 em; for `vert` downwards. */
  readonly advance: number;
  /** Ink box, 1/1000 em, y upward from the baseline. */
  readonly box: readonly [xMin: number, yMin: number, xMax: number, yMax: number];
}

/** `uvs`: a variation sequence of the font's cmap, its text the character and its selector. */
export type Feature = 'fwid' | 'hwid' | 'pwid' | 'vert' | 'fwid+vert' | 'liga' | 'uvs';

/** One face's tables. All measures in 1/1000 em, whatever the font's own units. */
export interface FaceTable {
  readonly key: FaceKey;
  /** Of the font file's bytes: the table is valid for exactly this file. */
  readonly sha256: string;
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** For the PDF font descriptor. Never used for line height: hhea of CJK fonts is not the em box. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly fontBox: readonly [number, number, number, number];
  /** One entry a character that has a glyph, rising by code point. Index into these: the entry. */
  readonly codePoints: Uint32Array;
  readonly gids: Uint16Array;
  readonly advances: Uint16Array;
  /** Four numbers an entry: xMin, yMin, xMax, yMax; all 0 for a blank glyph. */
  readonly boxes: Int16Array;
  /** 65,536 numbers: the entry + 1 of each BMP code point, 0 where the face has none. */
  readonly bmp: Uint16Array;
  /** By `feature:text`. Only where the feature changes the glyph or its advance; each sequence of `uvs`. */
  readonly forms: ReadonlyMap<string, Form>;
  /** Kerning among Latin letters, digits and marks: by `left gid × 65536 + right gid`. */
  readonly kern: ReadonlyMap<number, number>;
}

/** The entry of a code point in a face, or -1. */
export function entryOf(face: FaceTable, codePoint: number): number {
  if (codePoint < 0x10000) return face.bmp[codePoint]! - 1;
  let low = 0;
  let high = face.codePoints.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = face.codePoints[middle]!;
    if (found === codePoint) return middle;
    if (found < codePoint) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The form a feature gives to a character or pair, or null where it changes nothing. */
export function formOf(face: FaceTable, feature: Feature, text: string): Form | null {
  return face.forms.get(`${feature}:${text}`) ?? null;
}

/** A family as `fonts.yaml` or a user's folder names it, with its faces by weight. */
export interface Family {
  readonly name: string;
  /** Rising by weight. */
  readonly faces: readonly { readonly weight: number; readonly key: FaceKey }[];
}

/**
 * The faces asked for a character, first to last: of each family named the nearest weight, then of each
 * family of the fallback chain. A user's face stands before a vendored one of the same weight. A name that
 * the library does not have is passed over.
 */
export function facesFor(
  library: Pick<FontLibrary, 'families' | 'fallback'>,
  names: readonly string[],
  weight: number,
): readonly FaceKey[] {
  const keys = new Set<FaceKey>();
  for (const name of [...names, ...library.fallback]) {
    const faces = library.families.get(name)?.faces ?? [];
    const nearest = nearestWeight(
      faces.map((face) => face.weight),
      weight,
    );
    for (const face of faces) if (face.weight === nearest) keys.add(face.key);
  }
  return [...keys];
}

/** As CSS Fonts 4, 5.2 picks: up to 500 the lighter first, but of 400 to 500 what lies above in that range. */
function nearestWeight(weights: readonly number[], wanted: number): number | null {
  const rank = (weight: number): number => {
    const distance = Math.abs(weight - wanted);
    if (distance === 0 || (wanted >= 400 && weight > wanted && weight <= 500)) return distance;
    return weight < wanted === wanted <= 500 ? 1000 + distance : 2000 + distance;
  };
  let best: number | null = null;
  for (const weight of weights) if (best === null || rank(weight) < rank(best)) best = weight;
  return best;
}

/** All faces a build may use. Tables and bytes by key; families by name (宋, 黑, 楷 and a user's own). */
export interface FontLibrary {
  readonly families: ReadonlyMap<string, Family>;
  /** Families asked, in this order, for a character that the named ones lack. */
  readonly fallback: readonly string[];
  readonly tables: ReadonlyMap<FaceKey, FaceTable>;
  /** The font file of a face, opened: its tables and outlines, read when asked for. */
  readonly program: (key: FaceKey) => Program;
  /** The whole font file of a face, TrueType outlines: 3–5 MB. */
  readonly bytes: (key: FaceKey) => Uint8Array;
}
