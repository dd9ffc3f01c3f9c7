/**
 * A story's texts as typed → as a newspaper sets them (marks, quotes, dashes, digits), each change counted.
 *
 * Works on text nodes only, never on the raw file, and never inside numbers, Latin words or addresses.
 */

import { type Draft, rewrite } from '../draft.ts';
import { type Tally, tally } from '../tally.ts';
import { brackets } from './brackets.ts';
import type { Change } from './change.ts';
import { corners } from './corners.ts';
import { dashes, dots, middleDots, tildes } from './dashes.ts';
import { halfWidths } from './half-widths.ts';
import { lookAlikes } from './look-alikes.ts';
import { marks } from './marks.ts';
import { protect } from './protect.ts';
import { freshQuotes, type QuoteState, straightQuotes } from './quotes.ts';
import { indents, spaces } from './spaces.ts';

export { freshQuotes, type QuoteState } from './quotes.ts';

/** What a text is: `body` loses indents and blanks between Han; a `line` (head, byline, caption) keeps them. */
export type TextKind = 'body' | 'line';

/** More brackets and marks in a row, each only beside the last, than anybody writes. */
const ROUNDS = 8;

/**
 * Normalises one text. `quotes` carries what is still open from one paragraph of a story to the next; heads
 * and captions take a fresh one.
 */
export function normalise(draft: Draft, kind: TextKind, counts: Tally, quotes: QuoteState): Draft {
  let at = draft;
  const apply = (changes: readonly Change[]): boolean => {
    const kept = protect(at.text, changes);
    for (const change of kept) tally(counts, change.kind);
    at = rewrite(at, kept);
    return kept.length > 0;
  };
  apply(lookAlikes(at.text));
  if (kind === 'body') apply(indents(at.text));
  apply(halfWidths(at.text));
  apply(dots(at.text));
  apply(middleDots(at.text));
  apply(dashes(at.text));
  apply(tildes(at.text));
  apply(straightQuotes(at.text, quotes));
  // A bracket that turns full-width makes Chinese of its neighbourhood, and a mark does so for a bracket.
  apply(marks(at.text));
  for (let round = 0; round < ROUNDS && apply(brackets(at.text)); round++) apply(marks(at.text));
  if (quotes.corners) apply(corners(at.text));
  if (kind === 'body') apply(spaces(at.text));
  return at;
}

/** Normalises a text that stands by itself. */
export function normaliseLine(draft: Draft, counts: Tally, corners = false): Draft {
  return normalise(draft, 'line', counts, freshQuotes(corners));
}
