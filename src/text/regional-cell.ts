/**
 * A mark of Hong Kong or Taiwan in a face → its cell, the mark in the middle of it; null for what is set alike
 * everywhere, or what the face has not.
 *
 * CLREQ #glyphs_sizes_and_positions_in_character_faces_of_punctuation_marks: 点号 stand in the middle of their
 * cell, a 间隔号 takes 1 em; #punctuation_width_adjustment: ！？ keep their cell, and so do ：； of lines that run
 * down. A face drawn for the mainland has them in a corner: there the outline is moved.
 */

import { entryOf, type FaceTable, formOf } from '../fonts/face.ts';
import type { Profile } from '../markup/box.ts';
import { type Inked, inMiddle } from './drawing.ts';
import { Class } from './marks.ts';
import { type DownCell, downCell } from './vertical-cell.ts';

const EM = 1000;
const HALF = 500;

/** Of lines that run down, where they were left curly: the single ones stand outside. */
const CORNERS: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };

export function regionalCell(
  face: FaceTable,
  codePoint: number,
  cls: Class,
  { profile, down }: { readonly profile: Profile; readonly down: boolean },
): DownCell | null {
  const text = String.fromCodePoint(codePoint);
  switch (cls) {
    case Class.OPEN:
    case Class.CLOSE:
      return down && text in CORNERS ? downCell(face, CORNERS[text]!.codePointAt(0)!, cls) : null;
    case Class.COMMA:
    case Class.STOP:
    case Class.DOT:
      return movedCell(face, text, { core: HALF, blank: HALF / 2, down });
    case Class.COLON:
      return movedCell(face, text, down ? WHOLE_DOWN : { core: HALF, blank: HALF / 2, down });
    case Class.EXCLAIM:
      return movedCell(face, text, { core: profile.marks === 'banjiao' ? HALF : EM, blank: 0, down });
    case Class.SLASH:
      return profile.region === 'taiwan' && !down
        ? movedCell(face, text, { core: EM, blank: 0, down })
        : null;
    default:
      return null;
  }
}

interface Wanted {
  readonly core: number;
  /** On either side. */
  readonly blank: number;
  readonly down: boolean;
}

const WHOLE_DOWN: Wanted = { core: EM, blank: 0, down: true };

const cache = new WeakMap<FaceTable, Map<string, DownCell | null>>();

function movedCell(face: FaceTable, text: string, wanted: Wanted): DownCell | null {
  const known = cache.get(face) ?? new Map<string, DownCell | null>();
  cache.set(face, known);
  const key = `${text}${wanted.core}${wanted.down ? 'v' : 'h'}`;
  let cell = known.get(key);
  if (cell === undefined) {
    cell = moved(face, text, wanted);
    known.set(key, cell);
  }
  return cell;
}

function moved(face: FaceTable, text: string, { core, blank, down }: Wanted): DownCell | null {
  const drawn = drawnGlyph(face, text, down);
  if (drawn === null) return null;
  return { ...inMiddle(drawn, core, down), core, left: blank, right: blank };
}

function drawnGlyph(face: FaceTable, text: string, down: boolean): Inked | null {
  const form = formOf(face, down ? 'vert' : 'fwid', text);
  if (form !== null) return form;
  const entry = entryOf(face, text.codePointAt(0)!);
  if (entry < 0) return null;
  const [left, bottom, right, top] = face.boxes.subarray(entry * 4, entry * 4 + 4);
  return { gid: face.gids[entry]!, box: [left!, bottom!, right!, top!] };
}
