/**
 * A letter and the marks over or under it, in a face → the glyphs that draw it in one cell.
 *
 * Where Unicode has a letter for the two (é for e and U+0301) it is that letter's glyph; else the marks are set on
 * the middle of their base, clear of it.
 */

import { entryOf, type FaceTable } from '../fonts/face.ts';

/** Between a base and a mark that would touch it, 1/1000 em. */
const CLEAR = 40;
/** A mark whose foot is above this is one over its base: most of a small letter's height. */
const OVER = 350;

export interface Combined {
  /** Where each glyph's origin goes, 1/1000 em from that of the base, y upward. */
  readonly parts: readonly PlacedGlyph[];
  readonly advance: number;
}

export interface PlacedGlyph {
  readonly gid: number;
  readonly x: number;
  readonly y: number;
}

/** Null where the face lacks the base or one of the marks. */
export function combined(face: FaceTable, cluster: string): Combined | null {
  const [base, ...marks] = [...shortest(face, cluster)].map((character) => glyphIn(face, character));
  if (base == null || marks.includes(null)) return null;
  const parts: PlacedGlyph[] = [{ gid: base.gid, x: 0, y: 0 }];
  let top = base.top;
  for (const mark of marks) {
    const x = Math.round((base.left + base.right) / 2 - (mark!.left + mark!.right) / 2);
    const isOver = mark!.bottom > OVER;
    const y = isOver ? Math.max(0, top + CLEAR - mark!.bottom) : 0;
    parts.push({ gid: mark!.gid, x, y });
    if (isOver) top = mark!.top + y;
  }
  return { parts, advance: base.advance };
}

/** With as few characters as Unicode and the face have for it. */
function shortest(face: FaceTable, cluster: string): string {
  const composed = cluster.normalize('NFC');
  return [...composed].every((character) => entryOf(face, character.codePointAt(0)!) >= 0)
    ? composed
    : cluster;
}

interface Glyph {
  readonly gid: number;
  readonly advance: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

function glyphIn(face: FaceTable, character: string): Glyph | null {
  const entry = entryOf(face, character.codePointAt(0)!);
  if (entry < 0) return null;
  const [left, bottom, right, top] = face.boxes.subarray(entry * 4, entry * 4 + 4);
  const gid = face.gids[entry]!;
  return { gid, advance: face.advances[entry]!, left: left!, bottom: bottom!, right: right!, top: top! };
}
