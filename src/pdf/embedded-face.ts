/**
 * The glyphs a document sets in one face → their codes in its text, and the face's font program.
 *
 * A *cell* is a glyph of the embedded font: the same outline in a cell of another width, moved in it, or
 * standing for other characters has a code (CID) of its own. So widths need no correction in the text, and
 * each code leads back to exactly the characters it was set for, though ·, • and ‧ may share an outline.
 */

import type { FaceTable } from '../fonts/face.ts';
import type { Program } from '../fonts/index.ts';
import type { Drawing, DrawingPart } from '../layout/page.ts';
import { deflateAside } from './deflate.ts';
import { type CodedCell, writeFont } from './font-objects.ts';
import { addFont, newObject, type PdfDocument, type PdfObject, useFont } from './glyphs.ts';
import { type ProgramGlyph, subsetProgram } from './subset.ts';

/** What a glyph run says of one glyph, 1/1000 em. */
export interface Cell {
  /** A glyph of the face; where `drawing` is given, any number below 0. */
  readonly gid: number;
  /** What stands in the cell instead of one glyph. */
  readonly drawing: Drawing | null;
  /** The width of its cell; where text runs down, the height. */
  readonly cell: number;
  /** How far the outline is moved in it, in the direction of the text. */
  readonly shift: number;
  readonly down: boolean;
  /** The characters it stands for; empty for a further glyph of the same characters. */
  readonly text: string;
}

interface KnownCell extends Cell, CodedCell {
  /** The cell that was known of its glyph before it. */
  readonly next: KnownCell | null;
}

export interface EmbeddedFace {
  readonly doc: PdfDocument;
  readonly table: FaceTable;
  readonly font: Program;
  readonly across: { readonly name: string; readonly dictionary: PdfObject };
  down: PdfObject | null;
  /** By CID. */
  readonly cells: KnownCell[];
  /** The last cell of each glyph. */
  readonly byGid: Map<number, KnownCell>;
  program: { readonly length: number; readonly deflated: Uint8Array } | null;
}

/** Makes a face ready for a document. It has to be packed before the document is ended. */
export function addFace(doc: PdfDocument, table: FaceTable, font: Program): EmbeddedFace {
  const across = addFont(doc, table, () =>
    writeFont(doc, { ...face, ...face.program!, across: across.dictionary }),
  );
  const face: EmbeddedFace = {
    doc,
    table,
    font,
    across,
    down: null,
    cells: [],
    byGid: new Map(),
    program: null,
  };
  codeOf(face, { ...NOTDEF, cell: naturalWidth(font, 0) });
  return face;
}

const NOTDEF: Cell = { gid: 0, drawing: null, cell: 0, shift: 0, down: false, text: '' };

/** Makes the face known to the page being written; its name there. */
export function useFace(face: EmbeddedFace, down: boolean): string {
  const { name, dictionary } = face.across;
  if (!down) {
    useFont(face.doc, name, dictionary);
    return name;
  }
  face.down ??= newObject(face.doc, {});
  useFont(face.doc, `${name}V`, face.down);
  return `${name}V`;
}

/** The code of a cell in text, four hexadecimal digits; a new one when the cell is new. */
export function codeOf(face: EmbeddedFace, { gid, drawing, cell, shift, down, text }: Cell): string {
  const last = face.byGid.get(gid) ?? null;
  for (let known = last; known !== null; known = known.next) {
    const same = known.cell === cell && known.shift === shift && known.text === text && known.down === down;
    if (same && isSameDrawing(known.drawing, drawing)) return known.code;
  }
  const width = !down ? cell : drawing !== null ? DRAWING_WIDTH : naturalWidth(face.font, gid);
  const height = down ? cell : null;
  const code = face.cells.length.toString(16).padStart(4, '0');
  const known: KnownCell = { gid, drawing, cell, shift, down, text, code, width, height, next: last };
  face.byGid.set(gid, known);
  face.cells.push(known);
  return code;
}

/**
 * Makes the font program of the cells known so far and deflates it on another thread.
 */
export async function packFace(face: EmbeddedFace): Promise<void> {
  const program = subsetProgram(
    face.font,
    face.cells.map((cell) => programGlyph(face.font, cell)),
  );
  const deflated = await deflateAside(program, 1);
  face.program = { length: program.length, deflated };
}

/** Of a line that runs down: a drawing fills a cell of 1 em. */
const DRAWING_WIDTH = 1000;

/** Drawings travel as plain data, so two of the same are two objects. */
function isSameDrawing(a: Drawing | null, b: Drawing | null): boolean {
  if (a === null || b === null) return a === b;
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function programGlyph(font: Program, { gid, drawing, cell, shift, down }: Cell): ProgramGlyph {
  if (drawing !== null) {
    const advance = Math.round(((down ? DRAWING_WIDTH : cell) * font.unitsPerEm) / 1000);
    const parts = shift === 0 ? drawing.parts : drawing.parts.map((part) => movedPart(part, shift, down));
    return { gid: 0, dx: 0, dy: 0, advance, parts };
  }
  const moved = Math.round((shift * font.unitsPerEm) / 1000);
  return down
    ? { gid, dx: 0, dy: -moved, advance: font.advance(gid), parts: null }
    : { gid, dx: moved, dy: 0, advance: Math.round((cell * font.unitsPerEm) / 1000), parts: null };
}

/** Further along its line by `shift`, 1/1000 em. */
function movedPart(part: DrawingPart, shift: number, down: boolean): DrawingPart {
  return down ? { ...part, y: part.y - shift } : { ...part, x: part.x + shift };
}

/** 1/1000 em. */
function naturalWidth(font: Program, gid: number): number {
  return Math.round((font.advance(gid) * 1e6) / font.unitsPerEm) / 1000;
}
