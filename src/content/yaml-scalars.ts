/**
 * A YAML scalar as written → its text, every character with its place in the file (YAML 1.2.2, chapter 7
 * and 8.1).
 *
 * Folding is left undone: a line end of the file stays `\n`, for `joinLines` knows better than YAML that Han
 * takes no space there. In a literal block the line ends are the value's own.
 */

import { type Draft, draftOf, joinDrafts } from './draft.ts';
import type { SourceText } from './source-text.ts';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** @param from, to the scalar in `source.clean`, quotes and block header included. */
export function scalarText(source: SourceText, from: number, to: number, style: ScalarStyle): Draft {
  switch (style) {
    case 'plain':
      return join(source, foldedLines(source.clean, from, to), from);
    case 'single':
      return join(source, singleQuoted(source.clean, from + 1, to - 1), from + 1);
    case 'double':
      return doubleQuoted(source, from + 1, to - 1);
    case 'literal':
    case 'folded':
      return join(source, blockLines(source.clean, from, to), from);
  }
}

/** A stretch of the clean text. */
type Piece = readonly [from: number, to: number];

function join(source: SourceText, pieces: readonly Piece[], at: number): Draft {
  return joinDrafts(
    pieces.map(([from, to]) => draftOf(source, from, to)),
    draftOf(source, at, at),
  );
}

/** The lines without the blanks at their inner edges, the line ends between them. */
function foldedLines(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; ; ) {
    const lineEnd = text.indexOf('\n', at);
    const last = lineEnd === -1 || lineEnd >= to;
    let end = last ? to : lineEnd;
    let start = at;
    if (at !== from) while (start < end && isBlank(text[start])) start += 1;
    if (!last) while (end > start && isBlank(text[end - 1])) end -= 1;
    pieces.push([start, end]);
    if (last) return pieces;
    pieces.push([lineEnd, lineEnd + 1]);
    at = lineEnd + 1;
  }
}

/** `''` is one quote. */
function singleQuoted(text: string, from: number, to: number): Piece[] {
  return foldedLines(text, from, to).flatMap(([start, end]) => {
    const pieces: Piece[] = [];
    let at = start;
    for (
      let quote = text.indexOf("''", at);
      quote !== -1 && quote + 1 < end;
      quote = text.indexOf("''", at)
    ) {
      pieces.push([at, quote + 1]);
      at = quote + 2;
    }
    pieces.push([at, end]);
    return pieces;
  });
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function doubleQuoted(source: SourceText, from: number, to: number): Draft {
  const text = source.clean;
  const parts: Draft[] = [];
  let at = from;
  for (let slash = text.indexOf('\\', at); slash !== -1 && slash < to; slash = text.indexOf('\\', at)) {
    parts.push(join(source, foldedLines(text, at, slash), at));
    const c = text[slash + 1] ?? '';
    const digits = HEX_LENGTH[c] ?? 0;
    at = slash + 2 + digits;
    if (c === '\n') while (at < to && isBlank(text[at])) at += 1;
    else parts.push(escaped(source, slash, characterOf(text.slice(slash + 1, at))));
  }
  parts.push(join(source, foldedLines(text, at, to), at));
  return joinDrafts(parts, draftOf(source, from, from));
}

/** What stands behind a backslash → the character it means. */
function characterOf(written: string): string {
  const c = written[0] ?? '';
  if (HEX_LENGTH[c] === undefined) return ESCAPES[c] ?? c;
  const codePoint = Number.parseInt(written.slice(1), 16);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}

/** One character for the escape at `at`; both halves of a pair stand at the backslash. */
function escaped(source: SourceText, at: number, character: string): Draft {
  const slash = draftOf(source, at, at + 1);
  const units = Array.from({ length: character.length }, () => slash);
  return { ...joinDrafts(units, draftOf(source, at, at)), text: character };
}

/** The lines of a literal or folded block without their common indent and the line ends behind the last. */
function blockLines(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  const headerEnd = text.indexOf('\n', from);
  if (headerEnd === -1 || headerEnd >= to) return pieces;
  let indent = -1;
  for (let at = headerEnd + 1; at < to; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 || newline > to ? to : newline;
    const depth = text.slice(at, end).search(/[^ ]/);
    if (indent === -1 && depth !== -1) indent = depth;
    pieces.push([Math.min(at + Math.max(indent, 0), end), end]);
    if (end < to) pieces.push([end, end + 1]);
    at = end + 1;
  }
  while (pieces.length > 0 && isBlankPiece(text, pieces[pieces.length - 1]!)) pieces.pop();
  return pieces;
}

function isBlankPiece(text: string, [from, to]: Piece): boolean {
  return text.slice(from, to).trim() === '';
}

function isBlank(c: string | undefined): boolean {
  return c === ' ' || c === '\t';
}
