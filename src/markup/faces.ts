/** Families and a weight → the faces to ask for a character, in order. */

import type { FaceKey, Family, FontLibrary } from '../fonts/face.ts';

export type FacesOf = (families: readonly string[], weight: number) => readonly FaceKey[];

/** The named families' nearest faces, then the fallback chain's; the same list object for the same question. */
export function facesIn(library: FontLibrary): FacesOf {
  const known = new Map<string, readonly FaceKey[]>();
  return (families, weight) => {
    const key = [weight, ...families].join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const keys = [...families, ...library.fallback].flatMap((name) => {
      const family = library.families.get(name);
      return family === undefined ? [] : nearest(family, weight);
    });
    const faces = [...new Set(keys)];
    known.set(key, faces);
    return faces;
  };
}

/** The face whose weight is nearest; of two as near, the heavier, since heads should not come out thin. */
function nearest(family: Family, weight: number): readonly FaceKey[] {
  let best: Family['faces'][number] | undefined;
  for (const face of family.faces) {
    if (best === undefined || Math.abs(face.weight - weight) <= Math.abs(best.weight - weight)) best = face;
  }
  return best === undefined ? [] : [best.key];
}
