/** The words of an English paragraph → where they may part with a hyphen (Knuth–Liang patterns for en-US). */

import { createRequire } from 'node:module';
import { entryOf, type FaceTable } from '../fonts/face.ts';
import { Break, type CellArrays } from './cells.ts';
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

/** True where a paragraph is written in an alphabet: Latin words in Chinese are not parted. */
export function isAlphabetic(classes: Uint8Array): boolean {
  let latin = 0;
  let han = 0;
  for (const cls of classes) {
    if (cls === Class.LATIN) latin += 1;
    else if (cls === Class.HAN) han += 1;
  }
  return latin > han;
}

/**
 * Marks the cells behind which a word may part, each with the width of its hyphen.
 *
 * @param scaled thousandths of the run's size → of the paragraph's, for a cell.
 */
export function markHyphens(
  cells: CellArrays,
  text: string,
  faces: readonly FaceTable[],
  scaled: (cell: number, value: number) => number,
): void {
  let from = 0;
  while (from < cells.count) {
    let to = from;
    while (to < cells.count && cells.cls[to] === Class.LATIN) to += 1;
    const word = text.slice(cells.start[from], cells.start[to]);
    if (word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD) markWord(cells, word, { from, to });
    from = Math.max(to, from + 1);
  }
  for (let i = 0; i < cells.count; i++) {
    if (cells.breakAfter[i] !== Break.HYPHEN) continue;
    const face = faces[cells.face[i]!];
    const entry = face === undefined ? -1 : entryOf(face, 0x2d);
    if (entry < 0) cells.breakAfter[i] = Break.EMERGENCY;
    else cells.hyphen[i] = scaled(i, face!.advances[entry]!);
  }
}

/** Names and abbreviations in capitals stay whole. */
function markWord(cells: CellArrays, word: string, { from, to }: { from: number; to: number }): void {
  if (!/^[A-Za-z][a-z]+$/u.test(word)) return;
  const points = hyphenPoints(word);
  for (let cell = from; cell + 1 < to; cell++) {
    const end = cells.start[cell + 1]! - cells.start[from]!;
    if (points.includes(end) && cells.breakAfter[cell] === Break.EMERGENCY)
      cells.breakAfter[cell] = Break.HYPHEN;
  }
}
