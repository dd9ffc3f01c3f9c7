/**
 * Straight quotes → “” ‘’ by position; an apostrophe in a Latin word stays.
 *
 * A quote opens where none is open, else it closes. Two things know better: the head of a paragraph (a
 * quotation over several paragraphs opens on each of them, GB/T 15834 4.8.3.5) and an unclosed quotation
 * of the paragraph before, which closes here only if this paragraph has a quote too many.
 */

import { isBlank, isDigit, isHanOrMark, isLatin, isLatinLetter } from '../characters.ts';
import type { Change } from './change.ts';

/** Whether a double quotation is open at the end of a story's last paragraph. */
export interface QuoteState {
  open: boolean;
  /** Quotes are set as 「」 and 『』. */
  readonly corners: boolean;
}

export function freshQuotes(corners = false): QuoteState {
  return { open: false, corners };
}

export function straightQuotes(text: string, state: QuoteState): Change[] {
  const changes: Change[] = [];
  const start = text.length - text.trimStart().length;
  let double = state.open && isOdd(text) && !'"“'.includes(text[start] ?? '');
  let single = false;
  for (const { 0: c, index: at } of text.matchAll(/["'“”‘’]/g)) {
    if (c === '“' || c === '”') double = c === '“';
    else if (c === '‘' || (c === '’' && !isApostrophe(text, at, single))) single = c === '‘';
    else if (c === '"' && !isInch(text, at, double)) {
      double = at === start || !double;
      changes.push({ from: at, to: at + 1, text: double ? '“' : '”', kind: 'quote-straight' });
    } else if (c === "'" && !isApostrophe(text, at, single)) {
      single = !single;
      changes.push({ from: at, to: at + 1, text: single ? '‘' : '’', kind: 'quote-straight' });
    }
  }
  state.open = double;
  return changes;
}

function isOdd(text: string): boolean {
  return (text.match(/["“”]/g)?.length ?? 0) % 2 === 1;
}

/** `don't`, `students' work`, `'95`, `’n’`: no quotation is meant. */
export function isApostrophe(text: string, at: number, quotationOpen: boolean): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  if (isLatin(before) && isLatin(after)) return true;
  if (quotationOpen) return false;
  // A right quote begins nothing: ’90s, rock ’n’ roll.
  if (text[at] === '’' && isLatin(after) && !isLatin(before)) return true;
  return (
    isLatinLetter(before) ||
    (isDigit(after) &&
      (before === undefined || isBlank(before) || isHanOrMark(text, at - 1)) &&
      !closesLater(text, at))
  );
}

function closesLater(text: string, at: number): boolean {
  return /['’]/.test(text.slice(at + 1));
}

/** `55"` with no quotation open and no other quote to come. */
function isInch(text: string, at: number, quotationOpen: boolean): boolean {
  return !quotationOpen && isDigit(text[at - 1]) && !/["”]/.test(text.slice(at + 1));
}
