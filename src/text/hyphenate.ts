/** The words of an English paragraph → where they may part with a hyphen (Knuth–Liang patterns for en-US). */

import { createRequire } from 'node:module';
import { entryOf } from '../fonts/face.ts';
import { Break, type Cells } from './cells.ts';
import { Class } from './marks.ts';

/** Shorter words are not parted. */
const SHORTEST_WORD = 6;
/** What has more letters is no word. */
const LONGEST_WORD = 40;
/** Letters that stay before the first hyphen and behind the last. */
const LEAST_BEFORE = 2;
const LEAST_BEHIND = 3;
const SOFT_HYPHEN = '\u00ad';

interface Hyphen {
  readonly hyphenateSync: (text: string) => string;
}

let patterns: Hyphen | null = null;
const known = new Map<string, readonly number[]>();

/** Offsets in the word behind which a hyphen may stand. The patterns are loaded at the first English word. */
export function hyphenPoints(word: string): readonly number[] {
  const found = known.get(word);
  if (found !== undefined) return found;
  patterns ??= createRequire(import.meta.url)('hyphen/en-us') as Hyphen;
  const points: number[] = [];
  let at = 0;
  for (const part of patterns.hyphenateSync(word).split(SOFT_HYPHEN)) {
    at += part.length;
    if (at >= LEAST_BEFORE && at <= word.length - LEAST_BEHIND) points.push(at);
  }
  known.set(word, points);
  return points;
}

/** True where a paragraph is written in an alphabet: a word of five letters takes the room of two Han and a half. */
export function isAlphabetic(classes: Uint8Array): boolean {
  let latin = 0;
  let han = 0;
  for (const cls of classes) {
    if (cls === Class.LATIN) latin += 1;
    else if (cls === Class.HAN) han += 1;
  }
  return latin > 2 * han;
}

/**
 * Marks the cells behind which a word may part, each with the width of its hyphen; once marked they stay so.
 * Addresses have no words: who copies one would copy the hyphen.
 *
 * @returns the width of the widest hyphen, 1/1000 字; 0 where no word parts.
 */
export function markHyphens(cells: Cells, kind: typeof Break.HYPHEN | typeof Break.SPARE_HYPHEN): number {
  const { count, cls, start, text } = cells;
  let widest = 0;
  let from = 0;
  while (from < count) {
    let to = from;
    while (to < count && cls[to] === Class.LATIN) to += 1;
    const length = start[to]! - start[from]!;
    if (length >= SHORTEST_WORD && length <= LONGEST_WORD) {
      const word = text.slice(start[from], start[to]);
      // Names and abbreviations in capitals stay whole.
      if (/^[A-Za-z][a-z]+$/u.test(word)) widest = Math.max(widest, markWord(cells, word, from, kind));
    }
    if (kind === Break.SPARE_HYPHEN) widest = Math.max(widest, markCuts(cells, from, to));
    from = Math.max(to, from + 1);
  }
  return widest;
}

/** What a code or an address has beside its letters: who reads a hyphen there takes it for one of theirs. */
const IN_CODES = /[\d_./\\@#&=:]/u;

/**
 * The reader of a word that is cut because it is longer than a line sees by a hyphen that it goes on. A letter
 * alone is cut off only if two have no room.
 *
 * @returns the width of the hyphen, 0 for none.
 */
function markCuts(cells: Cells, from: number, to: number): number {
  const { breakAfter, start, text } = cells;
  if (to - from < 2 * LEAST_BEFORE) return 0;
  const around = (text[start[from]! - 1] ?? '') + (text[start[to]!] ?? '');
  const width = IN_CODES.test(around) ? 0 : hyphenWidth(cells, from);
  for (let cell = from; cell + 1 < to; cell++) {
    if (breakAfter[cell] !== Break.WORD && breakAfter[cell] !== Break.EMERGENCY) continue;
    if (cell - from + 1 < LEAST_BEFORE || to - cell - 1 < LEAST_BEFORE) breakAfter[cell] = Break.EMERGENCY;
    cells.hyphen[cell] = width;
  }
  return width;
}

function markWord(cells: Cells, word: string, from: number, kind: number): number {
  const points = hyphenPoints(word);
  const end = cells.start[from]! + word.length;
  let widest = 0;
  for (let cell = from; cells.start[cell + 1]! < end; cell++) {
    if (cells.breakAfter[cell] === kind) widest = Math.max(widest, cells.hyphen[cell]!);
    if (cells.breakAfter[cell] !== Break.WORD) continue;
    if (!points.includes(cells.start[cell + 1]! - cells.start[from]!)) continue;
    const width = hyphenWidth(cells, cell);
    if (width === 0) continue;
    cells.breakAfter[cell] = kind;
    cells.hyphen[cell] = width;
    widest = Math.max(widest, width);
  }
  return widest;
}

/** 0 where the face of the letters has none. */
function hyphenWidth(cells: Cells, cell: number): number {
  const face = cells.faces[cells.face[cell]!];
  const entry = face === undefined ? -1 : entryOf(face, 0x2d);
  if (entry < 0) return 0;
  return Math.round((face!.advances[entry]! * cells.styles[cells.style[cell]!]!.size) / cells.size);
}
