/**
 * A character of a class in a face → its cell in a line that runs downwards.
 *
 * GB/T 15834-2011 5.2 and CLREQ #vertical_writing_mode: marks in their vertical forms, quotes as corner
 * brackets, 破折号 and 省略号 run down unbroken; Latin words lie on their right side. `core`, `left`, `right`
 * and `shift` count downwards: `left` is the blank above.
 */

import { entryOf, type FaceTable, type Form, formOf } from '../fonts/face.ts';
import { endOfCombining } from './clusters.ts';
import { combined } from './combined-cell.ts';
import { type Drawing, type DrawingPart, inMiddle, MIDDLE, TOP, turnedInMiddle } from './drawing.ts';
import { Class } from './marks.ts';
import { liesDown } from './orientation.ts';

export interface DownCell {
  /** A glyph of the face, or the drawing built of several. */
  readonly gid: number | Drawing;
  readonly core: number;
  readonly shift: number;
  readonly left: number;
  readonly right: number;
}

const EM = 1000;
const HALF = 500;
const TWO_EM_DASH = 0x2e3a;
const HALF_SLACK = 60;

/**
 * 5.2.3: quotes are set as corner brackets, the outer ones double. Faces have the dots that run down for … alone, and
 * a ／ as wide as its cell.
 */
const STAND_FOR: Readonly<Record<string, string>> = {
  '“': '『',
  '”': '』',
  '‘': '「',
  '’': '」',
  '⋯': '…',
  '／': '/',
};

const caches = new WeakMap<FaceTable, Map<number, DownCell | null>>();

/** Null where the face has no glyph. Remembered per face. */
export function downCell(face: FaceTable, codePoint: number, cls: Class): DownCell | null {
  let cache = caches.get(face);
  if (cache === undefined) {
    cache = new Map();
    caches.set(face, cache);
  }
  const key = codePoint * 32 + cls;
  let cell = cache.get(key);
  if (cell === undefined) {
    cell = makeCell(face, codePoint, cls);
    cache.set(key, cell);
  }
  return cell;
}

/** The one glyph of 2 em that a face has for a 破折号, in the middle of its cell, turned if need be; or null. */
export function downDash(face: FaceTable): DownCell | null {
  const core = 2 * EM;
  const form = formOf(face, 'fwid+vert', '——');
  if (form !== null) return { ...inMiddle(form, core, true), core, left: 0, right: 0 };
  const lying = formOf(face, 'fwid', '——');
  if (lying === null || Math.abs(lying.advance - core) > 1) return null;
  return { gid: turnedInMiddle(lying, core), core, shift: 0, left: 0, right: 0 };
}

/** The cell of a character that a face draws in a form of its own for a variation sequence. */
export function downVariant({ gid, advance, box }: Form, cls: Class): DownCell {
  return uprightCell({ gid, advance, box }, cls);
}

interface Drawn {
  readonly gid: number;
  readonly advance: number;
  readonly box: readonly [number, number, number, number];
}

function makeCell(face: FaceTable, codePoint: number, cls: Class): DownCell | null {
  const text = String.fromCodePoint(codePoint);
  if (isTurnedClass(cls)) return turnedWord(face, text, Uint8Array.of(cls));
  // 5.1.4: ⸺ by itself is a whole 破折号.
  if (codePoint === TWO_EM_DASH && drawn(face, text) !== null)
    return downDash(face) ?? turnedMark(face, text, cls);
  const meant = STAND_FOR[text] ?? text;
  const vertical = verticalForm(face, meant, cls);
  if (vertical !== null) return uprightCell(vertical, cls);
  if (cls === Class.SLASH || (liesDown(meant.codePointAt(0)!) && !standsUpright(cls))) {
    return turnedMark(face, meant, cls);
  }
  const plain = drawn(face, meant);
  return plain === null ? null : uprightCell(plain, cls);
}

function isTurnedClass(cls: Class): boolean {
  return cls === Class.LATIN || cls === Class.DIGIT || cls === Class.LATIN_MARK;
}

/** 5.2.1: ： ； stand upright; 5.2.2: a dot in its middle is the same either way. */
function standsUpright(cls: Class): boolean {
  return cls === Class.COLON || cls === Class.DOT || cls === Class.SPACE;
}

function verticalForm(face: FaceTable, text: string, cls: Class): Drawn | null {
  const wide = cls === Class.DASH || cls === Class.CONNECT ? formOf(face, 'fwid+vert', text) : null;
  const form = wide ?? formOf(face, 'vert', text);
  return form === null ? null : { gid: form.gid, advance: EM, box: form.box };
}

function drawn(face: FaceTable, text: string): Drawn | null {
  const entry = entryOf(face, text.codePointAt(0)!);
  if (entry < 0) return null;
  const box = face.boxes.subarray(entry * 4, entry * 4 + 4);
  return {
    gid: face.gids[entry]!,
    advance: face.advances[entry]!,
    box: [box[0]!, box[1]!, box[2]!, box[3]!],
  };
}

/** ： ； ！ ？ stand upright and keep their whole cell (CLREQ figure 标点符号的调整空间, vertical). */
function uprightCell({ gid, advance, box }: Drawn, cls: Class): DownCell {
  const start = TOP - box[3];
  const end = TOP - box[1];
  const whole = { gid, core: EM, shift: 0, left: 0, right: 0 };
  switch (cls) {
    case Class.OPEN:
      if (start < HALF - HALF_SLACK) return whole;
      return { gid, core: HALF, shift: -HALF, left: HALF, right: 0 };
    case Class.CLOSE:
    case Class.COMMA:
    case Class.STOP:
      if (end > HALF + HALF_SLACK) return whole;
      return { gid, core: HALF, shift: 0, left: 0, right: HALF };
    case Class.HYPHEN:
    case Class.DOT:
    case Class.SLASH:
      return { ...inMiddle({ gid, box }, HALF, true), core: HALF, left: 0, right: 0 };
    case Class.SPACE:
      // A blank is as long as it is wide across: U+3000 1 em, a word space what the face gives it.
      return { gid, core: 0, shift: 0, left: 0, right: advance };
    default:
      return whole;
  }
}

/** A mark on its right side, its ink in the middle of the line and of its length (5.2.2); another sign as long as it is wide. */
function turnedMark(face: FaceTable, text: string, cls: Class): DownCell | null {
  const glyph = turnedGlyph(face, text, cls);
  if (glyph === null) return null;
  const core = lengthOfTurned(text, cls);
  const gid = core === null ? { parts: [turnedPart(glyph.gid, 0)] } : turnedInMiddle(glyph, core);
  return { gid, core: core ?? glyph.advance, shift: 0, left: 0, right: 0 };
}

/** 5.1.4, 5.1.6, 5.1.9: what the standard gives a mark, whatever its glyph. */
function lengthOfTurned(text: string, cls: Class): number | null {
  if (text.codePointAt(0) === TWO_EM_DASH) return 2 * EM;
  if (cls === Class.DASH || cls === Class.CONNECT) return EM;
  return cls === Class.HYPHEN || cls === Class.SLASH ? HALF : null;
}

function turnedGlyph(face: FaceTable, text: string, cls: Class): Drawn | null {
  const form = formOf(face, cls === Class.DIGIT ? 'hwid' : 'pwid', text);
  return form ?? drawn(face, text);
}

/** @param down how far below the top of the cell it begins. @param rise how far it is raised above its baseline. */
function turnedPart(gid: number, down: number, rise = 0): DrawingPart {
  return { gid, turned: true, scale: 1, x: HALF - MIDDLE + rise, y: TOP - down };
}

/**
 * A word or number on its right side as one cell, kerned: readers of PDF then find it in one piece.
 * Null where the face lacks one of its characters.
 */
export function turnedWord(face: FaceTable, text: string, classes: Uint8Array): DownCell | null {
  const parts: DrawingPart[] = [];
  let down = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const end = endOfCombining(text, at + 1, text.length);
    if (end > at + 1) {
      const letter = combined(face, text.slice(at, end));
      if (letter === null) return null;
      for (const { gid, x, y } of letter.parts) parts.push(turnedPart(gid, down + x, y));
      down += letter.advance;
      before = 0;
      at = end - 1;
      continue;
    }
    const glyph = turnedGlyph(face, text[at]!, classes[at] as Class);
    if (glyph === null) return null;
    if (classes[at] === Class.LATIN) down += face.kern.get(before * 65536 + glyph.gid) ?? 0;
    parts.push(turnedPart(glyph.gid, down));
    down += glyph.advance;
    before = classes[at] === Class.LATIN ? glyph.gid : 0;
  }
  return { gid: { parts }, core: down, shift: 0, left: 0, right: 0 };
}

/** 纵中横: digits side by side in one cell, narrowed if they need more than 1 em; or a single letter. */
export function acrossCell(face: FaceTable, characters: string): DownCell | null {
  const glyphs = [...characters].map((character) => {
    const form = formOf(face, 'hwid', character);
    return form === null ? drawn(face, character) : { gid: form.gid, advance: form.advance };
  });
  if (glyphs.some((glyph) => glyph === null)) return null;
  const total = glyphs.reduce((sum, glyph) => sum + glyph!.advance, 0);
  const scale = Math.min(1, EM / total);
  let x = (EM - total * scale) / 2;
  const parts = glyphs.map((glyph) => {
    const part = { gid: glyph!.gid, turned: false, scale, x: Math.round(x), y: 0 };
    x += glyph!.advance * scale;
    return part;
  });
  return { gid: { parts }, core: EM, shift: 0, left: 0, right: 0 };
}
