/**
 * A paragraph's 注音 → its readings made ready, each with the cells it belongs to.
 *
 * CLREQ #interlinear_annotations: romanization stands over its characters at half their size; bopomofo at
 * their right side, symbols at three tenths of it, one on top of the other, the tone beside the last of them.
 */

import { entryOf, type FaceTable } from '../fonts/face.ts';
import type { ParagraphBox, TextMark, TextRun } from '../markup/box.ts';
import { sliceMap } from '../source-map.ts';
import { buildCells, type FaceTables } from './build-cells.ts';
import { type Cells, cellsIn } from './cells.ts';
import { type LineSums, sumCells } from './line-stock.ts';
import { Class } from './marks.ts';

/** A paragraph as cells, without its readings. */
export interface Piece {
  readonly paragraph: ParagraphBox;
  readonly cells: Cells;
  readonly sums: LineSums;
}

/** The tone of a bopomofo syllable; where the middle of its ink is, 1/1000 of its size, y upward. */
export interface Tone {
  readonly piece: Piece;
  readonly middle: { readonly x: number; readonly y: number };
  /** ˙ stands over the first symbol. */
  readonly light: boolean;
  /** Written in front of the symbols. */
  readonly first: boolean;
}

interface Base {
  /** Cells of the paragraph, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** `width`: 1/1000 字 of the paragraph. */
export type Reading =
  | (Base & { readonly kind: 'over'; readonly piece: Piece; readonly width: number })
  | (Base & {
      readonly kind: 'beside';
      readonly symbols: Piece;
      readonly count: number;
      readonly tone: Tone | null;
      /** What it takes of its base's own line, behind the base; 0: it stands between the lines. 1/1000 字. */
      readonly room: number;
    });

/** What a reading is made of, in the order in which it was written. */
export function piecesOf(reading: Reading): readonly Piece[] {
  if (reading.kind === 'over') return [reading.piece];
  const { symbols, tone } = reading;
  if (tone === null) return [symbols];
  return tone.first ? [tone.piece, symbols] : [symbols, tone.piece];
}

/** Bopomofo to its base 3:10; the tone, which faces draw small, to half of it. */
export const SYMBOL_SIZE = 0.3;
export const TONE_SIZE = 0.5;

/** CLREQ #positioning_of_zhuyin: half of its base's space, 1/1000 of the base. */
const BESIDE = 500;

/** One syllable: the light tone may be written first or last. */
const SYLLABLE = /^(˙?)([\u3105-\u312f\u31a0-\u31bf]{1,4})([ˉˊˇˋ˙]?)$/;

const NONE: readonly Reading[] = [];

export function readingsOf(paragraph: ParagraphBox, cells: Cells, tables: FaceTables): readonly Reading[] {
  if (paragraph.marks.length === 0) return NONE;
  const found = paragraph.marks.flatMap((mark) =>
    mark.kind === 'ruby' ? readingsOfMark(paragraph, mark, cells, tables) : [],
  );
  return found.sort((a, b) => a.from - b.from);
}

function readingsOfMark(
  paragraph: ParagraphBox,
  mark: TextMark & { readonly kind: 'ruby' },
  cells: Cells,
  tables: FaceTables,
): readonly Reading[] {
  const { from, to } = cellsIn(cells, mark);
  const words = [...mark.reading.text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, index }));
  const characters: number[] = [];
  for (let i = from; i < to; i++) if (isCharacter(cells, i)) characters.push(i);
  if (words.length !== characters.length) {
    const piece = pieceOf(paragraph, wholeOf(mark.reading), paragraph.direction, tables);
    return [{ kind: 'over', from, to, piece, width: widthOf(piece, paragraph.size) }];
  }
  const syllables = words.map(({ word }) => SYLLABLE.exec(word));
  return words.map(({ word, index }, k) => {
    const base = { from: characters[k]!, to: characters[k]! + 1 };
    const run = sliceRun(mark.reading, index, index + word.length);
    const syllable = syllables[k]!;
    if (syllables.every((one) => one !== null))
      return { ...base, ...besideOf(paragraph, run, syllable!, tables) };
    const piece = pieceOf(paragraph, run, paragraph.direction, tables);
    return { ...base, kind: 'over', piece, width: widthOf(piece, paragraph.size) };
  });
}

/** CLREQ: only Han characters are annotated; numerals and marks are not. */
function isCharacter(cells: Cells, i: number): boolean {
  return cells.cls[i] === Class.HAN || cells.cls[i] === Class.ITERATION;
}

function wholeOf(reading: TextRun): TextRun {
  const start = reading.text.length - reading.text.trimStart().length;
  return sliceRun(reading, start, reading.text.trimEnd().length);
}

function sliceRun(run: TextRun, from: number, to: number): TextRun {
  return { ...run, text: run.text.slice(from, to), map: sliceMap(run.map, from, to) };
}

function atSize(run: TextRun, size: number): TextRun {
  return { ...run, style: { ...run.style, size } };
}

/** A paragraph of one line that is set as it comes. */
function pieceOf(
  around: ParagraphBox,
  run: TextRun,
  direction: ParagraphBox['direction'],
  tables: FaceTables,
): Piece {
  const { size } = run.style;
  const plain = { marks: [], initial: 0, indent: 0, insetStart: 0, insetEnd: 0, lines: 0 };
  const paragraph: ParagraphBox = { ...around, ...plain, direction, runs: [run], size, align: 'left' };
  const cells = buildCells(paragraph, tables);
  return { paragraph, cells, sums: sumCells(cells) };
}

function widthOf({ paragraph, sums, cells }: Piece, size: number): number {
  return Math.round((sums.width[cells.count]! * paragraph.size) / size);
}

function besideOf(
  paragraph: ParagraphBox,
  run: TextRun,
  syllable: RegExpExecArray,
  tables: FaceTables,
): { kind: 'beside'; symbols: Piece; count: number; tone: Tone | null; room: number } {
  const [, before, letters, after] = syllable as unknown as [string, string, string, string];
  // The run has half the size of the base.
  const base = run.style.size * 2;
  const end = before.length + letters.length;
  const symbols = atSize(sliceRun(run, before.length, end), base * SYMBOL_SIZE);
  const sign = before === '' ? sliceRun(run, end, end + after.length) : sliceRun(run, 0, 1);
  return {
    kind: 'beside',
    symbols: pieceOf(paragraph, symbols, 'down', tables),
    count: letters.length,
    room: paragraph.direction === 'across' ? Math.round((BESIDE * base) / paragraph.size) : 0,
    tone:
      sign.text === ''
        ? null
        : { ...toneOf(paragraph, atSize(sign, base * TONE_SIZE), tables), first: before !== '' },
  };
}

function toneOf(paragraph: ParagraphBox, run: TextRun, tables: FaceTables): Omit<Tone, 'first'> {
  const piece = pieceOf(paragraph, run, 'across', tables);
  const face = piece.cells.faces[piece.cells.face[0]!];
  return { piece, middle: middleOf(face, run.text), light: run.text === '˙' };
}

function middleOf(face: FaceTable | undefined, character: string): { x: number; y: number } {
  const entry = face === undefined ? -1 : entryOf(face, character.codePointAt(0)!);
  if (face === undefined || entry < 0) return { x: 0, y: 0 };
  const [left, low, right, high] = face.boxes.subarray(entry * 4, entry * 4 + 4);
  return { x: (left! + right!) / 2, y: (low! + high!) / 2 };
}
