/** A character of a class in a face → the glyph and the cell it is set in, blanks named. */

import { entryOf, type FaceTable, type Form, formOf } from '../fonts/face.ts';
import { type Drawing, type Inked, inMiddle } from './drawing.ts';
import { Class, hasBlank } from './marks.ts';

/** All in 1/1000 of the size. A mark's full cell is `left + core + right`; `shift` is for its core alone. */
export interface GlyphCell {
  /** A glyph of the face, or one that is raised or lowered. */
  readonly gid: number | Drawing;
  readonly core: number;
  readonly shift: number;
  readonly left: number;
  readonly right: number;
}

const EM = 1000;
const HALF = 500;
const TWO_EM_DASH = 0x2e3a;
/** ／ is drawn as wide as its cell: in half of it / stands for it. */
const ASCII_SLASH = 0x2f;

/** Where the font's own drawing touches the middle of its cell by this much, it still counts as in one half. */
const HALF_SLACK = 40;

const caches = new WeakMap<FaceTable, Map<number, GlyphCell | null>>();

/** Null where the face has no glyph for the character. Remembered per face. */
export function glyphCell(face: FaceTable, codePoint: number, cls: Class): GlyphCell | null {
  const cache = cacheOf(face);
  const key = codePoint * 32 + cls;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const cell = makeCell(face, codePoint, cls);
  cache.set(key, cell);
  return cell;
}

function cacheOf(face: FaceTable): Map<number, GlyphCell | null> {
  const known = caches.get(face);
  if (known !== undefined) return known;
  const cache = new Map<number, GlyphCell | null>();
  caches.set(face, cache);
  return cache;
}

/** The one glyph of 2 em that a face has for a whole 破折号, or null: then two of 1 em are set. */
export function dashCell(face: FaceTable): GlyphCell | null {
  const form = formOf(face, 'fwid', '——');
  if (form === null || Math.abs(form.advance - 2 * EM) > 1) return null;
  return { gid: form.gid, core: 2 * EM, shift: 0, left: 0, right: 0 };
}

interface Drawn extends Inked {
  readonly advance: number;
}

/** The cell of a character that a face draws in a form of its own for a variation sequence. */
export function variantCell(form: Form, codePoint: number, cls: Class): GlyphCell {
  return cellOf(form, codePoint, cls);
}

function makeCell(face: FaceTable, codePoint: number, cls: Class): GlyphCell | null {
  const drawing = draw(face, codePoint, cls);
  return drawing === null ? null : cellOf(drawing, codePoint, cls);
}

function cellOf(drawing: Drawn, codePoint: number, cls: Class): GlyphCell {
  if (hasBlank(cls))
    return isCompatibilityForm(codePoint) ? centred(drawing, EM, true) : markCell(drawing, cls);
  switch (cls) {
    case Class.DASH:
      // 5.1.4: ⸺ by itself is a whole 破折号.
      return centred(drawing, codePoint === TWO_EM_DASH ? 2 * EM : EM);
    case Class.ELLIPSIS:
    case Class.EXCLAIM2:
      return centred(drawing, EM);
    case Class.CONNECT:
      return middled(drawing, EM);
    case Class.HYPHEN:
    case Class.DOT:
    case Class.SLASH:
      return middled(drawing, HALF);
    case Class.DIGIT:
      return digitCell(drawing);
    case Class.SPACE:
      return { gid: drawing.gid, core: 0, shift: 0, left: 0, right: drawing.advance };
    case Class.HAN:
      return isIdeograph(codePoint) ? centred(drawing, EM, true) : plain(drawing);
    default:
      return plain(drawing);
  }
}

function draw(face: FaceTable, codePoint: number, cls: Class): Drawn | null {
  const text = String.fromCodePoint(codePoint);
  const form = formFor(face, text, cls);
  if (form !== null) return form;
  const slash = cls === Class.SLASH ? entryOf(face, ASCII_SLASH) : -1;
  const entry = slash >= 0 ? slash : entryOf(face, codePoint);
  if (entry < 0) return null;
  const [left, bottom, right, top] = face.boxes.subarray(entry * 4, entry * 4 + 4);
  return {
    gid: face.gids[entry]!,
    advance: face.advances[entry]!,
    box: [left!, bottom!, right!, top!],
  };
}

/** GB/T 15835: digits of the body are half-width; a Chinese mark is full-width, a Latin one proportional. */
function formFor(face: FaceTable, text: string, cls: Class): ReturnType<typeof formOf> {
  if (cls === Class.DIGIT) return formOf(face, 'hwid', text);
  if (cls === Class.LATIN_MARK || cls === Class.LATIN) return formOf(face, 'pwid', text);
  if (cls === Class.CONNECT || cls === Class.DASH || hasBlank(cls)) return formOf(face, 'fwid', text);
  return null;
}

function plain(drawing: Drawn): GlyphCell {
  return { gid: drawing.gid, core: drawing.advance, shift: 0, left: 0, right: 0 };
}

/** Set in the middle of a cell: by its ink, or by its advance where the drawing's own place is meant. */
function centred(drawing: Drawn, cell: number, byAdvance = false): GlyphCell {
  if (drawing.advance === cell && byAdvance) return { ...plain(drawing), core: cell };
  const [left, , right] = drawing.box;
  const middle = byAdvance || left === right ? drawing.advance / 2 : (left + right) / 2;
  return { gid: drawing.gid, core: cell, shift: Math.round(cell / 2 - middle), left: 0, right: 0 };
}

/** 5.1.6, 5.1.7: in the middle of its cell and of the line; a hyphen that a face has for Latin is raised to it. */
function middled(drawing: Drawn, core: number): GlyphCell {
  const [left, , right] = drawing.box;
  if (left === right) return centred(drawing, core);
  return { ...inMiddle(drawing, core, false), core, left: 0, right: 0 };
}

/** Ink that a digit of half an em may have, and what is made as narrow as that at the most. */
const DIGIT_INK = 480;
const WIDE_DIGIT = 600;

/**
 * A face without half-width digits: theirs are moved to the middle of half an em, one that is a little wider is
 * narrowed, so that all are of one width. What is wider yet is no digit for text.
 */
function digitCell(drawing: Drawn): GlyphCell {
  const [left, , right] = drawing.box;
  const ink = right - left;
  if (ink <= HALF) return centred(drawing, HALF, true);
  if (ink > WIDE_DIGIT) return plain(drawing);
  const scale = DIGIT_INK / ink;
  const x = Math.round(HALF / 2 - (scale * (left + right)) / 2);
  const gid = { parts: [{ gid: drawing.gid, turned: false, scale, x, y: 0 }] };
  return { gid, core: HALF, shift: 0, left: 0, right: 0 };
}

/**
 * A mark with a blank half. Which half is read from the ink, as faces differ: opening marks keep the right
 * half, the others the left; a mark drawn in the middle gives from both sides. So a face whose marks are narrower
 * than a cell gets the same result by position.
 */
function markCell(drawing: Drawn, cls: Class): GlyphCell {
  const { gid, advance } = drawing;
  const [inkLeft, , inkRight] = drawing.box;
  const opening = cls === Class.OPEN;
  if (inkRight - inkLeft > HALF)
    return { ...plain(drawing), core: EM, shift: Math.round((EM - advance) / 2) };
  if (opening && inkLeft >= advance - HALF - HALF_SLACK) {
    return { gid, core: HALF, shift: HALF - advance, left: HALF, right: 0 };
  }
  if (!opening && inkRight <= HALF + HALF_SLACK) return { gid, core: HALF, shift: 0, left: 0, right: HALF };
  const shift = Math.round(HALF / 2 - (inkLeft + inkRight) / 2);
  return { gid, core: HALF, shift, left: HALF / 2, right: HALF / 2 };
}

/** Vertical and small forms with codes of their own, which nobody should write (CLREQ): they keep their cell. */
function isCompatibilityForm(codePoint: number): boolean {
  return (codePoint >= 0xfe10 && codePoint < 0xfe20) || (codePoint >= 0xfe30 && codePoint < 0xfe70);
}

function isIdeograph(codePoint: number): boolean {
  return (
    (codePoint >= 0x2e80 && codePoint < 0xa000) ||
    (codePoint >= 0xf900 && codePoint < 0xfb00) ||
    codePoint >= 0x20000
  );
}
