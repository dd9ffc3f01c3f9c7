/**
 * A character with a variation selector behind it → the face that has this form of it, and its cell.
 *
 * Unicode 23.4: a selector chooses among the forms of one character (葛 and 葛󠄀, a name as its bearer writes it).
 * Where no face has the form, the character is set as it always is, and that is told.
 */

import { entryOf, type FaceKey, type FaceTable, formOf } from '../fonts/face.ts';
import { type GlyphCell, variantCell } from './glyph-cell.ts';
import type { Class } from './marks.ts';
import { type DownCell, downVariant } from './vertical-cell.ts';

export function isSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

/** A sign in its text or its picture style (Unicode TS 51): faces have it in one style alone, which serves as both. */
const STYLED = /^\P{Script=Han}[\ufe0e\ufe0f]$/u;

export function isStyleOfSign(sequence: string): boolean {
  return STYLED.test(sequence);
}

export interface Variant {
  readonly key: FaceKey;
  /** Null where the face's own glyph of the character is the form meant. */
  readonly cell: GlyphCell | DownCell | null;
}

/** Of the first face that has the sequence (CSS Fonts 4, 5.3); null where none has. */
export function variantIn(
  tables: ReadonlyMap<FaceKey, FaceTable>,
  faces: readonly FaceKey[],
  { sequence, cls, down }: { readonly sequence: string; readonly cls: Class; readonly down: boolean },
): Variant | null {
  for (const key of faces) {
    const face = tables.get(key)!;
    const form = formOf(face, 'uvs', sequence);
    if (form === null) continue;
    const base = sequence.codePointAt(0)!;
    if (form.gid === face.gids[entryOf(face, base)]) return { key, cell: null };
    return { key, cell: down ? downVariant(form, cls) : variantCell(form, base, cls) };
  }
  return null;
}
