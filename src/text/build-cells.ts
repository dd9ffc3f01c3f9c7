/** A paragraph's runs → its cells: every character classed, shaped in a face that has it, spaced. */

import { entryOf, type FaceKey, type FaceTable, formOf } from '../fonts/face.ts';
import type { ParagraphBox, Profile, TextRun, TextStyle } from '../markup/box.ts';
import { emptyArrays, finishedCells } from './cell-arrays.ts';
import { Break, type CellArrays, type Cells, type Missing, Step } from './cells.ts';
import { BETWEEN_WORDS, endOfCombining, endOfEmoji, isRightToLeft, isSequence } from './clusters.ts';
import { combined } from './combined-cell.ts';
import type { Drawing } from './drawing.ts';
import { dashCell, type GlyphCell, glyphCell } from './glyph-cell.ts';
import { isAlphabetic, markHyphens } from './hyphenate.ts';
import { endOfTurned, endOfUpright, itemize } from './itemize.ts';
import { Class, hasBlank, isLatin } from './marks.ts';
import { breakBetween, neighboursOf, stretchBetween } from './opportunities.ts';
import { regionalCell } from './regional-cell.ts';
import { spaceHanLatin, squeezeExclamations, squeezePairs, stepOf } from './spacing.ts';
import { isSelector, isStyleOfSign, variantIn } from './variants.ts';
import { acrossCell, type DownCell, downCell, downDash, turnedWord } from './vertical-cell.ts';

export type FaceTables = ReadonlyMap<FaceKey, FaceTable>;

interface Builder {
  readonly text: string;
  readonly classes: Uint8Array;
  readonly arrays: CellArrays;
  readonly tables: FaceTables;
  readonly faces: FaceTable[];
  readonly profile: Profile;
  readonly missing: Missing[];
  readonly drawings: Drawing[];
  /** Lines run downwards. */
  readonly down: boolean;
  readonly justified: boolean;
  readonly styles: readonly TextStyle[];
  /** The paragraph's size, pt. */
  readonly size: number;
  style: TextStyle;
  styleIndex: number;
  /** Size of the run in 1/1000 of the paragraph's. */
  scale: number;
  /** Where the run ends in the text. */
  runEnd: number;
}

export function buildCells(paragraph: ParagraphBox, tables: FaceTables): Cells {
  const text = paragraph.runs.map((run) => run.text).join('');
  const builder: Builder = {
    text,
    classes: itemize(text, paragraph.direction === 'down'),
    arrays: emptyArrays(text.length),
    tables,
    faces: [],
    profile: paragraph.profile,
    missing: [],
    drawings: [],
    down: paragraph.direction === 'down',
    justified: paragraph.align === 'justify' || paragraph.align === 'justify-all',
    styles: paragraph.runs.map((run) => run.style),
    size: paragraph.size,
    style: paragraph.runs[0]?.style ?? NO_STYLE,
    styleIndex: 0,
    scale: 1000,
    runEnd: 0,
  };
  let at = 0;
  paragraph.runs.forEach((run: TextRun, index) => {
    builder.style = run.style;
    builder.styleIndex = index;
    builder.scale = Math.round((run.style.size / paragraph.size) * 1000);
    builder.runEnd += run.text.length;
    while (at < builder.runEnd) at = addCell(builder, at);
  });
  const { arrays } = builder;
  arrays.start[arrays.count] = text.length;
  arrays.glyphStart[arrays.count] = arrays.glyphs;
  finishSpacing(builder);
  const cells = asCells(builder);
  if (cells.justified && !cells.down && isAlphabetic(builder.classes)) markHyphens(cells, Break.HYPHEN);
  return cells;
}

const NO_STYLE: TextStyle = { faces: [], size: 1, swatch: '', tracking: 0, lang: '', spaceWidth: 0, rise: 0 };

function asCells(builder: Builder): Cells {
  const { profile, arrays } = builder;
  return finishedCells(arrays, {
    text: builder.text,
    styles: builder.styles,
    faces: builder.faces,
    missing: builder.missing,
    drawings: builder.drawings,
    justified: builder.justified,
    down: builder.down,
    size: builder.size,
    trimStart: profile.trimStart && profile.marks !== 'plain',
    trimEnd: profile.marks !== 'plain',
    // CLREQ: marks in the middle of their cell hang from lines that run down alone.
    hangs: profile.hanging && (builder.down || profile.region === 'mainland'),
  });
}

/** Adds the cell that begins at `at`; returns where the next one begins. */
function addCell(builder: Builder, at: number): number {
  const { text, arrays } = builder;
  const codePoint = text.codePointAt(at)!;
  const length = codePoint > 0xffff ? 2 : 1;
  if (isSelector(codePoint) && arrays.count > 0) {
    return strayed(builder, arrays.start[arrays.count - 1]!, at + length);
  }
  const cls = builder.classes[at] as Class;
  const i = arrays.count;
  arrays.count += 1;
  arrays.start[i] = at;
  arrays.cls[i] = cls;
  arrays.style[i] = builder.styleIndex;
  arrays.glyphStart[i] = arrays.glyphs;
  const end =
    unsettable(builder, i, at, codePoint) ??
    addVariant(builder, i, at, at + length) ??
    addCombined(builder, i, at, at + length);
  if (end !== null) return end;
  if (isHalfOfPair(cls, codePoint) && text[at + 1] === text[at]) {
    return addPair(builder, i, at, codePoint);
  }
  if (builder.down) {
    return addUpright(builder, i, at) ?? addTurned(builder, i, at) ?? addGlyph(builder, i, at, codePoint);
  }
  if (cls === Class.LATIN) return addLigature(builder, i, at) ?? addGlyph(builder, i, at, codePoint);
  return addGlyph(builder, i, at, codePoint);
}

/** What cannot be set whatever the faces have: where it ends; null for all else. */
function unsettable(builder: Builder, i: number, at: number, codePoint: number): number | null {
  const { text } = builder;
  if (isRightToLeft(codePoint)) {
    const end = at + (codePoint > 0xffff ? 2 : 1);
    return addMissing(builder, i, { kind: 'right-to-left', start: at, end });
  }
  const end = endOfEmoji(text, at);
  if (end === null || !isSequence(text.slice(at, end))) return null;
  return addMissing(builder, i, { kind: 'emoji', start: at, end });
}

/** Words in a row that run to the left are one thing to tell of. */
function addMissing(builder: Builder, i: number, found: Missing): number {
  const { missing, text } = builder;
  const last = missing.at(-1);
  const goesOn =
    last?.kind === 'right-to-left' &&
    found.kind === 'right-to-left' &&
    BETWEEN_WORDS.test(text.slice(last.end, found.start));
  if (goesOn) missing[missing.length - 1] = { ...last, end: found.end };
  else missing.push(found);
  builder.arrays.core[i]! += scaled(builder, 1000);
  return found.end;
}

/** A character and its variation selector; null where there is none, or where the sign is set as it is. */
function addVariant(builder: Builder, i: number, at: number, from: number): number | null {
  const { text, style, tables, down } = builder;
  const selector = text.codePointAt(from) ?? 0;
  if (from >= builder.runEnd || !isSelector(selector)) return null;
  const end = from + (selector > 0xffff ? 2 : 1);
  const sequence = text.slice(at, end);
  const codePoint = text.codePointAt(at)!;
  const cls = builder.arrays.cls[i] as Class;
  const variant = variantIn(tables, style.faces, { sequence, cls, down });
  const cell =
    variant?.cell ?? (variant === null ? null : cellIn(builder, tables.get(variant.key)!, codePoint, cls));
  if (variant !== null && cell !== null) {
    place(builder, i, at, { cell, key: variant.key });
    return end;
  }
  const missing = builder.missing.length;
  addGlyph(builder, i, at, codePoint);
  if (builder.missing.length === missing) strayed(builder, at, end);
  return end;
}

/** A selector that chose nothing: told of with the character before it. */
function strayed(builder: Builder, at: number, end: number): number {
  const sequence = builder.text.slice(at, end);
  if (!isStyleOfSign(sequence)) builder.missing.push({ kind: 'variant', start: at, end });
  return end;
}

/** A letter with marks over or under it, `from` being where they begin; null where there are none. */
function addCombined(builder: Builder, i: number, at: number, from: number): number | null {
  const { text, style } = builder;
  const end = endOfCombining(text, from, builder.runEnd);
  if (end === from || builder.down) return null;
  for (const key of style.faces) {
    const found = combined(builder.tables.get(key)!, text.slice(at, end));
    if (found === null) continue;
    const { advance, parts } = found;
    const upright = { turned: false, scale: 1 };
    const gid =
      parts.length === 1 ? parts[0]!.gid : { parts: parts.map((part) => ({ ...part, ...upright })) };
    place(builder, i, at, { cell: { gid, core: advance, shift: 0, left: 0, right: 0 }, key });
    return end;
  }
  return null;
}

/** ff fi fl ffi ffl, where the face of the letters has a glyph for them and they are not spaced out. */
function addLigature(builder: Builder, i: number, at: number): number | null {
  if (builder.text[at] !== 'f' || builder.style.tracking !== 0) return null;
  for (const length of [3, 2]) {
    const letters = builder.text.slice(at, at + length);
    const key = builder.style.faces.find((face) => entryOf(builder.tables.get(face)!, 0x66) >= 0);
    const form = key === undefined ? null : formOf(builder.tables.get(key)!, 'liga', letters);
    if (form === null) continue;
    place(builder, i, at, {
      cell: { gid: form.gid, core: form.advance, shift: 0, left: 0, right: 0 },
      key: key!,
    });
    return at + length;
  }
  return null;
}

const TWO_EM_DASH = 0x2e3a;

function isHalfOfPair(cls: Class, codePoint: number): boolean {
  return (cls === Class.DASH && codePoint !== TWO_EM_DASH) || cls === Class.ELLIPSIS;
}

/** A 破折号 or 省略号: two characters, one cell that no line break and no stretch can enter. */
function addPair(builder: Builder, i: number, at: number, codePoint: number): number {
  if (builder.arrays.cls[i] === Class.DASH) {
    for (const key of builder.style.faces) {
      const face = builder.tables.get(key)!;
      const cell = builder.down ? downDash(face) : dashCell(face);
      if (cell === null || entryOf(face, codePoint) < 0) continue;
      place(builder, i, at, { cell, key });
      return at + 2;
    }
  }
  addGlyph(builder, i, at, codePoint);
  return addGlyph(builder, i, at + 1, codePoint);
}

/**
 * 纵中横: a number of one to three digits, or a single letter, that stands by itself among Chinese. Returns
 * where the next cell begins; null where the characters are to be turned.
 */
function addUpright(builder: Builder, i: number, at: number): number | null {
  const { text, arrays } = builder;
  const end = endOfUpright(text, builder.classes, at);
  if (end === null) return null;
  for (const key of builder.style.faces) {
    const cell = acrossCell(builder.tables.get(key)!, text.slice(at, end));
    if (cell === null) continue;
    arrays.cls[i] = Class.HAN;
    place(builder, i, at, { cell, key });
    return end;
  }
  return null;
}

/** A word or number on its side in one cell; null where there is none, or one that is too long. */
function addTurned(builder: Builder, i: number, at: number): number | null {
  const { text, classes } = builder;
  const end = endOfTurned(text, classes, at);
  if (end === null) return null;
  for (const key of builder.style.faces) {
    const cell = turnedWord(builder.tables.get(key)!, text.slice(at, end), classes.subarray(at, end));
    if (cell === null) continue;
    place(builder, i, at, { cell, key });
    return end;
  }
  return null;
}

/** Adds one character's glyph to cell i; returns where the next one begins. */
function addGlyph(builder: Builder, i: number, at: number, codePoint: number): number {
  const cls = builder.arrays.cls[i] as Class;
  const next = at + (codePoint > 0xffff ? 2 : 1);
  for (const key of builder.style.faces) {
    const face = builder.tables.get(key)!;
    const cell = cellIn(builder, face, codePoint, cls);
    if (cell === null) continue;
    place(builder, i, at, { cell, key });
    return next;
  }
  const end = endOfEmoji(builder.text, at);
  return addMissing(builder, i, { kind: end === null ? 'no-face' : 'emoji', start: at, end: end ?? next });
}

function cellIn(
  builder: Builder,
  face: FaceTable,
  codePoint: number,
  cls: Class,
): GlyphCell | DownCell | null {
  const regional = builder.profile.region === 'mainland' ? null : regionalCell(face, codePoint, cls, builder);
  return regional ?? (builder.down ? downCell(face, codePoint, cls) : glyphCell(face, codePoint, cls));
}

function scaled(builder: Builder, value: number): number {
  return builder.scale === 1000 ? value : Math.round((value * builder.scale) / 1000);
}

function place(
  builder: Builder,
  i: number,
  at: number,
  found: { readonly cell: GlyphCell | DownCell; readonly key: FaceKey },
): void {
  const { cell, key } = found;
  const { arrays, profile } = builder;
  const cls = arrays.cls[i] as Class;
  arrays.face[i] = faceIndex(builder, key);
  arrays.gid[arrays.glyphs] = typeof cell.gid === 'number' ? cell.gid : -builder.drawings.push(cell.gid);
  arrays.glyphWidth[arrays.glyphs] = cls === Class.SPACE ? cell.right : cell.core;
  arrays.glyphShift[arrays.glyphs] = cell.shift;
  arrays.glyphText[arrays.glyphs] = at;
  arrays.glyphs += 1;
  arrays.core[i]! += scaled(builder, cell.core);
  const keepsBlank = cls === Class.SPACE || keepsMarkBlank(profile, cls);
  if (!keepsBlank) return;
  const width = cls === Class.SPACE && builder.style.spaceWidth > 0 ? builder.style.spaceWidth : cell.right;
  arrays.left[i] = scaled(builder, cell.left);
  arrays.right[i] = scaled(builder, width);
  arrays.leftStep[i] = stepOf(cls);
  arrays.rightStep[i] = cls === Class.SPACE && width > 500 ? Step.FIXED : stepOf(cls);
}

/** 开明式 keeps the blank of the marks that end a sentence alone; 半角式 of none. */
function keepsMarkBlank(profile: Profile, cls: Class): boolean {
  if (cls === Class.DOT) return profile.marks !== 'banjiao' && profile.marks !== 'kaiming';
  if (!hasBlank(cls)) return false;
  if (profile.marks === 'banjiao') return false;
  if (profile.marks === 'kaiming') return cls === Class.STOP || cls === Class.EXCLAIM;
  return true;
}

function faceIndex(builder: Builder, key: FaceKey): number {
  const table = builder.tables.get(key)!;
  const index = builder.faces.indexOf(table);
  if (index >= 0) return index;
  return builder.faces.push(table) - 1;
}

function finishSpacing(builder: Builder): void {
  const { arrays, profile } = builder;
  if (profile.marks !== 'plain') squeezeExclamations(arrays);
  const isSqueezed = profile.marks === 'quanjiao' || profile.marks === 'kaiming';
  if (isSqueezed && profile.region === 'mainland') squeezePairs(arrays, builder.text);
  if (profile.autospace > 0) spaceHanLatin(arrays, profile.autospace);
  const neighbours = neighboursOf(profile.prohibition, builder.text, arrays);
  for (let i = 0; i + 1 < arrays.count; i++) {
    const kind = breakBetween(neighbours, i);
    const kept = profile.keepAll && kind === Break.MAY && arrays.cls[i] !== Class.SPACE;
    arrays.breakAfter[i] = kept ? Break.EMERGENCY : kind;
    arrays.stretchAfter[i] = stretchBetween(arrays, i);
    kern(builder, i);
    track(builder, i);
  }
  if (arrays.count > 0) arrays.breakAfter[arrays.count - 1] = Break.MAY;
}

/** Kerning stands in the right blank, fixed: at a line's end it goes, as it should. */
function kern(builder: Builder, i: number): void {
  const { arrays } = builder;
  if (arrays.cls[i] !== Class.LATIN || !isLatin(arrays.cls[i + 1] as Class)) return;
  if (arrays.face[i] !== arrays.face[i + 1] || arrays.right[i] !== 0) return;
  const left = arrays.gid[arrays.glyphStart[i]!]!;
  const right = arrays.gid[arrays.glyphStart[i + 1]!]!;
  const amount = builder.faces[arrays.face[i]!]?.kern.get(left * 65536 + right);
  if (amount !== undefined) arrays.right[i] = amount;
}

/** Letter-spacing stands in the right blank too, so that the line's last character has none behind it. */
function track(builder: Builder, i: number): void {
  const { tracking, size } = builder.styles[builder.arrays.style[i]!]!;
  if (tracking !== 0) builder.arrays.right[i]! += Math.round((tracking * size) / builder.size);
}
